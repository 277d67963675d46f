//! Addresses: where a site may stand, what browsers make of one, what people read, and mailboxes.
//!
//! Addresses are read by the `url` crate, which follows the WHATWG standard as browsers do, names of hosts by `idna`,
//! mailboxes by `email_address` (RFC 5321, 5322, 6531).

use std::borrow::Cow;
use std::fmt;

use email_address::{EmailAddress, Options};
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};
use url::{Host, Url};

use crate::text::normalize::{is_unfit, odd_kind};

/// The address under which a site is published: http or https, a host, perhaps a port and a folder.
///
/// It is kept as machines want it (sitemaps, feeds, canonical links): letters outside ASCII are encoded, a port that
/// the scheme has anyway is left out. [`readable`] gives the form for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteAddress(Url);

/// Why a text is no address of a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressFault {
    /// Nothing is there.
    Empty,
    /// White space, a control character or a backslash.
    Blank,
    /// Neither http nor https, or none at all.
    Scheme,
    /// Nothing, or no name, where the host should be.
    Host,
    /// A host by a name that no server can have.
    Name,
    /// A host by a number that is not four decimal ones.
    Number,
    /// A port that is no number from 1 to 65535.
    Port,
    /// A name or password before the host.
    Credentials,
    /// A question mark and what follows.
    Query,
    /// A `#` and what follows.
    Fragment,
    /// A folder called `.` or `..`, or one without a name.
    Folders,
    /// A `%` without two hexadecimal digits.
    Percent,
    /// A quote, or a character that nobody sees or that turns the direction of text.
    Sign,
    /// A file instead of its folder.
    File,
}

impl fmt::Display for AddressFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            AddressFault::Empty => "địa chỉ để trống",
            AddressFault::Blank => {
                "địa chỉ có khoảng trắng, ký tự ẩn hoặc dấu “\\”; viết liền, chỉ dùng dấu “/”"
            }
            AddressFault::Scheme => "địa chỉ phải bắt đầu bằng https:// hoặc http://",
            AddressFault::Host => "sau https:// phải là một tên máy chủ, như cong-khai.co-quan.vn",
            AddressFault::Name => {
                "tên máy chủ gồm các đoạn cách nhau bằng dấu chấm; mỗi đoạn 1 đến 63 chữ, số hoặc dấu “-” không đứng đầu hay cuối đoạn, cả tên không quá 253 ký tự"
            }
            AddressFault::Number => {
                "máy chủ gọi bằng số phải là bốn số thập phân từ 0 đến 255, như 10.0.0.1"
            }
            AddressFault::Port => "cổng sau dấu hai chấm phải là một số từ 1 đến 65535",
            AddressFault::Credentials => {
                "địa chỉ công bố không được có tên đăng nhập hay mật khẩu; bỏ phần trước dấu @"
            }
            AddressFault::Query => "địa chỉ của trang là một thư mục; bỏ dấu “?” và phần sau nó",
            AddressFault::Fragment => "địa chỉ của trang là một thư mục; bỏ dấu “#” và phần sau nó",
            AddressFault::Folders => {
                "địa chỉ có thư mục “.”, “..” hoặc hai dấu “/” liền nhau; ghi thẳng thư mục đích"
            }
            AddressFault::Percent => "sau dấu “%” phải là hai chữ số hệ mười sáu, như %20",
            AddressFault::Sign => {
                "thư mục có dấu nháy, hoặc ký tự ẩn hay đổi chiều chữ; gõ lại phần sau tên máy chủ"
            }
            AddressFault::File => {
                "địa chỉ của trang là một thư mục, không phải một tệp; bỏ tên tệp ở cuối"
            }
        })
    }
}

impl std::error::Error for AddressFault {}

