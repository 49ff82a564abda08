# Words of the PDF timeline. Its reader is a police officer with ten minutes, later a prosecutor and a judge.
report-title = Timeline of incidents
report-subtitle = Written by the person concerned
report-subtitle-victim = Written by { $victim }
report-subtitle-suspect = About { $suspect }
report-subtitle-both = Written by { $victim }, about { $suspect }
report-footer = Made on { $made } · mark { $root }
report-page = Page
report-of = of
report-victim = Victim
report-suspect = Suspect
report-period = Period
report-made = Made on
report-from-to = { $from } to { $to }
report-file-name = timeline.pdf
report-summary = Summary
report-says-count = { $count ->
    [one] In this period 1 incident was written down.
   *[other] In this period { $count } incidents were written down.
}
report-says-threats = With a threat: { $count }.
report-says-violence = With violence: { $count }.
report-says-weapon = With a weapon: { $count }.
report-says-children = With children present: { $count }.
report-says-breaches = Breach of a measure: { $count }.
report-says-reported = Reported to an organisation: { $count }.
report-says-evidence = Pieces of evidence: { $count }.
report-says-first-last = The first incident was on { $first }, the last on { $last }.
report-kinds = Kinds of incidents
report-kind = Kind
report-count = Number
report-weeks = Incidents per week
report-weeks-says = { $weeks ->
    [one] All incidents fall in the week of { $busiest }.
   *[other] Over { $weeks } weeks. The busiest week began on { $busiest }, with { $most } incidents. In { $quiet } weeks nothing was written down.
}
report-contacts = Contact persons
report-contact-organisation = Organisation
report-contact-name = Name
report-contact-role = Role
report-contact-reach = Reached by
report-contact-case-number = Case number
report-measures = Measures
report-measure-kind = Measure
report-measure-from = From
report-measure-to = Until
report-measure-decided = Decided by
report-measure-number = Number
report-reading = How to read this
report-reading-told = Told
report-reading-told-text = What happened is told by the writer, in their own words.
report-reading-recorded = Recorded
report-reading-recorded-text = When something was written down comes from the device's clock. Each incident says how much later it was written down.
report-reading-verified = Verified
report-reading-verified-text = The SHA-256 of each file was computed when it came in. It stands in the list of evidence.
report-reading-claims = According to the file
report-reading-claims-text = Time, place and device out of a file are what the file says of itself. That was not verified.
report-reading-limits = Not meant
report-reading-limits-text = This document assesses no risk and draws no legal conclusions.
report-reading-erased = Erased
report-reading-erased-text = { $count ->
    [one] The author erased 1 entry or file for good. That this happened stands in the logbook; the content no longer does.
   *[other] The author erased { $count } entries or files for good. That this happened stands in the logbook; the content no longer does.
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
report-times = { $count } times
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
    [one] 1 day later
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
report-bytes = { $bytes } bytes
report-kept = Kept on
report-caption = Shows
report-transcript = Written out
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
report-step-restored = Counts again since { $when }
report-reason = Reason
report-when = When
report-what = What happened
report-check = Checking
report-check-log = The logbook has { $size } records. Together they give this fingerprint (the root of a Merkle tree, SHA-256):
report-check-meaning = If a record is changed or disappears, the fingerprint changes. Whoever got it earlier can see whether everything from then is still there.
report-check-files = Check a file with sha256sum (Linux), shasum -a 256 (macOS) or certutil -hashfile (Windows).
report-check-limits = The fingerprint does not prove that something happened. Without a fingerprint given earlier it does not prove either when something was written down.
report-attachment = The timeline as data (JSON)

## The recovery key on a page. Unless it is wanted, only the title stands above the digits: it gives nothing away.
sheet-file-name = numbers.pdf
sheet-title = Numbers
sheet-explained-title = Recovery key of your logbook
sheet-what-for = No longer know your passphrase? This key opens your logbook in Houvast. Choose ‘{ forgot }’ there and type the eight groups of digits.
sheet-who-has-it = Whoever has this key and can get at your device can read everything that you wrote down. A copy of your logbook is enough too.
sheet-where = Do not keep this page at home if the stalker can come there. Rather give it to someone you trust.
sheet-new-one = If you make a new key, this one no longer works. Then destroy this page.
