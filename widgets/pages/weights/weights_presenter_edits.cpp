// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// What WeightsPresenter does to weights.
#include "controls/segmented_tabs.h"
#include "document/model_document.h"
#include "document/status_sink.h"
#include "language/core_words.h"
#include "layers/constraints.h"
#include "layers/initializers.h"
#include "model/weights.h"
#include "pages/weights/preset_bar.h"
#include "pages/weights/weight_facts.h"
#include "pages/weights/weight_names.h"
#include "pages/weights/weights_presenter.h"
#include "style/numbers.h"
#include "weights_edit/start_values.h"
#include "weights_edit/weight_text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScopedValueRollback>

#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Values that are changed within a millisecond or two.
constexpr std::int64_t kEditAtOnce = std::int64_t{1} << 16;
constexpr std::size_t kEditListed = 5;

/// As Keras writes it, with the fields that are not its defaults: "max_norm(max_value=1.5)".
QString briefly(const ObjectFamily &family, const ObjectValue &object)
{
    const ObjectType *type = family.find(object.className);
    if (type == nullptr || type->identifiers.empty())
        return qt(toPython(object));
    QStringList fields;
    for (const ObjectFieldInfo &info : type->fields) {
        const Value *value = find(object, info.name);
        if (value != nullptr && !(*value == info.defaultValue))
            fields << u"%1=%2"_s.arg(qt(info.name), qt(toPython(*value)));
    }
    const QString name = qt(type->identifiers.front());
    return fields.isEmpty() ? name : u"%1(%2)"_s.arg(name, fields.join(u", "_s));
}

} // namespace

void WeightsPresenter::setTarget(WeightTarget target)
{
    m_target = target;
    const QScopedValueRollback showing(m_isShowing, true);
    m_views.target->setCurrentIndex(static_cast<int>(target));
    switch (target) {
    case WeightTarget::Kernel:
        m_views.presets->setTarget(tr("click to apply to the chosen kernel; drag to another"));
        break;
    case WeightTarget::Filter:
        m_views.presets->setTarget(tr("click to apply to every channel of the filter"));
        break;
    case WeightTarget::All:
        m_views.presets->setTarget(tr("click to apply to all kernels"));
        break;
    }
    if (m_nothing.isEmpty() && !m_weights.isEmpty())
        showEdited();
}

void WeightsPresenter::setValue(std::size_t weight, const WeightPlace &place, double value)
{
    const WeightLayout &whole = m_weights.layout(weight);
    const Extents cell = whole.indices(place);
    const auto now = static_cast<float>(value);
    const WeightBlock block{weight, cell, Tensor::of(Extents(cell.size(), 1), std::span(&now, 1))};
    m_editor.apply({block},
                   u"%1 %2 → %3"_s.arg(cellName(m_weights.specs()[weight], cell),
                                       valueText(m_valueBefore, 4), valueText(double(now), 4)));
}

void WeightsPresenter::replaceTarget(const QString &name, bool continuing, const Work &work)
{
    if (!m_nothing.isEmpty())
        return;
    const WeightRegion region = layout().region(m_target, m_place);
    auto block = m_weights.block(m_weight, region);
    if (!block) {
        m_context.status->showFailure(localized(block.error()));
        return;
    }
    const WeightLayout own = layout().over(region.extents);
    if (block->size() <= kEditAtOnce) {
        putBlock(region, work(*block, own, {}), name, continuing);
        return;
    }
    m_context.status->showMessage(tr("Changing %1 values").arg(integerText(block->size())), 2000);
    m_edits.startLatest(
        [block = *block, own, work](const BackgroundJobs::Job &job) {
            return work(block, own, job.token());
        },
        [this, region, name, continuing, layer = m_weights.layer(), weight = m_weight,
         model = m_context.document->model()](Result<Tensor> values) {
            // Somebody was faster.
            if (layer != m_weights.layer() || weight != m_weight ||
                !(model == m_context.document->model()))
                return;
            putBlock(region, std::move(values), name, continuing);
        });
}

