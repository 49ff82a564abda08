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
report-kinds = Soorten incidenten
report-kind = Soort
report-count = Aantal
report-week-of = Week van
report-weeks = Incidenten per week
report-weeks-says = { $weeks ->
    [one] Alle incidenten vallen in de week van { $busiest }.
   *[other] Over { $weeks } weken. De drukste week begon op { $busiest }, met { $most ->
        [one] 1 incident
       *[other] { $most } incidenten
    }. { $only ->
        [yes] { $quiet ->
            [0] In elke week is er iets wat voor dit document gekozen is.
            [one] In 1 week is er niets wat voor dit document gekozen is.
           *[other] In { $quiet } weken is er niets wat voor dit document gekozen is.
        }
       *[no] { $quiet ->
            [0] In elke week is iets vastgelegd.
            [one] In 1 week is niets vastgelegd.
           *[other] In { $quiet } weken is niets vastgelegd.
        }
    }
}
report-contacts = Contactpersonen
report-contact-organisation = Organisatie
report-contact-name = Naam
report-contact-reach = Bereikbaar
report-contact-case-number = Zaaknummer
report-measures = Maatregelen
report-measure-kind = Maatregel
report-measure-from = Vanaf
report-measure-to = Tot en met
report-measure-decided = Besloten door, nummer
report-reading = Hoe je dit leest
report-reading-told = Verteld
report-reading-told-text = Wat er gebeurde, is verteld door de opsteller, in eigen woorden.
report-reading-recorded = Vastgelegd
report-reading-recorded-text = Het tijdstip van opschrijven komt van de klok van het apparaat. Bij elk incident staat hoeveel later het is opgeschreven.
report-reading-verified = Nagerekend
report-reading-verified-text = Van elk bestand is een digitale vingerafdruk (SHA-256) berekend toen het binnenkwam. Die staat in de lijst van bewijs.
report-reading-claims = Volgens het bestand
report-reading-claims-text = Tijd, plaats en apparaat uit een bestand zijn wat het bestand zelf zegt. Dat is niet nagegaan.
report-reading-limits = Geen oordeel
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
    [one] de dag erna
   *[other] { $days } dagen later
}.
report-changed = Veranderd op { $when }; de eerdere tekst staat in de bijlage.
report-withdrawn = Ingetrokken incidenten
report-withdrawn-because = Ingetrokken door de opsteller. Reden: { $reason }
report-evidence = Lijst van bewijs
report-evidence-note = De bestanden zijn bewaard zoals ze binnenkwamen. De SHA-256 is een vingerafdruk: verandert er één teken in het bestand, dan verandert de SHA-256.
report-with = Hoort bij
report-type = Soort bestand
report-size = Grootte
report-bytes = { $bytes ->
    [one] 1 byte
   *[other] { $bytes } bytes
}
report-kept = Bewaard op
report-caption = Te zien
report-transcript = Uitgeschreven tekst
report-claim-taken = Gemaakt, volgens het bestand
report-claim-maker = Merk, volgens het bestand
report-claim-model = Apparaat, volgens het bestand
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
report-step-restored = Teruggehaald op { $when }
report-reason = Reden
report-when = Wanneer
report-what = Wat er gebeurde
report-check = Controle
report-check-log = Het logboek telt { $size ->
    [one] 1 vastlegging. Die geeft deze vingerafdruk
   *[other] { $size } vastleggingen. Samen geven ze deze vingerafdruk
} (de wortel van een Merkle-boom, SHA-256):
report-check-meaning = Verandert of verdwijnt er een vastlegging, dan verandert de vingerafdruk. Wie hem eerder kreeg, kan zien of alles van toen er nog staat.
report-check-files = Een bestand controleer je met sha256sum (Linux), shasum -a 256 (macOS) of certutil -hashfile (Windows).
report-check-limits = De vingerafdruk bewijst niet dat iets is gebeurd. Kreeg niemand eerder een vingerafdruk? Dan bewijst hij ook niet wanneer iets is opgeschreven.
report-attachment = De tijdlijn als gegevens (JSON)

