# Texts of the app.

## What went wrong, and what to do. Also used on the command line.
error-wrong-passphrase = This passphrase does not open this logbook. Check capitals and spaces and try again.
error-wrong-recovery-key = This recovery key does not open this logbook. See whether you have the newest key.
error-recovery-key-group = Group { $group } of the recovery key is not right. Check those six digits.
error-recovery-key-length = A recovery key has 48 digits. { $found ->
    [one] This is 1.
   *[other] These are { $found }.
} See whether digits are missing or there twice.
error-recovery-key-digits = A recovery key has only digits. Remove the other characters.
error-not-a-logbook = This file is no logbook. Nothing in it was changed. Choose another file.
error-damaged = This logbook is damaged and cannot be opened. Nothing in it was changed. Keep the file and use a backup.
error-damaged-file = This file is damaged. The rest of the logbook can be read.
error-newer-format = This logbook was made by a newer version. Nothing in it was changed. Update Houvast.
error-in-use = The logbook is open elsewhere. Close it there and try again.
error-already-exists = There is a logbook here already. Nothing in it was changed. Open it, or choose another place.
error-not-found = There is no logbook here. See whether the place is right, or make a new logbook.
error-full-disk = The disk is full. Nothing was left half saved. Make room and try again.
error-denied = Houvast may not read or write here. Choose another place or another file.
error-out-of-memory = There is too little free memory. Close other programs and try again.
error-too-large = This is too large for a logbook. Divide it into smaller parts.
error-too-large-to-show = This is too large to show here. Save it and open it with another program.
error-not-shown = This cannot be shown here. The file is kept as it was. Save it and open it with another program.
error-pdf-locked = This PDF has a password. Save it and open it with another program.
error-pdf-too-much = Showing this PDF took too long or asked for too much memory. The file is kept as it was.
error-recording-ended = The recording had already stopped. What was recorded is kept.
error-locked = The logbook was locked. Open it and try again.
error-invalid = This cannot be saved as it is. Check the fields.
error-no-such-entry = This is not in the logbook. Look in the timeline.
error-read-failed = This file cannot be read. See whether it does open in another program.
error-is-directory = This is a folder. Choose the files in the folder.
error-not-a-file = This is no ordinary file. Choose another file.
error-vanished = This file is no longer there. Choose it again.
error-changed-while-reading = This file changed while it was being read. Wait until it is finished and add it again.
error-weak-passphrase = This passphrase is too easy to guess. Choose four or more words that have nothing to do with each other.
error-pin-length = A PIN has 6 to 12 digits.
error-pin-digits = A PIN has only digits. Remove the other characters.
error-pin-guessable = This PIN is easy to guess: a row, a repetition, a figure on the keys or a date. Choose another one.
error-pin-wrong = This PIN is not right. You can try { $count ->
    [one] once
   *[other] { $count } times
} more. After that you need your passphrase.
error-pin-ended = The PIN no longer works. Open your logbook with your passphrase.
error-device-key-absent = This device cannot do this. Open your logbook with your passphrase.
error-device-key-cancelled = Stopped. Your passphrase always works.
error-device-key-gone = Your finger or face no longer opens this logbook. That happens when a finger or a face is added to this device or removed, and after a new passphrase. Open your logbook with your passphrase. Then you can switch it on again under Settings.
error-device-key-tries = The device did not know you too many times. Open your logbook with your passphrase.
error-device-key-failed = That did not work. Open your logbook with your passphrase.
error-cancelled = Stopped. Nothing was left half saved.
error-nothing-to-paste = Nothing was copied that you can paste here. Copy a picture, a file or text first.
error-inbox-full = There is no more room while the logbook is locked. Open the logbook and try again.
error-on-itself = This is the logbook itself. Choose another place or another name.
error-report-failed = The PDF could not be made. Your logbook is in order. Try again without pictures.
error-key-sheet-failed = The PDF could not be made. Copy the recovery key onto paper.
error-half-written = Saving stopped halfway. There is now a part of the file in the place that you chose. Delete it there and try again in another place. Your logbook is fine.
error-written-differs = What is in that place is different from what Houvast wrote. Do not use it. Delete it there and try again in another place. Your logbook is fine.
error-io = Reading or writing failed. See whether the disk or USB stick is connected well and try again.
error-internal = Something went wrong. What you had saved is still there. Start Houvast again.

## Why something cannot be saved as it is. { $field } is the field's name in the data.
invalid-nothing = There is nothing in it yet. Write something.
invalid-text-too-long = The text at ‘{ $field }’ is too long. 100,000 characters fit. Put the rest in a second incident or add a file.
invalid-too-many = There are too many things at ‘{ $field }’. Remove a few.
invalid-year = The year at ‘{ $field }’ is not right. It must lie between 1900 and 2200.
invalid-end-before-start = At ‘{ $field }’ the end lies before the beginning. Swap them.
invalid-range = What you filled in at ‘{ $field }’ is not possible. Fill in something else.
invalid-unknown-kind = The kind at ‘{ $field }’ does not exist. Choose one from the list.

## Places
navigation = Menu
skip = Skip to the content
nav-timeline = Timeline
nav-record = Write down
nav-report = Hand over
nav-evidence = Evidence
nav-settings = Settings
nav-contacts = Contacts
nav-help = Help
nav-more = More
more-evidence = All your photos, messages and sound
more-pattern = When and how often it happens
more-report = A PDF or a package, for the police or somebody else
more-consult = Together with a counsellor
more-help = What you can do, and who helps
more-settings = Passphrase, backup and how it looks
nav-emergency = Emergency
quick-exit = Quick exit
quick-exit-help = { $device ->
    [phone] Closes everything at once.
   *[pc] Closes everything at once. Esc twice does the same.
}

## Small words
back = Back
continue = Continue
close = Close
call-elsewhere = This device cannot make calls. Call { $number } with a phone.
taking-in = What you saved while your logbook was locked is being added
previous = Previous
next = Next
stop = Stop
save = Save
saved = Saved.
saved-as = Saved as { $name }.
change = Change
busy = One moment…
name = Name
reach = How to reach them
from = From
to = Until
number = Number
language = Language
dutch = Nederlands
english = English

