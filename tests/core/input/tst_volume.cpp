// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "core/input/written_files.h"
#include "support/test_paths.h"

#include "input/volume_sources.h"
#include "support/test_paths.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/videoio.hpp>

#include <QDir>
#include <QFile>
#include <QTest>

using namespace convscope;
using namespace Qt::StringLiterals;

class TstVolume : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAVideo();
    void readsTheFirstFrameForAModelOfPictures();
    void readsSoManyFramesAsAsked();
    void refusesABrokenVideo_data();
    void refusesABrokenVideo();
    void readsThePagesOfATiff();
    void readsOnePageForAModelOfPictures();
    void refusesATiffThatEndsEarly();
    void readsAFolderInNaturalOrder();
    void refusesAFolderThatIsNoVolume_data();
    void refusesAFolderThatIsNoVolume();
    void ordersNamesNaturally_data();
    void ordersNamesNaturally();

private:
    WrittenFiles m_files;
};

namespace {

QByteArray encoded(const char *ending, int rows, int columns, int level)
{
    std::vector<unsigned char> bytes;
    if (!cv::imencode(ending, cv::Mat(rows, columns, CV_8UC1, cv::Scalar(level)), bytes))
        qFatal("cannot encode %s", ending);
    return {reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())};
}

/// Motion JPEG in an AVI; frame i has the level 20 · i everywhere.
std::string writeVideo(const WrittenFiles &files, const QString &name, int frames)
{
    const std::string path = files.path(name);
    cv::VideoWriter writer(path, cv::CAP_OPENCV_MJPEG, cv::VideoWriter::fourcc('M', 'J', 'P', 'G'),
                           25, cv::Size(32, 16));
    if (!writer.isOpened())
        qFatal("cannot write a video");
    for (int i = 0; i < frames; ++i)
        writer.write(cv::Mat(16, 32, CV_8UC3, cv::Scalar::all(20 * i)));
    return path;
}

