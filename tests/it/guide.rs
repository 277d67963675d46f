//! The examples of the editors' guide work.

use std::fs;

use congkhai::hosting;
use congkhai::model::Server;

use crate::support::{
    Files, SHIPPED, build, build_well, copy, expect_file, request, root, shipped, told,
};

/// A fenced example: the file it belongs to, the list it is added to, its text.
struct Example {
    file: String,
    list: Option<String>,
    text: String,
}

fn examples() -> Vec<Example> {
    let guide = fs::read_to_string(root().join("content/README.md")).unwrap();
    let mut examples = Vec::new();
    for block in guide.split("\n```").skip(1) {
        let Some((info, text)) = block.split_once('\n') else { continue };
        let value = |key: &str| {
            info.split_whitespace().find_map(|word| word.strip_prefix(key)).map(str::to_owned)
        };
        if let Some(file) = value("tep=") {
            examples.push(Example { file, list: value("them="), text: text.to_owned() });
        }
    }
    examples
}

#[test]
fn the_examples_of_the_guide_build() {
    let scene = tempfile::tempdir().unwrap();
    let content = scene.path().join("content");
    copy(&shipped(), &content);
    // The examples are of a site that has published for longer.
    let settings = content.join("trang.yml");
    let text = fs::read_to_string(&settings).unwrap();
    let kept = text.lines().filter(|line| !line.starts_with("cong_bo_tu:"));
    fs::write(&settings, kept.map(|line| format!("{line}\n")).collect::<String>()).unwrap();
    let examples = examples();
    assert!(examples.len() >= 8, "found {}", examples.len());
    for example in examples.iter().filter(|example| example.list.is_none()) {
        let path = content.join(&example.file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, format!("{}\n", example.text)).unwrap();
    }
    for example in &examples {
        if let Some(list) = &example.list {
            let path = content.join(&example.file);
            let text = fs::read_to_string(&path).unwrap_or_default();
            fs::write(path, added(&text, list, &example.text)).unwrap();
        }
    }
    let (outcome, _) = build(&request(&content, Some("2026-12-31")));
    assert!(outcome.complete, "{}", told(&outcome));
}

#[test]
fn the_guide_shows_the_settings_of_servers() {
    let path = root().join("content/README.md");
    let guide = fs::read_to_string(&path).unwrap();
    let (before, rest) = guide.split_once("<!-- may-chu -->\n").unwrap();
    let (_, after) = rest.split_once("<!-- het-may-chu -->").unwrap();
    let shown = [
        (Server::Headers, "Máy chủ đọc tệp `_headers`", "text"),
        (Server::Nginx, "nginx", "nginx"),
        (Server::Iis, "IIS (`web.config`)", "xml"),
    ];
    let shown = shown.map(|(server, name, language)| {
        format!("\n{name}:\n\n```{language}\n{}```\n", hosting::text(server, "/"))
    });
    let expected =
        format!("{before}<!-- may-chu -->\n{}\n<!-- het-may-chu -->{after}", shown.concat());
    expect_file(&path, &expected);
}

#[test]
fn files_for_servers_are_written_only_where_the_site_asks() {
    let scene = tempfile::tempdir().unwrap();
    let content = scene.path().join("content");
    copy(&shipped(), &content);
    let file = |files: &Files, name: &str| {
        files.iter().find(|(path, _)| path.as_str() == name).map(|(_, bytes)| bytes.clone())
    };
    let settings = content.join("trang.yml");
    let text = fs::read_to_string(&settings).unwrap();
    let address = "bao_sai_sot: \"mailto:tien-do@lam-giang.example\"";
    fs::write(&settings, format!("{text}may_chu: [headers, nginx, iis]\n{address}\n")).unwrap();
    let files = build_well(&request(&content, None));
    for (server, name) in
        [(Server::Headers, "_headers"), (Server::Nginx, "nginx.conf"), (Server::Iis, "web.config")]
    {
        assert_eq!(file(&files, name).unwrap(), hosting::text(server, "/").into_bytes());
        assert_eq!(file(&SHIPPED, name), None);
    }
    let page = String::from_utf8(file(&files, "thuat-ngu.html").unwrap()).unwrap();
    let link = "mailto:tien-do@lam-giang.example?subject=B%C3%A1o%20sai%20s%C3%B3t";
    assert!(page.contains(link), "{page}");
}

#[test]
fn pages_and_servers_state_one_policy() {
    let pages = SHIPPED.iter().filter(|(path, _)| path.as_str().ends_with(".html"));
    for (path, bytes) in pages {
        let page = String::from_utf8_lossy(bytes).replace("&#39;", "'");
        assert!(page.contains(hosting::POLICY), "{path}");
    }
}

/// The file with a fragment added to one of its lists, as an editor would.
fn added(text: &str, list: &str, fragment: &str) -> String {
    let head = format!("{list}:\n");
    let items = fragment.strip_prefix(&head).unwrap_or(fragment);
    let at = if text.starts_with(&head) {
        Some(0)
    } else {
        text.find(&format!("\n{head}")).map(|at| at + 1)
    };
    if let Some(at) = at {
        let start = at + head.len();
        let rest = &text[start..];
        let lines = rest
            .split_inclusive('\n')
            .take_while(|line| line.starts_with([' ', '-']) && !line.starts_with("---"));
        let end = start + lines.map(str::len).sum::<usize>();
        return format!("{}{}\n{}", &text[..end], items.trim_end(), &text[end..]);
    }
    if let Some(rest) = text.strip_prefix("---\n") {
        let (front, body) = rest.split_once("\n---").unwrap();
        return format!("---\n{front}\n{head}{}\n---{body}", items.trim_end());
    }
    format!("{text}{head}{}\n", items.trim_end())
}
