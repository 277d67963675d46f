//! Files of memory over HTTP, to this machine only.
//!
//! In: a bound port and the current [`Preview`]. Out: answers. Serves what is in the map of files and
//! nothing else: no path of a request ever reaches the disk.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher as _, Hasher as _};
use std::io;
use std::net::TcpListener;
use std::panic;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{RawQuery, Request, State};
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::stream;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use percent_encoding::percent_decode_str;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::{Semaphore, watch};
use tokio::task::{JoinError, JoinSet};
use tokio_io_timeout::TimeoutStream;

use super::preview::Preview;
use super::problem_page;
use super::reload::{self, Role, decorated, told};
use crate::hosting;
use crate::output::{Held, OutputPath};

/// How often it is asked whether to end.
const TICK: Duration = Duration::from_millis(50);

/// So long nobody is let in after the system had no descriptor for him.
const BREATH: Duration = Duration::from_millis(200);

/// Descriptors that a build and the watching of folders need.
const RESERVED: u64 = 20;

/// What a connection may cost.
#[derive(Clone, Copy, Debug)]
struct Limits {
    /// So long it may take from the end of an answer, or from its beginning, to a whole head of a request.
    head: Duration,
    /// So long whoever asked may take no byte of an answer.
    stall: Duration,
    /// How many there are at a time; more wait until one ends.
    connections: usize,
}

impl Limits {
    /// Those of a program that may have so many files open; none where there is no such limit.
    fn with(descriptors: Option<u64>) -> Self {
        let left = descriptors.map_or(u64::MAX, |limit| limit.saturating_sub(RESERVED));
        let connections = usize::try_from(left.clamp(2, 256)).expect("the number is small");
        Self { head: Duration::from_secs(30), stall: Duration::from_secs(30), connections }
    }

    /// Whether there are enough connections to let each wait for a second request.
    fn is_ample(self) -> bool {
        self.connections >= 16
    }
}

#[cfg(unix)]
fn descriptors() -> Option<u64> {
    rustix::process::getrlimit(rustix::process::Resource::Nofile).current
}

#[cfg(not(unix))]
fn descriptors() -> Option<u64> {
    None
}

#[derive(Clone)]
struct Shared {
    /// Tells this run of the program from an earlier one, whose tabs may still be open.
    session: Arc<str>,
    current: watch::Receiver<Arc<Preview>>,
}

impl Shared {
    fn preview(&self) -> Arc<Preview> {
        Arc::clone(&self.current.borrow())
    }
}

/// Serves until `ended` says so; connections are then cut.
pub(super) fn run(
    listener: TcpListener,
    current: watch::Receiver<Arc<Preview>>,
    ended: impl Fn() -> bool,
) -> io::Result<()> {
    let session = format!("{:016x}", RandomState::new().build_hasher().finish());
    let router = router(Shared { session: session.into(), current });
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build()?;
    runtime.block_on(async {
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let limits = Limits::with(descriptors());
        let slots = Arc::new(Semaphore::new(limits.connections));
        let mut connections = JoinSet::new();
        while !ended() {
            // A fault of our own ends the program, also where it befell a single connection.
            while let Some(done) = connections.try_join_next() {
                if let Some(panicked) = done.err().filter(JoinError::is_panic) {
                    panic::resume_unwind(panicked.into_panic());
                }
            }
            let Ok(slot) = Arc::clone(&slots).try_acquire_owned() else {
                tokio::time::sleep(TICK).await;
                continue;
            };
            match tokio::time::timeout(TICK, listener.accept()).await {
                Ok(Ok((stream, _))) => {
                    let answered = answer(stream, router.clone(), limits);
                    connections.spawn(async move {
                        answered.await;
                        drop(slot);
                    });
                }
                // Whoever came went away again.
                Ok(Err(error)) if is_of_one(&error) => {}
                // No descriptor is left: one will be, and whoever waits goes on waiting.
                Ok(Err(_)) => tokio::time::sleep(BREATH).await,
                Err(_) => {}
            }
        }
        Ok(())
    })
}

/// Whether the error is of the one connection that was about to begin.
fn is_of_one(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

/// Answers what is asked on one connection, as long as it gets on.
async fn answer(
    stream: impl AsyncRead + AsyncWrite + Send + 'static,
    router: Router,
    limits: Limits,
) {
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(limits.stall));
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(limits.head).keep_alive(limits.is_ample());
    let service = TowerToHyperService::new(router);
    // What goes wrong on one connection concerns no other, and whoever asked knows.
    drop(http.serve_connection(TokioIo::new(Box::pin(stream)), service).await);
}

