// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/weights/weight_names.h"

#include "input/input.h"
#include "language/core_words.h"
#include "style/numbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("convscope::WeightNames", text);
}

} // namespace

QString cellName(const WeightSpec &spec, const Extents &indices)
{
    QStringList numbers;
    for (const std::int64_t index : indices)
        numbers << QString::number(index);
    return u"%1 [%2]"_s.arg(QString::fromStdString(spec.name), numbers.join(u", "_s));
}

QString targetName(const WeightSpec &spec, const WeightLayout &layout, WeightTarget target,
                   const WeightPlace &at)
{
    const QString weight = QString::fromStdString(spec.name);
    if (target == WeightTarget::All)
        return QCoreApplication::translate("convscope::WeightNames", "all of %1").arg(weight);
    if (layout.isVector() || (layout.isMatrix() && target == WeightTarget::Kernel))
        return cellName(spec, layout.indices(at));
    if (target == WeightTarget::Filter || layout.channels() == 1)
        return QCoreApplication::translate("convscope::WeightNames", "filter %1 of %2")
            .arg(at.filter)
            .arg(weight);
    return QCoreApplication::translate("convscope::WeightNames", "channel %1 of filter %2")
        .arg(at.channel)
        .arg(at.filter);
}

QString operationName(WeightOperation operation, double amount)
{
    switch (operation) {
    case WeightOperation::Turn:
        return tr(QT_TRANSLATE_NOOP("convscope::WeightNames", "turned by 90°"));
    case WeightOperation::MirrorColumns:
        return tr(QT_TRANSLATE_NOOP("convscope::WeightNames", "mirrored left–right"));
    case WeightOperation::MirrorRows:
        return tr(QT_TRANSLATE_NOOP("convscope::WeightNames", "mirrored top–bottom"));
    case WeightOperation::Transpose:
        return tr(QT_TRANSLATE_NOOP("convscope::WeightNames", "transposed"));
    case WeightOperation::SumToZero:
        return tr(QT_TRANSLATE_NOOP("convscope::WeightNames", "brought to sum 0"));
    case WeightOperation::SumToOne:
        return tr(QT_TRANSLATE_NOOP("convscope::WeightNames", "brought to sum 1"));
    case WeightOperation::NormToOne:
        return tr(QT_TRANSLATE_NOOP("convscope::WeightNames", "brought to norm 1"));
    case WeightOperation::Add:
        return tr(QT_TRANSLATE_NOOP("convscope::WeightNames", "%1 added"))
            .arg(signedValueText(amount, 4));
    case WeightOperation::Scale:
        return tr(QT_TRANSLATE_NOOP("convscope::WeightNames", "scaled by %1"))
            .arg(valueText(amount, 4));
    case WeightOperation::Invert:
        return tr(QT_TRANSLATE_NOOP("convscope::WeightNames", "signs inverted"));
    case WeightOperation::Zero:
        return tr(QT_TRANSLATE_NOOP("convscope::WeightNames", "set to zero"));
    case WeightOperation::Shuffle:
        return tr(QT_TRANSLATE_NOOP("convscope::WeightNames", "shuffled"));
    }
    return {};
}

QString channelName(const Model &model, int layer, const Input *input, std::int64_t channels,
                    std::int64_t channel)
{
    const std::vector<Source> sources = model.sources(layer);
    const bool readsInput = !sources.empty() && sources.front().kind == Source::Kind::Input;
    if (readsInput && input != nullptr &&
        static_cast<std::int64_t>(input->channelNames.size()) == channels)
        return localized(input->channelNames[std::size_t(channel)]);
    return QString::number(channel);
}

QString startNote(const WeightSpec &spec)
{
    struct Rule
    {
        std::string_view className;
        int over;
        bool hasOut;
        bool isLimit;
    };
    // Keras: a uniform distribution reaches to its limit, a normal one is cut at two deviations.
    static constexpr std::array<Rule, 6> kRules{{{"GlorotUniform", 6, true, true},
                                                 {"GlorotNormal", 2, true, false},
                                                 {"HeUniform", 6, false, true},
                                                 {"HeNormal", 2, false, false},
                                                 {"LecunUniform", 3, false, true},
                                                 {"LecunNormal", 1, false, false}}};
    const auto rule = std::find_if(kRules.begin(), kRules.end(), [&](const Rule &r) {
        return r.className == spec.initializer.className;
    });
    const std::size_t rank = spec.shape.size();
    const auto isSet = [&](std::string_view field) {
        const Value *value = find(spec.initializer, field);
        return value != nullptr && !isNone(*value);
    };
    if (rule == kRules.end() || rank < 2 || isSet("input_axes") || isSet("output_axes"))
        return {};
    std::int64_t in = spec.shape[rank - 2];
    std::int64_t out = spec.shape[rank - 1];
    for (std::size_t axis = 0; axis + 2 < rank; ++axis) {
        in *= spec.shape[axis];
        out *= spec.shape[axis];
    }
    const double reach = std::sqrt(rule->over / double(rule->hasOut ? in + out : in));
    const QString fans =
        rule->hasOut ? u"(%1 + %2)"_s.arg(integerText(in), integerText(out)) : integerText(in);
    const QString printed = valueText(reach, 4);
    const QString formula = u"√(%1 ÷ %2) %3 %4"_s.arg(
        QString::number(rule->over), fans, printed.toDouble() == reach ? u"="_s : u"≈"_s, printed);
    return rule->isLimit
               ? QCoreApplication::translate("convscope::WeightNames", "limit %1").arg(formula)
               : QCoreApplication::translate("convscope::WeightNames", "deviation %1").arg(formula);
}

std::int64_t mapOf(const WeightLayout &layout, const WeightPlace &at, std::int64_t maps)
{
    if (layout.filters() == maps)
        return at.filter;
    if (layout.filters() * layout.channels() == maps)
        return at.channel * layout.filters() + at.filter;
    return -1;
}

bool placeOfMap(const WeightLayout &layout, std::int64_t map, std::int64_t maps, WeightPlace &at)
{
    if (layout.filters() == maps) {
        at.filter = map;
        return true;
    }
    if (layout.filters() * layout.channels() != maps)
        return false;
    at.channel = map / layout.filters();
    at.filter = map % layout.filters();
    return true;
}

} // namespace convscope