## Start
start-who-sees = Who can get at this device?
start-stop = Use another device
start-make = Make your logbook
start-key = Your recovery key
start-unlock = Open the logbook
start-recover = Open with the recovery key
who-sees-intro = Think about this before you begin.
who-sees-what = Here you write down what happens, and keep the evidence. Everything stays on this device.
who-sees-unlock = Does someone else know this device's code, or look over your shoulder?
who-sees-shared = Do you share an account, such as iCloud or Google, with someone you do not trust?
who-sees-watched = Do you think that a program on this device is watching you? That program can also see this logbook while it is open.
who-sees-doubt = Not sure? Then rather use a device that nobody else can get at.
who-sees-go = I can use this device
who-sees-stop = I stop here
stop-advice = Nothing was saved. Close this window. Use a device of someone you trust, or ask for help. Under Emergency are numbers that you can call.
make-intro = Choose a passphrase: a password of four or more words. With it you open your logbook. Nobody else knows it, not even us.
make-do = Make the logbook
passphrase = Passphrase
passphrase-new = New passphrase
passphrase-again = Once more
passphrase-current = Current passphrase
passphrase-advice = Choose four or more words that have nothing to do with each other. Use no names or dates from your life.
passphrase-differs = The two passphrases are not the same yet.
secret-show = Show
secret-hide = Hide
passphrase-changed = Your new passphrase works. The old one no longer does.
passphrase-changed-alone = Your new passphrase works. The old one no longer does. Neither does your PIN, finger or face: switch it on again if you like.
strength-0 = Much too easy to guess.
strength-1 = Too easy to guess.
strength-2 = Still too easy. Add a word.
strength-3 = Strong enough. One more word makes it stronger.
strength-4 = Very strong.
key-intro = If you forget your passphrase, this key still opens your logbook. Copy it onto paper or print it. It is shown only once.
key-where = Keep the paper where the stalker cannot come. For example with someone you trust.
key-written = I have the key on paper
key-later = Not now
key-later-help = Not possible now? Make a new key later. Until then you cannot get into your logbook without your passphrase.
key-due = You have no recovery key on paper yet. If you forget your passphrase, you cannot get in any more.
key-sheet-save = Save as a PDF to print
key-sheet-explain = Say on the page that this is the recovery key of a logbook
key-sheet-delete = Print the page and then delete the file, also from the bin. Whoever finds the file has your key.
unlock-do = Open
passphrase-use = Use your passphrase
pin = PIN
pin-use = Use your PIN
pin-left = You can try { $count ->
    [one] once
   *[other] { $count } times
} more.
pin-new = New PIN
pin-new-help = Six digits or more. No date and no row.
pin-again = Your PIN once more
pin-differs = The two PINs are not the same yet.
device-key-unlock = Open with finger or face
device-key-unlock-now = Not now, open with finger or face
device-key-due = You have not used your passphrase for a while. Type it now, so that you keep remembering it. Have you forgotten it? Take your recovery key and choose a new passphrase.
device-key-ask = Show that it is you
device-key-ask-cancel = Not now
forgot = Forgot the passphrase?
recovery-key = Recovery key
recovery-key-help = Eight groups of six digits. Spaces and dashes do not matter.

## Timeline
search = Search
search-help = Search your logbook
kind = Kind
filters = Filter
filters-chosen = Filter ({ $count })
filters-show = { $count ->
    [one] Show 1 incident
   *[other] Show { $count } incidents
}
having = With
period = Period
since-four-weeks = Last 4 weeks
since-year = This year
period-between = { $from } up to and including { $to }
period-from = from { $from }
period-to = up to and including { $to }
filter-drop = Let go of: { $name }
filter-off = remove
clear-all = Show all
go-to-month = Go to month
month = Month
newest = Newest
oldest = Oldest
found = { $count ->
    [one] 1 incident
   *[other] { $count } incidents
}
found-of = { $count } of { $all ->
    [one] 1 incident
   *[other] { $all } incidents
}
found-in = Found in: { $fields }
in-what = the rest of the text
in-exact-words = exact words
in-where = where
in-who = who
in-channel = number, account or address
in-reaction = what you did
in-effect = what it did to you
in-private-note = only for you
in-witness = witnesses
in-reported = reported to
in-links = why it belongs with another incident
in-evidence = evidence
report-of-these = PDF of these
nothing-found = Nothing found.
kind-instead = Show the kind: { $name }
nothing-found-with = You are looking for: { $what }
quoted = “{ $text }”
try-again = Try again
timeline-empty = Everything that you write down comes here. Begin with something of today, or with what you remember best.
timeline-empty-few = The day and a few words are enough. You can add more later.
timeline-empty-evidence = Do you have a message, a photo or a list of calls? Keep it with what you write.
timeline-empty-later = The order does not matter. Everything comes to stand on the right day.
timeline-empty-away = Is somebody looking? Quick exit closes everything at once. Just open the program again afterwards.
pieces = { $count ->
    [one] 1 piece of evidence
   *[other] { $count } pieces of evidence
}
time-about = around { $time }
time-unknown = time unknown
time-next-day = { $time } – { $to }, the next day
time-since = since { $time }, still going on

