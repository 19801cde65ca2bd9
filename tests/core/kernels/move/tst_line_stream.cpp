// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/move/line_stream.h"

#include "kernels/parallel.h"

#include <QTest>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

using namespace convscope;

class TstLineStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesWhatItIsGiven_data();
    void writesWhatItIsGiven();
};

void TstLineStream::writesWhatItIsGiven_data()
{
    QTest::addColumn<int>("start");
    QTest::addColumn<QVector<int>>("parts");
    using V = QVector<int>;
    for (const int start : {0, 1, 5, 15}) {
        QTest::addRow("whole lines, %d values past one", start) << start << V{16, 32, 64};
        QTest::addRow("odd parts, %d values past a line", start) << start << V{3, 50, 1, 17, 40};
        QTest::addRow("parts below a line, %d values past one", start) << start << V{1, 2, 3, 4};
        QTest::addRow("no values, %d values past a line", start) << start << V{0, 0};
    }
}

void TstLineStream::writesWhatItIsGiven()
{
    QFETCH(int, start);
    QFETCH(QVector<int>, parts);
    const int total = std::accumulate(parts.begin(), parts.end(), 0);
    for (const bool streaming : {false, true}) {
        std::vector<float> memory(std::size_t(total) + 80, -1.0F);
        const auto past = reinterpret_cast<std::uintptr_t>(memory.data()) / 4 % 16;
        float *line = memory.data() + (16 - past) % 16;
        const bool done = parallelFor(1, {}, [&](std::int64_t) {
            float *scratch = threadScratch(LineStream::scratchFor(64));
            LineStream stream(line + start, scratch, streaming);
            int value = 0;
            for (const int part : parts) {
                float *room = stream.room();
                for (int i = 0; i < part; ++i)
                    room[i] = static_cast<float>(value++);
                stream.add(part, streaming ? line : nullptr);
            }
            stream.finish();
        });
        QVERIFY(done);
        for (int i = 0; i < total; ++i)
            QCOMPARE(line[start + i], static_cast<float>(i));
        QVERIFY(std::all_of(memory.data(), line + start, [](float x) { return x == -1.0F; }));
        QVERIFY(std::all_of(line + start + total, memory.data() + memory.size(),
                            [](float x) { return x == -1.0F; }));
    }
}

QTEST_APPLESS_MAIN(TstLineStream)
#include "tst_line_stream.moc"
