// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "program.h"
#include "support/test_paths.h"

#include "tensor/npz.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace convscope;
using namespace Qt::StringLiterals;

/// Small files that people met, each of which once was read wrongly, refused, misnamed or dear:
/// what the program says of them now.
class TstReports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsInputsRightly_data();
    void readsInputsRightly();
    void readsPlanesAsTheirTwin();
    void keepsAlphaWhereTheModelWantsIt();
    void namesTheCause_data();
    void namesTheCause();
    void refusesBeforeItPays_data();
    void refusesBeforeItPays();
    void isLinearInLayers();
    void fitsInAPictureOfTheWindow();
};

namespace {

QString report(const QString &name)
{
    return QString::fromStdString(dataPath("reports/" + name.toStdString()));
}

/// What a model that passes its input on has read.
Tensor readBy(const Workplace &place, const QString &model, const QString &input,
              Outcome *outcome = nullptr)
{
    const Outcome ran = place.run({u"run"_s, report(model), u"--input"_s, report(input),
                                   u"--output"_s, place.path(u"out.npz"_s)});
    if (outcome != nullptr)
        *outcome = ran;
    const auto arrays = readNpz(place.path(u"out.npz"_s).toStdString());
    return ran.status == 0 && arrays && !arrays->empty() ? arrays->back().array.tensor : Tensor();
}

QString said(const Outcome &outcome)
{
    return QString::fromUtf8(outcome.err + outcome.out);
}

} // namespace

void TstReports::readsInputsRightly_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("input");
    QTest::addColumn<QList<qint64>>("extents");
    QTest::addColumn<QMap<int, double>>("values"); // by place in the buffer
    QTest::addColumn<QString>("note");
    using L = QList<qint64>;
    using M = QMap<int, double>;
    const QString two = u"identity2d.json"_s;
    const QString one = u"identity1d.json"_s;
    QTest::newRow("a TIFF with separate planes")
        << two << u"rgb16_planar.tif"_s << L{1, 10, 12, 3}
        << M{{3, 5000 / 65535.0}, {4, 2500 / 65535.0}, {5, 1666 / 65535.0}} << QString();
    QTest::newRow("a TIFF with alpha keeps its colours")
        << two << u"rgba8.tif"_s << L{1, 10, 12, 3} << M{{3, 20 / 255.0}, {33, 220 / 255.0}}
        << u"colours as stored"_s;
    QTest::newRow("a TIFF of two channels")
        << two << u"two_channels.tif"_s << L{1, 10, 12, 2} << M{} << QString();
    QTest::newRow("WebP is turned upright")
        << two << u"orientation6.webp"_s << L{1, 12, 10, 3} << M{} << u"turned upright"_s;
    QTest::newRow("so is PNG") << two << u"orientation6.png"_s << L{1, 12, 10, 3} << M{}
                               << u"turned upright"_s;
    QTest::newRow("a TIFF of 16-bit floats")
        << two << u"half_float.tif"_s << L{} << M{} << QString();
    QTest::newRow("an animated WebP is its first frame")
        << two << u"animated.webp"_s << L{} << M{} << u"the first of"_s;
    QTest::newRow("a quoted field holds the separator")
        << one << u"quoted_header_comma.csv"_s << L{1, 2, 3}
        << M{{0, 0.0}, {1, 1.5}, {2, -2.25}, {3, 0.1}, {4, 0.125}, {5, 7.0}} << QString();
    QTest::newRow("quoted decimal commas")
        << one << u"quoted_decimal_comma.csv"_s << L{1, 2, 2}
        << M{{0, 1.5}, {1, -2.25}, {2, 0.125}, {3, 7.0}} << QString();
    QTest::newRow("Excel's sep= line") << one << u"sep_line.csv"_s << L{1, 2, 2}
                                       << M{{0, 1.5}, {1, 2.0}, {2, 3.0}, {3, 4.25}} << QString();
    QTest::newRow("tabs and decimal commas")
        << one << u"tab_decimal_comma.tsv"_s << L{1, 2, 2}
        << M{{0, 1.5}, {1, 2.0}, {2, 3.0}, {3, 4.25}} << QString();
    QTest::newRow("a recorder in a pipe states no length")
        << one << u"pipe_length.wav"_s << L{} << M{} << QString();
}

