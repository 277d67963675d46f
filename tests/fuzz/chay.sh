#!/usr/bin/env bash
# Fuzzes one target: chay.sh TARGET [SECONDS]. Needs a nightly toolchain and cargo-fuzz.
# The seeds are the files of the golden and the broken sites, the words are the content's keys; files that sites
# publish are written here as what they hold, which src/packed.rs packs. SANITIZER=none builds and runs faster.
set -euo pipefail
cd "$(dirname "$0")"
target=$1
seconds=${2:-600}
seeds=seeds/$target
words=seeds/$target.dict
timeout=5
mkdir -p "$seeds" "corpus/$target"

tasks() { find ../sites ../problems ../../content -path '*/nhiem-vu/*.md' | sort; }
number=0
keep() { number=$((number + 1)); cat >"$seeds/$number"; }
# Behind a pipe `keep` would count for itself.
keep_text() { keep < <(printf "$1"); }

# Files of each kind that may be published, with what they may carry.
evidence() {
  local person='<x xmlns:dc="d"><dc:creator>Tran B</dc:creator><cp:lastModifiedBy/><Manager>C</Manager></x>'
  local types='=== [Content_Types].xml\n<Types/>\n=== _rels/.rels\n<r><R Target="docProps/thumbnail.jpeg"/><R Target="a"/></r>\n'
  local odf='ZIP\n=== mimetype\napplication/vnd.oasis.opendocument'
  local xmp='<dc:creator><rdf:Seq><rdf:li>Tran B</rdf:li></rdf:Seq></dc:creator>GPSLatitude'
  # Exif: who took the photo, which side is up, where.
  local exif='MM\0*\0\0\0\x08\0\x03\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\x01\x3b\0\x02\0\0\0\x04abc\0\x88\x25\0\x04\0\0\0\x01\0\0\0\x32\0\0\0\0\0\x01\0\x02\0\x05\0\0\0\x03\0\0\0\x44\0\0\0\0\0\0\0\x14\0\0\0\x01\0\0\0\x1e\0\0\0\x01\0\0\0\0\0\0\0\x01'
  local jfif='=== e0\nJFIF\0\x01\x01\0\0\x01\0\x01\0\0'
  keep_text "tep/a.docx\nZIP\n${types}=== word/document.xml\n<w:document><w:ins w:author=\"A\"><w:t>x</w:t></w:ins></w:document>\n=== docProps/core.xml\n$person"
  keep_text "tep/a.docx\nZIP\n${types}=== word/document.xml*\n<w:document><w:commentRangeStart/><w:t>x</w:t></w:document>\n=== word/comments.xml\n<w:comments><w:comment>x</w:comment></w:comments>\n=== docProps/thumbnail.jpeg\nx"
  keep_text "tep/a.docx\nZIP\n${types}=== word/document.xml\n<w:document/>\n=== _xmlsignatures/a.xml\n<x/>"
  keep_text "tep/a.xlsx\nZIP\n${types}=== xl/workbook.xml\n<w/>\n=== xl/comments1.xml\n<c><comment>x</comment></c>\n=== docProps/app.xml\n$person"
  keep_text "tep/a.pptx\nZIP\n${types}=== ppt/presentation.xml\n<p/>\n=== ppt/embeddings/a.bin\nx\n=== ppt/vbaProject.bin\nx"
  keep_text "tep/a.odt\n$odf.text\n=== content.xml\n<c><office:annotation><dc:creator>A</dc:creator></office:annotation></c>\n=== meta.xml\n$person"
  keep_text "tep/a.ods\n$odf.spreadsheet\n=== META-INF/manifest.xml\n<m><encryption-data/></m>\n=== Basic/a\nx"
  keep_text "tep/a.zip\nZIP\n=== a.txt*\nx"
  keep_text "tep/a.doc\nCFB\n=== WordDocument\nx\n=== ^SummaryInformation\n$(printf '\\0%.0s' {1..44})\x30\0\0\0\x20\0\0\0\x01\0\0\0\x04\0\0\0\x10\0\0\0\x1e\0\0\0\x08\0\0\0Tran B\0\0"
  keep_text "tep/a.xls\nCFB\n=== Workbook\nx\n=== Macros/\n\n=== _signatures\nx"
  keep_text "tep/a.docx\nCFB\n=== EncryptedPackage\nx"
  keep_text "tep/a.jpg\nJPEG\n$jfif\n=== e1\nExif\0\0$exif\n=== e1\nhttp://ns.adobe.com/xap/1.0/\0$xmp\n=== fe\nghi chu\n=== da\n\0"
  keep_text "tep/a.png\nPNG\n=== IHDR\n\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\n=== eXIf\n$exif\n=== tEXt\nAuthor\0Tran B\n=== iTXt\nXML:com.adobe.xmp\0\0\0\0\0$xmp\n=== IEND\n"
  keep_text "tep/a.webp\nRIFF\n=== WEBP\n\n=== VP8X\n\x08\0\0\0\0\0\0\0\0\0\n=== VP8 \nx\n=== EXIF\n$exif\n=== XMP \n$xmp"
  keep_text "tep/a.tif\n$exif"
  keep_text "tep/a.gif\nGIF89a\x01\0\x01\0\0\0\0;"
  local pdf='tep/a.pdf\nPDF\n=== 1\n<< /Type /Catalog /Pages 2 0 R /Metadata 6 0 R >>\n=== 2\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\n=== 3\n<< /Type /Page /Parent 2 0 R /Annots [4 0 R 7 0 R] /Thumb 7 0 R >>\n=== 4\n<< /Type /Annot /Subtype /Text /Rect [0 0 1 1] /T (Tran B) >>\n=== 5\n<< /Author (Tran B) /Title (Bao cao) >>\n'
  keep_text "$pdf=== 6\n<< /Type /Metadata /Subtype /XML /Length 78 >>\nstream\n$xmp\nendstream\n=== 7\n<< /Subtype /Link /Rect [0 0 1 1] /A << /S /JavaScript /JS (x) >> >>\n=== << /Size 8 /Root 1 0 R /Info 5 0 R >>\n"
  keep_text "$pdf=== << /Size 6 /Root 1 0 R /Info 5 0 R >>\n"
  keep_text "$pdf=== 8\n<< /ByteRange [0 1] /Contents (x) >>\n=== << /Size 9 /Root 1 0 R >>\n"
  keep_text 'tep/a.svg\n<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="x"><style>a{fill:url(#b)}</style><use x:href="#b"/><script/></svg>'
  keep_text 'tep/a.txt\nBi\xc3\xaan b\xe1\xba\xa3n\n'
  keep_text 'tep/a.csv\n\xff\xfeB\0'
  keep_text 'tep/a.mp3\nID3\x03\0\0\0\0\0\0'
}

