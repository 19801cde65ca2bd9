// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "document/change_document.h"

namespace convscope {

ChangeDocument::ChangeDocument(DocumentState before, DocumentState after, Name name, QString key,
                               Apply apply)
    : m_before(std::move(before)), m_after(std::move(after)), m_name(std::move(name)),
      m_key(std::move(key)), m_apply(std::move(apply))
{
    setText(m_name(m_before, m_after));
}

bool ChangeDocument::mergeWith(const QUndoCommand *next)
{
    const auto *change = static_cast<const ChangeDocument *>(next);
    if (change->m_key != m_key)
        return false;
    m_after = change->m_after;
    setText(m_name(m_before, m_after));
    setObsolete(m_before == m_after);
    return true;
}

} // namespace convscope
