# Words of the check of a package: of `houvast verify` and of the page controleren.html in every package. Their reader
# is a police officer with ten minutes, later a prosecutor. "Bewezen" is never said of what somebody wrote down.

## The verdict. Partly: nothing contradicts anything, and something cannot be shown.
verify-verdict-holds = Dit pakket klopt.
verify-verdict-partly = { $count ->
    [one] Dit pakket klopt voor een deel: 1 punt is niet aan te tonen.
   *[other] Dit pakket klopt voor een deel: { $count } punten zijn niet aan te tonen.
}
verify-verdict-fails = { $count ->
    [one] Dit pakket klopt niet: er is 1 probleem.
   *[other] Dit pakket klopt niet: er zijn { $count } problemen.
}
verify-verdict-cannot = Dit kan niet worden gecontroleerd.

## What holds
verify-files-hold = { $count ->
    [one] 1 bestand is nog precies zoals het in het pakket is gedaan.
   *[other] Alle { $count } bestanden zijn nog precies zoals ze in het pakket zijn gedaan.
}
verify-signed = De lijst van bestanden is ondertekend met de sleutel van het logboek.
verify-log = Het logboek telde { $size ->
    [one] 1 vastlegging.
   *[other] { $size } vastleggingen.
} Het kenmerk is { $fingerprint }. Dat staat ook onderaan elke bladzijde van de PDF.
verify-entries = Incidenten waarvan elke tekst gelijk is aan het logboek: { $full }. Incidenten waarvan alleen is aan te tonen dat ze in het logboek staan: { $partly }.
verify-anchor-holds = Het eerdere ijkpunt past. { $size ->
    [one] De eerste vastlegging van het logboek is sindsdien niet veranderd.
   *[other] De eerste { $size } vastleggingen van het logboek zijn sindsdien niet veranderd.
}

## Problems, by name. $name is a file; $number is the number on paper of an incident or a piece of evidence, or the
## place of a record in the log, counted from 0.
verify-problem-no-package = Dit is geen pakket van Houvast, of het is beschadigd.
verify-problem-zip-ambiguous = Dit ZIP-bestand is dubbelzinnig: het ene programma ziet er andere bestanden in dan het andere.
verify-problem-newer = Dit pakket is gemaakt met een nieuwere versie van Houvast.
verify-problem-manifest-damaged = De lijst van bestanden, manifest.json, is beschadigd of niet volledig.
verify-problem-manifest-unsigned = De handtekening onder de lijst van bestanden ontbreekt: er is geen manifest.note.
verify-problem-manifest-changed = De lijst van bestanden, manifest.json, is veranderd nadat hij is ondertekend, of hij is door een ander ondertekend.
verify-problem-manifest-other = De lijst van bestanden, manifest.json, hoort bij een ander pakket: de PDF, de JSON en de CSV zijn alle drie anders.
verify-problem-file-missing = Het bestand { $name } ontbreekt.
verify-problem-file-changed = Het bestand { $name } is niet meer zoals het in het pakket is gedaan.
verify-problem-file-unreadable = Het bestand { $name } kan niet worden gelezen.
verify-problem-file-added = Het bestand { $name } staat niet op de lijst: het is er later bij gedaan.
verify-problem-checkpoint-forged = De stand van het logboek, checkpoint.txt, is niet door dit logboek ondertekend.
verify-problem-proof-other-tree = Het rekenbewijs van vastlegging { $number } hoort bij een andere stand van het logboek.
verify-problem-record-changed = Vastlegging { $number } is veranderd, of hoort bij een ander logboek.
verify-problem-proof-wrong = Het rekenbewijs van vastlegging { $number } klopt niet: niet is aan te tonen dat de vastlegging in het logboek staat.
verify-problem-entry-differs = Incident { $number } staat anders in de tijdlijn dan in het logboek.
verify-problem-entry-unproved = Incident { $number } staat in de tijdlijn, maar niet is aan te tonen dat het zo in het logboek staat.
verify-problem-evidence-differs = Bewijsstuk { $number } is anders dan het stuk dat in het logboek staat.
verify-problem-evidence-unproved = Bewijsstuk { $number } staat in de tijdlijn, maar niet is aan te tonen dat het in het logboek staat.
verify-problem-anchor-other-logbook = Het eerdere ijkpunt hoort bij een ander logboek.
verify-problem-anchor-forged = Het eerdere ijkpunt is niet door dit logboek ondertekend, of de tekst is onderweg veranderd.
verify-problem-anchor-unknown = Met dit pakket is niet na te gaan of het eerdere ijkpunt past.
verify-problem-anchor-differs = Het eerdere ijkpunt past niet: wat toen in het logboek stond, is veranderd of weg.

