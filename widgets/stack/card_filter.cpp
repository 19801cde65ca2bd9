// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "stack/card_filter.h"

#include <QStringList>

#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

bool matches(const LayerCard &card, const QString &text)
{
    const QString shape = card.shape + u' ' + QString(card.shape).replace(u'×', u'x');
    // How it stands is found by the word that help and messages have for it.
    const QString state = card.isUnknown                     ? u"unknown"_s
                          : card.state == CardState::Illegal ? u"illegal"_s
                          : card.state == CardState::Waiting ? u"waiting"_s
                                                             : QString();
    const QString all = u"%1 %2 %3 %4"_s.arg(card.title, card.name, shape, state);
    const QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&all](const QString &word) {
        return all.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace convscope
