// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "edits.h"

#include "drag.h"
#include "engine_time.h"

#include "model/edit.h"
#include "params/inspector.h"
#include "params/param_form.h"
#include "params/param_row.h"
#include "window/actions/actions.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QKeyEvent>

#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLeastRepeats = 5;
constexpr int kMostRepeats = 25;
/// What the window may add to the engine, and the whole: one frame of 60 Hz.
constexpr double kOverhead = 4;
constexpr double kFrame = 1000.0 / 60;
constexpr double kFirstMap = 10;

void press(QWidget *field, Qt::Key key)
{
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier);
    QCoreApplication::sendEvent(field, &down);
    QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier);
    QCoreApplication::sendEvent(field, &up);
}

QString kindOf(const ParamInfo &info)
{
    switch (info.kind) {
    case ParamKind::Integer:
    case ParamKind::Number:
        return u"number"_s;
    case ParamKind::Tuple:
    case ParamKind::Pairs:
        return u"tuple"_s;
    case ParamKind::Choice:
        return u"choice"_s;
    case ParamKind::OptionalInteger:
    case ParamKind::OptionalNumber:
    case ParamKind::Boolean:
    case ParamKind::OptionalTuple:
    case ParamKind::IntegerList:
    case ParamKind::OptionalIntegerList:
    case ParamKind::Text:
    case ParamKind::Numbers:
    case ParamKind::OptionalNumbers:
    case ParamKind::Object:
        break;
    }
    return {};
}

/// The next choice, or the one before the last.
void choose(QWidget *field)
{
    auto *combo = qobject_cast<QComboBox *>(field);
    press(field, combo->currentIndex() + 1 < combo->count() ? Qt::Key_Down : Qt::Key_Up);
}

/// One weight in the middle of the layer's first kernel, by the document as an editor of kernels
/// would do it.
void addToWeight(MainWindow &window, int layer)
{
    std::vector<Tensor> weights = window.results()->at(layer)->result.weights;
    const Tensor &kernel = weights.front();
    std::vector<float> values(kernel.values().begin(), kernel.values().end());
    values[values.size() / 2] += 0.125F;
    weights.front() = Tensor::of(kernel.extents(), values);
    const Model &model = window.document()->model();
    window.document()->changeModel(
        replaceLayer(model, layer, model.layer(layer).withWeights(std::move(weights))),
        u"edit a kernel"_s);
}

/// Undone after every repeat, so that each starts from the same stack.
struct Repeat
{
    PaintTimes painted;
    double engine = 0;
};

std::optional<Repeat> measureOnce(LiveWindow &live, const Edit &edit)
{
    ModelDocument *document = live.window().document();
    const Model before = document->model();
    const auto painted = live.timed(edit.perform);
    const Model after = document->model();
    if (after == before)
        return std::nullopt;
    Repeat repeat;
    repeat.engine = engineMilliseconds(before, after, document->inputTensors());
    live.window().actions()->undo->trigger();
    if (!live.settle() || !live.startAfresh() || !painted)
        return std::nullopt;
    repeat.painted = *painted;
    return repeat;
}

} // namespace

std::vector<Edit> editsOf(MainWindow &window)
{
    const Layer &layer = window.document()->model().layer(window.selection()->layer());
    std::vector<Edit> edits;
    for (const ParamInfo &info : layer.type().table->params()) {
        const QString kind = kindOf(info);
        const bool isKnown = std::any_of(edits.begin(), edits.end(),
                                         [&](const Edit &edit) { return edit.kind == kind; });
        if (kind.isEmpty() || isKnown || info.rare)
            continue;
        const QString name = QString::fromStdString(info.name);
        ParamRow *row = window.inspector()->form()->row(name);
        QWidget *field = row->editor()->fields().front();
        field->setFocus();
        edits.push_back({kind, name, [field, kind] {
                             if (kind == u"choice")
                                 choose(field);
                             else
                                 press(field, Qt::Key_Up);
                         }});
    }
    const int index = window.selection()->layer();
    if (const EvaluatedLayer *now = window.results()->at(index);
        now != nullptr && !now->result.weights.empty())
        edits.push_back(
            {u"weight"_s, u"kernel"_s, [&window, index] { addToWeight(window, index); }});
    if (const auto label = labelToDrag(window))
        edits.push_back({u"slider"_s, label->argument, [label] {
                             LabelDrag drag(label->label);
                             drag.step(1);
                         }});
    return edits;
}

bool measureEdits(LiveWindow &live, int layer, const QString &image, bool hasLimits, double seconds,
                  FigurePrinter &printer)
{
    MainWindow &window = live.window();
    window.selection()->selectLayer(layer);
    if (!live.settle() || !live.startAfresh())
        return false;
    const QString name = QString::fromStdString(window.document()->model().layer(layer).name());
    for (const Edit &edit : editsOf(window)) {
        std::vector<double> first;
        std::vector<double> last;
        std::vector<double> engine;
        QElapsedTimer clock;
        clock.start();
        const auto isEnough = [&](std::size_t done) {
            return done >= kMostRepeats ||
                   (done >= kLeastRepeats && static_cast<double>(clock.elapsed()) > seconds * 1000);
        };
        // The first makes room and packs weights on both sides.
        if (!measureOnce(live, edit)) {
            printer.remark(u"%1, %2: the edit changes no map"_s.arg(name, edit.argument));
            continue;
        }
        while (!isEnough(last.size())) {
            const auto repeat = measureOnce(live, edit);
            if (!repeat)
                return false;
            first.push_back(repeat->painted.first);
            last.push_back(repeat->painted.last);
            engine.push_back(repeat->engine);
        }
        Figure figure;
        figure.image = image;
        figure.layer = name;
        figure.kind = edit.kind;
        figure.argument = edit.argument;
        figure.engineMilliseconds = median(engine);
        figure.what = u"last map"_s;
        figure.milliseconds = median(last);
        if (hasLimits)
            figure.limit = std::min(*figure.engineMilliseconds + kOverhead, kFrame);
        printer.print(figure);
        figure.what = u"first map"_s;
        figure.milliseconds = median(first);
        if (hasLimits)
            figure.limit = kFirstMap;
        printer.print(figure);
    }
    return true;
}

} // namespace convscope
