// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "core/input/written_files.h"
#include "support/test_paths.h"

#include "tensor/npz.h"

#include <QTest>

#include <QtEndian>
#include <algorithm>
#include <cmath>

#include <limits>

using namespace convscope;
using namespace Qt::StringLiterals;

class TstSequence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKindOfSample_data();
    void readsEveryKindOfSample();
    void readsStereoAndSaysTheRate();
    void readsToTheEndWhereTheLengthIsNotStated();
    void refusesABrokenSound_data();
    void refusesABrokenSound();
    void refusesASoundForAModelOfPictures();
    void readsTables_data();
    void readsTables();
    void readsTablesOfOtherPrograms_data();
    void readsTablesOfOtherPrograms();
    void readsASoundCodedWithLoss();
    void refusesASoundThatIsCutOff();
    void readsATableAsAPicture();
    void refusesWhatIsNoTable_data();
    void refusesWhatIsNoTable();

private:
    WrittenFiles m_files;
};

namespace {

template <class Number>
QByteArray little(Number number)
{
    QByteArray bytes(sizeof(Number), 0);
    qToLittleEndian(number, bytes.data());
    return bytes;
}

QByteArray chunk(const char *name, const QByteArray &body)
{
    return QByteArray(name, 4) + little(quint32(body.size())) + body +
           QByteArray(body.size() % 2, 0);
}

QByteArray format(quint16 coding, quint16 channels, quint16 bits)
{
    return little(coding) + little(channels) + little(quint32(8000)) +
           little(quint32(8000 * channels * bits / 8)) + little(quint16(channels * bits / 8)) +
           little(bits);
}

QByteArray riff(const QByteArray &chunks)
{
    return "RIFF" + little(quint32(chunks.size() + 4)) + "WAVE" + chunks;
}

QByteArray sound(quint16 coding, quint16 channels, quint16 bits, const QByteArray &data)
{
    return riff(chunk("fmt ", format(coding, channels, bits)) + chunk("LIST", "abc") +
                chunk("data", data));
}

QList<float> valuesOf(const Input &input)
{
    return {input.tensor.values().begin(), input.tensor.values().end()};
}

} // namespace

void TstSequence::readsEveryKindOfSample_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QList<float>>("values");
    QTest::addColumn<QList<float>>("stored");
    using L = QList<float>;
    const QByteArray pcm("\1\0\0\0\0\0\x10\0\x80\0\0\xAA\0\x38\x9B\x71", 16);
    QTest::newRow("8 bits around 128")
        << sound(1, 1, 8, QByteArray("\x00\x80\xC0", 3)) << L{-1, 0, 0.5F} << L{0, 128, 192};
    QTest::newRow("16 bits") << sound(1, 1, 16, little(qint16(-32768)) + little(qint16(16384)))
                             << L{-1, 0.5F} << L{-32768, 16384};
    QTest::newRow("24 bits") << sound(1, 1, 24, QByteArray("\x00\x00\x40\xFF\xFF\xFF", 6))
                             << L{0.5F, -1 / 8388608.0F} << L{4194304, -1};
    QTest::newRow("32 bits") << sound(1, 1, 32, little(qint32(-1073741824))) << L{-0.5F}
                             << L{-1073741824.0F};
    QTest::newRow("floats") << sound(3, 1, 32, little(0.25F) + little(-2.0F)) << L{0.25F, -2}
                            << L{0.25F, -2};
    QTest::newRow("doubles") << sound(3, 1, 64, little(0.125)) << L{0.125F} << L{0.125F};
    QTest::newRow("the extensible form")
        << riff(chunk("fmt ", format(0xFFFE, 1, 16) + little(quint16(22)) + little(quint16(16)) +
                                  little(quint32(4)) + pcm) +
                chunk("data", little(qint16(16384))))
        << L{0.5F} << L{16384};
}

void TstSequence::readsEveryKindOfSample()
{
    QFETCH(QByteArray, file);
    const std::string path = m_files.write(u"Ton ü.wav"_s, file);
    const auto input = readInput(path, {});
    QCOMPARE(failureOf(input), QString());
    QCOMPARE(input->tensor.rank(), 3);
    QTEST(valuesOf(*input), "values");
    InputOptions options;
    options.scaling = ValueScaling::AsStored;
    QTEST(valuesOf(*readInput(path, options)), "stored");
}