impl SiteAddress {
    /// Reads an address.
    ///
    /// # Errors
    /// What cannot be where a site is published; nothing is guessed.
    pub fn read(text: &str) -> Result<Self, AddressFault> {
        let url = parsed(text)?;
        let (authority, path) = parts(text);
        if path.contains('?') {
            return Err(AddressFault::Query);
        }
        if path.contains('#') {
            return Err(AddressFault::Fragment);
        }
        // An empty name before the @ is one that the parser keeps no trace of.
        if authority.contains('@') {
            return Err(AddressFault::Credentials);
        }
        if url.port() == Some(0) {
            return Err(AddressFault::Port);
        }
        host(&url, authority)?;
        folders(path)?;
        let mut url = url;
        if !url.path().ends_with('/') {
            let path = format!("{}/", url.path());
            url.set_path(&path);
        }
        Ok(Self(url))
    }

    /// The address, which ends in `/`.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The path below the host; begins and ends in `/`.
    pub fn path(&self) -> &str {
        self.0.path()
    }

    /// The host, in ASCII.
    pub fn host(&self) -> &str {
        self.0.host_str().expect("every http address that was read has a host")
    }
}

impl fmt::Display for SiteAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Whether the text is a web address that browsers open as it stands: http or https, and a host that there can be.
pub fn is_web_address(text: &str) -> bool {
    parsed(text).is_ok()
}

/// Reads the text as a web address of any kind of page.
fn parsed(text: &str) -> Result<Url, AddressFault> {
    if text.is_empty() {
        return Err(AddressFault::Empty);
    }
    let lower = text.get(..8).unwrap_or(text).to_ascii_lowercase();
    if !(lower.starts_with("https://") || lower.starts_with("http://")) {
        return Err(AddressFault::Scheme);
    }
    if text.chars().any(|c| c.is_whitespace() || c.is_control() || c == '\\') {
        return Err(AddressFault::Blank);
    }
    // The parser skips further slashes before the host.
    let (authority, _) = parts(text);
    if authority.is_empty() {
        return Err(AddressFault::Host);
    }
    let url = Url::parse(text).map_err(|error| match error {
        url::ParseError::InvalidPort => AddressFault::Port,
        _ => AddressFault::Host,
    })?;
    match url.host() {
        Some(Host::Domain(name)) if is_name(name) => Ok(url),
        Some(Host::Ipv4(_) | Host::Ipv6(_)) => Ok(url),
        _ => Err(AddressFault::Host),
    }
}

/// Whether a server can be called so. The parser takes quotes, braces and the like as well (WHATWG, "forbidden domain
/// code point"), which no domain has.
fn is_name(host: &str) -> bool {
    let is_sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    !host.trim_matches('.').is_empty() && !host.contains("..") && host.chars().all(is_sign)
}

/// What stands between `://` and the next `/`, `?` or `#`, and the rest.
fn parts(text: &str) -> (&str, &str) {
    let rest = text.split_once("://").map_or(text, |(_, rest)| rest);
    rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()))
}

/// Whether the host is one that servers are called by: labels of letters, digits and hyphens (RFC 1123, section 2.1), or
/// an address of numbers as people write it. What browsers take for one besides (`0x7f.1`) is no place for a site.
fn host(url: &Url, authority: &str) -> Result<(), AddressFault> {
    const LONGEST_LABEL: usize = 63;
    const LONGEST: usize = 253;
    match url.host() {
        Some(Host::Domain(name)) => {
            // A dot at the end is the root of all names.
            let name = name.strip_suffix('.').unwrap_or(name);
            let is_label = |label: &str| {
                (1..=LONGEST_LABEL).contains(&label.len())
                    && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
                    && !label.starts_with('-')
                    && !label.ends_with('-')
            };
            let fits = name.len() <= LONGEST && name.split('.').all(is_label);
            if fits { Ok(()) } else { Err(AddressFault::Name) }
        }
        Some(Host::Ipv4(number)) => {
            let written = authority.rsplit_once(':').map_or(authority, |(host, _)| host);
            if written == number.to_string() { Ok(()) } else { Err(AddressFault::Number) }
        }
        _ => Ok(()),
    }
}

