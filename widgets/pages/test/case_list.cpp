// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/test/case_list.h"

#include "controls/command_button.h"
#include "controls/search_field.h"
#include "controls/token_label.h"
#include "style/convscope_style.h"
#include "style/fonts.h"
#include "style/numbers.h"
#include "style/tokens.h"
#include "views/panel_header.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace convscope {

struct CaseCounts
{
    int passed = 0;
    int failed = 0;
    int skipped = 0;
};

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kRowHeight = 28;

CaseCounts countsOf(const SuiteDocument &suite, const SuiteRunner &runner)
{
    CaseCounts counts;
    for (const SuiteCase &test : suite.cases()) {
        const CaseOutcome *outcome = runner.outcome(test);
        if (outcome == nullptr)
            continue;
        switch (outcome->result.status) {
        case CaseStatus::Passed:
            ++counts.passed;
            break;
        case CaseStatus::Failed:
            ++counts.failed;
            break;
        case CaseStatus::Skipped:
            ++counts.skipped;
            break;
        }
    }
    return counts;
}

} // namespace

/// How many cases have passed, failed and are still to be run, as one bar.
class ResultBar : public QWidget
{
public:
    ResultBar() { setFixedHeight(6); }

    void show(const CaseCounts &counts, int all)
    {
        m_counts = counts;
        m_all = all;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), tokens().track);
        if (m_all == 0)
            return;
        int left = 0;
        const auto part = [&](int count, const QColor &colour) {
            // What failed is seen however little it is.
            const int wide = count == 0 ? 0 : std::max(width() * count / m_all, 2);
            painter.fillRect(QRect(left, 0, std::min(wide, width() - left), height()), colour);
            left += wide;
        };
        part(m_counts.failed, tokens().error);
        part(m_counts.passed, tokens().passed);
        part(m_counts.skipped, tokens().control);
    }

private:
    CaseCounts m_counts;
    int m_all = 0;
};

CaseList::CaseList(const SuiteDocument *suite, const SuiteRunner *runner, QWidget *parent)
    : QWidget(parent), m_suite(suite), m_runner(runner),
      m_model(new CaseTableModel(suite, runner, this)), m_filter(new SearchField),
      m_bar(new ResultBar), m_summary(new TokenLabel({}, FontRole::Small, &Tokens::text2)),
      m_table(new QTableView), m_runAll(new CommandButton(u"play"_s, tr("Run all"), {})),
      m_open(new CommandButton(u"open"_s, tr("Open"), {})),
      m_empty(new TokenLabel(tr("No cases yet. Drop .npz files or a folder here, open some, or "
                                "save the selected layer as a case."),
                             FontRole::Text, &Tokens::text2))
{
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setWordWrap(false);
    m_table->setSortingEnabled(true);
    m_table->setAccessibleName(tr("Cases"));
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(scaledHeight(kRowHeight));
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    header->setMinimumSectionSize(40);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(CaseTableModel::Name, QHeaderView::Stretch);
    m_table->setColumnWidth(CaseTableModel::Against, 76);
    m_table->setColumnWidth(CaseTableModel::Largest, 86);
    m_table->setColumnWidth(CaseTableModel::Ulp, 48);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMargin(24);

    auto *top = new QVBoxLayout;
    top->setContentsMargins(12, 0, 12, 8);
    top->setSpacing(8);
    top->addWidget(m_bar);
    top->addWidget(m_summary);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addLayout(top);
    layout->addWidget(new HairLine);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(new HairLine);
    layout->addWidget(makeFoot());

    connect(m_filter, &SearchField::textChanged, m_model, &CaseTableModel::setFilter);
    connect(m_filter, &SearchField::textChanged, this, &CaseList::updateSummary);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (!m_isRefreshing)
            Q_EMIT chosen(current());
    });
    // A new order or filter keeps the chosen case.
    auto keep = std::make_shared<int>(-1);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this, keep] {
        // One that a filter hides comes back with it.
        if (!m_isRefreshing && current() >= 0)
            *keep = current();
        m_isRefreshing = true;
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this, keep] {
        choose(*keep);
        m_isRefreshing = false;
    });
    refresh();
}

