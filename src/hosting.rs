//! What a web server should be told: policy, caching and types, in the forms of three kinds of servers.
//!
//! In: the path under which the site is published. Out: the text of `_headers` (hosts that read such a
//! file), of an nginx snippet and of `web.config` (IIS). They repeat what the pages say of themselves,
//! for files that are no pages; fingerprinted files may be kept for ever.

use percent_encoding::percent_decode_str;

use crate::model::Server;

/// The content security policy, the same as in every page's own `meta` element.
///
/// `frame-ancestors` is left to the portal: pages have nothing to be clicked in another's name, and
/// `nhung.html` is made to stand in a frame.
pub const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'";

/// Types that servers often do not know, by ending.
const TYPES: [(&str, &str); 17] = [
    ("html", "text/html"),
    ("css", "text/css"),
    ("js", "text/javascript"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("txt", "text/plain"),
    ("xml", "application/xml"),
    ("json", "application/json"),
    ("jsonld", "application/ld+json"),
    ("csv", "text/csv"),
    ("gz", "application/gzip"),
    ("ics", "text/calendar"),
    ("pdf", "application/pdf"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("conf", "text/plain"),
    ("jsonl", "application/jsonl"),
    ("pem", "application/x-pem-file"),
];

/// The type of files with this ending, where servers have to be told.
pub fn media_type(ending: &str) -> Option<&'static str> {
    TYPES.iter().find(|(known, _)| *known == ending).map(|(_, kind)| *kind)
}

/// The text of a server's file for a site below `base`, which begins and ends in `/`.
pub fn text(server: Server, base: &str) -> String {
    match server {
        Server::Headers => headers(base),
        Server::Nginx => nginx(base),
        Server::Iis => iis(),
    }
}

const SHORT: &str = "public, max-age=300";
const FOR_EVER: &str = "public, max-age=31536000, immutable";

fn headers(base: &str) -> String {
    format!(
        "{base}*\n  Content-Security-Policy: {POLICY}\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n  Cache-Control: {SHORT}\n\n{base}tai-nguyen/*\n  ! Cache-Control\n  Cache-Control: {FOR_EVER}\n{}",
        ledger_headers(base)
    )
}

/// Files of the release ledger without an ending, and the type of each.
const LEDGER: [(&str, &str); 4] = [
    ("checkpoint", "text/plain; charset=utf-8"),
    ("khoa", "text/plain; charset=utf-8"),
    ("trang", "text/plain; charset=utf-8"),
    ("tile/*", "application/octet-stream"),
];

fn ledger_headers(base: &str) -> String {
    let entry =
        |(name, kind): &(&str, &str)| format!("\n{base}phat-hanh/{name}\n  Content-Type: {kind}\n");
    LEDGER.iter().map(entry).collect()
}

fn nginx(base: &str) -> String {
    let types: String =
        TYPES.iter().map(|(ending, kind)| format!("        {kind} {ending};\n")).collect();
    let add = |cache: &str, indent: &str| {
        format!(
            "{indent}add_header Content-Security-Policy \"{POLICY}\" always;\n{indent}add_header X-Content-Type-Options nosniff always;\n{indent}add_header Referrer-Policy strict-origin-when-cross-origin always;\n{indent}add_header Cache-Control \"{cache}\";\n"
        )
    };
    let (all, assets, missing) =
        (located(base, ""), located(base, "tai-nguyen/"), located(base, "404.html"));
    let (ledger, tiles) = (located(base, "phat-hanh/"), located(base, "phat-hanh/tile/"));
    format!(
        "# Đặt trong khối server; thư mục của trang khai bằng root hoặc alias.\nlocation {all} {{\n    index index.html;\n    error_page 404 {missing};\n    charset utf-8;\n    charset_types text/css text/csv text/calendar text/javascript text/plain application/xml application/json application/ld+json;\n    gzip on;\n    gzip_types text/css text/csv text/calendar text/javascript text/plain application/xml application/json application/ld+json image/svg+xml;\n    types {{\n{types}    }}\n{}}}\nlocation {assets} {{\n    types {{\n{types}    }}\n{}}}\nlocation {ledger} {{\n    index index.html;\n    charset utf-8;\n    default_type text/plain;\n    types {{\n{types}    }}\n{}}}\nlocation {tiles} {{\n    default_type application/octet-stream;\n    types {{ }}\n{}}}\n",
        add(SHORT, "    "),
        add(FOR_EVER, "    "),
        add(SHORT, "    "),
        add(SHORT, "    "),
    )
}

/// A path as nginx compares it, decoded; between quotes where letters and signs of its own make that needed.
fn located(base: &str, rest: &str) -> String {
    let decoded = percent_decode_str(base).decode_utf8_lossy();
    let path = format!("{decoded}{rest}");
    let is_plain = path.chars().all(|c| c.is_ascii_alphanumeric() || "/-._~".contains(c));
    match is_plain {
        true => path,
        false => format!("\"{}\"", path.replace('\\', "\\\\").replace('"', "\\\"")),
    }
}

fn iis() -> String {
    let types: String = TYPES
        .iter()
        .map(|(ending, kind)| {
            format!(
                "      <remove fileExtension=\".{ending}\" />\n      <mimeMap fileExtension=\".{ending}\" mimeType=\"{kind}\" />\n"
            )
        })
        .collect();
    format!(
        r#"<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <system.webServer>
    <defaultDocument><files><clear /><add value="index.html" /></files></defaultDocument>
    <httpErrors errorMode="Custom"><remove statusCode="404" /><error statusCode="404" path="404.html" responseMode="File" /></httpErrors>
    <httpProtocol><customHeaders>
      <add name="Content-Security-Policy" value="{POLICY}" />
      <add name="X-Content-Type-Options" value="nosniff" />
      <add name="Referrer-Policy" value="strict-origin-when-cross-origin" />
    </customHeaders></httpProtocol>
    <staticContent>
{types}      <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="00:05:00" />
    </staticContent>
  </system.webServer>
  <location path="tai-nguyen"><system.webServer><staticContent>
    <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00" />
  </staticContent></system.webServer></location>
  <location path="phat-hanh"><system.webServer><staticContent>
    <mimeMap fileExtension="." mimeType="text/plain" />
  </staticContent></system.webServer></location>
  <location path="phat-hanh/tile"><system.webServer><staticContent>
    <remove fileExtension="." />
    <mimeMap fileExtension="." mimeType="application/octet-stream" />
  </staticContent></system.webServer></location>
</configuration>
"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nginx_compares_decoded_paths() {
        assert_eq!(located("/tien-do/", "404.html"), "/tien-do/404.html");
        assert_eq!(located("/ti%E1%BA%BFn%20%22/", ""), "\"/tiến \\\"/\"");
    }
}
