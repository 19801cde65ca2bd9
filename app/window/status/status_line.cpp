// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/status/status_line.h"

#include "controls/elided_button.h"
#include "controls/token_label.h"
#include "document/model_document.h"
#include "evaluation/layer_results.h"
#include "evaluation/preview_text.h"
#include "model/weights.h"
#include "params/input_problem.h"
#include "style/convscope_style.h"
#include "style/fonts.h"
#include "style/numbers.h"
#include "style/themed_icon.h"
#include "window/status/cost_question.h"
#include "window/status/reading_bar.h"

#include <QAccessible>
#include <QLabel>
#include <QPainter>
#include <QThread>
#include <algorithm>
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
        const auto index = static_cast<int>(i);
        if (layerState(layers[i], nullptr).isProblem() && !results.state(index).isProblem())
            return StatusLine::tr("%1, too small for %2")
                .arg(text, QString::fromStdString(document.model().layer(index).name()));
    }
    return text;
}

/// " · 432 of 1 024 stored", of the layers of which only some weights are; empty: there are none.
QString storedText(const ModelDocument &document)
{
    StoredShare all;
    for (int i = 0; i < document.model().size(); ++i) {
        const StoredShare share =
            storedShare(document.model().owner(i),
                        document.shapes().layers[static_cast<std::size_t>(i)].weights);
        if (share.isPartial()) {
            all.stored += share.stored;
            all.total += share.total;
        }
    }
    if (all.total == 0)
        return {};
    return StatusLine::tr(" · %1 of %2 stored")
        .arg(integerText(all.stored), integerText(all.total));
}

/// An icon and a few words; empty: what was said before still holds.
struct State
{
    QIcon icon;
    QString text;
};

State stateOf(const ModelDocument &document, const LayerResults &results, const QString &computeKey)
{
    if (const ChosenInput *chosen = document.unreadable(); chosen != nullptr)
        return {themedIcon(u"error", &Tokens::error),
                StatusLine::tr("The input does not fit: %1").arg(shortInputProblem(*chosen))};
    if (document.inputTensors().empty())
        return {dot(&Tokens::control), StatusLine::tr("No input")};
    if (results.wasStopped())
        return {themedIcon(u"pause", &Tokens::warning),
                computeKey.isEmpty() ? StatusLine::tr("Stopped")
                                     : StatusLine::tr("Stopped; compute again %1").arg(computeKey)};
    if (results.isAsking())
        return {themedIcon(u"wait", &Tokens::warning),
                results.hasAny() ? StatusLine::tr("Out of date") : StatusLine::tr("Not computed")};
    if (results.isPreview() && !results.isRunning())
        return {dot(&Tokens::warning), previewState(document, results)};
    if (results.isUpToDate()) {
        const int threads = QThread::idealThreadCount();
        return {dot(&Tokens::passed),
                StatusLine::tr("Up to date · %1 · %2")
                        .arg(durationText(results.stackMilliseconds() / 1000.0),
                             threads == 1 ? StatusLine::tr("1 thread")
                                          : StatusLine::tr("%n threads", nullptr, threads)) +
                    storedText(document)};
    }
    if (results.isSlow())
        return {themedIcon(u"wait", &Tokens::warning),
                StatusLine::tr("Computing · %1 %").arg(std::lround(results.progress() * 100))};
    return {};
}

/// "conv2d_2 cannot run; 2 layers wait".
QString problemText(const LayerResults &results, int layers, int problems, const QString &first)
{
    const QString text =
        problems == 1
            ? StatusLine::tr("%1 cannot run").arg(first)
            : StatusLine::tr("%1 and %n more cannot run", nullptr, problems - 1).arg(first);
    int waiting = 0;
    for (int i = 0; i < layers; ++i)
        waiting += results.state(i).kind == LayerState::Kind::Waits ? 1 : 0;
    if (waiting == 0)
        return text;
    return waiting == 1 ? StatusLine::tr("%1; 1 layer waits").arg(text)
                        : StatusLine::tr("%1; %n layers wait", nullptr, waiting).arg(text);
}

/// "gate is not known here; 1 layer waits"; empty: nothing waits for an array.
QString missingText(const ModelDocument &document, const LayerResults &results)
{
    QString first;
    int unknown = 0;
    int waiting = 0;
    for (int i = 0; i < document.model().size(); ++i) {
        const LayerState::Kind kind = results.state(i).kind;
        waiting += kind == LayerState::Kind::Waits ? 1 : 0;
        if (kind == LayerState::Kind::Unknown && unknown++ == 0)
            first = QString::fromStdString(document.model().layer(i).name());
    }
    if (unknown == 0)
        return {};
    const QString text =
        unknown == 1
            ? StatusLine::tr("%1 is not known here").arg(first)
            : StatusLine::tr("%1 and %n more are not known here", nullptr, unknown - 1).arg(first);
    if (waiting == 0)
        return text;
    return waiting == 1 ? StatusLine::tr("%1; 1 layer waits").arg(text)
                        : StatusLine::tr("%1; %n layers wait", nullptr, waiting).arg(text);
}

