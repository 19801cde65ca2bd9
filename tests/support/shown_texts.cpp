// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "support/shown_texts.h"

#include "views/panel_buttons.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QBuffer>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgGenerator>
#include <QTextDocument>
#include <QToolButton>
#include <QXmlStreamReader>

#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

QString withoutTags(const QString &text)
{
    if (!Qt::mightBeRichText(text))
        return text;
    QTextDocument document;
    document.setHtml(text);
    return document.toPlainText();
}

QString nameOf(const QObject &object)
{
    const QString own = object.objectName();
    return QString::fromLatin1(object.metaObject()->className()) +
           (own.isEmpty() ? QString() : u" "_s + own);
}

/// The texts that painting the widget draws.
QStringList paintedTexts(QWidget &widget)
{
    QByteArray svg;
    QBuffer buffer(&svg);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(widget.size());
    QPainter painter(&generator);
    widget.render(&painter);
    painter.end();
    QStringList texts;
    QXmlStreamReader xml(svg);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == "text"_L1)
            texts += xml.readElementText(QXmlStreamReader::IncludeChildElements);
    }
    return texts;
}

void addModel(const QAbstractItemModel &model, const QString &where, QVector<ShownText> &texts)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole),
                                   int(Qt::AccessibleTextRole), int(Qt::AccessibleDescriptionRole)})
                texts.push_back({where, model.index(row, column).data(role).toString(),
                                 role == Qt::ToolTipRole});
        }
    }
}

void addWidget(const QWidget &widget, QVector<ShownText> &texts)
{
    const QString where = nameOf(widget);
    for (const QString &text :
         {widget.statusTip(), widget.whatsThis(), widget.accessibleName(),
          widget.accessibleDescription(), widget.isWindow() ? widget.windowTitle() : QString()})
        texts.push_back({where, text});
    texts.push_back({where, widget.toolTip(), true});
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        texts.push_back({where, label->text()});
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        texts.push_back({where, button->text()});
    if (const auto *edit = qobject_cast<const QLineEdit *>(&widget))
        texts.push_back({where, edit->placeholderText()});
    if (const auto *combo = qobject_cast<const QComboBox *>(&widget))
        addModel(*combo->model(), where, texts);
    else if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget);
             view != nullptr && view->model() != nullptr)
        addModel(*view->model(), where, texts);
    for (const QAction *action : widget.actions()) {
        for (const QString &text : {action->text(), action->toolTip(), action->statusTip()})
            texts.push_back({where + u", action"_s, text});
    }
}

/// What the widgets say, painted or not.
QVector<ShownText> statedTexts(QWidget &root)
{
    QVector<ShownText> texts;
    addWidget(root, texts);
    for (const QWidget *widget : root.findChildren<QWidget *>())
        addWidget(*widget, texts);
    for (ShownText &text : texts)
        text.text = withoutTags(text.text);
    erase_if(texts, [](const ShownText &text) { return text.text.isEmpty(); });
    return texts;
}

/// Whether a painted text was cut short in the middle of a translated word (an action's own
/// ellipsis stands in its text), and no tooltip has the rest.
bool isCutShort(const QString &painted, const QVector<ShownText> &whole)
{
    if (painted.size() < 2 || !painted.endsWith(u'…') ||
        painted[painted.size() - 2].unicode() < 128)
        return false;
    return std::none_of(whole.begin(), whole.end(), [&](const ShownText &text) {
        QString plain = text.text;
        return plain.remove(u'&') == painted ||
               (text.isTip && text.text.contains(painted.chopped(1)));
    });
}

} // namespace

QVector<ShownText> shownTexts(QWidget &root)
{
    QVector<ShownText> texts = statedTexts(root);
    for (const QString &text : paintedTexts(root))
        texts.push_back({u"painted in "_s + nameOf(root), text});
    return texts;
}

QStringList clippedTexts(QWidget &root)
{
    QStringList clipped;
    // Painting comes first: it is then that a label knows whether its tooltip is needed.
    const QStringList paintings = paintedTexts(root);
    const QVector<ShownText> whole = statedTexts(root);
    for (const QString &painted : paintings)
        if (isCutShort(painted, whole))
            clipped += u"painted \"%1\""_s.arg(painted);
    const auto report = [&](const QWidget &widget, const QString &text, const QSize &needs) {
        clipped += u"%1 \"%2\": %3×%4 of %5×%6"_s.arg(nameOf(widget), text)
                       .arg(widget.width())
                       .arg(widget.height())
                       .arg(needs.width())
                       .arg(needs.height());
    };
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&root) || widget->visibleRegion().isEmpty())
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget);
            label && !label->text().isEmpty()) {
            // Of one line, its letters: a line has room above and below them.
            const int letters =
                std::min(label->fontMetrics().tightBoundingRect(label->text()).height(),
                         label->fontMetrics().ascent());
            const QMargins margins = label->contentsMargins();
            const QSize needs = label->wordWrap()
                                    ? QSize(0, label->heightForWidth(label->width()))
                                    : QSize(label->minimumSizeHint().width(),
                                            letters + margins.top() + margins.bottom());
            if (needs.width() > label->width() || needs.height() > label->height())
                report(*label, label->text(), needs);
        }
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget);
            button && !button->text().isEmpty()) {
            const auto *tool = qobject_cast<const QToolButton *>(button);
            if (tool != nullptr && tool->toolButtonStyle() == Qt::ToolButtonIconOnly &&
                !tool->icon().isNull())
                continue;
            const auto *menu = qobject_cast<const PanelMenuButton *>(widget);
            if (menu != nullptr && menu->isCompact())
                continue;
            const int needs = button->fontMetrics().horizontalAdvance(button->text().remove(u'&'));
            const bool wraps = button->hasHeightForWidth();
            if (wraps ? button->heightForWidth(button->width()) > button->height()
                      : needs > button->width())
                report(*button, button->text(), QSize(needs, 0));
        }
    }
    return clipped;
}

QStringList plainWords(const QString &text, const std::set<QString> &names)
{
    static const QRegularExpression word(u"[\\p{L}\\p{M}\\p{N}_]+"_s);
    static const QRegularExpression plain(u"^(?=.*[A-Za-z].*[A-Za-z])[A-Za-z0-9_]+$"_s);
    // A name may have parts: "conv2d/kernel", "first_look.npz"; or lack its middle or end:
    // "Conv2D…nspose".
    const auto isPartOfName = [&](const QRegularExpressionMatch &match) {
        const QString part = match.captured().toLower();
        const bool isEnd = text.mid(match.capturedStart() - 1, 1) == u"…";
        const bool isStart = text.mid(match.capturedEnd(), 1) == u"…";
        return std::any_of(names.begin(), names.end(), [&](const QString &name) {
            return (isEnd && name.endsWith(part)) || (isStart && name.startsWith(part));
        });
    };
    QStringList found;
    for (const QRegularExpressionMatch &match : word.globalMatch(text)) {
        const QString candidate = match.captured();
        if (plain.match(candidate).hasMatch() && names.count(candidate.toLower()) == 0 &&
            !isPartOfName(match))
            found += candidate;
    }
    return found;
}

} // namespace convscope
