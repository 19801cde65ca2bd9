// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "core/input/written_files.h"
#include "support/test_paths.h"

#include "input/prepare_input.h"
#include "tensor/npz.h"

#include <QTest>

#include <algorithm>

using namespace convscope;
using namespace Qt::StringLiterals;

/// Fit and range of values, against what real Keras makes of the same picture.
class TstPrepareInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void resizesAsKeras_data();
    void resizesAsKeras();
    void cropsAsKeras_data();
    void cropsAsKeras();
    void scalesAsKeras_data();
    void scalesAsKeras();
    void resizesBeforeItScales();
    void scalesPicturesOfEveryDepth_data();
    void scalesPicturesOfEveryDepth();
    void leavesArraysAsTheyAre();
    void padsWithZeros();
    void givesTheModelTheInputsSizes();
    void followsTheModelsChannels_data();
    void followsTheModelsChannels();
    void refuses_data();
    void refuses();
    void fitsEveryRank();
    void knowsTheFamilies_data();
    void knowsTheFamilies();
    void namesEveryChoice();
    void asksTheReaderForWhatTheModelTakes();

private:
    [[nodiscard]] Tensor golden(const QString &name) const;
    [[nodiscard]] Input picture() const;
    void isGolden(const Result<Input> &input, const QString &name, float tolerance) const;

    std::vector<NamedArray> m_golden;
};

namespace {

StatedInput stating(std::initializer_list<Dim> dims)
{
    StatedInput stated;
    stated.shape = Shape(dims);
    return stated;
}

Input counting(Extents extents, const std::vector<std::string> &channels = {}, double white = 255)
{
    std::vector<float> values(std::size_t(elementCount(extents).value()));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = float(i % 256);
    Input input;
    input.tensor = Tensor::of(std::move(extents), values);
    input.title = verbatim("test");
    for (const std::string &name : channels)
        input.channelNames.push_back(term(name));
    input.white = white;
    return input;
}

const std::vector<std::string> kColours{"red", "green", "blue"};

Result<Input> prepare(Input input, const StatedInput &stated, std::optional<Fit> fit,
                      PictureRange values = PictureRange::ZeroTo255)
{
    InputPreparation preparation;
    preparation.fit = fit;
    preparation.values = values;
    return prepared(std::move(input), stated, preparation, PictureRange::ZeroToOne);
}

} // namespace

void TstPrepareInput::initTestCase()
{
    auto arrays = readNpz(dataPath("input/prepared.npz"));
    QVERIFY2(arrays, arrays ? "" : arrays.error().message.c_str());
    m_golden = std::move(*arrays);
}

Tensor TstPrepareInput::golden(const QString &name) const
{
    const auto found = std::ranges::find(m_golden, name.toStdString(), &NamedArray::name);
    if (found == m_golden.end())
        qFatal("no array %s", qPrintable(name));
    return found->array.tensor;
}

Input TstPrepareInput::picture() const
{
    Input input;
    input.tensor = golden(u"picture"_s);
    input.title = verbatim("picture");
    input.channelNames = {words("red"), words("green"), words("blue")};
    input.white = 255;
    return input;
}

void TstPrepareInput::isGolden(const Result<Input> &input, const QString &name,
                               float tolerance) const
{
    QCOMPARE(failureOf(input), QString());
    const Tensor expected = golden(name);
    QCOMPARE(input->tensor.extents(), expected.extents());
    for (std::int64_t i = 0; i < expected.size(); ++i) {
        const float wanted = expected.data()[i];
        const float received = input->tensor.data()[i];
        QVERIFY2(std::abs(received - wanted) <= tolerance,
                 qPrintable(u"value %1: expected %2, received %3"_s.arg(i)
                                .arg(double(wanted), 0, 'g', 9)
                                .arg(double(received), 0, 'g', 9)));
    }
}

