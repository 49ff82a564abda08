//! The environment that the webview's libraries read before `main` begins: they wipe what they free, and draw by
//! themselves.

#[cfg(target_os = "linux")]
pub use linux::start_over;

/// Other systems: their webviews run in processes of their own.
#[cfg(not(target_os = "linux"))]
pub fn start_over() {}

#[cfg(target_os = "linux")]
mod linux {
    use std::os::unix::process::CommandExt;
    use std::process::Command;

    /// `WebKit`'s own allocator steps aside for the C library's.
    const MALLOC: (&str, &str) = ("Malloc", "1");
    /// The C library overwrites what is freed, and keeps no small pieces apart from that.
    const TUNABLES: (&str, &str) = ("GLIBC_TUNABLES", "glibc.malloc.perturb=85:glibc.malloc.tcache_count=0");
    /// `WebKit` draws the page without the graphics driver. Pages of text need none; what was shown never lies in a driver's
    /// memory; and Mesa's drawing in software, which stands in where there is no card, crashes in the page's process about once
    /// in two hundred windows (`swrast_dri.so`, Debian 12).
    const DRAWING: (&str, &str) = ("WEBKIT_DISABLE_COMPOSITING_MODE", "1");

    /// `WebKit` keeps what a sound or film may need in memory, and never in a file.
    const MEDIA: (&str, &str) = ("WPE_SHELL_DISABLE_MEDIA_DISK_CACHE", "1");

    /// All of it.
    const WANTED: [(&str, &str); 4] = [MALLOC, TUNABLES, DRAWING, MEDIA];

    /// Starts this program over, in the same process, with an environment in which words that were shown do not stay in
    /// memory that was freed, and that keeps graphics drivers out. Returns where that is so already, or cannot be.
    ///
    /// The webview's own processes get it too; there it costs their allocator's separation by type, a second line
    /// against hostile pages, and the app shows none (see docs/threat-model.md).
    pub fn start_over() {
        let is_set = |(name, value): (&str, &str)| std::env::var(name).is_ok_and(|found| found == value);
        if WANTED.into_iter().all(is_set) {
            return;
        }
        let Ok(program) = std::env::current_exe() else { return };
        // It only comes back if it failed; then the app runs as it is.
        let _ = Command::new(program).args(std::env::args_os().skip(1)).envs(WANTED).exec();
    }
}