fn router(shared: Shared) -> Router {
    let fixed = |text: &'static str, kind: &'static str| {
        get(move || async move { ([(header::CONTENT_TYPE, kind)], text) })
    };
    Router::new()
        .route("/__xem-thu/xem-thu.css", fixed(reload::STYLE, "text/css; charset=utf-8"))
        .route("/__xem-thu/xem-thu.js", fixed(reload::SCRIPT, "text/javascript; charset=utf-8"))
        .route("/__xem-thu/van-de.svg", fixed(reload::ICON, "image/svg+xml"))
        .route("/__xem-thu/van-de", get(problems))
        .route("/__xem-thu/su-kien", get(events))
        .fallback_service(get(file).with_state(shared.clone()))
        .with_state(shared)
        .layer(middleware::from_fn(guarded))
}

/// Lets in only who asks for this machine by name, and adds what every answer says.
///
/// A page of another site may lead its own name to 127.0.0.1 and read what is served there; its requests
/// still bear that name.
async fn guarded(request: Request, next: Next) -> Response {
    let mut response = if is_for_this_machine(&request) {
        next.run(request).await
    } else {
        let text = "Bản xem thử chỉ mở trên chính máy này, ở địa chỉ http://127.0.0.1 hoặc http://localhost.\n";
        (StatusCode::MISDIRECTED_REQUEST, text).into_response()
    };
    let always = [
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "strict-origin-when-cross-origin"),
        // Drafts are not for other sites, as a script or a picture either.
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    for (name, value) in always {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Whether a request names this machine, in its head and, where that holds one, in its address.
fn is_for_this_machine(request: &Request) -> bool {
    let named = request.headers().get(header::HOST).map(|host| host.to_str().unwrap_or_default());
    let written = request.uri().authority().map(Authority::as_str);
    let names: Vec<&str> = named.into_iter().chain(written).collect();
    !names.is_empty() && names.into_iter().all(is_this_machine)
}

fn is_this_machine(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|digit| digit.is_ascii_digit()) => name,
        _ => host,
    };
    name == "127.0.0.1" || name.eq_ignore_ascii_case("localhost")
}

async fn problems(State(shared): State<Shared>) -> Response {
    let preview = shared.preview();
    problem_answer(StatusCode::OK, &preview, &shared.session)
}

fn problem_answer(status: StatusCode, preview: &Preview, session: &str) -> Response {
    let page = problem_page::page(preview);
    html(status, decorated(page.as_bytes(), preview, session, &Role::Problems))
}

fn html(status: StatusCode, page: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CONTENT_SECURITY_POLICY, hosting::POLICY),
    ];
    (status, headers, page).into_response()
}

/// Tells a tab what it has not seen: at once what it missed, then every change.
async fn events(
    State(shared): State<Shared>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    // A browser that lost the connection says what it heard last; the page's own word is older.
    let last = headers.get("last-event-id").and_then(|id| id.to_str().ok());
    let seen = last.or_else(|| query.as_deref()?.strip_prefix("tu=")).unwrap_or_default();
    let seen = seen.split_once('.').filter(|(session, _)| **session == *shared.session);
    let seen: Option<u64> = seen.and_then(|(_, generation)| generation.parse().ok());
    let Shared { session, current } = shared;
    let stream = stream::unfold((current, seen), move |(mut current, seen)| {
        let session = Arc::clone(&session);
        async move {
            let preview = loop {
                let preview = Arc::clone(&current.borrow_and_update());
                if seen.is_none_or(|seen| seen < preview.generation) {
                    break preview;
                }
                current.changed().await.ok()?;
            };
            let generation = preview.generation;
            let event = match seen {
                Some(seen) => Event::default().event("doi").data(told(&preview, seen)),
                // A page of another run: nothing is known of what it shows.
                None => Event::default().event("tai-lai").data("{}"),
            };
            let event = event.id(format!("{session}.{generation}"));
            Some((Ok::<_, std::convert::Infallible>(event), (current, Some(generation))))
        }
    });
    Sse::new(stream).keep_alive(KeepAlive::default()).into_response()
}

