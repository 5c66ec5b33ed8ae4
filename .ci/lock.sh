#!/usr/bin/env bash
# Write requirements.lock anew: exact versions of all that kanben and its tests install, without addresses.
# pyproject.toml pins what we name ourselves; this adds what those bring along. Made with the oldest Python we support.
set -euo pipefail
cd "$(dirname "$0")/.."
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
"${PYTHON:-python3.11}" -m venv "$room/venv"
pip=("$room/venv/bin/python" -m pip --disable-pip-version-check --no-input)
"${pip[@]}" install -q "$(sed -n 's/^requires = \["\(.*\)"\]/\1/p' pyproject.toml)" editables
"${pip[@]}" install -q --no-build-isolation '.[dev]'
{
  echo "# Made by 'make lock': every version that kanben, its tests and its wheel install."
  "${pip[@]}" freeze --exclude kanben --exclude pip --exclude setuptools
} >requirements.lock
