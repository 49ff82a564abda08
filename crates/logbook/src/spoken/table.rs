//! What people say, and what it means. It is Wednesday 25 November 2026, 15.20, in Amsterdam.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, TimeDelta, Weekday};
use proptest::prelude::*;

use super::{Heard, Here, Language, hear, say};
use crate::model::When;

/// `=` exactly, `~` about, `day`, `..` a period, `>` since then; `|` between what it can be; `often` again and again, with
/// the stretch in which it was, if that was said; hours without a day are those of the day before them.
const DUTCH: &str = "
nu => =11-25 15:20
zojuist => =11-25 15:20
net => =11-25 15:20
daarnet => =11-25 15:20
een uur geleden => ~11-25 14:20
2 uur geleden => ~11-25 13:20
anderhalf uur geleden => ~11-25 13:50
een half uur geleden => ~11-25 14:50
een kwartier geleden => ~11-25 15:05
ongeveer tien minuten geleden => ~11-25 15:10
20 min geleden => ~11-25 15:00
vandaag => day 11-25
gisteren => day 11-24
eergisteren => day 11-23
ergens gisteren => day 11-24
drie dagen geleden => day 11-22
een week geleden => day 11-18
twee weken geleden => day 11-11
gisteren rond 10 uur => ~11-24 10:00 | ~11-24 22:00
Gisteren om 10 uur. => =11-24 10:00 | =11-24 22:00
gisteren om 22 uur => =11-24 22:00
gisteren om 14.30 uur => =11-24 14:30
gisteren 14:30 => =11-24 14:30
gisteren om 14u30 => =11-24 14:30
gisteren om 09:15 => =11-24 09:15
gisteren om 9:15 => =11-24 09:15 | =11-24 21:15
gisteren om half tien 's avonds => =11-24 21:30
gisteravond rond half tien => ~11-24 21:30
gisteravond om kwart voor elf => =11-24 22:45
gisteravond tien over half acht => =11-24 19:40
gisteravond vijf voor half 10 => =11-24 21:25
gisterochtend om kwart over 8 => =11-24 08:15
gistermiddag om een uur => =11-24 13:00
gisteravond om 1 uur => =11-25 01:00
gisteravond tegen tienen => ~11-24 22:00
gisteravond rond half elven => ~11-24 22:30
gisteren een uur of tien => ~11-24 10:00 | ~11-24 22:00
gisteravond een uur of negen => ~11-24 21:00
gisteravond => 11-24 18:00 .. 11-24 23:59
gisteren morgen => 11-24 06:00 .. 11-24 12:00
gisternacht => 11-24 00:00 .. 11-24 06:00 | 11-25 00:00 .. 11-25 06:00
vannacht => 11-25 00:00 .. 11-25 06:00
vannacht om 3 uur => =11-25 03:00
vannacht rond half twaalf => ~11-24 23:30
vannacht om 12 uur => =11-25 00:00
gister nacht om 2 uur => =11-24 02:00 | =11-25 02:00
afgelopen nacht rond 3 uur => ~11-25 03:00
kwart over tien gisteravond => =11-24 22:15
dinsdag jl. om 22 uur => =11-24 22:00
vannacht tussen 2 en 4 => 11-25 02:00 .. 11-25 04:00
vanochtend => 11-25 06:00 .. 11-25 12:00
vanmorgen om 7 uur => =11-25 07:00
vanmiddag => 11-25 12:00 .. 11-25 15:20
vanmiddag om half 2 => =11-25 13:30
om 10 uur => =11-25 10:00
om 18 uur => =11-24 18:00
om half acht => =11-25 07:30
's avonds rond 9 => ~11-24 21:00
middernacht => =11-25 00:00
rond de middag => ~11-25 12:00
gisteravond na 10 uur => 11-24 22:00 .. 11-24 23:59
gisterochtend voor 8 uur => 11-24 06:00 .. 11-24 08:00
een paar uur geleden => 11-25 10:20 .. 11-25 13:20
een paar dagen geleden => 11-20 00:00 .. 11-23 23:59
met kerst => 2025-12-25 00:00 .. 2025-12-26 23:59
oudejaarsavond rond 11 uur => ~2025-12-31 23:00
gisteren om 12 uur => =11-24 12:00 | =11-25 00:00
gisteren om half een => =11-24 00:30 | =11-24 12:30
gisteren om 12 uur 's middags => =11-24 12:00
gisteren kwart voor één 's nachts => =11-24 00:45
maandag => day 11-23
maandag half acht => =11-23 07:30 | =11-23 19:30
maandagavond half acht => =11-23 19:30
woensdag => day 11-18 | day 11-25
afgelopen woensdag => day 11-18
vorige maandag om 8 uur 's ochtends => =11-23 08:00
dinsdagnacht om 2 uur => =11-24 02:00 | =11-25 02:00
in de nacht van maandag op dinsdag => 11-24 00:00 .. 11-24 06:00
in de nacht van maandag op dinsdag om 2 uur => =11-24 02:00
vorige week dinsdag om 14.30 => =11-17 14:30
dinsdag vorige week => day 11-17
deze week maandag => day 11-23
vorige week => 11-16 00:00 .. 11-22 23:59
van de week => 11-23 00:00 .. 11-25 15:20
afgelopen week => 11-18 00:00 .. 11-25 15:20
afgelopen weekend => 11-21 00:00 .. 11-22 23:59
vorige maand => 10-01 00:00 .. 10-31 23:59
deze maand => 11-01 00:00 .. 11-25 15:20
vorig jaar => 2025-01-01 00:00 .. 2025-12-31 23:59
twee maanden geleden => 09-01 00:00 .. 09-30 23:59
3 maart => day 03-03
3 mrt => day 03-03
3 december => day 2025-12-03
3 maart rond half tien => ~03-03 09:30 | ~03-03 21:30
di 3 maart 2026 om 21.30 uur => =03-03 21:30
dinsdag 3 maart 2026 => day 03-03
woensdag 3 maart 2026 => ?
3-3-2026 => day 03-03
3/3/26 om 21:30 => =03-03 21:30
2026-03-03 21:30 => =03-03 21:30
de 3e => day 11-03
op 3 maart om 2 uur 's nachts => =03-03 02:00
29 februari 2024 => day 2024-02-29
29 februari => day 2024-02-29
31 februari => ?
in maart => 03-01 00:00 .. 03-31 23:59
eind maart => 03-21 00:00 .. 03-31 23:59
half maart => 03-11 00:00 .. 03-20 23:59
eind vorige week => 11-19 00:00 .. 11-22 23:59
begin vorige week => 11-16 00:00 .. 11-18 23:59
begin deze week => 11-23 00:00 .. 11-25 15:20
in het begin van deze week => 11-23 00:00 .. 11-25 15:20
aan het eind van vorige week => 11-19 00:00 .. 11-22 23:59
eind vorige week, vrijdag => day 11-20
midden vorige week => 11-17 00:00 .. 11-19 23:59
eind deze week => future
begin van de maand => 11-01 00:00 .. 11-10 23:59
eind vorige maand => 10-21 00:00 .. 10-31 23:59
begin dit jaar => 01-01 00:00 .. 04-30 23:59
eind vorig jaar => 2025-09-01 00:00 .. 2025-12-31 23:59
sinds begin deze week => >11-23 00:00
tussen de middag => 11-25 12:00 .. 11-25 14:00
gisteren tussen de middag => 11-24 12:00 .. 11-24 14:00
maandag tussen de middag om half een => =11-23 12:30
maandag tussen de middag om 1 uur => =11-23 13:00
tussen de middag en 3 uur => 11-25 12:00 .. 11-25 15:00
in de lunchpauze => 11-25 12:00 .. 11-25 14:00
elke nacht => often
iedere nacht rond 3 uur => often
elke nacht tussen 2 en 4 => often
dagelijks => often
om de dag => often
elke maandagavond => often
elke dag deze week => often 11-23 00:00 .. 11-25 15:20
iedere avond vorige week om 10 uur => often 11-16 00:00 .. 11-22 23:59
deze week elke ochtend => often 11-23 00:00 .. 11-25 15:20
elke nacht sinds maandag => often >11-23 00:00
al drie weken elke dag => often >11-04 00:00
elke dag van maandag tot en met woensdag => often 11-23 00:00 .. 11-25 15:20
elk uur gisteren => often day 11-24
elke 10 minuten gisteren => often day 11-24
elke dag volgende week => future
elke keer => ?
elke nacht blurk => ?
maart 2025 => 2025-03-01 00:00 .. 2025-03-31 23:59
rond 3 maart => 03-02 00:00 .. 03-04 23:59
tussen 22 en 23 uur => 11-24 22:00 .. 11-24 23:00
gisteren tussen 22 en 23 uur => 11-24 22:00 .. 11-24 23:00
gisteren tussen 10 en 11 => 11-24 10:00 .. 11-24 11:00 | 11-24 22:00 .. 11-24 23:00
gisteravond tussen 11 en 1 => 11-24 23:00 .. 11-25 01:00
maandag van 22 tot 2 uur => 11-23 22:00 .. 11-24 02:00
22:00-23:30 => 11-24 22:00 .. 11-24 23:30
gisteren 20-22 uur => 11-24 20:00 .. 11-24 22:00
vanmiddag van 2 tot nu => 11-25 14:00 .. 11-25 15:20
van maandag tot en met woensdag => 11-23 00:00 .. 11-25 15:20
tussen 3 en 5 maart => 03-03 00:00 .. 03-05 23:59
van 3 t/m 5 maart => 03-03 00:00 .. 03-05 23:59
de hele dag => 11-25 00:00 .. 11-25 15:20
gisteren de hele dag => 11-24 00:00 .. 11-24 23:59
de hele nacht => 11-25 00:00 .. 11-25 06:00
de laatste drie dagen => 11-22 00:00 .. 11-25 15:20
het afgelopen uur => 11-25 14:20 .. 11-25 15:20
sinds maart => >03-01 00:00
sinds gisteren => >11-24 00:00
vanaf maandag 22 uur => >11-23 22:00
al drie weken => >11-04 00:00
gisteren, gaat nog door => >11-24 00:00
zondag 25 oktober om 02:30 => =10-25 02:30+02:00
29 maart om 02:30 => =03-29 02:30+02:00
morgen => future
overmorgen om 10 uur => future
volgende week => future
vanavond => future
over een uur => future
vandaag om 23:00 => future
3 maart 2027 => future
rond 25 uur => ?
ik weet het niet meer => ?
10 => ?
gisteren gisteren => ?
tussen => ?
";

