// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "core/input/written_files.h"
#include "support/test_paths.h"

#include "input/picture_header.h"
#include "support/test_paths.h"

#include <opencv2/imgcodecs.hpp>

#include <QFile>
#include <QTest>

using namespace convscope;
using namespace Qt::StringLiterals;

class TstPicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKindOfPixel_data();
    void readsEveryKindOfPixel();
    void scalesAsAsked_data();
    void scalesAsAsked();
    void keepsAlphaWhenAsked();
    void readsFilesOfOtherProgramsAsTheyAre_data();
    void readsFilesOfOtherProgramsAsTheyAre();
    void readsASampleFromANonAsciiPath();
    void readsARowAsASequence();
    void refusesARowOutside();
    void readsAPictureAsOneSlice();
    void turnsUprightAsExifSays_data();
    void turnsUprightAsExifSays();
    void refusesWhatIsBroken_data();
    void refusesWhatIsBroken();
    void refusesEveryCutOfAFile_data();
    void refusesEveryCutOfAFile();
    void refusesAPictureThatMemoryCannotHold();
    void readsHeadersWithoutDecoding_data();
    void readsHeadersWithoutDecoding();

private:
    WrittenFiles m_files;
};

namespace {

QByteArray encoded(const char *ending, const cv::Mat &pixels)
{
    std::vector<unsigned char> bytes;
    if (!cv::imencode(ending, pixels, bytes))
        qFatal("cannot encode %s", ending);
    return {reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())};
}

/// Rows of a picture in OpenCV's order, 2 × 3, every value different.
template <class Stored>
cv::Mat counting(int channels, int step)
{
    cv::Mat pixels(2, 3, CV_MAKETYPE(cv::DataType<Stored>::depth, channels));
    Stored value = 0;
    for (int row = 0; row < 2; ++row)
        for (int i = 0; i < 3 * channels; ++i, value = Stored(value + Stored(step)))
            pixels.ptr<Stored>(row)[i] = value;
    return pixels;
}

template <class Stored>
cv::Mat plain(int channels)
{
    return {64, 96, CV_MAKETYPE(cv::DataType<Stored>::depth, channels), cv::Scalar::all(1)};
}

std::span<const unsigned char> asBytes(const QByteArray &content)
{
    return {reinterpret_cast<const unsigned char *>(content.constData()),
            std::size_t(content.size())};
}

Result<Input> decode(const QByteArray &content, const InputOptions &options = {})
{
    return decodePicture(asBytes(content), "test", options);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A JPEG with an EXIF segment that holds nothing but this orientation.
QByteArray withOrientation(const QByteArray &jpeg, int orientation)
{
    QByteArray exif("\xFF\xE1\x00\x22"
                    "Exif\0\0"
                    "MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0",
                    36);
    exif[29] = char(orientation);
    return jpeg.left(2) + exif + jpeg.mid(2);
}

} // namespace

void TstPicture::readsEveryKindOfPixel_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<qint64>("channels");
    // Of the first and the second value in the order red, green, blue.
    QTest::addColumn<float>("first");
    QTest::addColumn<float>("second");
    QTest::addColumn<QString>("scaling");
    QTest::addColumn<QString>("notes");
    const QString unit = u"0 to 1"_s;
    QTest::newRow("8-bit grey PNG") << encoded(".png", counting<uchar>(1, 10)) << qint64{1} << 0.0F
                                    << 10 / 255.0F << unit << QString();
    QTest::newRow("8-bit colour PNG: blue, green, red become red, green, blue")
        << encoded(".png", counting<uchar>(3, 10)) << qint64{3} << 20 / 255.0F << 10 / 255.0F
        << unit << QString();
    QTest::newRow("16-bit colour PNG") << encoded(".png", counting<ushort>(3, 1000)) << qint64{3}
                                       << 2000 / 65535.0F << 1000 / 65535.0F << unit << QString();
    QTest::newRow("16-bit grey PNG") << encoded(".png", counting<ushort>(1, 1000)) << qint64{1}
                                     << 0.0F << 1000 / 65535.0F << unit << QString();
    QTest::newRow("PNG with alpha")
        << encoded(".png", counting<uchar>(4, 7)) << qint64{3} << 14 / 255.0F << 7 / 255.0F << unit
        << u"alpha left out, colours as stored"_s;
    QTest::newRow("TIFF of floats") << encoded(".tiff", counting<float>(1, 2)) << qint64{1} << 0.0F
                                    << 2.0F << u"as stored"_s << QString();
    QTest::newRow("BMP") << encoded(".bmp", counting<uchar>(3, 10)) << qint64{3} << 20 / 255.0F
                         << 10 / 255.0F << unit << QString();
    QTest::newRow("PNM") << encoded(".ppm", counting<uchar>(3, 10)) << qint64{3} << 20 / 255.0F
                         << 10 / 255.0F << unit << QString();
}

