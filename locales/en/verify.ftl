# Words of the check of a package: of `houvast verify` and of the page controleren.html in every package. Their reader
# is a police officer with ten minutes, later a prosecutor. "Proved" is never said of what somebody wrote down.

## The verdict. Partly: nothing contradicts anything, and something cannot be shown.
verify-verdict-holds = This package holds.
verify-verdict-partly = { $count ->
    [one] This package holds in part: 1 point cannot be shown.
   *[other] This package holds in part: { $count } points cannot be shown.
}
verify-verdict-fails = { $count ->
    [one] This package does not hold: there is 1 problem.
   *[other] This package does not hold: there are { $count } problems.
}
verify-verdict-cannot = This cannot be checked.

## What holds
verify-files-hold = { $count ->
    [one] 1 file is exactly as it was put into the package.
   *[other] All { $count } files are exactly as they were put into the package.
}
verify-signed = The list of files is signed with the logbook's key.
verify-log = The logbook had { $size ->
    [one] 1 record.
   *[other] { $size } records.
} Its mark is { $fingerprint }. The same mark stands at the foot of every page of the PDF.
verify-entries = Incidents of which every text is the same as in the logbook: { $full }. Incidents of which can only be shown that they are in the logbook: { $partly }.
verify-anchor-holds = The earlier anchor fits. { $size ->
    [one] The first record of the logbook has not changed since.
   *[other] The first { $size } records of the logbook have not changed since.
}

## Problems, by name. $name is a file; $number is the number on paper of an incident or a piece of evidence, or the
## place of a record in the log, counted from 0.
verify-problem-no-package = This is no package from Houvast, or it is damaged.
verify-problem-zip-ambiguous = This ZIP file is ambiguous: one program sees other files in it than another.
verify-problem-newer = This package was made by a newer version of Houvast.
verify-problem-manifest-damaged = The list of files, manifest.json, is damaged or incomplete.
verify-problem-manifest-unsigned = The signature under the list of files is missing: there is no manifest.note.
verify-problem-manifest-changed = The list of files, manifest.json, was changed after it was signed, or somebody else signed it.
verify-problem-manifest-other = The list of files, manifest.json, belongs to another package: PDF, JSON and CSV are all three different.
verify-problem-file-missing = The file { $name } is missing.
verify-problem-file-changed = The file { $name } is no longer as it was put into the package.
verify-problem-file-unreadable = The file { $name } cannot be read.
verify-problem-file-added = The file { $name } is not on the list: it was added later.
verify-problem-checkpoint-forged = The state of the logbook, checkpoint.txt, is not signed by this logbook.
verify-problem-proof-other-tree = The mathematical proof of record { $number } belongs to another state of the logbook.
verify-problem-record-changed = Record { $number } was changed, or belongs to another logbook.
verify-problem-proof-wrong = The mathematical proof of record { $number } is wrong: it cannot be shown that the record is in the logbook.
verify-problem-entry-differs = Incident { $number } reads differently in the timeline than in the logbook.
verify-problem-entry-unproved = Incident { $number } is in the timeline, but it cannot be shown that it stands like this in the logbook.
verify-problem-evidence-differs = Piece of evidence { $number } is not the piece that stands in the logbook.
verify-problem-evidence-unproved = Piece of evidence { $number } is in the timeline, but it cannot be shown that it is in the logbook.
verify-problem-anchor-other-logbook = The earlier anchor belongs to another logbook.
verify-problem-anchor-forged = The earlier anchor is not signed by this logbook, or its text was changed on the way.
verify-problem-anchor-unknown = This package does not tell whether the earlier anchor fits.
verify-problem-anchor-differs = The earlier anchor does not fit: what was in the logbook then was changed or is gone.

## What to do about them, by the same names
verify-do-no-package = Choose the whole ZIP file, or the whole unpacked folder. If that does not help, ask for the package again.
verify-do-zip-ambiguous = Ask for the package again. Such a ZIP file does not come about by itself.
verify-do-newer = Check it with the page controleren.html that is in the package itself.
verify-do-manifest-damaged = Ask for the package again. This list says nothing about the files now.
verify-do-manifest-unsigned = Ask for the package again. Without a signature anybody can have made the list.
verify-do-manifest-changed = Ask for the package again. Do not rely on what the list says about the files.
verify-do-manifest-other = Ask for the package again. Two packages may have ended up in one folder.
verify-do-file-missing = Unpack the ZIP file again. If it is still missing, ask for the package again.
verify-do-file-changed = Do not use what was changed. Unpack the ZIP file again or ask for the package again. Saving it in another program is a change already.
verify-do-file-unreadable = Copy the package to the disk of this device and check it again. If that does not help, ask for the package again.
verify-do-file-added = What is not on the list is no part of the package. Put it somewhere else and check again.
verify-do-checkpoint-forged = Ask for the package again. Without this signature nobody can see from which logbook the timeline comes.
verify-do-proof-other-tree = Ask for the package again. Two packages may have got mixed up.
verify-do-record-changed = Do not rely on the incidents that belong with it. Ask for the package again.
verify-do-proof-wrong = Do not rely on the incidents that belong with it. Ask for the package again.
verify-do-entry-differs = Do not rely on the timeline here. Ask the author about the difference, and ask for the package again.
verify-do-entry-unproved = Ask the author why the record is missing, and ask for the package again.
verify-do-evidence-differs = Do not use what is different. Ask the author about the difference, and ask for the package again.
verify-do-evidence-unproved = Ask the author why the record is missing, and ask for the package again.
verify-do-anchor-other-logbook = See whether this is the anchor of this case. If so, this package comes from another logbook: ask the author how that can be.
verify-do-anchor-forged = Paste the whole text again, from the first line to the line with the dash.
verify-do-anchor-unknown = The anchor may be younger than this package. Ask the author for a new package and check that.
verify-do-anchor-differs = Ask the author what happened. An old copy may have been put back, or something was changed outside Houvast.

