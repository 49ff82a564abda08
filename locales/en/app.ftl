# Texts of the app.

## What went wrong, and what to do. Also used on the command line.
error-wrong-passphrase = This passphrase does not open this logbook. Check capitals and spaces and try again.
error-wrong-recovery-key = This recovery key does not open this logbook. See whether you have the newest key.
error-recovery-key-group = Group { $group } of the recovery key is not right. Check those six digits.
error-recovery-key-length = A recovery key has 48 digits. These are { $found }.
error-recovery-key-digits = A recovery key has only digits. Remove the other characters.
error-not-a-logbook = This file is no logbook. Nothing in it was changed. Choose another file.
error-damaged = This logbook is damaged and cannot be opened. Nothing in it was changed. Keep the file and use a backup.
error-damaged-file = This file is damaged. The rest of the logbook can be read.
error-newer-format = This logbook was made by a newer version. Nothing in it was changed. Update Houvast.
error-in-use = The logbook is open elsewhere. Close it there and try again.
error-already-exists = There is a logbook here already. Nothing in it was changed. Open it, or choose another place.
error-not-found = There is no logbook here. See whether the place is right, or make a new logbook.
error-full-disk = The disk is full. Nothing was saved by half. Make room and try again.
error-denied = The system does not allow this. See whether you may read and write here.
error-out-of-memory = There is too little free memory. Close other programs and try again.
error-too-large = This is too large for a logbook. Divide it.
error-locked = The logbook was locked. Open it and try again.
error-invalid = This cannot be saved as it is. Check the fields.
error-no-such-entry = This is not in the logbook. Look in the timeline.
error-read-failed = This file cannot be read. See whether it still works and whether you may read it.
error-is-directory = This is a folder. Choose the files in the folder.
error-not-a-file = This is no ordinary file. Choose another file.
error-vanished = This file is no longer there. Choose it again.
error-changed-while-reading = This file changed while it was being read. Wait until it is finished and add it again.
error-weak-passphrase = This passphrase is too easy to guess. Take a sentence of four or more words.
error-cancelled = Stopped. Nothing was saved by half.
error-report-failed = The PDF could not be made. Your logbook is in order. Try again without pictures.
error-io = Reading or writing failed. See whether the disk still works and try again.
error-internal = Something went wrong. What you had saved is still there. Start Houvast again.

## Why something cannot be saved as it is. { $field } is the field's name in the data.
invalid-nothing = Write down what happened, or choose a kind.
invalid-text-too-long = The text in { $field } is too long. 100,000 characters fit. Put the rest in a second incident or add a file.
invalid-too-many = There are too many things in { $field }. Remove a few.
invalid-year = The year in { $field } is not right. It must lie between 1900 and 2200.
invalid-end-before-start = The end of { $field } lies before its beginning. Swap them.
invalid-range = The value of { $field } is not possible. Choose another.
invalid-unknown-kind = The kind in { $field } does not exist. Choose one from the list.
