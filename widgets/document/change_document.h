// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/document_state.h"

#include <QUndoCommand>
#include <functional>

namespace convscope {

/// The one undo command: the state before and after. Successive changes with the same key (one
/// gesture) merge into one step, named by where the gesture began and ended; a step that ends where
/// it began vanishes.
class ChangeDocument : public QUndoCommand
{
public:
    using Apply = std::function<void(const DocumentState &)>;
    /// The step's name from the states before and after it.
    using Name = std::function<QString(const DocumentState &, const DocumentState &)>;

    /// An empty key never merges. `apply` is called on redo and undo.
    ChangeDocument(DocumentState before, DocumentState after, Name name, QString key, Apply apply);

    void undo() override { m_apply(m_before); }
    void redo() override { m_apply(m_after); }
    [[nodiscard]] int id() const override { return m_key.isEmpty() ? -1 : 1; }
    [[nodiscard]] const QString &key() const { return m_key; }
    bool mergeWith(const QUndoCommand *next) override;

private:
    DocumentState m_before;
    DocumentState m_after;
    Name m_name;
    QString m_key;
    Apply m_apply;
};

} // namespace convscope