void TstPicture::readsEveryKindOfPixel()
{
    QFETCH(QByteArray, file);
    QFETCH(qint64, channels);
    const auto input = decode(file);
    QCOMPARE(failureOf(input), QString());
    QCOMPARE(input->tensor.extents(), (Extents{1, 2, 3, channels}));
    QTEST(input->tensor.data()[0], "first");
    QTEST(input->tensor.data()[1], "second");
    QTEST(QString::fromStdString(input->scaling.text()), "scaling");
    QTEST(notesOf(*input), "notes");
    QCOMPARE(input->channelNames.size(), std::size_t(channels));
}

void TstPicture::scalesAsAsked_data()
{
    QTest::addColumn<int>("scaling");
    QTest::addColumn<bool>("sixteenBits");
    QTest::addColumn<float>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("8 bits, 0 to 1")
        << int(ValueScaling::ZeroToOne) << false << 51 / 255.0F << u"0 to 1"_s;
    QTest::newRow("8 bits as stored")
        << int(ValueScaling::AsStored) << false << 51.0F << u"as stored, 0 to 255"_s;
    QTest::newRow("8 bits, −1 to 1")
        << int(ValueScaling::MinusOneToOne) << false << 2.0F * (51 / 255.0F) - 1.0F << u"−1 to 1"_s;
    QTest::newRow("16 bits as stored")
        << int(ValueScaling::AsStored) << true << 51.0F << u"as stored, 0 to 65535"_s;
}

void TstPicture::scalesAsAsked()
{
    QFETCH(int, scaling);
    QFETCH(bool, sixteenBits);
    InputOptions options;
    options.scaling = ValueScaling(scaling);
    const auto input = decode(
        encoded(".png", sixteenBits ? counting<ushort>(1, 51) : counting<uchar>(1, 51)), options);
    QVERIFY(input);
    QTEST(input->tensor.data()[1], "value");
    QTEST(QString::fromStdString(input->scaling.text()), "text");
}

void TstPicture::keepsAlphaWhenAsked()
{
    InputOptions options;
    options.alpha = Alpha::Keep;
    const auto input = decode(encoded(".png", counting<uchar>(4, 10)), options);
    QVERIFY(input);
    QCOMPARE(input->tensor.extent(-1), 4);
    QCOMPARE(input->tensor.data()[0], 20 / 255.0F);
    QCOMPARE(input->tensor.data()[3], 30 / 255.0F);
    QCOMPARE(input->channelNames.back().text(), "alpha");
    QVERIFY(input->notes.empty());
}

void TstPicture::readsFilesOfOtherProgramsAsTheyAre_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QList<qint64>>("extents");
    QTest::addColumn<QList<int>>("start"); // × 255, rounded
    QTest::addColumn<QString>("notes");
    using L = QList<qint64>;
    QTest::newRow("a palette becomes colours")
        << u"palette.png"_s << L{1, 2, 4, 3} << QList<int>{255, 0, 0, 0, 255, 0} << QString();
    QTest::newRow("a palette with transparency")
        << u"palette_alpha.png"_s << L{1, 2, 4, 3} << QList<int>{255, 0, 0, 0, 255, 0}
        << u"alpha left out, colours as stored"_s;
    QTest::newRow("grey with alpha stays grey")
        << u"grey_alpha.png"_s << L{1, 1, 2, 1} << QList<int>{200, 100}
        << u"alpha left out, colours as stored"_s;
    QTest::newRow("one bit per pixel")
        << u"one_bit.png"_s << L{1, 1, 9, 1} << QList<int>{0, 255, 0, 255, 0, 0} << QString();
    QTest::newRow("CMYK is converted")
        << u"cmyk.jpg"_s << L{1, 6, 8, 3} << QList<int>{} << u"converted from CMYK to RGB"_s;
}

void TstPicture::readsFilesOfOtherProgramsAsTheyAre()
{
    QFETCH(QString, file);
    QFETCH(QList<qint64>, extents);
    QFETCH(QList<int>, start);
    const auto input =
        readInput((QString::fromStdString(convscope::dataPath("input/")) + file).toStdString(), {});
    QCOMPARE(failureOf(input), QString());
    QCOMPARE(input->tensor.extents(), Extents(extents.begin(), extents.end()));
    for (qsizetype i = 0; i < start.size(); ++i)
        QCOMPARE(qRound(input->tensor.data()[i] * 255), start[i]);
    QTEST(notesOf(*input), "notes");
}

