// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "weights_edit/weight_statistics.h"

#include <QWidget>

#include <optional>

class QPushButton;

namespace convscope {

class FactTable;
class NormBars;
class QuietSpinBox;
class ResponsePlot;
class TokenLabel;
class WeightHistogram;

/// What the weights of a layer are like, beside the page: histogram, filters, frequency response,
/// start values, constraint. Plain values in, wishes out.
class WeightFacts : public QWidget
{
    Q_OBJECT

public:
    explicit WeightFacts(QWidget *parent = nullptr);

    /// Nothing to be told: a sentence.
    void clear(const QString &sentence);
    void setStatistics(const QString &weight, const WeightStatistics &statistics, bool hasFilters);
    void setCurrentFilter(std::int64_t filter);
    /// Of the kernel that is shown; hidden where `values` is empty.
    void setKernel(const std::vector<float> &values, std::int64_t rows, std::int64_t columns);
    /// The initializer in Python's words; no seed: it has none.
    void setStart(const QString &initializer, std::optional<std::int64_t> seed,
                  const QString &note);
    /// Empty: the weight has none.
    void setConstraint(const QString &constraint);
    /// What applying it has changed.
    void setConstraintResult(const QString &words);
    /// What was done last, where the weights came from, and what the first button brings back.
    void setEdited(bool isEdited, const QString &last, const QString &origin,
                   const QString &target);
    [[nodiscard]] std::int64_t seed() const;
    [[nodiscard]] QuietSpinBox *seedField() const { return m_seed; }

Q_SIGNALS:
    void filterChosen(std::int64_t filter);
    /// Draw again; `continuing`: the seed is still being typed.
    void startWanted(std::int64_t seed, bool continuing);
    void constraintWanted();
    /// As before the first edit: what is chosen, or all weights of the layer.
    void restoreWanted(bool ofAll);

private:
    TokenLabel *m_sentence;
    QWidget *m_body;
    TokenLabel *m_title;
    WeightHistogram *m_histogram;
    FactTable *m_values;
    QWidget *m_filters;
    NormBars *m_norms;
    FactTable *m_twins;
    QWidget *m_response;
    ResponsePlot *m_plot;
    QWidget *m_start;
    TokenLabel *m_initializer;
    QWidget *m_seedRow;
    QuietSpinBox *m_seed;
    TokenLabel *m_note;
    QWidget *m_constraint;
    TokenLabel *m_constraintName;
    TokenLabel *m_constraintResult;
    QWidget *m_edited;
    FactTable *m_editedFacts;
    QPushButton *m_restore;
};

} // namespace convscope
