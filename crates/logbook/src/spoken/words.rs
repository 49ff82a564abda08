//! The words for times and days, Dutch and English together: hardly one means two things.

use chrono::Weekday;

use super::Language;

/// Names of days from Monday, in full.
pub(super) const DAYS: [[&str; 7]; 2] = [
    ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
];

/// Names of months, in full.
pub(super) const MONTHS: [[&str; 12]; 2] = [
    [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
];

const SHORT_MONTHS: [&[&str]; 12] = [
    &["jan"],
    &["feb", "febr"],
    &["mrt", "mar"],
    &["apr"],
    &[],
    &["jun"],
    &["jul"],
    &["aug"],
    &["sep", "sept"],
    &["okt", "oct"],
    &["nov"],
    &["dec"],
];
const SHORT_DAYS: [&[&str]; 7] = [
    &["ma", "mon"],
    &["di", "tue", "tues"],
    &["wo", "wed"],
    &["do", "thu", "thur", "thurs"],
    &["vr", "fri"],
    &["za", "sat"],
    &["zo", "sun"],
];
const WEEKDAYS: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// A language's place in the tables.
pub(super) fn row(language: Language) -> usize {
    match language {
        Language::Dutch => 0,
        Language::English => 1,
    }
}

/// Which part of a day, and of which day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Morning,
    Afternoon,
    Evening,
    /// From midnight until six of the day itself.
    Night,
    /// "Tuesday night": its evening, and the night after it.
    Overnight,
    /// "dinsdagnacht": the night before or the night after.
    EitherNight,
    /// "tussen de middag": when one has lunch.
    Lunch,
}

/// A month by its name, from 1.
pub(super) fn month(word: &str) -> Option<u32> {
    let full = |names: &[&str; 12]| names.iter().position(|name| name.eq_ignore_ascii_case(word));
    let place = MONTHS.iter().find_map(full).or_else(|| SHORT_MONTHS.iter().position(|some| some.contains(&word)))?;
    u32::try_from(place + 1).ok()
}

/// A day of the week by its full name.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    let word = word.strip_suffix('s').filter(|short| short.ends_with("day")).unwrap_or(word);
    let full = |names: &[&str; 7]| names.iter().position(|name| name.eq_ignore_ascii_case(word));
    DAYS.iter().find_map(full).map(|place| WEEKDAYS[place])
}

/// The same by its beginning, which is a word of its own as well: only before a date.
pub(super) fn short_weekday(word: &str) -> Option<Weekday> {
    SHORT_DAYS.iter().position(|some| some.contains(&word)).map(|place| WEEKDAYS[place])
}

/// A number in words, up to thirty.
pub(super) fn number(word: &str) -> Option<u32> {
    Some(match word {
        "een" | "one" | "a" | "an" => 1,
        "twee" | "two" => 2,
        "drie" | "three" => 3,
        "vier" | "four" => 4,
        "vijf" | "five" => 5,
        "zes" | "six" => 6,
        "zeven" | "seven" => 7,
        "acht" | "eight" => 8,
        "negen" | "nine" => 9,
        "tien" | "ten" => 10,
        "elf" | "eleven" => 11,
        "twaalf" | "twelve" => 12,
        "dertien" | "thirteen" => 13,
        "veertien" | "fourteen" => 14,
        "vijftien" | "fifteen" => 15,
        "zestien" | "sixteen" => 16,
        "zeventien" | "seventeen" => 17,
        "achttien" | "eighteen" => 18,
        "negentien" | "nineteen" => 19,
        "twintig" | "twenty" => 20,
        "dertig" | "thirty" => 30,
        "veertig" | "forty" => 40,
        "vijftig" | "fifty" => 50,
        _ => return None,
    })
}

/// "tienen", "half elven": how Dutch says about what time it is.
pub(super) fn rounded(word: &str) -> Option<u32> {
    Some(match word {
        "enen" => 1,
        "tweeen" => 2,
        "drieen" => 3,
        "vieren" => 4,
        "vijven" => 5,
        "zessen" => 6,
        "zevenen" => 7,
        "achten" => 8,
        "negenen" => 9,
        "tienen" => 10,
        "elven" => 11,
        "twaalven" => 12,
        _ => return None,
    })
}

/// A part of the day by a word of its own.
pub(super) fn part(word: &str) -> Option<Part> {
    Some(match word {
        "ochtend" | "ochtends" | "sochtends" | "smorgens" | "morgens" | "morning" => Part::Morning,
        "middag" | "middags" | "smiddags" | "namiddag" | "afternoon" => Part::Afternoon,
        "avond" | "avonds" | "savonds" | "evening" => Part::Evening,
        "nacht" | "nachts" | "snachts" => Part::EitherNight,
        "night" => Part::Overnight,
        "lunch" | "lunchtijd" | "lunchpauze" | "lunchtime" | "lunchbreak" => Part::Lunch,
        _ => return None,
    })
}

