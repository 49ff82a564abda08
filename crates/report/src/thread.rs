//! Laying out in a thread of this process, where there can be no child: a phone lets no app start a program of its own.
//!
//! Typst's caches are emptied afterwards, also when it broke off. What it freed is not wiped by itself: that is the allocator's
//! work (`zeroizing-alloc` in both programs), and what Typst keeps for as long as a program runs stays (docs/threat-model.md).

use std::ops::ControlFlow;
use std::sync::mpsc::sync_channel;
use std::thread::{Builder, scope};

use zeroize::Zeroizing;

use crate::{Error, Input, KeySheet, Step, render as lay_out};

/// What a deeply nested layout may take, in bytes; as much as a process gets for its first thread, twice over.
const STACK: usize = 16 << 20;

pub(crate) fn render(
    input: &Input,
    progress: &mut dyn FnMut(Step, u64, u64) -> ControlFlow<()>,
) -> Result<Vec<u8>, Error> {
    apart(|tell| lay_out(input, &mut |step, done, total| tell((step, done, total))), &mut |(step, done, total)| {
        progress(step, done, total)
    })
}

pub(crate) fn key_sheet(sheet: &KeySheet) -> Result<Zeroizing<Vec<u8>>, Error> {
    apart(|_| sheet.render(), &mut |()| ControlFlow::Continue(())).map(Zeroizing::new)
}

pub(crate) fn preview(
    input: &Input,
    take: &mut dyn FnMut(usize, Zeroizing<Vec<u8>>) -> ControlFlow<()>,
) -> Result<(), Error> {
    apart(
        |tell| {
            crate::preview::preview(input, &mut |count, page| match page {
                Some(svg) => tell((count, Zeroizing::new(svg.into_bytes()))),
                None => ControlFlow::Continue(()),
            })
        },
        &mut |(count, svg)| take(count, svg),
    )
}

/// Does work in a thread that tells how far it is; `hear` gets that here, and stops it at its next step by breaking.
fn apart<S: Send, T: Send>(
    work: impl FnOnce(&mut dyn FnMut(S) -> ControlFlow<()>) -> Result<T, Error> + Send,
    hear: &mut dyn FnMut(S) -> ControlFlow<()>,
) -> Result<T, Error> {
    // Nothing waits in between: a step begins when the one before was heard.
    let (told, says) = sync_channel(0);
    let (done, was_stopped) = scope(|scope| {
        let working = Builder::new().stack_size(STACK).spawn_scoped(scope, move || {
            work(&mut |said| match told.send(said) {
                Ok(()) => ControlFlow::Continue(()),
                Err(_) => ControlFlow::Break(()),
            })
        })?;
        let was_stopped = says.into_iter().any(|said| hear(said).is_break());
        Ok::<_, std::io::Error>((working.join(), was_stopped))
    })
    .map_err(Error::Process)?;
    comemo::evict(0);
    match done {
        _ if was_stopped => Err(Error::Cancelled),
        Ok(made) => made,
        // As a child that ended early: what it was laying out is in the message, and is not told.
        Err(_) => Err(Error::Layout("it broke off".to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stopped_or_breaks_off_is_told_as_such_and_the_thread_has_ended_by_then() {
        let steps = std::sync::atomic::AtomicUsize::new(0);
        let counting = |tell: &mut dyn FnMut(usize) -> ControlFlow<()>| {
            for step in 0..100 {
                steps.store(step, std::sync::atomic::Ordering::SeqCst);
                if tell(step).is_break() {
                    return Err(Error::Cancelled);
                }
            }
            Ok(7)
        };
        assert_eq!(apart(counting, &mut |_| ControlFlow::Continue(())).unwrap(), 7);
        let stopped =
            apart(counting, &mut |step| if step == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) });
        assert!(matches!(stopped, Err(Error::Cancelled)));
        // The one after may have been on its way.
        assert!(steps.load(std::sync::atomic::Ordering::SeqCst) <= 4);
        let broken = apart(|_| -> Result<u8, Error> { panic!("Sanne") }, &mut |()| ControlFlow::Continue(()));
        assert!(matches!(broken, Err(Error::Layout(why)) if !why.contains("Sanne")));
    }
}
