//! A mail's HTML as text: nothing is loaded, run or styled, every link shows where it leads, and what the page would
//! hide is there to be read.

/// Elements whose content is no text.
const UNREAD: [&str; 4] = ["script", "style", "title", "template"];
/// Elements that stand on lines of their own.
const LINES: [&str; 26] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ul",
];

/// The text of a page. It takes one pass, whatever stands in it.
pub(crate) fn text(html: &str) -> String {
    let mut text = Text::default();
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        text.words(&rest[..at]);
        rest = &rest[at..];
        rest = if let Some(after) = rest.strip_prefix('&') {
            text.entity(after)
        } else if let Some(after) = rest.strip_prefix("<!--") {
            after.find("-->").map_or("", |end| &after[end + 3..])
        } else if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c)) {
            let Some((tag, after)) = tag(&rest[1..]) else {
                // It never ends: then it was no tag.
                text.words(rest);
                rest = "";
                break;
            };
            text.tag(&tag);
            if UNREAD.contains(&tag.name.as_str()) { behind(after, &tag.name) } else { after }
        } else {
            text.words("<");
            &rest[1..]
        };
    }
    text.words(rest);
    text.done()
}

/// A tag.
struct Tag<'a> {
    /// Its name in small letters, with a slash in front if it closes.
    name: String,
    /// What stands behind the name.
    attributes: &'a str,
}

/// Reads a tag behind its `<`, and what follows on it; `None` if it does not end.
fn tag(from: &str) -> Option<(Tag<'_>, &str)> {
    let mut quote = None;
    let end = from
        .bytes()
        .position(|byte| {
            match (quote, byte) {
                (None, b'>') => return true,
                (None, b'"' | b'\'') => quote = Some(byte),
                (Some(open), byte) if open == byte => quote = None,
                _ => {}
            }
            false
        })
        // A quote that is never closed would swallow the rest of the page.
        .or_else(|| from.find('>'))?;
    let (inner, after) = (&from[..end], &from[end + 1..]);
    let name_end = inner
        .char_indices()
        .skip(1)
        .find(|(_, c)| c.is_ascii_whitespace() || *c == '/')
        .map_or(inner.len(), |(at, _)| at);
    Some((Tag { name: inner[..name_end].to_ascii_lowercase(), attributes: &inner[name_end..] }, after))
}

/// What follows on the end of an element whose content is no text.
fn behind<'a>(from: &'a str, name: &str) -> &'a str {
    let mut rest = from;
    while let Some(at) = rest.find("</") {
        rest = &rest[at + 2..];
        if rest.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name)) {
            return rest.find('>').map_or("", |end| &rest[end + 1..]);
        }
    }
    ""
}

impl Tag<'_> {
    /// The value of an attribute, its entities read.
    fn attribute(&self, wanted: &str) -> Option<String> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            if rest.is_empty() {
                return None;
            }
            let ends = |(_, c): &(usize, char)| c.is_ascii_whitespace() || *c == '=';
            let (name, after) = rest.split_at(rest.char_indices().skip(1).find(ends).map_or(rest.len(), |(at, _)| at));
            let after = after.trim_start();
            let (value, after) = match after.strip_prefix('=').map(str::trim_start) {
                None => ("", after),
                Some(value) => match value.chars().next() {
                    Some(open @ ('"' | '\'')) => {
                        let value = &value[1..];
                        value.split_once(open).unwrap_or((value, ""))
                    }
                    _ => value.split_at(value.find(|c: char| c.is_ascii_whitespace()).unwrap_or(value.len())),
                },
            };
            if name.eq_ignore_ascii_case(wanted) {
                let mut read = Text { kept: true, ..Text::default() };
                let mut value = value;
                while let Some(at) = value.find('&') {
                    read.words(&value[..at]);
                    value = read.entity(&value[at + 1..]);
                }
                read.words(value);
                return Some(read.said.trim().to_owned());
            }
            rest = after;
        }
    }
}

/// The text so far.
#[derive(Default)]
struct Text {
    said: String,
    /// White space is kept as it is.
    kept: bool,
    /// A space is due before the next word.
    space: bool,
    /// The address of the link that is open, and where its text begins.
    link: Option<(String, usize)>,
}

impl Text {
    fn words(&mut self, words: &str) {
        if self.kept {
            self.said.push_str(words);
            return;
        }
        for c in words.chars() {
            if c.is_ascii_whitespace() {
                self.space = true;
            } else {
                if std::mem::take(&mut self.space) && !self.said.is_empty() && !self.said.ends_with(['\n', ' ']) {
                    self.said.push(' ');
                }
                self.said.push(c);
            }
        }
    }

