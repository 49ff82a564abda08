# Words in a package for the police. Its readers are officers and prosecutors who never heard of Houvast.

package-file-name = timeline.zip
package-readme-title = TIMELINE WITH EVIDENCE
package-readme-what = This package was made with Houvast, a logbook for people who are being stalked. The owner of the logbook put it together, on { $made }.
package-readme-holds = { $incidents ->
    [one] It holds 1 incident,
   *[other] It holds { $incidents } incidents,
} { $files ->
    [0] without evidence.
    [one] with 1 piece of evidence.
   *[other] with { $files } pieces of evidence.
}
package-readme-care = Handle it with care. Everybody who has this package can read it.
package-readme-start = START HERE
package-readme-pdf = Open timeline.pdf. The first two pages give the overview. Then each incident follows, with the numbers of its evidence.
package-readme-evidence = The folder "evidence" holds the evidence, exactly as it came in. The number in front is the number in the PDF. Make a copy if you want to do something with it: saving it again changes a file, too.
package-readme-check = CHECKING
package-readme-check-how = Open controleren.html in a browser and drag the ZIP file or the unpacked folder onto it. The page says of each file and each incident whether it is still as it was. Nothing goes over the internet; nothing needs to be installed.
package-readme-check-own = If you would rather calculate yourself: manifest.json gives the size and the SHA-256 of each file. The whole format is described in docs/package-format.md with the source code of Houvast.
package-readme-shows = WHAT THE CHECK SHOWS, AND WHAT IT DOES NOT
package-readme-shows-text = The check shows that nothing has changed since this package was made, and that each incident stood in the logbook like this. It does not show that what was written down is true, or that the device's clock was right. If somebody else kept an earlier anchor of this logbook, it also shows that the logbook has not been changed since.
package-readme-rest = THE OTHER FILES
package-readme-rest-text = timeline.json and timeline.csv hold the same timeline for computers and spreadsheets. records, proofs, checkpoint.txt, manifest.json and manifest.note are for the check.
package-readme-missing = NOT IN THIS PACKAGE
package-readme-missing-piece = Piece of evidence { $number } ({ $name }) could not be read and is missing.

## The table for spreadsheets
package-csv-number = Number
package-csv-date = Date
package-csv-time = Time
package-csv-exact = How exact
package-csv-until-date = Until date
package-csv-until-time = Until time
package-csv-kind = Kind
package-csv-what = What happened
package-csv-words = Exact words
package-csv-where = Where
package-csv-how-often = How often
package-csv-who = Who
package-csv-channel = Number or account
package-csv-witnesses = Witnesses
package-csv-fear = Fear (0-10)
package-csv-threat = Threat
package-csv-violence = Violence
package-csv-weapon = Weapon
package-csv-children = Children present
package-csv-breached = Measure breached
package-csv-reported = Reported to
package-csv-recorded = Written down on
package-csv-evidence = Evidence
package-csv-withdrawn = Withdrawn
package-csv-id = Identifier
package-csv-yes = yes
package-csv-no = no
package-csv-exact-exact = exact
package-csv-exact-about = about
package-csv-exact-day = only the day
package-csv-exact-period = period
package-csv-exact-since = since