void TstPicture::readsASampleFromANonAsciiPath()
{
    const QByteArray cat =
        contentOf(QString::fromStdString(convscope::sourcePath("resources/samples/chelsea.png")));
    const std::string path = m_files.write(u"Katze ü.png"_s, cat);
    const auto input = readInput(path, {});
    QCOMPARE(failureOf(input), QString());
    QCOMPARE(input->tensor.extents(), (Extents{1, 300, 451, 3}));
    QCOMPARE(input->title.text(), "Katze ü.png");
    QCOMPARE(input->source, path);
    // Known pixel (row 0, column 0) of the photo: 143, 120, 104.
    QCOMPARE(qRound(input->tensor.data()[0] * 255), 143);
    QCOMPARE(qRound(input->tensor.data()[2] * 255), 104);
}

void TstPicture::readsARowAsASequence()
{
    InputOptions options;
    options.spatialRank = 1;
    options.row = 1;
    const QByteArray file = encoded(".png", counting<uchar>(3, 10));
    const auto input = decode(file, options);
    QVERIFY(input);
    QCOMPARE(input->tensor.extents(), (Extents{1, 3, 3}));
    QCOMPARE(input->title.text(), "row 1 of test");
    QCOMPARE(input->tensor.data()[0], 110 / 255.0F);
    options.row.reset();
    QCOMPARE(decode(file, options)->title.text(), "row 1 of test");
}

void TstPicture::refusesARowOutside()
{
    InputOptions options;
    options.spatialRank = 1;
    options.row = 2;
    const auto input = decode(encoded(".png", counting<uchar>(3, 10)), options);
    QCOMPARE(failureOf(input), u"input: test: expected a row from 0 to 1, received 2"_s);
    QCOMPARE(input.error().argument, "row");
}

void TstPicture::readsAPictureAsOneSlice()
{
    InputOptions options;
    options.spatialRank = 3;
    const auto input = decode(encoded(".png", counting<uchar>(3, 10)), options);
    QVERIFY(input);
    QCOMPARE(input->tensor.extents(), (Extents{1, 1, 2, 3, 3}));
    QCOMPARE(input->title.text(), "test as one slice");
}

void TstPicture::turnsUprightAsExifSays_data()
{
    QTest::addColumn<int>("orientation");
    // Where the bright corner, stored at the upper left of 16 rows × 32 columns, belongs.
    QTest::addColumn<bool>("bottom");
    QTest::addColumn<bool>("right");
    QTest::addColumn<bool>("turned");
    QTest::newRow("1 as stored") << 1 << false << false << false;
    QTest::newRow("2 mirrored") << 2 << false << true << false;
    QTest::newRow("3 upside down") << 3 << true << true << false;
    QTest::newRow("4 mirrored upside down") << 4 << true << false << false;
    QTest::newRow("5 transposed") << 5 << false << false << true;
    QTest::newRow("6 turned right") << 6 << false << true << true;
    QTest::newRow("7 transposed the other way") << 7 << true << true << true;
    QTest::newRow("8 turned left") << 8 << true << false << true;
}

void TstPicture::turnsUprightAsExifSays()
{
    QFETCH(int, orientation);
    QFETCH(bool, bottom);
    QFETCH(bool, right);
    QFETCH(bool, turned);
    cv::Mat pixels(16, 32, CV_8UC1, cv::Scalar(0));
    pixels(cv::Rect(0, 0, 8, 8)).setTo(255);
    const auto input = decode(withOrientation(encoded(".jpg", pixels), orientation));
    QCOMPARE(failureOf(input), QString());
    const std::int64_t rows = turned ? 32 : 16;
    const std::int64_t columns = turned ? 16 : 32;
    QCOMPARE(input->tensor.extents(), (Extents{1, rows, columns, 1}));
    const std::int64_t row = bottom ? rows - 4 : 4;
    const std::int64_t column = right ? columns - 4 : 4;
    QVERIFY(input->tensor.data()[row * columns + column] > 0.9F);
    QVERIFY(input->tensor.data()[(rows - 1 - row) * columns + columns - 1 - column] < 0.1F);
    QCOMPARE(input->notes.empty(), orientation == 1);
}