# Templates: a slot, components, a page.
templates() {
  local file
  while read -r file; do keep <"$file"; done < <(find ../../themes ../problems -path '*/templates/*.html' -size -4k | sort)
  keep_text '{%% for r in rows | group_by(attribute="g") %%}{{ r | length }}{%% endfor %%}{{ <a.b x={1} y="z" /> }}\0{%% component a.b(x: number, y="c", ...rest) %%}{{ x + 1 }}{%% if y is defined and not false %%}{{ y | upper | safe }}{%% elif x > 1 %%}-{%% else %%}{{ <a.b x={x - 1} /> }}{%% endif %%}{%% endcomponent a.b %%}\0{%% extends "mac-dinh/page.html" %%}{%% block content %%}{{ super() }}{{ task.prose | prose }}{%% set a = [1, 2.5, "x"] %%}{%% set_global b %%}x{%% endset %%}{{ a[0] ~ b }}{%% endblock content %%}'
  keep_text '{%% for i in range(end=100000) %%}{%% for j in range(end=100000) %%}{{ i * j }}{%% endfor %%}{%% endfor %%}'
  keep_text '{%% include "own.html" %%}\0{%% include "slots/footer.html" %%}'
  keep_text '{%% raw %%}{{ a }}{%% endraw %%}{# b #}{{ frame.json_ld | json_ld }}{{ frame.title | replace(from="1", to="<") | truncate(length=3) }}{{ {"a": 1}.a }}{{ frame?.x?.y or 1 if true else 2 }}{%% filter upper %%}a{%% endfilter %%}'
  keep_text '<base href="//x"><form action="https://x"></form><img srcset="a 1x, https://x/b 2x" src="{{ asset(name="img/x.svg") }}"><iframe srcdoc="<p>"></iframe><style>@import "x"; a{b:url(//c)}</style><a ping="x" href="javascript:1" id="a" onclick="x">b</a><meta http-equiv="refresh" content="0;url=//x">'
}

