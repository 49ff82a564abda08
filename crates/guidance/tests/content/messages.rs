//! The messages of `locales/`, as people would read them.

use std::fs;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;

/// What stands in a text where something is put in. It is a word, and no digit.
pub(crate) const PUT_IN: &str = "\u{fffc}";

/// A way in which a message can read.
pub(crate) struct Message {
    /// `nl/app.ftl`
    pub(crate) file: String,
    pub(crate) id: String,
    pub(crate) text: String,
}

/// Every message of a language in every form: one for each variant.
pub(crate) fn messages(lang: &str) -> Vec<Message> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales").join(lang);
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let file = format!("{lang}/{}", path.file_name().unwrap().to_str().unwrap());
        let text = fs::read_to_string(&path).unwrap();
        for entry in parse(text.as_str()).unwrap().body {
            let Entry::Message(message) = entry else { continue };
            let attributes = message.attributes.iter().map(|attribute| &attribute.value);
            for pattern in message.value.iter().chain(attributes) {
                let forms = (0..variants(pattern)).map(|variant| said(pattern, variant));
                let id = message.id.name.to_owned();
                found.extend(forms.map(|text| Message { file: file.clone(), id: id.clone(), text }));
            }
        }
    }
    assert!(found.len() > 300, "the messages are there");
    found
}

/// Of how many forms is the one that has most?
fn variants(pattern: &Pattern<&str>) -> usize {
    let in_placeables = pattern.elements.iter().map(|element| match element {
        PatternElement::Placeable { expression: Expression::Select { variants, .. } } => variants.len(),
        _ => 1,
    });
    in_placeables.max().unwrap_or(1)
}

/// The text in which each choice falls on this variant, or on its last.
fn said(pattern: &Pattern<&str>, variant: usize) -> String {
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                let here = variants.get(variant).or(variants.last()).unwrap();
                text.push_str(&said(&here.value, variant));
            }
            PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) } => {
                text.push_str(value);
            }
            PatternElement::Placeable { .. } => text.push_str(PUT_IN),
        }
    }
    text
}

#[test]
fn every_form_of_a_message_is_looked_at() {
    let forms: Vec<String> = messages("nl").into_iter().filter(|m| m.id == "found").map(|m| m.text).collect();
    assert_eq!(forms, ["1 incident".to_owned(), format!("{PUT_IN} incidenten")]);
}