void TstPrepareInput::resizesAsKeras_data()
{
    QTest::addColumn<qint64>("rows");
    QTest::addColumn<qint64>("columns");
    QTest::newRow("smaller") << qint64{8} << qint64{8};
    QTest::newRow("half") << qint64{5} << qint64{6};
    QTest::newRow("larger and smaller") << qint64{15} << qint64{9};
    QTest::newRow("twice") << qint64{20} << qint64{24};
    QTest::newRow("one cell") << qint64{1} << qint64{1};
    QTest::newRow("one axis") << qint64{10} << qint64{7};
}

void TstPrepareInput::resizesAsKeras()
{
    QFETCH(qint64, rows);
    QFETCH(qint64, columns);
    const auto input = prepare(picture(), stating({{}, rows, columns, 3}), Fit::Resize);
    isGolden(input, u"resized to %1 x %2"_s.arg(rows).arg(columns), 0);
    QVERIFY(notesOf(*input).startsWith(
        u"resized from 10 × 12 to %1 × %2 (bilinear)"_s.arg(rows).arg(columns)));
}

void TstPrepareInput::cropsAsKeras_data()
{
    QTest::addColumn<qint64>("rows");
    QTest::addColumn<qint64>("columns");
    QTest::newRow("even") << qint64{8} << qint64{8};
    QTest::newRow("odd") << qint64{7} << qint64{5};
    QTest::newRow("one cell less") << qint64{10} << qint64{11};
    QTest::newRow("one cell") << qint64{1} << qint64{1};
    QTest::newRow("of the same aspect") << qint64{5} << qint64{6};
    QTest::newRow("high and larger") << qint64{20} << qint64{7};
    QTest::newRow("wide and larger") << qint64{16} << qint64{30};
}

void TstPrepareInput::cropsAsKeras()
{
    QFETCH(qint64, rows);
    QFETCH(qint64, columns);
    const auto input = prepare(picture(), stating({{}, rows, columns, 3}), Fit::Crop);
    isGolden(input, u"cropped to %1 x %2"_s.arg(rows).arg(columns), 0);
    const QString notes = notesOf(*input);
    QVERIFY2(notes.contains(u"cropped at the centre from 10 × 12"_s) || rows * 12 == columns * 10,
             qPrintable(notes));
    const auto padded = prepare(picture(), stating({{}, rows, columns, 3}), Fit::Pad);
    isGolden(padded, u"padded to %1 x %2"_s.arg(rows).arg(columns), 0);
}

void TstPrepareInput::scalesAsKeras_data()
{
    QTest::addColumn<QString>("word");
    for (const char *word : {"0..1", "-1..1", "0..255", "caffe", "torch"})
        QTest::newRow(word) << QString::fromLatin1(word);
}

void TstPrepareInput::scalesAsKeras()
{
    QFETCH(QString, word);
    const auto range = pictureRangeNamed(word.toStdString());
    QVERIFY(range);
    const auto input = prepare(picture(), {}, std::nullopt, *range);
    // Keras multiplies by 1/255, and subtracts in its own order.
    isGolden(input, u"in the range "_s + word, *range == PictureRange::Caffe ? 2e-5F : 5e-7F);
    QVERIFY(notesOf(*input).startsWith(u"values "_s));
    if (*range == PictureRange::Caffe)
        QCOMPARE(input->channelNames, (std::vector{words("blue"), words("green"), words("red")}));
}

void TstPrepareInput::resizesBeforeItScales()
{
    const auto input = prepare(picture(), stating({{}, 8, 8, 3}), Fit::Resize, PictureRange::Torch);
    isGolden(input, u"resized, then in the range torch"_s, 1e-6F);
}

void TstPrepareInput::scalesPicturesOfEveryDepth_data()
{
    QTest::addColumn<double>("white");
    QTest::addColumn<float>("half");
    QTest::newRow("8 bits") << 255.0 << 127.5F;
    QTest::newRow("12 bits") << 4095.0 << 2047.5F;
    QTest::newRow("16 bits") << 65535.0 << 32767.5F;
    QTest::newRow("floats") << 1.0 << 0.5F;
}