tera() {
  printf '%s\n' '{{' '}}' '{%' '%}' '-%}' '{%-' '{#' '#}' for endfor in if elif else endif set set_global endset block endblock \
    extends include component endcomponent raw endraw filter endfilter break continue super and or not is true false none \
    range asset get_env throw now safe escape upper lower trim length reverse first last nth join split sort unique slice \
    group_by filter map concat replace round abs int float default json_encode truncate wordcount indent title capitalize \
    date prose json_ld readable keys values get pluralize as_str loop.index loop.last rows frame task '?.' '~' '**' '//' \
    '==' '...' '<a />' 'defined' 'iterable' 'starting_with' 'attribute=' 'end=' 'start=' 'step_by=' 'value=' '"own.html"' \
    '"slots/footer.html"' '"base.html"' '"page.html"' '__tera_context' '__step(bytes=1)' 'from=' 'to=' 'sep=' '[x for x in rows]' '[...rows]' '[1:]' 'set_global x = '
}

# Documents that readers of the import stumble over: archives as their parts.
trap_package() {
  local file part
  for file in ../import/traps/*."$1"; do
    keep < <(
      echo ZIP
      unzip -Z1 "$file" | while read -r part; do
        printf '=== %s\n' "$part"
        unzip -p "$file" "${part/[/\\[}"
        echo
      done
    )
  done
}

trap_file() {
  local file
  for file in ../import/traps/*."$1"; do
    [[ $file == */README.md ]] || keep <"$file"
  done
}

# Names of elements and attributes, and what they may be.
trap_words() {
  cat ../import/traps/make.py ../../src/import/read/*.rs ../../src/import/read/*/*.rs \
    | grep -oE '(w|mc|text|table|style|draw|fo|office|a|v|wps|m):[a-zA-Z-]+|[a-z-]+="[^"\\{}]{1,12}"|<[a-z]+' | LC_ALL=C grep -v '[^ -~]' | sort -u \
    | sed 's/\\/\\\\/g; s/"/\\"/g; s/.*/"&"/'
}

