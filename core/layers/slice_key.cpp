// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/slice_key.h"

#include <algorithm>
#include <charconv>

namespace convscope {

namespace {

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(' ');
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// Outer nullopt: no number; inner: nothing stands there.
std::optional<std::optional<std::int64_t>> numberOrNothing(std::string_view text)
{
    text = trimmed(text);
    if (text.empty() || text == "None")
        return std::optional<std::int64_t>();
    std::int64_t n = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), n);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size())
        return std::nullopt;
    return std::optional(n);
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        parts.push_back(trimmed(text.substr(begin, end - begin)));
        begin = end + 1;
    }
    return parts;
}

std::optional<SliceItem> parseItem(std::string_view text)
{
    using Kind = SliceItem::Kind;
    if (text == "...")
        return SliceItem{Kind::Ellipsis, {}, {}, {}};
    if (text == "None")
        return SliceItem{Kind::NewAxis, {}, {}, {}};
    const auto parts = split(text, ':');
    SliceItem item;
    if (parts.size() == 1) {
        const auto index = numberOrNothing(parts[0]);
        if (!index || !*index)
            return std::nullopt;
        item.kind = Kind::Index;
        item.start = *index;
        return item;
    }
    if (parts.size() > 3)
        return std::nullopt;
    std::optional<std::int64_t> *const places[] = {&item.start, &item.stop, &item.step};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto number = numberOrNothing(parts[i]);
        if (!number)
            return std::nullopt;
        *places[i] = *number;
    }
    if (item.step == 0)
        return std::nullopt;
    return item;
}

/// The key with one item per axis of that rank and per new axis; nullopt where it names more axes.
std::optional<SliceKey> spelledOut(const SliceKey &key, int rank)
{
    using Kind = SliceItem::Kind;
    const auto named = std::count_if(key.begin(), key.end(), [](const SliceItem &item) {
        return item.kind == Kind::Range || item.kind == Kind::Index;
    });
    if (named > rank)
        return std::nullopt;
    SliceKey whole;
    bool hasEllipsis = false;
    for (const SliceItem &item : key) {
        if (item.kind == Kind::Ellipsis) {
            whole.insert(whole.end(), static_cast<std::size_t>(rank - named), SliceItem{});
            hasEllipsis = true;
        } else {
            whole.push_back(item);
        }
    }
    if (!hasEllipsis)
        whole.insert(whole.end(), static_cast<std::size_t>(rank - named), SliceItem{});
    return whole;
}

/// First cell and number of cells of a range on an axis of n cells, as Python counts.
std::pair<std::int64_t, std::int64_t> cellsOf(const SliceItem &item, std::int64_t n)
{
    const std::int64_t step = item.step.value_or(1);
    const std::int64_t least = step > 0 ? 0 : -1;
    const std::int64_t most = step > 0 ? n : n - 1;
    const auto place = [&](const std::optional<std::int64_t> &given, std::int64_t otherwise) {
        if (!given)
            return otherwise;
        return std::clamp(*given < 0 ? *given + n : *given, least, most);
    };
    const std::int64_t start = place(item.start, step > 0 ? least : most);
    const std::int64_t stop = place(item.stop, step > 0 ? most : least);
    const std::int64_t distance = step > 0 ? stop - start : start - stop;
    const std::int64_t size = step > 0 ? step : -step;
    return {start, distance <= 0 ? 0 : (distance - 1) / size + 1};
}

bool isWhole(const SliceItem &item)
{
    return item == SliceItem{} || item == SliceItem{SliceItem::Kind::Range, {}, {}, 1};
}

Failure misfit(const SliceKey &key, const Shape &shape, Words reason)
{
    return fail("E11", "key", '"' + toString(key) + '"',
                words("key does not fit: {reason}. Received [{key}] for the input shape {shape}",
                      std::move(reason), toString(key), shape.toString()));
}

} // namespace

std::optional<SliceKey> parseSliceKey(std::string_view text)
{
    text = trimmed(text);
    if (text.starts_with('[') && text.ends_with(']') && text.size() > 1)
        text = text.substr(1, text.size() - 2);
    SliceKey key;
    for (const std::string_view part : split(text, ',')) {
        const auto item = parseItem(part);
        if (!item)
            return std::nullopt;
        key.push_back(*item);
    }
    const auto ellipses = std::count_if(key.begin(), key.end(), [](const SliceItem &item) {
        return item.kind == SliceItem::Kind::Ellipsis;
    });
    return ellipses > 1 ? std::nullopt : std::optional(std::move(key));
}

