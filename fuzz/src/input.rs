//! Takes an input apart, front to back. There is always an answer: where the input has ended, noughts follow.

/// What is left of an input.
pub struct Input<'a>(pub &'a [u8]);

impl<'a> Input<'a> {
    /// Has it ended?
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A byte.
    pub fn byte(&mut self) -> u8 {
        self.take(1).first().copied().unwrap_or(0)
    }

    /// A number below `end`, from two bytes; nought if there is none.
    pub fn below(&mut self, end: usize) -> usize {
        let number = usize::from(self.byte()) << 8 | usize::from(self.byte());
        number.checked_rem(end).unwrap_or(0)
    }

    /// A place in `len` bytes, from four bytes.
    pub fn place(&mut self, len: usize) -> usize {
        let number = (self.below(1 << 16) << 16) | self.below(1 << 16);
        number.checked_rem(len).unwrap_or(0)
    }

    /// A number of eight bytes, big end first.
    pub fn number(&mut self) -> u64 {
        (0..8).fold(0, |number, _| number << 8 | u64::from(self.byte()))
    }

    /// As many bytes as there are, at most `len`.
    pub fn take(&mut self, len: usize) -> &'a [u8] {
        let (front, rest) = self.0.split_at(len.min(self.0.len()));
        self.0 = rest;
        front
    }

    /// A length in two bytes, and at most as many bytes.
    pub fn part(&mut self) -> &'a [u8] {
        let len = self.below(1 << 16);
        self.take(len)
    }

    /// All the rest.
    pub fn rest(&mut self) -> &'a [u8] {
        std::mem::take(&mut self.0)
    }
}

/// A part as [`Input::part`] takes it.
pub fn part(bytes: &[u8]) -> Vec<u8> {
    let len = u16::try_from(bytes.len()).expect("seeds are small");
    [len.to_be_bytes().as_slice(), bytes].concat()
}

/// A text with a few places in it written over, cut out, put in or doubled, as the input says.
pub fn edited(whole: &[u8], input: &mut Input<'_>) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    while !input.is_empty() {
        let (what, at) = (input.byte() % 4, input.place(bytes.len() + 1));
        let len = usize::from(input.byte());
        let end = (at + len).min(bytes.len());
        match what {
            0 => {
                let new = input.take(end - at);
                bytes[at..at + new.len()].copy_from_slice(new);
            }
            1 => drop(bytes.drain(at..end)),
            2 => drop(bytes.splice(at..at, input.take(len).iter().copied())),
            _ => {
                let copied = bytes[at..end].to_vec();
                let to = input.place(bytes.len() + 1);
                bytes.splice(to..to, copied);
            }
        }
    }
    bytes
}