fn folders(path: &str) -> Result<(), AddressFault> {
    let inner = path.strip_prefix('/').unwrap_or(path);
    let inner = inner.strip_suffix('/').unwrap_or(inner);
    if path == "//" {
        return Err(AddressFault::Folders);
    }
    let mut last = "";
    for folder in inner.split('/').filter(|_| !inner.is_empty()) {
        let after_percent = folder.split('%').skip(1);
        for after in after_percent {
            let is_pair = after
                .as_bytes()
                .get(..2)
                .is_some_and(|pair| pair.iter().all(u8::is_ascii_hexdigit));
            if !is_pair {
                return Err(AddressFault::Percent);
            }
        }
        let decoded =
            percent_decode_str(folder).decode_utf8().map_err(|_| AddressFault::Percent)?;
        if matches!(&*decoded, "" | "." | "..") || decoded.contains('/') {
            return Err(AddressFault::Folders);
        }
        if decoded.chars().any(|c| c.is_control() || c == '\\') {
            return Err(AddressFault::Blank);
        }
        if decoded.chars().any(is_misread) {
            return Err(AddressFault::Sign);
        }
        last = folder;
    }
    let lower = last.to_ascii_lowercase();
    if !path.ends_with('/') && (lower.ends_with(".html") || lower.ends_with(".htm")) {
        return Err(AddressFault::File);
    }
    Ok(())
}

/// Whether the sign of a folder is a quote, or nobody sees it, or it turns the direction of text.
fn is_misread(c: char) -> bool {
    const QUOTES: &str = "\"'`´‘’‚‛“”„‟‹›«»″′";
    is_unfit(c) || odd_kind(c).is_some() || QUOTES.contains(c)
}

/// A web address as people read it: the host and the folders in their own letters, where they have any. What cannot be
/// shown so without another meaning stays encoded.
pub fn readable(address: &str) -> String {
    let Some((scheme, rest)) = address.split_once("://") else { return address.to_owned() };
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let (name, faults) = idna::domain_to_unicode(host);
    // Letters of other alphabets may look like ours, and are shown as they are written.
    let latin = |c: char| {
        c.is_ascii_alphanumeric()
            || matches!(c, '-' | '_' | '.')
            || c.is_alphabetic() && matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
    };
    let leads_there = || {
        let read = |name: &str| idna::domain_to_ascii(name).ok();
        read(&name).is_some() && read(&name) == read(host)
    };
    let is_shown = faults.is_ok() && name.chars().all(latin) && leads_there();
    let host = if is_shown { name.as_str() } else { host };
    let mut shown = format!("{scheme}://{host}");
    // The words of one address are decoded one by one: a mark that parts them must not come out of their letters.
    for piece in path.split_inclusive(['/', '?', '#', '&', '=']) {
        match percent_decode_str(piece).decode_utf8() {
            Ok(decoded) if has_letters_only(piece, &decoded) => shown.push_str(&decoded),
            _ => shown.push_str(piece),
        }
    }
    shown
}

/// Whether decoding brought letters only, none of the signs that mean something in an address.
fn has_letters_only(encoded: &str, decoded: &str) -> bool {
    let ascii = |text: &str| text.chars().filter(char::is_ascii).count();
    let escaped = encoded.matches('%').count();
    ascii(decoded) + 3 * escaped == ascii(encoded)
        && decoded.chars().all(|c| c.is_ascii() || c.is_alphabetic())
}

/// Whether the text is a mailbox, `hop-thu@co-quan.vn`, and nothing else: no name before it, no comment, a domain with
/// a dot.
pub fn is_mailbox(text: &str) -> bool {
    let options =
        Options::default().with_required_tld().without_display_text().without_domain_literal();
    // Quotes and blanks are allowed by the standard and by no office; a letter to them would not arrive.
    let is_plain = !text.contains(['"', '\\']) && !text.chars().any(char::is_whitespace);
    let domain = text.rsplit_once('@').map_or("", |(_, domain)| domain);
    is_plain
        && EmailAddress::parse_with_options(text, options).is_ok()
        && idna::domain_to_ascii_strict(domain).is_ok()
}

