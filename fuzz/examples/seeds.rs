//! Writes the seeds of every target into a folder, for cargo-fuzz to begin with.

use std::path::Path;

use sha2::{Digest, Sha256};

fn main() -> std::io::Result<()> {
    let folder = std::env::args_os().nth(1).ok_or_else(|| std::io::Error::other("into which folder?"))?;
    for target in houvast_fuzz::TARGETS {
        let folder = Path::new(&folder).join(target.name);
        std::fs::create_dir_all(&folder)?;
        for seed in (target.seeds)() {
            let name =
                Sha256::digest(&seed).iter().take(8).fold(String::new(), |name, byte| format!("{name}{byte:02x}"));
            let mut file = std::fs::File::create(folder.join(name))?;
            std::io::Write::write_all(&mut file, &seed)?;
        }
    }
    Ok(())
}
