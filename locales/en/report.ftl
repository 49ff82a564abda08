# Words of the PDF timeline. Its reader is a police officer with ten minutes, later a prosecutor and a judge.
report-title = Timeline of incidents
report-subtitle = Written by the person concerned
report-subtitle-victim = Written by { $victim }
report-subtitle-suspect = About { $suspect }
report-subtitle-both = Written by { $victim }, about { $suspect }
report-footer = Made on { $made } · reference { $root }
report-page = Page
report-of = of
report-victim = Victim
report-suspect = Suspect
report-period = Period
report-made = Made on
report-from-to = { $from } to { $to }
report-file-name = timeline.pdf
report-summary = Summary
report-kinds = Kinds of incidents
report-kind = Kind
report-count = Number
report-week-of = Week of
report-weeks = Incidents per week
report-weeks-says = { $weeks ->
    [one] All incidents fall in the week of { $busiest }.
   *[other] Over { $weeks } weeks. The busiest week began on { $busiest }, with { $most ->
        [one] 1 incident
       *[other] { $most } incidents
    }. { $only ->
        [yes] { $quiet ->
            [0] Something in every week was chosen for this document.
            [one] In 1 week there is nothing that was chosen for this document.
           *[other] In { $quiet } weeks there is nothing that was chosen for this document.
        }
       *[no] { $quiet ->
            [0] Something was written down in every week.
            [one] In 1 week nothing was written down.
           *[other] In { $quiet } weeks nothing was written down.
        }
    }
}
report-contacts = Contact persons
report-contact-organisation = Organisation
report-contact-name = Name
report-contact-reach = Reached by
report-contact-case-number = Case number
report-measures = Measures
report-measure-kind = Measure
report-measure-from = From
report-measure-to = Until
report-measure-decided = Decided by, number
report-reading = How to read this
report-reading-told = Told
report-reading-told-text = What happened is told by the writer, in their own words.
report-reading-recorded = Recorded
report-reading-recorded-text = The time of writing down comes from the device's clock. Each incident says how much later it was written down.
report-reading-verified = Verified
report-reading-verified-text = A digital fingerprint (SHA-256) of each file was computed when it came in. It is in the list of evidence.
report-reading-claims = According to the file
report-reading-claims-text = Time, place and device out of a file are what the file says of itself. That was not verified.
report-reading-limits = No judgement
report-reading-limits-text = This document assesses no risk and draws no legal conclusions.
report-reading-erased = Erased
report-reading-erased-text = { $count ->
    [one] The writer erased 1 record or file for good. That this happened stands in the logbook; the content no longer does.
   *[other] The writer erased { $count } records or files for good. That this happened stands in the logbook; the content no longer does.
}
report-contents = Contents
report-timeline = Timeline
report-empty = Nothing was written down in this period.
report-about = around { $time }
report-since = since { $time }, still going on
report-some-time = time unknown
report-exact = Said or written, word for word
report-where = Where
report-coordinates = Coordinates
report-how-often = How often
report-times = { $count ->
    [one] once
   *[other] { $count } times
}
report-who = Who
report-who-unknown = unknown who
report-who-through = through someone else
report-recognised = recognised by: { $how }
report-channel = Through
report-witness = Witness
report-will-state = willing to make a statement
report-will-not-state = not willing to make a statement
report-reaction = Own reaction
report-fear = Fear
report-fear-of-ten = { $fear } of 10
report-effect = Effects
report-injury = Injury
report-damage = Damage
report-breached = Measure breached
report-reported = Reported to
report-agreed = Agreed
report-linked = Belongs with
report-linked-to = incident { $number }
report-mark-threat = THREAT
report-mark-violence = VIOLENCE
report-mark-weapon = WEAPON
report-mark-children = CHILDREN PRESENT
report-piece = Evidence { $number }: { $name }
report-recorded = Written down on { $when }.
report-recorded-later = Written down on { $when }, { $days ->
    [one] the next day
   *[other] { $days } days later
}.
report-changed = Changed on { $when }; the earlier text is in the annex.
report-withdrawn = Withdrawn incidents
report-withdrawn-because = Withdrawn by the writer. Reason: { $reason }
report-evidence = List of evidence
report-evidence-note = The files are kept as they came in. The SHA-256 is a fingerprint: if one character of the file changes, the SHA-256 changes.
report-with = Belongs with
report-type = Sort of file
report-size = Size
report-bytes = { $bytes ->
    [one] 1 byte
   *[other] { $bytes } bytes
}
report-kept = Kept on
report-caption = Shows
report-transcript = Transcript
report-claim-taken = Made, according to the file
report-claim-maker = Maker, according to the file
report-claim-model = Device, according to the file
report-claim-software = Program, according to the file
report-claim-place = Place, according to the file
report-note = Remark
report-pictures = Pictures
report-versions = Earlier texts
report-versions-note = For every incident that was changed or withdrawn, this is all that ever stood there.
report-versions-of = Incident { $number }
report-step-recorded = Written down on { $when }
report-step-amended = Changed on { $when }
report-step-withdrawn = Withdrawn on { $when }
report-step-restored = Brought back on { $when }
report-reason = Reason
report-when = When
report-what = What happened
report-check = Checking
report-check-log = The logbook has { $size ->
    [one] 1 record. It gives this fingerprint
   *[other] { $size } records. Together they give this fingerprint
} (the root of a Merkle tree, SHA-256):
report-check-meaning = If a record is changed or disappears, the fingerprint changes. Whoever got it earlier can see whether everything from then is still there.
report-check-files = Check a file with sha256sum (Linux), shasum -a 256 (macOS) or certutil -hashfile (Windows).
report-check-limits = The fingerprint does not prove that something happened. Did nobody get a fingerprint earlier? Then it does not prove when something was written down either.
report-attachment = The timeline as data (JSON)

