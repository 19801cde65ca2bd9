// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "params/fact_table.h"
#include "params/largest_table.h"
#include "schema/value.h"

#include <QWidget>

#include <optional>

class QLabel;
class QScrollArea;
class QToolButton;

namespace convscope {

class FilterBar;
class InputForm;
class Layer;
class NameEdit;
class ParamForm;
class ReadsSection;
class SegmentedTabs;
class TokenLabel;

/// What the values of a layer's output are like.
struct LayerStatistics
{
    double minimum = 0;
    double maximum = 0;
    double mean = 0;
    double standardDeviation = 0;
    qint64 count = 0;
    qint64 zeros = 0;
    qint64 nonfinite = 0;
    int maps = 0;
    /// Maps that are the same value everywhere or zero: indices, ascending.
    QList<int> deadMaps;
};

/// The right panel: one layer's name, arguments, output arithmetic, cost, statistics. Plain values
/// in, wishes out; it changes nothing by itself.
class Inspector : public QWidget
{
    Q_OBJECT

public:
    explicit Inspector(QWidget *parent = nullptr);
    ~Inspector() override;

    /// Title, name and form. Output, cost and statistics are set apart and stay until then.
    void setLayer(const Layer &layer, int spatialRank);
    /// Something that has no arguments (the input): title, quiet line and facts.
    void setFacts(const QString &icon, const QString &title, const QString &name,
                  const QList<Fact> &facts);
    /// The input that a person chose: title, name and the form of what is done to it, which is
    /// filled apart.
    void setInput(const QString &title, const QString &name);
    /// Nothing is selected: a sentence saying so.
    void clear(const QString &sentence);

    /// One row per axis, e.g. {"rows", "⌈300 ÷ 1⌉ = 300", false}; an illegal axis is wrong.
    void setOutput(const QList<Fact> &rows);
    void setCost(const QList<Fact> &rows);
    /// What its file states of a layer whose class is not known here; empty: no such layer.
    void setStated(const QList<Fact> &facts);
    /// Of a softmax; empty: it is none.
    void setLargest(const LargestShares &shares);
    /// nullopt: not computed.
    void setStatistics(const std::optional<LayerStatistics> &statistics);

    /// A tab of the page that is active, between the others and shown at once; null takes it away.
    /// Owned by the inspector from then on.
    void setPageTab(QWidget *content, const QString &title);

    [[nodiscard]] ParamForm *form() const { return m_form; }
    [[nodiscard]] InputForm *inputForm() const { return m_input; }
    [[nodiscard]] ReadsSection *reads() const { return m_reads; }
    [[nodiscard]] LargestTable *largest() const { return m_largest; }
    /// Lays out what has changed at once, so that one edit is painted once: a note that comes or
    /// goes passes through six nested layouts, each of which would tell the next by a posted event.
    void layOutNow();
    /// The key that does what the help button does, as words; empty: none.
    void setHelpKey(const QString &key);
    void beginRename();
    /// Scrolls to the argument and focuses it.
    void focusArgument(const QString &argument);
    /// Opens the field that shows only some of the arguments, by name. False where there are none.
    bool startFilter();
    [[nodiscard]] FilterBar *filter() const { return m_filter; }

Q_SIGNALS:
    void edited(const QString &argument, const convscope::Value &value, bool continuing);
    void renameRequested(const QString &name);
    void helpRequested();
    /// The ⋯ button: `at` in global pixels, below the button.
    void menuRequested(const QPoint &at);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Page
    {
        Layer,
        Facts,
        Input,
        Nothing
    };
    void showPage(Page page);
    void showTab();
    void applyFilter();
    void showHead(const QString &icon, const QString &title, const QString &name);

    Page m_page = Page::Nothing;
    QLabel *m_icon;
    TokenLabel *m_title;
    NameEdit *m_name;
    TokenLabel *m_quietName;
    QToolButton *m_help;
    QToolButton *m_more;
    SegmentedTabs *m_tabs;
    QScrollArea *m_scroll;
    QWidget *m_head;
    QWidget *m_arguments;
    ParamForm *m_form;
    FilterBar *m_filter;
    ReadsSection *m_reads;
    FactTable *m_stated;
    LargestTable *m_largest;
    /// With the rules below them; hidden where there is nothing to say.
    QWidget *m_statedBox;
    QWidget *m_largestBox;
    FactTable *m_output;
    FactTable *m_cost;
    FactTable *m_statistics;
    FactTable *m_facts;
    InputForm *m_input;
    QWidget *m_pageTab = nullptr;
    TokenLabel *m_sentence;
    QString m_iconName;
};

} // namespace convscope