/// "maandagavond", "gisteravond", "vanochtend": the day's word and the part of it.
pub(super) fn compound(word: &str) -> Option<(&str, Part)> {
    ["ochtend", "morgen", "middag", "namiddag", "avond", "nacht"].iter().find_map(|end| {
        let day = word.strip_suffix(end).filter(|day| !day.is_empty())?;
        let part = if *end == "morgen" { Part::Morning } else { part(end)? };
        Some((day, part))
    })
}

/// A length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Minute,
    Quarter,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

pub(super) fn unit(word: &str) -> Option<Unit> {
    Some(match word {
        "minuut" | "minuten" | "minuutje" | "min" | "mins" | "minute" | "minutes" => Unit::Minute,
        "kwartier" | "kwartiertje" => Unit::Quarter,
        "uur" | "uren" | "uurtje" | "u" | "h" | "hour" | "hours" => Unit::Hour,
        "dag" | "dagen" | "day" | "days" => Unit::Day,
        "week" | "weken" | "weeks" => Unit::Week,
        "maand" | "maanden" | "month" | "months" => Unit::Month,
        "jaar" | "jaren" | "year" | "years" => Unit::Year,
        _ => return None,
    })
}

/// It was about then.
pub(super) fn about(word: &str) -> bool {
    matches!(
        word,
        "rond"
            | "rondom"
            | "omstreeks"
            | "ongeveer"
            | "zowat"
            | "zon"
            | "circa"
            | "ca"
            | "tegen"
            | "misschien"
            | "waarschijnlijk"
            | "around"
            | "about"
            | "roughly"
            | "approximately"
            | "approx"
            | "ish"
            | "maybe"
            | "probably"
            | "nearly"
            | "almost"
            | "bijna"
    )
}

/// A time of the clock comes next.
pub(super) fn before_clock(word: &str) -> bool {
    about(word)
        || matches!(
            word,
            "om" | "at" | "by" | "just" | "net" | "iets" | "even" | "kort" | "na" | "voor" | "after" | "before"
        )
}

/// It began then and goes on.
pub(super) fn since(word: &str) -> bool {
    matches!(word, "sinds" | "vanaf" | "sedert" | "since" | "from")
}

/// Nothing of the past.
pub(super) fn coming(word: &str) -> bool {
    matches!(
        word,
        "overmorgen" | "straks" | "volgende" | "volgend" | "komende" | "tomorrow" | "next" | "upcoming" | "coming"
    )
}

/// The one before this one.
pub(super) fn previous(word: &str) -> bool {
    matches!(word, "vorige" | "vorig" | "verleden" | "last" | "previous")
}

/// The time until now.
pub(super) fn recent(word: &str) -> bool {
    matches!(word, "afgelopen" | "laatste" | "past")
}

pub(super) fn this(word: &str) -> bool {
    matches!(word, "deze" | "dit" | "this" | "vandeweek")
}

pub(super) fn now(word: &str) -> bool {
    matches!(word, "nu" | "zojuist" | "zonet" | "daarnet" | "daarstraks" | "zoeven" | "now")
}

/// Words that change nothing.
pub(super) fn filler(word: &str) -> bool {
    matches!(
        word,
        "om" | "op"
            | "a"
            | "an"
            | "de"
            | "het"
            | "t"
            | "s"
            | "uur"
            | "u"
            | "uurtje"
            | "ergens"
            | "in"
            | "aan"
            | "was"
            | "is"
            | "ik"
            | "denk"
            | "dat"
            | "nog"
            | "al"
            | "zo"
            | "precies"
            | "exact"
            | "tijdens"
            | "loop"
            | "van"
            | "toen"
            | "pas"
            | "dus"
            | "er"
            | "gebeurde"
            | "datum"
            | "tijd"
            | "onbekend"
            | "vroeg"
            | "laat"
            | "vroege"
            | "late"
            | "net"
            | "iets"
            | "even"
            | "kort"
            | "begon"
            | "gebeurd"
            | "jl"
            | "met"
            | "right"
            | "jongstleden"
            | "laatst"
            | "jaar"
            | "at"
            | "on"
            | "the"
            | "oclock"
            | "some"
            | "time"
            | "sometime"
            | "of"
            | "it"
            | "i"
            | "think"
            | "exactly"
            | "early"
            | "happened"
            | "began"
            | "started"
            | "during"
            | "just"
            | "by"
            | "hours"
            | "hrs"
            | "h"
            | "earlier"
            | "eerder"
    )
}