QWidget *CaseList::makeHeader()
{
    auto *header = new QWidget;
    header->setFixedHeight(kPanelHeader);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(12, 0, 12, 0);
    layout->setSpacing(8);
    markPrimary(m_runAll);
    m_open->setToolTip(tr("Open cases in place of these"));
    m_filter->setPlaceholderText(tr("Filter cases"));
    m_filter->setAccessibleName(tr("Filter cases"));
    m_filter->setMinimumWidth(60);
    layout->addWidget(m_runAll);
    layout->addWidget(m_open);
    layout->addWidget(m_filter, 1);
    connect(m_runAll, &QPushButton::clicked, this, &CaseList::runAllRequested);
    connect(m_open, &QPushButton::clicked, this, &CaseList::openRequested);
    return header;
}

QWidget *CaseList::makeFoot()
{
    auto *foot = new QWidget;
    foot->setFixedHeight(44);
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(12, 0, 12, 0);
    layout->setSpacing(8);
    auto *save = new CommandButton(u"save"_s, tr("Save layer as case"), {});
    auto *sweep = new CommandButton(u"sliders"_s, tr("Sweep"), {});
    layout->addWidget(save);
    layout->addWidget(sweep);
    layout->addStretch(1);
    connect(save, &QPushButton::clicked, this, &CaseList::saveLayerRequested);
    connect(sweep, &QPushButton::clicked, this, &CaseList::sweepRequested);
    return foot;
}

QString CaseList::summary() const
{
    return m_summary->text();
}

int CaseList::current() const
{
    return m_model->caseAt(m_table->currentIndex().row());
}

void CaseList::choose(int caseIndex)
{
    const int row = m_model->rowOf(caseIndex);
    if (row >= 0)
        m_table->setCurrentIndex(m_model->index(row, CaseTableModel::Name));
}

bool CaseList::goToFailed(int step)
{
    const int row = m_model->nextFailed(m_table->currentIndex().row(), step);
    if (row < 0)
        return false;
    m_table->setCurrentIndex(m_model->index(row, CaseTableModel::Name));
    m_table->scrollTo(m_table->currentIndex());
    return true;
}

void CaseList::goToFirstFailed()
{
    const int row = m_model->nextFailed(-1, 1);
    if (row >= 0)
        m_table->setCurrentIndex(m_model->index(row, CaseTableModel::Name));
}

void CaseList::refresh()
{
    m_model->refresh();
    m_table->setVisible(m_suite->count() > 0);
    m_empty->setVisible(m_suite->count() == 0);
    m_runAll->setEnabled(m_suite->count() > 0);
    updateSummary();
}

void CaseList::refreshOutcomes()
{
    m_model->refreshOutcomes();
    updateSummary();
}

void CaseList::updateSummary()
{
    const CaseCounts counts = countsOf(*m_suite, *m_runner);
    m_bar->show(counts, m_suite->count());
    QStringList parts;
    if (m_runner->isRunning())
        parts << tr("running %1 of %2").arg(m_runner->done()).arg(m_runner->all());
    if (counts.failed > 0)
        parts << tr("%1 failed").arg(counts.failed);
    if (counts.passed > 0)
        parts << tr("%1 passed").arg(counts.passed);
    if (counts.skipped > 0)
        parts << tr("%1 skipped").arg(counts.skipped);
    const QString cases =
        m_suite->count() == 1 ? tr("1 case") : tr("%1 cases").arg(m_suite->count());
    const int files = m_suite->fileCount();
    parts << (files == 0   ? cases
              : files == 1 ? tr("%1 in 1 file").arg(cases)
                           : tr("%1 in %2 files").arg(cases).arg(files));
    if (m_suite->isModified())
        parts << tr("not saved");
    m_summary->setText(parts.join(u"   "_s));
    m_summary->setColour(counts.failed > 0 ? &Tokens::error : &Tokens::text2);
    m_filter->setRemark(m_filter->text().isEmpty()
                            ? QString()
                            : tr("%1 of %2").arg(m_model->shownCases()).arg(m_suite->count()));
}

void CaseList::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // The name of a case needs room first; the rest stands in the case itself.
    constexpr int kNarrow = 380;
    const bool isNarrow = width() < kNarrow;
    m_table->setColumnHidden(CaseTableModel::Against, isNarrow);
    m_table->setColumnHidden(CaseTableModel::Ulp, isNarrow);
    m_open->setText(isNarrow ? QString() : tr("Open"));
}

void CaseList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().window);
}

} // namespace convscope
