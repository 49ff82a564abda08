//! An e-mail as its parts: who, when, what, and what came with it.

use std::panic::{AssertUnwindSafe, catch_unwind};

use mail_parser::{Address, HeaderValue, Message, MessageParser, MessagePart, MimeHeaders, PartType};

use crate::html;
use crate::legible::{legible, line};
use crate::name::safe_name;

/// Largest e-mail that is read: several times what providers carry, in bytes.
pub const MOST_MAIL: u64 = 100 << 20;
/// Most of its text that is shown, in characters.
const MOST_TEXT: usize = 500_000;
/// Most header fields, and most attachments.
const MOST: usize = 500;
/// Most of one field, in characters.
const MOST_FIELD: usize = 10_000;

/// An e-mail. Every text is made legible; nothing in it was checked: anyone can write anything into one.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Mail {
    /// Who sent it, as it says.
    pub from: String,
    /// To whom.
    pub to: String,
    /// Who else got it.
    pub cc: String,
    /// When it was sent, as it says: RFC 3339, if that can be read.
    pub date: Option<String>,
    /// What it is about.
    pub subject: String,
    /// Every field in front of it, as it came: what each station added stands on top.
    pub fields: Vec<(String, String)>,
    /// What it says. HTML is turned into text.
    pub text: String,
    /// There is more text than that.
    pub cut: bool,
    /// What came with it.
    pub attachments: Vec<Attachment>,
}

/// What came with an e-mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its name, made safe to show and to write.
    pub name: String,
    /// Its length in bytes.
    pub size: u64,
}

/// Reads an e-mail; `None` if it is none.
pub fn mail(bytes: &[u8]) -> Option<Mail> {
    catch_unwind(AssertUnwindSafe(|| MessageParser::default().parse(bytes).map(|message| told(&message))))
        .unwrap_or(None)
}

/// An attachment, counted from nought as [`mail`] does: its name and its bytes.
pub fn attachment(bytes: &[u8], number: usize) -> Option<(String, Vec<u8>)> {
    catch_unwind(AssertUnwindSafe(|| {
        let message = MessageParser::default().parse(bytes)?;
        let part = message.attachments().take(MOST).nth(number)?;
        Some((name(part, number), part.contents().to_vec()))
    }))
    .unwrap_or(None)
}

fn told(message: &Message<'_>) -> Mail {
    let (text, cut) = text(message);
    Mail {
        from: people(message.from()),
        to: people(message.to()),
        cc: people(message.cc()),
        date: message.date().filter(|date| date.is_valid()).map(mail_parser::DateTime::to_rfc3339),
        subject: field(message.subject().unwrap_or_default()),
        fields: message.headers_raw().take(MOST).map(|(name, value)| (field(name), field(value))).collect(),
        text,
        cut,
        attachments: message
            .attachments()
            .take(MOST)
            .enumerate()
            .map(|(n, part)| Attachment { name: name(part, n), size: part.contents().len() as u64 })
            .collect(),
    }
}

fn field(text: &str) -> String {
    let start: String = text.chars().take(MOST_FIELD).collect();
    line(&start)
}

/// Names and addresses, both: a name alone can say anything.
fn people(address: Option<&Address<'_>>) -> String {
    let people = address.into_iter().flat_map(Address::iter).take(MOST).map(|person| {
        match (person.name().map(line).filter(|name| !name.is_empty()), person.address().map(line)) {
            (Some(name), Some(address)) => format!("{name} <{address}>"),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => String::new(),
        }
    });
    field(&people.filter(|person| !person.is_empty()).collect::<Vec<_>>().join(", "))
}

/// What it says, and whether it was cut off.
fn text(message: &Message<'_>) -> (String, bool) {
    let mut whole = String::new();
    for part in message.text_bodies() {
        let text = match &part.body {
            PartType::Text(text) => text.trim_end().to_owned(),
            PartType::Html(page) => html::text(page),
            _ => continue,
        };
        if !whole.is_empty() {
            whole.push_str("\n\n");
        }
        whole.push_str(&text);
    }
    match whole.char_indices().nth(MOST_TEXT) {
        Some((end, _)) => (legible(&whole[..end]), true),
        None => (legible(&whole), false),
    }
}

