// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/problems/problem_pages.h"

#include "document/selection.h"
#include "evaluation/layer_results.h"
#include "language/core_words.h"
#include "layers/unknown_layer.h"
#include "model/read_repairs.h"
#include "pages/problems/error_words.h"
#include "params/input_problem.h"
#include "pictures/map_painting.h"
#include "style/numbers.h"
#include "tensor/spatial_reduction.h"
#include "views/empty_page.h"
#include "views/error_page.h"
#include "views/message_page.h"

#include <QApplication>
#include <QClipboard>
#include <QMetaObject>
#include <QPalette>
#include <QStackedWidget>
#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QSize kMiniature{120, 60};
constexpr QSize kLastMap{190, 96};
constexpr std::int64_t kMostLastMaps = 32;

/// The maps of an output as small pictures sharing one range.
std::vector<QImage> smallMaps(const Tensor &output, DataFormat format, QSize box, std::int64_t most,
                              bool isDark)
{
    std::vector<QImage> pictures;
    if (output.rank() < 4 || output.rank() > 5)
        return pictures;
    const std::int64_t count = std::min(channelCount(output, format), most);
    std::vector<Plane> planes;
    for (std::int64_t c = 0; c < count; ++c)
        planes.push_back(mapPlane(output, format, 0, c));
    const Distribution values = distribution(planes);
    const ValueRange range = chooseRange(values, DisplaySettings{}.share, false);
    const Colormap &colormap = chooseColormap({}, values, isDark, false);
    for (const Plane &plane : planes)
        pictures.push_back(paintPlaneScaled(plane, range, colormap, false, box));
    return pictures;
}

/// The model up to and with layer `index`.
Model headOf(const Model &model, int index)
{
    Model head = model;
    head.layers.resize(static_cast<std::size_t>(index) + 1);
    head.outputs.clear();
    return head;
}

} // namespace

ProblemPages::ProblemPages(const PageContext &context, QStackedWidget *centre)
    : QObject(centre), m_document(context.document), m_results(context.results),
      m_error(new ErrorPage), m_message(new MessagePage), m_empty(new EmptyPage)
{
    for (QWidget *page : {static_cast<QWidget *>(m_error), static_cast<QWidget *>(m_message),
                          static_cast<QWidget *>(m_empty)})
        centre->addWidget(page);
    connect(m_error, &ErrorPage::applyRepair, this, &ProblemPages::applyRepair);
    connect(m_error, &ErrorPage::copyMessage, this,
            [this] { QApplication::clipboard()->setText(m_error->plainText()); });
    connect(m_message, &MessagePage::actionRequested, this, [this, selection = context.selection] {
        if (m_offersFeeding)
            Q_EMIT feedRequested();
        else
            selection->selectLayer(m_wanted);
    });
}

void ProblemPages::showUnknown(const Layer &layer)
{
    const auto &stated = unknownLayer(layer).output;
    const QString shape =
        stated ? tr("Its file states an output of %1; layers that do not depend on it run.")
                     .arg(QString::fromStdString(stated->toString()))
               : tr("Its file does not state the shape of its output; layers that do not depend on "
                    "it run.");
    m_message->showHint(tr("%1 is not known here: %2")
                            .arg(QString::fromStdString(layer.type().className),
                                 QString::fromStdString(layer.name())),
                        shape,
                        tr("It is kept as it came and written back unchanged. An array (.npy or "
                           ".npz) can "
                           "stand in for its output, so that the rest runs."),
                        tr("Feed its output…"));
}

