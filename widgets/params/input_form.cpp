// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "params/input_form.h"

#include "controls/quiet_combo_box.h"
#include "controls/quiet_spin_box.h"
#include "controls/token_label.h"
#include "params/input_choices.h"
#include "params/param_row.h"
#include "style/fonts.h"
#include "style/themed_icon.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace convscope {

namespace {

constexpr int kFormMargin = 14;
constexpr int kLabelWidth = 96;
constexpr std::array kAnchors{FitAnchor::Centre, FitAnchor::TopLeft, FitAnchor::TopRight,
                              FitAnchor::BottomLeft, FitAnchor::BottomRight};
constexpr std::array kAlphas{Alpha::Drop, Alpha::OverWhite, Alpha::OverBlack, Alpha::Keep};

QHBoxLayout *titleRow(const QString &title, TokenLabel *aside)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(kFormMargin, 10, kFormMargin, 4);
    row->addWidget(new TokenLabel(title, FontRole::Title, &Tokens::text));
    // The inspector is never made wider by what is said beside a title.
    aside->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(aside, 1);
    aside->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return row;
}

/// A name in the number face and what is chosen beside it.
QHBoxLayout *labelledRow(const QString &name, std::initializer_list<QWidget *> fields)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(kFormMargin, 3, kFormMargin, 3);
    row->setSpacing(8);
    auto *label = new TokenLabel(name, FontRole::Number, &Tokens::text);
    label->setFixedWidth(kLabelWidth);
    row->addWidget(label);
    for (QWidget *field : fields) {
        field->setFixedHeight(scaledHeight(28));
        field->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        field->setMinimumWidth(60);
        field->setAccessibleName(name);
        row->addWidget(field, 1);
    }
    return row;
}

QuietComboBox *disabledBox()
{
    auto *box = new QuietComboBox;
    box->addItem(QString());
    box->setEnabled(false);
    return box;
}

/// A number to choose, or the reason why there is none.
void showNumber(QuietSpinBox *field, QuietComboBox *none, std::int64_t count, std::int64_t value,
                const QString &reason)
{
    field->setVisible(count > 0);
    none->setVisible(count <= 0);
    none->setItemText(0, reason);
    if (count <= 0)
        return;
    field->setBounds(0, count - 1);
    field->setValue(value);
    field->setToolTip(InputForm::tr("From 0 to %1").arg(count - 1));
}

} // namespace

InputForm::InputForm(QWidget *parent)
    : QWidget(parent), m_inputRow(new QWidget), m_input(new QuietComboBox),
      m_file(new TokenLabel({}, FontRole::Number, &Tokens::text)), m_facts(new FactTable({})),
      m_sizes(new TokenLabel({}, FontRole::MonoCaption, &Tokens::text2)),
      m_known(new TokenLabel({}, FontRole::MonoCaption, &Tokens::text2)), m_notes(new FactTable({}))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *open = new QToolButton;
    open->setIcon(themedIcon(u"open"));
    open->setToolTip(tr("Open another input"));
    open->setAccessibleName(open->toolTip());
    connect(open, &QToolButton::clicked, this, &InputForm::openRequested);
    auto *file = new QHBoxLayout;
    file->setContentsMargins(kFormMargin, 0, kFormMargin, 0);
    file->setSpacing(8);
    auto *name = new TokenLabel(tr("file"), FontRole::Number, &Tokens::text);
    name->setFixedWidth(kLabelWidth);
    m_file->setMinimumWidth(40);
    m_file->setElided(true);
    m_file->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    file->addWidget(name);
    file->addWidget(m_file, 1);
    file->addWidget(open);
    auto *input = new QHBoxLayout(m_inputRow);
    input->setContentsMargins(kFormMargin, 0, kFormMargin, 6);
    input->setSpacing(8);
    auto *inputName = new TokenLabel(tr("input"), FontRole::Number, &Tokens::text);
    inputName->setFixedWidth(kLabelWidth);
    m_input->setFont(convscope::font(FontRole::Number));
    m_input->setAccessibleName(tr("Input of the model"));
    input->addWidget(inputName);
    input->addWidget(m_input, 1);
    connect(m_input, &QComboBox::activated, this, &InputForm::inputWanted);
    column->addWidget(m_inputRow);
    column->addLayout(file);
    column->addWidget(m_facts);
    buildFit(column);
    buildRange(column);
    buildChannels(column);
    column->addWidget(m_notes);
}

InputForm::~InputForm() = default;

