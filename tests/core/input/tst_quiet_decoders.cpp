// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/quiet_decoders.h"

#include <QTest>

#include <iostream>
#include <sstream>
#include <thread>

using namespace convscope;

class TstQuietDecoders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dropsWhatIsWrittenInThisThreadOnly();
};

void TstQuietDecoders::dropsWhatIsWrittenInThisThreadOnly()
{
    // The filter is put in front of what std::cerr writes to when the first is made.
    std::ostringstream seen;
    std::streambuf *const before = std::cerr.rdbuf(seen.rdbuf());
    {
        const QuietDecoders quiet;
        {
            const QuietDecoders nested;
            std::cerr << "from a decoder\n";
        }
        std::cerr << "still from a decoder " << 7 << '\n';
        std::thread([] { std::cerr << "from another thread\n"; }).join();
    }
    std::cerr << "afterwards\n";
    std::cerr.rdbuf(before);
    QCOMPARE(seen.str(), "from another thread\nafterwards\n");
}

QTEST_APPLESS_MAIN(TstQuietDecoders)
#include "tst_quiet_decoders.moc"