/// The `mailto:` address of a mailbox: what would part it from a subject, or end it, is encoded (RFC 6068).
pub fn mailto(mailbox: &str) -> String {
    const PARTS: &AsciiSet = &CONTROLS.add(b'%').add(b'?').add(b'&').add(b'#').add(b'/').add(b'`');
    format!("mailto:{}", utf8_percent_encode(mailbox, PARTS))
}

/// Whether the rest of a `mailto:` address names mailboxes, and perhaps a subject and the like.
pub fn is_letter(rest: &str) -> bool {
    let to = rest.split('?').next().unwrap_or_default();
    let is_known = |part: &str| {
        percent_decode_str(part).decode_utf8().is_ok_and(|mailbox| is_mailbox(mailbox.trim()))
    };
    to.split(',').all(is_known)
}

/// An address as browsers read it: they drop tabs and line ends within, blanks around, and take `\` for `/`.
pub fn as_browsers_read(address: &str) -> Cow<'_, str> {
    let address = address.trim_matches(|c: char| c <= ' ');
    if !address.contains(['\t', '\n', '\r', '\\']) {
        return Cow::Borrowed(address);
    }
    let kept: String = address.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    let (path, rest) = kept.split_at(kept.find(['?', '#']).unwrap_or(kept.len()));
    Cow::Owned(format!("{}{rest}", path.replace('\\', "/")))
}

