//! The words of an incident, folded for search, and in which field each of them stands.

use super::fold::fold;
use super::shelf::Kept;
use crate::model::Incident;
use crate::view::Field;

/// Characters of a text that a line of the timeline shows.
const SHOWN: usize = 300;

/// The beginning of a text as a line of the timeline shows it, and whether it goes on.
pub(super) fn beginning(text: &str) -> (&str, bool) {
    let text = text.trim();
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => (text[..end].trim_end(), true),
        None => (text, false),
    }
}

/// What a line shows of an incident: what happened, or the exact words if nothing else was written.
pub(super) fn shown(incident: &Incident) -> (Field, &str) {
    if incident.what.trim().is_empty() {
        (Field::ExactWords, &incident.exact_words)
    } else {
        (Field::What, &incident.what)
    }
}

/// All the words of an incident and its evidence, folded.
pub(super) struct Words {
    text: String,
    /// Where each part ends. What a line shows is the first part and stands in no field.
    ends: Vec<(Option<Field>, usize)>,
    /// Where the private note begins: it is the last part.
    note: usize,
}

impl Words {
    pub(super) fn of<'a>(incident: &'a Incident, evidence: impl Iterator<Item = &'a Kept>) -> Self {
        let (first, whole) = shown(incident);
        let mut made = Self { text: String::new(), ends: Vec::new(), note: 0 };
        // The text stands once whole: a word across the end of what is shown is found too.
        let visible = fold(beginning(whole).0).len();
        made.text.push_str(&fold(whole.trim_start()));
        made.ends.push((None, visible.min(made.text.len())));
        made.end(first);
        let rest =
            if first == Field::What { (Field::ExactWords, &incident.exact_words) } else { (first, &incident.what) };
        let Incident { who, effect, .. } = incident;
        for (field, part) in [
            rest,
            (Field::Where, &incident.place),
            (Field::Who, &who.name),
            (Field::Who, &who.recognised_by),
            (Field::Channel, &incident.channel),
            (Field::Reaction, &incident.reaction),
            (Field::Effect, &effect.description),
            (Field::Effect, &effect.injury),
            (Field::Effect, &effect.damage),
        ] {
            made.add(field, part);
        }
        for witness in &incident.witnesses {
            [&witness.name, &witness.contact].into_iter().for_each(|part| made.add(Field::Witness, part));
        }
        for report in &incident.reported {
            let parts = [&report.to, &report.number, &report.officer, &report.agreed];
            parts.into_iter().for_each(|part| made.add(Field::Reported, part));
        }
        incident.links.iter().for_each(|link| made.add(Field::Links, &link.reason));
        for kept in evidence {
            let parts = [&kept.evidence.name, &kept.caption, &kept.transcript];
            parts.into_iter().for_each(|part| made.add(Field::Evidence, part));
        }
        made.note = made.text.len();
        made.add(Field::PrivateNote, &incident.private_note);
        made
    }

    fn add(&mut self, field: Field, part: &str) {
        if !part.is_empty() {
            self.text.push_str(&fold(part));
            self.end(field);
        }
    }

    fn end(&mut self, field: Field) {
        self.text.push('\n');
        self.ends.push((Some(field), self.text.len()));
    }

    /// What is searched: all of it, or all but the private note.
    fn searched(&self, without_notes: bool) -> &str {
        if without_notes { &self.text[..self.note] } else { &self.text }
    }

    /// Do all these words, folded, occur?
    pub(super) fn have(&self, words: &[String], without_notes: bool) -> bool {
        let text = self.searched(without_notes);
        words.iter().all(|word| text.contains(word))
    }

    /// The fields in which those of these words stand that a line does not show.
    pub(super) fn elsewhere(&self, words: &[String], without_notes: bool) -> Vec<Field> {
        let (text, mut fields) = (self.searched(without_notes), Vec::new());
        for at in words.iter().filter_map(|word| text.find(word.as_str())) {
            let part = self.ends.partition_point(|(_, end)| *end <= at);
            if let Some((Some(field), _)) = self.ends.get(part)
                && !fields.contains(field)
            {
                fields.push(*field);
            }
        }
        fields
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::When;

    fn incident(what: &str, exact_words: &str) -> Incident {
        let when = When::Day("2026-03-03".parse().unwrap());
        Incident { what: what.into(), exact_words: exact_words.into(), ..Incident::at(when) }
    }

    fn elsewhere(incident: &Incident, words: &[&str]) -> Vec<Field> {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        let made = Words::of(incident, std::iter::empty());
        assert!(made.have(&words, false), "{words:?} do not occur");
        made.elsewhere(&words, false)
    }

    #[test]
    fn a_word_that_the_line_shows_stands_nowhere_else() {
        let one = incident("Hij belde één keer.", "Doe open");
        assert_eq!(elsewhere(&one, &["een"]), []);
        assert_eq!(elsewhere(&one, &["een", "open"]), [Field::ExactWords]);
    }

    #[test]
    fn a_word_after_what_is_shown_stands_further_on_in_the_same_text() {
        let long = incident(&format!("{} daarna vertrok hij", "Hij stond daar. ".repeat(30)), "");
        assert_eq!(elsewhere(&long, &["vertrok"]), [Field::What]);
        assert_eq!(elsewhere(&long, &["stond"]), []);
    }

    #[test]
    fn exact_words_are_shown_where_nothing_else_was_written() {
        let mut quote = incident(" ", "Doe open");
        quote.place = "Thuis".into();
        assert_eq!(elsewhere(&quote, &["open"]), []);
        assert_eq!(elsewhere(&quote, &["thuis"]), [Field::Where]);
    }

    #[test]
    fn a_beginning_is_cut_at_a_character_and_says_so() {
        assert_eq!(beginning("kort"), ("kort", false));
        let long = "é".repeat(400);
        let (begin, cut) = beginning(&long);
        assert_eq!((begin.chars().count(), cut), (SHOWN, true));
    }
}
