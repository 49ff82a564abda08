# Texts of the app.

## What went wrong, and what to do. Also used on the command line.
error-wrong-passphrase = Deze wachtzin past niet op dit logboek. Kijk of hoofdletters en spaties kloppen en probeer het opnieuw.
error-wrong-recovery-key = Deze herstelcode past niet op dit logboek. Kijk of je de nieuwste code hebt.
error-recovery-key-group = Groep { $group } van de herstelcode klopt niet. Kijk die zes cijfers na.
error-recovery-key-length = Een herstelcode heeft 48 cijfers. { $found ->
    [one] Dit is er 1.
   *[other] Dit zijn er { $found }.
} Kijk of er cijfers ontbreken of dubbel staan.
error-recovery-key-digits = Een herstelcode heeft alleen cijfers. Haal de andere tekens weg.
error-not-a-logbook = Dit bestand is geen logboek. Er is niets aan veranderd. Kies een ander bestand.
error-damaged = Dit logboek is beschadigd en kan niet worden geopend. Er is niets aan veranderd. Bewaar het bestand en gebruik een reservekopie.
error-damaged-file = Dit bestand is beschadigd. De rest van het logboek is gewoon te lezen.
error-newer-format = Dit logboek is gemaakt met een nieuwere versie. Er is niets aan veranderd. Werk Houvast bij.
error-in-use = Het logboek is al ergens open. Sluit het daar en probeer het opnieuw.
error-already-exists = Er is hier al een logboek. Er is niets aan veranderd. Open het, of kies een andere plek.
error-not-found = Hier is geen logboek. Kijk of de plek klopt, of maak een nieuw logboek.
error-full-disk = De schijf is vol. Er is niets half opgeslagen. Maak ruimte en probeer het opnieuw.
error-denied = Houvast mag hier niet lezen of schrijven. Kies een andere plek of een ander bestand.
error-out-of-memory = Er is te weinig geheugen vrij. Sluit andere programma's en probeer het opnieuw.
error-too-large = Dit is te groot voor een logboek. Deel het op in kleinere stukken.
error-too-large-to-show = Dit is te groot om hier te tonen. Sla het op en open het met een ander programma.
error-not-shown = Dit kan hier niet worden getoond. Het bestand is bewaard zoals het was. Sla het op en open het met een ander programma.
error-pdf-locked = Op deze PDF zit een wachtwoord. Sla hem op en open hem met een ander programma.
error-pdf-too-much = Deze PDF tonen duurde te lang of vroeg te veel geheugen. Het bestand is bewaard zoals het was.
error-recording-ended = De opname was al gestopt. Wat er was opgenomen, is bewaard.
error-locked = Het logboek is op slot gegaan. Open het en probeer het opnieuw.
error-invalid = Dit kan zo niet worden opgeslagen. Kijk de velden na.
error-no-such-entry = Dit staat niet in het logboek. Kijk in de tijdlijn.
error-read-failed = Dit bestand kan niet worden gelezen. Kijk of het in een ander programma wel opengaat.
error-is-directory = Dit is een map. Kies de bestanden in de map.
error-not-a-file = Dit is geen gewoon bestand. Kies een ander bestand.
error-vanished = Dit bestand is er niet meer. Kies het opnieuw.
error-changed-while-reading = Dit bestand veranderde tijdens het lezen. Wacht tot het klaar is en voeg het dan weer toe.
error-weak-passphrase = Deze wachtzin is te makkelijk te raden. Kies vier of meer woorden die niets met elkaar te maken hebben.
error-pin-length = Een pincode heeft 6 tot 12 cijfers.
error-pin-digits = Een pincode heeft alleen cijfers. Haal de andere tekens weg.
error-pin-guessable = Deze pincode is makkelijk te raden: een rijtje, een herhaling, een figuur op de toetsen of een datum. Kies een andere.
error-pin-wrong = Deze pincode klopt niet. Je kunt het nog { $count ->
    [one] 1 keer
   *[other] { $count } keer
} proberen. Daarna heb je je wachtzin nodig.
error-pin-ended = De pincode werkt niet meer. Open je logboek met je wachtzin.
error-device-key-absent = Dit apparaat kan dit niet. Open je logboek met je wachtzin.
error-device-key-cancelled = Gestopt. Je wachtzin werkt altijd.
error-device-key-gone = Je vinger of gezicht opent dit logboek niet meer. Dat gebeurt als er op dit apparaat een vinger of gezicht bij komt of weggaat, en na een nieuwe wachtzin. Open je logboek met je wachtzin. Daarna kun je het onder Instellingen weer aanzetten.
error-device-key-tries = Het apparaat herkende je te vaak niet. Open je logboek met je wachtzin.
error-device-key-failed = Dat lukte niet. Open je logboek met je wachtzin.
error-cancelled = Gestopt. Er is niets half opgeslagen.
error-nothing-to-paste = Er is niets gekopieerd dat je hier kunt plakken. Kopieer eerst een afbeelding, een bestand of tekst.
error-inbox-full = Er is geen plaats meer zolang het logboek op slot is. Open het logboek en probeer het opnieuw.
error-on-itself = Dit is het logboek zelf. Kies een andere plek of een andere naam.
error-report-failed = De PDF kon niet worden gemaakt. Je logboek is in orde. Probeer het opnieuw zonder afbeeldingen.
error-key-sheet-failed = De PDF kon niet worden gemaakt. Schrijf de herstelcode over op papier.
error-half-written = Het opslaan is halverwege gestopt. Op de plek die je koos staat nu een deel van het bestand. Verwijder het daar en probeer het opnieuw op een andere plek. Je logboek is in orde.
error-written-differs = Wat op die plek staat, is anders dan wat Houvast schreef. Gebruik het niet. Verwijder het daar en probeer het opnieuw op een andere plek. Je logboek is in orde.
error-io = Lezen of schrijven lukte niet. Kijk of de schijf of USB-stick goed vastzit en probeer het opnieuw.
error-internal = Er ging iets mis. Wat je al had opgeslagen, is er nog. Start Houvast opnieuw.

## Why something cannot be saved as it is. { $field } is the field's name in the data.
invalid-nothing = Er staat nog niets in. Schrijf er iets bij.
invalid-text-too-long = De tekst bij ‘{ $field }’ is te lang. Er passen 100.000 tekens in. Zet de rest in een tweede incident of voeg een bestand toe.
invalid-too-many = Er staan te veel dingen bij ‘{ $field }’. Haal er een paar weg.
invalid-year = Het jaar bij ‘{ $field }’ klopt niet. Het moet tussen 1900 en 2200 liggen.
invalid-end-before-start = Bij ‘{ $field }’ ligt het einde voor het begin. Draai ze om.
invalid-range = Wat je bij ‘{ $field }’ hebt ingevuld, kan niet. Vul iets anders in.
invalid-unknown-kind = De soort bij ‘{ $field }’ bestaat niet. Kies er een uit de lijst.

## Places
navigation = Menu
skip = Naar de inhoud
nav-timeline = Tijdlijn
nav-record = Vastleggen
nav-report = Doorgeven
nav-evidence = Bewijs
nav-settings = Instellingen
nav-contacts = Contacten
nav-help = Hulp
nav-more = Meer
more-evidence = Al je foto’s, berichten en geluid
more-pattern = Wanneer en hoe vaak het gebeurt
more-report = Een PDF of een pakket, voor de politie of iemand anders
more-consult = Samen met een hulpverlener
more-help = Wat je kunt doen, en wie je helpt
more-settings = Wachtzin, reservekopie en hoe het eruitziet
nav-emergency = Nood
quick-exit = Snel weg
quick-exit-help = { $device ->
    [phone] Sluit alles meteen.
   *[pc] Sluit alles meteen. Twee keer Esc doet hetzelfde.
}

