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

/// Every node of the tree over some leaves: as many proofs as one likes cost one pass over them.
pub(crate) struct Nodes(Vec<Vec<Hash>>);

impl Nodes {
    /// Level by level from the leaves upwards; a node without a sibling stands on the level above as it is.
    pub(crate) fn over(leaves: Vec<Hash>) -> Self {
        let mut levels = vec![leaves];
        while let Some(below) = levels.last().filter(|below| below.len() > 1) {
            let (pairs, alone) = below.as_chunks::<2>();
            let above = pairs.iter().map(|[left, right]| node(left, right)).chain(alone.iter().copied()).collect();
            levels.push(above);
        }
        Self(levels)
    }

    /// The tree hash.
    pub(crate) fn root(&self) -> Hash {
        self.0.last().and_then(|top| top.first()).copied().unwrap_or_else(|| Sha256::digest([]).into())
    }

    /// The inclusion proof for the leaf at `index` (section 2.1.3.1), from the leaf upwards; `None` if there is no such
    /// leaf.
    pub(crate) fn inclusion(&self, index: usize) -> Option<Vec<Hash>> {
        self.0.first()?.get(index)?;
        let siblings = self.0.iter().enumerate().map(|(level, nodes)| nodes.get((index >> level) ^ 1));
        Some(siblings.flatten().copied().collect())
    }
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

/// The consistency proof that the tree over these leaves goes on from the one over the `first` of them (section
/// 2.1.4.1); `None` if there are not so many. None of either size needs one: the proof is empty.
pub(crate) fn consistency(leaves: &[Hash], first: usize) -> Option<Vec<Hash>> {
    if first > leaves.len() {
        return None;
    }
    if first == 0 {
        return Some(Vec::new());
    }
    // Is what is left of the first tree a complete left part of it? Then its root is the one that the verifier has.
    let (mut leaves, mut first, mut known, mut path) = (leaves, first, true, Vec::new());
    while first < leaves.len() {
        // The largest power of two below the size.
        let half = 1 << (leaves.len() - 1).ilog2();
        let (left, right) = leaves.split_at(half);
        if first <= half {
            path.push(root(right));
            leaves = left;
        } else {
            path.push(root(left));
            (leaves, first, known) = (right, first - half, false);
        }
    }
    if !known {
        path.push(root(leaves));
    }
    path.reverse();
    Some(path)
}

/// Whether the proof shows that the tree of `second` leaves with its root goes on from the tree of `first` leaves with its
/// root (section 2.1.4.2). Every tree goes on from the empty one, and from itself.
pub(crate) fn consistent(first: u64, first_root: &Hash, second: u64, second_root: &Hash, path: &[Hash]) -> bool {
    if first == second {
        return path.is_empty() && first_root == second_root;
    }
    if first == 0 {
        return path.is_empty() && *first_root == root(&[]);
    }
    if first > second {
        return false;
    }
    let (mut at, mut last) = (first - 1, second - 1);
    while at % 2 == 1 {
        (at, last) = (at >> 1, last >> 1);
    }
    let start = if first.is_power_of_two() { Some((first_root, path)) } else { path.split_first() };
    let Some((start, steps)) = start else {
        return false;
    };
    let (mut before, mut now) = (*start, *start);
    for step in steps {
        if last == 0 {
            return false;
        }
        if at % 2 == 1 || at == last {
            (before, now) = (node(step, &before), node(step, &now));
            while at % 2 == 0 && at != 0 {
                (at, last) = (at >> 1, last >> 1);
            }
        } else {
            now = node(&now, step);
        }
        (at, last) = (at >> 1, last >> 1);
    }
    last == 0 && before == *first_root && now == *second_root
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
            let nodes = Nodes::over(tree.to_vec());
            assert_eq!(nodes.root(), top);
            assert!(nodes.inclusion(size).is_none());
            for (index, hash) in tree.iter().enumerate() {
                let path = nodes.inclusion(index).unwrap();
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

    /// PROOF(m, D[n]) in RFC 9162, word by word.
    fn proof_by_definition(first: usize, leaves: &[Hash], known: bool) -> Vec<Hash> {
        if first == leaves.len() {
            return if known { Vec::new() } else { vec![root(leaves)] };
        }
        let k = 1 << (leaves.len() - 1).ilog2();
        let (mut path, last) = if first <= k {
            (proof_by_definition(first, &leaves[..k], known), root(&leaves[k..]))
        } else {
            (proof_by_definition(first - k, &leaves[k..], false), root(&leaves[..k]))
        };
        path.push(last);
        path
    }

    #[test]
    fn consistency_proofs_show_that_a_tree_goes_on_from_another_and_nothing_else() {
        let leaves: Vec<Hash> = (0..70_u8).map(|n| leaf(&[n])).collect();
        let roots: Vec<Hash> = (0..=leaves.len()).map(|size| root(&leaves[..size])).collect();
        let other = leaf(b"another");
        for (second, top) in roots.iter().enumerate() {
            assert!(consistency(&leaves[..second], second + 1).is_none());
            for (first, before) in roots.iter().enumerate().take(second + 1) {
                let path = consistency(&leaves[..second], first).unwrap();
                let (m, n) = (first as u64, second as u64);
                assert!(consistent(m, before, n, top, &path), "{first} of {second}");
                assert!(!consistent(m, &other, n, top, &path));
                // Nothing is said of the second tree by its going on from nothing.
                assert_eq!(consistent(m, before, n, &other, &path), first == 0 && second > 0);
                assert!(!consistent(m, before, n, top, &[path.as_slice(), &[*top]].concat()));
                if first == 0 {
                    continue;
                }
                assert_eq!(path, proof_by_definition(first, &leaves[..second], true));
                assert!(first == second || !consistent(n, top, m, before, &path));
                for (wrong, root) in roots.iter().enumerate().filter(|(wrong, _)| *wrong != first && *wrong > 0) {
                    assert!(!consistent(wrong as u64, root, n, top, &path), "{first} of {second} for {wrong}");
                }
                for (cut, hash) in path.iter().enumerate() {
                    let mut without = path.clone();
                    without.remove(cut);
                    assert!(!consistent(m, before, n, top, &without), "{first} of {second} without {cut}");
                    let mut changed = path.clone();
                    changed[cut] = node(hash, hash);
                    assert!(!consistent(m, before, n, top, &changed), "{first} of {second}, {cut} changed");
                }
            }
        }
        assert!(!consistent(3, &roots[3], u64::MAX, &roots[5], &[other; 64]));
    }
}
