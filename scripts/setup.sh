#!/bin/sh
# Make sure that this machine has what miniport is built and tested with.
#   scripts/setup.sh build    Python >= 3.11 with venv, Node >= 18 with npm
#   scripts/setup.sh test     the same, Chromium and a font with Chinese characters
# Installs Debian packages as root; as anybody else prints the one line to run and stops.
set -eu

python=${PYTHON:-python3}
want=""

has() { command -v "$1" >/dev/null 2>&1; }
node_is_new() { has node && node -e 'process.exit(parseInt(process.versions.node) >= 18 ? 0 : 1)'; }

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || want="$want python3"
"$python" -c 'import ensurepip, venv' 2>/dev/null || want="$want python3-venv"
node_is_new || want="$want nodejs"
has npm || want="$want npm"
if [ "${1:-build}" = test ]; then
    has chromium || has chromium-browser || has google-chrome || want="$want chromium"
    # The browser's driver is a program of its own that a small system cannot start without it.
    if [ -x /sbin/ldconfig ] && ! /sbin/ldconfig -p | grep -q libatomic.so.1; then
        want="$want libatomic1"
    fi
    if ! has fc-list || [ -z "$(fc-list :lang=zh family)" ]; then
        want="$want fontconfig fonts-noto-cjk"
    fi
fi

if [ -n "$want" ]; then
    if ! has apt-get; then
        echo "missing:$want; install them with your system's package manager" >&2
        exit 2
    fi
    if [ "$(id -u)" -ne 0 ]; then
        echo "missing:$want; run this line, then make again:" >&2
        echo "    sudo apt-get update && sudo apt-get install -y --no-install-recommends$want" >&2
        exit 2
    fi
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    # shellcheck disable=SC2086 # a list of words
    apt-get install -y -qq --no-install-recommends $want >/dev/null
fi

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "$python is older than 3.11; run: make PYTHON=/path/to/python3.11" >&2
    exit 2
}
node_is_new || {
    echo "Node.js is older than 18; install a newer one and run make again" >&2
    exit 2
}