## Small words
back = Terug
continue = Verder
close = Sluiten
call-elsewhere = Dit apparaat kan niet bellen. Bel { $number } met een telefoon.
taking-in = Wat je bewaarde toen je logboek op slot was, komt er nu bij
previous = Vorige
next = Volgende
stop = Stoppen
save = Opslaan
saved = Opgeslagen.
saved-as = Opgeslagen als { $name }.
change = Wijzigen
busy = Even geduld…
name = Naam
reach = Hoe te bereiken
from = Vanaf
to = Tot en met
number = Nummer
language = Taal
dutch = Nederlands
english = English

## Start
start-who-sees = Wie kan bij dit apparaat?
start-stop = Gebruik een ander apparaat
start-make = Maak je logboek
start-key = Jouw herstelcode
start-unlock = Logboek openen
start-recover = Openen met de herstelcode
who-sees-intro = Denk hier even over na voor je begint.
who-sees-what = Hier schrijf je op wat er gebeurt, en bewaar je het bewijs. Alles blijft op dit apparaat.
who-sees-unlock = Weet iemand anders de code van dit apparaat, of kijkt iemand mee?
who-sees-shared = Deel je een account, zoals iCloud of Google, met iemand die je niet vertrouwt?
who-sees-watched = Denk je dat een programma op dit apparaat met je meekijkt? Dat programma kan ook dit logboek zien als het open is.
who-sees-doubt = Twijfel je? Gebruik dan liever een apparaat waar niemand anders bij kan.
who-sees-go = Ik kan dit apparaat gebruiken
who-sees-stop = Ik stop hier
stop-advice = Er is niets opgeslagen. Sluit dit venster. Gebruik een apparaat van iemand die je vertrouwt, of vraag hulp. Onder Nood staan nummers die je kunt bellen.
make-intro = Kies een wachtzin: een wachtwoord van vier of meer woorden. Daarmee gaat je logboek open. Niemand anders kent hem, ook wij niet.
make-do = Logboek maken
passphrase = Wachtzin
passphrase-new = Nieuwe wachtzin
passphrase-again = Nog een keer
passphrase-current = Wachtzin van nu
passphrase-advice = Kies vier of meer woorden die niets met elkaar te maken hebben. Gebruik geen namen of datums uit je leven.
passphrase-differs = De twee wachtzinnen zijn nog niet gelijk.
secret-show = Laat zien
secret-hide = Verberg
passphrase-changed = Je nieuwe wachtzin werkt. De oude niet meer.
passphrase-changed-alone = Je nieuwe wachtzin werkt. De oude niet meer. Je pincode, vinger of gezicht ook niet: zet die opnieuw aan als je wilt.
strength-0 = Veel te makkelijk te raden.
strength-1 = Te makkelijk te raden.
strength-2 = Nog te makkelijk. Voeg een woord toe.
strength-3 = Sterk genoeg. Met nog een woord erbij is hij sterker.
strength-4 = Heel sterk.
key-intro = Wachtzin vergeten? Met deze code kom je toch in je logboek. Schrijf hem over op papier of print hem. Hij wordt maar één keer getoond.
key-where = Bewaar het papier waar de stalker niet kan komen. Bijvoorbeeld bij iemand die je vertrouwt.
key-written = Ik heb de code op papier
key-later = Nu niet
key-later-help = Kan het nu niet? Maak dan later een nieuwe code. Tot die tijd kom je zonder je wachtzin niet in je logboek.
key-due = Je hebt nog geen herstelcode op papier. Wachtzin vergeten? Dan kom je er niet meer in.
key-sheet-save = Bewaar als PDF om te printen
key-sheet-explain = Schrijf op het blad dat dit de herstelcode van een logboek is
key-sheet-delete = Print het blad en verwijder het bestand daarna, ook uit de prullenbak. Wie het bestand vindt, heeft je code.
unlock-do = Openen
passphrase-use = Gebruik je wachtzin
pin = Pincode
pin-use = Gebruik je pincode
pin-left = Je kunt het nog { $count ->
    [one] 1 keer
   *[other] { $count } keer
} proberen.
pin-new = Nieuwe pincode
pin-new-help = Zes cijfers of meer. Geen datum en geen rijtje.
pin-again = Nog een keer je pincode
pin-differs = De twee pincodes zijn nog niet gelijk.
device-key-unlock = Openen met vinger of gezicht
device-key-unlock-now = Nu niet, openen met vinger of gezicht
device-key-due = Je hebt je wachtzin een tijd niet gebruikt. Typ hem nu, dan blijf je hem onthouden. Weet je hem niet meer? Pak je herstelcode en kies een nieuwe wachtzin.
device-key-ask = Laat zien dat jij het bent
device-key-ask-cancel = Niet nu
forgot = Wachtzin vergeten?
recovery-key = Herstelcode
recovery-key-help = Acht groepjes van zes cijfers. Spaties en streepjes maken niet uit.

## Timeline
search = Zoeken
search-help = Zoek in je logboek
kind = Soort
filters = Filter
filters-chosen = Filter ({ $count })
filters-show = { $count ->
    [one] Toon 1 incident
   *[other] Toon { $count } incidenten
}
having = Met
period = Periode
since-four-weeks = Laatste 4 weken
since-year = Dit jaar
period-between = { $from } tot en met { $to }
period-from = vanaf { $from }
period-to = tot en met { $to }
filter-drop = Laat los: { $name }
filter-off = weghalen
clear-all = Toon alles
go-to-month = Ga naar maand
month = Maand
newest = Nieuwste
oldest = Oudste
found = { $count ->
    [one] 1 incident
   *[other] { $count } incidenten
}
found-of = { $count } van { $all ->
    [one] 1 incident
   *[other] { $all } incidenten
}
found-in = Gevonden in: { $fields }
in-what = de rest van de tekst
in-exact-words = letterlijke woorden
in-where = waar
in-who = wie
in-channel = nummer, account of adres
in-reaction = wat je deed
in-effect = wat het met je deed
in-private-note = alleen voor jezelf
in-witness = getuigen
in-reported = gemeld bij
in-links = waarom het bij een ander incident hoort
in-evidence = bewijs
report-of-these = PDF van deze
nothing-found = Niets gevonden.
kind-instead = Toon de soort: { $name }
nothing-found-with = Je zoekt nu op: { $what }
quoted = ‘{ $text }’
try-again = Probeer het opnieuw
timeline-empty = Hier komt alles wat je vastlegt. Begin met iets van vandaag, of met wat je het best weet.
timeline-empty-few = De dag en een paar woorden zijn genoeg. Aanvullen kan later.
timeline-empty-evidence = Heb je een bericht, een foto of een lijst met oproepen? Bewaar die erbij.
timeline-empty-later = De volgorde maakt niet uit. Alles komt vanzelf op de goede dag te staan.
timeline-empty-away = Kijkt er iemand mee? Snel weg sluit alles meteen. Open het programma daarna gewoon opnieuw.
pieces = { $count ->
    [one] 1 bewijsstuk
   *[other] { $count } bewijsstukken
}
time-about = rond { $time }
time-unknown = tijd onbekend
time-next-day = { $time } – { $to }, de dag erna
time-since = sinds { $time }, gaat nog door

