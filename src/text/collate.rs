//! The Vietnamese order of names, by CLDR.
//!
//! In: names. Out: their order, the same on every machine; the data is compiled in. The order
//! is total: names that the collation holds equal are ordered by their bytes.

use std::cmp::Ordering;
use std::sync::LazyLock;

use icu_collator::CollatorBorrowed;
use icu_collator::options::CollatorOptions;
use icu_locale_core::locale;

/// The collator for `vi`; a copy costs nothing and may be used in any thread.
#[derive(Clone, Copy, Debug)]
pub struct Collator(&'static CollatorBorrowed<'static>);

static VIETNAMESE: LazyLock<CollatorBorrowed<'static>> = LazyLock::new(|| {
    CollatorBorrowed::try_new(locale!("vi").into(), CollatorOptions::default())
        .expect("the collation for vi is compiled in")
});

impl Collator {
    /// The Vietnamese collator; its data is looked up once in a process.
    pub fn vietnamese() -> Self {
        Self(&VIETNAMESE)
    }

    /// The order of two names.
    pub fn compare(self, left: &str, right: &str) -> Ordering {
        self.0.compare(left, right).then_with(|| left.cmp(right))
    }

    /// Bytes that order as the name does, for sorting long lists once.
    pub fn sort_key(self, name: &str) -> Vec<u8> {
        let mut key = Vec::new();
        let Ok(()) = self.0.write_sort_key_to(name, &mut key);
        key.push(0);
        key.extend_from_slice(name.as_bytes());
        key
    }
}

/// Things in the Vietnamese order of their names.
pub fn in_order<T>(mut things: Vec<T>, name: impl Fn(&T) -> &String) -> Vec<T> {
    let collator = Collator::vietnamese();
    things.sort_by_cached_key(|thing| collator.sort_key(name(thing)));
    things
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(names: &str) -> Vec<&str> {
        let mut names: Vec<_> = names.split(' ').collect();
        names.sort_by(|a, b| Collator::vietnamese().compare(a, b));
        names
    }

    #[test]
    fn letters_come_in_the_order_of_the_alphabet() {
        assert_eq!(
            sorted("ưa ơn an đi da ăn ân em êm on ôn").join(" "),
            "an ăn ân da đi em êm on ôn ơn ưa"
        );
    }

    #[test]
    fn tones_come_level_grave_hook_tilde_acute_dot() {
        assert_eq!(sorted("mạ má mã mả mà ma").join(" "), "ma mà mả mã má mạ");
        assert_eq!(sorted("bá bàn ba bà").join(" "), "ba bà bá bàn");
    }

    #[test]
    fn the_key_orders_as_the_comparison_does() {
        let collator = Collator::vietnamese();
        let names =
            ["Sở Y tế", "Sở Nội vụ", "sở nội vụ", "Đoàn", "Dân vận", "hòa", "hoà", "", "Ủy ban"];
        for left in names {
            for right in names {
                let by_key = collator.sort_key(left).cmp(&collator.sort_key(right));
                assert_eq!(collator.compare(left, right), by_key, "{left} {right}");
                assert_eq!(by_key == Ordering::Equal, left == right);
            }
        }
    }

    #[test]
    fn any_thread_may_use_it() {
        let order = std::thread::spawn(|| Collator::vietnamese().compare("Đ", "E")).join();
        assert_eq!(order.expect("the thread ends"), Ordering::Less);
    }
}
