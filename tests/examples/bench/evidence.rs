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
const CHUNK: usize = houvast_vault::CHUNK;
const PASSPHRASE: &str = "vier woorden paars kasteel";

pub(crate) fn measure() -> Vec<Row> {
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("opname.mp4");
    write_noise(&source);
    // Read once, so that everyone who follows finds it in the system's cache.
    std::io::copy(&mut File::open(&source).unwrap(), &mut std::io::sink()).unwrap();

    let both = in_memory(true);
    let aead = in_memory(false);
    let age = age(&source, folder.path());

    let book = Book::create(&folder.path().join("b.db"), PASSPHRASE, KdfCost::FLOOR, houvast_vault::system::ports());
    let book = RefCell::new(book.unwrap().0);
    // A first small file, so that what is loaded once is not counted; Argon2's memory is given back before.
    let keep = Keep { name: "opname.mp4", arrival: Arrival::Picked, incident: None };
    keep.bytes(&book, &mut &b"klein"[..], 5, &mut |_, _| ControlFlow::Continue(())).unwrap();
    // What others wrote is on the disk before the clock runs.
    let _ = Command::new("sync").status();
    let idle = memory::now();
    let mut most = idle;
    let (kept, import) = clock(|| {
        keep.file(&book, &source, &mut |_, _| {
            most = most.max(memory::now());
            ControlFlow::Continue(())
        })
    });
    let kept = kept.unwrap();

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
        Row::held(
            "  most memory above idle while keeping it",
            format!("{:.0} MiB", most - idle),
            "64 MiB",
            most - idle <= 64.0,
        ),
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

/// Bytes that no filesystem can squeeze, the same in every run.
fn write_noise(path: &std::path::Path) {
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
