// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/status_line.h"

#include "document/model_document.h"
#include "evaluation/layer_results.h"
#include "style/fonts.h"
#include "style/numbers.h"
#include "style/themed_icon.h"
#include "window/cell_text.h"
#include "window/cost_question.h"

#include <QAccessible>
#include <QLabel>
#include <QPainter>
#include <QThread>
#include <QToolButton>
#include <cmath>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

QIcon dot(TokenRole role)
{
    QPixmap pixmap(32, 32);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens().*role);
    painter.drawEllipse(8, 8, 16, 16);
    return QIcon(pixmap);
}

/// "Preview at ¼", and what is missing from it.
QString previewState(const ModelDocument &document, const LayerResults &results)
{
    QString text = previewText(results.reduction());
    text.front() = text.front().toUpper();
    const std::vector<LayerShapes> &layers = results.shapesFor(results.reduction()).layers;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (layers[i].error && !document.shapes().layers[i].error)
            return StatusLine::tr("%1, too small for %2")
                .arg(text,
                     QString::fromStdString(document.model().layer(static_cast<int>(i)).name()));
    }
    return text;
}

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent), m_state(new QToolButton(this)), m_question(new CostQuestion(this)),
      m_cell(new QLabel(this)), m_kernels(new QLabel(this)), m_cache(new QLabel(this)),
      m_format(new QLabel(this)), m_zoom(new QLabel(this))
{
    setSizeGripEnabled(false);
    setFixedHeight(scaledHeight(26));
    m_state->setAutoRaise(true);
    m_state->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_state->setFont(convscope::font(FontRole::Caption));
    m_state->setAccessibleName(tr("State"));
    m_cell->setFont(convscope::font(FontRole::MonoCaption));
    m_cell->setAccessibleName(tr("Cell"));
    // A long place must not widen the window.
    m_cell->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_cell->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QLabel *label : {m_kernels, m_cache, m_format, m_zoom}) {
        label->setFont(convscope::font(FontRole::Caption));
        label->setContentsMargins(6, 0, 6, 0);
    }
    m_kernels->setAccessibleName(tr("Kernels"));
    m_kernels->setObjectName(u"kernels"_s);
    m_cache->setAccessibleName(tr("Cache"));
    m_format->setAccessibleName(tr("Data format"));
    m_zoom->setAccessibleName(tr("Zoom"));
    addWidget(m_state);
    addWidget(m_question);
    m_question->hide();
    addWidget(m_cell, 1);
    addPermanentWidget(m_kernels);
    m_kernels->hide();
    addPermanentWidget(m_cache);
    addPermanentWidget(m_format);
    addPermanentWidget(m_zoom);
    setContentsMargins(8, 0, 12, 0);
    connect(m_state, &QToolButton::clicked, this, &StatusLine::problemActivated);
}

void StatusLine::showState(const ModelDocument &document, const LayerResults &results, int problems,
                           const QString &firstProblem)
{
    m_cache->setText(tr("Cache %1 of %2")
                         .arg(bytesText(results.cacheBytes()), bytesText(results.cacheBudget())));
    m_format->setText(document.inputFormat() == DataFormat::ChannelsLast ? u"channels_last"_s
                                                                         : u"channels_first"_s);
    m_question->setQuestion(results.question(), results.isPreview());
    if (!m_failureText.isEmpty())
        return;
    if (problems > 0) {
        m_state->setIcon(themedIcon(u"error", &Tokens::error));
        m_state->setText(tr("%1 cannot run").arg(firstProblem));
    } else if (document.inputTensors().empty()) {
        m_state->setIcon(dot(&Tokens::control));
        m_state->setText(tr("No input"));
    } else if (results.wasStopped()) {
        m_state->setIcon(themedIcon(u"pause", &Tokens::warning));
        m_state->setText(m_computeKey.isEmpty()
                             ? tr("Stopped")
                             : tr("Stopped; compute again %1").arg(m_computeKey));
    } else if (results.isAsking()) {
        m_state->setIcon(themedIcon(u"wait", &Tokens::warning));
        m_state->setText(results.hasAny() ? tr("Out of date") : tr("Not computed"));
    } else if (results.isPreview() && !results.isRunning()) {
        m_state->setIcon(dot(&Tokens::warning));
        m_state->setText(previewState(document, results));
    } else if (results.isUpToDate()) {
        m_state->setIcon(dot(&Tokens::passed));
        const int threads = QThread::idealThreadCount();
        m_state->setText(tr("Up to date · %1 · %2")
                             .arg(durationText(results.stackMilliseconds() / 1000.0),
                                  threads == 1 ? tr("1 thread") : tr("%1 threads").arg(threads)));
    } else if (results.isSlow()) {
        m_state->setIcon(themedIcon(u"wait", &Tokens::warning));
        m_state->setText(tr("Computing · %1 %").arg(std::lround(results.progress() * 100)));
    }
}

void StatusLine::showCell(const QString &text)
{
    m_cell->setText(text);
}

void StatusLine::showZoom(double zoom)
{
    m_zoom->setText(tr("%1 %").arg(std::lround(zoom * 100)));
}

void StatusLine::showKernels(const QString &words)
{
    m_kernels->setText(words);
    m_kernels->setVisible(!words.isEmpty());
}

void StatusLine::addOffer(QWidget *offer)
{
    // After the two that are not permanent: state and cell.
    insertPermanentWidget(2, offer);
}

void StatusLine::showFailure(const QString &message)
{
    m_failureText = message;
    m_state->setIcon(themedIcon(u"error", &Tokens::error));
    m_state->setText(message.section(u'\n', 0, 0));
    m_state->setToolTip(message);
    QAccessibleEvent alert(m_state, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void StatusLine::clearFailure()
{
    m_failureText.clear();
    m_state->setToolTip({});
}

QString StatusLine::stateText() const
{
    return m_state->text();
}

} // namespace convscope