void TstSequence::readsStereoAndSaysTheRate()
{
    const auto input = readInput(
        m_files.write(u"stereo.wav"_s, sound(1, 2, 8, QByteArray("\x80\xFF\x80\xFF\x00\x80", 6))),
        {});
    QCOMPARE(failureOf(input), QString());
    QCOMPARE(input->tensor.extents(), (Extents{1, 3, 2}));
    QCOMPARE(input->title.text(), "stereo.wav, 8000 Hz");
    QCOMPARE(input->scaling.text(), "−1 to 1");
    QCOMPARE(input->channelNames, (std::vector{words("left"), words("right")}));
}

void TstSequence::readsToTheEndWhereTheLengthIsNotStated()
{
    QByteArray file = sound(1, 1, 8, "abcd");
    const qsizetype at = file.lastIndexOf("data") + 4;
    file.replace(at, 4, QByteArray(4, char(0xFF)));
    const auto input = readInput(m_files.write(u"pipe.wav"_s, file), {});
    QCOMPARE(failureOf(input), QString());
    QCOMPARE(input->tensor.extents(), (Extents{1, 4, 1}));
    QCOMPARE(notesOf(*input), u"its length is not stated: read to the end of the file"_s);
}

void TstSequence::refusesABrokenSound_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("failure");
    const QByteArray whole = sound(1, 1, 16, QByteArray(100, 1));
    const QString broken = u"file: a.wav is a broken WAV file: "_s;
    QTest::newRow("cut off in its data")
        << whole.chopped(30)
        << broken + u"it ends in the middle of its data, 70 of 100 bytes are there"_s;
    QTest::newRow("cut off before its data") << whole.left(40) << broken + u"it holds no sound"_s;
    QTest::newRow("cut off in its format")
        << whole.left(24) << broken + u"its format chunk is cut off"_s;
    QTest::newRow("no samples") << sound(1, 1, 16, QByteArray()) << broken + u"it holds no sound"_s;
    QTest::newRow("coded in an unknown way")
        << sound(0x1234, 1, 4, QByteArray(100, 1))
        << u"file: a.wav is a sound of a kind that cannot be read: coding 4660 of 4 bits"_s;
    QTest::newRow("data without a format")
        << riff(chunk("data", "abcd")) << broken + u"it does not state its format"_s;
}

void TstSequence::refusesABrokenSound()
{
    QFETCH(QByteArray, file);
    QTEST(failureOf(readInput(m_files.write(u"a.wav"_s, file), {})), "failure");
}

void TstSequence::refusesASoundForAModelOfPictures()
{
    InputOptions options;
    options.spatialRank = 2;
    const auto input =
        readInput(m_files.write(u"a.wav"_s, sound(1, 1, 8, QByteArray(10, 1))), options);
    QCOMPARE(
        failureOf(input),
        u"input: a.wav: a sound is a sequence (1, steps, channels), but the model's first layer "
        "takes a picture (1, rows, columns, channels)"_s);
}

