//! What one page may cost, so that a template without end ends with a message.
//!
//! In: the calls that [`super::counted`] puts into templates. Out: the counts of a page, and a message where they are used
//! up. The engine stops circles of `extends` and `include` and components that call each other more than 20 deep; of
//! loops and values it has no limit and offers no hook. What its filters make is counted in [`super::making`].

use std::cell::Cell;
use std::io::{self, Write};

use tera::{Kwargs, State, Tera, TeraResult, Value};

use crate::render::counted::{KEPT, SHOWN, STEP};
use crate::render::growth::{COPIED, EACH, JOINED, NESTED};

/// The most rounds of loops, calls of components and includes of one page.
pub(crate) const STEPS: u64 = 1_000_000;

/// The most bytes that one page may write, into a variable or to the page.
pub(crate) const WRITTEN: u64 = 200_000_000;

/// The most bytes of one page.
pub(crate) const LONGEST: usize = 50_000_000;

/// The most items of a list, and bytes of a text, that a template makes.
pub(crate) const LARGEST: usize = 1_000_000;

/// The most items, names and bytes of all that a value holds, counted again wherever it holds them again. The engine
/// keeps one copy and writes each.
pub(crate) const HEAVIEST: usize = 50_000_000;

/// How deep values may lie within one another: whoever writes, compares or drops them calls itself for each level.
pub(crate) const NESTED_DEEPEST: usize = 64;

/// The bytes that a place in a list takes.
const PLACE: usize = 32;

/// How many times as long a text becomes by a filter of the engine: `"` is `&quot;`, and a letter alone in a list takes
/// much more than its bytes.
const GROWN: usize = 6;

/// The most numbers of one `range`.
pub(crate) const RANGE: usize = 100_000;

/// How many templates may include, or extend, one another in a row: what renders them calls itself for each.
pub(crate) const DEEPEST: usize = 12;

/// The most bytes of stack that templates calling each other take, of the two megabytes that a thread has. The engine
/// stops components at 20, but not the includes between them, and its frames are large.
const STACK: usize = 1_500_000;

/// What the engine's message says where a limit is reached; `errors` knows them by these words.
pub(crate) const TOO_MUCH: &str = "Too much work";
/// Components and included templates that call each other too deep.
pub(crate) const TOO_DEEP: &str = "Too deep a call";
/// A text or list that has grown too large.
pub(crate) const TOO_LARGE: &str = "Too large a value";
/// A `range` of too many numbers.
pub(crate) const TOO_LONG_A_RANGE: &str = "Too long a range";

thread_local! {
    // A page is rendered on one thread from start to end, and the engine's functions are given nothing of ours.
    static LEFT: Cell<(u64, u64)> = const { Cell::new((STEPS, WRITTEN)) };
    static BASE: Cell<usize> = const { Cell::new(0) };
}

/// Begins a page: nothing is counted yet.
pub(crate) fn begin() {
    LEFT.set((STEPS, WRITTEN));
    BASE.set(stack());
}

/// About where the stack ends.
#[inline(never)]
fn stack() -> usize {
    let here = 0_u8;
    std::ptr::from_ref(std::hint::black_box(&here)).addr()
}

/// Counts rounds and bytes; false where there are too many.
fn spend(steps: u64, bytes: u64) -> bool {
    let (steps_left, bytes_left) = LEFT.get();
    let left = steps_left.checked_sub(steps).zip(bytes_left.checked_sub(bytes));
    LEFT.set(left.unwrap_or_default());
    left.is_some()
}

/// The bytes of a text, the items of a list or map.
fn size(value: &Value) -> usize {
    let text = value.as_str().map(str::len);
    text.or(value.as_array().map(<[Value]>::len))
        .or(value.as_map().map(tera::Map::len))
        .unwrap_or(0)
}

/// About how many bytes the value takes where it is written. Looking is work, and counted as such.
///
/// # Errors
/// Where it is larger than [`HEAVIEST`], or holds others deeper than [`NESTED_DEEPEST`].
pub(crate) fn weighed(value: &Value) -> TeraResult<usize> {
    let mut seen = Weight { bytes: 0, values: 0 };
    let fits = seen.add(value, NESTED_DEEPEST);
    made(seen.values)?;
    if fits { Ok(seen.bytes) } else { Err(tera::Error::message(TOO_LARGE)) }
}

struct Weight {
    bytes: usize,
    values: usize,
}

