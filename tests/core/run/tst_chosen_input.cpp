// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "core/input/written_files.h"
#include "support/test_paths.h"

#include "layers/registry.h"
#include "model/edit.h"
#include "run/chosen_input.h"

#include <QTest>

using namespace convscope;
using namespace Qt::StringLiterals;

/// What a person chose and how it is made what a model takes, again and again.
class TstChosenInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cropsWhereTheModelStatesASize();
    void saysWhatDoesNotFit();
    void keepsStoredWeights();
    void followsTheModelsRange();
    void readsAgainOnlyInAnotherWay();
    void changesItsPlanWithTheModel();
    void choosesRowsAndFrames();
    void laysColoursOverAGround();
    void refusesAFrameThatIsNotThere();
    void keepsACorner();
    void figuresAreThoseOfTheRange();

private:
    WrittenFiles m_files;
};

namespace {

/// Grey from left to right, opaque to the right; P7 has an opacity.
QByteArray pam(int rows, int columns)
{
    QByteArray bytes = "P7\nWIDTH " + QByteArray::number(columns) + "\nHEIGHT " +
                       QByteArray::number(rows) +
                       "\nDEPTH 4\nMAXVAL 255\nTUPLTYPE RGB_ALPHA\nENDHDR\n";
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column)
            bytes += QByteArray() + char(10 * column) + char(row) + char(100) +
                     char(column == 0 ? 0 : 255);
    }
    return bytes;
}

ChosenInput choose(const std::string &path, const InputPreparation &preparation = {})
{
    ChosenInput chosen;
    chosen.source.path = path;
    chosen.preparation = preparation;
    return chosen;
}

Model stating(std::vector<Dim> shape, const char *layer = "Conv2D")
{
    Model model;
    model.inputs.push_back({"in", Shape(std::move(shape))});
    return insertLayer(model, 0, *findLayerType(layer));
}

Extents extentsOf(const Result<ChosenInput> &chosen)
{
    return chosen && chosen->ready ? chosen->ready->tensor.extents() : Extents{};
}

} // namespace

void TstChosenInput::cropsWhereTheModelStatesASize()
{
    const std::string path = m_files.write(u"in.pam"_s, pam(6, 10));
    const auto cropped = readyFor(stating({{}, 4, 4, 3}), choose(path));
    QCOMPARE(extentsOf(cropped), (Extents{1, 4, 4, 3}));
    QCOMPARE(cropped->ready->tensor.data()[0], 22.5F / 255.0F);
    QVERIFY(!cropped->problem);
    const auto whole = readyFor(stating({{}, {}, {}, 3}), choose(path));
    QCOMPARE(extentsOf(whole), (Extents{1, 6, 10, 3}));
    QCOMPARE(extentsOf(readyFor({}, choose(path))), (Extents{1, 6, 10, 3}));
}

void TstChosenInput::saysWhatDoesNotFit()
{
    const std::string path = m_files.write(u"in.pam"_s, pam(6, 10));
    InputPreparation refuse;
    refuse.fit = Fit::Refuse;
    const auto small = readyFor(stating({{}, 8, 8, 3}), choose(path, refuse));
    QVERIFY(small && small->problem);
    QVERIFY(!small->ready);
    QVERIFY(small->read);
    const QString said = QString::fromStdString(small->problem->message);
    QVERIFY2(said.contains(u"(1, 6, 10, 3)"_s) && said.contains(u"(None, 8, 8, 3)"_s),
             qPrintable(said));
    const auto channels = readyFor(stating({{}, 6, 10, 5}), choose(path));
    QVERIFY(channels && channels->problem);
    // A row of ten steps is cut, but not made longer.
    QVERIFY(!readyFor(stating({{}, 9, 3}, "Conv1D"), choose(path))->problem);
    QVERIFY(readyFor(stating({{}, 11, 3}, "Conv1D"), choose(path))->problem);
    QVERIFY(!readyFor({}, choose(m_files.path(u"none.png"_s))));
}

void TstChosenInput::keepsStoredWeights()
{
    const std::string path = m_files.write(u"in.pam"_s, pam(6, 10));
    InputPreparation model;
    model.fit = Fit::Model;
    Model dense = insertLayer(stating({{}, 4, 4, 3}, "Flatten"), 1, *findLayerType("Dense"));
    QCOMPARE(extentsOf(readyFor(dense, choose(path, model))), (Extents{1, 6, 10, 3}));
    Layer trained = dense.layer(1).with("units", std::int64_t{1}).value();
    trained = trained.withWeights(
        {Tensor::of({48, 1}, std::vector<float>(48)), Tensor::of({1}, std::vector<float>(1))});
    dense = insertLayer(stating({{}, 4, 4, 3}, "Flatten"), 1, trained);
    const auto refused = readyFor(dense, choose(path, model));
    QVERIFY(refused && refused->problem);
    QCOMPARE(refused->problem->rule, std::string("E11"));
}