QWidget *ProblemPages::pageFor(int layer, const Page &page)
{
    m_offersFeeding = false;
    if (m_document->inputTensors().empty() && m_document->inputShapes().front().rank() == 0) {
        m_repairs.clear();
        return page.needsInput() ? m_empty : nullptr;
    }
    if (const ChosenInput *chosen = m_document->unreadable(); chosen != nullptr) {
        m_repairs.clear();
        m_shownLayer = -2;
        m_wanted = -1;
        m_message->showFailure(tr("The model does not read this input"), inputProblem(*chosen, {}),
                               layer < 0 ? tr("Choose at the right what is to be done to it.")
                                         : QString(),
                               layer < 0 ? QString() : tr("Show the input"));
        return m_message;
    }
    if (layer < 0 || layer >= m_document->model().size()) {
        m_repairs.clear();
        return nullptr;
    }
    const LayerState state = m_results->state(layer);
    // Its repairs can be applied whatever is shown.
    if (state.kind == LayerState::Kind::Illegal)
        fillError(layer);
    else {
        m_repairs.clear();
        m_shownLayer = -2;
    }
    if (page.canShow(state))
        return nullptr;
    const QString name = QString::fromStdString(m_document->model().layer(layer).name());
    switch (state.kind) {
    case LayerState::Kind::Fine:
        return nullptr;
    case LayerState::Kind::Illegal:
        return m_error;
    case LayerState::Kind::Waits:
        m_wanted = m_document->model().indexOf(state.waitsFor);
        m_message->showWaiting(name, QString::fromStdString(state.waitsFor));
        return m_message;
    case LayerState::Kind::Failed:
        m_wanted = -1;
        m_message->showFailure(tr("%1 did not run").arg(name), localized(*state.error),
                               tr("Fewer filters, larger strides or a smaller input need less "
                                  "memory. The stack is as it was."),
                               {});
        return m_message;
    case LayerState::Kind::Unknown:
        m_wanted = -1;
        m_offersFeeding = true;
        showUnknown(m_document->model().layer(layer));
        return m_message;
    }
    return nullptr;
}

void ProblemPages::fillError(int layer)
{
    if (m_shownLayer == layer && m_shown == m_document->model())
        return;
    m_shown = m_document->model();
    m_shownLayer = layer;
    const std::vector<Shape> inputs = m_document->inputShapes();
    m_repairs = findRepairs(m_shown, inputs, layer);
    constexpr std::size_t kMostRepairs = 4;
    for (Repair &repair : findReadRepairs(m_shown, inputs, layer)) {
        if (m_repairs.size() < kMostRepairs)
            m_repairs.push_back(std::move(repair));
    }
    m_error->setReport(errorReport(m_shown, m_document->shapes(), layer, m_repairs));
    m_error->setLastMaps({}, {});
    m_pictures.stop();
    drawLastMaps(layer);
    drawMiniatures(layer);
}

void ProblemPages::drawLastMaps(int layer)
{
    const EvaluatedLayer *last = m_results->at(layer);
    if (last == nullptr || last->result.output.isNull())
        return;
    const bool isDark = QApplication::palette().window().color().lightness() < 128;
    const Tensor output = last->result.output;
    m_pictures.start(
        [output, format = last->format, isDark](const BackgroundJobs::Job &) {
            return smallMaps(output, format, kLastMap, kMostLastMaps, isDark);
        },
        [this, words = tightShapeText(Shape(output.extents()))](
            const Result<std::vector<QImage>> &pictures) {
            if (pictures)
                m_error->setLastMaps(words, *pictures);
        });
}

void ProblemPages::drawMiniatures(int layer)
{
    const bool isDark = QApplication::palette().window().color().lightness() < 128;
    // What would take long is not computed for so small a picture.
    const int reduction = m_results->question() ? LayerResults::kPreviewReduction : 1;
    for (std::size_t i = 0; i < m_repairs.size() && !m_document->inputTensors().empty(); ++i) {
        m_pictures.start(
            [layer, isDark, cache = m_results->sharedCache(),
             model = headOf(m_repairs[i].model, layer), reduction,
             stage = m_document->stage()](const BackgroundJobs::Job &job) {
                std::vector<Tensor> inputs = stage.inputs;
                for (std::size_t at = 0; at < inputs.size(); ++at)
                    inputs[at] = reduced(inputs[at], stage.formats[at], reduction);
                RunOptions options;
                options.stop = job.token();
                options.cache = cache.get();
                const RunResult result = run(model, inputs, options);
                if (result.cancelled || result.layers.back().output.isNull())
                    return QImage();
                const auto pictures =
                    smallMaps(result.layers.back().output, dataFormat(model.owner(layer)),
                              kMiniature, 1, isDark);
                return pictures.empty() ? QImage() : pictures.front();
            },
            [this, i](const Result<QImage> &picture) {
                if (picture && !picture->isNull())
                    m_error->setMiniature(static_cast<int>(i), *picture);
            });
    }
}

void ProblemPages::applyRepair(int index)
{
    if (index < 0 || index >= repairCount())
        return;
    const Repair repair = m_repairs[static_cast<std::size_t>(index)];
    m_document->changeModel(repair.model,
                            tr("repair %1").arg(QString::fromStdString(repair.argument)));
}

} // namespace convscope
