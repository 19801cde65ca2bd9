// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/arithmetic/story_stages.h"

namespace convscope {

QString digitsOf(const SumFormat &format, double value, bool all)
{
    return all ? allDigits(value) : format.text(value);
}

const Stage *stageOf(const CellStory &story)
{
    const int at = story.stage();
    return at < 0 ? nullptr : &story.told->stages[static_cast<std::size_t>(at)];
}

const Stage *channelStage(const CellStory &story)
{
    if (story.told == nullptr || story.told->stages.empty())
        return nullptr;
    if (!story.isSeparable())
        return stageOf(story);
    const auto between = static_cast<std::size_t>(story.channels().count);
    return between < story.told->stages.size() ? &story.told->stages[between] : nullptr;
}

const Stage *lineStage(const CellStory &story)
{
    if (story.told == nullptr || story.told->stages.size() < 2)
        return nullptr;
    const Stage &last = story.told->stages.back();
    return last.reduce == Reduce::Line && last.hasProducts ? &last : nullptr;
}

ChannelShares sharesOf(const CellStory &story)
{
    ChannelShares all;
    const Stage *stage = channelStage(story);
    if (stage == nullptr)
        return all;
    if (story.isSeparable()) {
        for (const Term &term : stage->terms)
            all.shares.emplace_back(term.channel, term.product);
    } else {
        for (const ChannelSum &channel : stage->channels)
            all.shares.emplace_back(channel.channel, channel.sum);
    }
    for (const auto &[channel, share] : all.shares)
        (channel == story.choice.channel ? all.chosen : all.others) += share;
    return all;
}

} // namespace convscope
