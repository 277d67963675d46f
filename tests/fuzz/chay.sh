#!/usr/bin/env bash
# Fuzzes one target: chay.sh TARGET [SECONDS]. Needs a nightly toolchain and cargo-fuzz.
# The seeds are the files of the golden and the broken sites, the words are the content's keys.
set -euo pipefail
cd "$(dirname "$0")"
target=$1
seconds=${2:-600}
seeds=seeds/$target
mkdir -p "$seeds" "corpus/$target"

tasks() { find ../sites ../problems ../../content -path '*/nhiem-vu/*.md' | sort; }
number=0
keep() { number=$((number + 1)); cat >"$seeds/$number"; }

case $target in
  front_matter) while read -r file; do keep <"$file"; done < <(tasks) ;;
  plan_text) while read -r file; do keep <"$file"; done < <(find ../sites ../problems ../../content -name van-ban.md | sort) ;;
  event_log) while read -r file; do awk '/^dien_bien:/ { on = 1; next } /^---|^[a-z]/ { on = 0 } on' "$file" | keep; done < <(tasks) ;;
  markdown)
    while read -r file; do awk 'fences > 1; /^---$/ { fences++ }' "$file" | keep; done \
      < <(tasks; find ../sites ../problems ../../content -path '*/trang/*.md' | sort)
    ;;
  dates)
    while read -r value; do printf '%s' "$value" | keep; done \
      < <(grep -rhoE '(ngay[a-z_]*|tu|den|nguyen_van): "?[0-9QT][^"]{0,30}' ../sites ../../content --include='*.md' --include='*.yml' | sed 's/^[^:]*: "\?//' | sort -u)
    ;;
  *) echo "no such target: $target" >&2; exit 2 ;;
esac
grep -oE 'pub [a-z_]+:' ../../src/parse/raw.rs | sed 's/pub \(.*\)/"\1"/' | sort -u >keys.dict

export RAYON_NUM_THREADS=1
# A text that takes a second is a finding like a crash; 8 kB are much for one edit.
cargo +nightly fuzz run --fuzz-dir . "$target" "corpus/$target" "$seeds" -- \
  -dict=keys.dict -max_total_time="$seconds" -max_len=8192 -timeout=5 -rss_limit_mb=1024
