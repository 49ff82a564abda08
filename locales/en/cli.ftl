# Texts of the command line.
cli-ask-passphrase = Passphrase:
cli-ask-new-passphrase = New passphrase:
cli-ask-again = Once more:
cli-ask-recovery-key = Recovery key:
cli-not-the-same = The two are not the same. Try again.
cli-no-terminal = No passphrase can be asked for here. Use --passphrase-file.
cli-empty-passphrase = The first line of { $what } is empty. Put the passphrase there.
cli-cannot-read = { $name } cannot be read: { $reason }. See whether the file is there and whether you may read it.
cli-cannot-write = { $name } cannot be written: { $reason }. Choose another place or make room.
cli-not-an-object = { $what } holds no JSON object. Give an object, or for record an array of them.
cli-bad-json = { $what }. Correct the JSON and try again; nothing was saved.
cli-bad-entry = Entry { $what }. Correct this and try again; nothing was saved.
cli-entry = Entry { $place }: { $sentence } Nothing was saved.
cli-unknown-field = Note: the field "{ $what }" is not known. It is kept, but not shown.
cli-bad-id = "{ $what }" is no id. An id has ten letters and digits; list shows them.
cli-bad-kind = "{ $what }" is no kind. Choose from: coming-close, calls, messages, email, post, gifts, threat, violence, damage, sexual, through-others, cyberstalking, false-reports, breach, other.
cli-bad-having = "{ $what }" is no choice here. Choose from: breach, threat, violence, weapon, evidence, untold.
cli-bad-time = "{ $what }" is no time. Write for example 2026-03-03T21:30:00+01:00, a day: 2026-03-03, or "yesterday around 10 pm".
cli-which-time = This can mean more than one thing: { $what }. Write which one you mean.
cli-often-time = This happened more than once. Give the time in which it happened: "{ $what }". How often it was fits in how_often; or write each time down by itself.
cli-often-no-time = "{ $what }" was more than once. Give the time in which it happened, such as "from Monday to Wednesday". How often it was fits in how_often; or write each time down by itself.
cli-future-time = "{ $what }" is still to come. Write down what has happened.
cli-created = The logbook is made. This is your recovery key. Write it down and keep it in a safe place; it is shown only once.
cli-problems-at-opening = Note: something is wrong with this logbook. Use check to see what; the rest can be read.
cli-nothing-found = Nothing found.
cli-file-refused = { $name } was not kept. { $sentence }
cli-extracted = Written: { $name }. The SHA-256 is right.
cli-saved = Saved.
cli-checking = Checking
cli-all-holds = Everything holds.
cli-problems = { $count ->
    [one] 1 thing does not hold. The rest can be read.
   *[other] { $count } things do not hold. The rest can be read.
}
cli-report-making = Making the report
cli-report-written = Written: { $name }. Whoever has this file can read it.
cli-passphrase-changed = The new passphrase works. The old one no longer does.
cli-old-copies = Does somebody have an old copy of this logbook and your old passphrase or recovery key? That person can open later copies too. Then begin a new logbook.
cli-new-recovery-key = This is your new recovery key. The old one no longer works.
cli-key-sheet-written = Written: { $name }. Print it and then delete the file: whoever finds it has your recovery key.
cli-victim = Victim
cli-suspect = Suspect
cli-about = about { $when }
cli-since = since { $when }
cli-withdrawn = Withdrawn
cli-kind = Kind
cli-where = Where
cli-who = Who
cli-channel = Through
cli-what = What happened
cli-exact-words = Exact words
cli-reaction = Own reaction
cli-effect = Effects
cli-private-note = Only for you
cli-history = History
cli-step-recorded = written down
cli-step-amended = corrected
cli-step-withdrawn = withdrawn
cli-step-restored = counts again
cli-step-noted = only for you: changed
cli-demo-done = Done. A fictional case with { $incidents } incidents and { $evidence } files.
cli-demo-logbook = Logbook
cli-demo-passphrase = Passphrase
cli-demo-pdf = PDF
cli-taking-in = Taking in what arrived
cli-taken-in = { $count ->
    [one] 1 thing arrived while the logbook was locked. It is in the inbox now.
   *[other] { $count } things arrived while the logbook was locked. They are in the inbox now.
}
cli-put = Kept. You can read it only once the logbook is open.
cli-erase-for-good = Erasing cannot be undone. Add --for-good if you want to erase { $what } for good; withdraw only hides.
cli-erased = Erased for good. That something was erased stays in the logbook.
cli-backing-up = Making a backup
cli-backed-up = Written and read again: { $name }. This copy opens with the same passphrase.
cli-restoring = Reading the backup
cli-restore-lacks = The logbook that is here has { $changes ->
    [one] 1 change that is not in the backup.
   *[other] { $changes } changes that are not in the backup.
} Nothing was changed. Add --replace to do it all the same; the old logbook is kept under another name.
cli-restore-blind = { $what } does not open with this passphrase, so it cannot be compared. Nothing was changed. Add --replace to do it all the same; it is kept under another name.
cli-restored = The backup now stands in the logbook's place.
cli-set-aside = The logbook that was there is now called { $name }.
cli-package-making = Making the package
cli-package-sealed = Written: { $name }. Pass the password on another way, never in the same message. The names of the files stay readable.
cli-weak-password = Choose a password of at least 12 characters, of plain letters (no accents), digits and punctuation: whoever has the package can go on guessing.
cli-package-password = This package has a password: give it with --password-file.
cli-package-password-wrong = This password does not fit.
cli-demo-package = Package for the police
cli-address = Address
cli-children = Children
cli-guide-none = "{ $what }" is no topic and no measure. guide alone lists the topics.
cli-guide-organisation = Nothing is said here about "{ $what }". Choose from: { $choices }.
cli-guide-what = What is it?
cli-guide-decides = Who decides?
cli-guide-ask = What can you ask?
cli-guide-breach = What do you do when somebody does not keep to it?
cli-guide-levels = Holds at: { $levels }.
cli-guide-question = You can ask: { $question }
cli-guide-unsure = It is not certain that this belongs here. Ask about it.
cli-guide-checked = Source: { $sources }. Checked on { $checked }.
cli-guide-region = In other regions it may be different.