## Record
when = Wanneer
when-exact = Op dit tijdstip
when-about = Rond dit tijdstip
when-day = Ergens op deze dag
when-period = Van … tot …
when-since = Het begon toen en gaat nog door
date = Datum
time = Tijd
until-date = Tot datum
until-time = Tot tijd
what = Wat gebeurde er?
what-help = Schrijf de feiten op in je eigen woorden. Anderen kunnen dit later lezen.
noticed = Je schrijft ‘{ $words }’. Was het { $when }?
noticed-yes = Ja, neem die tijd over
noticed-no = Nee
evidence = Bewijs
add-files = Bestanden toevoegen
add-files-help = { $device ->
    [phone] Je kunt ook een afbeelding of tekst plakken.
   *[pc] Je kunt ze ook op dit venster slepen, of een afbeelding of tekst plakken.
}
record-sound = Geluid opnemen
record-sound-help = De opname gaat meteen je logboek in en staat nergens anders. Zolang je opneemt, gaat het logboek niet vanzelf op slot.
recording-now = Er wordt opgenomen
recording-paused = De opname staat stil
recording-time = Duur { $time }
recording-level = Hoe hard het geluid is
recording-go-on = Verder opnemen
recording-stop = Stoppen en bewaren
recording-drop = Weggooien
recording-dropped = De opname is weggegooid.
recording-kept-sound = De opname is bewaard.
recording-name-sound = Opname { $when }.{ $ending }
record-film = Film maken
record-film-help = De film gaat meteen je logboek in en staat nergens anders. Zolang je filmt, gaat het logboek niet vanzelf op slot.
recording-name-film = Film { $when }.{ $ending }
recording-kept-film = De film is bewaard.
take-photo = Foto maken
take-photo-help = De foto gaat meteen je logboek in en staat nergens anders.
photo-press = Maak de foto
photo-view = Beeld van de camera
photo-kept = De foto is bewaard.
photo-name = Foto { $when }.jpg
device-refused = Houvast mag de camera of microfoon niet gebruiken. Sta het toe in de instellingen van je apparaat, of voeg een bestand toe.
device-missing = Er is geen camera of microfoon gevonden. Je kunt wel een bestand toevoegen.
device-failed = De camera of microfoon doet het niet. Misschien gebruikt een ander programma hem. Je kunt wel een bestand toevoegen.
keeping = Bewaren: { $name } ({ $index } van { $count })
keeping-size = { $done } van { $total }
keeping-done = { $kept ->
    [one] 1 bestand is toegevoegd.
   *[other] { $kept } bestanden zijn toegevoegd.
}
original-stays = Het origineel staat ook nog op je telefoon, bijvoorbeeld bij je foto’s. Moet het daar weg? Verwijder het dan zelf, ook uit de prullenbak. In je logboek blijft het staan.
keeping-stopped = Gestopt. { $kept ->
    [0] Er is niets bewaard.
    [one] 1 bestand is bewaard en blijft staan.
   *[other] { $kept } bestanden zijn bewaard en blijven staan.
} { $left ->
    [one] 1 bestand is niet bewaard.
   *[other] { $left } bestanden zijn niet bewaard.
}
had = Dit bestand had je al: { $name }.
had-with = Het hoort bij { $day }.
had-waits = Het hoort nog nergens bij.
had-name = Het heet daar: { $name }.
had-use = Hierbij voegen
had-again = { $count ->
    [one] Toch nog een keer bewaren
   *[other] Alle { $count } toch nog een keer bewaren
}
pasted-text = geplakte tekst.txt
pasted-picture = geplakte afbeelding
leave-out = Niet bij dit incident: { $name }
leave-out-short = Niet bij dit incident
drop-here = Laat los om als bewijs te bewaren
drop-here-locked = Laat los om te bewaren. Je leest het terug als je het logboek opent.
more-fields = Meer invullen
others-read = Je hoeft hier niets in te vullen. Wat je invult, kan in het dossier komen. De advocaat van de verdachte kan het dan ook lezen.
exact-words = Letterlijke woorden
where = Waar was het?
how-often = Hoe vaak?
times = { $count } keer
who = Wie was het?
who-known = Weet je wie het was?
known-not-said = niet ingevuld
known-known = ja
known-unknown = nee
known-through-someone-else = via iemand anders
recognised-by = Waaraan herkende je die persoon?
channel = Met welk nummer, account, adres of kenteken?
witness = Getuige
witnesses = Getuigen
add-witness = Getuige toevoegen
will-state = Wil deze getuige een verklaring afleggen?
reaction = Hoe reageerde je?
fear = Hoe bang was je?
effect = Wat deed het met je?
injury = Letsel
damage = Schade
threat = Bedreiging
violence = Geweld
weapon = Wapen
children = Kinderen erbij
breached = Welke maatregel is overtreden?
reported = Gemeld
add-report = Melding toevoegen
reported-to = Gemeld bij
report-number = Nummer van de melding
officer = Naam van de agent of medewerker
agreed = Wat is er afgesproken
private-note = Alleen voor jezelf
private-note-help = Dit komt nooit in wat je doorgeeft.
record-photo = Met foto
when-ask = Wanneer was het?
when-said = Was het niet nu? Zeg het in je eigen woorden.
when-said-example = bijvoorbeeld: gisteren rond 10 uur
when-which = Welke bedoel je?
when-often = Dit gebeurde vaker dan één keer. Weet je de losse keren nog? Leg ze dan apart vast. Anders: zeg van wanneer tot wanneer het gebeurde, en vul verderop in hoe vaak het was.
when-within = Je eigen woorden komen bij wat er gebeurde te staan. Hoe vaak het was, kun je verderop invullen.
when-future = Dat is nog niet geweest. Leg vast wat al gebeurd is.
when-unknown = Dit begrijp ik niet. Schrijf bijvoorbeeld: gisteravond half tien, vorige week dinsdag, of 3 maart rond 10 uur.
when-which-save = Kies hierboven eerst welke tijd je bedoelt. Of sla nog een keer op: dan komen je woorden bij wat er gebeurde te staan.
when-often-save = Zeg hierboven eerst van wanneer tot wanneer het gebeurde. Of sla nog een keer op: dan geldt { $time }, en komen je woorden bij wat er gebeurde te staan.
when-unknown-save = Je woorden over de tijd zijn niet begrepen. Sla je nog een keer op? Dan geldt { $time }, en komen je woorden bij wat er gebeurde te staan.
when-future-save = Je woorden gaan over iets wat nog komt. Sla je nog een keer op? Dan geldt { $time }, en komen je woorden bij wat er gebeurde te staan.
when-ahead-save = Deze tijd is nog niet geweest: { $time }. Klopt hij toch? Sla dan nog een keer op.
when-kept = Wanneer, in mijn woorden: { $words }
when-pick = Datum en tijd kiezen
when-how-exact = Hoe precies weet je het?
clock = { $hour }.{ $minute }
clock-point = .
in-full-exact = { $day }, { $time } uur
in-full-about = { $day }, rond { $time } uur
in-full-day = { $day }, tijd onbekend
in-full-period = { $day }, van { $time } tot { $to } uur
in-full-long = van { $day }, { $time } uur tot { $last }, { $to } uur
in-full-since-day = sinds { $day }
in-full-since = sinds { $day }, { $time } uur
kind-ask = Wat voor iets was het?
how-often-help = Was het vaker achter elkaar? Dan is dat één incident. Bij dertig keer bellen vul je 30 in.
how-often-less = Eén keer minder
how-often-more = Eén keer meer
how-often-period = Van wanneer tot wanneer?
group-exactly = Wat er precies gebeurde
group-who = Wie, en hoe je dat weet
group-witnesses = Getuigen
group-effect = Wat het met je deed
group-danger = Gevaar
group-reports = Maatregelen en meldingen
group-links = Hoort bij andere incidenten
group-filled = { $count } ingevuld
exact-words-why = Wat zei of schreef diegene? Letterlijke woorden tellen zwaar bij een bedreiging.
where-why = Een adres of een plek. Zo ziet de politie waar er camera’s of getuigen kunnen zijn.
channel-why = Hiermee kan de politie nagaan van wie het kwam.
reaction-why = Niet reageren is ook goed. Het laat zien dat je geen contact wilde.
who-why = Een naam, of hoe diegene eruitzag.
recognised-by-why = Bijvoorbeeld de stem, de auto of de jas.
witnesses-why = Wie zag of hoorde het ook? De politie kan diegene vragen wat er gebeurde.
witness-remove = Deze getuige weghalen
fear-help = 0 is niet bang, 10 is zo bang als je ooit bent geweest.
fear-none = Toch niet invullen
effect-why = Bijvoorbeeld op je slaap, je werk, je huis of je kinderen. Bij stalking telt wat het met je leven doet.
injury-why = Ook kleine verwondingen. Maak er een foto van, of laat een arts ernaar kijken.
damage-why = Wat is er kapot of weg, en wat kost het?
danger-why = Dit helpt de politie zien hoe snel er iets moet gebeuren.
danger-threat = Was er een bedreiging?
danger-violence = Was er geweld?
danger-weapon = Was er een wapen?
danger-children = Waren er kinderen bij?
reported-why = Heb je dit al ergens gemeld? Met het nummer vindt een ander het terug.
report-remove = Deze melding weghalen
links-why = Hoort dit bij iets wat je eerder vastlegde? Zo wordt zichtbaar wat op elkaar volgde.
link-search = Zoek een incident
link-none = Niets gevonden. Probeer een ander woord.
link-reason = Waarom horen ze bij elkaar?
link-remove = Loskoppelen
link-other = Een ander incident
draft-found = Wat je hier had ingevuld, is bewaard.
draft-go-on = Verder schrijven
draft-waits = Je was iets aan het opschrijven. Het is bewaard.
draft-again = Weggooien en opnieuw beginnen
draft-sure = Wat je hier had ingevuld, gaat weg. Bestanden blijven. Zeker weten?
draft-on = Verder invullen
draft-again-do = Ja, opnieuw beginnen
record-saved = Opgeslagen. Het staat in je tijdlijn.
record-more = Aanvullen
amend-title = Incident verbeteren
amend-reason = Waarom verander je dit? (hoeft niet)
amend-keeps = Wat er eerst stond, blijft in de geschiedenis staan.
field-when = Datum
field-kind = Soort
field-what = Wat gebeurde er
field-exact_words = Letterlijke woorden
field-where = Waar
field-private_note = Alleen voor jezelf

