//! E-mails that somebody else made, and the HTML in them.

use houvast_intake::{attachment, fuzzing, mail};

use crate::picture::let_decoders_panic;
use crate::text::is_legible;

/// What is shown of an e-mail is legible; every attachment that is listed can be had, as long as it says, under a name that
/// can be written.
pub fn run(input: &[u8]) {
    let_decoders_panic();
    // A page has no more in it than was sent, with what each link and line adds.
    let page = String::from_utf8_lossy(input);
    assert!(fuzzing::html(&page).len() <= page.len() * 4 + 16);
    let Some(mail) = mail(input) else { return };
    let texts = [&mail.from, &mail.to, &mail.cc, &mail.subject, &mail.text];
    let fields = mail.fields.iter().flat_map(|(name, value)| [name, value]);
    texts.into_iter().chain(fields).for_each(|text| is_legible(text));
    for (number, listed) in mail.attachments.iter().enumerate() {
        let (name, bytes) = attachment(input, number).expect("it is listed");
        assert_eq!((&name, bytes.len() as u64), (&listed.name, listed.size));
        assert!(!name.is_empty() && !name.contains(['/', '\\']) && !name.chars().any(char::is_control));
    }
    assert!(attachment(input, mail.attachments.len()).is_none() || mail.attachments.len() >= 500);
}

/// One e-mail of each sort.
pub fn seeds() -> Vec<Vec<u8>> {
    let mails: [&[u8]; 5] = [
        b"From: Mark <m@example.org>\r\nTo: a@b.example\r\nDate: Tue, 3 Mar 2026 21:30:00 +0100\r\nSubject: =?utf-8?q?=C3=A9?=\r\n\r\nWaar ben je\r\n",
        b"From: m@example.org\r\nContent-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=E9 <a href=3D\"https://x.example/?a&amp;b\">hier</a><br><img alt=3Dx src=3Dy><script>weg</script>&euro;&#x41;\r\n",
        b"From: m@example.org\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\ntekst\r\n--x\r\nContent-Type: image/jpeg; name=\"../a.jpg\"\r\nContent-Transfer-Encoding: base64\r\n\r\n/9j/4AAQ\r\n--x\r\nContent-Type: message/rfc822\r\n\r\nFrom: c@d.example\r\nSubject: y\r\n\r\noud\r\n--x--\r\n",
        b"From: m@example.org\r\nContent-Type: multipart/alternative; boundary=y\r\n\r\n--y\r\nContent-Type: text/plain; charset=utf-16\r\nContent-Transfer-Encoding: base64\r\n\r\n//5oAG8AaQA=\r\n--y\r\nContent-Type: text/html\r\n\r\n<table><tr><td>a<td>b</table>\r\n--y--\r\n",
        b"<div>a<!-- b --><a href='c'>d</a><style>e</style><li>f &lt; g",
    ];
    mails.map(<[u8]>::to_vec).into()
}