## The first two pages, and the two for a conversation
report-title-consultation = Overview for a conversation
report-address = Own address
report-children = Children and others
report-choice = Chosen
report-only-kinds = only these kinds: { $kinds }
report-only-having = only with: { $having }
report-only-untold = only what nobody had been told yet
report-only-words = only those with these words: "{ $words }"
report-without-pictures = without pictures
report-without-effects = without effects
report-without-witnesses = without witnesses
report-without-coordinates = without coordinates
report-from-on = from { $from }
report-until = until { $to }
report-figure-incidents = { $count ->
    [one] incident
   *[other] incidents
}
report-figure-threats = with a threat
report-figure-violence = with violence
report-figure-weapon = with a weapon
report-figure-breaches = { $count ->
    [one] breach of a measure
   *[other] breaches of a measure
}
report-figure-children = with children present
report-figure-reported = reported
report-figure-evidence = { $count ->
    [one] piece of evidence
   *[other] pieces of evidence
}
report-in-force = In force
report-none-in-force = The logbook holds no measure that is in force on { $day }.
report-breaches = Breach
report-threats = Threat
report-violence = Violence
report-weapon = Weapon
report-first = First
report-last = Last
report-frightening = Most fear
report-with-weapon = threat with a weapon
report-and-more = { $count ->
    [one] And 1 other incident.
   *[other] And { $count } others.
}
report-trend = Trend
report-trend-says = { $only ->
    [yes] Of what was chosen for this document: { $now ->
        [0] no incidents
        [one] 1 incident
       *[other] { $now } incidents
    }
   *[no] { $now ->
        [0] No incidents
        [one] 1 incident
       *[other] { $now } incidents
    }
} in the last four weeks ({ $from } to { $to }), { $before ->
    [0] none
   *[other] { $before }
} in the four weeks before.
report-measures-unnamed = { $count ->
    [one] 1 breach does not say of which measure: no. { $which }.
   *[other] { $count } breaches do not say of which measure: no. { $which }.
}
report-not-described = Without a description.
report-mark-withdrawn = WITHDRAWN
report-day-number = { $day } (no. { $number })
report-times-all = { $count ->
    [one] Once
   *[other] { $count } times
}
report-times-last = { $count ->
    [one] Once, most recently
   *[other] { $count } times, most recently
}
report-with-fear = fear { $fear } of 10
report-legend-grave = with a threat, violence or a weapon
report-legend-other = other incidents
report-legend-breach = breach of a measure
report-weeks-grouped = Each bar counts { $group } weeks.
report-spot = { $of }: { $count ->
    [one] 1 incident
   *[other] { $count } incidents
}
report-spot-weeks = { $weeks ->
    [one] week of { $day }
   *[other] { $weeks } weeks from { $day }
}
report-spot-hour = { $day } from { $from } to { $to } hours
report-period-head = Period
report-trend-chart = By four weeks
report-breaches-chart = Breaches of measures
report-breach-unnamed = Not said which
report-breaches-says = { $count ->
    [one] 1 incident was a breach.
   *[other] { $count } incidents were a breach.
}
report-breaches-several = An incident can breach more than one measure.
report-most-often = Most often: { $name } ({ $count }).
report-chains = Incidents that were linked
report-chains-says = { $chains ->
    [one] 1 group of incidents that belong together.
   *[other] { $chains } groups of incidents that belong together.
} The largest has { $most } incidents, from { $from } to { $to }.
report-hours = Days and hours
report-hours-says = { $known ->
    [one] The time of 1 incident is known.
   *[other] The time of { $known } incidents is known.
}
report-hours-most-part = Of the parts of the day, most often: { $name } ({ $count }).
report-hours-most-day = Of the days, most often: { $name } ({ $count }).
report-hours-without = { $count ->
    [one] The time of 1 incident is not known.
   *[other] The time of { $count } incidents is not known.
}
report-part-1 = at night
report-part-2 = in the morning
report-part-3 = in the afternoon
report-part-4 = in the evening
report-total = Total
report-kinds-says = An incident can be of more than one kind.
report-measure-broken = Broken
report-broken = { $count ->
    [one] once
   *[other] { $count } times
}: no. { $list }
report-reports = Reported
report-report-when = On
report-report-to = To
report-report-number = Number
report-report-incident = Incident
report-report-agreed = Agreed
report-reports-earlier = { $count ->
    [one] 1 earlier report stands with its incident.
   *[other] { $count } earlier reports stand with their incidents.
}
report-put-in = Arrived
report-put-in-whole = on { $when }, while the logbook was locked
report-put-in-cut-off = on { $when }, while the logbook was locked; its end is missing
report-questions = Still open
report-ask-ends = Ends within 30 days: { $which }.
report-ask-no-measure = The logbook holds no measure that is in force.
report-ask-broken = { $count ->
    [one] No report is noted for 1 breach of a measure: no. { $which }.
   *[other] No report is noted for { $count } breaches of a measure: no. { $which }.
}
report-ask-unreported = { $count ->
    [one] No report is noted for 1 incident: no. { $which }.
   *[other] No report is noted for { $count } incidents: no. { $which }.
}
report-ask-number = The number of a report is not known. It is about incident no. { $which }.
report-ask-contact = No contact person is known at: { $which }.
report-steps = Agreed
report-step-by = by { $day }
report-step-open = Still to do: { $step }.
report-recent = The last eight weeks
report-recent-none = Nothing was written down in the last eight weeks.
report-recent-earlier = { $count ->
    [one] 1 earlier incident in these weeks does not stand here.
   *[other] { $count } earlier incidents in these weeks do not stand here.
}
report-month-1 = Jan
report-month-2 = Feb
report-month-3 = Mar
report-month-4 = Apr
report-month-5 = May
report-month-6 = Jun
report-month-7 = Jul
report-month-8 = Aug
report-month-9 = Sep
report-month-10 = Oct
report-month-11 = Nov
report-month-12 = Dec