void WeightsPresenter::putBlock(const WeightRegion &region, Result<Tensor> values,
                                const QString &name, bool continuing)
{
    if (!values) {
        m_context.status->showFailure(localized(values.error()));
        return;
    }
    m_context.status->clearFailure();
    if (!continuing)
        m_editor.begin();
    m_editor.apply({{m_weight, region.first, std::move(*values)}}, name);
}

void WeightsPresenter::transform(WeightOperation operation, double amount)
{
    if (!m_nothing.isEmpty())
        return;
    const WeightTransform wanted{
        .operation = operation,
        .amount = amount,
        .seed = static_cast<std::uint64_t>(m_context.document->undoStack()->index()),
        .ofFilters = m_target != WeightTarget::Kernel};
    const QString name = u"%1: %2"_s.arg(targetName(spec(), layout(), m_target, m_place),
                                         operationName(operation, amount));
    replaceTarget(
        name, false,
        [wanted](const Tensor &block, const WeightLayout &own, const std::stop_token &stop) {
            return transformed(block, own, wanted, stop);
        });
}

void WeightsPresenter::applyPreset(const KernelPreset &preset, bool continuing)
{
    if (!m_nothing.isEmpty())
        return;
    QString words = qt(convscope::name(preset.shape));
    if (preset.shape == KernelShape::Gabor)
        words = tr("Gabor, %1° %2 cells %3°")
                    .arg(valueText(preset.angle, 4), valueText(preset.wavelength, 4),
                         valueText(preset.phase, 4));
    const QString name = u"%1: %2"_s.arg(targetName(spec(), layout(), m_target, m_place), words);
    replaceTarget(name, continuing,
                  [preset](const Tensor &, const WeightLayout &own, const std::stop_token &stop) {
                      return filledWith(preset, own, stop);
                  });
}

void WeightsPresenter::drawStartValues(std::int64_t seed, bool continuing)
{
    if (!m_nothing.isEmpty())
        return;
    const Layer owner = m_context.document->model().owner(m_weights.layer());
    const QString name =
        isSeeded(spec().initializer)
            ? tr("%1: drawn with seed %2")
                  .arg(targetName(spec(), layout(), m_target, m_place))
                  .arg(seed)
            : tr("%1: start values").arg(targetName(spec(), layout(), m_target, m_place));
    const WeightRegion region = layout().region(m_target, m_place);
    replaceTarget(
        name, continuing,
        [owner, spec = spec(), seed, region](const Tensor &, const WeightLayout &,
                                             const std::stop_token &stop) -> Result<Tensor> {
            auto values = startValues(owner, spec, seed, stop);
            if (!values)
                return values;
            return blockOf(*values, region.first, region.extents);
        });
}

void WeightsPresenter::applyConstraint()
{
    if (!m_nothing.isEmpty() || spec().constraint.isNone())
        return;
    if (!m_weights.isWhole() || m_weights.isBehind()) {
        m_context.status->showMessage(tr("The weights are being computed: try again in a moment"),
                                      3000);
        return;
    }
    const Layer owner = m_context.document->model().owner(m_weights.layer());
    m_edits.startLatest(
        [owner, spec = spec(), tensor = m_weights.tensors()[m_weight]](
            const BackgroundJobs::Job &) { return constrainedValues(owner, spec, tensor); },
        [this, layer = m_weights.layer(), weight = m_weight,
         model = m_context.document->model()](Result<ConstrainedValues> result) {
            if (layer != m_weights.layer() || weight != m_weight ||
                !(model == m_context.document->model()))
                return;
            if (!result) {
                m_context.status->showFailure(localized(result.error()));
                return;
            }
            const auto all = layout().filters() * layout().channels();
            QStringList names;
            for (std::size_t i = 0; i < std::min(kEditListed, result->changed.size()); ++i)
                names << (layout().isVector()
                              ? QString::number(result->changed[i][1])
                              : u"%1/%2"_s.arg(result->changed[i][1]).arg(result->changed[i][0]));
            if (result->changed.size() > kEditListed)
                names << u"…"_s;
            const auto count = static_cast<std::int64_t>(result->changed.size());
            m_editor.begin();
            if (!m_editor.apply({{m_weight, Extents(spec().shape.size(), 0), result->values}},
                                tr("constraint of %1 applied").arg(qt(spec().name))))
                return;
            m_views.facts->setConstraintResult(
                count == 0 ? tr("Nothing to change: all keep to it.")
                : layout().isVector()
                    ? tr("%1 of %2 values changed: %3")
                          .arg(integerText(count), integerText(all), names.join(u", "_s))
                    : tr("%1 of %2 kernels changed (filter/channel): %3")
                          .arg(integerText(count), integerText(all), names.join(u", "_s)));
        });
}

