// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "tensor/memory_blocks.h"
#include "tensor/tensor.h"

#include <QTest>

#include <cstdint>

using namespace convscope;

class TstMemoryBlocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { releaseIdleBlocks(); }
    void keepsALargeBlockForTheNext();
    void givesTheBlockFreedLast();
    void leavesSmallBlocksToTheSystem();
    void doesNotGiveAMuchLargerBlock();
    void forgetsBlocksNobodyTakes();
    void alignsEveryBlock();
    void marksComeBackWithWhatIsHeld();
    void marksGoWithOtherHands();
};

void TstMemoryBlocks::keepsALargeBlockForTheNext()
{
    const float *first = nullptr;
    {
        const auto block = allocateBlock(std::size_t{8} << 20);
        first = block.get();
        QCOMPARE(idleBlockBytes(), std::size_t{0});
    }
    QVERIFY(idleBlockBytes() >= std::size_t{8} << 20);
    const auto next = allocateBlock(std::size_t{8} << 20);
    QCOMPARE(next.get(), first);
    QCOMPARE(idleBlockBytes(), std::size_t{0});
}

void TstMemoryBlocks::givesTheBlockFreedLast()
{
    auto first = allocateBlock(std::size_t{8} << 20);
    auto second = allocateBlock(std::size_t{8} << 20);
    const float *const last = first.get();
    second.reset();
    first.reset();
    const auto next = allocateBlock(std::size_t{8} << 20);
    QCOMPARE(next.get(), last);
}

void TstMemoryBlocks::leavesSmallBlocksToTheSystem()
{
    allocateBlock(1000).reset();
    QCOMPARE(idleBlockBytes(), std::size_t{0});
}

void TstMemoryBlocks::doesNotGiveAMuchLargerBlock()
{
    allocateBlock(std::size_t{16} << 20).reset();
    const auto block = allocateBlock(std::size_t{4} << 20);
    QVERIFY(idleBlockBytes() >= std::size_t{16} << 20);
}

void TstMemoryBlocks::forgetsBlocksNobodyTakes()
{
    allocateBlock(std::size_t{16} << 20).reset();
    const auto before = idleBlockBytes();
    for (int i = 0; i < 70; ++i)
        allocateBlock(std::size_t{2} << 20).reset();
    QVERIFY(idleBlockBytes() < before);
}

void TstMemoryBlocks::alignsEveryBlock()
{
    for (const std::size_t bytes :
         {std::size_t{1}, std::size_t{1000}, std::size_t{1} << 20, (std::size_t{5} << 20) + 3}) {
        const auto block = allocateBlock(bytes);
        QCOMPARE(reinterpret_cast<std::uintptr_t>(block.get()) % 64, std::uintptr_t{0});
    }
}

void TstMemoryBlocks::marksComeBackWithWhatIsHeld()
{
    const std::size_t bytes = std::size_t{8} << 20;
    float *memory = nullptr;
    {
        const auto block = allocateBlock(bytes);
        memory = block.get();
        QCOMPARE(takeMark(memory), std::uint64_t{0});
        memory[7] = 42;
        markBlock(memory, 5);
        // It is still held.
        QCOMPARE(takeMark(memory), std::uint64_t{0});
        markBlock(memory, 6);
    }
    const auto again = allocateBlock(bytes);
    QCOMPARE(again.get(), memory);
    QCOMPARE(takeMark(memory), std::uint64_t{6});
    QCOMPARE(memory[7], 42.0F);
    QCOMPARE(takeMark(memory), std::uint64_t{0});
}

void TstMemoryBlocks::marksGoWithOtherHands()
{
    const std::size_t bytes = std::size_t{8} << 20;
    float *memory = nullptr;
    {
        const auto block = allocateBlock(bytes);
        memory = block.get();
        markBlock(memory, 5);
    }
    {
        // Somebody who does not ask writes to it.
        const auto other = allocateBlock(bytes);
        QCOMPARE(other.get(), memory);
        other[0] = 1;
    }
    {
        const auto again = allocateBlock(bytes);
        QCOMPARE(again.get(), memory);
        QCOMPARE(takeMark(memory), std::uint64_t{0});
        markBlock(memory, 7);
    }
    releaseIdleBlocks();
    const auto fresh = allocateBlock(bytes);
    QCOMPARE(takeMark(fresh.get()), std::uint64_t{0});
}

QTEST_APPLESS_MAIN(TstMemoryBlocks)
#include "tst_memory_blocks.moc"