QByteArray pages()
{
    QFile file(QString::fromStdString(convscope::dataPath("input/pages.tif")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TstVolume::readsAVideo()
{
    const auto input = readInput(writeVideo(m_files, u"film ö.avi"_s, 5), {});
    QCOMPARE(failureOf(input), QString());
    QCOMPARE(input->tensor.extents(), (Extents{1, 5, 16, 32, 3}));
    QCOMPARE(input->title.text(), "film ö.avi, 5 frames");
    QVERIFY(input->notes.empty());
    const std::int64_t frame = 16 * 32 * 3;
    for (int i = 0; i < 5; ++i)
        QVERIFY(std::abs(input->tensor.data()[i * frame] * 255 - float(20 * i)) < 5);
}

void TstVolume::readsTheFirstFrameForAModelOfPictures()
{
    InputOptions options;
    options.spatialRank = 2;
    const auto input = readInput(writeVideo(m_files, u"two.avi"_s, 2), options);
    QCOMPARE(failureOf(input), QString());
    QCOMPARE(input->tensor.extents(), (Extents{1, 16, 32, 3}));
    QCOMPARE(notesOf(*input), u"the first frame of the video"_s);
}

void TstVolume::readsSoManyFramesAsAsked()
{
    InputOptions options;
    options.maxSlices = 3;
    const auto input = readInput(writeVideo(m_files, u"five.avi"_s, 5), options);
    QCOMPARE(failureOf(input), QString());
    QCOMPARE(input->tensor.extent(1), 3);
    QCOMPARE(notesOf(*input), u"the first 3 of 5 frames"_s);
}

void TstVolume::refusesABrokenVideo_data()
{
    QTest::addColumn<QByteArray>("content");
    QFile file(QString::fromStdString(writeVideo(m_files, u"whole.avi"_s, 3)));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    QTest::newRow("nothing but its first bytes") << whole.left(40);
    QTest::newRow("a header without frames") << whole.left(300);
    QTest::newRow("text") << QByteArray("this is no video, whatever its name says");
}

void TstVolume::refusesABrokenVideo()
{
    QFETCH(QByteArray, content);
    const auto input = readInput(m_files.write(u"broken.avi"_s, content), {});
    QVERIFY(!input);
    QCOMPARE(input.error().rule, "file");
    QVERIFY(failureOf(input).contains(u"broken.avi"_s));
}

void TstVolume::readsThePagesOfATiff()
{
    const auto input = readInput(m_files.write(u"Seiten ß.tif"_s, pages()), {});
    QCOMPARE(failureOf(input), QString());
    QCOMPARE(input->tensor.extents(), (Extents{1, 3, 4, 6, 1}));
    QCOMPARE(input->title.text(), "Seiten ß.tif, 3 pages");
    QCOMPARE(input->tensor.data()[0], 0.0F);
    QCOMPARE(input->tensor.data()[24], 0.2F);
    QCOMPARE(input->tensor.data()[48], 1.0F);

    InputOptions options;
    options.maxSlices = 2;
    const auto two = readInput(input->source, options);
    QVERIFY(two);
    QCOMPARE(two->tensor.extent(1), 2);
    QCOMPARE(notesOf(*two), u"the first 2 of 3 pages"_s);
}

void TstVolume::readsOnePageForAModelOfPictures()
{
    InputOptions options;
    options.spatialRank = 2;
    const auto input = readInput(m_files.write(u"pages.tif"_s, pages()), options);
    QCOMPARE(failureOf(input), QString());
    QCOMPARE(input->tensor.extents(), (Extents{1, 4, 6, 1}));
    QCOMPARE(notesOf(*input), u"the first of 3 pages"_s);
}

void TstVolume::refusesATiffThatEndsEarly()
{
    const QByteArray whole = pages().chopped(10); // the last ones are padding
    for (qsizetype length = 0; length < whole.size(); length += 9) {
        const auto input = readInput(m_files.write(u"cut.tif"_s, whole.left(length)), {});
        QVERIFY2(!input, qPrintable(QString::number(length)));
        QCOMPARE(input.error().rule, "file");
    }
}

void TstVolume::readsAFolderInNaturalOrder()
{
    for (const int i : {10, 2, 1})
        static_cast<void>(
            m_files.write(u"series/slice%1.png"_s.arg(i), encoded(".png", 4, 5, 20 * i)));
    static_cast<void>(m_files.write(u"series/notes.txt"_s, "not a picture"));
    static_cast<void>(m_files.write(u"series/.hidden.png"_s, encoded(".png", 9, 9, 1)));
    const auto input = readInput(m_files.path(u"series/"_s), {});
    QCOMPARE(failureOf(input), QString());
    QCOMPARE(input->tensor.extents(), (Extents{1, 3, 4, 5, 1}));
    QCOMPARE(input->title.text(), "series, 3 pictures");
    QCOMPARE(notesOf(*input), u"1 files that are no pictures passed over"_s);
    QCOMPARE(input->tensor.data()[0], 20 / 255.0F);
    QCOMPARE(input->tensor.data()[20], 40 / 255.0F);
    QCOMPARE(input->tensor.data()[40], 200 / 255.0F);

    InputOptions options;
    options.spatialRank = 2;
    const auto first = readInput(m_files.path(u"series"_s), options);
    QVERIFY(first);
    QCOMPARE(first->title.text(), "slice1.png");
    QVERIFY(notesOf(*first).contains(u"the first of 3 pictures"_s));
}

void TstVolume::refusesAFolderThatIsNoVolume_data()
{
    QTest::addColumn<QList<QByteArray>>("contents");
    QTest::addColumn<QString>("failure");
    using L = QList<QByteArray>;
    const QByteArray good = encoded(".png", 4, 5, 1);
    QTest::newRow("empty")
        << L{} << u"file: folder is a folder without pictures; its 0 files are of other kinds"_s;
    QTest::newRow("without pictures")
        << L{"a", "b"}
        << u"file: folder is a folder without pictures; its 2 files are of other kinds"_s;
    QTest::newRow("of two sizes")
        << L{good, encoded(".png", 6, 5, 1)}
        << u"input: folder: 1.png is 6 × 5 × 1 of 1-byte values, the first picture is 4 × 5 × 1 of "
           "1-byte values; a volume needs equal ones"_s;
    QTest::newRow("with a broken picture")
        << L{good, good.left(50)}
        << u"file: 1.png is a broken PNG file: it ends in the middle of its data"_s;
}

void TstVolume::refusesAFolderThatIsNoVolume()
{
    QFETCH(QList<QByteArray>, contents);
    QDir(QString::fromStdString(m_files.path(u"folder"_s))).removeRecursively();
    QVERIFY(QDir().mkpath(QString::fromStdString(m_files.path(u"folder"_s))));
    for (qsizetype i = 0; i < contents.size(); ++i)
        static_cast<void>(m_files.write(u"folder/%1.png"_s.arg(i), contents[i]));
    QTEST(failureOf(readInput(m_files.path(u"folder"_s), {})), "failure");
}

void TstVolume::ordersNamesNaturally_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::newRow("2 before 10") << QByteArray("a2") << QByteArray("a10");
    QTest::newRow("09 before 10") << QByteArray("09.png") << QByteArray("10.png");
    QTest::newRow("letters by their bytes") << QByteArray("a9") << QByteArray("b1");
    QTest::newRow("the shorter first") << QByteArray("a") << QByteArray("a1");
    QTest::newRow("later numbers decide") << QByteArray("s1_t9") << QByteArray("s1_t11");
    QTest::newRow("equal numbers in a fixed order") << QByteArray("a01") << QByteArray("a1");
}

void TstVolume::ordersNamesNaturally()
{
    QFETCH(QByteArray, left);
    QFETCH(QByteArray, right);
    QVERIFY(naturallyLess(left.toStdString(), right.toStdString()));
    QVERIFY(!naturallyLess(right.toStdString(), left.toStdString()));
    QVERIFY(!naturallyLess(left.toStdString(), left.toStdString()));
}

QTEST_APPLESS_MAIN(TstVolume)
#include "tst_volume.moc"
