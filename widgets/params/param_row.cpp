// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "params/param_row.h"

#include "controls/drag_label.h"
#include "language/core_words.h"
#include "style/convscope_style.h"
#include "style/paint.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace convscope {

namespace {

/// Room for the octagon and its gap.
constexpr int kIconRoom = 20;
/// Names get so much beside their fields, with what follows them (the dot of a default).
constexpr int kLeastLabels = 72;
constexpr int kMostLabels = 112;
constexpr int kAfterLabel = 15;

int roomFor(const ParamInfo &info)
{
    const QString name = QString::fromStdString(info.name);
    return QFontMetrics(convscope::font(FontRole::Number)).horizontalAdvance(name) + kAfterLabel;
}

QString boundsText(const ParamInfo &info)
{
    QStringList parts;
    if (info.minimum)
        parts << (info.minimumExcluded ? ParamRow::tr("more than %1") : ParamRow::tr("at least %1"))
                     .arg(*info.minimum);
    if (info.maximum)
        parts << (info.maximumExcluded ? ParamRow::tr("less than %1") : ParamRow::tr("at most %1"))
                     .arg(*info.maximum);
    return parts.join(ParamRow::tr(", "));
}

} // namespace

RowNote::RowNote(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void RowNote::setContent(const QString &text, bool isError)
{
    const bool changed = text != m_text || isError != m_error;
    m_text = text;
    m_error = isError;
    setVisible(!text.isEmpty());
    setAccessibleName(text);
    if (!changed)
        return;
    updateGeometry();
    update();
    if (isError && !text.isEmpty()) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

int RowNote::textLeft() const
{
    return m_error ? kIconRoom : 0;
}

int RowNote::heightForWidth(int width) const
{
    const QFontMetrics metrics(convscope::font(FontRole::Caption));
    const QRect text = metrics.boundingRect(QRect(0, 0, std::max(40, width - textLeft()), 10000),
                                            Qt::TextWordWrap, m_text);
    return std::max(17, text.height() + 3);
}

QSize RowNote::sizeHint() const
{
    return {120, heightForWidth(width() > 40 ? width() : 275)};
}

void RowNote::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    painter.setFont(convscope::font(FontRole::Caption));
    painter.setPen(m_error ? t.error : t.text2);
    const QRect room = rect().adjusted(textLeft(), 3, 0, 0);
    const int flags = Qt::TextWordWrap | Qt::AlignRight | Qt::AlignTop;
    painter.drawText(room, flags, m_text);
    if (m_error) {
        const QRect text = painter.boundingRect(room, flags, m_text);
        paintIcon(painter, QRectF(text.left() - kIconRoom, 2, 14, 14), u"error", t.error);
    }
}

int ParamRow::labelWidthFor(std::span<const ParamInfo> params)
{
    int width = kLeastLabels;
    for (const ParamInfo &info : params) {
        if (const int room = roomFor(info); room <= kMostLabels)
            width = std::max(width, room);
    }
    return width;
}

ParamRow::ParamRow(const ParamInfo &info, int labelWidth, QWidget *parent)
    : QWidget(parent), m_info(info), m_labelWidth(labelWidth),
      m_label(new DragLabel(QString::fromStdString(info.name), FontRole::Number, this)),
      m_editor(makeParamEditor(info, this)), m_revert(new QToolButton(this)),
      m_note(new RowNote(this))
{
    setAttribute(Qt::WA_Hover);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *line = new QHBoxLayout;
    line->setSpacing(0);
    // A name that does not fit beside its field stands above it, whole.
    const bool fits = roomFor(info) <= labelWidth;
    m_label->setFixedHeight(fits ? scaledHeight(28) : scaledHeight(20));
    if (fits) {
        m_label->setFixedWidth(m_labelWidth);
        line->addWidget(m_label, 0, Qt::AlignTop);
    } else {
        column->addWidget(m_label, 0, Qt::AlignLeft);
        line->addSpacing(m_labelWidth);
    }
    line->addWidget(m_editor, 1);
    column->addLayout(line);
    if (QWidget *nested = m_editor->nested())
        column->addWidget(nested);
    m_editor->setLabelWidth(labelWidth);
    column->addWidget(m_note);

    m_label->setToolTip(tip());
    m_label->setScrubbing(m_editor->canScrub());
    for (QWidget *field : m_editor->fields()) {
        if (field->toolTip().isEmpty())
            field->setToolTip(tip());
    }
    m_revert->setAutoRaise(true);
    m_revert->setIcon(themedIcon(u"undo"));
    m_revert->setIconSize({14, 14});
    m_revert->setFixedSize(18, 18);
    m_revert->setFocusPolicy(Qt::NoFocus);
    m_revert->setToolTip(
        tr("Back to the default %1").arg(QString::fromStdString(toPython(info.defaultValue))));
    m_revert->setAccessibleName(tr("Reset %1").arg(QString::fromStdString(info.name)));
    m_revert->hide();
    connect(m_revert, &QToolButton::clicked, this, &ParamRow::revertRequested);
    connect(m_label, &DragLabel::scrubbed, m_editor, &ParamEditor::scrub);
    connect(m_label, &DragLabel::takenBack, this, &ParamRow::takenBack);
    connect(m_editor, &ParamEditor::edited, this, &ParamRow::edited);
    connect(m_editor, &ParamEditor::rejected, this, &ParamRow::rejected);
}

ParamRow::~ParamRow()
{
    qDeleteAll(m_rings);
}

QString ParamRow::tip() const
{
    const QString label =
        m_info.label.empty() ? QString::fromStdString(m_info.name) : localizedTerm(m_info.label);
    QString html = u"<b>"_s + label.toHtmlEscaped() + u"</b>"_s;
    if (!m_info.doc.empty())
        html += u"<br>"_s + localizedTerm(m_info.doc).toHtmlEscaped();
    QStringList facts;
    if (const QString bounds = boundsText(m_info); !bounds.isEmpty())
        facts << bounds.toHtmlEscaped();
    if (!m_info.required)
        facts << tr("default %1")
                     .arg(QString::fromStdString(toPython(m_info.defaultValue)).toHtmlEscaped());
    if (!facts.isEmpty())
        html += u"<br>"_s + facts.join(u"; "_s);
    return html;
}

void ParamRow::setValue(const Value &value, bool fresh)
{
    m_editor->setValue(value, fresh);
    m_isDefault = value == m_info.defaultValue;
    placeRevert();
    update();
}

void ParamRow::setNote(const QString &text)
{
    if (text == m_noteText)
        return;
    m_noteText = text;
    showState();
}

void ParamRow::setModelError(const QString &message, std::optional<int> field)
{
    if (message == m_model.message && field == m_model.field)
        return;
    m_model = {message, field};
    showState();
}

void ParamRow::setTypedError(const QString &message, std::optional<int> field)
{
    if (message == m_typed.message && field == m_typed.field)
        return;
    m_typed = {message, field};
    showState();
}

bool ParamRow::hasError() const
{
    return !m_typed.message.isEmpty() || !m_model.message.isEmpty();
}

void ParamRow::showState()
{
    const Fault &fault = m_typed.message.isEmpty() ? m_model : m_typed;
    const bool wrong = !fault.message.isEmpty();
    m_label->setColour(wrong ? &Tokens::error : &Tokens::text2);
    m_note->setContent(wrong ? fault.message : m_noteText, wrong);
    qDeleteAll(m_rings);
    m_rings.clear();
    const QList<QWidget *> fields = m_editor->fields();
    for (int i = 0; i < fields.size(); ++i) {
        const bool bad = wrong && (!fault.field || *fault.field == i);
        markError(fields[i], bad);
        fields[i]->setAccessibleDescription(bad ? fault.message : QString());
        if (bad) {
            m_rings << new ControlRing(&Tokens::error);
            m_rings.back()->setWidget(fields[i]);
        }
    }
}

void ParamRow::takeFocus()
{
    const QList<QWidget *> fields = m_editor->fields();
    const Fault &fault = m_typed.message.isEmpty() ? m_model : m_typed;
    const int index = fault.field.value_or(0);
    if (!fields.isEmpty())
        fields[index < fields.size() ? index : 0]->setFocus(Qt::OtherFocusReason);
}

void ParamRow::placeRevert()
{
    m_revert->move(m_labelWidth - 21, m_editor->y() + (scaledHeight(28) - m_revert->height()) / 2);
    m_revert->setVisible(underMouse() && !m_isDefault && !m_info.required);
    m_revert->raise();
}

void ParamRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_info.kind == ParamKind::Pairs && m_info.count > 1) {
        // One line of fields per axis.
        painter.setFont(convscope::font(FontRole::Caption));
        painter.setPen(tokens().text2);
        const QStringList words = axisWords(m_info.count);
        const int pitch = (m_editor->height() + 6) / m_info.count;
        for (int axis = 0; axis < m_info.count; ++axis)
            painter.drawText(QRect(0, m_editor->y() + axis * pitch, m_labelWidth - 13, pitch - 6),
                             Qt::AlignRight | Qt::AlignVCenter, words[axis]);
    }
    if (!m_isDefault || m_info.required)
        return;
    const qreal y = m_editor->y() + scaledHeight(28) / 2.0;
    paintPanel(painter, QRectF(m_labelWidth - 8, y - 1.5, 3, 3), 1.5, tokens().text2, QColor());
}

void ParamRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeRevert();
}

bool ParamRow::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave ||
        event->type() == QEvent::LayoutRequest)
        placeRevert();
    return QWidget::event(event);
}

void ParamRow::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_info.required)
        return;
    QMenu menu(this);
    QAction *reset = menu.addAction(
        themedIcon(u"undo"),
        tr("Reset to %1").arg(QString::fromStdString(toPython(m_info.defaultValue))));
    reset->setEnabled(!m_isDefault);
    if (menu.exec(event->globalPos()) == reset)
        Q_EMIT revertRequested();
}

} // namespace convscope
