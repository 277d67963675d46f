#!/bin/sh
# Installs what the browser tests need, by name: a browser, Node, Java for the HTML validator,
# fonts with Vietnamese letters (Liberation stands for Times New Roman on paper), and the
# packages of package-lock.json. For Debian and Ubuntu; run as root or with sudo.
set -eu
cd "$(dirname "$0")"

wanted="default-jre-headless fonts-dejavu-core fonts-liberation poppler-utils"
command -v chromium >/dev/null 2>&1 || [ -n "${CONGKHAI_CHROMIUM:-}" ] || wanted="$wanted chromium"
command -v node >/dev/null 2>&1 || wanted="$wanted nodejs"
command -v npm >/dev/null 2>&1 || wanted="$wanted npm"

missing=""
for package in $wanted; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $package"
done
if [ -n "$missing" ]; then
  root=""
  [ "$(id -u)" -eq 0 ] || root="sudo"
  $root apt-get update -qq
  # shellcheck disable=SC2086 # a list of names
  $root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing
fi

npm ci --ignore-scripts --no-audit --no-fund