impl Weight {
    /// Whether all of it could be added.
    fn add(&mut self, value: &Value, levels: usize) -> bool {
        // Numbers and the signs between values are written as well.
        const SIGNS: usize = 4;
        self.values += 1;
        self.bytes += SIGNS + value.as_str().map_or(0, str::len);
        if self.bytes > HEAVIEST {
            return false;
        }
        let Some(levels) = levels.checked_sub(1) else { return false };
        if let Some(items) = value.as_array() {
            return items.iter().all(|item| self.add(item, levels));
        }
        let Some(map) = value.as_map() else { return true };
        map.iter().all(|(key, value)| {
            self.bytes += key.as_str().map_or(0, str::len);
            self.add(value, levels)
        })
    }
}

/// Counts bytes that a filter makes.
///
/// # Errors
/// Where the page has made too many.
pub(crate) fn made(bytes: usize) -> TeraResult<()> {
    if spend(0, bytes as u64) { Ok(()) } else { Err(tera::Error::message(TOO_MUCH)) }
}

/// Makes known what counts.
pub(crate) fn register(tera: &mut Tera) {
    tera.set_escape_fn(|text, out| {
        if !spend(0, text.len() as u64) {
            return Err(io::Error::from(io::ErrorKind::QuotaExceeded));
        }
        tera::escape_html(text, out)
    });
    tera.register_function(STEP, |arguments: Kwargs, _: &State| -> TeraResult<&'static str> {
        let bytes = arguments.must_get::<u64>("bytes")?;
        if BASE.get().abs_diff(stack()) > STACK {
            return Err(tera::Error::message(TOO_DEEP));
        }
        if spend(1, bytes) { Ok("") } else { Err(tera::Error::message(TOO_MUCH)) }
    });
    tera.register_function(KEPT, |arguments: Kwargs, state: &State| -> TeraResult<&'static str> {
        let name = arguments.must_get::<&str>("name")?;
        let Some(value) = state.get::<Value>(name)? else { return Ok("") };
        let size = size(&value);
        if size > LARGEST {
            return Err(tera::Error::message(TOO_LARGE));
        }
        made(if value.is_string() { size } else { 0 })?;
        if arguments.get::<bool>("nested")?.unwrap_or_default() {
            weighed(&value)?;
        }
        Ok("")
    });
    tera.register_function(EACH, |_: Kwargs, _: &State| -> TeraResult<bool> {
        if spend(1, PLACE as u64) { Ok(true) } else { Err(tera::Error::message(TOO_MUCH)) }
    });
    tera.register_function(SHOWN, |arguments: Kwargs, state: &State| -> TeraResult<&'static str> {
        let shown = arguments.get::<Value>("of")?.unwrap_or(Value::none());
        // What is escaped is counted there.
        if shown.is_string() && (shown.is_safe() || !state.autoescaping_enabled()) {
            made(size(&shown))?;
        }
        Ok("")
    });
    tera.register_filter(JOINED, |value: Value, _: Kwargs, _: &State| -> TeraResult<Value> {
        made(weighed(&value)?)?;
        Ok(value)
    });
    tera.register_filter(COPIED, |value: Value, _: Kwargs, _: &State| -> TeraResult<Value> {
        made(size(&value).saturating_mul(if value.is_string() { GROWN } else { PLACE }))?;
        Ok(value)
    });
    tera.register_filter(NESTED, |value: Value, _: Kwargs, _: &State| -> TeraResult<Value> {
        weighed(&value)?;
        Ok(value)
    });
    tera.register_function("range", range);
}

/// The engine's `range`, with its numbers counted.
fn range(arguments: Kwargs, _: &State) -> TeraResult<Vec<i128>> {
    let start = arguments.get::<i128>("start")?.unwrap_or_default();
    let end = arguments.must_get::<i128>("end")?;
    let step = arguments.get::<i128>("step_by")?.unwrap_or(1);
    let longest = i128::try_from(RANGE).expect("a small number");
    let span = end.checked_sub(start).and_then(|span| span.checked_div(step));
    if span.is_none_or(|span| span >= longest) {
        return Err(tera::Error::message(TOO_LONG_A_RANGE));
    }
    let mut numbers = Vec::new();
    let mut number = start;
    while if step > 0 { number < end } else { number > end } {
        numbers.push(number);
        let Some(next) = number.checked_add(step) else { break };
        number = next;
    }
    if spend(numbers.len() as u64, 0) { Ok(numbers) } else { Err(tera::Error::message(TOO_MUCH)) }
}

/// A page's bytes, up to the most that it may have.
pub(crate) struct Bounded<'a> {
    out: &'a mut Vec<u8>,
    left: usize,
}

impl<'a> Bounded<'a> {
    pub(crate) fn new(out: &'a mut Vec<u8>) -> Self {
        Self { out, left: LONGEST }
    }
}

impl Write for Bounded<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let Some(left) = self.left.checked_sub(bytes.len()) else {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        };
        self.left = left;
        self.out.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