## Incident
amend = Verbeteren
incident-amend = Aanvullen of verbeteren
history = Geschiedenis
history-help = Alles wat hier ooit stond, van oud naar nieuw.
step-recorded = Vastgelegd op { $when }
step-amended = Verbeterd op { $when }
step-withdrawn = Ingetrokken op { $when }
step-restored = Teruggehaald op { $when }
step-noted = Alleen voor jezelf: veranderd op { $when }
note-removed = Er staat nu niets meer.
because = Reden: { $reason }
written-on = Opgeschreven op { $when }.
written-later = Opgeschreven op { $when }, { $years ->
    [0] { $months ->
        [0] { $days ->
            [one] de dag erna
           *[other] { $days } dagen later
        }
       *[other] ruim { $months } maanden later
    }
   *[other] ruim { $years } jaar later
}.
not-described = Je hebt nog niet opgeschreven wat er gebeurde. Dat kan later ook.
linked = Hoort bij
reason = Reden
reason-missing = Schrijf eerst waarom. Dat staat later bij de geschiedenis.
withdraw = Intrekken
withdraw-help = Een ingetrokken incident staat niet meer in de tijdlijn. Het blijft bewaard en je kunt het terughalen.
restore = Terughalen
restore-help = Het incident komt terug in de tijdlijn.
withdrawn = ingetrokken
show-withdrawn = Ook ingetrokken ({ $count })
show-withdrawn-on = Ook ingetrokken
is-withdrawn = Ingetrokken. Reden: { $reason }
viewer = Bewijsstuk
cannot-play = Dit kan hier niet worden afgespeeld. Sla het origineel op en open het met een ander programma.
play = Afspelen
loading-part = Ophalen: { $percent } procent
sound-off-told = Het geluid staat uit. Zo hoort niemand in de buurt het. Zet het aan als dat veilig is, of gebruik een koptelefoon.
sound-on-told = Het geluid staat aan. Het begint zacht.
sound-on = Geluid aanzetten
sound-off = Geluid uitzetten
pause = Pauze
back-ten = 10 seconden terug
forward-ten = 10 seconden verder
place-in-it = Plaats
place-of = { $at } van { $all }
loudness = Volume
speed = Snelheid
speed-times = { $times } keer
too-large-to-play = Dit bestand is te groot om hier af te spelen. Sla het op en speel het af met een ander programma.
pdf-count = { $count ->
    [one] 1 pagina
   *[other] { $count } pagina's
}
pdf-page = pagina { $page } van { $total }
pdf-page-failed = Deze pagina kan niet worden getoond.
pdf-page-text = Tekst van deze pagina
pdf-no-text = Er staat geen tekst in deze pagina. Misschien is het een foto of een scan.
pdf-static = Alleen de pagina's zelf. Koppelingen, filmpjes en formulieren in de PDF werken hier niet.
zoom-in = Groter
zoom-out = Kleiner
more-text = Meer tonen
mail-from = Van
mail-to = Aan
mail-cc = Ook aan
mail-date = Verzonden
mail-subject = Onderwerp
mail-says = Dit zegt de e-mail van zichzelf. Dat kan vervalst zijn.
mail-fields = Alle regels bovenaan, met de weg die de e-mail ging
mail-as-text = Alleen de tekst. Er wordt niets van internet opgehaald. Achter een koppeling staat waar die heen gaat.
mail-no-text = In deze e-mail staat geen tekst.
mail-cut = De tekst is langer. Sla de e-mail op om alles te lezen.
mail-attachments = Bijlagen
attachment-keep = Bewaren als bewijs
attachment-keep-what = { $name } bewaren als bewijs
attachment-save = Opslaan
attachment-save-what = { $name } opslaan
attachment-kept = { $name } is bewaard als bewijs.
kept-on = Bewaard op
file-type = Soort bestand
file-name = Naam van het bestand
arrival-picked = gekozen op dit apparaat
arrival-dropped = op het venster gesleept
arrival-pasted = geplakt
arrival-command-line = via de opdrachtregel
arrival-shared = vanuit een andere app
arrival-while-locked = terwijl het logboek op slot was
file-can-lie = Een bestand kan zich vergissen of zijn aangepast. Houvast heeft dit niet gecontroleerd.
about-file = Over dit bestand
sha256-short = Vingerafdruk (SHA-256): { $sum }…
sha256-whole = Hele vingerafdruk
sha256-help = Verandert er ook maar iets aan het bestand, dan krijgt het een andere vingerafdruk.
sha256-copy = Vingerafdruk kopiëren
file-says = { $what }, volgens het bestand
claim-taken = Gemaakt op
claim-latitude = Breedtegraad
claim-longitude = Lengtegraad
claim-maker = Merk
claim-model = Apparaat
claim-software = Programma
save-original = Origineel opslaan…
saving-original = Origineel opslaan

## Looking at a piece of evidence
viewer-place = { $at } van { $count }
picture-failed = Deze afbeelding kan hier niet worden getoond. Sla het origineel op en open het met een ander programma.
smaller = Kleiner
larger = Groter
whole = Heel
rotate = Draaien
zoomed = Vergroot tot { $percent } %.
rotated = Alleen hier gedraaid. Het bestand zelf verandert niet.
sharper = Het beeld wordt scherper…
belongs-to = Hoort bij { $day }.
belongs-nowhere = Hoort nog nergens bij.
to-incident = Naar het incident
caption = Wat is dit?
caption-help = Bijvoorbeeld: foto van de voordeur.
transcript = Wat wordt er gezegd of geschreven?
transcript-help = Schrijf het over, dan kun je het terugvinden.
withdraw-evidence-help = Het bewijsstuk staat dan nergens meer bij. Het blijft bewaard, en bij Bewijs kun je het laten tonen en terughalen.
restore-evidence-help = Het bewijsstuk telt dan weer mee, op de plek waar het stond.
restored-now = Teruggehaald. Het bewijsstuk telt weer mee.