async fn file(State(shared): State<Shared>, uri: Uri, headers: HeaderMap) -> Response {
    let preview = shared.preview();
    let session = &*shared.session;
    match found(&preview, uri.path()) {
        Found::File(path, bytes) if is_page(path) => {
            let role = Role::Page(&[path.as_str()]);
            html(StatusCode::OK, decorated(&bytes.bytes(), &preview, session, &role))
        }
        Found::File(path, bytes) => part_or_all(path, bytes.bytes().into(), &headers),
        Found::Elsewhere(address) => {
            (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, address)]).into_response()
        }
        Found::Nothing(_) if preview.site.files.is_empty() => {
            problem_answer(StatusCode::SERVICE_UNAVAILABLE, &preview, session)
        }
        Found::Nothing(wanted) => {
            let page = preview.site.files.iter().find(|(path, _)| path.as_str() == "404.html");
            let plain = || "<p>Địa chỉ này không có trên trang.</p>".as_bytes().to_vec();
            let page = page.map_or_else(plain, |(_, page)| page.bytes());
            let mut paths = vec!["404.html"];
            paths.extend(wanted.as_ref().map(OutputPath::as_str));
            let role = Role::Page(&paths);
            html(StatusCode::NOT_FOUND, decorated(&page, &preview, session, &role))
        }
    }
}

enum Found<'a> {
    File(&'a OutputPath, &'a Held),
    /// Another address.
    Elsewhere(String),
    /// No file, and the path that it would have.
    Nothing(Option<OutputPath>),
}

/// What the path of a request means, in a site below the preview's base path.
fn found<'a>(preview: &'a Preview, path: &str) -> Found<'a> {
    // Both without escapes, since a browser may write them in other ways than the site's owner.
    let base = &*percent_decode_str(&preview.base_path).decode_utf8_lossy();
    let Ok(decoded) = percent_decode_str(path).decode_utf8() else { return Found::Nothing(None) };
    let Some(name) = decoded.strip_prefix(base) else {
        let outside = decoded == "/" || decoded == base.trim_end_matches('/');
        return if outside {
            Found::Elsewhere(preview.base_path.clone())
        } else {
            Found::Nothing(None)
        };
    };
    let is_folder = name.is_empty() || name.ends_with('/');
    let name = if is_folder { format!("{name}index.html") } else { name.to_owned() };
    let Ok(wanted) = OutputPath::new(name.as_str()) else { return Found::Nothing(None) };
    if let Some((path, bytes)) = preview.site.files.get_key_value(&wanted) {
        return Found::File(path, bytes);
    }
    let index = OutputPath::new(format!("{name}/index.html"));
    if index.is_ok_and(|index| preview.site.files.contains_key(&index)) {
        return Found::Elsewhere(format!("{path}/"));
    }
    Found::Nothing(Some(wanted))
}

fn is_page(path: &OutputPath) -> bool {
    path.as_str().ends_with(".html")
}

/// The file, or the one range of it that was asked for.
fn part_or_all(path: &OutputPath, bytes: Bytes, headers: &HeaderMap) -> Response {
    let size = bytes.len() as u64;
    let kind = [(header::CONTENT_TYPE, media_type(path.as_str()))];
    let ranges = [(header::ACCEPT_RANGES, "bytes")];
    // With If-Range the whole is right, since the preview names no version of a file.
    let asked = headers.get(header::RANGE).filter(|_| !headers.contains_key(header::IF_RANGE));
    let asked =
        asked.and_then(|range| http_range_header::parse_range_header(range.to_str().ok()?).ok());
    let Some(asked) = asked else { return (kind, ranges, bytes).into_response() };
    match asked.validate(size).as_deref() {
        Ok([range]) => {
            let (start, end) = (*range.start(), *range.end());
            let place = [(header::CONTENT_RANGE, format!("bytes {start}-{end}/{size}"))];
            let index = |at: u64| usize::try_from(at).expect("the range lies within the bytes");
            let part = bytes.slice(index(start)..=index(end));
            (StatusCode::PARTIAL_CONTENT, kind, ranges, place, part).into_response()
        }
        // Several ranges: a server may send the whole.
        Ok(_) => (kind, ranges, bytes).into_response(),
        Err(_) => {
            let place = [(header::CONTENT_RANGE, format!("bytes */{size}"))];
            (StatusCode::RANGE_NOT_SATISFIABLE, place, Body::empty()).into_response()
        }
    }
}

