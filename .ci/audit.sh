#!/usr/bin/env bash
# Ask the registries which of the locked versions have known vulnerabilities. Fails where one has, or where nobody could tell.
set -euo pipefail
cd "$(dirname "$0")/.."
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
"${PYTHON:-python3}" -m venv "$room/venv"
"$room/venv/bin/python" -m pip install -q --disable-pip-version-check --no-input --only-binary :all: pip-audit==2.10.1
"$room/venv/bin/pip-audit" --strict --disable-pip --require-hashes \
  --requirement requirements.lock --requirement tests/requirements.lock
cd tests
npm audit --omit=optional