case $target in
  front_matter) while read -r file; do keep <"$file"; done < <(tasks) ;;
  plan_text) while read -r file; do keep <"$file"; done < <(find ../sites ../problems ../../content -name van-ban.md | sort) ;;
  event_log) while read -r file; do keep < <(awk '/^dien_bien:/ { on = 1; next } /^---|^[a-z]/ { on = 0 } on' "$file"); done < <(tasks) ;;
  markdown)
    while read -r file; do keep < <(awk 'fences > 1; /^---$/ { fences++ }' "$file"); done \
      < <(tasks; find ../sites ../problems ../../content -path '*/trang/*.md' | sort)
    ;;
  dates)
    while read -r value; do keep < <(printf '%s' "$value"); done \
      < <(grep -rhoE '(ngay[a-z_]*|tu|den|nguyen_van): "?[0-9QT][^"]{0,30}' ../sites ../../content --include='*.md' --include='*.yml' | sed 's/^[^:]*: "\?//' | sort -u)
    ;;
  evidence) evidence ;;
  writers)
    keep_text 'Trang “Công khai” & <b>\0=1+1\0- Đã lập\n\nsổ; a, b\\n\r\n@SUM(A1)\0’ ]]> &amp; _x000D_ "x"'
    keep_text '+84 237\0＝x\0\tx\0\xe2\x80\xa8x\xc2\xa0y'
    keep_text "'a\0''a\0 =x\0END:VCALENDAR\r\nBEGIN:VCALENDAR"
    keep_text '\xf0\x9f\x98\x80\0Sở Đồng Ruộng và Phát triển nông thôn tỉnh Lam Giang, cơ quan có tên dài hơn bảy mươi lăm byte\0x\0y'
    ;;
  base_url)
    while read -r value; do keep < <(printf '%s' "$value"); done \
      < <(grep -hoE '"[a-zA-Z]*:?//?[^" ]{1,60}"|"[^" ]+@[^" ]+"' ../../src/text/address.rs ../it/*.rs | tr -d '"' | sort -u)
    keep_text 'https://tỉnh.example:8443/tiến-độ/%%C4%%91/?a=b#c'
    ;;
  theme) timeout=20; templates ;;
  import_docx) trap_package docx; trap_package docm ;;
  import_odt) trap_package odt ;;
  import_xlsx) trap_package xlsx ;;
  import_html) trap_file html; trap_file doc ;;
  import_markdown) trap_file md ;;
  import_text) trap_file txt ;;
  *) echo "no such target: $target" >&2; exit 2 ;;
esac
case $target in
  evidence)
    printf '"%s"\n' '=== ' ZIP CFB PNG RIFF JPEG PDF eXIf tEXt iTXt 'Exif\x00\x00' 'http://ns.adobe.com/' '<dc:creator' '</dc:creator>' \
      '<rdf:li>' '</rdf:li>' GPSLatitude docProps/ word/ xl/ META-INF/ thumbnail '<!DOCTYPE [' '<![CDATA[' '/JS' '/Annots' \
      '/Encrypt' '/ObjStm' '/XRef' '/Prev ' '/FlateDecode' ' 0 R' stream endstream .docx .pdf .jpg .svg .odt .php con aux \
      '\xcc\x81' '\xe2\x80\xae' >"$words"
    ;;
  import_*) trap_words >"$words" ;;
  theme) tera | sed 's/\\/\\\\/g; s/"/\\"/g; s/.*/"&"/' >"$words" ;;
  base_url)
    printf '"%s"\n' http:// https:// xn-- %2e %2F %5C %25 %00 '[::1]' :443 :80 :0 @ .. /./ .html mailto: javascript: \
      '\xe3\x80\x82' '\xc3\x9f' '\xe2\x80\x8d' '\xef\xbc\x8f' '\xc2\xad' >"$words"
    ;;
  writers)
    printf '"%s"\n' '\x00' '\x0d\x0a' '\x0d' '\x09' '\xc2\xa0' '\xe2\x80\xa8' '\xe3\x80\x80' '\xef\xbb\xbf' '\xef\xbc\x9d' = + - @ "'" \
      '\\n' '\\' ';' ':' ',' '\"' ']]>' '&#13;' '&amp;' '<' '_x000D_' '_x005F_' BEGIN:VCALENDAR END:VEVENT VALUE=TEXT '\xf0\x9f\x98\x80' >"$words"
    ;;
  *) grep -oE 'pub [a-z_]+:' ../../src/parse/raw.rs | sed 's/pub \(.*\)/"\1"/' | sort -u >"$words" ;;
esac

export RAYON_NUM_THREADS=1
# A text that takes a second is a finding like a crash; 8 kB are much for one edit. A page may reach its limits, which
# takes a template some seconds more.
cargo +nightly fuzz run --release --fuzz-dir . --sanitizer "${SANITIZER:-address}" "$target" "corpus/$target" "$seeds" -- \
  -dict="$words" -max_total_time="$seconds" -max_len=8192 -timeout="$timeout" -rss_limit_mb=1024