/// The type that the site's servers are told to send, or what the ending commonly means.
fn media_type(path: &str) -> String {
    let ending = path.rsplit('/').next().and_then(|name| name.rsplit_once('.'));
    let known = ending.and_then(|(_, ending)| hosting::media_type(ending));
    let kind = known.map_or_else(
        || mime_guess::from_path(path).first_or_octet_stream().to_string(),
        str::to_owned,
    );
    let is_text = kind.starts_with("text/")
        || ["application/json", "application/ld+json", "application/xml"].contains(&kind.as_str());
    if is_text { format!("{kind}; charset=utf-8") } else { kind }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex};
    use tokio::time::Instant;

    use super::super::changes::History;
    use super::*;
    use crate::output::InMemory;

    const HEAD: &str = "GET /lon.bin HTTP/1.1\r\nHost: localhost\r\n";

    /// A server with one large file, and the end of a connection that a browser holds. Time passes as soon as all wait.
    fn check(test: impl AsyncFnOnce(DuplexStream), stays: Option<Duration>) {
        let runtime =
            tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build();
        runtime.unwrap().block_on(async {
            let path = OutputPath::new("lon.bin").unwrap();
            let mut site = InMemory::default();
            site.files.insert(path, Held::of(&[b'x'; 1_000_000]));
            let site = Arc::new(site);
            let preview = Preview {
                generation: 1,
                base_path: "/".to_owned(),
                site,
                trouble: None,
                history: History::default(),
                fresh: Default::default(),
            };
            let (_sender, current) = watch::channel(Arc::new(preview));
            let router = router(Shared { session: "phien".into(), current });
            let (browser, served) = duplex(4096);
            let start = Instant::now();
            let connection = tokio::spawn(answer(served, router, Limits::with(None)));
            test(browser).await;
            connection.await.unwrap();
            if let Some(stays) = stays {
                assert_eq!(start.elapsed().as_secs(), stays.as_secs());
            }
        });
    }

    async fn write(stream: &mut DuplexStream, text: &str) {
        // Whoever hung up tells it when he is read.
        let _ = stream.write_all(text.as_bytes()).await;
    }

    /// Reads until so many bytes came, or the end.
    async fn read(stream: &mut DuplexStream, most: usize) -> Vec<u8> {
        let mut all = Vec::new();
        while all.len() < most {
            let mut part = [0_u8; 1024];
            match stream.read(&mut part).await {
                Ok(0) | Err(_) => break,
                Ok(count) => all.extend_from_slice(&part[..count]),
            }
        }
        all
    }

    #[test]
    fn a_head_that_never_ends_is_not_waited_for() {
        let slow = async |mut browser: DuplexStream| {
            write(&mut browser, HEAD).await;
            // A line every second is no progress either.
            for _ in 0..300 {
                tokio::time::sleep(Duration::from_secs(1)).await;
                write(&mut browser, "X-A: b\r\n").await;
            }
            assert!(read(&mut browser, usize::MAX).await.len() < 1000);
        };
        check(slow, None);
        check(async |mut browser| drop(read(&mut browser, 1).await), Some(Duration::from_secs(30)));
    }

    #[test]
    fn an_answer_that_nobody_takes_is_given_up() {
        check(
            async |mut browser| {
                write(&mut browser, &format!("{HEAD}\r\n")).await;
                tokio::time::sleep(Duration::from_secs(3600)).await;
                // No more than what was on its way.
                assert!(read(&mut browser, usize::MAX).await.len() < 100_000);
            },
            None,
        );
    }

    #[test]
    fn who_takes_it_slowly_gets_all_of_it() {
        check(
            async |mut browser| {
                write(&mut browser, &format!("{HEAD}Connection: close\r\n\r\n")).await;
                let mut taken = 0;
                loop {
                    tokio::time::sleep(Duration::from_secs(10)).await;
                    match read(&mut browser, 1024).await.len() {
                        0 => break,
                        count => taken += count,
                    }
                }
                assert!(taken > 1_000_000, "only {taken} bytes came");
            },
            None,
        );
    }

    #[test]
    fn a_connection_that_asks_nothing_more_is_ended() {
        check(
            async |mut browser| {
                write(
                    &mut browser,
                    "GET /__xem-thu/xem-thu.css HTTP/1.1\r\nHost: localhost\r\n\r\n",
                )
                .await;
                assert!(read(&mut browser, usize::MAX).await.starts_with(b"HTTP/1.1 200"));
            },
            Some(Duration::from_secs(30)),
        );
    }

    #[test]
    fn a_body_that_never_comes_is_not_waited_for() {
        check(
            async |mut browser| {
                let head =
                    "POST /lon.bin HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\n";
                write(&mut browser, head).await;
                assert!(read(&mut browser, usize::MAX).await.starts_with(b"HTTP/1.1 405"));
            },
            None,
        );
    }

    #[test]
    fn few_descriptors_are_shared_with_the_build() {
        for (descriptors, expected, ample) in
            [(Some(8), 2, false), (Some(24), 4, false), (Some(64), 44, true), (None, 256, true)]
        {
            let limits = Limits::with(descriptors);
            assert_eq!((limits.connections, limits.is_ample()), (expected, ample));
        }
    }
}