## Putting pieces with an incident
attach = Bij een incident voegen
attach-other = Bij een ander incident voegen
attach-title = { $count ->
    [one] Waar hoort dit bij?
   *[other] Waar horen deze { $count } bij?
}
attach-search = Zoek een incident
attach-new = Nieuw incident beginnen
attach-none = Nergens bij, nog niet
attach-empty = Er is nog geen ander incident.
attach-not-found = Niets gevonden. Probeer een ander woord.
attached = { $count ->
    [one] 1 bewijsstuk hoort nu bij { $day }.
   *[other] { $count } bewijsstukken horen nu bij { $day }.
}
attach-undo = Ongedaan maken

## Evidence
gallery-add-help = { $device ->
    [phone] Je kunt ook vanuit een andere app delen met Houvast.
   *[pc] Je kunt bestanden of een map ook op dit venster slepen, of een afbeelding of tekst plakken (Ctrl+V).
}
add-folder = Hele map
gallery-empty = Hier komt al je bewijs: foto's, geluid, video's, brieven. Voeg bestanden toe. Waar ze bij horen, kun je later kiezen.
gallery-search = Zoek op naam of op wat erbij staat
gallery-sort = Welke soort
gallery-nothing = Niets gevonden. Probeer een ander woord of een andere soort.
gallery-rest = Wat een plek heeft
gallery-by = Volgorde
gallery-without = Niet bij een incident
by-month = Per maand
by-incident = Per incident
sort-all = Alles
sort-image = Foto's
sort-video = Video's
sort-audio = Geluid
sort-pdf = PDF's
sort-text = Tekst
sort-email = E-mail
sort-other = Anders
inbox-title = Hoort nog nergens bij ({ $count })
inbox-help = Kies wat bij elkaar hoort en voeg het bij een incident.
inbox-attach = { $count ->
    [0] Bij een incident voegen
   *[other] Bij een incident voegen ({ $count })
}
pick = Kies
pick-piece = Kies { $name }
pick-all = Alles kiezen
pick-none = Niets kiezen
document-of-measure = bij een maatregel
piece-incident = Naar het incident van { $day }

## Pattern
nav-pattern = Patroon
pattern-screen = Patroon
pattern-intro = Zo ziet het eruit als je alles naast elkaar zet. Raak een staaf aan om te zien welke incidenten erbij horen.
pattern-empty = Leg eerst iets vast. Daarna zie je hier hoe vaak en wanneer er iets gebeurt.
pattern-few = { $count ->
    [one] Er is nu 1 incident. Een patroon heeft er meer nodig.
   *[other] Er zijn nu { $count } incidenten. Een patroon heeft er meer nodig.
} Vanaf { $enough } incidenten zie je hier grafieken.
pattern-touch = { $title }: raak aan om de incidenten te zien
pattern-previous = Vorige
pattern-next = Volgende
pattern-close = Sluiten
pattern-table = In cijfers

## Report
report-screen = Doorgeven
report-intro = Maak van je logboek iets wat je aan een ander kunt geven. Wat je alleen voor jezelf hebt geschreven, komt er nooit in.
report-make = Wat wil je maken?
report-what-package = Pakket voor de politie
report-what-package-help = De tijdlijn als PDF, met al je bewijs erbij. De politie kan nagaan dat er niets aan is veranderd.
report-what-full = Alleen de PDF
report-what-full-help = De tijdlijn, om te printen of te mailen.
report-what-consultation = Twee bladzijden voor een gesprek
report-what-consultation-help = Het overzicht, de laatste weken en de afspraken. Zonder afbeeldingen.
report-which-time = Welke periode?
include = Wat komt erin?
include-pictures = Afbeeldingen in de PDF
include-effects = Wat het met je deed
include-witnesses = Namen van getuigen
include-coordinates = Plaatsen op de kaart
include-address = Je eigen adres
include-children = Namen van kinderen
include-kinds = Alleen bepaalde soorten
include-free-text = Let op: namen en adressen die je zelf in een tekst hebt geschreven, blijven staan. Lees het voorbeeld goed door.
include-originals = Het bewijs gaat mee zoals het is. In een foto kan staan waar die is gemaakt.
report-holds = { $incidents ->
    [one] 1 incident
   *[other] { $incidents } incidenten
} en { $evidence ->
    [one] 1 bewijsstuk
   *[other] { $evidence } bewijsstukken
}.
report-holds-nothing = Hiervan staat niets in je logboek.
report-only = Alleen wat je in de tijdlijn hebt gevonden:
report-private = { $count ->
    [one] 1 incident gaat niet mee: daar staan deze woorden alleen in wat je voor jezelf schreef.
   *[other] { $count } incidenten gaan niet mee: daar staan deze woorden alleen in wat je voor jezelf schreef.
}
report-warning = Wie dit bestand heeft, kan het lezen. Bewaar het op een veilige plek, niet op een apparaat waar een ander bij kan.
report-password = Met een wachtwoord
report-password-help = Schrijf dit wachtwoord op. Geef het op een andere manier door dan het bestand, bijvoorbeeld aan de telefoon. Zonder dit wachtwoord kan niemand het pakket openen. Ook wij niet.
report-password-new = Ander wachtwoord
report-save = PDF opslaan…
report-save-package = Pakket opslaan…
report-progress-preparing = Tekst klaarzetten…
report-progress-laying-out = Pagina's opmaken…
report-progress-writing = PDF schrijven…
report-progress-packing = Bewijs erbij doen…
report-missing = Bewijsstuk { $number } ({ $name }) kon niet worden gelezen en zit er niet in.
report-given-question = Aan wie geef je het?
report-given-help = Dan weet je later wat deze persoon al weet. Je mag het ook overslaan.
report-given-do = Noteren
report-given-noted = Genoteerd: gegeven aan { $to }.
report-given-before = Eerder gegeven
report-given-line = { $to }, { $when }: { $incidents ->
    [one] 1 incident
   *[other] { $incidents } incidenten
}
error-nothing-saved = Sla eerst iets op. Daarna kun je noteren aan wie je het geeft.
preview = Zo ziet het eruit
preview-page = Bladzijde { $page } van { $total }
preview-making = Voorbeeld maken…
preview-rest = { $rest ->
    [one] Nog 1 bladzijde staat in het bestand zelf.
   *[other] Nog { $rest } bladzijden staan in het bestand zelf.
}
case-address = Je eigen adres
case-children = Kinderen en anderen die gevaar lopen

## Help
help-open = Hulp en uitleg
help-search = Zoek in de hulp
help-found = { $count ->
    [0] Niets gevonden. Probeer een ander woord.
    [one] Gevonden op 1 bladzijde
   *[other] Gevonden op { $count } bladzijden
}
help-more-lines = { $count ->
    [one] En nog op 1 plek op deze bladzijde.
   *[other] En nog op { $count } plekken op deze bladzijde.
}
help-topics = Onderwerpen
help-offline = Je leest dit zonder internet. Per regio kan het anders gaan. Dit is geen juridisch advies.
help-list = Terug naar de hulp
line-do = Doen:
line-avoid = Let op:
line-ask = Vraag
line-say = Zeg
copy-short = Kopiëren
copied-short = Gekopieerd
call = Bel { $number }
region-differs = Dit verschilt per regio.
checked-on = Gecontroleerd op { $date } · { $count ->
    [one] bron
   *[other] { $count } bronnen
}
source-address = Toon het adres
guide-what = Wat is het?
guide-decides = Wie beslist?
guide-ask = Wat kun je vragen?
guide-breach = Houdt de stalker zich er niet aan?
expect = Wat mag ik verwachten?
expect-short = Van wie, bij welke stap en bij welk risico.
expect-lead = Kies wat je weet. Wat je niet weet, laat je open.
expect-all = Alle organisaties
expect-step = Stap in je zaak
expect-level = Ingeschat risico
expect-unknown = Weet ik niet
expect-ask-level = Weet je niet hoe hoog het risico is ingeschat? Vraag het zo:
expect-found = { $count ->
    [0] Hierover staat niets in de bron. Vraag het aan je contactpersoon.
    [one] Je mag 1 ding verwachten.
   *[other] Je mag { $count } dingen verwachten.
}
expect-every-level = bij elk risico
expect-levels = bij { $levels }
expect-unsure = Niet zeker: de bron is op dit punt niet duidelijk. Vraag het na.

