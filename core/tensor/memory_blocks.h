// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

namespace convscope {

/// Memory for values, 64-byte aligned, not zeroed; null where the system gives none. Thread-safe.
/// Large blocks (1 MiB and more) go back to a small stock instead of the system: pages touched
/// before cost nothing, new ones cost about as much as computing what is written to them.
[[nodiscard]] std::shared_ptr<float[]> allocateBlock(std::size_t bytes);

/// Bytes that allocateBlock() takes for so many: large blocks end with a page.
[[nodiscard]] std::size_t blockBytes(std::size_t bytes);

/// Says what a large block holds from now on, by a number that is not 0: for those who make nearly
/// the same contents again and again. A block that is written to afterwards must not keep its mark.
void markBlock(const float *block, std::uint64_t mark);
/// The mark of a block that allocateBlock() has just given, where it still holds what it held when
/// it was marked: nobody had it since it came back. 0: it holds nothing known. To be asked before
/// the block is written to; asking takes the mark away.
[[nodiscard]] std::uint64_t takeMark(const float *block);

/// Bytes of blocks waiting for reuse: at most a quarter of the machine's memory, none of them
/// passed over by more than 64 large allocations.
[[nodiscard]] std::size_t idleBlockBytes();

/// From now on the calling thread leaves giving memory back to the system, which takes milliseconds
/// for large blocks, to the next other thread that allocates or releases one. For threads that must
/// answer at once.
void neverReleaseHere();

/// From now on new blocks take pages of ordinary size. While the system makes large ones, other
/// threads of the process can wait for a tenth of a second at their next page, a window's too.
void useOrdinaryPages();

/// Gives all waiting blocks back to the system.
void releaseIdleBlocks();

} // namespace convscope
