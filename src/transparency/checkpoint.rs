//! Checkpoints: C2SP tlog-checkpoint.
//!
//! In: origin, size and root of a log. Out: the text that is signed, and back.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::key::{PublicKey, SigningKey};
use super::note::{self, Note, NoteFault};
use super::tree::Hash;

/// What a log was at some moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// The log's name.
    pub origin: String,
    /// How many entries it had.
    pub size: u64,
    /// The root of their tree.
    pub root: Hash,
}

impl Checkpoint {
    /// The signed note, with a signature of each key.
    pub fn signed(&self, keys: &[&SigningKey]) -> String {
        let root = STANDARD.encode(self.root);
        note::sign(&format!("{}\n{}\n{root}\n", self.origin, self.size), keys)
    }

    /// Reads a checkpoint of the log that the key is named after.
    ///
    /// # Errors
    /// It is none, it is of another log, or the key did not sign it.
    pub fn read(bytes: &[u8], key: &PublicKey) -> Result<Self, NoteFault> {
        let Note { text } = Note::read(bytes, key)?;
        let checkpoint = Self::from_text(&text).ok_or(NoteFault::Malformed)?;
        if checkpoint.origin == key.name() { Ok(checkpoint) } else { Err(NoteFault::Malformed) }
    }

    fn from_text(text: &str) -> Option<Self> {
        let mut lines = text.strip_suffix('\n')?.split('\n');
        let (origin, size, root) = (lines.next()?, lines.next()?, lines.next()?);
        // Lines of others may follow; none of them is empty.
        if origin.is_empty() || lines.any(str::is_empty) {
            return None;
        }
        let checkpoint = Self {
            origin: origin.to_owned(),
            size: size.parse().ok()?,
            root: STANDARD.decode(root).ok()?.try_into().ok()?,
        };
        (checkpoint.size.to_string() == size).then_some(checkpoint)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_checkpoint_is_read_back_and_the_same_bytes_come_again() {
        let key = SigningKey::from_seed("lam-giang.example", &[3; 32]).unwrap();
        let origin = "lam-giang.example".to_owned();
        let checkpoint = Checkpoint { origin, size: 12, root: [5; 32] };
        let signed = checkpoint.signed(&[&key]);
        assert_eq!(signed, checkpoint.signed(&[&key]));
        assert_eq!(Checkpoint::read(signed.as_bytes(), &key.public()), Ok(checkpoint));
    }

    #[test]
    fn what_is_signed_but_no_checkpoint_is_refused() {
        let key = SigningKey::from_seed("a.example", &[3; 32]).unwrap();
        let root = STANDARD.encode([5; 32]);
        for text in [
            "a.example\n12\n".to_owned(),
            format!("khac.example\n12\n{root}\n"),
            format!("a.example\n012\n{root}\n"),
            format!("a.example\n-1\n{root}\n"),
            format!("a.example\n12\n{}\n", &root[..20]),
            format!("\n12\n{root}\n"),
            format!("a.example\n12\n{root}\n\nthem\n"),
        ] {
            let signed = note::sign(&text, &[&key]);
            let read = Checkpoint::read(signed.as_bytes(), &key.public());
            assert_eq!(read, Err(NoteFault::Malformed), "{text}");
        }
        let more = note::sign(&format!("a.example\n12\n{root}\nthem\n"), &[&key]);
        assert!(Checkpoint::read(more.as_bytes(), &key.public()).is_ok());
    }
}