void TstChosenInput::followsTheModelsRange()
{
    const std::string path = m_files.write(u"in.pam"_s, pam(6, 10));
    Model model = stating({{}, {}, {}, 3}, "Rescaling");
    QCOMPARE(readyFor(model, choose(path))->ready->tensor.data()[3], 10.0F);
    InputPreparation asked;
    asked.values = PictureRange::MinusOneToOne;
    QCOMPARE(readyFor(model, choose(path, asked))->ready->tensor.data()[3], 10 / 127.5F - 1);
}

void TstChosenInput::readsAgainOnlyInAnotherWay()
{
    const std::string path = m_files.write(u"in.pam"_s, pam(6, 10));
    const auto first = readyFor(stating({{}, 4, 4, 3}), choose(path));
    QVERIFY(first);
    ChosenInput again = *first;
    again.preparation.fit = Fit::Resize;
    const auto second = readyFor(stating({{}, 4, 4, 3}), again);
    QCOMPARE(second->read, first->read);
    QVERIFY(second->ready != first->ready);
    const auto four = readyFor(stating({{}, 4, 4, 4}), *first);
    QVERIFY(four->read != first->read);
    QCOMPARE(extentsOf(four), (Extents{1, 4, 4, 4}));
    // A pattern without a size has the model's: it is made again only where that is another.
    const auto small = readyFor(stating({{}, 4, 4, 3}), choose("pattern:ramp"));
    QVERIFY(small);
    ChosenInput same = *small;
    same.preparation.values = PictureRange::ZeroTo255;
    QCOMPARE(readyFor(stating({{}, 4, 4, 3}), same)->read, small->read);
    const auto large = readyFor(stating({{}, 8, 8, 3}), *small);
    QCOMPARE(large->read->tensor.extents(), (Extents{1, 8, 8, 3}));
    QVERIFY(readyFor(stating({{}, {}, {}, 3}), *small)->read->tensor.extents() !=
            small->read->tensor.extents());
    // A file that is gone is a problem of the input, which was there.
    QVERIFY(QFile::remove(QString::fromStdString(path)));
    const auto gone = readyFor(stating({{}, 4, 4, 3}), *four);
    QVERIFY(gone && gone->problem && !gone->ready);
}

void TstChosenInput::changesItsPlanWithTheModel()
{
    const Model plain = stating({{}, 4, 4, 3});
    QCOMPARE(inputPlan(plain, {}, 0),
             inputPlan(insertLayer(plain, 1, *findLayerType("ReLU")), {}, 0));
    QVERIFY(inputPlan(plain, {}, 0) != inputPlan(stating({{}, 8, 4, 3}), {}, 0));
    QVERIFY(inputPlan(plain, {}, 0) !=
            inputPlan(insertLayer(plain, 0, *findLayerType("Rescaling")), {}, 0));
    InputPreparation padded;
    padded.fit = Fit::Pad;
    QVERIFY(inputPlan(plain, {}, 0) != inputPlan(plain, padded, 0));
}

void TstChosenInput::choosesRowsAndFrames()
{
    const std::string path = m_files.write(u"in.pam"_s, pam(6, 10));
    InputPreparation preparation;
    preparation.row = 5;
    const auto row = readyFor(stating({{}, {}, 3}, "Conv1D"), choose(path, preparation));
    QCOMPARE(extentsOf(row), (Extents{1, 10, 3}));
    QCOMPARE(row->ready->tensor.data()[1], 5 / 255.0F);
    QCOMPARE(row->read->rowCount, 6);
    const std::string pages = dataPath("input/pages.tif");
    preparation = {};
    const auto first = readyFor(stating({{}, {}, {}, 1}), choose(pages, preparation));
    QCOMPARE(first->read->frameCount, 3);
    QCOMPARE(first->ready->tensor.data()[0], 0.0F);
    preparation.frame = 2;
    const auto last = readyFor(stating({{}, {}, {}, 1}), choose(pages, preparation));
    QCOMPARE(last->ready->tensor.data()[0], 1.0F);
    QVERIFY2(notesOf(*last->ready).contains(u"page 2 of 3 pages, counted from 0"_s),
             qPrintable(notesOf(*last->ready)));
}

