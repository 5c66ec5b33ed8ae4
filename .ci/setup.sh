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
    cat requirements.lock tests/requirements.lock
    pwd
  } | cksum
}

stamped() { [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]; }

pip() { .venv/bin/python -m pip --disable-pip-version-check --no-input "$@"; }

# Each file is held to its digest in the locks, and none may run code to be installed.
install_locked() { pip install -q --require-hashes --only-binary :all: "${@/#/--requirement=}"; }

# The checkout itself, which asks nothing more of a registry.
install_kanben() {
  pip install -q --no-index --no-deps --no-build-isolation --editable .
  pip check -q
  # hatchling lays a copy of the templates beside the link to build/; the checkout's own are the living ones
  rm -rf .venv/lib/python3*/site-packages/kanben
}

# The environment is made anew whenever the pins move: an upgraded one would keep what nobody asks for any more.
make_venv() { # the Python, the stamp's words
  say "making .venv with $("$1" --version)"
  rm -rf .venv
  "$1" -m venv .venv
  install_locked requirements.lock
  install_kanben
  # pip does so for a wheel; where PYTHONDONTWRITEBYTECODE is set nobody else would
  .venv/bin/python -m compileall -q build
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
    install_locked requirements.lock tests/requirements.lock
    install_kanben
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
