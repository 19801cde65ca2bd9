// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QVBoxLayout;

namespace convscope {

class ParamRow;
class SectionHeader;

/// The arguments of a layer, made from its class's schema: one row per argument in the schema's
/// order, rare ones folded away. The form owns no truth: a legal edit is only announced, and the
/// owner calls setLayer() with what came of it. What is illegal (by the schema and its cross rules)
/// stays in its field, marked and explained, and is not announced.
class ParamForm : public QWidget
{
    Q_OBJECT

public:
    explicit ParamForm(QWidget *parent = nullptr);
    ~ParamForm() override;

    /// Rows are kept, with focus and scroll, while the class stays the same. `spatialRank` 1, 2 or
    /// 3 (0: none) names the axes.
    void setLayer(const Layer &layer, int spatialRank);
    void clear();

    /// A quiet remark under a row, e.g. "zeros added: rows 2 + 2, columns 2 + 2". Empty takes it
    /// away. Unknown arguments are ignored.
    void setNote(const QString &argument, const QString &text);
    void clearNotes();
    /// The model cannot run because of this argument; `axis`: of that element only.
    void setError(const QString &argument, const QString &message,
                  std::optional<int> axis = std::nullopt);
    void clearErrors();

    /// Shows only the arguments whose names contain `text`, also rare ones; empty: as before.
    void setFilter(const QString &text);
    [[nodiscard]] int argumentCount() const { return static_cast<int>(m_entries.size()); }
    /// How many the filter lets through.
    [[nodiscard]] int shownCount() const;
    /// Focuses the first of them.
    void focusFirstShown();

    /// Unfolds where needed and focuses the argument's (faulty) field.
    void focusArgument(const QString &argument);
    /// The argument whose field has the focus; empty where none has.
    [[nodiscard]] QString focusedArgument() const;
    [[nodiscard]] ParamRow *row(const QString &argument) const;
    [[nodiscard]] SectionHeader *foldHeader() const { return m_fold; }

Q_SIGNALS:
    /// `continuing`: goes on with the edit before it, so undo takes both back at once.
    void edited(const QString &argument, const convscope::Value &value, bool continuing);

private:
    void build();
    void applyFilter();
    [[nodiscard]] bool isShown(const ParamRow *row) const;
    void dropContent();
    void take(ParamRow *row, const Value &value, bool continuing);
    void retry(ParamRow *row);

    struct Entry
    {
        ParamRow *row = nullptr;
        /// The model's value when last shown.
        Value shown;
        /// An illegal value that waits in its field.
        std::optional<Value> waiting;
        /// The model's value when the gesture that goes on began.
        Value gestureStart;
        /// No edit of that gesture has been announced yet (its first values were illegal).
        bool isFirst = true;
    };
    void takeBack(ParamRow *row);
    [[nodiscard]] Entry *entry(const ParamRow *row);

    std::optional<Layer> m_layer;
    int m_spatialRank = 0;
    QVBoxLayout *m_column;
    QWidget *m_content = nullptr;
    SectionHeader *m_fold = nullptr;
    QWidget *m_foldLine = nullptr;
    QString m_filter;
    QWidget *m_rare = nullptr;
    std::vector<Entry> m_entries;
};

} // namespace convscope
