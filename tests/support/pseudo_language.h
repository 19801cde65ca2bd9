// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace convscope {

/// A sentence in a made-up language: every letter has an accent, and there are two fifths more of
/// them. Places
/// ({name}, %1, %n), tags, entities, file name patterns and the & before a letter stay.
[[nodiscard]] QString pseudo(const QString &source);

/// The translations of a .ts file that lost or invented a place of their source, as sentences. One
/// that is not translated yet is none.
[[nodiscard]] QStringList placeMistakes(const QString &tsFile);

/// The tools of the build, by their paths.
struct TranslationTools
{
    QString corePatterns;
    QString lupdate;
    QString lrelease;
    QString rcc;
};

/// Reads the sentences of the sources as they are now, translates them all by pseudo(), and makes
/// them the language "en_XA" of this program. Returns the number of sentences, or 0 with the reason
/// in `error`. The translator's file stays in `folder` as convscope_en_XA.ts.
[[nodiscard]] int makePseudoLanguage(const TranslationTools &tools, const QString &sources,
                                     const QString &folder, QString *error);

} // namespace convscope