void WeightsPresenter::restoreTarget()
{
    const WeightOrigins::Origin *origin = m_origins.of(m_weights.layer());
    if (!m_nothing.isEmpty() || origin == nullptr)
        return;
    const WeightRegion region = layout().region(m_target, m_place);
    m_edits.startLatest(
        [origin = *origin, specs = m_weights.specs(), weight = m_weight,
         region](const BackgroundJobs::Job &job) -> Result<Tensor> {
            const auto before = effectiveWeights(origin.layer, specs, origin.seed, job.token());
            if (!before)
                return fail(before.error());
            return blockOf((*before)[weight], region.first, region.extents);
        },
        [this, region, layer = m_weights.layer(), weight = m_weight,
         name = tr("%1: restored").arg(targetName(spec(), layout(), m_target, m_place)),
         model = m_context.document->model()](Result<Tensor> values) {
            if (layer == m_weights.layer() && weight == m_weight &&
                model == m_context.document->model())
                putBlock(region, std::move(values), name, false);
        });
}

void WeightsPresenter::restoreAll()
{
    const WeightOrigins::Origin *origin = m_origins.of(m_weights.layer());
    if (!m_nothing.isEmpty() || origin == nullptr)
        return;
    m_editor.takeWeightsOf(origin->layer,
                           tr("weights of %1 restored").arg(qt(origin->layer.name())));
}

void WeightsPresenter::showEdited()
{
    const WeightOrigins::Origin *origin = m_origins.of(m_weights.layer());
    QString target = tr("Restore kernel");
    if (m_target == WeightTarget::Filter)
        target = tr("Restore filter");
    else if (m_target == WeightTarget::All)
        target = tr("Restore all of %1").arg(qt(spec().name));
    else if (layout().kernel().count() == 1)
        target = tr("Restore value");
    const QString last = m_context.document->undoStack()->undoText();
    m_views.facts->setEdited(origin != nullptr, last == m_editor.lastName() ? last : QString(),
                             origin != nullptr ? origin->name : QString(), target);
}

void WeightsPresenter::showStart()
{
    const ObjectValue &initializer = spec().initializer;
    const auto own = ownSeed(initializer);
    const auto model = static_cast<std::int64_t>(m_context.document->model().seed);
    m_views.facts->setStart(briefly(initializers(), initializer),
                            isSeeded(initializer) ? std::optional(own.value_or(model))
                                                  : std::nullopt,
                            startNote(spec()));
    m_views.facts->setConstraint(
        spec().constraint.isNone() ? QString() : briefly(constraints(), spec().constraint));
}

void WeightsPresenter::copy()
{
    if (!m_nothing.isEmpty())
        return;
    const WeightRegion region = layout().region(m_target, m_place);
    const auto block = m_weights.block(m_weight, region);
    if (!block) {
        m_context.status->showFailure(localized(block.error()));
        return;
    }
    const WeightLayout own = layout().over(region.extents);
    m_edits.startLatest(
        [block = *block, own](const BackgroundJobs::Job &) { return textOf(block, own); },
        [this, name = targetName(spec(), layout(), m_target, m_place)](Result<std::string> text) {
            if (!text)
                return;
            QGuiApplication::clipboard()->setText(QString::fromStdString(*text));
            m_context.status->showMessage(tr("Copied %1").arg(name), 3000);
        });
}

void WeightsPresenter::paste()
{
    const std::string text = QGuiApplication::clipboard()->text().toStdString();
    if (!m_nothing.isEmpty())
        return;
    replaceTarget(tr("%1: pasted").arg(targetName(spec(), layout(), m_target, m_place)), false,
                  [text](const Tensor &, const WeightLayout &own, const std::stop_token &) {
                      return blockOfText(text, own);
                  });
}

} // namespace convscope
