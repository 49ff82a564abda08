//! The bundled fonts.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

macro_rules! font {
    ($name:literal) => {
        include_bytes!(concat!("../fonts/", $name, ".ttf")).as_slice()
    };
}

/// Every face, in the order in which they are tried for a character.
const FILES: [&[u8]; 21] = [
    font!("NotoSans-Regular"),
    font!("NotoSans-Bold"),
    font!("NotoSans-Italic"),
    font!("NotoSansMono-Regular"),
    font!("NotoSansArabic-Regular"),
    font!("NotoSansHebrew-Regular"),
    font!("NotoSansDevanagari-Regular"),
    font!("NotoSansThai-Regular"),
    font!("NotoSansEthiopic-Regular"),
    font!("NotoSansArmenian-Regular"),
    font!("NotoSansGeorgian-Regular"),
    font!("NotoSansBengali-Regular"),
    font!("NotoSansTamil-Regular"),
    font!("NotoSansGurmukhi-Regular"),
    font!("NotoSansGujarati-Regular"),
    font!("NotoEmoji-Regular"),
    font!("NotoSansSymbols-Regular"),
    font!("NotoSansSymbols2-Regular"),
    font!("NotoSansMath-Regular"),
    font!("NanumGothicCoding"),
    font!("DroidSansFallbackFull"),
];

/// The faces and what Typst wants to know of them.
pub(crate) struct Fonts {
    pub(crate) faces: Vec<Font>,
    pub(crate) book: LazyHash<FontBook>,
}

pub(crate) static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let faces: Vec<Font> = FILES.iter().filter_map(|bytes| Font::new(Bytes::new(*bytes), 0)).collect();
    let book = LazyHash::new(FontBook::from_fonts(&faces));
    Fonts { faces, book }
});

/// Has any face a glyph for this character?
pub(crate) fn has(c: char) -> bool {
    FONTS.faces.iter().any(|face| face.info().coverage.contains(u32::from(c)))
}

/// The families in the order in which they are tried.
pub(crate) fn families() -> Vec<String> {
    let mut families: Vec<String> = Vec::new();
    for face in &FONTS.faces {
        let family = &face.info().family;
        if !families.contains(family) && family != "Noto Sans Mono" {
            families.push(family.clone());
        }
    }
    families
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_is_read() {
        assert_eq!(FONTS.faces.len(), FILES.len());
        assert_eq!(families()[0], "Noto Sans");
    }

    #[test]
    fn the_promised_scripts_are_there() {
        for c in "aéłŞΩЖעبहไ語漢한ሀ😡🔪€—".chars() {
            assert!(has(c), "{c} U+{:04X}", u32::from(c));
        }
        assert!(!has('\u{13000}'));
    }
}