## What to do about them, by the same names
verify-do-no-package = Kies het hele ZIP-bestand, of de hele uitgepakte map. Helpt dat niet, vraag het pakket dan opnieuw.
verify-do-zip-ambiguous = Vraag het pakket opnieuw. Zo’n ZIP-bestand ontstaat niet vanzelf.
verify-do-newer = Controleer het met de pagina controleren.html die in het pakket zelf zit.
verify-do-manifest-damaged = Vraag het pakket opnieuw. Deze lijst zegt nu niets over de bestanden.
verify-do-manifest-unsigned = Vraag het pakket opnieuw. Zonder handtekening kan iedereen de lijst hebben gemaakt.
verify-do-manifest-changed = Vraag het pakket opnieuw. Vertrouw niet op wat de lijst over de bestanden zegt.
verify-do-manifest-other = Vraag het pakket opnieuw. Misschien zijn twee pakketten in één map terechtgekomen.
verify-do-file-missing = Pak het ZIP-bestand opnieuw uit. Ontbreekt het dan nog, vraag het pakket dan opnieuw.
verify-do-file-changed = Gebruik niet wat is veranderd. Pak het ZIP-bestand opnieuw uit of vraag het pakket opnieuw. Opslaan in een ander programma is al een verandering.
verify-do-file-unreadable = Kopieer het pakket naar de eigen schijf en controleer het opnieuw. Helpt dat niet, vraag het pakket dan opnieuw.
verify-do-file-added = Wat niet op de lijst staat, hoort niet bij het pakket. Zet het ergens anders neer en controleer opnieuw.
verify-do-checkpoint-forged = Vraag het pakket opnieuw. Zonder deze handtekening is niet te zien uit welk logboek de tijdlijn komt.
verify-do-proof-other-tree = Vraag het pakket opnieuw. Misschien zijn twee pakketten door elkaar geraakt.
verify-do-record-changed = Vertrouw niet op de incidenten die hierbij horen. Vraag het pakket opnieuw.
verify-do-proof-wrong = Vertrouw niet op de incidenten die hierbij horen. Vraag het pakket opnieuw.
verify-do-entry-differs = Ga hier niet af op de tijdlijn. Vraag de opsteller naar het verschil, en vraag het pakket opnieuw.
verify-do-entry-unproved = Vraag de opsteller waarom de vastlegging ontbreekt, en vraag het pakket opnieuw.
verify-do-evidence-differs = Gebruik niet wat anders is. Vraag de opsteller naar het verschil, en vraag het pakket opnieuw.
verify-do-evidence-unproved = Vraag de opsteller waarom de vastlegging ontbreekt, en vraag het pakket opnieuw.
verify-do-anchor-other-logbook = Kijk of dit het ijkpunt van deze zaak is. Zo ja, dan komt dit pakket uit een ander logboek: vraag de opsteller hoe dat kan.
verify-do-anchor-forged = Plak de hele tekst opnieuw, van de eerste regel tot en met de regel met het streepje.
verify-do-anchor-unknown = Het ijkpunt kan jonger zijn dan dit pakket. Vraag de opsteller om een nieuw pakket en controleer dat.
verify-do-anchor-differs = Vraag de opsteller wat er is gebeurd. Er kan een oude kopie zijn teruggezet, of er is iets gewijzigd buiten Houvast om.

## How an incident stands
verify-state-full = Gelijk aan het logboek
verify-state-partly = Staat in het logboek
verify-state-differs = Anders dan het logboek
verify-state-unproved = Niet aan te tonen

## A package with a password
verify-problem-wrong-password = Het wachtwoord ontbreekt of past niet.
verify-password-needed = Dit pakket heeft een wachtwoord.
verify-password-wrong = Dit wachtwoord past niet. Kijk of het goed is getypt; kleine letters en hoofdletters tellen.

## What no check can show
verify-unproved-title = Wat deze controle niet laat zien
verify-unproved-true = Of waar is wat er is opgeschreven.
verify-unproved-clock = Of de klok van het apparaat goed stond.
verify-unproved-whole = Of er iets uit het pakket is weggelaten.
verify-unproved-whose = Van wie het logboek is, tenzij er een eerder ijkpunt bij past.
verify-unproved-older = Wie een logboek verzint, kan het ook ondertekenen. Alleen een ijkpunt dat iemand anders heeft bewaard, laat zien dat het logboek ouder is dan dit pakket.

