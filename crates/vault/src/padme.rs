//! Padmé: lengths rounded up so that they tell little and cost at most 12 %.
//!
//! From "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs"
//! (Nikitin and others, [PETS 2019](https://arxiv.org/abs/1806.03160), section 4).

/// Length to which `len` bytes are padded, and never under `least`.
///
/// Lengths so near `u64::MAX` that the rounding would not fit stay as they are.
pub(crate) fn padded(len: u64, least: u64) -> u64 {
    let len = len.max(least);
    if len < 2 {
        return len;
    }
    let exponent = len.ilog2();
    let kept_bits = exponent.ilog2() + 1;
    let mask = (1_u64 << (exponent - kept_bits.min(exponent))) - 1;
    len.checked_add(mask).map_or(len, |sum| sum & !mask)
}

/// [`padded`] for what is held in memory.
pub(crate) fn padded_len(len: usize, least: usize) -> usize {
    // Both directions are lossless or saturate: a length in memory fits 64 bits, and one that would not
    // fit back could not have been allocated.
    usize::try_from(padded(len as u64, least as u64)).unwrap_or(len)
}

#[cfg(test)]
mod tests {
    use super::padded;

    #[test]
    fn gives_the_lengths_of_the_paper() {
        for (len, to) in [(1, 1), (2, 2), (8, 8), (9, 10), (100, 104), (1000, 1024), (1_000_000, 1_015_808)] {
            assert_eq!(padded(len, 0), to, "{len}");
        }
        assert_eq!(padded(0, 256), 256);
        assert_eq!(padded(u64::MAX, 0), u64::MAX);
    }

    #[test]
    fn never_shrinks_and_costs_at_most_an_eighth() {
        for len in (0..200_000).chain((1..1000).map(|n| n * 7_654_321)) {
            let to = padded(len, 0);
            assert!(to >= len && to - len <= len / 8 + 1, "{len} -> {to}");
            assert_eq!(padded(to, 0), to, "padding twice changes nothing");
        }
    }
}
