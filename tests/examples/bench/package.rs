//! A package with large evidence, beside `zip -0` with the same file.

use std::cell::RefCell;
use std::fs::File;
use std::ops::ControlFlow;
use std::process::Command;

use houvast_logbook::model::Arrival;
use houvast_logbook::{Book, KdfCost, Keep};
use houvast_report::Options;

use crate::row::{Row, clock, time};
use crate::{evidence, made, memory, opening};

const TURNS: usize = 3;

pub(crate) fn measure() -> Vec<Row> {
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("opname.mp4");
    evidence::write_noise(&source);
    let ports = houvast_vault::system::ports();
    let path = folder.path().join("b.db");
    let (mut book, _) = Book::create(&path, opening::PASSPHRASE, KdfCost::FLOOR, ports.clone()).unwrap();
    let ids = book.record_all(made::incidents(20)).unwrap();
    let book = RefCell::new(book);
    let keep = Keep { name: "opname.mp4", arrival: Arrival::Picked, incident: ids.first() };
    keep.file(&book, &source, &mut |_, _| ControlFlow::Continue(())).unwrap();

    let program = std::env::current_exe().unwrap();
    let (out, other) = (folder.path().join("a.zip"), folder.path().join("b.zip"));
    let (mut ours, mut theirs, mut above) = (f64::INFINITY, f64::INFINITY, 0.0_f64);
    for _ in 0..TURNS {
        for zip in [&out, &other] {
            let _ = std::fs::remove_file(zip);
        }
        let _ = Command::new("sync").status();
        let (done, seconds) = clock(|| {
            let zip = Command::new("zip").args(["-0", "-q", "-j"]).arg(&other).arg(&source).status();
            File::open(&other).and_then(|file| file.sync_all()).unwrap();
            zip
        });
        assert!(done.is_ok_and(|status| status.success()), "zip is installed");
        theirs = theirs.min(seconds);
        let idle = memory::now();
        let ((), seconds) = clock(|| {
            let file = File::create(&out).unwrap();
            let options = Options::default();
            houvast_report::package(&book, &program, &options, &ports.clock.now(), None, &file, &mut |_, _, _| {
                above = above.max(memory::now() - idle);
                ControlFlow::Continue(())
            })
            .unwrap();
            file.sync_all().unwrap();
        });
        ours = ours.min(seconds);
    }
    vec![
        Row::held(
            "package with 1 GiB of evidence, durable",
            time(ours),
            &format!("half of zip -0's speed ({})", time(theirs)),
            ours <= 2.0 * theirs,
        ),
        Row::told("  most memory above idle", format!("{above:.0} MiB"), "flat"),
    ]
}
