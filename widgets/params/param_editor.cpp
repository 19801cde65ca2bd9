// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "params/param_editor.h"

#include "base/check.h"
#include "language/core_words.h"
#include "layers/axis_map.h"
#include "params/choice_editors.h"
#include "params/number_editors.h"
#include "params/object_editor.h"
#include "params/text_editors.h"

namespace convscope {

namespace {

/// A first value for an optional argument that has been None.
Value firstValue(const ParamInfo &info, Value plain)
{
    if (!isNone(info.defaultValue))
        return info.defaultValue;
    return plain;
}

std::int64_t firstNumber(const ParamInfo &info)
{
    return info.minimum ? static_cast<std::int64_t>(*info.minimum) + (info.minimumExcluded ? 1 : 0)
                        : 0;
}

} // namespace

void ParamEditor::scrub(int, bool) {}

QStringList axisWords(int count)
{
    QStringList words;
    for (int axis = 0; axis < count; ++axis)
        words << localizedTerm(axisName(axis, count));
    return words;
}

ParamEditor *makeParamEditor(const ParamInfo &info, QWidget *parent)
{
    switch (info.kind) {
    case ParamKind::Integer:
        return new IntegerEditor(info, parent);
    case ParamKind::OptionalInteger:
        return new OptionalEditor(info, new IntegerEditor(info, parent),
                                  firstValue(info, firstNumber(info)), parent);
    case ParamKind::Number:
        return new NumberEditor(info, parent);
    case ParamKind::OptionalNumber:
        return new OptionalEditor(info, new NumberEditor(info, parent),
                                  firstValue(info, static_cast<double>(firstNumber(info))), parent);
    case ParamKind::Boolean:
        return new BooleanEditor(info, parent);
    case ParamKind::Choice:
        return new ChoiceEditor(info, parent);
    case ParamKind::Tuple:
        return new TupleEditor(info, parent);
    case ParamKind::OptionalTuple:
        return new OptionalEditor(
            info, new TupleEditor(info, parent),
            firstValue(info, IntList(static_cast<std::size_t>(info.count), firstNumber(info))),
            parent);
    case ParamKind::Pairs:
        return new PairsEditor(info, parent);
    case ParamKind::IntegerList:
        return new IntegerListEditor(info, parent);
    case ParamKind::OptionalIntegerList:
        return new OptionalEditor(info, new IntegerListEditor(info, parent),
                                  firstValue(info, IntList{}), parent);
    case ParamKind::Text:
        return new TextEditor(info, parent);
    case ParamKind::Numbers:
        return new NumbersEditor(info, parent);
    case ParamKind::OptionalNumbers:
        return new OptionalEditor(info, new NumbersEditor(info, parent),
                                  firstValue(info, NumberArray{{}, {1}}), parent);
    case ParamKind::Object:
        return new ObjectEditor(info, parent);
    }
    checkFailed("a known kind", std::source_location::current());
}

} // namespace convscope