const ENGLISH: &str = "
now => =11-25 15:20
just now => =11-25 15:20
an hour ago => ~11-25 14:20
about two hours ago => ~11-25 13:20
half an hour ago => ~11-25 14:50
an hour and a half ago => ~11-25 13:50
ten minutes ago => ~11-25 15:10
today => day 11-25
yesterday => day 11-24
the day before yesterday => day 11-23
some time yesterday => day 11-24
three days ago => day 11-22
two weeks ago => day 11-11
yesterday at 3 pm => =11-24 15:00
yesterday at 3pm => =11-24 15:00
yesterday at 3 p.m. => =11-24 15:00
yesterday at 3:30 pm => =11-24 15:30
yesterday at 12 am => =11-24 00:00
yesterday at noon => =11-24 12:00
yesterday at 3 => =11-24 03:00 | =11-24 15:00
yesterday around ten => ~11-24 10:00 | ~11-24 22:00
yesterday at half past nine in the evening => =11-24 21:30
yesterday at half nine => =11-24 09:30 | =11-24 21:30
yesterday at a quarter past ten => =11-24 10:15 | =11-24 22:15
twenty to ten yesterday evening => =11-24 21:40
yesterday morning at nine thirty => =11-24 09:30
yesterday at 10 o'clock => =11-24 10:00 | =11-24 22:00
yesterday at 21:30 => =11-24 21:30
last night => 11-24 18:00 .. 11-25 06:00
last night around ten => ~11-24 22:00
last night at 3 => =11-25 03:00
last night at midnight => =11-25 00:00
yesterday evening after 10 => 11-24 22:00 .. 11-24 23:59
a few days ago => 11-20 00:00 .. 11-23 23:59
the night before last => 11-23 18:00 .. 11-24 06:00
New Year's Eve => 2025-12-31 18:00 .. 2025-12-31 23:59
this morning => 11-25 06:00 .. 11-25 12:00
early this morning => 11-25 06:00 .. 11-25 12:00
this morning at 7 => =11-25 07:00
this afternoon => 11-25 12:00 .. 11-25 15:20
yesterday evening => 11-24 18:00 .. 11-24 23:59
at 10 => =11-25 10:00
on Monday => day 11-23
last Monday at 7:30 am => =11-23 07:30
Tuesday night => 11-24 18:00 .. 11-25 06:00
Wednesday => day 11-18 | day 11-25
Tuesday last week at 14:30 => =11-17 14:30
last week Tuesday => day 11-17
last week => 11-16 00:00 .. 11-22 23:59
this week => 11-23 00:00 .. 11-25 15:20
last weekend => 11-21 00:00 .. 11-22 23:59
last month => 10-01 00:00 .. 10-31 23:59
last year => 2025-01-01 00:00 .. 2025-12-31 23:59
March 3 => day 03-03
3 March => day 03-03
March 3rd, 2025 => day 2025-03-03
the 3rd of March at 9.30 pm => =03-03 21:30
3 March around half past nine => ~03-03 09:30 | ~03-03 21:30
3/12/2025 => day 2025-12-03
in March => 03-01 00:00 .. 03-31 23:59
end of March => 03-21 00:00 .. 03-31 23:59
late last week => 11-19 00:00 .. 11-22 23:59
at the end of last week => 11-19 00:00 .. 11-22 23:59
early this week => 11-23 00:00 .. 11-25 15:20
at the beginning of this week => 11-23 00:00 .. 11-25 15:20
in the middle of last week => 11-17 00:00 .. 11-19 23:59
at the start of the month => 11-01 00:00 .. 11-10 23:59
late last night => 11-24 18:00 .. 11-25 06:00
at lunchtime => 11-25 12:00 .. 11-25 14:00
yesterday over lunch => ?
yesterday at lunch time => 11-24 12:00 .. 11-24 14:00
every night => often
each evening around ten => often
every Monday night => often
every other day => often
daily => often
every day this week => often 11-23 00:00 .. 11-25 15:20
every night last week between 2 and 4 => often 11-16 00:00 .. 11-22 23:59
every night for three weeks => often >11-04 00:00
each day since Monday => often >11-23 00:00
every time => ?
in 2025 => 2025-01-01 00:00 .. 2025-12-31 23:59
between 10 and 11 pm yesterday => 11-24 10:00 .. 11-24 23:00 | 11-24 22:00 .. 11-24 23:00
yesterday between ten and eleven => 11-24 10:00 .. 11-24 11:00 | 11-24 22:00 .. 11-24 23:00
from Monday to Wednesday => 11-23 00:00 .. 11-25 15:20
yesterday from 22:00 to 02:00 => 11-24 22:00 .. 11-25 02:00
all day => 11-25 00:00 .. 11-25 15:20
all day yesterday => 11-24 00:00 .. 11-24 23:59
the past two days => 11-23 00:00 .. 11-25 15:20
since March => >03-01 00:00
since yesterday => >11-24 00:00
since last week => >11-16 00:00
for three weeks => >11-04 00:00
yesterday, still going on => >11-24 00:00
gisteren om 10 uur 's avonds => =11-24 22:00
tomorrow => future
next week => future
in two hours => future
tonight => future
last blursday => ?
I do not remember => ?
";