void TstChosenInput::refusesAFrameThatIsNotThere()
{
    InputPreparation preparation;
    preparation.frame = 3;
    const auto none =
        readyFor(stating({{}, {}, {}, 1}), choose(dataPath("input/pages.tif"), preparation));
    QVERIFY(!none);
    QCOMPARE(none.error().message,
             std::string("pages.tif: expected a page from 0 to 2, received 3."));
}

void TstChosenInput::laysColoursOverAGround()
{
    const std::string path = m_files.write(u"in.pam"_s, pam(2, 3));
    InputPreparation preparation;
    preparation.values = PictureRange::ZeroTo255;
    const auto at = [&](std::optional<Alpha> alpha, int value) {
        preparation.alpha = alpha;
        const auto ready = readyFor({}, choose(path, preparation));
        return ready && ready->read->hasAlpha ? ready->ready->tensor.data()[value] : -1.0F;
    };
    QCOMPARE(at(std::nullopt, 2), 100.0F);
    QCOMPARE(at(Alpha::OverWhite, 2), 255.0F); // of a pixel that cannot be seen
    QCOMPARE(at(Alpha::OverBlack, 2), 0.0F);
    QCOMPARE(at(Alpha::OverWhite, 5), 100.0F);
    QCOMPARE(at(Alpha::Keep, 3), 0.0F);
    QCOMPARE(at(Alpha::Keep, 7), 255.0F);
}

void TstChosenInput::keepsACorner()
{
    const std::string path = m_files.write(u"in.pam"_s, pam(6, 10));
    InputPreparation preparation;
    preparation.values = PictureRange::ZeroTo255;
    const auto first = [&](FitAnchor anchor, std::int64_t rows, std::int64_t columns) {
        preparation.anchor = anchor;
        const auto ready = readyFor(stating({{}, rows, columns, 3}), choose(path, preparation));
        return ready && ready->ready ? std::vector<float>(ready->ready->tensor.data(),
                                                          ready->ready->tensor.data() + 2)
                                     : std::vector<float>();
    };
    // Columns are cut, then rows.
    QCOMPARE(first(FitAnchor::Centre, 6, 4), (std::vector<float>{30, 0}));
    QCOMPARE(first(FitAnchor::BottomLeft, 6, 4), (std::vector<float>{0, 0}));
    QCOMPARE(first(FitAnchor::TopRight, 6, 4), (std::vector<float>{60, 0}));
    QCOMPARE(first(FitAnchor::Centre, 3, 10), (std::vector<float>{0, 1}));
    QCOMPARE(first(FitAnchor::TopRight, 3, 10), (std::vector<float>{0, 0}));
    QCOMPARE(first(FitAnchor::BottomRight, 3, 10), (std::vector<float>{0, 3}));
    preparation.anchor = FitAnchor::BottomRight;
    preparation.fit = Fit::Pad;
    const auto padded = readyFor(stating({{}, 8, 10, 3}), choose(path, preparation));
    QCOMPARE(padded->ready->tensor.data()[(7 * 10 + 9) * 3], 90.0F);
    QCOMPARE(padded->ready->tensor.data()[2], 0.0F);
}

void TstChosenInput::figuresAreThoseOfTheRange()
{
    const auto read = readyFor({}, choose(m_files.write(u"in.pam"_s, pam(6, 10))));
    QVERIFY(read);
    const auto figures = rangeFigures(*read->read);
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const auto shown = inRange(*read->read, static_cast<PictureRange>(i + 1), {});
        QVERIFY(shown && figures[i]);
        double sum = 0;
        float low = shown->tensor.data()[0];
        float high = low;
        for (const float value : shown->tensor.values()) {
            low = std::min(low, value);
            high = std::max(high, value);
            sum += double(value);
        }
        QCOMPARE(float(figures[i]->minimum), low);
        QCOMPARE(float(figures[i]->maximum), high);
        QVERIFY(std::abs(figures[i]->mean - sum / double(shown->tensor.size())) < 1e-4);
    }
    Input array;
    array.tensor = Tensor::of({1, 2, 2, 1}, std::vector<float>{1, 2, 3, 4});
    QVERIFY(!rangeFigures(array)[0]);
}

QTEST_APPLESS_MAIN(TstChosenInput)
#include "tst_chosen_input.moc"
