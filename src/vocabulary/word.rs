//! Words as tables: a row a word.
//!
//! `words!` makes an enum of its rows. A row has the columns that its head names: `code` is what content, open
//! data and other machines call it, `label` what readers see, `meaning` what the data dictionary says where that
//! is more than the label. A column is a method; another language is another column.

/// A word that content or other machines know by a code.
pub trait Word: Copy + 'static {
    /// Every word, in the order of the table.
    const ALL: &'static [Self];

    /// What machines call it.
    fn code(self) -> &'static str;

    /// The word of this code.
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|word| word.code() == code)
    }

    /// What machines call them all.
    fn codes() -> Vec<&'static str> {
        Self::ALL.iter().map(|word| word.code()).collect()
    }
}

/// A word that the data dictionary explains.
pub trait Explained: Word {
    /// What it means.
    fn meaning(self) -> &'static str;
}

/// Codes, each with its meaning.
pub type Meanings = Vec<(String, String)>;

/// Every code of a kind, with its meaning.
pub fn meanings<W: Explained>() -> Meanings {
    W::ALL.iter().map(|word| (word.code().to_owned(), word.meaning().to_owned())).collect()
}

/// Enums whose variants are rows: `pub enum Name(column, …) { Variant = "…", …; }`.
macro_rules! words {
    ($($(#[$doc:meta])* pub enum $name:ident $columns:tt { $($rows:tt)+ })+) => {
        $(crate::vocabulary::word::one_table! { $(#[$doc])* $name $columns { $($rows)+ } })+
    };
}

macro_rules! one_table {
    ($(#[$doc:meta])* $name:ident ($($column:ident),+) {
        $($(#[$row:meta])* $variant:ident = $($text:literal),+;)+
    }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$row])* $variant,)+ }

        impl $name {
            /// Every word, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            fn row(self) -> [&'static str; [$(stringify!($column)),+].len()] {
                match self { $(Self::$variant => [$($text),+],)+ }
            }
        }

        crate::vocabulary::word::columns! { $name [$($column),+] $($column)+ }
        crate::vocabulary::word::kinds! { $name $($column)+ }
    };
}

macro_rules! columns {
    ($name:ident $all:tt $($column:ident)+) => {
        impl $name {
            $(
                #[doc = concat!("Its `", stringify!($column), "`.")]
                pub fn $column(self) -> &'static str {
                    let $all = self.row();
                    let _ = $all;
                    $column
                }
            )+
        }
    };
}

macro_rules! kinds {
    ($name:ident code) => {
        crate::vocabulary::word::coded! { $name }
    };
    ($name:ident code label meaning $($more:ident)*) => {
        crate::vocabulary::word::kinds! { $name code meaning }
    };
    ($name:ident code $meaning:ident $($more:ident)*) => {
        crate::vocabulary::word::coded! { $name }

        impl crate::vocabulary::Explained for $name {
            fn meaning(self) -> &'static str {
                Self::$meaning(self)
            }
        }
    };
    // Words that no other machine knows.
    ($name:ident $($column:ident)+) => {};
}

macro_rules! coded {
    ($name:ident) => {
        impl crate::vocabulary::Word for $name {
            const ALL: &'static [Self] = Self::ALL;

            fn code(self) -> &'static str {
                Self::code(self)
            }
        }
    };
}

pub(super) use {coded, columns, kinds, one_table, words};

#[cfg(test)]
mod tests {
    #![expect(unreachable_pub, reason = "the macro makes what all modules may use")]

    use super::{Word, meanings};

    words! {
        /// Three columns.
        pub enum Fruit(code, label, meaning) {
            /// Round.
            Plum = "man", "Mận", "Quả mận";
            /// Long.
            Banana = "chuoi", "Chuối", "Quả chuối";
        }
    }

    #[test]
    fn a_row_is_read_by_its_columns() {
        assert_eq!(Fruit::Plum.code(), "man");
        assert_eq!(Fruit::Banana.label(), "Chuối");
        assert_eq!(Fruit::from_code("chuoi"), Some(Fruit::Banana));
        assert_eq!(Fruit::from_code("Chuối"), None);
        assert_eq!(Fruit::codes(), ["man", "chuoi"]);
        let plum = ("man".to_owned(), "Quả mận".to_owned());
        assert_eq!(meanings::<Fruit>().first(), Some(&plum));
    }
}
