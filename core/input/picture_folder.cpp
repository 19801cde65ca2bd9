// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/frame_stack.h"
#include "input/picture_input.h"
#include "input/source_name.h"
#include "input/volume_sources.h"

#include "tensor/file_bytes.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace convscope {

namespace {

namespace fs = std::filesystem;

bool isDigit(char letter)
{
    return letter >= '0' && letter <= '9';
}

/// Whether the file begins like a picture; more is read only of those.
bool looksLikePicture(const fs::path &path)
{
    std::array<unsigned char, 64> start{};
    std::ifstream file(path, std::ios::binary);
    file.read(reinterpret_cast<char *>(start.data()), start.size());
    const auto count = static_cast<std::size_t>(file.gcount());
    return readPictureHeader(std::span(start).first(count)).has_value();
}

struct Listing
{
    std::vector<std::string> pictures;
    std::int64_t others = 0;
};

Result<Listing> list(const std::string &folder)
{
    Listing listing;
    std::error_code error;
    fs::directory_iterator entries(folder, error);
    for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
        const bool isHidden = entries->path().filename().string().starts_with('.');
        std::error_code ignored;
        if (isHidden || !entries->is_regular_file(ignored))
            continue;
        if (looksLikePicture(entries->path()))
            listing.pictures.push_back(entries->path().string());
        else
            ++listing.others;
    }
    if (error)
        return fileError(folder, words("the folder cannot be read: {reason}", error.message()));
    std::ranges::sort(listing.pictures, naturallyLess);
    return listing;
}

Result<Pixels> readPixels(const std::string &path, const InputOptions &options)
{
    const auto bytes = readFileBytes(path);
    if (!bytes)
        return fail(bytes.error());
    return decodePixels(*bytes, fileName(path), options.alpha);
}

} // namespace

bool naturallyLess(std::string_view left, std::string_view right)
{
    std::size_t l = 0;
    std::size_t r = 0;
    while (l < left.size() && r < right.size()) {
        if (!isDigit(left[l]) || !isDigit(right[r])) {
            if (left[l] != right[r])
                return static_cast<unsigned char>(left[l]) < static_cast<unsigned char>(right[r]);
            ++l;
            ++r;
            continue;
        }
        const auto number = [](std::string_view text, std::size_t &at) {
            while (at < text.size() && text[at] == '0')
                ++at;
            const std::size_t begin = at;
            while (at < text.size() && isDigit(text[at]))
                ++at;
            return text.substr(begin, at - begin);
        };
        const std::string_view a = number(left, l);
        const std::string_view b = number(right, r);
        if (a.size() != b.size())
            return a.size() < b.size();
        if (a != b)
            return a < b;
    }
    if (left.size() - l != right.size() - r)
        return left.size() - l < right.size() - r;
    return left < right; // "01" and "1": any fixed order
}

Result<Input> readFolder(const std::string &path, const InputOptions &options)
{
    const std::string title = fileName(path);
    const auto listing = list(path);
    if (!listing)
        return fail(listing.error());
    const auto found = static_cast<std::int64_t>(listing->pictures.size());
    if (found == 0)
        return fail("file", {}, {},
                    words("{folder} is a folder without pictures; its {count} files are of other "
                          "kinds",
                          title, listing->others));
    const bool wantsOne = options.spatialRank.value_or(3) != 3;
    const std::int64_t wanted = wantsOne                ? 1
                                : options.maxSlices > 0 ? std::min(options.maxSlices, found)
                                                        : found;
    const auto chosen = chosenFrame(options, found, FrameKind::Picture, title);
    if (!chosen)
        return fail(chosen.error());
    FrameStack stack(title, FrameKind::Picture);
    std::vector<Words> notes;
    if (listing->others > 0)
        notes.push_back(words("{count} files that are no pictures passed over", listing->others));
    if (wantsOne && found > 1)
        notes.push_back(chosenNote(*chosen, found, FrameKind::Picture));
    else if (wanted < found)
        notes.push_back(words("the first {read} of {all} pictures", wanted, found));
    Result<Input> input;
    for (std::int64_t i = 0; i < wanted; ++i) {
        const std::int64_t at = wantsOne ? *chosen : i;
        const std::string &file = listing->pictures[static_cast<std::size_t>(at)];
        auto pixels = readPixels(file, options);
        if (!pixels)
            return fail(pixels.error());
        if (wantsOne) {
            input = pictureInput(std::move(*pixels), fileName(file), options);
            if (input && found > 1)
                input->frameCount = found;
            break;
        }
        if (const auto added = stack.add(std::move(*pixels), verbatim(fileName(file))); !added)
            return fail(added.error());
    }
    if (!wantsOne)
        input = stack.volume(options);
    if (input)
        input->notes.insert(input->notes.end(), notes.begin(), notes.end());
    return input;
}

} // namespace convscope