## The first two pages, and the two for a conversation
report-title-consultation = Overzicht voor een gesprek
report-address = Eigen adres
report-children = Kinderen en anderen
report-choice = Gekozen
report-only-kinds = alleen deze soorten: { $kinds }
report-only-having = alleen met: { $having }
report-only-untold = alleen wat nog aan niemand was doorgegeven
report-only-words = alleen waar deze woorden in staan: "{ $words }"
report-without-pictures = zonder afbeeldingen
report-without-effects = zonder gevolgen
report-without-witnesses = zonder getuigen
report-without-coordinates = zonder coördinaten
report-from-on = vanaf { $from }
report-until = tot en met { $to }
report-figure-incidents = { $count ->
    [one] incident
   *[other] incidenten
}
report-figure-threats = met een bedreiging
report-figure-violence = met geweld
report-figure-weapon = met een wapen
report-figure-breaches = { $count ->
    [one] overtreding van een maatregel
   *[other] overtredingen van een maatregel
}
report-figure-children = met kinderen erbij
report-figure-reported = gemeld
report-figure-evidence = { $count ->
    [one] bewijsstuk
   *[other] bewijsstukken
}
report-in-force = Van kracht
report-none-in-force = In het logboek staat geen maatregel die geldt op { $day }.
report-breaches = Overtreding
report-threats = Bedreiging
report-violence = Geweld
report-weapon = Wapen
report-first = Eerste
report-last = Laatste
report-frightening = Meeste angst
report-with-weapon = bedreiging met een wapen
report-and-more = { $count ->
    [one] En nog 1 ander incident.
   *[other] En nog { $count } andere.
}
report-trend = Verloop
report-trend-says = { $only ->
    [yes] Van wat voor dit document gekozen is: { $now ->
        [0] geen incidenten
        [one] 1 incident
       *[other] { $now } incidenten
    }
   *[no] { $now ->
        [0] Geen incidenten
        [one] 1 incident
       *[other] { $now } incidenten
    }
} in de laatste vier weken ({ $from } tot en met { $to }), { $before ->
    [0] geen
   *[other] { $before }
} in de vier weken daarvoor.
report-measures-unnamed = { $count ->
    [one] Bij 1 overtreding staat niet van welke maatregel: nr. { $which }.
   *[other] Bij { $count } overtredingen staat niet van welke maatregel: nr. { $which }.
}
report-not-described = Zonder beschrijving.
report-mark-withdrawn = INGETROKKEN
report-day-number = { $day } (nr. { $number })
report-times-all = { $count } keer
report-times-last = { $count } keer, het laatst
report-with-fear = angst { $fear } van 10
report-legend-grave = met een bedreiging, geweld of een wapen
report-legend-other = andere incidenten
report-legend-breach = overtreding van een maatregel
report-weeks-grouped = Elke balk telt { $group } weken.
report-spot = { $of }: { $count ->
    [one] 1 incident
   *[other] { $count } incidenten
}
report-spot-weeks = { $weeks ->
    [one] week van { $day }
   *[other] { $weeks } weken vanaf { $day }
}
report-spot-hour = { $day } van { $from } tot { $to } uur
report-period-head = Periode
report-trend-chart = Per vier weken
report-breaches-chart = Overtredingen van maatregelen
report-breach-unnamed = Niet gezegd welke
report-breaches-says = { $count ->
    [one] 1 incident was een overtreding.
   *[other] { $count } incidenten waren een overtreding.
}
report-breaches-several = Een incident kan meer dan één maatregel overtreden.
report-most-often = Het vaakst: { $name } ({ $count }).
report-chains = Incidenten die aan elkaar zijn gekoppeld
report-chains-says = { $chains ->
    [one] 1 groep van incidenten die bij elkaar horen.
   *[other] { $chains } groepen van incidenten die bij elkaar horen.
} De grootste heeft { $most } incidenten, van { $from } tot en met { $to }.
report-hours = Dagen en uren
report-hours-says = { $known ->
    [one] Van 1 incident is een tijd bekend.
   *[other] Van { $known } incidenten is een tijd bekend.
}
report-hours-most-part = Van de dagdelen het vaakst: { $name } ({ $count }).
report-hours-most-day = Van de dagen het vaakst: { $name } ({ $count }).
report-hours-without = { $count ->
    [one] Van 1 incident is geen tijd bekend.
   *[other] Van { $count } incidenten is geen tijd bekend.
}
report-part-1 = ’s nachts
report-part-2 = ’s ochtends
report-part-3 = ’s middags
report-part-4 = ’s avonds
report-total = Totaal
report-kinds-says = Een incident kan van meer dan één soort zijn.
report-measure-broken = Overtreden
report-broken = { $count } keer: nr. { $list }
report-reports = Gemeld
report-report-when = Op
report-report-to = Bij
report-report-number = Nummer
report-report-incident = Incident
report-report-agreed = Afgesproken
report-reports-earlier = { $count ->
    [one] 1 eerdere melding staat bij het incident zelf.
   *[other] { $count } eerdere meldingen staan bij de incidenten zelf.
}
report-put-in = Binnengekomen
report-put-in-whole = op { $when }, terwijl het logboek op slot was
report-put-in-cut-off = op { $when }, terwijl het logboek op slot was; het einde ontbreekt
report-questions = Nog open
report-ask-ends = Loopt binnen 30 dagen af: { $which }.
report-ask-no-measure = In het logboek staat geen maatregel die geldt.
report-ask-broken = { $count ->
    [one] Bij 1 overtreding van een maatregel staat geen melding: nr. { $which }.
   *[other] Bij { $count } overtredingen van een maatregel staat geen melding: nr. { $which }.
}
report-ask-unreported = { $count ->
    [one] Bij 1 incident staat geen melding: nr. { $which }.
   *[other] Bij { $count } incidenten staat geen melding: nr. { $which }.
}
report-ask-number = Van een melding is het nummer niet bekend. Het gaat om incident nr. { $which }.
report-ask-contact = Er is geen contactpersoon bekend bij: { $which }.
report-steps = Afgesproken
report-step-by = uiterlijk { $day }
report-step-open = Nog te doen: { $step }.
report-recent = De laatste acht weken
report-recent-none = In de laatste acht weken is niets vastgelegd.
report-recent-earlier = { $count ->
    [one] 1 eerder incident uit deze weken staat hier niet.
   *[other] { $count } eerdere incidenten uit deze weken staan hier niet.
}
report-month-1 = jan
report-month-2 = feb
report-month-3 = mrt
report-month-4 = apr
report-month-5 = mei
report-month-6 = jun
report-month-7 = jul
report-month-8 = aug
report-month-9 = sep
report-month-10 = okt
report-month-11 = nov
report-month-12 = dec