## Record
when = When
when-exact = At this time
when-about = Around this time
when-day = Some time on this day
when-period = From … to …
when-since = It began then and still goes on
date = Date
time = Time
until-date = Until date
until-time = Until time
what = What happened?
what-help = Write down the facts in your own words. Others may read this later.
noticed = You write ‘{ $words }’. Was it { $when }?
noticed-yes = Yes, use that time
noticed-no = No
evidence = Evidence
add-files = Add files
add-files-help = { $device ->
    [phone] You can also paste a picture or text.
   *[pc] You can also drag them onto this window, or paste a picture or text.
}
record-sound = Record sound
record-sound-help = The recording goes straight into your logbook and is nowhere else. While you record, the logbook does not lock by itself.
recording-now = Recording
recording-paused = The recording is paused
recording-time = Length { $time }
recording-level = How loud the sound is
recording-go-on = Go on recording
recording-stop = Stop and keep
recording-drop = Throw away
recording-dropped = The recording was thrown away.
recording-kept-sound = The recording is kept.
recording-name-sound = Recording { $when }.{ $ending }
record-film = Make a film
record-film-help = The film goes straight into your logbook and is nowhere else. While you film, the logbook does not lock by itself.
recording-name-film = Film { $when }.{ $ending }
recording-kept-film = The film is kept.
take-photo = Take a photo
take-photo-help = The photo goes straight into your logbook and is nowhere else.
photo-press = Take the photo
photo-view = What the camera sees
photo-kept = The photo is kept.
photo-name = Photo { $when }.jpg
device-refused = Houvast may not use the camera or microphone. Allow it in your device's settings, or add a file.
device-missing = No camera or microphone was found. You can add a file instead.
device-failed = The camera or microphone does not work. Another program may be using it. You can add a file instead.
keeping = Keeping: { $name } ({ $index } of { $count })
keeping-size = { $done } of { $total }
keeping-done = { $kept ->
    [one] 1 file was added.
   *[other] { $kept } files were added.
}
original-stays = The original is still on your phone too, for example among your photos. Should it go? Then remove it there yourself, and from the bin. It stays in your logbook.
keeping-stopped = Stopped. { $kept ->
    [0] Nothing was kept.
    [one] 1 file was kept and stays.
   *[other] { $kept } files were kept and stay.
} { $left ->
    [one] 1 file was not kept.
   *[other] { $left } files were not kept.
}
had = You had this file already: { $name }.
had-with = It belongs to { $day }.
had-waits = It belongs nowhere yet.
had-name = There it is called: { $name }.
had-use = Add it here
had-again = { $count ->
    [one] Keep it once more
   *[other] Keep all { $count } once more
}
pasted-text = pasted text.txt
pasted-picture = pasted picture
leave-out = Not with this incident: { $name }
leave-out-short = Not with this incident
drop-here = Let go to keep as evidence
drop-here-locked = Let go to keep. You read it again when you open the logbook.
more-fields = Fill in more
others-read = You need not fill in anything here. What you fill in can end up in the case file. The suspect's lawyer may then read it too.
exact-words = Exact words
where = Where was it?
how-often = How often?
times = { $count ->
    [one] once
   *[other] { $count } times
}
who = Who was it?
who-known = Do you know who it was?
known-not-said = not filled in
known-known = yes
known-unknown = no
known-through-someone-else = through someone else
recognised-by = How did you recognise that person?
channel = With which number, account, address or number plate?
witness = Witness
witnesses = Witnesses
add-witness = Add a witness
will-state = Is this witness willing to make a statement?
reaction = How did you react?
fear = How afraid were you?
effect = What did it do to you?
injury = Injury
damage = Damage
threat = Threat
violence = Violence
weapon = Weapon
children = Children present
breached = Which measure was broken?
reported = Reported
add-report = Add a report
reported-to = Reported to
report-number = Number of the report
officer = Name of the officer or employee
agreed = What was agreed
private-note = Only for you
private-note-help = This never goes into what you hand over.
record-photo = With a photo
when-ask = When was it?
when-said = Was it at another time? Say when in your own words.
when-said-example = for example: yesterday around 10
when-which = Which one do you mean?
when-often = This happened more than once. Do you still know the separate times? Then write each of them down by itself. If not: say from when to when it happened, and fill in further on how often it was.
when-within = Your own words are put with what happened. How often it was can be filled in further on.
when-future = That is still to come. Write down what has already happened.
when-unknown = I do not understand this. Write for example: yesterday evening at half past nine, Tuesday last week, or 3 March around 10.
when-which-save = First choose above which time you mean. Or save once more: then your words are put with what happened.
when-often-save = First say above from when to when it happened. Or save once more: then { $time } counts, and your words are put with what happened.
when-unknown-save = Your words about the time were not understood. Save once more? Then { $time } counts, and your words are put with what happened.
when-future-save = Your words are about something still to come. Save once more? Then { $time } counts, and your words are put with what happened.
when-ahead-save = This time is still to come: { $time }. Is it right all the same? Then save once more.
when-kept = When, in my words: { $words }
when-pick = Choose date and time
when-how-exact = How exactly do you know?
clock = { $hour }:{ $minute }
clock-point = :
in-full-exact = { $day }, { $time }
in-full-about = { $day }, around { $time }
in-full-day = { $day }, time unknown
in-full-period = { $day }, from { $time } to { $to }
in-full-long = from { $day }, { $time } to { $last }, { $to }
in-full-since-day = since { $day }
in-full-since = since { $day }, { $time }
kind-ask = What sort of thing was it?
how-often-help = Was it several times in a row? Then that is one incident. For thirty calls you fill in 30.
how-often-less = Once less
how-often-more = Once more
how-often-period = From when until when?
group-exactly = What happened exactly
group-who = Who, and how you know
group-witnesses = Witnesses
group-effect = What it did to you
group-danger = Danger
group-reports = Measures and reports
group-links = Belongs with other incidents
group-filled = { $count } filled in
exact-words-why = What did they say or write? Exact words weigh heavily with a threat.
where-why = An address or a place. It shows the police where there may be cameras or witnesses.
channel-why = With this the police can find out who it came from.
reaction-why = Not reacting is fine too. It shows that you did not want contact.
who-why = A name, or what they looked like.
recognised-by-why = For example the voice, the car or the coat.
witnesses-why = Who saw or heard it too? The police can ask them what happened.
witness-remove = Remove this witness
fear-help = 0 is not afraid, 10 is as afraid as you have ever been.
fear-none = Leave it empty after all
effect-why = For example on your sleep, work, home or children. With stalking it counts what it does to your life.
injury-why = Small injuries too. Take a photo, or have a doctor look at it.
damage-why = What is broken or gone, and what does it cost?
danger-why = This helps the police see how quickly something must be done.
danger-threat = Was there a threat?
danger-violence = Was there violence?
danger-weapon = Was there a weapon?
danger-children = Were children there?
reported-why = Have you reported this already? With the number somebody else can find it.
report-remove = Remove this report
links-why = Does this belong with something that you wrote down before? It shows what followed what.
link-search = Look for an incident
link-none = Nothing found. Try another word.
link-reason = Why do they belong together?
link-remove = Unlink
link-other = Another incident
draft-found = What you filled in here was kept.
draft-go-on = Go on writing
draft-waits = You were writing something down. It was kept.
draft-again = Discard and begin anew
draft-sure = What you filled in here goes away. Files stay. Are you sure?
draft-on = Go on filling in
draft-again-do = Yes, begin anew
record-saved = Saved. It is in your timeline.
record-more = Add to it
amend-title = Correct the incident
amend-reason = Why do you change this? (you may leave this empty)
amend-keeps = What stood here before stays in the history.
field-when = Date
field-kind = Kind
field-what = What happened
field-exact_words = Exact words
field-where = Where
field-private_note = Only for you

