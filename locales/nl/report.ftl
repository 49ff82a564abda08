# Words of the PDF timeline. Its reader is a police officer with ten minutes, later a prosecutor and a judge.
report-title = Tijdlijn van incidenten
report-subtitle = Opgesteld door de betrokkene zelf
report-subtitle-victim = Opgesteld door { $victim }
report-subtitle-suspect = Over { $suspect }
report-subtitle-both = Opgesteld door { $victim }, over { $suspect }
report-footer = Gemaakt op { $made } · kenmerk { $root }
report-page = Pagina
report-of = van
report-victim = Slachtoffer
report-suspect = Verdachte
report-period = Periode
report-made = Gemaakt op
report-from-to = { $from } tot en met { $to }
report-file-name = tijdlijn.pdf
report-summary = Samenvatting
report-says-count = { $count ->
    [one] In deze periode is 1 incident vastgelegd.
   *[other] In deze periode zijn { $count } incidenten vastgelegd.
}
report-says-threats = Met bedreiging: { $count }.
report-says-violence = Met geweld: { $count }.
report-says-weapon = Met een wapen: { $count }.
report-says-children = In het bijzijn van kinderen: { $count }.
report-says-breaches = Overtreding van een maatregel: { $count }.
report-says-reported = Gemeld bij een organisatie: { $count }.
report-says-evidence = Bewijsstukken: { $count }.
report-says-first-last = Het eerste incident was op { $first }, het laatste op { $last }.
report-kinds = Soorten incidenten
report-kind = Soort
report-count = Aantal
report-weeks = Incidenten per week
report-weeks-says = { $weeks ->
    [one] Alle incidenten vallen in de week van { $busiest }.
   *[other] Over { $weeks } weken. De drukste week begon op { $busiest }, met { $most } incidenten. In { $quiet } weken is niets vastgelegd.
}
report-contacts = Contactpersonen
report-contact-organisation = Organisatie
report-contact-name = Naam
report-contact-role = Rol
report-contact-reach = Bereikbaar
report-contact-case-number = Zaaknummer
report-measures = Maatregelen
report-measure-kind = Maatregel
report-measure-from = Vanaf
report-measure-to = Tot en met
report-measure-decided = Besloten door
report-measure-number = Nummer
report-reading = Hoe je dit leest
report-reading-told = Verteld
report-reading-told-text = Wat er gebeurde, is verteld door de opsteller, in eigen woorden.
report-reading-recorded = Vastgelegd
report-reading-recorded-text = Wanneer iets is opgeschreven, komt van de klok van het apparaat. Bij elk incident staat hoeveel later het is opgeschreven.
report-reading-verified = Nagerekend
report-reading-verified-text = Van elk bestand is de SHA-256 berekend toen het binnenkwam. Die staat in de lijst van bewijs.
report-reading-claims = Volgens het bestand
report-reading-claims-text = Tijd, plaats en toestel uit een bestand zijn wat het bestand zelf zegt. Dat is niet nagegaan.
report-reading-limits = Niet bedoeld
report-reading-limits-text = Dit document schat geen risico in en trekt geen juridische conclusies.
report-reading-erased = Gewist
report-reading-erased-text = { $count ->
    [one] De opsteller heeft 1 vastlegging of bestand voorgoed gewist. Dat dit is gebeurd, staat in het logboek; de inhoud niet meer.
   *[other] De opsteller heeft { $count } vastleggingen of bestanden voorgoed gewist. Dat dit is gebeurd, staat in het logboek; de inhoud niet meer.
}
report-contents = Inhoud
report-timeline = Tijdlijn
report-empty = In deze periode is niets vastgelegd.
report-about = rond { $time }
report-since = sinds { $time }, gaat nog door
report-some-time = tijd onbekend
report-exact = Letterlijk gezegd of geschreven
report-where = Waar
report-coordinates = Coördinaten
report-how-often = Hoe vaak
report-times = { $count } keer
report-who = Wie
report-who-unknown = onbekend wie
report-who-through = via iemand anders
report-recognised = herkend aan: { $how }
report-channel = Via
report-witness = Getuige
report-will-state = wil een verklaring afleggen
report-will-not-state = wil geen verklaring afleggen
report-reaction = Eigen reactie
report-fear = Angst
report-fear-of-ten = { $fear } van 10
report-effect = Gevolgen
report-injury = Letsel
report-damage = Schade
report-breached = Overtreden maatregel
report-reported = Gemeld bij
report-agreed = Afgesproken
report-linked = Hoort bij
report-linked-to = incident { $number }
report-mark-threat = BEDREIGING
report-mark-violence = GEWELD
report-mark-weapon = WAPEN
report-mark-children = KINDEREN AANWEZIG
report-piece = Bewijs { $number }: { $name }
report-recorded = Opgeschreven op { $when }.
report-recorded-later = Opgeschreven op { $when }, { $days ->
    [one] 1 dag later
   *[other] { $days } dagen later
}.
report-changed = Veranderd op { $when }; de eerdere tekst staat in de bijlage.
report-withdrawn = Ingetrokken incidenten
report-withdrawn-because = Ingetrokken door de opsteller. Reden: { $reason }
report-evidence = Lijst van bewijs
report-evidence-note = De bestanden zijn bewaard zoals ze binnenkwamen. De SHA-256 is een vingerafdruk: verandert er één teken aan het bestand, dan verandert de SHA-256.
report-with = Hoort bij
report-type = Soort bestand
report-size = Grootte
report-bytes = { $bytes } bytes
report-kept = Bewaard op
report-caption = Te zien
report-transcript = Uitgeschreven
report-claim-taken = Gemaakt, volgens het bestand
report-claim-maker = Merk, volgens het bestand
report-claim-model = Toestel, volgens het bestand
report-claim-software = Programma, volgens het bestand
report-claim-place = Plaats, volgens het bestand
report-note = Opmerking
report-pictures = Afbeeldingen
report-versions = Eerdere teksten
report-versions-note = Van elk incident dat is veranderd of ingetrokken staat hier alles wat er ooit stond.
report-versions-of = Incident { $number }
report-step-recorded = Vastgelegd op { $when }
report-step-amended = Veranderd op { $when }
report-step-withdrawn = Ingetrokken op { $when }
report-step-restored = Telt weer mee vanaf { $when }
report-reason = Reden
report-when = Wanneer
report-what = Wat er gebeurde
report-check = Controle
report-check-log = Het logboek telt { $size } vastleggingen. Samen geven ze deze vingerafdruk (de wortel van een Merkle-boom, SHA-256):
report-check-meaning = Verandert of verdwijnt er een vastlegging, dan verandert de vingerafdruk. Wie hem eerder kreeg, kan zien of alles van toen er nog staat.
report-check-files = Een bestand controleer je met sha256sum (Linux), shasum -a 256 (macOS) of certutil -hashfile (Windows).
report-check-limits = De vingerafdruk bewijst niet dat iets is gebeurd. Zonder eerder gegeven vingerafdruk bewijst hij ook niet wanneer iets is opgeschreven.
report-attachment = De tijdlijn als gegevens (JSON)

## The recovery key on a page. Unless it is wanted, only the title stands above the digits: it gives nothing away.
sheet-file-name = nummers.pdf
sheet-title = Nummers
sheet-explained-title = Herstelcode van je logboek
sheet-what-for = Weet je je wachtzin niet meer? Met deze code open je je logboek in Houvast. Kies daar ‘{ forgot }’ en typ de acht groepjes cijfers over.
sheet-who-has-it = Wie deze code heeft en bij je apparaat kan, kan alles lezen wat je hebt vastgelegd. Een kopie van je logboek is ook genoeg.
sheet-where = Bewaar dit blad niet thuis als de stalker daar kan komen. Geef het liever aan iemand die je vertrouwt.
sheet-new-one = Maak je een nieuwe code, dan werkt deze niet meer. Vernietig dit blad dan.
