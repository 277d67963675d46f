//! Five releases of a fictional province: what readers are told of each, page by page.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use congkhai::transparency::SigningKey;

use crate::support::{copy, expect_file, root, text_of};

const NAME: &str = "lam-giang.example/tien-do";

/// The words of a page's own part, every space one.
fn words(page: &Path) -> String {
    let html = fs::read_to_string(page).unwrap();
    let text = text_of(&html, "id=noi-dung", None);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn five_releases_tell_what_changed_and_why() {
    let scene = tempfile::tempdir().unwrap();
    let at = |path: &str| scene.path().join(path);
    let history = root().join("tests/histories/nam-ban");
    copy(&root().join("tests/problems/base/content"), &at("content"));
    // Always the same key, so that the same bytes come again.
    let key = SigningKey::from_seed(NAME, &[7; 32]).unwrap();
    let mut private = fs::OpenOptions::new();
    private.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        private.mode(0o600);
    }
    let mut file = private.open(at("khoa.pem")).unwrap();
    std::io::Write::write_all(&mut file, key.to_pem(None).as_bytes()).unwrap();
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_congkhai"));
        command.current_dir(scene.path()).args(arguments).stdin(Stdio::null());
        let output = command.env("CONGKHAI_KHOA", "khoa.pem").output().unwrap();
        let text = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert!(output.status.success(), "{arguments:?}: {text}");
        text
    };
    let mut named = String::new();
    for number in 1..=5 {
        copy(&history.join(number.to_string()), &at("content"));
        match number {
            1 => run(&["release", "--quiet", "--lan-dau", "--ten", NAME]),
            _ => {
                let site = at("content/trang.yml");
                let text = fs::read_to_string(&site).unwrap();
                fs::write(site, format!("{text}{named}")).unwrap();
                run(&["release", "--quiet"])
            }
        };
        if number == 1 {
            let text = fs::read_to_string(at("content/trang.yml")).unwrap();
            named = text[text.find("so_cong_bo").unwrap()..].to_owned();
        }
        fs::copy(at("output/phat-hanh/checkpoint"), at(&format!("luu-{number}"))).unwrap();
        for kept in 1..=number {
            run(&["verify", "output", "--da-luu", &format!("luu-{kept}")]);
        }
    }
    let expected = history.join("expected");
    for number in 1..=5 {
        let folder = at(&format!("output/phat-hanh/{number}"));
        let page = words(&folder.join("thay-doi.html")) + "\n";
        expect_file(&expected.join(format!("{number}.txt")), &page);
        let json = fs::read_to_string(folder.join("thay-doi.json")).unwrap();
        expect_file(&expected.join(format!("{number}.json")), &json);
    }
    let index = words(&at("output/phat-hanh/index.html"));
    let list = &index[..index.find("Giữ lại để đối chiếu").unwrap()];
    expect_file(&expected.join("index.txt"), &format!("{list}\n"));
    let told = run(&["diff", "1", "5"]);
    expect_file(&expected.join("diff-1-5.txt"), &told);
}