fn name(part: &MessagePart<'_>, number: usize) -> String {
    let ending = match &part.body {
        PartType::Text(_) => "txt",
        PartType::Html(_) => "html",
        PartType::Message(_) => "eml",
        _ => part.content_type().and_then(|kind| kind.subtype()).unwrap_or("bin"),
    };
    let subject = || match &part.body {
        PartType::Message(inner) => match inner.header(mail_parser::HeaderName::Subject) {
            Some(HeaderValue::Text(subject)) => Some(format!("{subject}.eml")),
            _ => None,
        },
        _ => None,
    };
    let told = part.attachment_name().map(str::to_owned).or_else(subject);
    safe_name(&told.unwrap_or_else(|| format!("{}.{ending}", number + 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAIL: &str = "Received: from b.example by c.example; Tue, 3 Mar 2026 21:31:02 +0100\r\n\
        Received: from a.example\r\n\tby b.example; Tue, 3 Mar 2026 21:31:00 +0100\r\n\
        From: =?utf-8?q?Mark_de_Vri=C3=A8s?= <mark@example.org>\r\nTo: a@example.org, \"B, C\" <b@example.org>\r\n\
        Date: Tue, 3 Mar 2026 21:30:00 +0100\r\nSubject: =?utf-8?b?V2FhciBiZW4gamU/?=\u{202e}\r\nMIME-Version: 1.0\r\n\
        Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: multipart/alternative; boundary=y\r\n\r\n\
        --y\r\nContent-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
        Ik zag je op =E9=E9n foto.\r\n--y\r\nContent-Type: text/html\r\n\r\n<p>Ik zag je</p>\r\n--y--\r\n\
        --x\r\nContent-Type: image/jpeg; name=\"../huis.jpg\"\r\nContent-Disposition: attachment\r\n\
        Content-Transfer-Encoding: base64\r\n\r\n/9j/4AAQ\r\n--x--\r\n";

    #[test]
    fn an_email_is_taken_apart() {
        let mail = mail(MAIL.as_bytes()).unwrap();
        assert_eq!(mail.from, "Mark de Vriès <mark@example.org>");
        assert_eq!(mail.to, "a@example.org, B, C <b@example.org>");
        assert_eq!(mail.date.as_deref(), Some("2026-03-03T21:30:00+01:00"));
        assert!(mail.subject.starts_with("Waar ben je?"), "{}", mail.subject);
        assert!(!mail.subject.contains('\u{202e}'));
        assert_eq!(mail.text, "Ik zag je op één foto.");
        let stations: Vec<&str> =
            mail.fields.iter().filter(|(name, _)| name == "Received").map(|(_, value)| value.as_str()).collect();
        assert_eq!(stations.len(), 2);
        assert_eq!(stations[1], "from a.example by b.example; Tue, 3 Mar 2026 21:31:00 +0100");
        assert_eq!(mail.attachments, [Attachment { name: "huis.jpg".into(), size: 6 }]);
        assert_eq!(attachment(MAIL.as_bytes(), 0), Some(("huis.jpg".into(), b"\xff\xd8\xff\xe0\0\x10".to_vec())));
        assert_eq!(attachment(MAIL.as_bytes(), 1), None);
    }

    #[test]
    fn a_mail_of_html_alone_is_read_as_text() {
        let page = "From: a@b.example\r\nSubject: x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n\
            <html><head><title>weg</title><script>weg()</script></head><body><p>Klik <a href=\"https://evil.example\">hier</a></p></body></html>";
        assert_eq!(mail(page.as_bytes()).unwrap().text, "Klik hier <https://evil.example>");
    }

    #[test]
    fn a_mail_within_a_mail_can_be_taken_out() {
        let inner = "From: c@d.example\r\nSubject: Oud bericht\r\n\r\nlang geleden\r\n";
        let outer = format!(
            "From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nzie bijlage\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n{inner}--x--\r\n"
        );
        let whole = mail(outer.as_bytes()).unwrap();
        assert_eq!(whole.text, "zie bijlage");
        assert_eq!(whole.attachments[0].name, "Oud bericht.eml");
        let (_, taken) = attachment(outer.as_bytes(), 0).unwrap();
        assert_eq!(mail(&taken).unwrap().text, "lang geleden");
    }

    #[test]
    fn a_very_long_mail_is_shown_from_its_start() {
        let long = format!("From: a@b.example\r\nSubject: x\r\n\r\n{}", "é".repeat(MOST_TEXT + 1));
        let mail = mail(long.as_bytes()).unwrap();
        assert!(mail.cut && mail.text.chars().count() == MOST_TEXT);
    }
}
