// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/guide/layer_help.h"

#include "language/core_words.h"
#include "style/tokens.h"

#include <QCoreApplication>
#include <QDialog>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextCursor>
#include <QVBoxLayout>

namespace convscope {

namespace {

using namespace Qt::Literals::StringLiterals;

struct LayerHelp
{
    Q_DECLARE_TR_FUNCTIONS(LayerHelp)
};

QString escaped(const std::string &text)
{
    return QString::fromStdString(text).toHtmlEscaped();
}

QString argumentHtml(const ParamInfo &info)
{
    QString html = u"<p><tt><b>%1</b></tt>"_s.arg(escaped(info.name));
    html += u" &nbsp;<small>%1"_s.arg(localizedTerm(toString(info.kind)).toHtmlEscaped());
    if (info.required)
        html += u", "_s + LayerHelp::tr("required");
    else
        html += u", "_s + LayerHelp::tr("default %1").arg(escaped(toPython(info.defaultValue)));
    if (!info.choices.empty()) {
        QStringList words;
        for (const std::string &choice : info.choices)
            words << escaped(choice);
        html += u"; "_s + words.join(u", "_s);
    }
    html += u"</small><br>%1</p>"_s.arg(localizedTerm(info.doc).toHtmlEscaped());
    return html;
}

/// Scrolls to the paragraph of an argument and marks it.
void showArgument(QTextEdit *text, const QString &argument)
{
    QTextBlock block = text->document()->begin();
    while (block.isValid() && block.text().section(u' ', 0, 0) != argument)
        block = block.next();
    if (!block.isValid())
        return;
    QTextBlockFormat mark;
    mark.setBackground(tokens().accentSoft);
    QTextCursor(block).mergeBlockFormat(mark);
    // To its end first, so that all of it is seen.
    text->setTextCursor(QTextCursor(block));
    text->moveCursor(QTextCursor::EndOfBlock);
    text->moveCursor(QTextCursor::StartOfBlock);
}

} // namespace

QString layerHelp(const LayerType &type)
{
    QString html = u"<h2>%1</h2><p>%2</p>"_s.arg(escaped(type.className),
                                                 localized(type.summary).toHtmlEscaped());
    if (type.table->params().empty())
        return html + u"<p>"_s + LayerHelp::tr("This layer has no arguments.") + u"</p>"_s;
    html += u"<h3>%1</h3>"_s.arg(LayerHelp::tr("Arguments"));
    for (const ParamInfo &info : type.table->params())
        html += argumentHtml(info);
    return html;
}

void showLayerHelp(const LayerType &type, QWidget *parent, const QString &argument)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(QString::fromStdString(type.className));
    dialog->resize(560, 620);
    auto *text = new QTextBrowser;
    text->setHtml(layerHelp(type));
    text->setAccessibleName(LayerHelp::tr("Layer reference"));
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(text);
    dialog->show();
    if (!argument.isEmpty())
        showArgument(text, argument);
}

} // namespace convscope
