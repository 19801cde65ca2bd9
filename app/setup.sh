# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The ConvScope authors
# SPDX-License-Identifier: MIT
# Sourced by app/run.sh and tests/run.sh: what both need before they can start a program of the project.
# Everything it says goes to stderr, so that the program's own output stays clean.

# install_packages LIST: installs those packages of a list file that are missing; without network where
# none is.
install_packages()
{
    local wanted present missing
    wanted=$(sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$1" | sort)
    present=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' 2>/dev/null |
        sed -n 's/^installed //p' | sort -u)
    missing=$(comm -23 <(echo "$wanted") <(echo "$present") | tr '\n' ' ')
    [ -n "${missing// /}" ] || return 0

    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "ConvScope needs these Debian packages: $missing" >&2
            echo "There is no sudo here: as root, run  apt-get install --no-install-recommends $missing" >&2
            return 1
        fi
        as_root=(sudo)
    fi
    echo "Installing from Debian's packages: $missing" >&2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q update >&2
    # shellcheck disable=SC2086 # a list of words
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get -q install -y --no-install-recommends $missing >&2
}

# build_targets SOURCE TARGET…: configures the release preset where that was not done, then builds; says
# nothing where everything is up to date.
build_targets()
{
    local source=$1 build=$1/build/release
    shift
    if [ ! -f "$build/build.ninja" ]; then
        echo "Configuring in $build" >&2
        (cd "$source" && cmake --preset release) >&2
    fi
    case "$(ninja -C "$build" -n "$@")" in
    *"no work to do"*) return 0 ;;
    esac
    ninja -C "$build" "$@" >&2
}

# use_utf8: file names and messages are UTF-8; a bare system has no locale set.
use_utf8()
{
    case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
    *[Uu][Tt][Ff]8 | *[Uu][Tt][Ff]-8) ;;
    *) export LC_ALL=C.UTF-8 ;;
    esac
}