void InputForm::buildFit(QVBoxLayout *column)
{
    m_fitPart = new QWidget;
    auto *part = new QVBoxLayout(m_fitPart);
    part->setContentsMargins(0, 0, 0, 4);
    part->setSpacing(0);
    part->addWidget(new HairLine);
    part->addLayout(titleRow(tr("Fit"), m_sizes));
    auto *cards = new QHBoxLayout;
    cards->setContentsMargins(kFormMargin, 4, kFormMargin, 4);
    cards->setSpacing(6);
    for (std::size_t i = 0; i < m_fits.size(); ++i) {
        const auto fit = static_cast<Fit>(i);
        m_fits[i] = new FitCard(fit, this);
        cards->addWidget(m_fits[i]);
        connect(m_fits[i], &QAbstractButton::clicked, this,
                [this, fit] { change([fit](InputPreparation &p) { p.fit = fit; }); });
    }
    part->addLayout(cards);
    auto *note = new QHBoxLayout;
    note->setContentsMargins(kFormMargin, 0, kFormMargin, 2);
    m_fitNote = new RowNote(this);
    note->addWidget(m_fitNote);
    part->addLayout(note);
    m_anchor = new QuietComboBox;
    m_anchor->addItems(
        {tr("centre"), tr("top left"), tr("top right"), tr("bottom left"), tr("bottom right")});
    m_anchor->setToolTip(tr("Which part is kept. The outline in the picture can be dragged too."));
    connect(m_anchor, &QComboBox::activated, this, [this](int index) {
        const auto at = static_cast<std::size_t>(index);
        if (at < kAnchors.size())
            change([at](InputPreparation &p) { p.anchor = kAnchors[at]; });
    });
    m_anchorRow = new QWidget;
    m_anchorRow->setLayout(labelledRow(tr("keep"), {m_anchor}));
    part->addWidget(m_anchorRow);
    column->addWidget(m_fitPart);
}

void InputForm::buildRange(QVBoxLayout *column)
{
    m_rangePart = new QWidget;
    auto *part = new QVBoxLayout(m_rangePart);
    part->setContentsMargins(0, 0, 0, 6);
    part->setSpacing(0);
    part->addWidget(new HairLine);
    part->addLayout(titleRow(tr("Value scaling"), m_known));
    auto *heads = new QHBoxLayout;
    heads->setContentsMargins(kFormMargin, 0, kFormMargin, 0);
    heads->setSpacing(0);
    for (const QString &head : {tr("range here"), tr("mean")}) {
        auto *label = new TokenLabel(head, FontRole::Caption, &Tokens::text2);
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        heads->addWidget(label, heads->count() == 0 ? 1 : 0);
    }
    heads->itemAt(1)->widget()->setFixedWidth(RangeRow::kMeanWidth);
    part->addLayout(heads);
    for (std::size_t i = 0; i < m_ranges.size(); ++i) {
        const auto range = static_cast<PictureRange>(i + 1);
        m_ranges[i] = new RangeRow(range, this);
        part->addWidget(m_ranges[i]);
        // What the model suggests goes on following the model.
        connect(m_ranges[i], &QAbstractButton::clicked, this, [this, range] {
            const PictureRange wanted = range == m_content.suggested ? PictureRange::Auto : range;
            change([wanted](InputPreparation &p) { p.values = wanted; });
        });
    }
    auto *note = new QHBoxLayout;
    note->setContentsMargins(kFormMargin, 0, kFormMargin, 0);
    m_rangeNote = new RowNote(this);
    note->addWidget(m_rangeNote);
    part->addLayout(note);
    column->addWidget(m_rangePart);
}

void InputForm::buildChannels(QVBoxLayout *column)
{
    column->addWidget(new HairLine);
    column->addLayout(titleRow(tr("Channels, frame, row"),
                               new TokenLabel({}, FontRole::Caption, &Tokens::text2)));
    m_alpha = new QuietComboBox;
    connect(m_alpha, &QComboBox::activated, this, [this](int index) {
        change(
            [index](InputPreparation &p) { p.alpha = kAlphas[static_cast<std::size_t>(index)]; });
    });
    m_frame = new QuietSpinBox;
    m_row = new QuietSpinBox;
    m_noFrame = disabledBox();
    m_noRow = disabledBox();
    connect(m_frame, &QuietSpinBox::valueEdited, this, [this](qint64 value, bool continuing) {
        change([value](InputPreparation &p) { p.frame = value; }, continuing);
    });
    connect(m_row, &QuietSpinBox::valueEdited, this, [this](qint64 value, bool continuing) {
        change([value](InputPreparation &p) { p.row = value; }, continuing);
    });
    column->addLayout(labelledRow(tr("alpha"), {m_alpha}));
    column->addLayout(labelledRow(tr("frame"), {m_frame, m_noFrame}));
    column->addLayout(labelledRow(tr("row"), {m_row, m_noRow}));
}