    /// Reads an entity behind its `&`, and answers with what follows on it.
    fn entity<'a>(&mut self, from: &'a str) -> &'a str {
        let end = from.bytes().take(32).position(|byte| byte == b';');
        let read = end.filter(|end| from[..*end].bytes().all(|byte| byte == b'#' || byte.is_ascii_alphanumeric()));
        let Some(end) = read else {
            self.words("&");
            return from;
        };
        let mut letter = String::new();
        mail_parser::decoders::html::add_html_token(&mut letter, format!("&{};", &from[..end]).as_bytes(), false);
        self.words(&letter);
        &from[end + 1..]
    }

    fn line(&mut self) {
        self.space = false;
        if !self.said.is_empty() && !self.said.ends_with('\n') {
            self.said.push('\n');
        }
    }

    fn tag(&mut self, tag: &Tag<'_>) {
        let name = tag.name.trim_end_matches('/');
        let element = name.trim_start_matches('/');
        match name {
            "br" => {
                self.space = false;
                self.said.push('\n');
            }
            "hr" => {
                self.line();
                self.said.push_str("———\n");
            }
            "p" | "/p" | "table" | "/table" if !self.said.is_empty() => {
                self.line();
                if !self.said.ends_with("\n\n") {
                    self.said.push('\n');
                }
            }
            "li" => {
                self.line();
                self.said.push_str("• ");
            }
            "td" | "th" => self.space = true,
            "tr" | "/tr" => self.line(),
            "img" => {
                if let Some(alt) = tag.attribute("alt").filter(|alt| !alt.is_empty()) {
                    self.words(&format!(" [{alt}] "));
                }
            }
            "a" => {
                self.close_link();
                self.link = tag.attribute("href").map(|address| (address, self.said.len()));
            }
            "/a" => self.close_link(),
            _ if LINES.contains(&element) => self.line(),
            _ => {}
        }
    }

    /// Where the link leads stands behind its words, unless they say the same.
    fn close_link(&mut self) {
        let Some((address, start)) = self.link.take() else { return };
        let words = self.said.get(start..).unwrap_or_default().trim();
        let same = |address: &str| address.trim_end_matches('/') == words.trim_end_matches('/');
        let told = address.strip_prefix("mailto:").unwrap_or(&address);
        if !told.is_empty() && !told.starts_with('#') && !same(told) {
            self.space = true;
            self.words(&format!("<{told}>"));
        }
    }

    fn done(mut self) -> String {
        self.close_link();
        let lines: Vec<&str> = self.said.lines().map(str::trim_end).collect();
        lines.join("\n").trim().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lines_and_entities_come_across() {
        assert_eq!(
            text("<p>Hoi&nbsp;jij,<br>ik &amp; jij\n &#233;&#xe9;n</p><p>Tot&euro;</p><ul><li>a<li>b</ul>"),
            "Hoi\u{a0}jij,\nik & jij één\n\nTot€\n\n• a\n• b"
        );
        assert_eq!(text("<table><tr><td>een</td><td>twee</td></tr><tr><td>drie</table>"), "een twee\ndrie");
        assert_eq!(text("a < b && c &onzin; d &lt;b&gt;"), "a < b && c &onzin; d <b>");
    }

    #[test]
    fn a_link_shows_where_it_leads() {
        assert_eq!(
            text("<a href='https://evil.example/x?a=1&amp;b=2'>mijn bank</a>."),
            "mijn bank <https://evil.example/x?a=1&b=2>."
        );
        assert_eq!(text("<A class=x HREF=https://example.org>https://example.org/</A>"), "https://example.org/");
        assert_eq!(text("<a href='mailto:mark@example.org'>Mark</a>"), "Mark <mark@example.org>");
        assert_eq!(text("<a href=\"javascript:alert(1)\">klik"), "klik <javascript:alert(1)>");
    }

    #[test]
    fn scripts_and_styles_are_left_out_and_what_is_hidden_is_read() {
        assert_eq!(text("<style>p{}</style>a<SCRIPT>if (a < b) '<p>'</script >b<!-- weg > -->c"), "abc");
        assert_eq!(text("<div style='display:none'>verborgen</div>zichtbaar"), "verborgen\nzichtbaar");
        assert_eq!(text("<img src='https://evil.example/pixel' alt='Onze hond'>"), "[Onze hond]");
    }

    #[test]
    fn broken_pages_are_read_to_their_end() {
        assert_eq!(text("a<b c='x>y</b>z"), "ay z".replace(' ', ""));
        assert_eq!(text("einde <a href"), "einde <a href");
        assert_eq!(text("<script>nooit dicht"), "");
        assert_eq!(text("<a é=ü =x href=y>z</a>"), "z <y>");
        // One pass: ten million steps would be quadratic.
        assert!(text(&"<a href='".repeat(100_000)).len() < 2_000_000);
        assert!(text(&"<script></".repeat(100_000)).is_empty());
        assert!(text(&"<a é".repeat(100_000)).len() < 2_000_000);
    }
}
