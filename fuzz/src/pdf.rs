//! The pages of a PDF that somebody else made. In the app that is a child process with limits to its memory and time; here is
//! what it does within them.

use houvast_intake::fuzzing::{self, MOST_PIXELS};
use houvast_intake::legible;

use crate::picture::let_decoders_panic;
use crate::text::is_legible;

/// A page that is drawn has the pixels that it says, and no more than there may be.
pub fn run(input: &[u8]) {
    let_decoders_panic();
    let (number, width) = match input {
        [number, width, ..] => (usize::from(*number % 3), 100 + u32::from(*width)),
        _ => (0, 100),
    };
    // A reader finds the head of a PDF wherever it stands, so the two bytes in front do no harm.
    let Some((sizes, (across, down, pixels), text)) = fuzzing::pdf(input, number, width) else { return };
    assert!(sizes.len() > number && sizes.iter().all(|size| size.width >= 1.0 && size.height >= 1.0));
    // The sides are rounded to whole pixels.
    let most = u64::from(MOST_PIXELS) + u64::from(across.max(down)) + 1;
    assert!((1..=most).contains(&(u64::from(across) * u64::from(down))), "{across} by {down}");
    assert_eq!(pixels.len() as u64, u64::from(across) * u64::from(down) * 3);
    is_legible(&legible(&text));
}

/// A file of these objects, numbered from 1; the first is its catalogue.
fn file(objects: &[&[u8]]) -> Vec<u8> {
    let mut file = b"\0\0%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(file.len() - 2);
        file.extend_from_slice(format!("{} 0 obj\n", number + 1).as_bytes());
        file.extend_from_slice(object);
        file.extend_from_slice(b"\nendobj\n");
    }
    let start = file.len() - 2;
    file.extend_from_slice(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).as_bytes());
    for place in places {
        file.extend_from_slice(format!("{place:010} 00000 n \n").as_bytes());
    }
    let end = format!("trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1);
    file.extend_from_slice(end.as_bytes());
    file
}

fn stream(about: &str, bytes: &[u8]) -> Vec<u8> {
    [format!("<<{about}/Length {}>>\nstream\n", bytes.len()).as_bytes(), bytes, b"\nendstream"].concat()
}

/// A page with words, lines and colours, one with pictures and a form, and one without a box.
pub fn seeds() -> Vec<Vec<u8>> {
    let one = |about: &str, content: &[u8]| {
        let page = format!(
            "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>/Shading<</S 7 0 R>>>>{about}>>"
        );
        let content = stream("", content);
        let picture = stream(
            "/Type/XObject/Subtype/Image/Width 2/Height 2/BitsPerComponent 8/ColorSpace/DeviceRGB",
            &[255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 9, 9],
        );
        file(&[
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            page.as_bytes(),
            &content,
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            &picture,
            b"<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 9 9]/Function<</FunctionType 2/Domain[0 1]/C0[1 0 0]/C1[0 0 1]/N 1>>>>",
        ])
    };
    vec![
        one("/MediaBox[0 0 90 120]", b"BT /F 12 Tf 9 50 Td (Kom terug) Tj ET 1 0 0 RG 3 w 0 0 m 80 90 l S"),
        one("/MediaBox[0 0 90 120]/Rotate 90", b"q 40 0 0 40 9 9 cm /X Do Q q 0 0 60 60 re W n /S sh Q"),
        one("/MediaBox[0 0 14400 1]", b"0 1 0 rg 0 0 500 500 re f* BI /W 1 /H 1 /BPC 8 /CS /G ID z EI"),
        one("", b"[3 2] 0 d 5 5 30 30 re B BT 3 Tr /F 1000 Tf <48> Tj ET"),
        b"\0\0%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/MediaBox[0 0 9 9]>>endobj trailer<</Root 1 0 R>>".to_vec(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_is_drawn() {
        for seed in seeds() {
            let (sizes, (across, _, pixels), _) = fuzzing::pdf(&seed, 0, 100).expect("it is a PDF");
            assert!(sizes.len() == 1 && across > 0 && !pixels.is_empty());
        }
        let (_, (_, _, pixels), text) = fuzzing::pdf(&seeds()[0], 0, 100).expect("it is a PDF");
        assert!(pixels.iter().any(|byte| *byte < 200), "something is on the page");
        assert!(text.contains("Kom terug"), "{text:?}");
    }
}