## Incident
amend = Correct
incident-amend = Add to it or correct it
history = History
history-help = Everything that ever stood here, from old to new.
step-recorded = Written down on { $when }
step-amended = Corrected on { $when }
step-withdrawn = Withdrawn on { $when }
step-restored = Brought back on { $when }
step-noted = Only for you: changed on { $when }
note-removed = Nothing is there any more.
because = Reason: { $reason }
written-on = Written down on { $when }.
written-later = Written down on { $when }, { $years ->
    [0] { $months ->
        [0] { $days ->
            [one] the next day
           *[other] { $days } days later
        }
       *[other] more than { $months } months later
    }
   *[other] more than { $years } years later
}.
not-described = You have not written down what happened yet. You can do that later too.
linked = Belongs with
reason = Reason
reason-missing = First write why. It is shown in the history later.
withdraw = Withdraw
withdraw-help = A withdrawn incident no longer stands in the timeline. It is kept, and you can bring it back.
restore = Bring back
restore-help = The incident comes back into the timeline.
withdrawn = withdrawn
show-withdrawn = Withdrawn too ({ $count })
show-withdrawn-on = Withdrawn too
is-withdrawn = Withdrawn. Reason: { $reason }
viewer = Piece of evidence
cannot-play = This cannot be played here. Save the original and open it with another program.
play = Play
loading-part = Loading: { $percent } percent
sound-off-told = The sound is off, so that nobody nearby hears it. Turn it on when that is safe, or use headphones.
sound-on-told = The sound is on. It begins softly.
sound-on = Turn sound on
sound-off = Turn sound off
pause = Pause
back-ten = Back 10 seconds
forward-ten = Forward 10 seconds
place-in-it = Position
place-of = { $at } of { $all }
loudness = Volume
speed = Speed
speed-times = { $times } times
too-large-to-play = This file is too large to play here. Save it and play it with another program.
pdf-count = { $count ->
    [one] 1 page
   *[other] { $count } pages
}
pdf-page = page { $page } of { $total }
pdf-page-failed = This page cannot be shown.
pdf-page-text = Text of this page
pdf-no-text = There is no text in this page. It may be a photo or a scan.
pdf-static = Only the pages themselves. Links, films and forms in the PDF do not work here.
zoom-in = Larger
zoom-out = Smaller
more-text = Show more
mail-from = From
mail-to = To
mail-cc = Also to
mail-date = Sent
mail-subject = Subject
mail-says = This is what the e-mail says of itself. It may be forged.
mail-fields = All lines at the top, with the way the e-mail went
mail-as-text = Only the text. Nothing is fetched from the internet. Behind a link stands where it leads.
mail-no-text = There is no text in this e-mail.
mail-cut = The text is longer. Save the e-mail to read all of it.
mail-attachments = Attachments
attachment-keep = Keep as evidence
attachment-keep-what = Keep { $name } as evidence
attachment-save = Save
attachment-save-what = Save { $name }
attachment-kept = { $name } is kept as evidence.
kept-on = Kept on
file-type = Sort of file
file-name = Name of the file
arrival-picked = chosen on this device
arrival-dropped = dragged onto the window
arrival-pasted = pasted
arrival-command-line = through the command line
arrival-shared = from another app
arrival-while-locked = while the logbook was locked
file-can-lie = A file can be wrong or can have been changed. Houvast has not checked this.
about-file = About this file
sha256-short = Fingerprint (SHA-256): { $sum }…
sha256-whole = Whole fingerprint
sha256-help = If anything at all in the file changes, it gets another fingerprint.
sha256-copy = Copy the fingerprint
file-says = { $what }, according to the file
claim-taken = Made on
claim-latitude = Latitude
claim-longitude = Longitude
claim-maker = Maker
claim-model = Device
claim-software = Program
save-original = Save the original…
saving-original = Saving the original

## Looking at a piece of evidence
viewer-place = { $at } of { $count }
picture-failed = This picture cannot be shown here. Save the original and open it with another program.
smaller = Smaller
larger = Larger
whole = Whole
rotate = Turn
zoomed = Enlarged to { $percent } %.
rotated = Turned only here. The file itself does not change.
sharper = The picture is becoming sharper…
belongs-to = Belongs to { $day }.
belongs-nowhere = Belongs nowhere yet.
to-incident = To the incident
caption = What is this?
caption-help = For example: photo of the front door.
transcript = What is said or written in it?
transcript-help = Copy it here, and you can find it again.
withdraw-evidence-help = The piece then no longer stands anywhere. It is kept, and under Evidence you can have it shown and bring it back.
restore-evidence-help = The piece then counts again, in the place where it was.
restored-now = Brought back. The piece counts again.

