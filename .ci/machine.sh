# What a machine must have outside .venv, how to see whether it is there, and how to get it. Sourced by setup.sh.
# Everything is looked for by what it does, not by its package, so fonts or tools that came another way count.

FOR_EDITIONS="python pango harfbuzz-subset fontconfig serif sans kai rare cmyk"
FOR_TESTS="java node chromium atomic qpdf poppler ghostscript" # atomic: what Playwright's own Node links to on Linux

DISTRIBUTION=$(. /etc/os-release 2>/dev/null && echo "${ID:-}" || true)

say() { printf 'kanben: %s\n' "$*" >&2; }

# The first Python of at least 3.11 that can make environments; nothing when there is none.
find_python() {
  local name
  for name in "${PYTHON:-}" python3.13 python3.12 python3.11 python3 python3.14; do
    [ -n "$name" ] || continue
    "$name" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue
    command -v "$name"
    return
  done
}

has_library() {
  local folder
  if [ "$(uname)" = Darwin ]; then
    for folder in /opt/homebrew/lib /usr/local/lib; do
      [ -e "$folder/lib$1.dylib" ] && return
    done
    return 1
  fi
  # into a variable: grep -q would close the pipe early, which pipefail takes for a fault
  local known
  known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p)
  grep -q "lib$1\.so" <<<"$known"
}

has_font() { [ -n "$(fc-list ":family=$1" file 2>/dev/null)" ]; }

has_profile() { # where kanben.editions.press_profile looks
  local file
  for file in /usr/{local/,}share/color/icc/ghostscript/default_cmyk.icc \
    /{opt/homebrew,usr/local}/share/ghostscript/{,*/}iccprofiles/default_cmyk.icc; do
    [ -e "$file" ] && return
  done
  return 1
}

has_chromium() {
  local name
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null && return
  done
  [ -e "/Applications/Google Chrome.app" ] || [ -e /Applications/Chromium.app ]
}

has() {
  case $1 in
    python) [ -n "$(find_python)" ] ;;
    pango) has_library pango-1.0 && has_library pangoft2-1.0 ;;
    harfbuzz-subset) has_library harfbuzz-subset ;;
    fontconfig) command -v fc-list >/dev/null ;;
    serif) has_font "Noto Serif CJK SC" ;;
    sans) has_font "Noto Sans CJK SC" ;;
    kai) has_font "LXGW WenKai" ;;
    rare) [ "$(uname)" = Darwin ] || has_font "HanaMinB" ;; # Homebrew has it not; only rare characters need it
    cmyk) has_profile ;;
    java) java -version >/dev/null 2>&1 ;; # macOS has a java that only says where to get one
    node) command -v npm >/dev/null && command -v node >/dev/null ;;
    chromium) has_chromium ;;
    atomic) [ "$(uname)" = Darwin ] || has_library atomic ;;
    qpdf) command -v qpdf >/dev/null ;;
    poppler) command -v pdftotext >/dev/null ;;
    ghostscript) command -v gs >/dev/null ;;
  esac
}

apt_packages() {
  case $1 in
    python) echo python3 python3-venv ;;
    pango) echo libpango-1.0-0 libpangoft2-1.0-0 ;;
    harfbuzz-subset) echo libharfbuzz-subset0 ;;
    fontconfig) echo fontconfig ;;
    serif | sans) echo fonts-noto-cjk ;;
    kai) echo fonts-lxgw-wenkai ;;
    rare) echo fonts-hanazono ;;
    cmyk) echo ghostscript ;;
    java) echo default-jre-headless ;;
    node) echo nodejs npm ;;
    chromium) [ "$DISTRIBUTION" = ubuntu ] && echo chromium-browser || echo chromium ;; # Ubuntu's: not tried yet
    atomic) echo libatomic1 ;;
    qpdf) echo qpdf ;;
    poppler) echo poppler-utils ;;
    ghostscript) echo ghostscript ;;
  esac
}

brew_packages() {
  case $1 in
    python) echo python@3.13 ;;
    pango) echo pango ;;
    harfbuzz-subset) echo harfbuzz ;;
    fontconfig) echo fontconfig ;;
    serif) echo font-noto-serif-cjk-sc ;;
    sans) echo font-noto-sans-cjk-sc ;;
    kai) echo font-lxgw-wenkai ;;
    cmyk) echo ghostscript ;;
    java) echo temurin ;;
    node) echo node ;;
    chromium) echo google-chrome ;;
    qpdf) echo qpdf ;;
    poppler) echo poppler ;;
    ghostscript) echo ghostscript ;;
  esac
}

missing_of() {
  local what
  for what in "$@"; do has "$what" || echo "$what"; done
}

packages_for() { # apt|brew, then the needs
  local manager=$1 what
  shift
  for what in "$@"; do "${manager}_packages" "$what"; done | tr ' ' '\n' | sort -u | tr '\n' ' '
}

# May we be root? As root nothing is put before a command; with sudo we ask only where somebody can answer.
find_sudo() {
  if [ "$(id -u)" = 0 ]; then
    echo env
  elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || { [ -t 0 ] && sudo -v; }; }; then
    echo sudo
  fi
}

stop_with() {
  say "missing on this machine: $1"
  say "it may not be installed from here; type this, then run make again:"
  printf '    %s\n' "$2" >&2
  exit 3
}

install_by_apt() {
  local packages root
  packages=$(packages_for apt "$@")
  root=$(find_sudo)
  [ -n "$root" ] || stop_with "$*" "sudo apt-get update && sudo apt-get install -y $packages"
  say "installing by apt, which may take some minutes: $packages"
  # shellcheck disable=SC2086  # a list of words
  "$root" apt-get update -qq </dev/null >/dev/null &&
    "$root" env DEBIAN_FRONTEND=noninteractive \
      apt-get install -qqy --no-install-recommends $packages </dev/null >/dev/null
}

install_by_brew() { # not tried on a Mac yet
  local packages
  packages=$(packages_for brew "$@")
  say "installing by brew: $packages"
  # shellcheck disable=SC2086
  brew install $packages </dev/null
}

# Make sure that every need named is met; otherwise say what to type and stop.
need() {
  local missing
  missing=$(missing_of "$@")
  [ -n "$missing" ] || return 0
  # shellcheck disable=SC2086
  set -- $missing
  if command -v apt-get >/dev/null; then
    install_by_apt "$@" || stop_with "$*" "sudo apt-get install -y $(packages_for apt "$@")"
  elif command -v brew >/dev/null; then
    install_by_brew "$@" || stop_with "$*" "brew install $(packages_for brew "$@")"
  elif [ "$(uname)" = Darwin ]; then
    stop_with "$*" "brew install $(packages_for brew "$@")    # Homebrew first: https://brew.sh"
  else
    stop_with "$*" "your system's installer, for what Debian calls: $(packages_for apt "$@")"
  fi
  missing=$(missing_of "$@")
  # shellcheck disable=SC2086
  [ -z "$missing" ] || fail_after_install $missing
}

fail_after_install() {
  say "still missing after installing: $*"
  case " $* " in
    *" python "*) say "kanben needs Python 3.11 or newer; install one and say: make PYTHON=/path/to/python3.13" ;;
  esac
  exit 3
}