## Tips
tip = Tip
tip-more = Lees meer
tip-dismiss = Niet meer tonen

## Emergency
emergency-now = In deze volgorde bellen:
emergency-danger = Bij gevaar
emergency-calm = Geen direct gevaar
own-contacts = Jouw contactpersonen
own-missing = Nog geen contactpersoon? Vraag erom.
say-case = Zeg dat er al een zaak loopt. Het nummer is { $number }.
alarm-bells = Is dit zo? Zeg het er dan bij
untold-police = Nog niet doorgegeven aan de politie ({ $count })
untold-help = Dit kun je voorlezen.
other-numbers = Andere nummers
more-numbers = Nog meer nummers
other-ways = Kun je niet bellen, of ben je in het buitenland?
when-silent = Wat als er niemand antwoordt?
panel-locked = Noodscherm als de app op slot is
panel-choice = Laat mijn contactpersonen ook zien als de app op slot is
panel-choice-help = Dan staan ze ook leesbaar op dit apparaat: naam, rol, organisatie en nummer. Ook of je een afspraak op locatie (AOL) of AWARE hebt, en tot wanneer. Iedereen die dit apparaat in handen heeft, kan dat lezen.
panel-shown = Je contactpersonen staan nu ook op het noodscherm als de app op slot is.
panel-hidden = Je contactpersonen staan niet meer op het noodscherm als de app op slot is. Het leesbare bestand is gewist.
short-title = Heb je nu hulp nodig?
short-all = Naar het noodscherm
what-to-say = Wat zeg je?
contact-persons = Vaste contactpersonen
ask-for-one = Zo vraag je erom
what-to-tell = Wat vertel je?
advice-source = Bron: Routekaart stalking door ex-partner, regio Zeeland-West- en Midden-Brabant. Bekeken op { $checked }. In andere regio's kan het anders gaan.

## Settings
settings-all = Alle instellingen
settings-safety = Veiligheid
settings-ways-in = Wachtzin, pincode en herstelcode
settings-proof = Klopt alles nog?
settings-about = Over dit logboek
about-holds = In je logboek staan { $incidents ->
    [one] 1 incident
   *[other] { $incidents } incidenten
} en { $evidence ->
    [one] 1 bestand
   *[other] { $evidence } bestanden
}. Het is { $size } groot.
about-version = Houvast { $version }
lock = Nu op slot
appearance = Taal en uiterlijk
theme = Licht of donker
theme-system = Automatisch
theme-light = Licht
theme-dark = Donker
contrast = Contrast
contrast-high = Heel sterk
size = Grootte
size-percent = { $percent }%
size-help = Het kan ook met Ctrl en + of −. Met Ctrl en 0 is alles weer gewoon.
lock-itself = Vanzelf op slot
lock-after = Op slot als je niets doet, na
lock-after-count = { $count ->
    [one] Op slot na 1 minuut
   *[other] Op slot na { $count } minuten
}
lock-hidden = { $device ->
    [phone] Ook op slot als ik naar een andere app ga
   *[pc] Ook op slot als ik het venster klein maak
}
lock-sleep = Gaat het apparaat in slaap? Dan gaat je logboek altijd op slot.
quick-exit-how = { $device ->
    [phone] Druk op Snel weg. Je logboek gaat op slot en je ziet het beginscherm van je telefoon. Wat je schreef, blijft bewaard. Daarna open je met je wachtzin: een pincode werkt dan niet meer.
   *[pc] Druk op Snel weg, of druk twee keer snel op Esc. Je logboek gaat op slot en het venster verdwijnt. Wat je schreef, blijft bewaard. Start de app opnieuw en open met je wachtzin: een pincode werkt dan niet meer.
}
protect = Schermafdrukken
protect-do = { $device ->
    [phone] Houd dit scherm buiten schermafdrukken
   *[pc] Houd dit venster buiten schermafdrukken
}
protect-help = { $device ->
    [phone] Ook in de lijst van open apps is het scherm dan leeg. Een programma dat iemand op je telefoon zette, kan soms toch meekijken.
   *[pc] Ook als je je scherm deelt, is het venster dan leeg. Een programma dat iemand op je apparaat zette, kan soms toch meekijken.
}
protect-cannot = Op dit apparaat kan de app schermafdrukken niet tegenhouden. Deel je scherm niet als je logboek open is.
window-name = Naam van het venster
window-name-houvast = Houvast
window-name-notes = Notities
window-name-help = Deze naam staat in de balk van het venster en in de lijst van open vensters. In de lijst van programma's blijft de app Houvast heten.
who-sees-more = Lees meer over veilig digitaal
panel-with = Met je contactpersonen
panel-without = Zonder namen
minutes = { $count ->
    [one] 1 minuut
   *[other] { $count } minuten
}
case = Voor wat je doorgeeft
case-help = De namen staan op de eerste bladzijde van wat je doorgeeft. Je adres en de kinderen alleen als je dat bij Doorgeven kiest.
victim = Jouw naam
suspect = Naam van de stalker
organisation = Organisatie
role = Rol
phone = Telefoon
email = E-mail
case-number = Zaaknummer
measures = Maatregelen
measures-empty = Is er een verbod of een afspraak? Schrijf die hier op. Gebeurt er iets, dan kun je aangeven dat het een overtreding is.
measure = Maatregel
add-measure = Maatregel toevoegen
decided-by = Wie heeft dit besloten
conditions = Wat staat erin
pin-help = Ging je logboek vanzelf op slot? Dan open je het met een pincode, zonder je wachtzin. De pincode werkt tot je Houvast sluit en hooguit 12 uur. Na Snel weg of de slaapstand van je pc heb je je wachtzin weer nodig. Ook als iemand vijf keer een verkeerde pincode typt.
pin-risk = Zolang er een pincode is, blijft de sleutel van je logboek in het geheugen van dit apparaat. Ook als het op slot is. Die sleutel zit dan alleen achter je pincode. Wie het geheugen kan uitlezen, kan alle pincodes proberen. Daar is veel kennis voor nodig. Denk je dat iemand dat kan? Gebruik dan geen pincode.
pin-holds = Er is nu een pincode.
pin-set = Pincode instellen
pin-change = Pincode wijzigen
pin-was-set = Je pincode werkt.
pin-drop = Pincode uitzetten
pin-dropped = De pincode is uit.
device-key = Vinger of gezicht
device-key-help = Je opent je logboek dan met je vingerafdruk of je gezicht. Je wachtzin blijft altijd werken.
device-key-risk = Iemand kan je dwingen, of je vinger gebruiken als je slaapt. En iedereen die dit apparaat met een vinger of gezicht kan openen, kan dan ook je logboek openen. Twijfel je? Laat dit dan uit.
device-key-how = Komt er op dit apparaat een vinger of gezicht bij? Dan werkt dit niet meer, tot je het zelf weer aanzet. Na twee weken of twintig keer vraagt Houvast om je wachtzin, zodat je hem niet vergeet.
device-key-on = Je vinger of gezicht opent dit logboek.
device-key-keep = Aanzetten
device-key-was-kept = Het staat aan.
device-key-drop = Uitzetten
device-key-dropped = Het staat uit.
device-key-none = Dit apparaat kent nog geen vinger of gezicht. Dat stel je in bij de instellingen van het apparaat zelf.
change-passphrase = Wachtzin wijzigen
change-passphrase-help = Een nieuwe wachtzin helpt niet tegen iemand die een oude kopie van dit logboek heeft en je oude wachtzin weet. Die persoon kan ook latere kopieën openen. Begin dan een nieuw logboek op een apparaat dat je vertrouwt.
new-key = Nieuwe herstelcode maken
new-key-help = Is je code kwijt of heeft iemand hem gezien? Maak een nieuwe. De oude werkt dan niet meer. Heeft iemand je oude code en ook een oude kopie van dit logboek? Dan helpt een nieuwe code niet. Begin dan een nieuw logboek.
anchor = IJkpunt
anchor-help = Een ijkpunt is een klein stukje tekst. Geef het aan iemand die je vertrouwt, of aan de politie. Later kun je laten zien dat alles van nu er nog staat en dat er niets aan is veranderd. Wat je schreef, is er niet in te lezen.
anchor-to = Aan wie geef je het?
anchor-make = IJkpunt maken
anchor-copy = Kopiëren
anchor-save = Opslaan…
anchor-qr = IJkpunt als QR-code
anchor-list = Eerder gegeven
anchor-given = { $to }, { $when }
anchor-nobody = Niet opgeschreven aan wie
anchor-compare = Klopt het nog?
anchor-compare-label = Een ijkpunt dat je eerder gaf
anchor-compare-help = Plak hier de hele tekst.
anchor-compare-do = Vergelijken

