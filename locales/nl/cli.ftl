# Texts of the command line.
cli-ask-passphrase = Wachtzin:
cli-ask-new-passphrase = Nieuwe wachtzin:
cli-ask-again = Nog een keer:
cli-ask-recovery-key = Herstelcode:
cli-not-the-same = De twee zijn niet gelijk. Probeer het opnieuw.
cli-no-terminal = Hier kan geen wachtzin worden gevraagd. Gebruik --passphrase-file.
cli-empty-passphrase = De eerste regel van { $what } is leeg. Zet daar de wachtzin neer.
cli-cannot-read = { $name } kan niet worden gelezen: { $reason }. Kijk of het bestand er is en of je het mag lezen.
cli-cannot-write = { $name } kan niet worden geschreven: { $reason }. Kies een andere plek of maak ruimte.
cli-not-an-object = { $what } bevat geen JSON-object. Geef een object, of bij record een lijst van objecten.
cli-bad-json = { $what }. Verbeter de JSON en probeer het opnieuw; er is niets opgeslagen.
cli-bad-entry = Invoer { $what }. Verbeter dit en probeer het opnieuw; er is niets opgeslagen.
cli-entry = Invoer { $place }: { $sentence } Er is niets opgeslagen.
cli-unknown-field = Let op: het veld "{ $what }" is niet bekend. Het is bewaard, maar wordt niet getoond.
cli-bad-id = "{ $what }" is geen id. Een id heeft tien letters en cijfers; list toont ze.
cli-bad-kind = "{ $what }" is geen soort. Kies uit: coming-close, calls, messages, email, post, gifts, threat, violence, damage, sexual, through-others, cyberstalking, false-reports, breach, other.
cli-bad-having = "{ $what }" kan niet. Kies uit: breach, threat, violence, weapon, evidence, untold.
cli-bad-time = "{ $what }" is geen tijd. Schrijf bijvoorbeeld 2026-03-03T21:30:00+01:00, een dag: 2026-03-03, of "gisteren rond 22 uur".
cli-which-time = Dit kan meer dan één ding betekenen: { $what }. Schrijf welke je bedoelt.
cli-often-time = Dit gebeurde vaker. Geef de tijd waarin het gebeurde: "{ $what }". Hoe vaak het was, past in how_often; of leg elke keer apart vast.
cli-often-no-time = "{ $what }" was vaker dan één keer. Geef de tijd waarin het gebeurde, zoals "van maandag tot en met woensdag". Hoe vaak het was, past in how_often; of leg elke keer apart vast.
cli-future-time = "{ $what }" is nog niet geweest. Schrijf op wat al gebeurd is.
cli-created = Het logboek is gemaakt. Dit is je herstelcode. Schrijf hem op en bewaar hem op een veilige plek; hij wordt maar één keer getoond.
cli-problems-at-opening = Let op: er is iets mis met dit logboek. Gebruik check om te zien wat; de rest is gewoon te lezen.
cli-nothing-found = Niets gevonden.
cli-file-refused = { $name } is niet bewaard. { $sentence }
cli-extracted = Geschreven: { $name }. De SHA-256 klopt.
cli-saved = Opgeslagen.
cli-checking = Controleren
cli-all-holds = Alles klopt.
cli-problems = { $count ->
    [one] Er klopt 1 ding niet. De rest is gewoon te lezen.
   *[other] Er kloppen { $count } dingen niet. De rest is gewoon te lezen.
}
cli-report-making = Rapport maken
cli-report-written = Geschreven: { $name }. Wie dit bestand heeft, kan het lezen.
cli-passphrase-changed = De nieuwe wachtzin werkt. De oude niet meer.
cli-old-copies = Heeft iemand een oude kopie van dit logboek en je oude wachtzin of herstelcode? Die persoon kan ook latere kopieën openen. Begin dan een nieuw logboek.
cli-new-recovery-key = Dit is je nieuwe herstelcode. De oude werkt niet meer.
cli-key-sheet-written = Geschreven: { $name }. Print het en verwijder het bestand daarna: wie het vindt, heeft je herstelcode.
cli-victim = Slachtoffer
cli-suspect = Verdachte
cli-about = rond { $when }
cli-since = sinds { $when }
cli-withdrawn = Ingetrokken
cli-kind = Soort
cli-where = Waar
cli-who = Wie
cli-channel = Via
cli-what = Wat er gebeurde
cli-exact-words = Letterlijke woorden
cli-reaction = Eigen reactie
cli-effect = Gevolgen
cli-private-note = Alleen voor jezelf
cli-history = Geschiedenis
cli-step-recorded = vastgelegd
cli-step-amended = verbeterd
cli-step-withdrawn = ingetrokken
cli-step-restored = telt weer mee
cli-step-noted = alleen voor jezelf: veranderd
cli-demo-done = Klaar. Een verzonnen zaak met { $incidents } incidenten en { $evidence } bestanden.
cli-demo-logbook = Logboek
cli-demo-passphrase = Wachtzin
cli-demo-pdf = PDF
cli-taking-in = Binnengekomen stukken overnemen
cli-taken-in = { $count ->
    [one] Er is 1 stuk binnengekomen terwijl het logboek op slot was. Het staat nu in de inbox.
   *[other] Er zijn { $count } stukken binnengekomen terwijl het logboek op slot was. Ze staan nu in de inbox.
}
cli-put = Bewaard. Je kunt het pas lezen als het logboek open is.
cli-erase-for-good = Wissen kan niet ongedaan worden gemaakt. Voeg --for-good toe als je { $what } voorgoed wilt wissen; withdraw verbergt alleen.
cli-erased = Voorgoed gewist. Dat er iets gewist is, blijft staan.
cli-backing-up = Reservekopie maken
cli-backed-up = Geschreven en nagelezen: { $name }. Deze kopie gaat open met dezelfde wachtzin.
cli-restoring = Reservekopie lezen
cli-restore-lacks = Het logboek dat er nu is, heeft { $changes ->
    [one] 1 wijziging die niet in de reservekopie staat.
   *[other] { $changes } wijzigingen die niet in de reservekopie staan.
} Er is niets veranderd. Voeg --replace toe om het toch te doen; het oude logboek blijft onder een andere naam bewaard.
cli-restore-blind = { $what } kan met deze wachtzin niet worden geopend, dus niet worden vergeleken. Er is niets veranderd. Voeg --replace toe om het toch te doen; het blijft onder een andere naam bewaard.
cli-restored = De reservekopie staat nu op de plaats van het logboek.
cli-set-aside = Het logboek dat er was, heet nu { $name }.
cli-package-making = Pakket maken
cli-package-sealed = Geschreven: { $name }. Geef het wachtwoord langs een andere weg, nooit in hetzelfde bericht. De namen van de bestanden blijven leesbaar.
cli-weak-password = Kies een wachtwoord van minstens 12 tekens, met gewone letters (zonder accenten), cijfers en leestekens: wie het pakket heeft, kan blijven raden.
cli-package-password = Dit pakket heeft een wachtwoord: geef het op met --password-file.
cli-package-password-wrong = Dit wachtwoord past niet.
cli-demo-package = Pakket voor de politie
cli-address = Adres
cli-children = Kinderen
cli-guide-none = "{ $what }" is geen onderwerp en geen maatregel. guide zonder meer toont de onderwerpen.
cli-guide-organisation = Over "{ $what }" staat hier niets. Kies uit: { $choices }.
cli-guide-what = Wat is het?
cli-guide-decides = Wie beslist?
cli-guide-ask = Wat kun je vragen?
cli-guide-breach = Wat doe je als iemand zich er niet aan houdt?
cli-guide-levels = Geldt bij: { $levels }.
cli-guide-question = Je kunt vragen: { $question }
cli-guide-unsure = Het is niet zeker dat dit hier hoort. Vraag het na.
cli-guide-checked = Bron: { $sources }. Bekeken op { $checked }.
cli-guide-region = In andere regio's kan het anders gaan.
