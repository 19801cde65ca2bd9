#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The ConvScope authors
# SPDX-License-Identifier: MIT
# Installs what is missing, builds, and runs ConvScope with the arguments given. The second time it starts
# at once. Without a display and without arguments: the bundled stack on the bundled photo, as pictures.
set -eu
source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$source_dir/app/setup.sh"

install_packages "$source_dir/app/packages.txt"
use_utf8
build_targets "$source_dir" convscope
convscope=$source_dir/build/release/app/convscope

if [ $# -gt 0 ] || [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; then
    exec "$convscope" "$@"
fi

pictures=$source_dir/build/pictures
mkdir -p "$pictures"
echo "No display: running the bundled stack on the bundled photo." >&2
"$convscope" run "$source_dir/resources/stacks/first_look.npz" \
    --input "$source_dir/resources/samples/chelsea.png" --maps "$pictures/maps"
"$convscope" picture explore --output "$pictures/explore.png"
echo "Feature maps of every layer: $pictures/maps"
echo "The window:                  $pictures/explore.png"
echo "With a display, app/run.sh opens the window; app/run.sh --help lists what else there is."
