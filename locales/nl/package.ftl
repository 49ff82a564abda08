# Words in a package for the police. Its readers are officers and prosecutors who never heard of Houvast.

package-file-name = tijdlijn.zip
package-readme-title = TIJDLIJN MET BEWIJS
package-readme-what = Dit pakket is gemaakt met Houvast, een logboek voor mensen die worden gestalkt. De eigenaar van het logboek heeft het zelf samengesteld, op { $made }.
package-readme-holds = { $incidents ->
    [one] Er staat 1 incident in,
   *[other] Er staan { $incidents } incidenten in,
} { $files ->
    [0] zonder bewijsstukken.
    [one] met 1 bewijsstuk.
   *[other] met { $files } bewijsstukken.
}
package-readme-care = Ga er zorgvuldig mee om. Iedereen die dit pakket heeft, kan het lezen.
package-readme-start = BEGIN HIER
package-readme-pdf = Open timeline.pdf. De eerste twee bladzijden geven het overzicht. Daarna volgt elk incident, met het nummer van de bewijsstukken.
package-readme-evidence = In de map "evidence" staan de bewijsstukken, precies zoals ze zijn binnengekomen. Het nummer vooraan is het nummer in de PDF. Maak een kopie als u er iets mee wilt doen: ook opnieuw opslaan verandert een bestand.
package-readme-check = CONTROLEREN
package-readme-check-how = Open controleren.html in een browser en sleep het ZIP-bestand of de uitgepakte map erin. De pagina zegt van elk bestand en elk incident of het nog is zoals het was. Er gaat niets over internet; er hoeft niets te worden geïnstalleerd.
package-readme-check-own = Wie liever zelf rekent: manifest.json noemt van elk bestand de grootte en de SHA-256. Het hele formaat staat beschreven in docs/package-format.md bij de broncode van Houvast.
package-readme-shows = WAT DE CONTROLE LAAT ZIEN, EN WAT NIET
package-readme-shows-text = De controle laat zien dat er sinds het maken van dit pakket niets is veranderd, en dat elk incident zo in het logboek stond. Ze laat niet zien dat waar is wat er is opgeschreven, of dat de klok van het apparaat goed stond. Heeft iemand anders een eerder ijkpunt van dit logboek bewaard, dan is ook te zien dat het logboek sindsdien niet is veranderd.
package-readme-rest = DE ANDERE BESTANDEN
package-readme-rest-text = timeline.json en timeline.csv bevatten dezelfde tijdlijn voor computers en rekenbladen. records, proofs, checkpoint.txt, manifest.json en manifest.note zijn voor de controle.
package-readme-missing = NIET IN DIT PAKKET
package-readme-missing-piece = Bewijsstuk { $number } ({ $name }) kon niet worden gelezen en ontbreekt.

## The table for spreadsheets
package-csv-number = Nummer
package-csv-date = Datum
package-csv-time = Tijd
package-csv-exact = Hoe precies
package-csv-until-date = Tot datum
package-csv-until-time = Tot tijd
package-csv-kind = Soort
package-csv-what = Wat er gebeurde
package-csv-words = Letterlijke woorden
package-csv-where = Waar
package-csv-how-often = Hoe vaak
package-csv-who = Wie
package-csv-channel = Nummer of account
package-csv-witnesses = Getuigen
package-csv-fear = Angst (0-10)
package-csv-threat = Bedreiging
package-csv-violence = Geweld
package-csv-weapon = Wapen
package-csv-children = Kinderen erbij
package-csv-breached = Overtreden maatregel
package-csv-reported = Gemeld bij
package-csv-recorded = Opgeschreven op
package-csv-evidence = Bewijsstukken
package-csv-withdrawn = Ingetrokken
package-csv-id = Kenmerk
package-csv-yes = ja
package-csv-no = nee
package-csv-exact-exact = precies
package-csv-exact-about = ongeveer
package-csv-exact-day = alleen de dag
package-csv-exact-period = periode
package-csv-exact-since = sindsdien