/// Central European time, by its rule.
fn amsterdam(local: NaiveDateTime) -> FixedOffset {
    let change = |month: u32, hour: u32| {
        let last = NaiveDate::from_ymd_opt(local.year(), month, 31).unwrap();
        let back = last.weekday().days_since(Weekday::Sun);
        (last - TimeDelta::days(i64::from(back))).and_hms_opt(hour, 0, 0).unwrap()
    };
    let hours = if local >= change(3, 2) && local < change(10, 3) { 2 } else { 1 };
    FixedOffset::east_opt(hours * 3600).unwrap()
}

fn here() -> Here<'static> {
    Here { now: "2026-11-25T15:20:41+01:00".parse().unwrap(), offset: &amsterdam }
}

fn short(when: &When) -> String {
    let local = |at: &DateTime<FixedOffset>| {
        let usual = amsterdam(at.naive_local()) == *at.offset();
        let summer = matches!((at.month(), at.day()), (3, 29) | (10, 25));
        format!(
            "{}{}",
            at.format("%Y-%m-%d %H:%M"),
            if usual && !summer { String::new() } else { at.format("%:z").to_string() }
        )
    };
    let long = match when {
        When::Exact(at) => format!("={}", local(at)),
        When::About(at) => format!("~{}", local(at)),
        When::Day(day) => format!("day {day}"),
        When::Period { from, to } => format!("{} .. {}", local(from), local(to)),
        When::Since(at) => format!(">{}", local(at)),
    };
    long.replace("2026-", "")
}