void TstPrepareInput::scalesPicturesOfEveryDepth()
{
    QFETCH(double, white);
    QFETCH(float, half);
    const auto inRangeOf = [&](PictureRange range) {
        Input input = counting({1, 1, 1, 1}, {"grey"}, white);
        input.tensor = Tensor::of({1, 1, 1, 1}, std::span(&half, 1));
        return prepare(std::move(input), {}, std::nullopt, range)->tensor.data()[0];
    };
    QCOMPARE(inRangeOf(PictureRange::ZeroToOne), 0.5F);
    QCOMPARE(inRangeOf(PictureRange::ZeroTo255), 127.5F);
    QVERIFY(std::abs(inRangeOf(PictureRange::MinusOneToOne)) < 1e-6F);
}

void TstPrepareInput::leavesArraysAsTheyAre()
{
    const Input array = counting({1, 4, 4, 3}, {}, 0);
    const auto input = prepare(array, stating({{}, 4, 4, 3}), std::nullopt, PictureRange::Torch);
    QVERIFY(input);
    QCOMPARE(input->tensor, array.tensor);
    QVERIFY(input->notes.empty());
}

void TstPrepareInput::padsWithZeros()
{
    const auto input = prepare(counting({1, 1, 3, 1}), stating({{}, 4, 3, 1}), Fit::Pad);
    QVERIFY(input);
    const float expected[] = {0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 0, 0};
    QCOMPARE(input->tensor, Tensor::of({1, 4, 3, 1}, expected));
    QVERIFY(notesOf(*input).startsWith(u"padded with zeros from 1 × 3 to 4 × 3"_s));
    const auto sound = prepare(counting({1, 2, 1}), stating({{}, 5, 1}), Fit::Pad);
    QVERIFY(sound);
    const float steps[] = {0, 0, 1, 0, 0};
    QCOMPARE(sound->tensor, Tensor::of({1, 5, 1}, steps));
}

void TstPrepareInput::givesTheModelTheInputsSizes()
{
    const auto input = prepare(counting({1, 10, 12, 1}), stating({{}, 8, 8, 1}), Fit::Model);
    QVERIFY(input);
    QCOMPARE(input->tensor.extents(), (Extents{1, 10, 12, 1}));
    QVERIFY(notesOf(*input).startsWith(u"the model takes 10 × 12 in place of 8 × 8"_s));
    // What is not stated is the input's, without a word.
    const auto open = prepare(counting({1, 10, 12, 1}), stating({{}, {}, 12, 1}), std::nullopt);
    QVERIFY(open);
    QCOMPARE(open->notes.size(), std::size_t{1});
}

void TstPrepareInput::followsTheModelsChannels_data()
{
    QTest::addColumn<Input>("input");
    QTest::addColumn<qint64>("wanted");
    QTest::addColumn<QList<float>>("start");
    QTest::addColumn<QString>("note");
    const Input grey = counting({1, 2, 2, 1}, {"grey"});
    const Input colour = counting({1, 2, 2, 3}, kColours);
    const Input alpha = counting({1, 2, 2, 4}, {"red", "green", "blue", "alpha"});
    QTest::newRow("grey is repeated")
        << grey << qint64{3} << QList<float>{0, 0, 0, 1, 1, 1} << u"one channel repeated to 3"_s;
    QTest::newRow("colour becomes grey by luminance")
        << colour << qint64{1}
        << QList<float>{float(0.587 + 2 * 0.114), float(3 * 0.299 + 4 * 0.587 + 5 * 0.114)}
        << u"colour to grey by luminance, 0.299 · red + 0.587 · green + 0.114 · blue"_s;
    QTest::newRow("alpha is kept where four are wanted")
        << alpha << qint64{4} << QList<float>{0, 1, 2, 3} << u"alpha kept as the fourth channel"_s;
}