void TstReports::readsInputsRightly()
{
    QFETCH(QString, model);
    QFETCH(QString, input);
    QFETCH(QList<qint64>, extents);
    using Values = QMap<int, double>;
    QFETCH(Values, values);
    QFETCH(QString, note);
    const Workplace place;
    Outcome outcome;
    const Tensor read = readBy(place, model, input, &outcome);
    QVERIFY2(!read.isNull(), qPrintable(said(outcome)));
    if (!extents.isEmpty())
        QCOMPARE(read.extents(), Extents(extents.begin(), extents.end()));
    for (const auto &[at, value] : values.asKeyValueRange())
        QVERIFY2(std::abs(double(read.data()[at]) - value) < 1e-7,
                 qPrintable(u"%1: %2"_s.arg(at).arg(double(read.data()[at]))));
    for (const float value : read.values())
        QVERIFY(std::isfinite(value) && std::abs(value) < 1e6F);
    QVERIFY2(said(outcome).contains(note), outcome.err);
    // Our own lines alone.
    for (const QByteArray &line : outcome.err.split('\n'))
        QVERIFY2(line.isEmpty() || line.startsWith("convscope: "), outcome.err);
}

void TstReports::readsPlanesAsTheirTwin()
{
    const Workplace place;
    const QString model = u"identity2d.json"_s;
    for (const auto &[file, twin] : {std::pair(u"rgb16_planar.tif"_s, u"rgb16_contig.tif"_s),
                                     std::pair(u"rgba8.tif"_s, u"rgba8_twin.png"_s),
                                     std::pair(u"orientation6.webp"_s, u"orientation6.png"_s)}) {
        const Tensor read = readBy(place, model, file);
        const Tensor other = readBy(place, model, twin);
        QVERIFY2(!read.isNull() && read.extents() == other.extents(), qPrintable(file));
        QVERIFY2(std::ranges::equal(read.values(), other.values()) || file.endsWith(u"webp"_s),
                 qPrintable(file));
    }
    // The maximum in the header is white.
    const Tensor grey = readBy(place, model, u"maxval4095.pgm"_s);
    QVERIFY(!grey.isNull());
    QCOMPARE(*std::ranges::max_element(grey.values()), 4092.0F / 4095.0F);
}

void TstReports::keepsAlphaWhereTheModelWantsIt()
{
    const Workplace place;
    const Outcome outcome = place.run({u"run"_s, report(u"states_10x12x4.json"_s), u"--input"_s,
                                       report(u"rgba_10x12.png"_s), u"--json"_s});
    QVERIFY2(outcome.status == 0, outcome.err);
    QCOMPARE(outcome.document()[u"input_shape"_s].toArray(), (QJsonArray{1, 10, 12, 4}));
}

void TstReports::namesTheCause_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("says");
    QTest::addColumn<QStringList>("saysNot");
    using S = QStringList;
    const QString shape = u"--input-shape"_s;
    QTest::newRow("a picture for stored weights of another size")
        << S{u"run"_s, report(u"trained_8x8x1.npz"_s), u"--input"_s, report(u"rgb_10x12.png"_s)}
        << S{u"(1, 10, 12, 3)"_s, u"(None, 8, 8, 1)"_s, u"--fit"_s} << S{};
    QTest::newRow("a grey one") << S{u"run"_s, report(u"trained_8x8x1.npz"_s), u"--input"_s,
                                     report(u"grey_10x12.png"_s)}
                                << S{u"(1, 10, 12, 1)"_s, u"(None, 8, 8, 1)"_s, u"--fit"_s} << S{};
    QTest::newRow("in a picture of the window")
        << S{u"picture"_s,
             u"explore"_s,
             report(u"trained_8x8x1.npz"_s),
             u"--input"_s,
             report(u"rgb_10x12.png"_s),
             u"-o"_s,
             u"out.png"_s}
        << S{u"(1, 10, 12, 3)"_s, u"(None, 8, 8, 1)"_s, u"--fit"_s} << S{};
    QTest::newRow("one shape for inputs of other ranks")
        << S{u"summary"_s, report(u"two_inputs.json"_s), shape, u"1,8,8,3"_s}
        << S{u"2 inputs"_s, u"--input-shape"_s} << S{};
    QTest::newRow("get_config() in place of to_json()")
        << S{u"summary"_s, report(u"get_config.json"_s)} << S{u"get_config()"_s} << S{};
    QTest::newRow("a model of TensorFlow.js")
        << S{u"summary"_s, report(u"tfjs_model.json"_s)} << S{u"TensorFlow.js"_s} << S{};
}

