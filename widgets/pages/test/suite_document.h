// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "testing/test_case.h"

#include <QObject>
#include <QUndoStack>

#include <memory>
#include <string>
#include <vector>

namespace convscope {

/// A case of a suite. Shared and never changed: an edit puts another in its place, and results go
/// by identity.
using SuiteCase = std::shared_ptr<const TestCase>;
/// In the order of files, and of cases within them.
using SuiteState = std::vector<SuiteCase>;

/// The suite of the window: cases from files, and those made here. It stands beside the model's
/// document, with a history and an unsaved mark of its own. Reading and writing are done elsewhere
/// (suite_files.h).
class SuiteDocument : public QObject
{
    Q_OBJECT

public:
    explicit SuiteDocument(QObject *parent = nullptr);
    ~SuiteDocument() override;

    [[nodiscard]] const SuiteState &cases() const { return m_cases; }
    [[nodiscard]] int count() const { return static_cast<int>(m_cases.size()); }
    /// −1 where it is not in the suite any more.
    [[nodiscard]] int indexOf(const SuiteCase &test) const;
    [[nodiscard]] QUndoStack *undoStack() { return &m_undo; }
    [[nodiscard]] bool isModified() const { return !m_undo.isClean(); }
    /// How many files the cases are from.
    [[nodiscard]] int fileCount() const;
    /// Where cases go that are in no file yet: the first file; empty: none.
    [[nodiscard]] std::string home() const;

    /// Replaces everything and forgets the history.
    void reset(SuiteState cases);
    /// What was written is what is there now: every case without a file belongs to `path`.
    void setSaved(const std::string &path);

    // One undo step each.
    void add(std::vector<TestCase> cases, const QString &text);
    void replace(int index, TestCase test, const QString &text);
    void remove(int index);
    /// A copy below it, with a free name.
    void duplicate(int index);

    /// A name that no case has: the wanted one, or with a number behind it.
    [[nodiscard]] std::string freeName(const std::string &wanted) const;

Q_SIGNALS:
    void changed();
    void modifiedChanged(bool modified);

private:
    friend class ChangeSuite;
    void push(SuiteState after, const QString &text);
    void apply(const SuiteState &cases);

    SuiteState m_cases;
    QUndoStack m_undo;
};

} // namespace convscope
