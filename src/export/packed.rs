//! Files that are compressed where they would be large.
//!
//! In: a file's bytes, as they are made. Out: the same, or a gzip of them from [`LARGE`] on: which of the two depends on
//! the bytes alone. The gzip bears no time and no name, and its maker compares bytes alike on every processor.

use std::io::{self, Write};
use std::mem;

use flate2::write::GzEncoder;
use flate2::{Compression, GzBuilder};

use crate::paths;

/// How many bytes a table has at most as it stands; the data pages say it in words.
pub const LARGE: usize = 2_000_000;

/// What the name of a compressed file ends in.
pub(super) const ENDING: &str = paths::PACKED;

/// A file being made: as it stands while it is small.
pub(super) struct Growing {
    large: usize,
    state: State,
}

enum State {
    Plain(Vec<u8>),
    Packed(Box<GzEncoder<Vec<u8>>>),
}

/// A finished file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Grown {
    /// Its bytes, as they are published.
    pub(super) bytes: Vec<u8>,
    /// Whether they are a gzip.
    pub(super) packed: bool,
}

impl Growing {
    /// An empty file that is compressed once it has more than `large` bytes.
    pub(super) fn new(large: usize) -> Self {
        Self { large, state: State::Plain(Vec::new()) }
    }

    /// Whether it is compressed already.
    pub(super) fn is_packed(&self) -> bool {
        matches!(self.state, State::Packed(_))
    }

    pub(super) fn finish(self) -> io::Result<Grown> {
        Ok(match self.state {
            State::Plain(bytes) => Grown { bytes, packed: false },
            State::Packed(packing) => Grown { bytes: packing.finish()?, packed: true },
        })
    }
}

impl Write for Growing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.state {
            State::Plain(known) => {
                known.extend_from_slice(bytes);
                if known.len() > self.large {
                    let known = mem::take(known);
                    let mut packing =
                        GzBuilder::new().mtime(0).write(Vec::new(), Compression::new(6));
                    packing.write_all(&known)?;
                    self.state = State::Packed(Box::new(packing));
                }
            }
            State::Packed(packing) => packing.write_all(bytes)?,
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    fn written(pieces: &[&[u8]]) -> Grown {
        let mut file = Growing::new(10);
        for piece in pieces {
            file.write_all(piece).unwrap();
        }
        file.finish().unwrap()
    }

    #[test]
    fn a_file_is_compressed_once_it_is_large() {
        let small = written(&[b"01234", b"56789"]);
        assert_eq!(small, Grown { bytes: b"0123456789".to_vec(), packed: false });
        let large = written(&[b"01234", b"56789", b"0", b"1"]);
        assert!(large.packed);
        let mut read = String::new();
        flate2::read::GzDecoder::new(&large.bytes[..]).read_to_string(&mut read).unwrap();
        assert_eq!(read, "012345678901");
        // Deflated, no flags, no time, no system (RFC 1952).
        assert_eq!(large.bytes[..8], [0x1f, 0x8b, 8, 0, 0, 0, 0, 0]);
        assert_eq!(large.bytes[9], 255);
    }
}