## Putting pieces with an incident
attach = Add to an incident
attach-other = Add to another incident
attach-title = { $count ->
    [one] Where does this belong?
   *[other] Where do these { $count } belong?
}
attach-search = Search for an incident
attach-new = Begin a new incident
attach-none = Nowhere yet
attach-empty = There is no other incident yet.
attach-not-found = Nothing found. Try another word.
attached = { $count ->
    [one] 1 piece of evidence now belongs to { $day }.
   *[other] { $count } pieces of evidence now belong to { $day }.
}
attach-undo = Undo

## Evidence
gallery-add-help = { $device ->
    [phone] You can also share to Houvast from another app.
   *[pc] You can also drag files or a folder onto this window, or paste a picture or text (Ctrl+V).
}
add-folder = Whole folder
gallery-empty = All your evidence comes here: photos, sound, videos, letters. Add files. You can choose later where they belong.
gallery-search = Search by name or by what was written with it
gallery-sort = Which sort
gallery-nothing = Nothing found. Try another word or another sort.
gallery-rest = What has a place
gallery-by = Order
gallery-without = Without an incident
by-month = By month
by-incident = By incident
sort-all = All
sort-image = Photos
sort-video = Videos
sort-audio = Sound
sort-pdf = PDFs
sort-text = Text
sort-email = E-mail
sort-other = Other
inbox-title = Belongs nowhere yet ({ $count })
inbox-help = Choose what belongs together and add it to an incident.
inbox-attach = { $count ->
    [0] Add to an incident
   *[other] Add to an incident ({ $count })
}
pick = Choose
pick-piece = Choose { $name }
pick-all = Choose all
pick-none = Choose none
document-of-measure = with a measure
piece-incident = To the incident of { $day }

## Pattern
nav-pattern = Pattern
pattern-screen = Pattern
pattern-intro = This is what it looks like side by side. Touch a bar to see which incidents belong to it.
pattern-empty = Record something first. Then you see here how often and when things happen.
pattern-few = { $count ->
    [one] There is 1 incident now. A pattern needs more.
   *[other] There are { $count } incidents now. A pattern needs more.
} From { $enough } incidents on you see charts here.
pattern-touch = { $title }: touch to see the incidents
pattern-previous = Previous
pattern-next = Next
pattern-close = Close
pattern-table = In numbers

## Report
report-screen = Hand over
report-intro = Make something of your logbook that you can give to somebody else. What you wrote only for yourself is never in it.
report-make = What do you want to make?
report-what-package = Package for the police
report-what-package-help = The timeline as a PDF, with all your evidence. The police can check that nothing in it was changed.
report-what-full = Only the PDF
report-what-full-help = The timeline, to print or to e-mail.
report-what-consultation = Two pages for a conversation
report-what-consultation-help = The overview, the last weeks and what was agreed. Without pictures.
report-which-time = Which period?
include = What goes into it?
include-pictures = Pictures in the PDF
include-effects = What it did to you
include-witnesses = Names of witnesses
include-coordinates = Places on the map
include-address = Your own address
include-children = Names of children
include-kinds = Only certain kinds
include-free-text = Mind: names and addresses that you wrote in a text yourself stay there. Read the preview carefully.
include-originals = The evidence goes along as it is. A photo may say where it was taken.
report-holds = { $incidents ->
    [one] 1 incident
   *[other] { $incidents } incidents
} and { $evidence ->
    [one] 1 piece of evidence
   *[other] { $evidence } pieces of evidence
}.
report-holds-nothing = There is nothing of this in your logbook.
report-only = Only what you found in the timeline:
report-private = { $count ->
    [one] 1 incident does not go along: there these words stand only in what you wrote for yourself.
   *[other] { $count } incidents do not go along: there these words stand only in what you wrote for yourself.
}
report-warning = Whoever has this file can read it. Keep it in a safe place, not on a device that somebody else can reach.
report-password = With a password
report-password-help = Write this password down. Pass it on in another way than the file, for example by telephone. Without this password nobody can open the package. Not even us.
report-password-new = Another password
report-save = Save PDF…
report-save-package = Save package…
report-progress-preparing = Preparing the text…
report-progress-laying-out = Laying out the pages…
report-progress-writing = Writing the PDF…
report-progress-packing = Adding the evidence…
report-missing = Piece of evidence { $number } ({ $name }) could not be read and is not in it.
report-given-question = Whom do you give it to?
report-given-help = Then you know later what this person knows already. You may skip it.
report-given-do = Note it
report-given-noted = Noted: given to { $to }.
report-given-before = Given before
report-given-line = { $to }, { $when }: { $incidents ->
    [one] 1 incident
   *[other] { $incidents } incidents
}
error-nothing-saved = Save something first. Then you can note whom you give it to.
preview = This is what it looks like
preview-page = Page { $page } of { $total }
preview-making = Making the preview…
preview-rest = { $rest ->
    [one] 1 more page is in the file itself.
   *[other] { $rest } more pages are in the file itself.
}
case-address = Your own address
case-children = Children and others at risk

## Help
help-open = Help and explanation
help-search = Search the help
help-found = { $count ->
    [0] Nothing found. Try another word.
    [one] Found on 1 page
   *[other] Found on { $count } pages
}
help-more-lines = { $count ->
    [one] And in 1 more place on this page.
   *[other] And in { $count } more places on this page.
}
help-topics = Topics
help-offline = You read this without the internet. Practice can differ per region. This is no legal advice.
help-list = Back to the help
line-do = Do:
line-avoid = Take care:
line-ask = Ask
line-say = Say
copy-short = Copy
copied-short = Copied
call = Call { $number }
region-differs = This differs per region.
checked-on = Checked on { $date } · { $count ->
    [one] source
   *[other] { $count } sources
}
source-address = Show the address
guide-what = What is it?
guide-decides = Who decides?
guide-ask = What can you ask?
guide-breach = Does the stalker not keep to it?
expect = What may I expect?
expect-short = Of whom, at which step and at which risk.
expect-lead = Choose what you know. Leave open what you do not know.
expect-all = All organisations
expect-step = Step in your case
expect-level = Assessed risk
expect-unknown = I do not know
expect-ask-level = If you do not know how high the risk was assessed, ask like this:
expect-found = { $count ->
    [0] The source says nothing about this. Ask your contact person.
    [one] You may expect 1 thing.
   *[other] You may expect { $count } things.
}
expect-every-level = at every risk
expect-levels = at { $levels }
expect-unsure = Not certain: the source is not clear about this. Ask about it.

