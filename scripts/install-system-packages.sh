#!/usr/bin/env bash
# What the tests need besides Python, Node and npm, from Debian and as root: all of it, or the parts that are named.
#
#     scripts/install-system-packages.sh [editors] [chromium] [code-server]
set -euo pipefail

declare -A packages=(
    [editors]="neovim emacs-nox elpa-eglot"  # which tests/editors drives
    [chromium]="chromium fonts-liberation"   # which opens pages
    [code-server]="build-essential ripgrep"  # what its native parts are built with, and the search that it starts
)

is_there() {
    case $1 in
        editors) command -v nvim && emacs --batch --eval "(require 'eglot)" ;;
        chromium) command -v chromium || command -v chromium-browser || command -v google-chrome-stable || command -v google-chrome ;;
        code-server) command -v make && command -v g++ && command -v rg ;;
    esac >/dev/null 2>&1
}

missing_packages() {
    for part in "$@"; do
        is_there "$part" || echo "${packages[$part]}"
    done
}

[ $# -gt 0 ] || set -- "${!packages[@]}"
[ -n "$(missing_packages "$@")" ] || exit 0
if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
    echo "the tests need these packages, as Debian calls them: $(missing_packages "$@" | xargs)" >&2
    exit 1
fi
exec 9>/run/boundary-system-packages.lock
flock 9  # several test processes may want the same
missing=$(missing_packages "$@" | xargs)
[ -n "$missing" ] || exit 0
apt-get update -qq
# shellcheck disable=SC2086  # several words
DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 install -y -qq --no-install-recommends $missing
