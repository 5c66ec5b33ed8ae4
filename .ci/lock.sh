#!/usr/bin/env bash
# Write the locks anew: the exact version of all that is installed, and the digests of its files for every system; no addresses.
# requirements.lock is what kanben and its wheel need, tests/requirements.lock what the tests add to it.
# A version stays where it still fits what pyproject.toml asks for; `--upgrade` takes the newest of everything.
set -euo pipefail
cd "$(dirname "$0")/.."
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
"${PYTHON:-python3.11}" -m venv "$room/venv"
"$room/venv/bin/python" -m pip install -q --disable-pip-version-check --no-input --only-binary :all: uv==0.13.9
{
  sed -n 's/^requires = \["\(.*\)"\]/\1/p' pyproject.toml
  echo editables # hatchling wants it for the checkout alone
} >"$room/wheel.in"
upgrade=${1:-}

compile() { # the lock, then what is asked of it
  local lock=$1
  shift
  "$room/venv/bin/uv" pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate \
    --custom-compile-command "make lock" --output-file "$lock" ${upgrade:+"$upgrade"} "$@" pyproject.toml "$room/wheel.in"
}

compile requirements.lock
# shellcheck disable=SC2046  # a list of words
compile tests/requirements.lock --extra dev --constraint requirements.lock \
  $(sed -n 's/^\([a-z0-9.-]*\)==.*/--no-emit-package \1/p' requirements.lock)