## Tips
tip = Tip
tip-more = Read more
tip-dismiss = Do not show again

## Emergency
emergency-now = Call in this order:
emergency-danger = In danger
emergency-calm = No direct danger
own-contacts = Your contact persons
own-missing = No contact person yet? Ask for one.
say-case = Say that there is a case already. The number is { $number }.
alarm-bells = If any of this is so, say that too
untold-police = Not yet told to the police ({ $count })
untold-help = You can read this out.
other-numbers = Other numbers
more-numbers = More numbers
other-ways = Can you not call, or are you abroad?
when-silent = What if nobody answers?
panel-locked = Emergency screen while the app is locked
panel-choice = Show my contact persons also while the app is locked
panel-choice-help = Then they can be read on this device: name, role, organisation and number. Also whether you have an arrangement for a place (AOL) or AWARE, and until when. Anybody who has this device in hand can read that.
panel-shown = Your contact persons are now on the emergency screen also while the app is locked.
panel-hidden = Your contact persons are no longer on the emergency screen while the app is locked. The readable file was erased.
short-title = Do you need help now?
short-all = To the emergency screen
what-to-say = What do you say?
contact-persons = Fixed contact persons
ask-for-one = This is how you ask for one
what-to-tell = What do you tell?
advice-source = Source: Routekaart on stalking by an ex-partner, region Zeeland-West- en Midden-Brabant. Looked at on { $checked }. In other regions it may differ.

## Settings
settings-all = All settings
settings-safety = Safety
settings-ways-in = Passphrase, PIN and recovery key
settings-proof = Is everything still right?
settings-about = About this logbook
about-holds = Your logbook has { $incidents ->
    [one] 1 incident
   *[other] { $incidents } incidents
} and { $evidence ->
    [one] 1 file
   *[other] { $evidence } files
}. It takes { $size }.
about-version = Houvast { $version }
lock = Lock now
appearance = Language and look
theme = Light or dark
theme-system = Automatic
theme-light = Light
theme-dark = Dark
contrast = Contrast
contrast-high = Very strong
size = Size
size-percent = { $percent }%
size-help = You can also use Ctrl and + or −. Ctrl and 0 makes everything normal again.
lock-itself = Locks by itself
lock-after = Lock when you do nothing, after
lock-after-count = { $count ->
    [one] Locks after 1 minute
   *[other] Locks after { $count } minutes
}
lock-hidden = { $device ->
    [phone] Lock too when I go to another app
   *[pc] Lock too when I minimise the window
}
lock-sleep = When the device goes to sleep, your logbook always locks.
quick-exit-how = { $device ->
    [phone] Press Quick exit. Your logbook locks and you see the home screen of your phone. What you wrote is kept. After that you open it with your passphrase: a PIN no longer works then.
   *[pc] Press Quick exit, or press Esc twice quickly. Your logbook locks and the window goes away. What you wrote is kept. Start the app again and open it with your passphrase: a PIN no longer works then.
}
protect = Screenshots
protect-do = { $device ->
    [phone] Keep this screen out of screenshots
   *[pc] Keep this window out of screenshots
}
protect-help = { $device ->
    [phone] In the list of open apps the screen is empty too. A program that somebody put on your phone can sometimes still see it.
   *[pc] When you share your screen the window is empty too. A program that somebody put on your device can sometimes still see it.
}
protect-cannot = On this device the app cannot stop screenshots. Do not share your screen while your logbook is open.
window-name = Name of the window
window-name-houvast = Houvast
window-name-notes = Notes
window-name-help = This name stands in the window's bar and in the list of open windows. In the list of programs the app is still called Houvast.
who-sees-more = Read more about digital safety
panel-with = With your contact persons
panel-without = Without names
minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
case = For what you hand over
case-help = The names are on the first page of what you hand over. Your address and the children only if you choose so under Hand over.
victim = Your name
suspect = Name of the stalker
organisation = Organisation
role = Role
phone = Telephone
email = E-mail
case-number = Case number
measures = Measures
measures-empty = Is there a ban or an arrangement? Write it down here. When something happens, you can say that it is a breach.
measure = Measure
add-measure = Add a measure
decided-by = Who decided this
conditions = What it says
pin-help = Did your logbook lock by itself? With a PIN you open it without your passphrase. The PIN works until you close Houvast, and for 12 hours at most. After Quick exit, after your PC slept, or after five wrong PINs you need your passphrase again.
pin-risk = As long as there is a PIN, the key to your logbook stays in the memory of this device, also while it is locked. Only your PIN protects that key then. Whoever can read the memory can try all PINs. That takes a lot of knowledge. Do you think that somebody can do that? Then use no PIN.
pin-holds = There is a PIN now.
pin-set = Set a PIN
pin-change = Change the PIN
pin-was-set = Your PIN works.
pin-drop = Switch the PIN off
pin-dropped = The PIN is off.
device-key = Finger or face
device-key-help = You open your logbook with your fingerprint or your face. Your passphrase always works too.
device-key-risk = Somebody can force you, or use your finger while you sleep. And everyone who can open this device with a finger or a face can then open your logbook too. Are you in doubt? Then leave this off.
device-key-how = Is a finger or a face added to this device? Then this no longer works, until you switch it on again yourself. After two weeks or twenty times Houvast asks for your passphrase, so that you do not forget it.
device-key-on = Your finger or face opens this logbook.
device-key-keep = Switch on
device-key-was-kept = It is on.
device-key-drop = Switch off
device-key-dropped = It is off.
device-key-none = This device knows no finger or face yet. You set that up in the settings of the device itself.
change-passphrase = Change the passphrase
change-passphrase-help = A new passphrase does not help against somebody who has an old copy of this logbook and knows your old passphrase. That person can open later copies too. Then begin a new logbook, on a device that you trust.
new-key = Make a new recovery key
new-key-help = Is your key lost, or has someone seen it? Make a new one. The old one stops working. Does somebody have your old key and also an old copy of this logbook? Then a new key does not help. Begin a new logbook.
anchor = Anchor
anchor-help = An anchor is a small piece of text. Give it to somebody you trust, or to the police. Later you can show that everything you have now is still there and unchanged. What you wrote cannot be read in it.
anchor-to = To whom do you give it?
anchor-make = Make an anchor
anchor-copy = Copy
anchor-save = Save…
anchor-qr = Anchor as a QR code
anchor-list = Given before
anchor-given = { $to }, { $when }
anchor-nobody = Not written down to whom
anchor-compare = Does it still hold?
anchor-compare-label = An anchor that you gave earlier
anchor-compare-help = Paste the whole text here.
anchor-compare-do = Compare