QWidget *InputForm::fitCard(Fit fit) const
{
    return m_fits[static_cast<std::size_t>(fit)];
}

QWidget *InputForm::rangeRow(PictureRange range) const
{
    return range == PictureRange::Auto ? nullptr : m_ranges[static_cast<std::size_t>(range) - 1];
}

void InputForm::setContent(const InputFormContent &content)
{
    m_content = content;
    m_inputRow->setVisible(content.inputs.size() > 1);
    QStringList shown;
    for (int i = 0; i < m_input->count(); ++i)
        shown << m_input->itemText(i);
    if (shown != content.inputs) {
        m_input->clear();
        m_input->addItems(content.inputs);
    }
    m_input->setCurrentIndex(content.input);
    m_file->setText(content.title);
    m_file->setToolTip(content.title);
    m_facts->setFacts(content.facts);
    m_notes->setFacts(content.notes);
    m_notes->setVisible(!content.notes.isEmpty());
    showFit();
    showRange();
    showChannels();
}

void InputForm::showFit()
{
    m_fitPart->setVisible(m_content.isFitted || !m_content.fitNote.isEmpty());
    m_sizes->setText(m_content.sizes);
    for (std::size_t i = 0; i < m_fits.size(); ++i) {
        FitCard *card = m_fits[i];
        const QString &reason = m_content.fitReasons[i];
        card->setPicture(m_content.picture, m_content.from, m_content.to,
                         m_content.preparation.anchor);
        card->setChecked(static_cast<Fit>(i) == m_content.fit);
        card->setEnabled(reason.isEmpty());
        card->setToolTip(reason.isEmpty() ? fitWord(static_cast<Fit>(i)) : reason);
        card->setAccessibleDescription(reason);
        card->setVisible(m_content.isFitted &&
                         (static_cast<Fit>(i) != Fit::Model || reason.isEmpty()));
    }
    m_fitNote->setContent(m_content.fitNote, m_content.isFitWrong);
    m_anchorRow->setVisible(m_content.isFitted &&
                            (m_content.fit == Fit::Crop || m_content.fit == Fit::Pad));
    const auto anchor = std::ranges::find(kAnchors, m_content.preparation.anchor);
    const auto named = static_cast<int>(kAnchors.size());
    // Where it was dragged to has no name.
    while (m_anchor->count() > named)
        m_anchor->removeItem(named);
    if (anchor == kAnchors.end())
        m_anchor->addItem(tr("as dragged"));
    m_anchor->setCurrentIndex(static_cast<int>(anchor - kAnchors.begin()));
}

void InputForm::showRange()
{
    m_rangePart->setVisible(m_content.rangeReason.isEmpty());
    m_known->setText(m_content.knownFor);
    for (std::size_t i = 0; i < m_ranges.size(); ++i) {
        RangeRow *row = m_ranges[i];
        row->setFigures(m_content.figures[i]);
        row->setChecked(static_cast<PictureRange>(i + 1) == m_content.range);
        // Figures are missing where a range is not for this picture, and until they are computed.
        row->setEnabled(i < 3 || m_content.figures[i] || !m_content.figures[0]);
    }
    m_rangeNote->setContent(m_content.range == m_content.suggested
                                ? QString()
                                : tr("the model suggests %1").arg(rangeWord(m_content.suggested)),
                            false);
}

void InputForm::showChannels()
{
    const QSignalBlocker quiet(m_alpha);
    m_alpha->clear();
    m_alpha->setEnabled(m_content.hasAlpha);
    if (m_content.hasAlpha) {
        m_alpha->addItems({tr("left out"), tr("over white"), tr("over black")});
        if (!m_content.takesNoAlpha || m_content.alpha == Alpha::Keep)
            m_alpha->addItem(tr("fourth channel"));
        m_alpha->setCurrentIndex(static_cast<int>(m_content.alpha));
    } else {
        m_alpha->addItem(tr("no alpha here"));
    }
    showNumber(m_frame, m_noFrame, m_content.frameCount, m_content.preparation.frame.value_or(0),
               tr("one picture"));
    showNumber(m_row, m_noRow, m_content.rowCount,
               m_content.preparation.row.value_or(m_content.rowCount / 2), tr("all rows"));
}

void InputForm::change(const std::function<void(InputPreparation &)> &edit, bool continuing)
{
    InputPreparation wanted = m_content.preparation;
    edit(wanted);
    // What was clicked shows what is in force until something else is.
    showFit();
    showRange();
    if (wanted != m_content.preparation)
        Q_EMIT prepared(wanted, continuing);
}

} // namespace convscope
