//! The log's Merkle tree ([RFC 9162], section 2.1), grown leaf by leaf.
//!
//! Only the roots of its complete subtrees are kept: one for every 1 in the size's binary form. That is all that
//! appending and the tree head need, so appending never depends on the history being intact.
//!
//! [RFC 9162]: https://www.rfc-editor.org/rfc/rfc9162#section-2.1

use sha2::{Digest, Sha256};

/// A hash in the tree.
pub(crate) type Hash = [u8; 32];

/// `SHA-256(0x00 ‖ leaf)`.
pub(crate) fn leaf(bytes: &[u8]) -> Hash {
    Sha256::new().chain_update([0]).chain_update(bytes).finalize().into()
}

/// `SHA-256(0x01 ‖ left ‖ right)`.
fn node(left: &Hash, right: &Hash) -> Hash {
    Sha256::new().chain_update([1]).chain_update(left).chain_update(right).finalize().into()
}

/// A tree that can grow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tree {
    size: u64,
    /// Roots of the complete subtrees, the largest first.
    peaks: Vec<Hash>,
}

impl Tree {
    /// The tree with these peaks; `None` if they do not fit the size.
    pub(crate) fn from_parts(size: u64, peaks: Vec<Hash>) -> Option<Self> {
        (peaks.len() == size.count_ones() as usize).then_some(Self { size, peaks })
    }

    pub(crate) fn size(&self) -> u64 {
        self.size
    }

    pub(crate) fn peaks(&self) -> &[Hash] {
        &self.peaks
    }

    /// Appends a leaf by its hash.
    pub(crate) fn push(&mut self, leaf: Hash) {
        let mut hash = leaf;
        // Every 1 at the low end of the size is a complete subtree that the new leaf completes to a larger one.
        for _ in 0..self.size.trailing_ones() {
            if let Some(left) = self.peaks.pop() {
                hash = node(&left, &hash);
            }
        }
        self.peaks.push(hash);
        self.size += 1;
    }

    /// The tree hash; that of the empty tree is the hash of nothing.
    pub(crate) fn root(&self) -> Hash {
        let mut peaks = self.peaks.iter().rev();
        match peaks.next() {
            Some(last) => peaks.fold(*last, |right, left| node(left, &right)),
            None => Sha256::digest([]).into(),
        }
    }
}

/// The tree hash over these leaves.
pub(crate) fn root(leaves: &[Hash]) -> Hash {
    let mut tree = Tree::default();
    leaves.iter().for_each(|leaf| tree.push(*leaf));
    tree.root()
}

/// The inclusion proof for the leaf at `index` (section 2.1.3.1), from the leaf upwards; `None` if there is no such leaf.
pub(crate) fn inclusion(leaves: &[Hash], index: usize) -> Option<Vec<Hash>> {
    leaves.get(index)?;
    let (mut leaves, mut index, mut path) = (leaves, index, Vec::new());
    while leaves.len() > 1 {
        // The largest power of two below the size.
        let half = 1 << (leaves.len() - 1).ilog2();
        let (left, right) = leaves.split_at(half);
        if index < half {
            path.push(root(right));
            leaves = left;
        } else {
            path.push(root(left));
            (leaves, index) = (right, index - half);
        }
    }
    path.reverse();
    Some(path)
}

/// Whether the proof shows that a tree of `size` leaves with this root has this leaf at `index` (section 2.1.3.2).
pub(crate) fn includes(leaf: &Hash, index: u64, size: u64, root: &Hash, path: &[Hash]) -> bool {
    if index >= size {
        return false;
    }
    let (mut at, mut last, mut hash) = (index, size - 1, *leaf);
    for step in path {
        if last == 0 {
            return false;
        }
        if at % 2 == 1 || at == last {
            hash = node(step, &hash);
            // A right edge that has no sibling on some levels.
            while at % 2 == 0 && at != 0 {
                (at, last) = (at >> 1, last >> 1);
            }
        } else {
            hash = node(&hash, step);
        }
        (at, last) = (at >> 1, last >> 1);
    }
    last == 0 && hash == *root
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The definition in RFC 9162, word by word.
    fn by_definition(leaves: &[Vec<u8>]) -> Hash {
        match leaves {
            [] => Sha256::digest([]).into(),
            [one] => leaf(one),
            many => {
                let k = (many.len() - 1).checked_ilog2().map_or(1, |bits| 1 << bits);
                node(&by_definition(&many[..k]), &by_definition(&many[k..]))
            }
        }
    }

    #[test]
    fn grows_to_what_the_definition_says() {
        let leaves: Vec<Vec<u8>> = (0..100_u8).map(|n| vec![n; usize::from(n)]).collect();
        let mut tree = Tree::default();
        for (size, next) in leaves.iter().enumerate() {
            assert_eq!(tree.root(), by_definition(&leaves[..size]), "{size}");
            tree.push(leaf(next));
        }
        assert_eq!(Tree::from_parts(tree.size(), tree.peaks().to_vec()), Some(tree.clone()));
        assert_eq!(Tree::from_parts(tree.size() - 1, tree.peaks().to_vec()), None);
    }

    #[test]
    fn proofs_show_their_leaf_and_nothing_else() {
        let leaves: Vec<Hash> = (0..70_u8).map(|n| leaf(&[n])).collect();
        for size in 1..=leaves.len() {
            let (tree, top) = (&leaves[..size], root(&leaves[..size]));
            let count = size as u64;
            assert!(inclusion(tree, size).is_none());
            for (index, hash) in tree.iter().enumerate() {
                let path = inclusion(tree, index).unwrap();
                let at = index as u64;
                assert!(includes(hash, at, count, &top, &path), "{index} of {size}");
                assert!(!includes(&leaf(b"another"), at, count, &top, &path));
                assert!(!includes(hash, at, count, &leaf(b"another"), &path));
                assert!(!includes(hash, at + 1, count, &top, &path));
                assert!(size == 1 || !includes(hash, at, count, &top, &path[1..]));
                assert!(!includes(hash, at, count, &top, &[path.as_slice(), &[top]].concat()));
            }
        }
    }
}
