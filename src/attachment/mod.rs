//! Files that are published as they are: what they are, what they carry beside what they show, and a copy without it.
//!
//! In: a file's name and bytes. Out: its [`Kind`], or why it may not be published; what it [`Carried`] along; a
//! cleaned copy. Reads no disk, and never changes a file: what is signed or hashed stays what it is.

mod carried;
mod compound;
mod judge;
mod kind;
mod package;
mod pdf;
mod picture;
mod plain;
mod vector;
mod xmp;

pub use carried::{Carried, Contents, NotCleaned};
pub use kind::{ENDINGS, Kind, Refusal};

/// What the file is, by its bytes and its name, which must agree.
///
/// # Errors
/// Why the file may not be published.
pub fn kind(name: &str, bytes: &[u8]) -> Result<Kind, Refusal> {
    judge::kind(name, bytes)
}

/// What is in a file of this kind beside what it shows.
pub fn contents(kind: Kind, bytes: &[u8]) -> Contents {
    match kind {
        Kind::Pdf => pdf::contents(bytes),
        Kind::Word | Kind::Excel | Kind::PowerPoint | Kind::OpenDocument => {
            package::contents(bytes)
        }
        Kind::OldOffice => compound::contents(bytes),
        Kind::Jpeg | Kind::Png | Kind::Webp | Kind::OtherPhoto => picture::contents(bytes),
        Kind::Gif => picture::contents_of_gif(bytes),
        Kind::Vector => Contents::of(vector::has_notes(bytes).then_some(Carried::Notes)),
        Kind::Film | Kind::Sound | Kind::Archive => Contents::of([Carried::Unknown]),
        Kind::Text => Contents::default(),
    }
}

/// A copy of the file without what it carries.
///
/// # Errors
/// Why no copy can be made; then nothing was taken out.
pub fn cleaned(kind: Kind, bytes: &[u8]) -> Result<Vec<u8>, NotCleaned> {
    let contents = contents(kind, bytes);
    if contents.is_signed {
        return Err(NotCleaned::Signed);
    }
    if contents.is_locked {
        return Err(NotCleaned::Locked);
    }
    if contents.is_damaged {
        return Err(NotCleaned::Damaged);
    }
    if !contents.damaged_parts.is_empty() {
        return Err(NotCleaned::DamagedParts);
    }
    if contents.carried.is_empty() {
        return Err(NotCleaned::Nothing);
    }
    let copy = match kind {
        Kind::Pdf => pdf::cleaned(bytes),
        Kind::Word | Kind::Excel | Kind::PowerPoint | Kind::OpenDocument => {
            package::cleaned(bytes, &contents)
        }
        Kind::Jpeg | Kind::Png | Kind::Webp => picture::cleaned(kind, bytes),
        _ => Err(NotCleaned::ByHand),
    }?;
    // A copy that still tells what it should not would be trusted without being looked at.
    let left = self::contents(kind, &copy);
    let is_sound = !left.is_damaged
        && left.carried.is_empty()
        && left.damaged_parts.is_empty()
        && judge::is_alike(bytes, &copy);
    if is_sound { Ok(copy) } else { Err(NotCleaned::ByHand) }
}

#[cfg(test)]
mod tests;
