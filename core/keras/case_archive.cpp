// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/case_archive.h"

#include "keras/layer_json.h"
#include "tensor/npy.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <map>
#include <unordered_map>
#include <utility>

namespace convscope {

namespace {

constexpr std::string_view kCase = "/case";
constexpr std::string_view kEnding = ".npy";

/// Numbered members: "output" alone or "output/0", "output/1", …
using Numbered = std::map<int, Tensor>;

struct Parts
{
    CaseEntry entry;
    std::map<std::string, Numbered> roles;
};

/// The JSON text of a member: a NumPy text, or the UTF-8 bytes as numbers.
std::optional<std::string> textOf(const NpyArray &array)
{
    if (array.text)
        return array.text;
    std::string text;
    for (const float value : array.tensor.values()) {
        if (!(value >= 0 && value <= 255))
            return std::nullopt;
        text += static_cast<char>(static_cast<unsigned char>(value));
    }
    return text;
}

/// "weights/3" → ("weights", 3); "input" → ("input", 0).
std::optional<std::pair<std::string, int>> roleOf(std::string_view part)
{
    const auto slash = part.find('/');
    if (slash == std::string_view::npos)
        return std::pair(std::string(part), 0);
    int number = -1;
    const char *end = part.data() + part.size();
    const auto read = std::from_chars(part.data() + slash + 1, end, number);
    if (read.ec != std::errc{} || read.ptr != end || number < 0)
        return std::nullopt;
    return std::pair(std::string(part.substr(0, slash)), number);
}

Result<std::vector<Tensor>> ordered(const std::string &path, const std::string &name,
                                    const std::string &role, Parts &parts)
{
    std::vector<Tensor> tensors;
    for (auto &[number, tensor] : parts.roles[role]) {
        if (number != static_cast<int>(tensors.size()))
            return fileError(
                path, words("{case}/{role}/{number} is missing", name, role, tensors.size()));
        tensors.push_back(std::move(tensor));
    }
    return tensors;
}

Result<void> addMember(const std::string &path, const std::string &member, std::string_view part,
                       NpyArray array, Parts &parts)
{
    constexpr std::string_view kActivations = "activations/";
    if (array.text)
        return {}; // a note
    if (part.starts_with(kActivations)) {
        parts.entry.activations.emplace_back(part.substr(kActivations.size()),
                                             std::move(array.tensor));
        return {};
    }
    const auto role = roleOf(part);
    static constexpr std::string_view kRoles[] = {"input", "weights", "output", "constrained"};
    if (!role || std::find(std::begin(kRoles), std::end(kRoles), role->first) == std::end(kRoles))
        return fileError(path, words("{member} is no part of a case; known are case, input, "
                                     "weights/N, output, activations/LAYER and constrained/N",
                                     member));
    if (!parts.roles[role->first].emplace(role->second, std::move(array.tensor)).second)
        return fileError(path, words("{member} is given twice", member));
    return {};
}

using Positions = std::unordered_map<std::string, std::size_t>;

/// The position of the case that a member belongs to: that of the longest name before its own part.
std::optional<std::size_t> caseOf(const std::string &member, const Positions &position)
{
    for (auto slash = member.rfind('/'); slash != std::string::npos;
         slash = slash == 0 ? std::string::npos : member.rfind('/', slash - 1)) {
        const auto found = position.find(member.substr(0, slash));
        if (found != position.end())
            return found->second;
    }
    return std::nullopt;
}

Result<NpyArray> arrayOf(const ZipFile &zip, const std::string &path, const std::string &member,
                         const CaseArchive::Step &step = {})
{
    std::int64_t told = 0;
    const auto progress = [&](std::int64_t done, std::int64_t) {
        return !step || step(static_cast<std::uint64_t>(done - std::exchange(told, done)));
    };
    const auto bytes = zip.read(member + std::string(kEnding), progress);
    if (bytes && !progress(std::ssize(*bytes), 0))
        return fail("cancelled", {}, {}, words("Interrupted."));
    if (!bytes)
        return fail(bytes.error());
    return parseNpy(*bytes, path + ": " + member + std::string(kEnding));
}

Result<Parts> describedCase(const ZipFile &zip, const std::string &path, const std::string &name)
{
    const std::string member = name + std::string(kCase);
    const auto array = arrayOf(zip, path, member);
    if (!array)
        return fail(array.error());
    const auto text = textOf(*array);
    if (!text)
        return fileError(path, words("{member} holds no text", member));
    auto json = parseJson(*text, path + ": " + member);
    if (!json)
        return fail(json.error());
    if (!json->is_object())
        return fileError(path, words("{member} is no JSON object", member));
    Parts parts;
    parts.entry.name = name;
    parts.entry.json = std::make_shared<const Json>(std::move(*json));
    return parts;
}

} // namespace

CaseArchive::CaseArchive(std::string path, std::shared_ptr<const ZipFile> zip)
    : m_path(std::move(path)), m_zip(std::move(zip))
{
}

Result<CaseArchive> CaseArchive::open(const std::string &path)
{
    auto zip = ZipFile::open(path);
    if (!zip)
        return fail(zip.error());
    return of(path, std::make_shared<const ZipFile>(std::move(*zip)));
}

Result<CaseArchive> CaseArchive::of(const std::string &path, std::shared_ptr<const ZipFile> zip)
{
    CaseArchive archive(path, std::move(zip));
    Positions position;
    std::vector<std::string> members;
    for (const std::string &name : archive.m_zip->names()) {
        if (!name.ends_with(kEnding))
            continue;
        members.push_back(name.substr(0, name.size() - kEnding.size()));
        if (!members.back().ends_with(kCase))
            continue;
        std::string ofCase = members.back().substr(0, members.back().size() - kCase.size());
        if (!position.emplace(ofCase, archive.m_names.size()).second)
            return fileError(path + ": " + name, words("occurs twice in the archive"));
        archive.m_names.push_back(std::move(ofCase));
    }
    if (archive.m_names.empty())
        return fileError(path, words("holds no case: no member is called NAME/case"));
    archive.m_members.resize(archive.m_names.size());
    for (std::string &member : members) {
        const auto at = caseOf(member, position);
        // A case's own text, and that of one whose name begins with another's.
        if (at && !member.ends_with(kCase))
            archive.m_members[*at].push_back(std::move(member));
    }
    return archive;
}

Result<CaseEntry> CaseArchive::read(std::size_t index, const Step &step) const
{
    const std::string &name = m_names[index];
    // What is no case is refused before any array is unpacked.
    auto parts = describedCase(*m_zip, m_path, name);
    if (!parts)
        return fail(parts.error());
    for (const std::string &member : m_members[index]) {
        auto array = arrayOf(*m_zip, m_path, member, step);
        if (!array)
            return fail(array.error());
        const std::string_view part = std::string_view(member).substr(name.size() + 1);
        if (auto added = addMember(m_path, member, part, std::move(*array), *parts); !added)
            return fail(added.error());
    }
    CaseEntry &entry = parts->entry;
    for (const auto &[role, target] :
         {std::pair("input", &CaseEntry::inputs), std::pair("weights", &CaseEntry::weights),
          std::pair("output", &CaseEntry::outputs),
          std::pair("constrained", &CaseEntry::constrained)}) {
        auto tensors = ordered(m_path, entry.name, role, *parts);
        if (!tensors)
            return fail(tensors.error());
        entry.*target = std::move(*tensors);
    }
    return std::move(entry);
}

} // namespace convscope
