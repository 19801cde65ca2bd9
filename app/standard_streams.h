// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

namespace convscope {

/// Before anything is opened: a closed stdin, stdout or stderr becomes one that cannot be read or
/// written, so that no file gets its number and is written into by whoever prints. A file that
/// outgrows the limit of its size makes writing fail in place of ending the program. Decoders of
/// videos are told to print nothing.
void openStandardStreams();

/// The exit status of a program that would end with `status`: 2, with a message, where what was
/// printed could not be written. A reader that closed a pipe early is no failure.
[[nodiscard]] int statusAfterOutput(int status);

} // namespace convscope
