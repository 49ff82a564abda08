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
verify-log = Het logboek telde { $size } vastleggingen. Het kenmerk is { $fingerprint }. Dat staat ook onderaan elke bladzijde van de PDF.
verify-entries = Incidenten waarvan elke tekst gelijk is aan het logboek: { $full }. Incidenten waarvan alleen is aan te tonen dat ze in het logboek staan: { $partly }.
verify-anchor-holds = Het eerdere ijkpunt past. De eerste { $size } vastleggingen van het logboek zijn sindsdien niet veranderd.

## Problems, by name. $name is a file; $number is the number on paper of an incident or a piece of evidence, or the
## place of a record in the log, counted from 0.
verify-problem-no-package = Dit is geen pakket van Houvast, of het is beschadigd.
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
verify-do-newer = Controleer het met de pagina controleren.html die in het pakket zelf zit.
verify-do-manifest-damaged = Vraag het pakket opnieuw. Deze lijst zegt nu niets over de bestanden.
verify-do-manifest-unsigned = Vraag het pakket opnieuw. Zonder handtekening kan iedereen de lijst hebben gemaakt.
verify-do-manifest-changed = Vraag het pakket opnieuw. Vertrouw niet op wat de lijst over de bestanden zegt.
verify-do-manifest-other = Vraag het pakket opnieuw. Misschien zijn twee pakketten in één map terechtgekomen.
verify-do-file-missing = Pak het ZIP-bestand opnieuw uit. Ontbreekt het dan nog, vraag het pakket dan opnieuw.
verify-do-file-changed = Gebruik dit bestand niet. Pak het ZIP-bestand opnieuw uit of vraag het pakket opnieuw. Opslaan in een ander programma is al een verandering.
verify-do-file-unreadable = Kopieer het pakket naar de eigen schijf en controleer het opnieuw. Helpt dat niet, vraag het pakket dan opnieuw.
verify-do-file-added = Het hoort niet bij het pakket. Zet het ergens anders neer en controleer opnieuw.
verify-do-checkpoint-forged = Vraag het pakket opnieuw. Zonder deze handtekening is niet te zien uit welk logboek de tijdlijn komt.
verify-do-proof-other-tree = Vraag het pakket opnieuw. Misschien zijn twee pakketten door elkaar geraakt.
verify-do-record-changed = Vertrouw niet op de incidenten die hierbij horen. Vraag het pakket opnieuw.
verify-do-proof-wrong = Vertrouw niet op de incidenten die hierbij horen. Vraag het pakket opnieuw.
verify-do-entry-differs = Gebruik deze tekst niet. Vraag de opsteller naar het verschil, en vraag het pakket opnieuw.
verify-do-entry-unproved = Vraag de opsteller waarom de vastlegging ontbreekt, en vraag het pakket opnieuw.
verify-do-evidence-differs = Gebruik dit stuk niet. Vraag de opsteller naar het verschil, en vraag het pakket opnieuw.
verify-do-evidence-unproved = Vraag de opsteller waarom de vastlegging ontbreekt, en vraag het pakket opnieuw.
verify-do-anchor-other-logbook = Kijk of dit het ijkpunt van deze zaak is. Zo ja, dan komt dit pakket uit een ander logboek: vraag de opsteller hoe dat kan.
verify-do-anchor-forged = Plak de hele tekst opnieuw, van de eerste regel tot en met de regel met het streepje.
verify-do-anchor-unknown = Het ijkpunt kan jonger zijn dan dit pakket. Vraag de opsteller om een nieuw pakket en controleer dat.
verify-do-anchor-differs = Vraag de opsteller wat er is gebeurd. Er kan een oude kopie zijn teruggezet, of er is iets gewijzigd buiten Houvast om.

## A package with a password
verify-password-needed = Dit pakket heeft een wachtwoord.
verify-password-wrong = Dit wachtwoord past niet. Kijk of het goed is getypt; kleine letters en hoofdletters tellen.

## What no check can show
verify-unproved-title = Wat deze controle niet laat zien
verify-unproved-true = Of waar is wat er is opgeschreven.
verify-unproved-clock = Of de klok van het apparaat goed stond.
verify-unproved-whole = Of er iets uit het pakket is weggelaten.
verify-unproved-whose = Van wie het logboek is, tenzij er een eerder ijkpunt bij past.
verify-unproved-older = Wie een logboek verzint, kan het ook ondertekenen. Alleen een ijkpunt dat iemand anders heeft bewaard, laat zien dat het logboek ouder is dan dit pakket.
