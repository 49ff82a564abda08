# Texts of the app.

## What went wrong, and what to do. Also used on the command line.
error-wrong-passphrase = Deze wachtzin past niet op dit logboek. Kijk of hoofdletters en spaties kloppen en probeer het opnieuw.
error-wrong-recovery-key = Deze herstelcode past niet op dit logboek. Kijk of je de nieuwste code hebt.
error-recovery-key-group = Groep { $group } van de herstelcode klopt niet. Kijk die zes cijfers na.
error-recovery-key-length = Een herstelcode heeft 48 cijfers. Dit zijn er { $found }.
error-recovery-key-digits = Een herstelcode heeft alleen cijfers. Haal de andere tekens weg.
error-not-a-logbook = Dit bestand is geen logboek. Er is niets aan veranderd. Kies een ander bestand.
error-damaged = Dit logboek is beschadigd en kan niet worden geopend. Er is niets aan veranderd. Bewaar het bestand en gebruik een reservekopie.
error-damaged-file = Dit bestand is beschadigd. De rest van het logboek is gewoon te lezen.
error-newer-format = Dit logboek is gemaakt met een nieuwere versie. Er is niets aan veranderd. Werk Houvast bij.
error-in-use = Het logboek is al ergens open. Sluit het daar en probeer het opnieuw.
error-already-exists = Er is hier al een logboek. Er is niets aan veranderd. Open het, of kies een andere plek.
error-not-found = Hier is geen logboek. Kijk of de plek klopt, of maak een nieuw logboek.
error-full-disk = De schijf is vol. Er is niets half opgeslagen. Maak ruimte en probeer het opnieuw.
error-denied = Het systeem staat dit niet toe. Kijk of je hier mag lezen en schrijven.
error-out-of-memory = Er is te weinig geheugen vrij. Sluit andere programma's en probeer het opnieuw.
error-too-large = Dit is te groot voor een logboek. Deel het op.
error-locked = Het logboek is op slot gegaan. Open het en probeer het opnieuw.
error-invalid = Dit kan zo niet worden opgeslagen. Kijk de velden na.
error-no-such-entry = Dit staat niet in het logboek. Kijk in de tijdlijn.
error-read-failed = Dit bestand kan niet worden gelezen. Kijk of het nog werkt en of je het mag lezen.
error-is-directory = Dit is een map. Kies de bestanden in de map.
error-not-a-file = Dit is geen gewoon bestand. Kies een ander bestand.
error-vanished = Dit bestand is er niet meer. Kies het opnieuw.
error-changed-while-reading = Dit bestand veranderde tijdens het lezen. Wacht tot het klaar is en voeg het dan weer toe.
error-weak-passphrase = Deze wachtzin is te makkelijk te raden. Neem een zin van vier of meer woorden.
error-cancelled = Gestopt. Er is niets half opgeslagen.
error-report-failed = De PDF kon niet worden gemaakt. Je logboek is in orde. Probeer het opnieuw zonder afbeeldingen.
error-io = Lezen of schrijven lukte niet. Kijk of de schijf nog werkt en probeer het opnieuw.
error-internal = Er ging iets mis. Wat je al had opgeslagen, is er nog. Start Houvast opnieuw.

## Why something cannot be saved as it is. { $field } is the field's name in the data.
invalid-nothing = Schrijf op wat er gebeurde, of kies een soort.
invalid-text-too-long = De tekst in { $field } is te lang. Er passen 100.000 tekens in. Zet de rest in een tweede incident of voeg een bestand toe.
invalid-too-many = Er staan te veel dingen in { $field }. Haal er een paar weg.
invalid-year = Het jaar in { $field } klopt niet. Het moet tussen 1900 en 2200 liggen.
invalid-end-before-start = Het einde van { $field } ligt voor het begin. Draai ze om.
invalid-range = De waarde van { $field } kan niet. Kies een andere.
invalid-unknown-kind = De soort in { $field } bestaat niet. Kies er een uit de lijst.