/// The scheme in lower case, of an address as browsers read it: a letter, then letters, digits, `+`, `-`, `.` before the
/// first colon.
pub fn scheme(address: &str) -> Option<String> {
    let (scheme, _) = address.split_once(':')?;
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    is_scheme.then(|| scheme.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_stands_at_an_address() {
        for (text, expected) in [
            ("https://lam-giang.example", "https://lam-giang.example/"),
            ("https://lam-giang.example/", "https://lam-giang.example/"),
            ("https://lam-giang.example/tien-do", "https://lam-giang.example/tien-do/"),
            ("HTTPS://Lam-Giang.Example/Tien-Do/", "https://lam-giang.example/Tien-Do/"),
            ("https://lam-giang.example:443/a", "https://lam-giang.example/a/"),
            ("http://lam-giang.example:80", "http://lam-giang.example/"),
            ("http://lam-giang.example:443/", "http://lam-giang.example:443/"),
            ("http://localhost:8111", "http://localhost:8111/"),
            ("http://[::1]:80/", "http://[::1]/"),
            ("http://10.0.0.1/a/b", "http://10.0.0.1/a/b/"),
            ("http://10.0.0.1:8111", "http://10.0.0.1:8111/"),
            ("https://1a.2-b.example", "https://1a.2-b.example/"),
            ("https://x.example./a", "https://x.example./a/"),
            (
                "https://tỉnh.example/tiến-độ",
                "https://xn--tnh-dlz.example/ti%E1%BA%BFn-%C4%91%E1%BB%99/",
            ),
            ("https://lam-giang.example/ti%E1%BA%BFn/", "https://lam-giang.example/ti%E1%BA%BFn/"),
        ] {
            let read = SiteAddress::read(text);
            assert_eq!(read.as_ref().map(SiteAddress::as_str), Ok(expected), "{text}");
        }
        let address = SiteAddress::read("https://lam-giang.example:8443/tien-do").unwrap();
        assert_eq!((address.path(), address.host()), ("/tien-do/", "lam-giang.example"));
    }

    #[test]
    fn what_is_no_address_of_a_site_is_told_as_it_is() {
        use AddressFault::*;
        for (text, expected) in [
            ("", Empty),
            ("lam-giang.example", Scheme),
            ("ftp://x", Scheme),
            ("javascript:alert(1)", Scheme),
            ("//x", Scheme),
            ("https:/x", Scheme),
            ("https:x", Scheme),
            ("đđđđ", Scheme),
            (" https://x.example", Scheme),
            ("https://x.example ", Blank),
            ("https://x .example/", Blank),
            ("https://x.example/a b", Blank),
            ("https://x.example\\a", Blank),
            ("https://x.example/\u{200b}a\n", Blank),
            ("http://", Host),
            ("https:///x", Host),
            ("https://?x", Host),
            ("https://x..y/", Host),
            ("https://x\"y.example/", Host),
            ("https://tỉnh'{x}.example/", Host),
            ("https://x$(y).example/", Host),
            ("https://./", Host),
            ("https://[::1", Host),
            ("https://a%zz.example", Host),
            ("https://x_y%00.example", Host),
            ("https://x.example;a", Host),
            ("https://-x.example", Name),
            ("https://x-.example", Name),
            ("https://x.-.example", Name),
            ("https://x_y.example", Name),
            ("https://x.example..", Host),
            ("https://0x7f.1", Number),
            ("https://127.1/", Number),
            ("https://2130706433", Number),
            ("https://010.0.0.1", Number),
            ("http://1.2.3.4.:80", Number),
            ("https://x.example/a\u{202e}b", Sign),
            ("https://x.example/a\u{ad}b", Sign),
            ("https://x.example/%E2%80%8B/", Sign),
            ("https://x.example/“a”", Sign),
            ("https://x.example/a'b", Sign),
            ("https://x.example/%22a", Sign),
            ("https://x.example:99999", Port),
            ("https://x.example:0", Port),
            ("https://x.example:a", Port),
            ("https://ai:mat-khau@x.example", Credentials),
            ("https://@x.example", Credentials),
            ("https://x.example/?a=b", Query),
            ("https://x.example?", Query),
            ("https://x.example/#a", Fragment),
            ("https://x.example/a/../b", Folders),
            ("https://x.example/./b", Folders),
            ("https://x.example/%2e%2E/b", Folders),
            ("https://x.example/a%2fb", Folders),
            ("https://x.example//", Folders),
            ("https://x.example/a//b/", Folders),
            ("https://x.example/%zz", Percent),
            ("https://x.example/a%", Percent),
            ("https://x.example/%ff", Percent),
            ("https://x.example/a/index.html", File),
            ("https://x.example/a.HTM", File),
        ] {
            assert_eq!(SiteAddress::read(text), Err(expected), "{text}");
        }
    }

    #[test]
    fn a_hosts_name_has_its_lengths() {
        use AddressFault::Name;
        let read = |labels: &[usize]| {
            let labels: Vec<String> = labels.iter().map(|length| "a".repeat(*length)).collect();
            SiteAddress::read(&format!("https://{}", labels.join("."))).map(|_| ())
        };
        assert_eq!((read(&[63, 7]), read(&[64, 7])), (Ok(()), Err(Name)));
        assert_eq!((read(&[63, 63, 63, 61]), read(&[63, 63, 63, 62])), (Ok(()), Err(Name)));
    }

    #[test]
    fn people_read_an_address_in_its_letters() {
        for (address, expected) in [
            ("https://lam-giang.example/a.html", "https://lam-giang.example/a.html"),
            (
                "https://xn--tnh-dlz.example/ti%E1%BA%BFn-%C4%91%E1%BB%99/",
                "https://tỉnh.example/tiến-độ/",
            ),
            ("https://x.example/a%20b/%2F?q=%C4%91", "https://x.example/a%20b/%2F?q=đ"),
            ("https://x.example/%E2%80%8B/%FF", "https://x.example/%E2%80%8B/%FF"),
            // Letters that are written as they are make up for no sign that would come out of an escape.
            ("https://x.example/đđ%5C%2F", "https://x.example/đđ%5C%2F"),
            ("http://[::1]:8111/", "http://[::1]:8111/"),
            ("https://xn--80ak6aa92e.example/", "https://xn--80ak6aa92e.example/"),
            // Signs that browsers drop or change, and escapes, are no letters.
            (
                "https://xn--em\u{ad}kp%2e6aa9-19axn.example/",
                "https://xn--em\u{ad}kp%2e6aa9-19axn.example/",
            ),
            ("https://a×b.example/", "https://a×b.example/"),
            ("index.html", "index.html"),
        ] {
            assert_eq!(readable(address), expected);
        }
    }

    #[test]
    fn what_people_read_is_an_address() {
        for address in [
            "https://xn--4WWWWWWWSakte6Ka19axn--em\u{ad}kp%2e6aa9-4WWWWWWWSakte6Ka19axn-19axn--eteti/",
            "https://xn--xn--xn---80a/.ak/xn/./",
            "https://xn--tnh-dlz.example/",
        ] {
            let shown = readable(address);
            assert!(is_web_address(&shown), "{shown}");
            assert_eq!(readable(&shown), shown);
        }
    }

    #[test]
    fn a_mailbox_is_one_that_a_letter_reaches() {
        for good in [
            "phong-ttvt@lam-giang.example",
            "a.b+c@x.co.example",
            "hộp.thư@tỉnh.example",
            "A@B.example",
        ] {
            assert!(is_mailbox(good), "{good}");
        }
        for bad in [
            "",
            "@",
            "a@",
            "@x.example",
            "a@b",
            "a@@b.example",
            "a b@x.example",
            "a@x .example",
            " a@x.example",
            "a@x.example,b@x.example",
            "Phòng A <a@x.example>",
            "\"a b\"@x.example",
            "a@[127.0.0.1]",
            "a@x..example",
            "a@-x.example",
            "a@x.example.",
            ".a@x.example",
            "a.@x.example",
            "mailto:a@x.example",
            "a(at)x.example",
            "0237 3850 000",
        ] {
            assert!(!is_mailbox(bad), "{bad}");
        }
        assert_eq!(mailto("a+b@x.example"), "mailto:a+b@x.example");
        assert_eq!(mailto("a?b%c@x.example"), "mailto:a%3Fb%25c@x.example");
        assert!(
            is_letter("a@x.example?subject=B%C3%A1o%20sai")
                && is_letter("a%2Bb@x.example,c@x.example")
        );
        assert!(
            !is_letter("?subject=a@x.example") && !is_letter("a@x") && !is_letter("a@x.example,")
        );
    }

    #[test]
    fn browsers_read_more_into_an_address_than_people() {
        for (address, expected) in [
            (" java\nscript:x() ", "javascript:x()"),
            ("\\\\x.example/a?b\\c", "//x.example/a?b\\c"),
            ("/\\x.example", "//x.example"),
            ("\u{1}https:\\\\x", "https://x"),
        ] {
            assert_eq!(as_browsers_read(address), expected);
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_and_what_was_read_is_read_again(
            text in "(https?:|//|[a-zđ.:@/?#%\\\\0-9\\[\\]~ -]){0,30}",
        ) {
            let shown = readable(&text);
            let is_marked = shown.contains('\u{202e}');
            proptest::prop_assert!(!is_marked);
            let _ = (is_mailbox(&text), is_letter(&text), scheme(&as_browsers_read(&text)));
            if let Ok(address) = SiteAddress::read(&text) {
                proptest::prop_assert!(address.path().starts_with('/') && address.path().ends_with('/'));
                proptest::prop_assert_eq!(SiteAddress::read(address.as_str()), Ok(address.clone()));
                proptest::prop_assert_eq!(SiteAddress::read(&readable(address.as_str())), Ok(address));
            }
        }
    }
}
