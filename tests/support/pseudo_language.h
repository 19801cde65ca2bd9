// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>
#include <QTranslator>

namespace convscope {

/// A sentence in a made-up language: every letter has an accent, and there are two fifths more of
/// them. Places
/// ({name}, %1, %n), tags, entities, file name patterns and the & before a letter stay.
[[nodiscard]] QString pseudo(const QString &source);

/// Stands in for Qt's own catalogue (its dialogs, menus of fields and scroll bars, names of keys),
/// which Qt brings for real languages and which has no made-up one.
class PseudoQt : public QTranslator
{
public:
    using QTranslator::QTranslator;

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *source,
                                    const char *disambiguation, int n) const override;
};

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
