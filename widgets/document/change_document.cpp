// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "document/change_document.h"

namespace convscope {

ChangeDocument::ChangeDocument(DocumentState before, DocumentState after, const QString &text,
                               QString key, Apply apply)
    : QUndoCommand(text), m_before(std::move(before)), m_after(std::move(after)),
      m_key(std::move(key)), m_apply(std::move(apply))
{
}

bool ChangeDocument::mergeWith(const QUndoCommand *next)
{
    const auto *change = static_cast<const ChangeDocument *>(next);
    if (change->m_key != m_key)
        return false;
    m_after = change->m_after;
    setText(change->text());
    setObsolete(m_before == m_after);
    return true;
}

} // namespace convscope