check = Check the logbook
check-help = Reads everything again and checks that nothing was changed or damaged.
check-do = Check
check-ok = Everything holds.
checking = Your logbook is being checked.
check-problems = { $count ->
    [one] 1 thing does not hold. The rest can be read. Do not throw your backups away.
   *[other] { $count } things do not hold. The rest can be read. Do not throw your backups away.
}
where-file = It is in this file:

## Writing while locked
put-open = Write something down without the passphrase
put-intro = Your logbook stays locked. You can read what you keep here only once you open the logbook.
put-files-help = { $device ->
    [phone] Photos, sound, videos or other files.
   *[pc] Photos, sound, videos or other files. You can also drop them on this window.
}
put-sound-help = The recording goes into your logbook sealed, at once. You can hear it only when you open the logbook. Saving and adding files is possible again once you stop.
put-sound-done = The recording is kept. You can hear it when you open the logbook.
put-film-help = The film goes into your logbook sealed, at once. You can see it only when you open the logbook. Saving and adding files is possible again once you stop.
put-film-done = The film is kept. You can see it when you open the logbook.
put-after-recording = Stop recording first. Then add the files once more.
put-done = Kept. You will see it again when you open the logbook.
put-files-done = { $count ->
    [one] 1 file is kept.
   *[other] { $count } files are kept.
} You will see them again when you open the logbook.
## What another app on the phone shared
shared-busy = Being saved
shared-done = { $count ->
    [one] Saved
   *[other] { $count } files saved
}
shared-nothing = Not saved
shared-locked = Your logbook stayed locked. You will see this when you open it.
shared-open = You will find it under Evidence.
shared-original = The original is still in the other app. Do you want it gone from there? Then delete it yourself, in that app.
shared-back = Back to the other app
shared-stay = Go on in Houvast
shared-no-way-back = Houvast cannot take you back here. Go back to the other app yourself.
put-in-on = Arrived while the logbook was locked
put-in-cut = cut off: only the beginning is here
inbox-waits = { $count ->
    [one] 1 file is waiting that belongs to nothing yet.
   *[other] { $count } files are waiting that belong to nothing yet.
}
inbox-use = Put with an incident

## Erasing for good
erase-incident = Erase for good
erase-incident-help = Everything that ever stood here goes, the history too. Nobody can bring it back, not even you. Do you only want it out of sight? Then choose withdraw.
erase-file = Erase this file for good
erase-file-help = The file goes from the logbook. Nobody can bring it back, not even you.
erase-trace = That something was erased, and when, stays in the logbook. An old backup still holds the thing itself.
erase-files = { $count ->
    [one] Erase the file too
   *[other] Erase the { $count } files too
}
erase-reason = Reason (you may leave this empty). It stays in the logbook.
erase-sure = I know that this cannot be undone
erase-do = Erase for good
erased = Erased for good
erased-incident = An incident, on { $when }{ $files ->
    [0] {""}
    [one] {" "}with 1 file
   *[other] {" "}with { $files } files
}.
erased-file = A file, on { $when }.

## Backup
backup = Backup
backup-help = A backup is your whole logbook in one file. Without your passphrase nobody can read it. Keep it on a USB stick or with somebody you trust.
backup-last = The last one was made on { $when }. { $added ->
    [0] Nothing came after it.
    [one] 1 change came after it.
   *[other] { $added } changes came after it.
}
backup-never = You have no backup yet.
backup-do = Make a backup
backup-making = Making the backup and checking it…
backup-made = Made and checked: { $name }. It opens with your current passphrase.
backup-none = You have no backup yet. If this device breaks, everything is gone.
backup-old = Your last backup is from { $when }. Something was added after it.
restore-how = To put a backup back, use the screen where you open the logbook.
restore-backup = Put a backup back
restore-have = I have a backup
restore-intro = You will choose a backup. It is read and checked first. Then you decide whether to put it back.
restore-passphrase = The passphrase of the backup
restore-key = The recovery key of the backup
restore-by-key = I use the recovery key
restore-choose = Choose the backup…
restore-reading = Reading and checking the backup…
restore-holds = { $incidents ->
    [one] 1 incident
   *[other] { $incidents } incidents
} and { $evidence ->
    [one] 1 file
   *[other] { $evidence } files
}.
restore-newest = The last was written down on { $when }.
restore-lacks = { $changes ->
    [one] Your current logbook holds this and the backup does not. It is 1 change:
   *[other] Your current logbook holds this and the backup does not. It is { $changes } changes:
}
restore-blind = Your current logbook does not open with this passphrase. So Houvast cannot check what is in it.
restore-aside = The current logbook is not thrown away. It stays on this device under another name.
restore-sure = Put the backup back anyway
restore-not = Do not do it
restored = The backup was put back. Open it with the passphrase of the backup.
restored-aside = The backup was put back. Open it with the passphrase of the backup. The logbook that was there is now called { $name }.

