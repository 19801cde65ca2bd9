#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The ConvScope authors
# SPDX-License-Identifier: MIT
# Installs what is missing, builds, and runs every test without a display. Arguments go to ctest, e.g.
# tests/run.sh -R conv2d --output-on-failure
set -eu
source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$source_dir/app/setup.sh"

install_packages "$source_dir/app/packages.txt"
use_utf8
build_targets "$source_dir" all
export QT_QPA_PLATFORM=offscreen
exec ctest --test-dir "$source_dir/build/release" --output-on-failure --no-tests=error "$@"
