// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/files/file_kinds.h"

#include "keras/formats/model_format.h"
#include "language/core_words.h"

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

QString ofView(std::string_view view)
{
    return QString::fromUtf8(view.data(), qsizetype(view.size()));
}

} // namespace

QString endingsRead()
{
    QStringList patterns;
    for (const ModelFormat &format : modelFormats()) {
        for (const std::string_view ending : format.endings) {
            const bool isRead = format.read != nullptr || format.readWeights != nullptr;
            if (isRead && !patterns.contains(u'*' + ofView(ending)))
                patterns.append(u'*' + ofView(ending));
        }
    }
    return patterns.join(u' ');
}

bool isStack(const ModelFormat &format)
{
    return format.read != nullptr;
}

QStringList filtersToWrite(Written what)
{
    QStringList filters;
    for (const ModelFormat &format : modelFormats()) {
        if (format.write == nullptr || isStack(format) != (what == Written::Stacks))
            continue;
        QStringList patterns;
        for (const std::string_view ending : format.endings)
            patterns.append(u'*' + ofView(ending));
        filters.append(u"%1: %2 (%3)"_s.arg(localized(format.name), localized(format.holds),
                                            patterns.join(u' ')));
    }
    return filters;
}

} // namespace convscope