check = Logboek controleren
check-help = Leest alles nog eens en kijkt of er niets is veranderd of beschadigd.
check-do = Controleren
check-ok = Alles klopt.
checking = Je logboek wordt gecontroleerd.
check-problems = { $count ->
    [one] Er klopt 1 ding niet. De rest is gewoon te lezen. Gooi je reservekopieën niet weg.
   *[other] Er kloppen { $count } dingen niet. De rest is gewoon te lezen. Gooi je reservekopieën niet weg.
}
where-file = Het staat in dit bestand:

## Writing while locked
put-open = Iets vastleggen zonder wachtzin
put-intro = Je logboek blijft op slot. Wat je hier bewaart, kun je pas lezen als je het logboek opent.
put-files-help = { $device ->
    [phone] Foto's, geluid, video's of andere bestanden.
   *[pc] Foto's, geluid, video's of andere bestanden. Je kunt ze ook op dit venster slepen.
}
put-sound-help = De opname gaat meteen verzegeld je logboek in. Je kunt hem pas horen als je het logboek opent. Opslaan en bestanden toevoegen kan weer als je stopt.
put-sound-done = De opname is bewaard. Je kunt hem horen als je het logboek opent.
put-film-help = De film gaat meteen verzegeld je logboek in. Je kunt hem pas zien als je het logboek opent. Opslaan en bestanden toevoegen kan weer als je stopt.
put-film-done = De film is bewaard. Je kunt hem zien als je het logboek opent.
put-after-recording = Stop eerst met opnemen. Voeg de bestanden daarna nog een keer toe.
put-done = Bewaard. Je leest het terug als je het logboek opent.
put-files-done = { $count ->
    [one] 1 bestand is bewaard.
   *[other] { $count } bestanden zijn bewaard.
} Je ziet ze terug als je het logboek opent.
## What another app on the phone shared
shared-busy = Wordt bewaard
shared-done = { $count ->
    [one] Bewaard
   *[other] { $count } bestanden bewaard
}
shared-nothing = Niet bewaard
shared-locked = Je logboek is op slot gebleven. Je ziet dit terug als je het opent.
shared-open = Je vindt het terug bij Bewijs.
shared-original = Het origineel staat nog in de andere app. Wil je het daar weg hebben? Verwijder het dan zelf, in die app.
shared-back = Terug naar de andere app
shared-stay = Verder in Houvast
shared-no-way-back = Houvast kan je hier niet terugbrengen. Ga zelf terug naar de andere app.
put-in-on = Binnengekomen terwijl het logboek op slot was
put-in-cut = afgebroken: alleen het begin is er
inbox-waits = { $count ->
    [one] Er wacht 1 bestand dat nog nergens bij hoort.
   *[other] Er wachten { $count } bestanden die nog nergens bij horen.
}
inbox-use = Bij een incident zetten

## Erasing for good
erase-incident = Voorgoed wissen
erase-incident-help = Alles wat hier ooit stond, verdwijnt, ook de geschiedenis. Niemand kan het terughalen, ook jij niet. Wil je het alleen niet meer zien? Kies dan intrekken.
erase-file = Dit bestand voorgoed wissen
erase-file-help = Het bestand verdwijnt uit het logboek. Niemand kan het terughalen, ook jij niet.
erase-trace = Dát er iets gewist is, en wanneer, blijft in het logboek staan. In een oude reservekopie staat het zelf ook nog.
erase-files = { $count ->
    [one] Ook het bestand wissen
   *[other] Ook de { $count } bestanden wissen
}
erase-reason = Reden (hoeft niet). Deze blijft in het logboek staan.
erase-sure = Ik weet dat dit niet terug kan
erase-do = Voorgoed wissen
erased = Voorgoed gewist
erased-incident = Een incident, op { $when }{ $files ->
    [0] {""}
    [one] {" "}met 1 bestand
   *[other] {" "}met { $files } bestanden
}.
erased-file = Een bestand, op { $when }.

## Backup
backup = Reservekopie
backup-help = Een reservekopie is je hele logboek in één bestand. Zonder jouw wachtzin kan niemand hem lezen. Bewaar hem op een USB-stick of bij iemand die je vertrouwt.
backup-last = De laatste is gemaakt op { $when }. { $added ->
    [0] Daarna is er niets bijgekomen.
    [one] Daarna is er 1 wijziging bijgekomen.
   *[other] Daarna zijn er { $added } wijzigingen bijgekomen.
}
backup-never = Je hebt nog geen reservekopie.
backup-do = Reservekopie maken
backup-making = Reservekopie maken en nakijken…
backup-made = Gemaakt en nagekeken: { $name }. Hij gaat open met de wachtzin van nu.
backup-none = Je hebt nog geen reservekopie. Gaat dit apparaat stuk, dan is alles weg.
backup-old = Je laatste reservekopie is van { $when }. Daarna is er iets bijgekomen.
restore-how = Een reservekopie terugzetten doe je vanaf het scherm waar je het logboek opent.
restore-backup = Reservekopie terugzetten
restore-have = Ik heb een reservekopie
restore-intro = Je kiest zo een reservekopie. Hij wordt eerst helemaal gelezen en nagekeken. Daarna kies je of je hem terugzet.
restore-passphrase = De wachtzin van de reservekopie
restore-key = De herstelcode van de reservekopie
restore-by-key = Ik gebruik de herstelcode
restore-choose = Kies de reservekopie…
restore-reading = Reservekopie lezen en nakijken…
restore-holds = { $incidents ->
    [one] 1 incident
   *[other] { $incidents } incidenten
} en { $evidence ->
    [one] 1 bestand
   *[other] { $evidence } bestanden
}.
restore-newest = Het laatste is opgeschreven op { $when }.
restore-lacks = { $changes ->
    [one] Dit staat wel in je logboek van nu en niet in de reservekopie. Het gaat om 1 wijziging:
   *[other] Dit staat wel in je logboek van nu en niet in de reservekopie. Het gaat om { $changes } wijzigingen:
}
restore-blind = Je logboek van nu gaat niet open met deze wachtzin. Houvast kan dus niet nakijken wat erin staat.
restore-aside = Het logboek van nu wordt niet weggegooid. Het blijft onder een andere naam op dit apparaat staan.
restore-sure = Zet de reservekopie toch terug
restore-not = Niet doen
restored = De reservekopie is teruggezet. Open hem met de wachtzin van de reservekopie.
restored-aside = De reservekopie is teruggezet. Open hem met de wachtzin van de reservekopie. Het logboek dat er was, heet nu { $name }.