void TstSequence::readsTables_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("steps");
    QTest::addColumn<QList<float>>("values");
    QTest::addColumn<QStringList>("names");
    using L = QList<float>;
    QTest::newRow("commas") << QByteArray("1,2\n3,-4.5e1\n") << qint64{2} << L{1, 2, 3, -45}
                            << QStringList{};
    QTest::newRow("a first line of names")
        << QByteArray("time, \"voltage\"\n0, 1\n1, 2") << qint64{2} << L{0, 1, 1, 2}
        << QStringList{u"time"_s, u"voltage"_s};
    QTest::newRow("semicolons and decimal commas")
        << QByteArray("1,5;2\r\n3;4,25\r\n") << qint64{2} << L{1.5F, 2, 3, 4.25F} << QStringList{};
    QTest::newRow("tabs") << QByteArray("1\t2\t3\n") << qint64{1} << L{1, 2, 3} << QStringList{};
    QTest::newRow("spaces") << QByteArray("  1   2\n 3 4 ") << qint64{2} << L{1, 2, 3, 4}
                            << QStringList{};
    QTest::newRow("one number per line")
        << QByteArray("1\n2\n3") << qint64{3} << L{1, 2, 3} << QStringList{};
    QTest::newRow("comments, empty lines and a byte order mark")
        << QByteArray("\xEF\xBB\xBF# made by hand\n\n+1,2\n") << qint64{1} << L{1, 2}
        << QStringList{};
    constexpr float kInfinity = std::numeric_limits<float>::infinity();
    QTest::newRow("a first line beyond the range of numbers")
        << QByteArray("1e999,1e-999\n-1e999,2\n") << qint64{2} << L{kInfinity, 0, -kInfinity, 2}
        << QStringList{};
    QTest::newRow("a first line in Python's other forms")
        << QByteArray("0x10,1_000\n-0b11,0o17\n") << qint64{2} << L{16, 1000, -3, 15}
        << QStringList{};
    QTest::newRow("a word that is a number")
        << QByteArray("inf\n1\n") << qint64{2} << L{kInfinity, 1} << QStringList{};
    QTest::newRow("names that are nearly numbers")
        << QByteArray("1_,0x,_1,nan(1),--1\n1,2,3,4,5\n") << qint64{1} << L{1, 2, 3, 4, 5}
        << QStringList{u"1_"_s, u"0x"_s, u"_1"_s, u"nan(1)"_s, u"--1"_s};
}

void TstSequence::readsTables()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, steps);
    const auto input = readInput(m_files.write(u"Tabelle ä.csv"_s, text), {});
    QCOMPARE(failureOf(input), QString());
    QTEST(valuesOf(*input), "values");
    QCOMPARE(input->tensor.extents(), (Extents{1, steps, input->tensor.size() / steps}));
    QStringList names;
    for (const Words &name : input->channelNames)
        names.append(QString::fromStdString(name.text()));
    QTEST(names, "names");
    QCOMPARE(notesOf(*input),
             names.isEmpty() ? QString() : u"line 1 holds no number and is read as names"_s);
    QCOMPARE(input->scaling.text(), "as stored");
}

void TstSequence::readsTablesOfOtherPrograms_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("steps");
    QTest::addColumn<QList<float>>("values");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("notes");
    using L = QList<float>;
    QTest::newRow("quoted cells that hold the separator, and doubled quotes")
        << QByteArray("\"time, s\",\"the \"\"left\"\"\"\n\"0.0\", 1.5\n") << qint64{1} << L{0, 1.5F}
        << QStringList{u"time, s"_s, u"the \"left\""_s}
        << u"line 1 holds no number and is read as names"_s;
    QTest::newRow("quoted decimal commas between commas")
        << QByteArray("\"1,5\",\"-2,25\"\n\"0,125\",\"7,0\"\n") << qint64{2}
        << L{1.5F, -2.25F, 0.125F, 7} << QStringList{} << u"commas read as decimal points"_s;
    QTest::newRow("decimal commas between tabs")
        << QByteArray("1,5\t2\n3\t4,25\n") << qint64{2} << L{1.5F, 2, 3, 4.25F} << QStringList{}
        << u"commas read as decimal points"_s;
    QTest::newRow("Excel's line that names the separator")
        << QByteArray("sep=;\na;b\n1,5;2\n") << qint64{1} << L{1.5F, 2}
        << QStringList{u"a"_s, u"b"_s} << u"line 2 holds no number and is read as names"_s;
    QTest::newRow("a line end within quotes")
        << QByteArray("\"time\nin s\",b\n1,2\n") << qint64{1} << L{1, 2}
        << QStringList{u"time\nin s"_s, u"b"_s} << u"line 1 holds no number and is read as names"_s;
    QTest::newRow("UTF-16 with a byte order mark")
        << QByteArray("\xFF\xFE"
                      "1\0\t\0"
                      "2\0\r\0\n\0",
                      12)
        << qint64{1} << L{1, 2} << QStringList{} << u"read as UTF-16"_s;
    QTest::newRow("UTF-16 without one, the other way round")
        << QByteArray("\0"
                      "1\0;\0"
                      "2\0\n",
                      8)
        << qint64{1} << L{1, 2} << QStringList{} << u"read as UTF-16"_s;
    QTest::newRow("lines that end as on an old Mac")
        << QByteArray("1,2\r3,4\r") << qint64{2} << L{1, 2, 3, 4} << QStringList{} << u""_s;
}

