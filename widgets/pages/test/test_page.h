// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pages/page.h"
#include "pages/test/suite_document.h"
#include "pages/test/suite_runner.h"

#include <QTimer>

class QStackedWidget;

namespace convscope {

class CaseList;
class CasePanel;
class HairSplitter;
class SweepPage;
class TestActions;

/// Test cases beside the open stack: a table of them, one looked into, and sweeps.
class TestPage : public Page
{
    Q_OBJECT

public:
    static constexpr const char *kId = "test";

    explicit TestPage(const PageContext &context, QWidget *parent = nullptr);

    [[nodiscard]] SuiteDocument *suite() { return &m_suite; }
    [[nodiscard]] SuiteRunner *runner() { return &m_runner; }
    [[nodiscard]] CaseList *list() const { return m_list; }
    [[nodiscard]] CasePanel *panel() const { return m_panel; }
    [[nodiscard]] SweepPage *sweep() const { return m_sweep; }

    /// Opens files and folders of cases in place of the suite, and runs them.
    void open(const QStringList &paths);
    void save();
    void saveAs(const QString &path);
    void runAll();
    /// The selected layer of the stack against the chosen oracle, or against every property.
    void runLayer();
    void checkProperties();
    /// Who computes what is expected in place of the files; empty: nobody.
    void setOracle(const QString &name);
    [[nodiscard]] const QString &oracle() const { return m_oracle; }

    void saveLayerAsCase();
    void saveStackAsCase();
    void acceptAsExpected();
    void duplicateCase();
    void removeCase();
    /// "kernel_size=5", of a case of a whole model "conv2d.kernel_size=5".
    void changeArgument(const QString &text);
    void nextFailed(int step);
    void toggleGroups();
    void showSweep();
    void showCases();
    [[nodiscard]] bool showsSweep() const;

    [[nodiscard]] QString id() const override { return QString::fromLatin1(kId); }
    [[nodiscard]] QString title() const override { return tr("Test"); }
    [[nodiscard]] QString icon() const override { return QStringLiteral("test"); }
    void activate() override;
    void deactivate() override;
    [[nodiscard]] bool canShow(const LayerState &) const override { return true; }
    [[nodiscard]] bool needsInput() const override { return false; }
    [[nodiscard]] bool needsInspector() const override { return false; }
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] QList<PagePanel> panels() const override;
    [[nodiscard]] QWidget *mainPanel() const override;
    [[nodiscard]] QList<QAction *> actions() const override;
    bool startFilter() override;
    [[nodiscard]] bool confirmDiscard() override;
    [[nodiscard]] QStringList viewNames() const override;
    void showView(const QString &name) override;
    void openOwn(const QStringList &files) override { open(files); }
    void save(QSettings &settings) const override;
    void restore(const QSettings &settings) override;

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void connectParts();
    void followStack();
    void suiteChanged();
    void lookAtCurrent();
    void addCase(Result<TestCase> made, const QString &text);
    void lookAtLayer(const std::vector<const Property *> &properties, const QString &against);
    void showLook(std::shared_ptr<const CaseLook> look);
    void goToArithmetic();
    [[nodiscard]] std::vector<CaseToRun> toRun(bool followersOnly) const;
    [[nodiscard]] SuiteCase current() const;

    SuiteDocument m_suite;
    SuiteRunner m_runner;
    BackgroundJobs m_files;
    QStackedWidget *m_stack;
    HairSplitter *m_splitter;
    CaseList *m_list;
    CasePanel *m_panel;
    SweepPage *m_sweep;
    TestActions *m_actions;
    /// As the files are.
    SuiteState m_saved;
    /// What the panel shows: a case of the suite, or the selected layer.
    SuiteCase m_current;
    QString m_lookTitle;
    QString m_lookAgainst;
    QString m_oracle;
    bool m_isActive = false;
    bool m_isLookDue = false;
    bool m_isCompact = false;
    /// Cases were opened: the first that fails is to be looked at.
    bool m_wantsFailure = false;
};

} // namespace convscope
