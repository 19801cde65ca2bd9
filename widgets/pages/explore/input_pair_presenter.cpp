// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/explore/input_pair_presenter.h"

#include "document/selection.h"
#include "language/core_words.h"
#include "params/input_choices.h"
#include "params/input_problem.h"
#include "style/numbers.h"
#include "style/tokens.h"
#include "views/input_pair_view.h"
#include "views/series_colours.h"

#include <array>
#include <cmath>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kDigits = 4;

QString signText(char sign)
{
    switch (sign) {
    case '/':
        return u"÷"_s;
    case '*':
        return u"×"_s;
    case '-':
        return u"−"_s;
    default:
        return u"+"_s;
    }
}

/// "85 and 86", or "85" where both are one; −1 is outside.
QString pairText(const AxisBlend &blend)
{
    const auto inWords = [](std::int64_t cell) {
        return cell < 0 ? InputPairPresenter::tr("a zero") : integerText(cell);
    };
    return blend.first == blend.second || blend.share == 0.0F
               ? inWords(blend.first)
               : InputPairPresenter::tr("%1 and %2")
                     .arg(inWords(blend.first), inWords(blend.second));
}

/// "0.101·184 + …" with what it gives.
QString blendFormula(const CellOrigin &origin, const CellChannel &channel)
{
    const double down = double(origin.row.share);
    const double across = double(origin.column.share);
    const std::array<double, 4> weights{(1 - down) * (1 - across), (1 - down) * across,
                                        down * (1 - across), down * across};
    QStringList terms;
    for (std::size_t i = 0; i < weights.size(); ++i)
        if (weights[i] > 0)
            terms << u"%1·%2"_s.arg(QString::number(weights[i], 'f', 3),
                                    valueText(channel.pixels[i], kDigits));
    return u"%1 ≈ %2"_s.arg(terms.join(u" + "_s), valueText(channel.blended));
}

} // namespace

InputPairPresenter::InputPairPresenter(const PageContext &context, const Views &views,
                                       QObject *parent)
    : QObject(parent), m_context(context), m_views(views)
{
    connect(context.document, &ModelDocument::changed, this, &InputPairPresenter::refresh);
    connect(context.selection, &Selection::layerSelected, this, &InputPairPresenter::refresh);
    connect(context.selection, &Selection::inputSelected, this, &InputPairPresenter::refresh);
    connect(context.selection, &Selection::pinnedElsewhere, this, &InputPairPresenter::showPinned);
    connect(views.pair, &InputPairView::pointed, this, &InputPairPresenter::describe);
    connect(views.pair, &InputPairView::pinWanted, this, [this](std::optional<MapCell> cell) {
        m_context.selection->pin(cell ? std::optional(PinnedCell{{cell->row, cell->column}})
                                      : std::nullopt);
    });
    connect(views.pair, &InputPairView::keptDragged, this, &InputPairPresenter::keep);
}

void InputPairPresenter::keep(std::int64_t row, std::int64_t column, int gesture)
{
    const ChosenInput *present = chosen();
    if (present == nullptr)
        return;
    const PlaneFit &fit = m_views.pair->pair().fit;
    const auto share = [](std::int64_t before, const AxisFit &axis, double otherwise) {
        const std::int64_t over = axis.have - axis.frame;
        return over > 0 ? static_cast<double>(before) / static_cast<double>(over) : otherwise;
    };
    InputPreparation wanted = present->preparation;
    wanted.anchor = {share(row, fit.rows, wanted.anchor.row),
                     share(column, fit.columns, wanted.anchor.column)};
    const auto step = [](const DocumentState &, const DocumentState &) {
        return tr("drag what is kept");
    };
    m_context.document->prepareInput(m_context.selection->input(), wanted, step,
                                     u"kept#%1"_s.arg(gesture));
}

const ChosenInput *InputPairPresenter::chosen() const
{
    return m_context.document->chosenFor(m_context.selection->input());
}

QString InputPairPresenter::inputName() const
{
    const auto &inputs = m_context.document->model().inputs;
    const std::size_t input = m_context.selection->input();
    return input >= inputs.size() || inputs[input].name.empty()
               ? tr("input")
               : QString::fromStdString(inputs[input].name);
}

bool InputPairPresenter::isPossible() const
{
    const ChosenInput *chosen = this->chosen();
    return m_context.selection->layer() < 0 && chosen != nullptr && hasInputPair(*chosen);
}

void InputPairPresenter::setActive(bool active)
{
    m_isActive = active;
    if (active)
        refresh();
    else
        m_jobs.stop();
}

void InputPairPresenter::refresh()
{
    const bool possible = isPossible();
    if (possible != m_wasPossible) {
        m_wasPossible = possible;
        Q_EMIT possibleChanged();
    }
    if (!m_isActive || !possible)
        return;
    const ChosenInput &chosen = *this->chosen();
    if (chosen.read == m_read && chosen.ready == m_ready && chosen.preparation == m_preparation &&
        !m_pictures.file.isNull()) {
        showPinned();
        return;
    }
    m_read = chosen.read;
    m_ready = chosen.ready;
    m_preparation = chosen.preparation;
    m_jobs.startLatest(
        [chosen, range = rangeOf(chosen)](const BackgroundJobs::Job &) {
            return inputPairPictures(chosen, range);
        },
        [this](const Result<InputPairPictures> &pictures) {
            if (!pictures || !isPossible())
                return;
            m_pictures = *pictures;
            showPictures();
        });
}

QStringList InputPairPresenter::channelNames() const
{
    QStringList names;
    const Input &read = *m_read;
    const auto channels = static_cast<std::size_t>(read.tensor.extent(-1));
    for (std::size_t i = 0; i < channels; ++i) {
        if (i < read.channelNames.size())
            names << localized(read.channelNames[i]);
        else
            names << (channels == 1 ? tr("grey") : integerText(static_cast<qint64>(i)));
    }
    return names;
}