## Contact persons, conversations and measures
people-parts = Delen van dit scherm
people-part-people = Contactpersonen
people-part-moments = Gesprekken
people-part-measures = Maatregelen
people-intro = Wie je kunt bellen, en wat die nog niet weet. Staat er nog niemand? Dan zie je hoe je erom vraagt.
people-risk = Weet je niet welk risico is ingeschat?
people-silent = Krijg je geen antwoord?
people-add-other = Iemand anders toevoegen
contact-add = Contactpersoon toevoegen
contact-add-more = Nog iemand toevoegen
contact-change = Contactpersoon wijzigen
contact-succeed = Iemand anders heeft het overgenomen
contact-succeed-help = Vul in wie het nu is. { $name } blijft bewaard onder Eerder.
contact-none = Hier staat nog niemand.
contact-nameless = Naam onbekend
contact-former = Eerder ({ $count })
contact-withdraw-help = Alleen als het een vergissing was. De persoon staat dan niet meer in de lijst. Wat er stond, blijft bewaard.
copy-sentence = Zin kopiëren
copy = Tekst kopiëren
copied = Gekopieerd. Anderen op dit apparaat kunnen dit plakken en lezen. Na { $seconds } seconden, of als je dit scherm verlaat, haalt Houvast het weg.
not-copied = Kopiëren lukt hier niet. Houd de tekst ingedrukt, of selecteer hem, en kopieer zelf.
role-help = Bijvoorbeeld: vaste contactpersoon, casusregisseur of wijkagent.
hours = Bereikbaar
hours-help = Bijvoorbeeld: maandag tot en met donderdag, 9 tot 17 uur.
since = Sinds
until = Laatste dag
predecessor = Opvolger van
remark = Wat wil je nog onthouden?
remark-help = Dit komt niet in wat je doorgeeft.
drop = Niet opslaan
drop-sure = Wat je hebt ingevuld, gaat weg. Zeker weten?
drop-do = Ja, weggooien
drop-not = Verder invullen
versions = { $count ->
    [one] Eén eerdere versie
   *[other] { $count } eerdere versies
}
version-of = Zo stond het er sinds { $when }
withdrawn-now = Ingetrokken. Het blijft bewaard.
show-more = Meer tonen (nog { $count })
not-now = Niet nu
news-waits = Nog niet doorgegeven: { $incidents ->
    [0] {""}
    [one] 1 incident
   *[other] { $incidents } incidenten
}{ $changed ->
    [0] {""}
   *[other] { $incidents ->
        [0] {""}
       *[other] {" "}en{" "}
    }{ $changed } verbeterd
}
news-none = Alles is doorgegeven.
news-help = Dit weet { $name } nog niet. Lees het voor, of kopieer het en stuur het op.
news-which = Wat heb je doorgegeven aan { $name }?
news-which-help = Haal het vinkje weg bij wat je niet hebt doorgegeven.
news-told = Ik heb dit doorgegeven
moments-empty = Schrijf na elk gesprek kort op wat je vertelde en wat is afgesproken. Dan hoef je het niet te onthouden.
moment-add = Gesprek opschrijven
moment-change = Gesprek verbeteren
moment-with = Met wie
moment-someone-else = Iemand anders
moment-person = Naam
moment-how = Hoe
moment-told = Wat heb je verteld?
moment-incidents = Welke incidenten heb je doorgegeven?
moment-incidents-help = Ze tellen als doorgegeven zodra je dit opslaat.
moment-agreed = Wat is er afgesproken?
moment-next = Wat gebeurt er nu?
moment-next-help = En wie doet dat?
moment-next-on = Uiterlijk op
moment-done = Gedaan
moment-withdraw-help = Alleen als het een vergissing was. Wat je hier had doorgegeven, telt dan weer als niet doorgegeven.
steps-open = Nog te doen
step-by = Uiterlijk { $day }
step-unnamed = Er staat niet bij wat er moet gebeuren.
measures-change = Maatregel wijzigen
measures-end-help = Weet je de laatste dag niet? Laat het veld leeg. Dan geldt de maatregel tot je iets anders invult.
measures-conditions-help = Bijvoorbeeld: waar de stalker niet mag komen. Schrijf het over van de brief.
measures-decided-help = Bijvoorbeeld: de burgemeester, de officier van justitie of de rechter.
measures-documents = Documenten
measures-documents-help = De brief of een foto ervan. Vink aan wat bij deze maatregel hoort, of kies een bestand.
measures-pick = Bestand kiezen…
measures-now = Geldt nu
measures-later = Nog niet begonnen
measures-over = Voorbij
measures-over-list = Voorbij ({ $count })
measures-days-left = { $days ->
    [0] vandaag is de laatste dag
    [one] nog 1 dag
   *[other] nog { $days } dagen
}
measures-broken = { $count ->
    [0] Geen overtreding opgeschreven.
    [one] 1 incident is een overtreding.
   *[other] { $count } incidenten zijn een overtreding.
}
measures-on-breach = Wat kun je doen bij een overtreding?
measures-about = Meer over deze maatregel
measures-what = Wat is het?
measures-decides = Wie beslist?
measures-ask = Wat kun je vragen?
measures-withdraw-help = Alleen als het een vergissing was. Is de maatregel voorbij? Vul dan de laatste dag in.
measures-until = tot en met { $day }
measures-ending = { $measure }: { $days ->
    [0] vandaag is de laatste dag.
    [one] de laatste dag is morgen, { $day }.
   *[other] de laatste dag is { $day }, over { $days } dagen.
} Wil je dat de maatregel langer duurt? Vraag dat op tijd.
measures-look = Bekijken
breached-asked = Gaat dit om: { $measure }?
breached-yes = Ja, overtreden
breached-others = Andere maatregelen, die toen niet golden
field-organisation = Organisatie
field-name = Naam
field-role = Rol
field-phone = Telefoon
field-email = E-mail
field-hours = Bereikbaar
field-case_number = Zaaknummer
field-predecessor = Opvolger van
field-remark = Wat wil je nog onthouden
field-since = Sinds
field-until = Laatste dag
field-start = Vanaf
field-end = Tot en met
field-conditions = Wat staat erin
field-decided_by = Wie heeft dit besloten
field-number = Nummer
field-documents = Documenten
field-person = Met wie
field-how = Hoe
field-told = Wat heb je verteld
field-agreed = Wat is er afgesproken
field-next_step = Wat gebeurt er nu
field-next_on = Uiterlijk op
field-incidents = Welke incidenten heb je doorgegeven

## Looking together with a counsellor
nav-consult = Samen kijken
consult-intro = Zit je samen met iemand die je helpt? Hier zien jullie stap voor stap wat er nodig is.
consult-does-notes = Wat alleen voor jezelf is, wordt niet getoond.
consult-does-large = Alles is groter, zodat jullie samen kunnen lezen.
consult-does-steps = Aan het eind schrijf je op wat jullie afspreken.
consult-begin = Begin met samen kijken
consult-stop = Stop met samen kijken
consult-at = Stap { $at } van { $of }
consult-before = Terug
consult-after = Verder
consult-summary = Kort samengevat
consult-weeks = De laatste weken
consult-weeks-none = In de laatste { $weeks } weken is niets vastgelegd.
consult-measures = Maatregelen
consult-measures-none = Er is nu geen maatregel die geldt.
consult-contacts = Contactpersonen
consult-missing = Hier heb je nog geen contactpersoon
consult-present = Hier heb je al een contactpersoon
consult-news = Nog niet doorgegeven
consult-open = Wat nog moet gebeuren
consult-open-none = Er staat niets open.
consult-agreed = Wat jullie afspreken
consult-agreed-help = Schrijf op wat je samen afspreekt, en wie wat doet. Het komt bij je gesprekken te staan.
