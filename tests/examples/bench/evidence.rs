//! Evidence of 1 GiB: in, and out again.

use std::cell::RefCell;
use std::fs::File;
use std::io::{Read, Write};
use std::ops::ControlFlow;
use std::process::{Command, Stdio};

use chacha20poly1305::aead::{AeadInOut, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use houvast_logbook::model::Arrival;
use houvast_logbook::{Book, KdfCost, Keep};
use sha2::{Digest, Sha256};

use crate::memory;
use crate::row::{Row, clock, time};

const SIZE: usize = 1 << 30;
const TURNS: usize = 3;
const CHUNK: usize = houvast_vault::CHUNK;
const PASSPHRASE: &str = "vier woorden paars kasteel";

pub(crate) fn measure() -> Vec<Row> {
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("opname.mp4");
    write_noise(&source);
    // Read once, so that everyone who follows finds it in the system's cache.
    std::io::copy(&mut File::open(&source).unwrap(), &mut std::io::sink()).unwrap();

    let keep = Keep { name: "opname.mp4", arrival: Arrival::Picked, incident: None };
    let path = folder.path().join("b.db");
    let (both, aead) = (fastest(|| in_memory(true)), fastest(|| in_memory(false)));
    // Taken in turn, and the fastest of each: a disk that others use is slow at times.
    let (mut imports, mut others, mut above) = (Vec::new(), Vec::new(), 0.0_f64);
    let mut last = None;
    for _ in 0..TURNS {
        others.extend(age(&source, folder.path()));
        drop(last.take());
        let _ = std::fs::remove_file(&path);
        let (book, _) = Book::create(&path, PASSPHRASE, KdfCost::FLOOR, houvast_vault::system::ports()).unwrap();
        let book = RefCell::new(book);
        // A first small file, so that what is loaded once is not counted.
        keep.bytes(&book, &mut &b"klein"[..], 5, &mut |_, _| ControlFlow::Continue(())).unwrap();
        // What others wrote is on the disk before the clock runs.
        let _ = Command::new("sync").status();
        let idle = memory::now();
        let (kept, seconds) = clock(|| {
            keep.file(&book, &source, &mut |_, _| {
                above = above.max(memory::now() - idle);
                ControlFlow::Continue(())
            })
        });
        imports.push(seconds);
        last = Some((book, kept.unwrap()));
    }
    let (book, kept) = last.unwrap();
    let import = imports.into_iter().fold(f64::INFINITY, f64::min);
    let age = others.into_iter().reduce(f64::min);

    let mut buffer = vec![0; CHUNK];
    let mut reader = book.borrow().reader(&kept, &book).unwrap();
    let (read, read_back) = clock(|| {
        let mut read = 0;
        loop {
            match reader.read(&mut buffer).unwrap() {
                0 => break read,
                count => read += count,
            }
        }
    });
    assert_eq!(read, SIZE);
    let ((), extract) = clock(|| {
        book.borrow().extract(&kept, &mut std::io::sink(), &mut |_| ControlFlow::Continue(())).unwrap();
    });

    let mut rows = vec![
        Row::held(
            "1 GiB kept as evidence, durable",
            time(import),
            &format!("0.6 of SHA-256 + ChaCha20-Poly1305 in memory ({}): {:.2}", time(both), both / import),
            both / import >= 0.6,
        ),
        Row::held("  most memory above idle while keeping it", format!("{above:.0} MiB"), "64 MiB", above <= 64.0),
        Row::held(
            "1 GiB read back, verified",
            time(read_back),
            &format!("0.6 of ChaCha20-Poly1305 in memory ({}): {:.2}", time(aead), aead / read_back),
            aead / read_back >= 0.6,
        ),
        Row::told(
            "1 GiB extracted, its SHA-256 checked too",
            time(extract),
            &format!("SHA-256 + ChaCha20-Poly1305 in memory: {:.2} of its speed", both / extract),
        ),
    ];
    match age {
        Some(age) => rows.insert(
            1,
            Row::held(
                "  against sha256sum F && age -e",
                format!("{:.2} times", age / import),
                &format!("2 times as fast ({})", time(age)),
                age / import >= 2.0,
            ),
        ),
        None => rows.push(Row::told("  against sha256sum F && age -e", "age is missing".into(), "2 times as fast")),
    }
    rows
}

fn fastest(mut work: impl FnMut() -> f64) -> f64 {
    (0..TURNS).map(|_| work()).fold(f64::INFINITY, f64::min)
}

/// Bytes that no filesystem can squeeze, the same in every run.
pub(crate) fn write_noise(path: &std::path::Path) {
    let mut file = File::create(path).unwrap();
    let mut seed = Sha256::digest(b"houvast bench");
    let mut block = Vec::with_capacity(1 << 20);
    while block.len() < 1 << 20 {
        seed = Sha256::digest(seed);
        block.extend_from_slice(&seed);
    }
    for n in 0..SIZE >> 20 {
        block[..8].copy_from_slice(&(n as u64).to_le_bytes());
        file.write_all(&block).unwrap();
    }
    file.sync_all().unwrap();
}

/// Seconds for the work that cannot be left out, on one core, from memory to memory.
fn in_memory(hash: bool) -> f64 {
    let cipher = ChaCha20Poly1305::new(&[7; 32].into());
    let mut block = vec![42; CHUNK];
    let mut sum = Sha256::new();
    let ((), seconds) = clock(|| {
        for n in 0..SIZE / CHUNK {
            if hash {
                sum.update(&block);
            }
            let mut nonce = Nonce::default();
            nonce[..8].copy_from_slice(&(n as u64).to_le_bytes());
            let _tag = cipher.encrypt_inout_detached(&nonce, &[], block.as_mut_slice().into()).unwrap();
        }
    });
    std::hint::black_box((&block, sum.finalize()));
    seconds
}

/// Seconds for `sha256sum F && age -e`, or nothing if age is not installed.
fn age(source: &std::path::Path, folder: &std::path::Path) -> Option<f64> {
    let key = folder.join("key");
    let made = Command::new("age-keygen").arg("-o").arg(&key).stderr(Stdio::null()).status();
    if !made.is_ok_and(|status| status.success()) {
        return None;
    }
    let told = Command::new("age-keygen").arg("-y").arg(&key).output().unwrap();
    let recipient = String::from_utf8(told.stdout).unwrap().trim().to_owned();
    let out = folder.join("out.age");
    let _ = Command::new("sync").status();
    let ((), seconds) = clock(|| {
        assert!(Command::new("sha256sum").arg(source).stdout(Stdio::null()).status().unwrap().success());
        let ended = Command::new("age").args(["-e", "-r", &recipient, "-o"]).arg(&out).arg(source).status();
        assert!(ended.unwrap().success());
        // What Houvast keeps is on the disk when it says so.
        File::open(&out).unwrap().sync_all().unwrap();
    });
    std::fs::remove_file(out).unwrap();
    Some(seconds)
}
