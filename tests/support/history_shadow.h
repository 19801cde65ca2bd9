// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/model_document.h"
#include "layers/registry.h"
#include "model/edit.h"

#include <QObject>
#include <map>
#include <optional>

namespace convscope {

/// What the document was at each place of its history, kept beside it: where the history comes back
/// to a place, the state must be the one that was left there.
class HistoryShadow : public QObject
{
public:
    explicit HistoryShadow(ModelDocument *document) : m_document(document)
    {
        // Another file: told after the history was emptied and the state is the new one.
        connect(document, &ModelDocument::pathChanged, this, [this] {
            if (m_document->undoStack()->count() == 0)
                restart();
        });
        connect(document->undoStack(), &QUndoStack::indexChanged, this, &HistoryShadow::follow);
        restart();
    }

    /// Empty while the history has been true.
    [[nodiscard]] QString fault() const
    {
        if (m_isEmptied && !isSame(m_states.at(0), m_document->state()))
            return QStringLiteral("a step that came to nothing has left something");
        return m_fault;
    }
    [[nodiscard]] const std::map<int, DocumentState> &states() const { return m_states; }

private:
    /// What is made from a chosen input comes when it is ready, and is no step: such states are one
    /// where the same was chosen in the same way.
    static bool isSame(const DocumentState &left, DocumentState now)
    {
        if (left.chosen && now.chosen)
            now.input = left.input;
        return left == now;
    }
    void restart()
    {
        m_states = {{0, m_document->state()}};
        m_isEmptied = false;
    }
    void follow(int index)
    {
        const int count = m_document->undoStack()->count();
        // The last step came to nothing, or everything is about to be replaced.
        m_isEmptied = count == 0;
        if (count == 0)
            return;
        if (index == count) {
            // A new step, or the last one has grown; what was undone before is gone.
            m_states.insert_or_assign(index, m_document->state());
            m_states.erase(m_states.upper_bound(index), m_states.end());
            return;
        }
        const auto known = m_states.find(index);
        if (known == m_states.end() || !isSame(known->second, m_document->state()))
            m_fault =
                QStringLiteral("place %1 of the history is another state than the one left there")
                    .arg(index);
    }

    ModelDocument *m_document;
    std::map<int, DocumentState> m_states;
    bool m_isEmptied = false;
    QString m_fault;
};

/// The step that is told in words, done again by the functions of core alone; nothing where the
/// words do not say enough (a file, a repair, weights).
inline std::optional<Model> replayed(const Model &before, const QString &words, const Model &after)
{
    const QString verb = words.section(u' ', 0, 0);
    // A name may have spaces.
    QString rest = words.section(u' ', 1);
    if (verb == u"switch" && rest.endsWith(u" on"))
        rest.chop(3);
    const std::string name = rest.toStdString();
    const int at = before.indexOf(name);
    if (verb == u"remove" && at >= 0)
        return removeLayer(before, at);
    if (verb == u"duplicate" && at >= 0)
        return duplicateLayer(before, at);
    if (verb == u"bypass" && at >= 0)
        return setBypassed(before, at, true);
    if (verb == u"switch" && at >= 0)
        return setBypassed(before, at, false);
    if (verb == u"move" && at >= 0 && after.indexOf(name) >= 0)
        return moveLayer(before, at, after.indexOf(name)).value_or(Model());
    if (verb == u"add") {
        const LayerType *type = findLayerType(name);
        for (int i = 0; type != nullptr && i < after.size(); ++i)
            if (before.indexOf(after.layer(i).name()) < 0)
                return insertLayer(before, i, *type);
    }
    // "kernel_size (3, 3) → (5, 5)"
    for (int i = 0; words.contains(u" → ") && i < std::min(before.size(), after.size()); ++i) {
        if (before.layer(i) == after.layer(i) ||
            before.layer(i).type().table->indexOf(verb.toStdString()) < 0)
            continue;
        const Value value = after.layer(i).value(verb.toStdString());
        if (!words.endsWith(QStringLiteral(" → ") + QString::fromStdString(toPython(value))))
            continue;
        return setArgument(before, i, verb.toStdString(), value).value_or(Model());
    }
    return std::nullopt;
}

} // namespace convscope