## The page controleren.html
checker-title = Controle van een pakket
checker-question = Klopt dit pakket?
checker-lead = Deze pagina rekent na of een pakket uit Houvast nog precies is zoals het is gemaakt, en of de tijdlijn gelijk is aan het logboek waar ze uit komt.
checker-drop = Sleep het ZIP-bestand of de uitgepakte map hierheen
checker-drop-now = Laat los om te controleren
checker-drop-nothing = Hiervan geeft deze browser de bestanden niet door. Kies het met een van de knoppen.
checker-choose = Kies wat er gecontroleerd moet worden
checker-choose-zip = Kies het ZIP-bestand
checker-choose-folder = Kies de uitgepakte map
checker-local = Alles gebeurt op dit apparaat. Er wordt niets verstuurd; de pagina werkt ook zonder internet.
checker-busy = Bezig met controleren
checker-opening = Het pakket wordt geopend.
checker-progress = { $done } van { $all } nagerekend
checker-stop = Stoppen
checker-password-ask = Vraag het wachtwoord aan degene die het pakket gaf. Het blijft op dit apparaat.
checker-password = Wachtwoord
checker-check = Controleren
checker-other = Ander pakket controleren
checker-print = Afdrukken
checker-holds = De bestanden zijn niet veranderd sinds het pakket is gemaakt, en de tijdlijn past bij het logboek.
checker-partly = Wat kon worden nagerekend, klopt. Wat niet is aan te tonen, staat hieronder.
checker-rest-holds = De rest is nagerekend en klopt.
checker-rest-unsure = Vertrouw ook de rest van het pakket niet, zolang dit niet is opgelost.
checker-package = Pakket
checker-made = Gemaakt
checker-made-with = { $when }, met { $program }
checker-mark = Kenmerk
checker-checked-at = Gecontroleerd
checker-problems = Wat er niet klopt
checker-why = Waarom niet
checker-not-shown = Wat niet is aan te tonen
checker-more = { $count ->
    [one] Nog 1
   *[other] Nog { $count }
}
checker-belongs = Hoort bij incident { $number }.
checker-checked = Wat is nagerekend
checker-yes = Klopt:
checker-no = Klopt niet:
checker-half = Niet helemaal aan te tonen:
checker-files-some = Bestanden die nog precies zijn zoals ze in het pakket zijn gedaan: { $held } van { $listed }.
checker-signed-not = De handtekening onder de lijst van bestanden klopt niet of ontbreekt.
checker-log-not = De stand van het logboek is niet ondertekend of ontbreekt.
checker-records = { $listed ->
    [one] De vastlegging achter de tijdlijn staat aantoonbaar in het logboek.
   *[other] Alle { $listed } vastleggingen achter de tijdlijn staan aantoonbaar in het logboek.
}
checker-records-some = Vastleggingen achter de tijdlijn die aantoonbaar in het logboek staan: { $shown } van { $listed }.
checker-pieces = { $all ->
    [one] Het bewijsstuk is gelijk aan wat er in het logboek over staat.
   *[other] Alle { $all } bewijsstukken zijn gelijk aan wat er in het logboek over staat.
}
checker-pieces-some = Bewijsstukken die aantoonbaar gelijk zijn aan wat er in het logboek over staat: { $shown } van { $all }.
checker-entries = De incidenten
checker-entries-about = Of de tekst in de tijdlijn gelijk is aan het logboek. Niet of het is gebeurd.
checker-number = Nr.
checker-when = Wanneer
checker-words = Eerste woorden
checker-standing = Uitkomst
checker-means-full = Elke tekst van dit incident, ook eerdere, is letterlijk die van het logboek.
checker-means-partly = Dat het incident op deze plaats in het logboek staat, is nagerekend. De hele tekst niet: de opsteller gaf niet alles mee, bijvoorbeeld geen eigen aantekeningen.
checker-means-differs = De tekst in de tijdlijn is een andere dan die in het logboek.
checker-means-unproved = Het pakket laat niet zien dat dit incident zo in het logboek staat.
checker-withdrawn = Ingetrokken door de opsteller
checker-no-words = (geen tekst)
checker-about = rond { $when }
checker-since = sinds { $when }
checker-from-to = { $from } tot { $to }
checker-anchor = Is er een eerder ijkpunt?
checker-anchor-about = Een ijkpunt is een korte tekst die begint met houvast/. Wie er een kreeg voordat dit pakket werd gemaakt, kan hier zien of het logboek sindsdien alleen is aangevuld. Zonder ijkpunt hoeft dit niet.
checker-anchor-text = Tekst van het ijkpunt
checker-anchor-compare = Vergelijken
checker-unproved-page = Of deze pagina te vertrouwen is. Wie een pakket vervalst, kan ook de pagina erin vervalsen. Gebruik bij twijfel een controleren.html uit een andere bron, of het programma met houvast verify.
