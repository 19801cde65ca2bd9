// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "document/document_state.h"

#include "run/input_for_model.h"

#include <algorithm>
#include <utility>

namespace convscope {

namespace {

StageInput toStage(const Input &input)
{
    return {input.tensor, input.format, input.title};
}

/// Whether a person chose the same, and wants the same done to it.
bool isAlike(const ChosenInput &a, const ChosenInput &b)
{
    return a.input == b.input && a.source == b.source && a.preparation == b.preparation;
}

/// Those of `inputs` that do not follow from another.
std::vector<const ChosenInput *> ownChoices(const std::vector<ChosenInput> &inputs)
{
    std::vector<const ChosenInput *> own;
    for (const ChosenInput &input : inputs) {
        if (!input.follows)
            own.push_back(&input);
    }
    std::ranges::sort(own, {}, &ChosenInput::input);
    return own;
}

} // namespace

std::vector<StageInput> DocumentState::stageInputs() const
{
    const std::size_t count = model.inputs.size();
    // Stored arrays that are the batch of one input, or do not go with the model, stay together.
    if (count < 2 || (!chosen && further.empty() && !ownInputs.empty())) {
        if (!ownInputs.empty())
            return ownInputs;
        return input ? std::vector<StageInput>{toStage(*input)} : std::vector<StageInput>{};
    }
    std::vector<StageInput> inputs;
    for (std::size_t i = 0; i < count; ++i) {
        const auto origin = originOf(i);
        if (!origin || (*origin != i && mustFollow(i)))
            return {};
        if (const ChosenInput *own = chosenFor(*origin)) {
            if (!own->ready)
                return {};
            inputs.push_back(toStage(*own->ready));
        } else if (*origin < ownInputs.size()) {
            inputs.push_back(ownInputs[*origin]);
        } else {
            inputs.push_back(toStage(*input));
        }
    }
    return inputs;
}

const ChosenInput *DocumentState::chosenFor(std::size_t which) const
{
    if (which == 0)
        return chosen ? &*chosen : nullptr;
    const auto found = std::ranges::find(further, which, &ChosenInput::input);
    // An edit may have left nothing to follow.
    return found == further.end() || (found->follows && !mustFollow(which)) ? nullptr : &*found;
}

bool DocumentState::mustFollow(std::size_t which) const
{
    return which > 0 && chosen && which >= ownInputs.size() && which < model.inputs.size() &&
           statedInput(model, which) != statedInput(model, 0);
}

std::optional<ChosenInput> DocumentState::followerFor(std::size_t which) const
{
    const ChosenInput *present = chosenFor(which);
    if (!mustFollow(which) || (present != nullptr && !present->follows))
        return std::nullopt;
    if (present != nullptr && present->source == chosen->source &&
        present->preparation == chosen->preparation)
        return *present;
    ChosenInput follower = *chosen;
    follower.input = which;
    follower.follows = true;
    return follower;
}

std::optional<std::size_t> DocumentState::originOf(std::size_t which) const
{
    const auto hasOwn = [this](std::size_t i) {
        return chosenFor(i) != nullptr || i < ownInputs.size() || (i == 0 && input);
    };
    if (hasOwn(which))
        return which;
    for (std::size_t i = 0; i < model.inputs.size(); ++i) {
        if (hasOwn(i))
            return i;
    }
    return std::nullopt;
}

void DocumentState::read(ChosenInput wanted)
{
    if (wanted.input > 0) {
        std::erase_if(further,
                      [&](const ChosenInput &other) { return other.input == wanted.input; });
        further.push_back(std::move(wanted));
        return;
    }
    // What follows another source is old.
    std::erase_if(further, [&](const ChosenInput &other) {
        return other.follows && other.source != wanted.source;
    });
    input = wanted.ready;
    chosen = std::move(wanted);
    // Of several inputs the others keep what came for them with the file.
    if (model.inputs.size() < 2)
        ownInputs.clear();
}

bool DocumentState::operator==(const DocumentState &other) const
{
    const auto alike = [](const ChosenInput *a, const ChosenInput *b) { return isAlike(*a, *b); };
    return model == other.model && input == other.input && ownInputs == other.ownInputs &&
           chosen.has_value() == other.chosen.has_value() &&
           (!chosen || isAlike(*chosen, *other.chosen)) &&
           std::ranges::equal(ownChoices(further), ownChoices(other.further), alike);
}

} // namespace convscope
