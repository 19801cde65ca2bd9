// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/test/suite_document.h"

#include <QUndoCommand>

#include <algorithm>
#include <set>

namespace convscope {

/// The one step of a suite's history: the lists share their cases.
class ChangeSuite : public QUndoCommand
{
public:
    ChangeSuite(SuiteDocument *document, SuiteState before, SuiteState after, const QString &text)
        : QUndoCommand(text), m_document(document), m_before(std::move(before)),
          m_after(std::move(after))
    {
    }
    void undo() override { m_document->apply(m_before); }
    void redo() override { m_document->apply(m_after); }

private:
    SuiteDocument *m_document;
    SuiteState m_before;
    SuiteState m_after;
};

SuiteDocument::SuiteDocument(QObject *parent) : QObject(parent)
{
    connect(&m_undo, &QUndoStack::cleanChanged, this,
            [this](bool clean) { Q_EMIT modifiedChanged(!clean); });
}

SuiteDocument::~SuiteDocument()
{
    // A history that goes tells that it is clean.
    disconnect(&m_undo, nullptr, this, nullptr);
}

int SuiteDocument::indexOf(const SuiteCase &test) const
{
    const auto found = std::find(m_cases.begin(), m_cases.end(), test);
    return found == m_cases.end() ? -1 : static_cast<int>(found - m_cases.begin());
}

int SuiteDocument::fileCount() const
{
    std::set<std::string> files;
    for (const SuiteCase &test : m_cases) {
        if (!test->file.empty())
            files.insert(test->file);
    }
    return static_cast<int>(files.size());
}

std::string SuiteDocument::home() const
{
    for (const SuiteCase &test : m_cases) {
        if (!test->file.empty())
            return test->file;
    }
    return {};
}

void SuiteDocument::reset(SuiteState cases)
{
    m_undo.clear();
    apply(cases);
    Q_EMIT modifiedChanged(false);
}

void SuiteDocument::setSaved(const std::string &path)
{
    for (SuiteCase &test : m_cases) {
        if (!test->file.empty())
            continue;
        TestCase placed = *test;
        placed.file = path;
        test = std::make_shared<const TestCase>(std::move(placed));
    }
    m_undo.setClean();
    Q_EMIT changed();
}

void SuiteDocument::push(SuiteState after, const QString &text)
{
    m_undo.push(new ChangeSuite(this, m_cases, std::move(after), text));
}

void SuiteDocument::apply(const SuiteState &cases)
{
    m_cases = cases;
    Q_EMIT changed();
}

void SuiteDocument::add(std::vector<TestCase> cases, const QString &text)
{
    SuiteState after = m_cases;
    std::set<std::string> taken;
    for (const SuiteCase &test : m_cases)
        taken.insert(test->name());
    for (TestCase &test : cases) {
        const std::string wanted = test.entry.name;
        for (int number = 2; !taken.insert(test.entry.name).second; ++number)
            test.entry.name = wanted + ' ' + std::to_string(number);
        test.file = home();
        after.push_back(std::make_shared<const TestCase>(std::move(test)));
    }
    push(std::move(after), text);
}

void SuiteDocument::replace(int index, TestCase test, const QString &text)
{
    SuiteState after = m_cases;
    after[static_cast<std::size_t>(index)] = std::make_shared<const TestCase>(std::move(test));
    push(std::move(after), text);
}

void SuiteDocument::remove(int index)
{
    SuiteState after = m_cases;
    after.erase(after.begin() + index);
    push(std::move(after), tr("Remove case"));
}

void SuiteDocument::duplicate(int index)
{
    SuiteState after = m_cases;
    TestCase copy = *m_cases[static_cast<std::size_t>(index)];
    copy.entry.name = freeName(copy.entry.name);
    after.insert(after.begin() + index + 1, std::make_shared<const TestCase>(std::move(copy)));
    push(std::move(after), tr("Duplicate case"));
}

std::string SuiteDocument::freeName(const std::string &wanted) const
{
    std::string name = wanted;
    const auto isTaken = [&] {
        return std::any_of(m_cases.begin(), m_cases.end(),
                           [&](const SuiteCase &test) { return test->name() == name; });
    };
    for (int number = 2; isTaken(); ++number)
        name = wanted + ' ' + std::to_string(number);
    return name;
}

} // namespace convscope