## Contact persons, conversations and measures
people-parts = Parts of this screen
people-part-people = Contact persons
people-part-moments = Conversations
people-part-measures = Measures
people-intro = Whom you can call, and what they do not know yet. Nobody there yet? Then you see how to ask for somebody.
people-risk = If you do not know which risk was assessed
people-silent = Do you get no answer?
people-add-other = Add somebody else
contact-add = Add a contact person
contact-add-more = Add one more
contact-change = Change the contact person
contact-succeed = Somebody else took over
contact-succeed-help = Fill in who it is now. { $name } stays under Earlier.
contact-none = Nobody here yet.
contact-nameless = Name unknown
contact-former = Earlier ({ $count })
contact-withdraw-help = Only if it was a mistake. The person is no longer in the list then. What was written there is kept.
copy-sentence = Copy the sentence
copy = Copy the text
copied = Copied. Others on this device can paste and read this. After { $seconds } seconds, or when you leave this screen, Houvast takes it away.
not-copied = Copying does not work here. Hold your finger on the text, or select it, and copy it yourself.
role-help = For example: fixed contact person, case manager or local officer.
hours = Can be reached
hours-help = For example: Monday to Thursday, 9 to 17.
since = Since
until = Last day
predecessor = Took over from
remark = What else do you want to remember?
remark-help = This does not go into what you hand over.
drop = Don't save
drop-sure = What you filled in goes away. Are you sure?
drop-do = Yes, throw it away
drop-not = Go on filling in
versions = { $count ->
    [one] One earlier version
   *[other] { $count } earlier versions
}
version-of = This is how it read since { $when }
withdrawn-now = Withdrawn. It is kept.
show-more = Show more ({ $count } left)
not-now = Not now
news-waits = Not yet told: { $incidents ->
    [0] {""}
    [one] 1 incident
   *[other] { $incidents } incidents
}{ $changed ->
    [0] {""}
   *[other] { $incidents ->
        [0] {""}
       *[other] {" "}and{" "}
    }{ $changed } corrected
}
news-none = Everything has been told.
news-help = { $name } does not know this yet. Read it out, or copy it and send it.
news-which = What did you tell { $name }?
news-which-help = Remove the tick at what you did not tell.
news-told = I have told this
moments-empty = After each conversation, write down briefly what you told and what was agreed. Then you need not remember it.
moment-add = Write a conversation down
moment-change = Correct a conversation
moment-with = With whom
moment-someone-else = Somebody else
moment-person = Name
moment-how = How
moment-told = What did you tell?
moment-incidents = Which incidents did you tell?
moment-incidents-help = They count as told once you save this.
moment-agreed = What was agreed?
moment-next = What happens now?
moment-next-help = And who does it?
moment-next-on = No later than
moment-done = Done
moment-withdraw-help = Only if it was a mistake. What you told here then counts as not yet told.
steps-open = Still to do
step-by = No later than { $day }
step-unnamed = It does not say what has to happen.
measures-change = Change the measure
measures-end-help = If you do not know the last day, leave it empty. Then the measure holds until you fill in something else.
measures-conditions-help = For example: where the stalker may not come. Copy it from the letter.
measures-decided-help = For example: the mayor, the public prosecutor or the judge.
measures-documents = Documents
measures-documents-help = The letter or a photo of it. Tick what belongs to this measure, or choose a file.
measures-pick = Choose a file…
measures-now = In force now
measures-later = Not begun yet
measures-over = Over
measures-over-list = Over ({ $count })
measures-days-left = { $days ->
    [0] today is the last day
    [one] 1 day left
   *[other] { $days } days left
}
measures-broken = { $count ->
    [0] No breach written down.
    [one] 1 incident is a breach.
   *[other] { $count } incidents are a breach.
}
measures-on-breach = What can you do on a breach?
measures-about = More about this measure
measures-what = What is it?
measures-decides = Who decides?
measures-ask = What can you ask?
measures-withdraw-help = Only if it was a mistake. Is the measure over? Then fill in the last day.
measures-until = up to and including { $day }
measures-ending = { $measure }: { $days ->
    [0] today is the last day.
    [one] the last day is tomorrow, { $day }.
   *[other] the last day is { $day }, in { $days } days.
} Do you want the measure to last longer? Ask for that in time.
measures-look = Look at it
breached-asked = Is this about: { $measure }?
breached-yes = Yes, it was broken
breached-others = Other measures, not in force then
field-organisation = Organisation
field-name = Name
field-role = Role
field-phone = Phone
field-email = E-mail
field-hours = Can be reached
field-case_number = Case number
field-predecessor = Took over from
field-remark = What else do you want to remember
field-since = Since
field-until = Last day
field-start = From
field-end = To
field-conditions = What it says
field-decided_by = Who decided this
field-number = Number
field-documents = Documents
field-person = With whom
field-how = How
field-told = What did you tell
field-agreed = What was agreed
field-next_step = What happens now
field-next_on = No later than
field-incidents = Which incidents did you tell

## Looking together with a counsellor
nav-consult = Look together
consult-intro = Are you with somebody who helps you? Here you both see what is needed, step by step.
consult-does-notes = What is only for you is not shown.
consult-does-large = Everything is larger, so that you can read it together.
consult-does-steps = At the end you write down what you agree.
consult-begin = Begin looking together
consult-stop = Stop looking together
consult-at = Step { $at } of { $of }
consult-before = Back
consult-after = Next
consult-summary = In short
consult-weeks = The last weeks
consult-weeks-none = In the last { $weeks } weeks nothing was written down.
consult-measures = Measures
consult-measures-none = No measure is in force now.
consult-contacts = Contact persons
consult-missing = No contact person here yet
consult-present = Here you have a contact person
consult-news = Not yet told
consult-open = What is still to happen
consult-open-none = Nothing is open.
consult-agreed = What you agree
consult-agreed-help = Write down what you agree together, and who does what. It will be kept with your conversations.
