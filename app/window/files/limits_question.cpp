// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/files/limits_question.h"

#include "language/core_words.h"
#include "style/themed_icon.h"
#include "style/tokens.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kIconSize = 32;
/// A dialog that is taller than the screen cannot be answered.
constexpr std::size_t kMostShown = 6;

struct LimitsQuestion
{
    Q_DECLARE_TR_FUNCTIONS(LimitsQuestion)
};

/// One paragraph for each limit.
QString listed(const std::vector<TensorFlowLimit> &limits)
{
    QStringList lines;
    for (std::size_t i = 0; i < std::min(limits.size(), kMostShown); ++i)
        lines << localized(sentence(limits[i]));
    if (limits.size() > kMostShown)
        lines << LimitsQuestion::tr("and %n more", nullptr,
                                    static_cast<int>(limits.size() - kMostShown));
    return lines.join(u"\n\n"_s);
}

} // namespace

LimitsAnswer askAboutLimits(QWidget *parent, const QString &fileName,
                            const std::vector<TensorFlowLimit> &limits)
{
    QMessageBox box(
        QMessageBox::NoIcon, LimitsQuestion::tr("Limits of TensorFlow"),
        LimitsQuestion::tr("ConvScope computes this stack, but Keras on TensorFlow will not do the "
                           "same with %1.")
            .arg(fileName),
        QMessageBox::Cancel, parent);
    // Names of layers come from files and are no markup.
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(listed(limits));
    QPushButton *save = box.addButton(LimitsQuestion::tr("Save anyway"), QMessageBox::AcceptRole);
    QPushButton *show = box.addButton(
        LimitsQuestion::tr("Show %1").arg(QString::fromStdString(limits.front().layers.front())),
        QMessageBox::ActionRole);
    box.setDefaultButton(save);
    const qreal ratio = parent != nullptr ? parent->devicePixelRatioF() : box.devicePixelRatioF();
    box.setIconPixmap(iconPixmap(u"warning", tokens().warning, kIconSize, ratio));
    box.exec();
    if (box.clickedButton() == save)
        return LimitsAnswer::SaveAnyway;
    return box.clickedButton() == show ? LimitsAnswer::ShowLayer : LimitsAnswer::Cancel;
}

} // namespace convscope
