//! `cargo xtask bindings` runs this: it writes the interface's types into the folder that is named.

fn main() {
    let folder = std::env::args().nth(1).expect("name a folder");
    houvast_app_lib::export(std::path::Path::new(&folder)).expect("the folder can be written");
}
