# Names of things. Dutch institutions keep their Dutch names, with what they are.

## Kinds of incident. The ids never change.
kind-coming-close = Coming close
    .help = Following, waiting, watching, at the door, breaking in.
kind-calls = Calls
    .help = Telephone calls, also when you do not answer.
kind-messages = Messages
    .help = Text messages, WhatsApp, social media.
kind-email = E-mail
    .help = Mails, also from another address.
kind-post = Post
    .help = Letters and cards.
kind-gifts = Gifts and deliveries
    .help = Flowers, parcels, things at the door.
kind-threat = Threat
    .help = Said, written or shown.
kind-violence = Violence
    .help = Against you, someone else or an animal.
kind-damage = Damage
    .help = Damage to your house, car, bicycle or things.
kind-sexual = Sexual
    .help = Sexual remarks, images or violence.
kind-through-others = Through others
    .help = Through children, family, work or friends.
kind-cyberstalking = Online and digital
    .help = Trackers, hacked accounts, spying, fake accounts, putting photos online.
kind-false-reports = False reports
    .help = Reports or orders in your name.
kind-breach = Breach of a measure
    .help = A contact ban or another measure was broken.
kind-other = Something else
    .help = Fits nowhere. Write down what happened.

## Organisations
organisation-police = Police
organisation-veilig-thuis = Veilig Thuis
organisation-om = Prosecution (OM)
organisation-3ro = Probation (3RO)
organisation-shn = Victim Support Netherlands
organisation-lawyer = Lawyer
organisation-municipality = Municipality
organisation-csg = Sexual Assault Centre (Centrum Seksueel Geweld)
organisation-suicide-prevention = Suicide Prevention
organisation-kindertelefoon = Child helpline (De Kindertelefoon)
organisation-meld-misdaad-anoniem = Report Crime Anonymously (Meld Misdaad Anoniem)
organisation-actieoverleg = Action meeting (actieoverleg)
organisation-other = Other

## Measures
measure-stopgesprek = Warning talk (stopgesprek)
measure-aol = Arrangement for a place (AOL)
measure-aop = Arrangement for a person (AOP)
measure-aware = AWARE
measure-huisverbod = Temporary restraining order (huisverbod)
measure-contactverbod = Contact ban
measure-locatieverbod = Location ban
measure-gebiedsverbod = Area ban
measure-gedragsaanwijzing = Conduct order (gedragsaanwijzing)
measure-elektronische-monitoring = Electronic monitoring
measure-vrijheidsbeperkend = Order restricting freedom
measure-crisisopvang = Shelter (crisisopvang)
measure-behandeling = Treatment with conditions
measure-civiel-verbod = Street or contact ban (civil court)
measure-domiciliekeuze = Another address in the file (domiciliekeuze)
measure-other = Other measure

## How somebody was spoken to
means-phone = Telephone
means-visit = Visit or appointment
means-video = Video call
means-email = E-mail
means-message = Message
means-letter = Letter
means-other = Other

## Sorts of files
family-image = Photo or picture
family-video = Video
family-audio = Sound
family-pdf = PDF
family-text = Text
family-email = E-mail
family-archive = Archive
family-document = Document
family-other = File

## What was odd about a file
note-empty = This file is empty.
note-too-many-pixels = This picture is too large to be shown. The file itself is kept.
note-truncated = The end of this picture is missing. The file is kept as it was.
note-unreadable = This picture cannot be shown. The file is kept as it was.
note-timed-out = Showing this picture took too long. The file is kept as it was.
note-not-drawn = This sort of picture cannot be shown here. The file is kept as it was.
note-cut-off = This recording broke off. What was recorded until then is kept.
note-unknown = There is something odd about this file.

agreement-holds = It holds. Everything that this anchor covers is still there, unchanged. { $later ->
    [0] Nothing was added since.
    [one] One record was added since.
   *[other] { $later } records were added since.
}
agreement-differs = It does not hold. What is here now differs from when this anchor was made. Check the logbook.
agreement-older = This logbook is older than the anchor. There were { $covers } records then and { $here } now. An old copy was probably put back.
agreement-incomplete = Something that this anchor covers is missing. So nobody can say whether it holds. Check the logbook.
agreement-other-logbook = This anchor belongs to another logbook.
agreement-no-anchor = This is no anchor, or the text was changed on its way. Paste the whole text once more.

yes = yes
no = no
not-said = not filled in

## Steps of a case and levels of risk, as the Routekaart has them
case-step-start = Start of the case
case-step-assessment = Safety assessment
case-step-plan = Plan of action
case-step-investigation = Investigation
case-step-always = Always
risk-high = high risk
risk-middle = middle risk
risk-low = low risk

## Days and months
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
put-note-name = note.txt

## What may hold of an incident besides its kinds
having-breach = Breach of a measure
having-threat = Threat
having-violence = Violence
having-weapon = Weapon
having-evidence = Evidence
having-untold = Nobody told yet