void InputPairPresenter::showPictures()
{
    const ChosenInput &chosen = *this->chosen();
    InputPair pair;
    pair.file = m_pictures.file;
    pair.model = m_pictures.model;
    pair.fit = m_pictures.fit;
    pair.isDraggable = m_ready && fitOf(chosen) == Fit::Crop &&
                       (pair.fit.rows.frame < pair.fit.rows.have ||
                        pair.fit.columns.frame < pair.fit.columns.have);
    pair.fileTitle = localized(m_read->title);
    pair.fileNote = m_read->white > 0 ? tr("0 to %1").arg(QString::number(m_read->white, 'g', 8))
                                      : tr("values as stored");
    if (chosen.problem)
        pair.problem = inputProblem(chosen, {});
    if (m_ready) {
        pair.modelNote = tr("float32, %1 to %2")
                             .arg(valueText(m_pictures.modelValues.low, kDigits),
                                  valueText(m_pictures.modelValues.high, kDigits));
        pair.modelCaption =
            tr("shown from black, %1, to white, %2")
                .arg(valueText(m_pictures.black, kDigits), valueText(m_pictures.white, kDigits));
        for (const Words &note : m_ready->notes)
            pair.captions << localized(note);
    }
    m_views.pair->setPair(std::move(pair));
    showPinned();
}

void InputPairPresenter::showPinned()
{
    if (!m_isActive || !isPossible() || m_pictures.file.isNull())
        return;
    const auto &pinned = m_context.selection->pinned();
    const PlaneFit &fit = m_pictures.fit;
    std::optional<MapCell> cell;
    if (pinned && pinned->place.size() == 2 && pinned->place[0] < fit.rows.wanted &&
        pinned->place[1] < fit.columns.wanted)
        cell = MapCell{pinned->place[0], pinned->place[1]};
    m_views.pair->setPinned(cell);
    describe(m_views.pair->currentCell());
}

void InputPairPresenter::describe(std::optional<MapCell> cell)
{
    if (!m_read || m_pictures.file.isNull())
        return;
    const ChosenInput *chosen = this->chosen();
    InputValues values;
    values.names = channelNames();
    for (int i = 0; i < values.names.size(); ++i)
        values.colours.push_back(values.names.size() == 1 ? tokens().text2 : seriesColour(i));
    values.file = m_pictures.fileValues;
    values.file.title = tr("in the file, the part kept");
    values.model = m_pictures.modelValues;
    const bool isPicture = m_read->white > 0;
    if (chosen != nullptr)
        values.model.title = isPicture ? tr("in the model, %1").arg(rangeWord(rangeOf(*chosen)))
                                       : tr("in the model");
    const bool isInside = cell && m_ready && chosen != nullptr && chosen->ready == m_ready &&
                          cell->row < m_ready->tensor.extent(1) &&
                          cell->column < m_ready->tensor.extent(2);
    if (!isInside) {
        values.hint = m_ready ? tr("Point at a cell, or walk to it with the arrow keys, to see how "
                                   "its numbers were made; click or Enter pins it.")
                              : tr("The model reads nothing yet.");
        m_views.pair->setWords({}, {});
        m_views.values->setValues(std::move(values));
        Q_EMIT cellDescribed({});
        return;
    }
    const PictureRange range = isPicture ? rangeOf(*chosen) : PictureRange::ZeroToOne;
    const CellOrigin origin =
        cellOrigin(*m_read, *m_ready, m_pictures.fit, range, cell->row, cell->column);
    const CellChannel &first = origin.channels.front();
    values.title = tr("Why %1?").arg(valueText(first.value, kDigits));
    values.place = u"%1 [%2, %3, 0]"_s.arg(inputName()).arg(cell->row).arg(cell->column);
    const bool isBlended = origin.row.share != 0.0F || origin.column.share != 0.0F;
    values.heads << QString() << (isBlended ? tr("bilinear") : tr("stored"));
    for (const ValueStep &step : first.steps)
        values.heads << signText(step.sign);
    values.heads << tr("value");
    QStringList shown;
    const bool isCaffe = isPicture && range == PictureRange::Caffe;
    const auto count = static_cast<int>(origin.channels.size());
    for (int i = 0; i < count; ++i) {
        const CellChannel &channel = origin.channels[static_cast<std::size_t>(i)];
        const int named = isCaffe ? count - 1 - i : i;
        QStringList row{count == values.names.size() ? values.names.value(named)
                        : count == 1                 ? tr("grey")
                                                     : integerText(i)};
        row << valueText(channel.blended);
        for (const ValueStep &step : channel.steps)
            row << u"%1 %2"_s.arg(signText(step.sign), valueText(step.operand, 6));
        row << valueText(channel.value, kDigits);
        shown << valueText(channel.value, kDigits);
        values.rows.push_back(row);
    }
    if (isBlended) {
        values.sentence = tr("The first before scaling, from the pixels of rows %1, columns %2:")
                              .arg(pairText(origin.row), pairText(origin.column));
        values.formula = blendFormula(origin, first);
    }
    m_views.pair->setWords(shown.join(u"  "_s),
                           tr("row %1  column %2").arg(cell->row).arg(cell->column));
    m_views.values->setValues(std::move(values));
    Q_EMIT cellDescribed(tr("%1 [%2, %3] = %4 ← row %5, column %6 of %7")
                             .arg(inputName())
                             .arg(cell->row)
                             .arg(cell->column)
                             .arg(shown.join(u' '), QString::number(origin.row.position, 'f', 2),
                                  QString::number(origin.column.position, 'f', 2),
                                  localized(m_read->title)));
}

} // namespace convscope
