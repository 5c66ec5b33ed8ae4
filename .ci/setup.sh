#!/usr/bin/env bash
# Make the checkout ready: `setup.sh editions` for building titles, `setup.sh tests` for the tests and their checkers too.
# What is there already is left alone, so a second run takes a moment.
set -euo pipefail
cd "$(dirname "$0")/.."
. .ci/machine.sh

# A short name for all that .venv depends on: the pins, what the project asks for, and where the checkout lies.
venv_print() {
  { "$1" -c 'import tomllib
project = tomllib.load(open("pyproject.toml", "rb"))
print(project["build-system"], project["project"], project["tool"]["hatch"])'
    cat requirements.lock
    pwd
  } | cksum
}

stamped() { [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]; }

pip_install() { .venv/bin/python -m pip install -q --disable-pip-version-check --no-input --constraint requirements.lock "$@"; }

# The environment is made anew whenever the pins move: an upgraded one would keep what nobody asks for any more.
make_venv() { # the Python, the stamp's words
  say "making .venv with $("$1" --version)"
  rm -rf .venv
  "$1" -m venv .venv
  pip_install hatchling editables
  pip_install --no-build-isolation --editable .
  # pip does so for a wheel; where PYTHONDONTWRITEBYTECODE is set nobody else would
  .venv/bin/python -m compileall -q build
  # hatchling lays a copy of the templates beside the link to build/; the checkout's own are the living ones
  rm -rf .venv/lib/python3*/site-packages/kanben
  echo "$2" >.venv/kanben.editions
}

setup_editions() {
  local python print
  # shellcheck disable=SC2086
  need $FOR_EDITIONS
  python=$(find_python)
  print=$(venv_print "$python")
  stamped .venv/kanben.editions "$print" || make_venv "$python" "$print"
}

setup_tests() {
  local print
  setup_editions
  print=$(cat .venv/kanben.editions)
  # shellcheck disable=SC2086
  need $FOR_TESTS
  if ! stamped .venv/kanben.tests "$print"; then
    say "adding what the tests need to .venv"
    pip_install --no-build-isolation --editable '.[dev]'
    rm -rf .venv/lib/python3*/site-packages/kanben
    echo "$print" >.venv/kanben.tests
  fi
  print=$(cksum <tests/package-lock.json)
  if ! stamped tests/node_modules/kanben "$print"; then
    say "fetching the checkers that npm keeps"
    (cd tests && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error </dev/null)
    echo "$print" >tests/node_modules/kanben
  fi
}

case ${1:-} in
  editions) setup_editions ;;
  tests) setup_tests ;;
  *)
    say "usage: setup.sh editions|tests"
    exit 2
    ;;
esac
