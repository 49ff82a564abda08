//! Files without a magic number: text and what is written in text.

use crate::sniff::Family;

/// Header fields of which an e-mail has at least two near its top (RFC 5322, section 3.6).
const MAIL_FIELDS: [&str; 14] = [
    "from:",
    "to:",
    "subject:",
    "date:",
    "message-id:",
    "received:",
    "return-path:",
    "mime-version:",
    "delivered-to:",
    "reply-to:",
    "cc:",
    "content-type:",
    "dkim-signature:",
    "x-mailer:",
];

/// Type and family of a file that has no magic number.
pub(crate) fn sniff(head: &[u8], whole: bool) -> (&'static str, Family) {
    let Some(text) = read(head, whole) else {
        return ("application/octet-stream", Family::Other);
    };
    let start = text.trim_start().get(..512).unwrap_or(text.trim_start()).to_ascii_lowercase();
    if start.starts_with("begin:vcard") {
        ("text/vcard", Family::Document)
    } else if start.starts_with("<!doctype html") || start.starts_with("<html") {
        ("text/html", Family::Document)
    } else if start.contains("<svg") && (start.starts_with('<')) {
        // Never drawn: it may hold scripts.
        ("image/svg+xml", Family::Document)
    } else if text.starts_with("From ") && is_mail(text.lines().skip(1)) {
        ("application/mbox", Family::Email)
    } else if is_mail(text.lines()) {
        ("message/rfc822", Family::Email)
    } else {
        ("text/plain", Family::Text)
    }
}

/// Do header fields stand at the very top, two of them ones that an e-mail has?
fn is_mail<'a>(lines: impl Iterator<Item = &'a str>) -> bool {
    let mut fields = 0;
    for (number, line) in lines.take(200).enumerate() {
        if line.is_empty() {
            break;
        }
        let folded = line.starts_with([' ', '\t']);
        let name = line.split_once(':').map(|(name, _)| name);
        let is_field = name.is_some_and(|name| !name.is_empty() && name.bytes().all(|b| b.is_ascii_graphic()));
        if !is_field && (!folded || number == 0) {
            return false;
        }
        let lower = line.get(..line.len().min(24)).unwrap_or_default().to_ascii_lowercase();
        if !folded && MAIL_FIELDS.iter().any(|field| lower.starts_with(field)) {
            fields += 1;
        }
    }
    fields >= 2
}

/// The head as text, if it is text: UTF-8, UTF-16 with a mark, or Latin without control characters.
fn read(head: &[u8], whole: bool) -> Option<String> {
    if head.is_empty() {
        return None;
    }
    if let Some(rest) = head.strip_prefix(&[0xff, 0xfe]) {
        return wide(rest, u16::from_le_bytes);
    }
    if let Some(rest) = head.strip_prefix(&[0xfe, 0xff]) {
        return wide(rest, u16::from_be_bytes);
    }
    let head = head.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(head);
    if head.iter().any(|byte| byte.is_ascii_control() && !b"\t\n\r\x0c\x1b".contains(byte)) {
        return None;
    }
    match std::str::from_utf8(head) {
        Ok(text) => Some(text.to_owned()),
        // The head was cut in the middle of a character.
        Err(error) if !whole && error.error_len().is_none() => Some(String::from_utf8_lossy(head).into_owned()),
        // Latin-1 text has a few high bytes among many plain ones.
        Err(_) => {
            let high = head.iter().filter(|byte| **byte >= 0x80).count();
            let latin = head.iter().all(|byte| !(0x80..0xa0).contains(byte) || *byte == 0x80 || *byte > 0x90);
            (high * 4 < head.len() && latin).then(|| head.iter().map(|byte| char::from(*byte)).collect())
        }
    }
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
    let text = String::from_utf16(units.get(..units.len().saturating_sub(1)).unwrap_or(&units)).ok()?;
    (!text.contains('\0')).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_email_is_told_from_a_text_with_colons() {
        let mail = "Received: from a by b;\r\n\tTue, 3 Mar 2026 21:30:00 +0100\r\nFrom: Mark <m@example.org>\r\nSubject: x\r\n\r\nhallo";
        assert_eq!(sniff(mail.as_bytes(), true), ("message/rfc822", Family::Email));
        assert_eq!(sniff(b"From mark Tue Mar 3\nFrom: m@example.org\nDate: x\n\nhallo", true).0, "application/mbox");
        assert_eq!(sniff(b"From: mark\nhij belde weer\n", true), ("text/plain", Family::Text));
        assert_eq!(sniff("Hij zei: kom terug\nTo: nobody".as_bytes(), true).1, Family::Text);
    }

    #[test]
    fn text_in_other_encodings_is_text() {
        assert_eq!(sniff(b"\xff\xfeh\0o\0i\0\n\0", true).1, Family::Text);
        assert_eq!(sniff(b"Hij belde om \xe9\xe9n uur 's nachts, twee keer achter elkaar", true).1, Family::Text);
        assert_eq!(sniff("één".as_bytes(), true).1, Family::Text);
        assert_eq!(sniff(&"één".as_bytes()[..4], false).1, Family::Text);
    }

    #[test]
    fn markup_is_a_document_and_never_a_picture() {
        assert_eq!(sniff(b"<?xml version='1.0'?><svg xmlns='x'/>", true), ("image/svg+xml", Family::Document));
        assert_eq!(sniff(b"<!DOCTYPE html><p>x", true).1, Family::Document);
    }
}
