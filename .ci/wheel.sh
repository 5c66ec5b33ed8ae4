#!/usr/bin/env bash
# Prove the wheel: build it, install it in an environment of its own, and make a title in a folder far from the checkout.
# The editions must be the very bytes that the checkout makes of the same title.
set -euo pipefail
cd "$(dirname "$0")/.."
checkout=$PWD
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
unset PYTHONPATH

rm -rf dist
.venv/bin/python -m build --no-isolation --wheel --outdir dist >/dev/null
wheel=$(ls "$checkout"/dist/kanben-*.whl)
.venv/bin/python -m venv "$room/venv"
pip=("$room/venv/bin/python" -m pip --disable-pip-version-check --no-input)
"${pip[@]}" install -q --require-hashes --only-binary :all: --requirement requirements.lock
"${pip[@]}" install -q --no-index --no-deps "$wheel"
"${pip[@]}" check -q

cd "$room"
home=$(venv/bin/python -c 'from kanben.template_home import template_home; print(template_home())')
case $home in
  "$room"/venv/*) diff -rx __pycache__ "$checkout/templates" "$home" ;;
  *)
    printf 'the templates come from %s, not from the wheel\n' "$home" >&2
    exit 1
    ;;
esac

venv/bin/kanben new sample
venv/bin/kanben build sample --out by-wheel
"$checkout/.venv/bin/kanben" build sample --out by-checkout >/dev/null
for made in sample.pdf sample.epub web/index.html manifest.json; do
  [ -s "by-wheel/sample/$made" ] || { printf 'the wheel made no %s\n' "$made" >&2; exit 1; }
done
diff -r by-wheel by-checkout
printf '%s: made sample in three editions, as the checkout makes them\n' "$(basename "$wheel")"