void TstPrepareInput::followsTheModelsChannels()
{
    QFETCH(Input, input);
    QFETCH(qint64, wanted);
    QFETCH(QList<float>, start);
    QFETCH(QString, note);
    for (const DataFormat format : {DataFormat::ChannelsLast, DataFormat::ChannelsFirst}) {
        StatedInput stated = stating({{}, 2, 2, wanted});
        if (format == DataFormat::ChannelsFirst)
            stated.shape = Shape{{}, wanted, 2, 2};
        stated.format = format;
        const auto fits = prepare(input, stated, std::nullopt);
        QCOMPARE(failureOf(fits), QString());
        QCOMPARE(fits->tensor.extents(), (Extents{1, 2, 2, wanted}));
        for (qsizetype i = 0; i < start.size(); ++i)
            QCOMPARE(fits->tensor.data()[i], start[i]);
        QCOMPARE(fits->notes.front().text(), note.toStdString());
    }
}

void TstPrepareInput::refuses_data()
{
    QTest::addColumn<Input>("input");
    QTest::addColumn<QString>("bound");
    QTest::addColumn<QString>("fit");
    QTest::addColumn<QString>("failure");
    const Input grey = counting({1, 10, 12, 1}, {"grey"});
    const QString sizes =
        u"E11: test has the shape (1, 10, 12, 1), but the model states (None, 8, 8, 1)"_s;
    QTest::newRow("other sizes") << grey << QString() << QString()
                                 << sizes + u". --fit resize, crop, pad or model would fit it."_s;
    QTest::newRow("other sizes on which weights depend")
        << grey << u"the stored weights of dense"_s << QString()
        << sizes +
               u", on which the stored weights of dense depend. --fit resize, crop or pad would "
               "fit it."_s;
    QTest::newRow("the model cannot take them")
        << grey << u"the stored weights of dense"_s << u"model"_s
        << sizes +
               u", on which the stored weights of dense depend. --fit resize, crop or pad would "
               "fit it."_s;
    QTest::newRow("too small to be cropped")
        << counting({1, 7, 1}) << u"steps"_s << u"crop"_s
        << u"E11: test has the shape (1, 7, 1), but the model states "
           "(None, 8, 1): it is too small to be cropped. --fit resize or pad would fit it."_s;
    QTest::newRow("too large to be padded")
        << counting({1, 9, 1}) << u"steps"_s << u"pad"_s
        << u"E11: test has the shape (1, 9, 1), but the model states "
           "(None, 8, 1): it is too large to be padded. --fit resize or crop would fit it."_s;
    QTest::newRow("channels that are no colours")
        << counting({1, 8, 8, 3}) << QString() << u"resize"_s
        << u"E11: test has the shape (1, 8, 8, 3), but the model states (None, 8, 8, 1): its "
           "channels cannot be made of these. Grey is repeated, and colour becomes grey, nothing "
           "else."_s;
    QTest::newRow("another number of features")
        << counting({1, 5}) << u"features"_s << u"resize"_s
        << u"E11: test has the shape (1, 5), but the model states (None, 6)."_s;
    QTest::newRow("another rank")
        << counting({1, 8, 1}) << QString() << u"resize"_s
        << u"E11: test has the shape (1, 8, 1) of rank 3, but the model states (None, 8, 8, 1) of "
           "rank 4."_s;
}

void TstPrepareInput::refuses()
{
    QFETCH(Input, input);
    QFETCH(QString, bound);
    QFETCH(QString, fit);
    StatedInput stated = stating({{}, 8, 8, 1});
    stated.bound = bound.isEmpty() ? Words() : verbatim(bound.toStdString());
    if (bound == u"features"_s)
        stated = stating({{}, 6});
    if (bound == u"steps"_s)
        stated = stating({{}, 8, 1});
    QTEST(failureOf(prepare(input, stated, fitNamed(fit.toStdString()))), "failure");
}

