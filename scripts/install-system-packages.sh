#!/usr/bin/env bash
# The editors that tests/editors drives, on Debian; as root.
set -euo pipefail

if ! command -v nvim >/dev/null || ! emacs --batch --eval "(require 'eglot)" 2>/dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends neovim emacs-nox elpa-eglot
fi