## How an incident stands
verify-state-full = Same as the logbook
verify-state-partly = Is in the logbook
verify-state-differs = Not as in the logbook
verify-state-unproved = Cannot be shown

## A package with a password
verify-problem-wrong-password = The password is missing or does not fit.
verify-password-needed = This package has a password.
verify-password-wrong = This password does not fit. See whether it was typed right; small letters and capitals count.

## What no check can show
verify-unproved-title = What this check does not show
verify-unproved-true = Whether what was written down is true.
verify-unproved-clock = Whether the device's clock was right.
verify-unproved-whole = Whether something was left out of the package.
verify-unproved-whose = Whose logbook it is, unless an earlier anchor fits.
verify-unproved-older = Whoever makes up a logbook can sign it too. Only an anchor that somebody else kept shows that the logbook is older than this package.

## The page controleren.html
checker-title = Check of a package
checker-question = Does this package hold?
checker-lead = This page works out whether a package from Houvast is still exactly as it was made, and whether the timeline is the same as the logbook that it comes from.
checker-drop = Drag the ZIP file or the unpacked folder here
checker-drop-now = Let go to check it
checker-drop-nothing = This browser does not hand over the files of this. Choose it with one of the buttons.
checker-choose = Choose what is to be checked
checker-choose-zip = Choose the ZIP file
checker-choose-folder = Choose the unpacked folder
checker-local = Everything happens on this device. Nothing is sent; the page works without internet too.
checker-busy = Checking
checker-opening = Opening the package.
checker-progress = { $done } of { $all } checked
checker-stop = Stop
checker-password-ask = Ask whoever gave you the package for the password. It stays on this device.
checker-password = Password
checker-check = Check
checker-other = Check another package
checker-print = Print
checker-holds = The files have not changed since the package was made, and the timeline fits the logbook.
checker-partly = What could be checked, holds. What cannot be shown is below.
checker-rest-holds = The rest was checked and holds.
checker-rest-unsure = Do not rely on the rest of the package either, as long as this is not solved.
checker-package = Package
checker-made = Made
checker-made-with = { $when }, with { $program }
checker-mark = Mark
checker-checked-at = Checked
checker-problems = What does not hold
checker-why = Why not
checker-not-shown = What cannot be shown
checker-more = { $count ->
    [one] 1 more
   *[other] { $count } more
}
checker-belongs = It belongs with incident { $number }.
checker-checked = What was checked
checker-yes = Holds:
checker-no = Does not hold:
checker-half = Cannot be shown in full:
checker-files-some = Files that are exactly as they were put into the package: { $held } of { $listed }.
checker-signed-not = The signature under the list of files is wrong or missing.
checker-log-not = The state of the logbook is not signed, or missing.
checker-records = { $listed ->
    [one] The record behind the timeline was shown to be in the logbook.
   *[other] All { $listed } records behind the timeline were shown to be in the logbook.
}
checker-records-some = Records behind the timeline that were shown to be in the logbook: { $shown } of { $listed }.
checker-pieces = { $all ->
    [one] The piece of evidence is what the logbook says of it.
   *[other] All { $all } pieces of evidence are what the logbook says of them.
}
checker-pieces-some = Pieces of evidence that were shown to be what the logbook says of them: { $shown } of { $all }.
checker-entries = The incidents
checker-entries-about = Whether the text in the timeline is the same as in the logbook. Not whether it happened.
checker-number = No.
checker-when = When
checker-words = First words
checker-standing = Result
checker-means-full = Every text of this incident, earlier ones too, is word for word that of the logbook.
checker-means-partly = That the incident has this place in the logbook was worked out. Not its whole text: the author did not hand over everything, such as private notes.
checker-means-differs = The text in the timeline is another than that in the logbook.
checker-means-unproved = The package does not show that this incident stands like this in the logbook.
checker-withdrawn = Withdrawn by the author
checker-no-words = (no text)
checker-about = around { $when }
checker-since = since { $when }
checker-from-to = { $from } to { $to }
checker-anchor = Is there an earlier anchor?
checker-anchor-about = An anchor is a short text that begins with houvast/. Whoever got one before this package was made can see here whether the logbook has only been added to since. Without an anchor there is nothing to do here.
checker-anchor-text = Text of the anchor
checker-anchor-compare = Compare
checker-unproved-page = Whether this page can be trusted. Whoever forges a package can forge the page in it too. If in doubt, use a controleren.html from another source, or the program with houvast verify.
