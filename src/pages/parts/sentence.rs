//! Sentences that hold numbers, each number with the list of what it counts.
//!
//! In: words and counts in the order of the sentence. Out: a [`Sentence`] for templates, and its
//! plain words for descriptions and feeds.

use serde::Serialize;

use crate::pages::parts::figures::Figure;
use crate::vocabulary::{Part, Phrase, enumeration};

/// A sentence in pieces.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Sentence(Vec<Piece>);

/// Words, or a number among them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Piece {
    /// The words; empty where the piece is a number.
    pub text: String,
    /// The number.
    pub figure: Option<Figure>,
}

impl From<String> for Sentence {
    fn from(text: String) -> Self {
        Self(vec![Piece { text, figure: None }])
    }
}

impl From<&str> for Sentence {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<Figure> for Sentence {
    fn from(figure: Figure) -> Self {
        Self(vec![Piece { text: String::new(), figure: Some(figure) }])
    }
}

/// Words beside words are one piece, as if the sentence had been written so.
impl From<Phrase<Sentence>> for Sentence {
    fn from(phrase: Phrase<Sentence>) -> Self {
        let parts = phrase.parts().flat_map(|part| match part {
            Part::Words(words) => Sentence::from(words).0,
            Part::Hole(sentence) => sentence.0,
        });
        let mut pieces: Vec<Piece> = Vec::new();
        for piece in parts {
            match pieces.last_mut() {
                Some(last) if last.figure.is_none() && piece.figure.is_none() => {
                    last.text.push_str(&piece.text);
                }
                _ => pieces.push(piece),
            }
        }
        Self(pieces)
    }
}

impl Sentence {
    /// Clauses one after another, as one; none where there is none.
    pub(crate) fn list(clauses: impl IntoIterator<Item = Sentence>) -> Option<Self> {
        clauses.into_iter().reduce(|list, next| enumeration::and(list, next).into())
    }

    /// Its words and numbers without links.
    pub fn plain(&self) -> String {
        let words = |piece: &Piece| match &piece.figure {
            Some(figure) => figure.n.clone(),
            None => piece.text.clone(),
        };
        self.0.iter().map(words).collect()
    }
}