/// "4 layers up to date · 2.3 ms"; empty where none is.
QString upToDateText(const ModelDocument &document, const LayerResults &results)
{
    int count = 0;
    for (int i = 0; i < document.model().size(); ++i)
        count += results.isStale(i) ? 0 : 1;
    if (count == 0)
        return {};
    const QString words = count == 1 ? StatusLine::tr("1 layer up to date")
                                     : StatusLine::tr("%n layers up to date", nullptr, count);
    return u"%1 · %2"_s.arg(words, durationText(results.stackMilliseconds() / 1000.0));
}

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent), m_state(new ElidedButton(this)),
      m_rest(new TokenLabel({}, FontRole::Caption, &Tokens::text2, this)),
      m_question(new CostQuestion(this)), m_reading(new ReadingBar(this)),
      m_cell(new TokenLabel({}, FontRole::MonoCaption, &Tokens::text, this)),
      m_kernels(new QLabel(this)), m_cache(new QLabel(this)), m_format(new QLabel(this)),
      m_zoom(new QLabel(this))
{
    setSizeGripEnabled(false);
    setFixedHeight(scaledHeight(26));
    m_state->setAutoRaise(true);
    m_state->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_state->setFont(convscope::font(FontRole::Caption));
    m_state->setAccessibleName(tr("State"));
    m_cell->setAccessibleName(tr("Cell"));
    // A long place must not widen the window.
    m_cell->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_cell->setElided(true);
    for (QLabel *label : {m_kernels, m_cache, m_format, m_zoom}) {
        label->setFont(convscope::font(FontRole::Caption));
        label->setContentsMargins(6, 0, 6, 0);
    }
    m_kernels->setAccessibleName(tr("Kernels"));
    m_kernels->setObjectName(u"kernels"_s);
    m_cache->setAccessibleName(tr("Cache"));
    m_format->setAccessibleName(tr("Data format"));
    m_zoom->setAccessibleName(tr("Zoom"));
    m_rest->setAccessibleName(tr("The rest of the stack"));
    m_rest->setContentsMargins(4, 0, 8, 0);
    addWidget(m_state);
    addWidget(m_rest);
    m_rest->hide();
    addWidget(m_question);
    m_question->hide();
    addWidget(m_reading);
    m_reading->hide();
    addWidget(m_cell, 1);
    addPermanentWidget(m_kernels);
    m_kernels->hide();
    addPermanentWidget(m_cache);
    addPermanentWidget(m_format);
    addPermanentWidget(m_zoom);
    setContentsMargins(8, 0, 12, 0);
    connect(m_state, &QToolButton::clicked, this, [this] {
        if (m_wantsOutput && m_failureText.isEmpty())
            Q_EMIT unknownActivated();
        else
            Q_EMIT problemActivated();
    });
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
        showProblem(document, results, problems, firstProblem);
        return;
    }
    markError(m_state, false);
    m_rest->hide();
    m_wantsOutput = false;
    if (results.isUpToDate() && !results.isPreview()) {
        if (const QString missing = missingText(document, results); !missing.isEmpty()) {
            m_wantsOutput = true;
            m_state->setIcon(themedIcon(u"help", &Tokens::warning));
            m_state->setText(missing);
            m_rest->setText(upToDateText(document, results));
            showRest();
            return;
        }
    }
    if (const State state = stateOf(document, results, m_computeKey); !state.text.isEmpty()) {
        m_state->setIcon(state.icon);
        m_state->setText(state.text);
    }
}

void StatusLine::showProblem(const ModelDocument &document, const LayerResults &results,
                             int problems, const QString &first)
{
    m_state->setIcon(themedIcon(u"error", &Tokens::error));
    m_state->setText(problemText(results, document.model().size(), problems, first));
    markError(m_state, true);
    if (results.isUpToDate())
        m_rest->setText(upToDateText(document, results));
    else if (const State state = stateOf(document, results, m_computeKey); !state.text.isEmpty())
        m_rest->setText(state.text);
    showRest();
}

void StatusLine::showRest()
{
    const bool hasWords = !m_rest->text().isEmpty();
    m_rest->setVisible(hasWords && currentMessage().isEmpty());
    // While a message stands there it comes back with the others.
    if (hasWords && !currentMessage().isEmpty())
        m_rest->setAttribute(Qt::WA_WState_ExplicitShowHide, false);
}

void StatusLine::showCell(const QString &text)
{
    m_cell->setText(text);
}

void StatusLine::showZoom(std::optional<double> zoom)
{
    m_zoom->setText(zoom ? tr("%1 %").arg(std::lround(*zoom * 100)) : QString());
}

void StatusLine::showMessage(const QString &text, int milliseconds)
{
    // It takes the room up to what is permanent.
    const QLabel *first = m_kernels->isVisible() ? m_kernels : m_cache;
    const int room = std::max(first->x() - 24, 80);
    QStatusBar::showMessage(fontMetrics().elidedText(text, Qt::ElideRight, room), milliseconds);
}

void StatusLine::showKernels(const QString &words)
{
    m_kernels->setText(words);
    m_kernels->setVisible(!words.isEmpty());
}

void StatusLine::addOffer(QWidget *offer)
{
    // After those that are not permanent; the cell is the last of them.
    insertPermanentWidget(5, offer);
}

void StatusLine::showFailure(const QString &message)
{
    m_failureText = message;
    m_state->setIcon(themedIcon(u"error", &Tokens::error));
    m_state->setText(message.section(u'\n', 0, 0));
    markError(m_state, true);
    m_rest->hide();
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

QString StatusLine::restText() const
{
    return m_rest->isHidden() ? QString() : m_rest->text();
}

} // namespace convscope