## The recovery key on a page. Unless it is wanted, only the title stands above the digits: it gives nothing away.
sheet-file-name = nummers.pdf
sheet-title = Nummers
sheet-explained-title = Herstelcode van je logboek
sheet-what-for = Weet je je wachtzin niet meer? Met deze code open je je logboek in Houvast. Kies daar ‘{ forgot }’ en typ de acht groepjes cijfers over.
sheet-who-has-it = Wie deze code heeft en bij je apparaat kan, kan alles lezen wat je hebt vastgelegd. Een kopie van je logboek is ook genoeg.
sheet-where = Bewaar dit blad niet thuis als de stalker daar kan komen. Geef het liever aan iemand die je vertrouwt.
sheet-new-one = Maak je een nieuwe code, dan werkt deze niet meer. Vernietig dit blad dan.

## What an organisation has not been told yet
news-since = { $count ->
    [0] Sinds ons contact op { $day } is er niets nieuws vastgelegd.
    [one] Sinds ons contact op { $day } is er 1 incident waar jullie nog niets van weten.
   *[other] Sinds ons contact op { $day } zijn er { $count } incidenten waar jullie nog niets van weten.
}
news-first = { $count ->
    [0] Jullie weten alles wat tot nu toe is vastgelegd.
    [one] Er is 1 incident waar jullie nog niets van weten.
   *[other] Er zijn { $count } incidenten waar jullie nog niets van weten.
}
news-changed = { $count ->
    [one] Dit heb ik eerder verteld, en later verbeterd of aangevuld:
   *[other] Deze { $count } heb ik eerder verteld, en later verbeterd of aangevuld:
}
news-threat = Met een bedreiging
news-weapon = Met een wapen
news-breach = Dit is een overtreding van een maatregel
news-fear = Mijn angst: { $fear } van 10
news-evidence = { $count ->
    [one] Ik heb hier 1 bestand als bewijs van
   *[other] Ik heb hier { $count } bestanden als bewijs van
}