void TstReports::namesTheCause()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, says);
    QFETCH(QStringList, saysNot);
    const Workplace place;
    const Outcome outcome = place.run(arguments);
    QVERIFY(outcome.status == 1 || outcome.status == 2);
    for (const QString &part : says)
        QVERIFY2(said(outcome).contains(part), qPrintable(said(outcome)));
    for (const QString &part : saysNot)
        QVERIFY2(!said(outcome).contains(part), qPrintable(said(outcome)));
}

void TstReports::refusesBeforeItPays_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("input");
    const QString noise = u"pattern:noise?size=8x8&channels=1"_s;
    QTest::newRow("a convolution with many filters")
        << u"conv_big.json"_s << u"pattern:noise?size=400x600&channels=3"_s;
    QTest::newRow("separable layers that double") << u"sep.json"_s << noise;
    QTest::newRow("large kernels") << u"kern.json"_s << noise;
}

void TstReports::refusesBeforeItPays()
{
    QFETCH(QString, model);
    QFETCH(QString, input);
    const Workplace place;
    QElapsedTimer timer;
    timer.start();
    // Below a limit, so that the outcome is no matter of the machine.
    const Outcome outcome =
        place.runLimited(u"ulimit -v 3000000"_s, {u"run"_s, report(model), u"--input"_s, input});
    QVERIFY2(outcome.status == 1, qPrintable(said(outcome)));
    QVERIFY2(said(outcome).contains(u"MiB"_s), qPrintable(said(outcome)));
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

void TstReports::fitsInAPictureOfTheWindow()
{
    const Workplace place;
    const Outcome outcome =
        place.run({u"picture"_s, u"explore"_s, report(u"trained_8x8x1.npz"_s), u"--input"_s,
                   report(u"rgb_10x12.png"_s), u"--fit"_s, u"crop"_s, u"--values"_s, u"-1..1"_s,
                   u"--layer"_s, u"input"_s, u"--cell"_s, u"7,7,0"_s, u"-o"_s, u"out.png"_s});
    QVERIFY2(outcome.status == 0, outcome.err);
    QVERIFY(place.entries().contains(u"out.png"_s));
    // The input has eight rows now, no more.
    const Outcome outside =
        place.run({u"picture"_s, u"explore"_s, report(u"trained_8x8x1.npz"_s), u"--input"_s,
                   report(u"rgb_10x12.png"_s), u"--fit"_s, u"crop"_s, u"--layer"_s, u"input"_s,
                   u"--cell"_s, u"8,7,0"_s, u"-o"_s, u"out.png"_s});
    QCOMPARE(outside.status, 2);
}

void TstReports::isLinearInLayers()
{
    QByteArray layers;
    for (int i = 0; i < 50000; ++i)
        layers += QByteArray(i == 0 ? "" : ",") +
                  R"({"class_name":"Activation","config":{"activation":"relu","name":"a)" +
                  QByteArray::number(i) + R"("}})";
    const Workplace place;
    const QString many =
        place.file(u"many.json"_s, R"({"class_name":"Sequential","config":{"name":"s","layers":[)" +
                                       layers + "]}}");
    QElapsedTimer timer;
    timer.start();
    const QString shape = u"--input-shape"_s;
    const Outcome flat = place.run({u"summary"_s, many, shape, u"1,8,8,1"_s});
    QVERIFY2(flat.status == 0, flat.err);
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    timer.restart();
    const Outcome nested =
        place.run({u"summary"_s, report(u"nestdag20.json"_s), shape, u"1,8,8,1"_s});
    QVERIFY(nested.status == 0 || nested.status == 1 || nested.status == 2);
    QVERIFY(nested.status == 0 || said(nested).contains(u"layers"_s));
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TstReports)
#include "tst_reports.moc"