void TstPicture::refusesWhatIsBroken_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("failure");
    const QByteArray bad =
        contentOf(QString::fromStdString(convscope::dataPath("bad/truncated.jpg")));
    QTest::newRow("a JPEG cut off in the middle")
        << u"truncated.jpg"_s << bad
        << u"file: truncated.jpg is a broken JPEG file: it ends in the middle of its data"_s;
    QTest::newRow("an empty file")
        << u"empty.png"_s << QByteArray() << u"file: empty.png is empty"_s;
    QTest::newRow("text under a picture's name")
        << u"text.png"_s << QByteArray("this is no picture")
        << u"file: text.png is not of a kind that can be read: expected a picture (PNG, JPEG, "
           u"TIFF, "
           "BMP, WebP …), .npy, video, WAV or CSV"_s;
    QByteArray damaged = encoded(".png", counting<uchar>(3, 10));
    damaged[damaged.indexOf("IDAT") + 8] = char(~damaged[damaged.indexOf("IDAT") + 8]);
    QTest::newRow("a PNG with a wrong byte")
        << u"damaged.png"_s << damaged
        << u"file: damaged.png is a broken PNG file: its data cannot be decoded (IDAT: CRC error)"_s;
}

void TstPicture::refusesWhatIsBroken()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QTEST(failureOf(readInput(m_files.write(name, content), {})), "failure");
}

void TstPicture::refusesEveryCutOfAFile_data()
{
    QTest::addColumn<QByteArray>("file");
    cv::Mat pixels(24, 32, CV_8UC3);
    cv::randu(pixels, 0, 256);
    for (const char *ending : {".png", ".jpg", ".tiff", ".bmp", ".ppm", ".webp"})
        QTest::newRow(ending) << encoded(ending, pixels);
}

void TstPicture::refusesEveryCutOfAFile()
{
    QFETCH(QByteArray, file);
    QVERIFY(decode(file));
    for (qsizetype length = 0; length < file.size() - 16; length += 37) {
        const auto input = decode(file.left(length));
        QVERIFY2(!input, qPrintable(u"cut to %1 of %2 bytes"_s.arg(length).arg(file.size())));
        QCOMPARE(input.error().rule, "file");
    }
}

void TstPicture::refusesAPictureThatMemoryCannotHold()
{
    // A PNG header of 1 000 000 × 1 000 pixels and one of a size beyond any decoder.
    QByteArray file = encoded(".png", counting<ushort>(4, 1));
    const auto setSize = [&](quint32 columns, quint32 rows) {
        for (int i = 0; i < 4; ++i) {
            file[16 + i] = char(columns >> (24 - 8 * i));
            file[20 + i] = char(rows >> (24 - 8 * i));
        }
    };
    setSize(2'000'000'000, 1'000'000);
    QCOMPARE(failureOf(decode(file)),
             u"memory: test: 1000000 × 2000000000 pixels are too many: expected at most 2^30 = "
             "1073741824"_s);
    const std::int64_t rows = (std::int64_t{1} << 30) / 20000;
    const double needed = double(rows) * 20000 * 4 * 6;
    setSize(20000, quint32(rows));
    const auto input = decode(file);
    QVERIFY(!input);
    QCOMPARE(input.error().rule, needed > double(availableMemory()) ? "memory" : "file");
}

void TstPicture::readsHeadersWithoutDecoding_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("format");
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("bits");
    QTest::newRow("PNG, 16 bits") << encoded(".png", plain<ushort>(3)) << u"PNG"_s << 3 << 16;
    QTest::newRow("JPEG") << encoded(".jpg", plain<uchar>(3)) << u"JPEG"_s << 3 << 8;
    QTest::newRow("TIFF, floats") << encoded(".tiff", plain<float>(1)) << u"TIFF"_s << 1 << 32;
    QTest::newRow("BMP") << encoded(".bmp", plain<uchar>(3)) << u"BMP"_s << 3 << 8;
    QTest::newRow("WebP") << encoded(".webp", plain<uchar>(3)) << u"WebP"_s << 3 << 8;
    QTest::newRow("PGM, 16 bits") << encoded(".pgm", plain<ushort>(1)) << u"PNM"_s << 1 << 16;
    QTest::newRow("JPEG 2000") << encoded(".jp2", plain<uchar>(3)) << u"JPEG 2000"_s << 3 << 8;
}

void TstPicture::readsHeadersWithoutDecoding()
{
    QFETCH(QByteArray, file);
    const auto header = readPictureHeader(asBytes(file));
    QVERIFY(header);
    QTEST(QString::fromLatin1(header->format.data(), qsizetype(header->format.size())), "format");
    QCOMPARE(header->rows, 64);
    QCOMPARE(header->columns, 96);
    QTEST(header->channels, "channels");
    QTEST(header->bitsPerChannel, "bits");
    QCOMPARE(header->damage, Words());
}

QTEST_APPLESS_MAIN(TstPicture)
#include "tst_picture.moc"
