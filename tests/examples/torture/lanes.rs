//! Doing many things, as many at a time as there are processors.

use std::sync::atomic::{AtomicUsize, Ordering};

/// Does all of them. The first that fails ends it and is the answer; else the answers, in no order.
pub(crate) fn all<T: Sync, R: Send>(
    items: &[T],
    act: impl Fn(&T) -> Result<R, String> + Sync,
) -> Result<Vec<R>, String> {
    let next = AtomicUsize::new(0);
    let lanes = std::thread::available_parallelism().map_or(2, usize::from).min(8);
    let work = || {
        let mut done = Vec::new();
        while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) {
            match act(item) {
                Ok(answer) => done.push(answer),
                Err(why) => {
                    next.store(items.len(), Ordering::Relaxed);
                    return Err(why);
                }
            }
        }
        Ok(done)
    };
    std::thread::scope(|scope| {
        let lanes: Vec<_> = (0..lanes).map(|_| scope.spawn(work)).collect();
        let done: Result<Vec<Vec<R>>, String> = lanes.into_iter().map(|lane| lane.join().unwrap()).collect();
        done.map(|lists| lists.into_iter().flatten().collect())
    })
}
