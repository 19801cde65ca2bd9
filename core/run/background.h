// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

namespace convscope {

/// Lets other threads of the program go first: the calling thread, and from then on the threads
/// that share its parallel work. A window calls it on the threads that compute, so that it answers
/// while they keep every core busy. Once per thread is enough, more calls cost nothing.
void computeInBackground();

/// Runs `work` here; other threads leave less urgent parallel work to share it.
void computeFirst(const std::function<void()> &work);

/// Makes `count` threads at once and lets them go: how many the system gave. Below a limit of
/// processes or of the address space it gives fewer, at which libraries would end the program.
[[nodiscard]] int threadsToBeHad(int count);

/// Runs `work` with its parallel loops on this thread alone: planned and computed as on a machine
/// of one core.
void computeAlone(const std::function<void()> &work);

} // namespace convscope