fn shown(heard: &Heard) -> String {
    match heard {
        Heard::When(when) => short(when),
        Heard::Which(some) => some.iter().map(short).collect::<Vec<_>>().join(" | "),
        Heard::Often(None) => "often".to_owned(),
        Heard::Often(Some(when)) => format!("often {}", short(when)),
        Heard::Future => "future".to_owned(),
        Heard::Nothing => "?".to_owned(),
    }
}

fn rows(table: &str) -> impl Iterator<Item = (&str, &str)> {
    table.lines().filter_map(|line| line.split_once(" => "))
}

fn holds(table: &str, language: Language) {
    let wrong: Vec<String> = rows(table)
        .filter_map(|(said, wanted)| {
            let found = shown(&hear(said, &here(), language));
            (found != wanted).then(|| format!("{said}: {found}, not {wanted}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_said_in_dutch_is_understood() {
    assert!(rows(DUTCH).count() >= 80);
    holds(DUTCH, Language::Dutch);
}

#[test]
fn what_is_said_in_english_is_understood() {
    assert!(rows(ENGLISH).count() >= 60);
    holds(ENGLISH, Language::English);
}

#[test]
fn half_10_is_an_hour_later_in_english() {
    assert_eq!(shown(&hear("gisteravond half 10", &here(), Language::Dutch)), "~11-24 21:30".replace('~', "="));
    assert_eq!(shown(&hear("yesterday evening half 10", &here(), Language::English)), "=11-24 22:30");
}

#[test]
fn just_after_midnight_the_night_is_the_one_that_one_is_in() {
    let here = Here { now: "2026-11-25T01:10:00+01:00".parse().unwrap(), offset: &amsterdam };
    for (said, wanted) in [
        ("vannacht", "11-25 00:00 .. 11-25 01:10"),
        ("een uur geleden", "~11-25 00:10"),
        ("gisteravond om elf uur", "=11-24 23:00"),
        ("vannacht om half een", "=11-25 00:30"),
        ("om half twaalf", "=11-24 11:30 | =11-24 23:30"),
    ] {
        assert_eq!(shown(&hear(said, &here, Language::Dutch)), wanted, "{said}");
    }
}

#[test]
fn an_hour_ago_is_an_hour_ago_when_the_clocks_change() {
    let here = Here { now: "2026-03-29T03:30:00+02:00".parse().unwrap(), offset: &amsterdam };
    assert_eq!(shown(&hear("een uur geleden", &here, Language::Dutch)), "~03-29 01:30+01:00");
}

#[test]
fn it_is_said_back_as_one_would_say_it() {
    let say_back = |said, language| match hear(said, &here(), language) {
        Heard::When(when) => say(&when, language),
        other => panic!("{said}: {other:?}"),
    };
    let dutch = [
        ("gisteren rond 22 uur", "dinsdag 24 november 2026, rond 22.00 uur"),
        ("gisteren", "ergens op dinsdag 24 november 2026"),
        ("gisteravond tussen 10 en 11", "dinsdag 24 november 2026, van 22.00 tot 23.00 uur"),
        ("sinds maart", "sinds zondag 1 maart 2026"),
        (
            "van maandag 22 uur tot nu",
            "van maandag 23 november 2026, 22.00 uur tot woensdag 25 november 2026, 15.20 uur",
        ),
    ];
    for (said, wanted) in dutch {
        assert_eq!(say_back(said, Language::Dutch), wanted);
    }
    assert_eq!(say_back("last night around ten", Language::English), "Tuesday 24 November 2026, around 22:00");
}

/// Every sentence that is shown is understood to mean what it was made from.
fn comes_back(heard: &Heard, here: &Here<'_>) {
    let found = match heard {
        Heard::When(when) | Heard::Often(Some(when)) => std::slice::from_ref(when),
        Heard::Which(some) => some,
        _ => &[],
    };
    for when in found {
        for language in [Language::Dutch, Language::English] {
            let words = say(when, language);
            assert_eq!(hear(&words, here, language), Heard::When(when.clone()), "{words}");
        }
    }
}

#[test]
fn what_is_said_back_means_the_same() {
    for (table, language) in [(DUTCH, Language::Dutch), (ENGLISH, Language::English)] {
        for (said, _) in rows(table) {
            comes_back(&hear(said, &here(), language), &here());
        }
    }
}

/// Words that mean something, in any order.
fn words() -> impl Strategy<Value = String> {
    let known: Vec<&str> = rows(DUTCH).chain(rows(ENGLISH)).flat_map(|(said, _)| said.split(' ')).collect();
    proptest::collection::vec(proptest::sample::select(known), 1..9).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn any_text_is_taken(text in ".{0,210}", dutch in any::<bool>()) {
        let language = if dutch { Language::Dutch } else { Language::English };
        comes_back(&hear(&text, &here(), language), &here());
    }

    #[test]
    fn any_words_are_taken_at_any_time(text in words(), dutch in any::<bool>(), at in 0_i64..2_400_000_000) {
        let language = if dutch { Language::Dutch } else { Language::English };
        let utc = DateTime::from_timestamp(at, 0).unwrap().naive_utc();
        let offset = amsterdam(utc);
        let here = Here { now: utc.and_utc().with_timezone(&offset), offset: &amsterdam };
        comes_back(&hear(&text, &here, language), &here);
    }
}
