# Names of things, as the police and Slachtofferhulp Nederland use them.

## Kinds of incident. The ids never change.
kind-coming-close = In de buurt komen
    .help = Volgen, opwachten, in de gaten houden, aan de deur komen, inbreken.
kind-calls = Bellen
    .help = Telefoontjes, ook als je niet opneemt.
kind-messages = Berichten
    .help = Sms, WhatsApp, sociale media.
kind-email = E-mail
    .help = Mails, ook via een ander adres.
kind-post = Post
    .help = Brieven en kaarten.
kind-gifts = Cadeaus en bezorgingen
    .help = Bloemen, pakjes, dingen bij de deur.
kind-threat = Bedreiging
    .help = Gezegd, geschreven of getoond.
kind-violence = Geweld
    .help = Tegen jou, een ander of een dier.
kind-damage = Vernieling
    .help = Schade aan je huis, auto, fiets of spullen.
kind-sexual = Seksueel
    .help = Seksuele opmerkingen, beelden of geweld.
kind-through-others = Via anderen
    .help = Via kinderen, familie, werk of vrienden.
kind-cyberstalking = Online en digitaal
    .help = Trackers, gehackte accounts, meekijken, nepaccounts, foto's online zetten.
kind-false-reports = Valse meldingen
    .help = Meldingen of bestellingen op jouw naam.
kind-breach = Overtreding van een maatregel
    .help = Een contactverbod of een andere maatregel is overtreden.
kind-other = Iets anders
    .help = Past nergens bij. Schrijf op wat er gebeurde.

## Organisations
organisation-police = Politie
organisation-veilig-thuis = Veilig Thuis
organisation-om = Openbaar Ministerie
organisation-3ro = Reclassering (3RO)
organisation-shn = Slachtofferhulp Nederland
organisation-lawyer = Advocaat
organisation-municipality = Gemeente
organisation-csg = Centrum Seksueel Geweld
organisation-suicide-prevention = Zelfmoordpreventie
organisation-kindertelefoon = De Kindertelefoon
organisation-meld-misdaad-anoniem = Meld Misdaad Anoniem
organisation-actieoverleg = Actieoverleg
organisation-other = Anders

## Measures
measure-stopgesprek = Stopgesprek
measure-aol = Afspraak op locatie (AOL)
measure-aop = Afspraak op persoon (AOP)
measure-aware = AWARE
measure-huisverbod = Tijdelijk huisverbod
measure-contactverbod = Contactverbod
measure-locatieverbod = Locatieverbod
measure-gebiedsverbod = Gebiedsverbod
measure-gedragsaanwijzing = Gedragsaanwijzing
measure-elektronische-monitoring = Elektronische monitoring
measure-vrijheidsbeperkend = Vrijheidsbeperkende maatregel
measure-crisisopvang = Crisisopvang
measure-behandeling = Behandeling met voorwaarden
measure-civiel-verbod = Straat- of contactverbod (civiele rechter)
measure-domiciliekeuze = Domiciliekeuze (ander adres in het dossier)
measure-other = Andere maatregel

## How somebody was spoken to
means-phone = Telefoon
means-visit = Bezoek of afspraak
means-video = Videogesprek
means-email = E-mail
means-message = Bericht
means-letter = Brief
means-other = Anders

## Sorts of files
family-image = Foto of afbeelding
family-video = Video
family-audio = Geluid
family-pdf = PDF
family-text = Tekst
family-email = E-mail
family-archive = Archief
family-document = Document
family-other = Bestand

## What was odd about a file
note-empty = Dit bestand is leeg.
note-too-many-pixels = Deze afbeelding is te groot om te tonen. Het bestand zelf is bewaard.
note-truncated = Het einde van deze afbeelding ontbreekt. Het bestand is bewaard zoals het was.
note-unreadable = Deze afbeelding kan niet worden getoond. Het bestand is bewaard zoals het was.
note-timed-out = Het tonen van deze afbeelding duurde te lang. Het bestand is bewaard zoals het was.
note-not-drawn = Dit soort afbeelding kan hier niet worden getoond. Het bestand is bewaard zoals het was.
note-cut-off = Deze opname brak af. Wat er tot dan toe was opgenomen, is bewaard.
note-unknown = Er is iets bijzonders aan dit bestand.

agreement-holds = Het klopt. Alles van dit ijkpunt staat er nog, onveranderd. { $later ->
    [0] Daarna kwam er niets bij.
    [one] Daarna kwam er één vastlegging bij.
   *[other] Daarna kwamen er { $later } vastleggingen bij.
}
agreement-differs = Het klopt niet. Wat er nu staat, is anders dan toen dit ijkpunt werd gemaakt. Controleer het logboek.
agreement-older = Dit logboek is ouder dan het ijkpunt. Toen waren er { $covers } vastleggingen, nu { $here }. Waarschijnlijk is een oude kopie teruggezet.
agreement-incomplete = Er ontbreekt iets waar dit ijkpunt over gaat. Daarom is niet te zeggen of het klopt. Controleer het logboek.
agreement-other-logbook = Dit ijkpunt hoort bij een ander logboek.
agreement-no-anchor = Dit is geen ijkpunt, of de tekst is onderweg veranderd. Plak de hele tekst nog een keer.

yes = ja
no = nee
not-said = niet ingevuld

## Steps of a case and levels of risk, as the Routekaart has them
case-step-start = Start van de zaak
case-step-assessment = Veiligheidsbeoordeling
case-step-plan = Plan van aanpak
case-step-investigation = Onderzoek
case-step-always = Altijd
risk-high = hoog risico
risk-middle = midden risico
risk-low = laag risico

## Days and months
weekday-1 = maandag
weekday-2 = dinsdag
weekday-3 = woensdag
weekday-4 = donderdag
weekday-5 = vrijdag
weekday-6 = zaterdag
weekday-7 = zondag
month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december
put-note-name = notitie.txt

## What may hold of an incident besides its kinds
having-breach = Overtreding van een maatregel
having-threat = Bedreiging
having-violence = Geweld
having-weapon = Wapen
having-evidence = Bewijs
having-untold = Nog aan niemand doorgegeven