void TstSequence::readsTablesOfOtherPrograms()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, steps);
    const auto input = readInput(m_files.write(u"table.csv"_s, text), {});
    QCOMPARE(failureOf(input), QString());
    QTEST(valuesOf(*input), "values");
    QCOMPARE(input->tensor.extents(), (Extents{1, steps, input->tensor.size() / steps}));
    QStringList names;
    for (const Words &name : input->channelNames)
        names.append(QString::fromStdString(name.text()));
    QTEST(names, "names");
    QTEST(notesOf(*input), "notes");
}

void TstSequence::readsASoundCodedWithLoss()
{
    // A tone of 441 Hz and the amplitude 0.5 at 22050 values a second.
    const auto input = readInput(dataPath("input/tone.ogg"), {});
    QCOMPARE(failureOf(input), QString());
    QCOMPARE(input->tensor.extents(), (Extents{1, 22050, 1}));
    QCOMPARE(input->title.text(), "tone.ogg, 22050 Hz");
    constexpr double kTurn = 2 * 3.14159265358979323846;
    for (int i = 2000; i < 20000; ++i) {
        const double expected = 0.5 * std::sin(kTurn * 441 * i / 22050);
        QVERIFY(std::abs(double(input->tensor.data()[i]) - expected) < 0.03);
    }
}

void TstSequence::refusesASoundThatIsCutOff()
{
    const auto arrays = readNpz(dataPath("input/sounds.npz"));
    QVERIFY(arrays);
    const auto flac = std::ranges::find(*arrays, "FLAC 16 bits/file", &NamedArray::name);
    QVERIFY(flac != arrays->end());
    QByteArray bytes;
    for (const float byte : flac->array.tensor.values())
        bytes.append(static_cast<char>(static_cast<unsigned char>(byte)));
    for (const int percent : {20, 50, 80}) {
        const auto input =
            readInput(m_files.write(u"cut.flac"_s, bytes.left(bytes.size() * percent / 100)), {});
        QVERIFY(!input);
        QCOMPARE(input.error().rule, "file");
        QVERIFY(failureOf(input).startsWith(u"file: cut.flac is a broken sound file: "_s));
    }
}

void TstSequence::readsATableAsAPicture()
{
    InputOptions options;
    options.spatialRank = 2;
    const auto input = readInput(m_files.write(u"t.csv"_s, "1,2,3\n4,5,6\n"), options);
    QCOMPARE(failureOf(input), QString());
    QCOMPARE(input->tensor.extents(), (Extents{1, 2, 3, 1}));
    QCOMPARE(input->title.text(), "t.csv as a picture");
}

void TstSequence::refusesWhatIsNoTable_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("failure");
    QTest::newRow("empty") << QByteArray() << u"file: t.csv is empty"_s;
    QTest::newRow("only comments")
        << QByteArray("# nothing\n") << u"file: t.csv holds no numbers"_s;
    QTest::newRow("only names") << QByteArray("a,b\n")
                                << u"file: t.csv holds no numbers below its first line"_s;
    QTest::newRow("a word")
        << QByteArray("1,2\n3,abc\n")
        << u"file: t.csv, line 2, column 2: expected a number, received \"abc\""_s;
    QTest::newRow("a missing number")
        << QByteArray("1,2\n\n3,\n")
        << u"file: t.csv, line 3, column 2: expected a number, received nothing"_s;
    QTest::newRow("a short line")
        << QByteArray("a,b\n1,2\n3\n")
        << u"file: t.csv, line 3: expected 2 numbers as in the first line, received 1"_s;
    QTest::newRow("letters after a number")
        << QByteArray("1\n2x\n")
        << u"file: t.csv, line 2, column 1: expected a number, received \"2x\""_s;
    QTest::newRow("one number in a first line of words")
        << QByteArray("a,0x10\n1,2\n")
        << u"file: t.csv, line 1, column 1: expected a number, received \"a\""_s;
}

void TstSequence::refusesWhatIsNoTable()
{
    QFETCH(QByteArray, text);
    QTEST(failureOf(readInput(m_files.write(u"t.csv"_s, text), {})), "failure");
}

QTEST_APPLESS_MAIN(TstSequence)
#include "tst_sequence.moc"
