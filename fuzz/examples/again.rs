//! Runs one target over inputs in files, to look at what was found: `again TARGET FILE …`.

fn main() -> std::io::Result<()> {
    let mut words = std::env::args().skip(1);
    let name = words.next().unwrap_or_default();
    let target = houvast_fuzz::TARGETS.iter().find(|target| target.name == name);
    let target = target.ok_or_else(|| std::io::Error::other("there is no such target"))?;
    for file in words {
        println!("{file}");
        (target.run)(&std::fs::read(file)?);
    }
    Ok(())
}
