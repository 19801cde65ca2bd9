// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "input/prepare_input.h"
#include "params/fact_table.h"

#include <QImage>
#include <QSize>
#include <QWidget>

#include <array>
#include <functional>
#include <optional>

class QVBoxLayout;

namespace convscope {

class FitCard;
class QuietComboBox;
class QuietSpinBox;
class RangeRow;
class RowNote;
class TokenLabel;

/// What the form of an input shows.
struct InputFormContent
{
    QString title;
    /// Names of the model's inputs where it has several, and which one this is.
    QStringList inputs;
    int input = 0;
    /// Shapes of the file and of the model.
    QList<Fact> facts;
    /// What was done to it.
    QList<Fact> notes;
    InputPreparation preparation;
    /// In force: of the preparation, or the default.
    Fit fit = Fit::Crop;
    /// Whether the model states sizes that are not the picture's.
    bool isFitted = false;
    /// "300 × 451 → 224 × 224".
    QString sizes;
    QString fitNote;
    bool isFitWrong = false;
    /// Why a fit cannot be chosen, in the order of Fit; empty: it can.
    std::array<QString, 5> fitReasons;
    /// Columns and rows of the picture and of what is stated, for the miniatures.
    QSize from;
    QSize to;
    QImage picture;
    /// In force, never Auto.
    PictureRange range = PictureRange::ZeroToOne;
    PictureRange suggested = PictureRange::ZeroToOne;
    /// What the model is known for, e.g. "resnet50: caffe"; empty: nothing.
    QString knownFor;
    std::array<std::optional<RangeFigures>, 5> figures;
    /// Why values cannot be scaled; empty: they can.
    QString rangeReason;
    bool hasAlpha = false;
    Alpha alpha = Alpha::Drop;
    /// Fourth channels are not for this model.
    bool takesNoAlpha = false;
    /// 0: there is nothing to choose.
    std::int64_t frameCount = 0;
    std::int64_t rowCount = 0;
};

/// The inspector's page for the input: how it is made what the model reads. Shows what it is given
/// and tells what a person wants.
class InputForm : public QWidget
{
    Q_OBJECT

public:
    explicit InputForm(QWidget *parent = nullptr);
    ~InputForm() override;

    void setContent(const InputFormContent &content);
    [[nodiscard]] const InputFormContent &content() const { return m_content; }
    /// The card of a way to fit; the row of a range. For keyboards and tests.
    [[nodiscard]] QWidget *fitCard(Fit fit) const;
    [[nodiscard]] QWidget *rangeRow(PictureRange range) const;
    [[nodiscard]] QuietComboBox *anchorBox() const { return m_anchor; }
    [[nodiscard]] QuietComboBox *alphaBox() const { return m_alpha; }
    [[nodiscard]] QuietSpinBox *frameField() const { return m_frame; }
    [[nodiscard]] QuietSpinBox *rowField() const { return m_row; }
    [[nodiscard]] QuietComboBox *inputBox() const { return m_input; }
    [[nodiscard]] const RowNote *fitNote() const { return m_fitNote; }

Q_SIGNALS:
    /// `continuing`: goes on with the gesture of the last change.
    void prepared(const convscope::InputPreparation &preparation, bool continuing);
    void openRequested();
    /// Another of the model's inputs.
    void inputWanted(int input);

private:
    void buildFit(QVBoxLayout *column);
    void buildRange(QVBoxLayout *column);
    void buildChannels(QVBoxLayout *column);
    void showFit();
    void showRange();
    void showChannels();
    void change(const std::function<void(InputPreparation &)> &change, bool continuing = false);

    InputFormContent m_content;
    QWidget *m_inputRow;
    QuietComboBox *m_input;
    TokenLabel *m_file;
    FactTable *m_facts;
    QWidget *m_fitPart;
    TokenLabel *m_sizes;
    std::array<FitCard *, 5> m_fits{};
    RowNote *m_fitNote;
    QWidget *m_anchorRow;
    QuietComboBox *m_anchor;
    QWidget *m_rangePart;
    TokenLabel *m_known;
    std::array<RangeRow *, 5> m_ranges{};
    RowNote *m_rangeNote;
    QuietComboBox *m_alpha;
    QuietSpinBox *m_frame;
    QuietComboBox *m_noFrame;
    QuietSpinBox *m_row;
    QuietComboBox *m_noRow;
    FactTable *m_notes;
};

} // namespace convscope
