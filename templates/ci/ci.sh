#!/bin/sh
# Checks, builds and packs a mini-program project, on any runner that has Python 3.11 or newer.
#
#   sh ci.sh [PROJECT]
#
# OUT               where everything goes (default: dist/ci)
# BASE              a folder with the archives to compare with, where there is one
# APP_VERSION       the app's version, where miniport.yaml is not to say it: that of a tag
# MINIPORT_PACKAGE  what pip installs: a wheel of your own (default: tools/miniport-*.whl, as `make wheel` makes it), or
#                   where an index has it miniport==1.2.0
# MINIPORT          a miniport that is there already; then nothing is installed
set -eu
project=${1:-.}
out=${OUT:-dist/ci}
venv=${VENV:-.miniport-venv}

if [ -z "${MINIPORT:-}" ]; then
	[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
	"$venv/bin/python" -m pip install --quiet --disable-pip-version-check ${MINIPORT_PACKAGE:-tools/miniport-*.whl}
	MINIPORT=$venv/bin/miniport
fi

set --
if [ -n "${APP_VERSION:-}" ]; then
	set -- "$@" --app-version "$APP_VERSION"
fi
for manifest in ${BASE:+"$BASE"/*.manifest.json}; do
	if [ -f "$manifest" ]; then
		set -- "$@" --since "$manifest"
	fi
done

exec "$MINIPORT" ci "$project" --out "$out" --force "$@"
