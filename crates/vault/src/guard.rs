//! Keeping what is open out of core dumps, out of other programs' reach, and out of swap, as far as the system allows.

/// What the system allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guarded {
    /// There are no core dumps, and other programs of the same user may not read this one's memory.
    pub dumps: bool,
    /// Nothing of this process goes to swap.
    pub swap: bool,
}

/// Guards this process; to be called first of all.
///
/// Memory is locked only where the system sets no limit to it: beyond a limit, taking memory would fail. Debian sets one
/// for ordinary users; then this process can be swapped out, and only an encrypted swap keeps that from being read. Android
/// sets one for every app; what it swaps out is compressed in memory.
#[cfg(any(target_os = "linux", target_os = "android"))]
pub fn process() -> Guarded {
    use rustix::mm::{MlockAllFlags, mlockall};
    use rustix::process::{DumpableBehavior, Resource, Rlimit, getrlimit, set_dumpable_behavior, setrlimit};

    let none = Rlimit { current: Some(0), maximum: Some(0) };
    let dumps = setrlimit(Resource::Core, none).is_ok() && set_dumpable_behavior(DumpableBehavior::NotDumpable).is_ok();
    let unlimited = Rlimit { current: None, maximum: None };
    let swap = getrlimit(Resource::Memlock).maximum.is_none()
        && setrlimit(Resource::Memlock, unlimited).is_ok()
        && mlockall(MlockAllFlags::CURRENT | MlockAllFlags::FUTURE | MlockAllFlags::ONFAULT).is_ok();
    Guarded { dumps, swap }
}

/// Guards this process; to be called first of all.
///
/// There are no core dumps. What else Apple's systems let one ask for is in no library without `unsafe`: there other programs are
/// kept out by the system's own rules, and macOS encrypts its swap; iOS has none.
#[cfg(any(target_os = "macos", target_os = "ios"))]
pub fn process() -> Guarded {
    use rustix::process::{Resource, Rlimit, setrlimit};

    let none = Rlimit { current: Some(0), maximum: Some(0) };
    Guarded { dumps: setrlimit(Resource::Core, none).is_ok(), swap: false }
}

/// Nothing is guarded: Windows asks for all of it through functions that only `unsafe` code may call.
#[cfg(windows)]
pub fn process() -> Guarded {
    Guarded { dumps: false, swap: false }
}