## The recovery key on a page. Unless it is wanted, only the title stands above the digits: it gives nothing away.
sheet-file-name = numbers.pdf
sheet-title = Numbers
sheet-explained-title = Recovery key of your logbook
sheet-what-for = No longer know your passphrase? This key opens your logbook in Houvast. Choose ‘{ forgot }’ there and type the eight groups of digits.
sheet-who-has-it = Whoever has this key and can get at your device can read everything that you wrote down. A copy of your logbook is enough too.
sheet-where = Do not keep this page at home if the stalker can come there. Rather give it to someone you trust.
sheet-new-one = If you make a new key, this one no longer works. Then destroy this page.

## What an organisation has not been told yet
news-since = { $count ->
    [0] Since our contact on { $day } nothing new was written down.
    [one] Since our contact on { $day } there is 1 incident that you do not know of yet.
   *[other] Since our contact on { $day } there are { $count } incidents that you do not know of yet.
}
news-first = { $count ->
    [0] You know of everything that was written down so far.
    [one] There is 1 incident that you do not know of yet.
   *[other] There are { $count } incidents that you do not know of yet.
}
news-changed = { $count ->
    [one] This I told before, and corrected or completed later:
   *[other] These { $count } I told before, and corrected or completed later:
}
news-threat = With a threat
news-weapon = With a weapon
news-breach = This is a breach of a measure
news-fear = My fear: { $fear } of 10
news-evidence = { $count ->
    [one] I have 1 file as evidence of it
   *[other] I have { $count } files as evidence of it
}