void TstPrepareInput::fitsEveryRank()
{
    const auto sound = prepare(counting({1, 3, 1}), stating({{}, 6, 1}), Fit::Resize);
    QVERIFY(sound);
    const float stretched[] = {0, 0.25F, 0.75F, 1.25F, 1.75F, 2};
    QCOMPARE(sound->tensor, Tensor::of({1, 6, 1}, stretched));
    const auto volume = prepare(counting({2, 4, 2, 2, 1}), stating({{}, 2, 2, 2, 1}), Fit::Crop);
    QVERIFY(volume);
    const float cropped[] = {4, 5, 6, 7, 8, 9, 10, 11, 20, 21, 22, 23, 24, 25, 26, 27};
    QCOMPARE(volume->tensor, Tensor::of({2, 2, 2, 2, 1}, cropped));
}

void TstPrepareInput::knowsTheFamilies_data()
{
    QTest::addColumn<QString>("range");
    const auto row = [](const char *name, const char *range) {
        QTest::newRow(name) << QString::fromLatin1(range);
    };
    row("vgg16", "caffe");
    row("resnet50", "caffe");
    row("resnet152", "caffe");
    row("resnet50v2", "-1..1");
    row("resnet-rs-50", "0..255");
    row("inception_v3", "-1..1");
    row("inception_resnet_v2", "-1..1");
    row("xception", "-1..1");
    row("mobilenet_1.00_224", "-1..1");
    row("mobilenetv2_1.00_224", "-1..1");
    row("MobileNetV3Small", "0..255");
    row("NASNet", "-1..1");
    row("densenet121", "torch");
    row("efficientnetb0", "0..255");
    row("efficientnetv2-s", "0..255");
    row("convnext_tiny", "0..255");
    row("regnetx002", "0..255");
    row("sequential", "0..1");
}

void TstPrepareInput::knowsTheFamilies()
{
    QFETCH(QString, range);
    QCOMPARE(nameOf(automaticRange(QTest::currentDataTag(), false)), range.toStdString());
    QCOMPARE(automaticRange(QTest::currentDataTag(), true), PictureRange::ZeroTo255);
}

void TstPrepareInput::namesEveryChoice()
{
    for (const Fit fit : {Fit::Refuse, Fit::Resize, Fit::Crop, Fit::Pad, Fit::Model})
        QCOMPARE(fitNamed(nameOf(fit)), std::optional(fit));
    for (const PictureRange range :
         {PictureRange::Auto, PictureRange::ZeroToOne, PictureRange::MinusOneToOne,
          PictureRange::ZeroTo255, PictureRange::Caffe, PictureRange::Torch})
        QCOMPARE(pictureRangeNamed(nameOf(range)), std::optional(range));
    QVERIFY(!fitNamed("stretch"));
    QVERIFY(!pictureRangeNamed(""));
}

void TstPrepareInput::asksTheReaderForWhatTheModelTakes()
{
    const InputOptions four = readingOptions(stating({{}, 8, 8, 4}), {});
    QCOMPARE(four.spatialRank, std::optional(2));
    QCOMPARE(four.alpha, Alpha::Keep);
    QCOMPARE(four.scaling, ValueScaling::PicturesAsStored);
    StatedInput first = stating({{}, 3, 8, 8, 4});
    first.format = DataFormat::ChannelsFirst;
    const InputOptions volume = readingOptions(first, {});
    QCOMPARE(volume.spatialRank, std::optional(3));
    QCOMPARE(volume.alpha, Alpha::Drop);
    QCOMPARE(volume.channels, std::optional<std::int64_t>(3));
    QVERIFY(!readingOptions({}, {}).spatialRank);
}

QTEST_APPLESS_MAIN(TstPrepareInput)
#include "tst_prepare_input.moc"
