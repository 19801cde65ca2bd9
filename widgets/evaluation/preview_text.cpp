// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "evaluation/preview_text.h"

#include <QCoreApplication>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

QString previewText(int reduction)
{
    if (reduction == 1)
        return {};
    return QCoreApplication::translate("PreviewText", "preview at %1").arg(fractionText(reduction));
}

QString fractionText(int reduction)
{
    return reduction == 4 ? u"¼"_s : u"1/%1"_s.arg(reduction);
}

} // namespace convscope