std::string toString(const SliceKey &key)
{
    const auto number = [](const std::optional<std::int64_t> &n) {
        return n ? std::to_string(*n) : std::string();
    };
    std::string text;
    for (const SliceItem &item : key) {
        text += text.empty() ? "" : ", ";
        switch (item.kind) {
        case SliceItem::Kind::Range:
            text += number(item.start) + ':' + number(item.stop);
            text += item.step ? ':' + number(item.step) : "";
            break;
        case SliceItem::Kind::Index:
            text += number(item.start);
            break;
        case SliceItem::Kind::NewAxis:
            text += "None";
            break;
        case SliceItem::Kind::Ellipsis:
            text += "...";
            break;
        }
    }
    return text;
}

Result<Shape> slicedShape(const SliceKey &key, const Shape &shape)
{
    using Kind = SliceItem::Kind;
    const auto items = spelledOut(key, shape.rank());
    if (!items)
        return misfit(key, shape, words("it names more axes than there are"));
    if (items->empty() || !isWhole(items->front()))
        return misfit(key, shape, words("the batch must stay whole, so it must begin with :"));
    std::vector<Dim> dims;
    int axis = 0;
    for (const SliceItem &item : *items) {
        if (item.kind == Kind::NewAxis) {
            dims.emplace_back(1);
            continue;
        }
        const Dim &length = shape[axis++];
        if (item.kind == Kind::Index) {
            if (length && (*item.start >= *length || *item.start < -*length))
                return misfit(key, shape,
                              words("the index {index} lies outside of {length} cells", *item.start,
                                    *length));
        } else if (length) {
            dims.emplace_back(cellsOf(item, *length).second);
        } else {
            dims.emplace_back();
        }
    }
    return Shape(std::move(dims));
}

StridedView slicedView(const SliceKey &key, const Extents &extents)
{
    using Kind = SliceItem::Kind;
    StridedView view;
    std::vector<std::int64_t> stepOf(extents.size(), 1);
    for (std::size_t axis = extents.size(); axis-- > 1;)
        stepOf[axis - 1] = stepOf[axis] * extents[axis];
    std::size_t axis = 0;
    const SliceKey items = spelledOut(key, static_cast<int>(extents.size())).value();
    for (const SliceItem &item : items) {
        if (item.kind == Kind::NewAxis) {
            view.extents.push_back(1);
            view.steps.push_back(0);
            continue;
        }
        const std::int64_t length = extents[axis];
        const std::int64_t step = stepOf[axis++];
        if (item.kind == Kind::Index) {
            view.first += (*item.start < 0 ? *item.start + length : *item.start) * step;
            continue;
        }
        const auto [first, count] = cellsOf(item, length);
        view.first += count > 0 ? first * step : 0;
        view.extents.push_back(count);
        view.steps.push_back(step * item.step.value_or(1));
    }
    return view;
}

Sight slicedSight(const SliceKey &key, const Shape &shape)
{
    using Kind = SliceItem::Kind;
    Sight sight = everythingOf(shape);
    int axis = 0;
    int to = 0;
    const SliceKey items = spelledOut(key, shape.rank()).value();
    for (const SliceItem &item : items) {
        if (item.kind == Kind::NewAxis) {
            ++to;
            continue;
        }
        if (axis > 0 && item.kind == Kind::Index) {
            sight.axes[static_cast<std::size_t>(axis) - 1].cell =
                *item.start < 0 ? *item.start + shape[axis].value() : *item.start;
        } else if (axis > 0) {
            const std::int64_t length = shape[axis].value();
            const auto [first, count] = cellsOf(item, length);
            AxisSight seen = sameIndex(to, length);
            seen.map.output = count;
            seen.map.step = item.step.value_or(1);
            seen.map.offset = -first;
            sight.axes[static_cast<std::size_t>(axis) - 1] = seen;
        }
        ++axis;
        to += item.kind == Kind::Range ? 1 : 0;
    }
    return sight;
}

} // namespace convscope
