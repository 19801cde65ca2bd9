// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/formats/hdf5_file.h"

#include "keras/formats/hdf5_array.h"
#include "keras/formats/hdf5_handle.h"
#include "keras/formats/hdf5_structure.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <set>

namespace convscope {

namespace {

constexpr std::size_t kMostChildren = 1'000'000;
constexpr std::size_t kLongestText = std::size_t{256} << 20;
constexpr int kDeepest = 32;

/// The image is used where it lies: the library's copies are the same pointer.
void *sameImage(std::size_t, H5FD_file_image_op_t, void *image)
{
    return image;
}
void *noCopy(void *to, const void *, std::size_t, H5FD_file_image_op_t, void *)
{
    return to;
}
void *noGrowth(void *, std::size_t, H5FD_file_image_op_t, void *)
{
    return nullptr;
}
herr_t noRelease(void *, H5FD_file_image_op_t, void *)
{
    return 0;
}
void *sameData(void *data)
{
    return data;
}
herr_t keepData(void *)
{
    return 0;
}

Failure openFailure(const std::string &what)
{
    return fileError(what, words("is a damaged HDF5 file: {reason}", hdf5Reason()));
}

std::vector<std::string> components(const std::string &path)
{
    std::vector<std::string> parts;
    for (std::size_t from = 0; from < path.size();) {
        const std::size_t to = std::min(path.find('/', from), path.size());
        if (to > from && path.substr(from, to - from) != ".")
            parts.push_back(path.substr(from, to - from));
        from = to + 1;
    }
    return parts;
}

/// Numbers by value ("2" before "10"), the rest by letters.
bool comesBefore(const Hdf5File::Child &a, const Hdf5File::Child &b)
{
    const auto number = [](const std::string &name) {
        long value = -1;
        const auto read = std::from_chars(name.data(), name.data() + name.size(), value);
        return read.ptr == name.data() + name.size() ? value : -1;
    };
    const long na = number(a.name);
    const long nb = number(b.name);
    return na >= 0 && nb >= 0 ? na < nb : a.name < b.name;
}

} // namespace

struct Hdf5File::State
{
    std::string what;
    std::uint64_t size = 0;
    std::shared_ptr<const Bytes> image;
    /// Asked before the library goes anywhere; the session guards what it remembers.
    mutable std::optional<Hdf5Structure> structure;
    Hdf5Handle file;

    ~State()
    {
        const Hdf5Session session;
        file = {};
    }

    /// Follows a path link by link; an invalid handle where one is missing, why where one is not
    /// followed.
    Result<Hdf5Handle> follow(const std::string &path) const
    {
        Hdf5Handle at(H5Gopen2(file.id(), "/", H5P_DEFAULT), H5Gclose);
        if (!at.isValid())
            return fileError(what, words("is a damaged HDF5 file: {reason}", hdf5Reason()));
        std::string walked;
        for (const std::string &part : components(path)) {
            walked += (walked.empty() ? "" : "/") + part;
            if (H5Iget_type(at.id()) != H5I_GROUP ||
                H5Lexists(at.id(), part.c_str(), H5P_DEFAULT) <= 0)
                return Hdf5Handle();
            H5L_info_t info;
            if (H5Lget_info(at.id(), part.c_str(), &info, H5P_DEFAULT) < 0)
                return fileError(what,
                                 words("{walked} is damaged: {reason}", walked, hdf5Reason()));
            if (info.type == H5L_TYPE_EXTERNAL)
                return fileError(
                    what, words("{walked} is a link to another file, which is not opened", walked));
            if (info.type != H5L_TYPE_HARD)
                return fileError(
                    what, words("{walked} is a link by name, which is not followed", walked));
            if (const Words &damage = structure->damageOf(info.u.address); !damage.isEmpty())
                return fileError(what, words("{walked} is damaged: {reason}", walked, damage));
            Hdf5Handle next(H5Oopen(at.id(), part.c_str(), H5P_DEFAULT), H5Oclose);
            if (!next.isValid())
                return fileError(what,
                                 words("{walked} is damaged: {reason}", walked, hdf5Reason()));
            at = std::move(next);
        }
        return at;
    }

    Result<Hdf5Handle> attribute(const std::string &object, const std::string &name) const
    {
        auto at = follow(object);
        if (!at)
            return at;
        if (!at->isValid() || H5Aexists(at->id(), name.c_str()) <= 0)
            return fileError(what, object.empty()
                                       ? words("has no attribute {name}", name)
                                       : words("{object}: has no attribute {name}", object, name));
        Hdf5Handle found(H5Aopen(at->id(), name.c_str(), H5P_DEFAULT), H5Aclose);
        if (!found.isValid())
            return fileError(
                what, words("the attribute {name} is damaged: {reason}", name, hdf5Reason()));
        return found;
    }

    /// Whether the library may follow what is of variable length in an attribute of an object,
    /// which `object` or one of its attributes stands for.
    bool isLookedAt(hid_t object, const std::string &attribute) const
    {
        H5O_info_t info;
        return H5Oget_info2(object, &info, H5O_INFO_BASIC) >= 0 &&
               structure->isLookedAt(info.addr, attribute);
    }

    /// Every text of an attribute, or why it holds none.
    Result<std::vector<std::string>> textsOf(const Hdf5Handle &attribute,
                                             const std::string &name) const
    {
        const Hdf5Handle type(H5Aget_type(attribute.id()), H5Tclose);
        const Hdf5Handle space(H5Aget_space(attribute.id()), H5Sclose);
        const hssize_t count = space.isValid() ? H5Sget_simple_extent_npoints(space.id()) : -1;
        if (!type.isValid() || count < 0)
            return fileError(
                what, words("the attribute {name} is damaged: {reason}", name, hdf5Reason()));
        if (count == 0)
            return std::vector<std::string>{};
        if (H5Tget_class(type.id()) != H5T_STRING)
            return fileError(what, words("the attribute {name} is no text", name));
        const auto many = static_cast<std::size_t>(count);
        if (many > kMostChildren)
            return fileError(what, words("the attribute {name} claims {many} texts", name, many));
        std::vector<std::string> found;
        if (H5Tis_variable_str(type.id()) > 0) {
            constexpr std::size_t kLongestName = 256;
            std::array<char, kLongestName> own{};
            H5Aget_name(attribute.id(), own.size(), own.data());
            if (!isLookedAt(attribute.id(), own.data()))
                return fileError(what, words("is a damaged HDF5 file: the texts of its attribute "
                                             "{name} do not lie where it says",
                                             name));
            std::vector<char *> raw(many, nullptr);
            if (H5Aread(attribute.id(), type.id(), raw.data()) < 0)
                return fileError(
                    what, words("the attribute {name} is damaged: {reason}", name, hdf5Reason()));
            for (const char *text : raw)
                found.emplace_back(text != nullptr ? text : "");
            H5Dvlen_reclaim(type.id(), space.id(), H5P_DEFAULT, raw.data());
            return found;
        }
        const std::size_t each = H5Tget_size(type.id());
        if (each == 0 || each > kLongestText / many || each * many > size)
            return fileError(what, words("the attribute {name} claims {many} texts of {each} "
                                         "bytes, more than the file holds",
                                         name, many, each));
        std::string raw(each * many, '\0');
        if (H5Aread(attribute.id(), type.id(), raw.data()) < 0)
            return fileError(
                what, words("the attribute {name} is damaged: {reason}", name, hdf5Reason()));
        for (std::size_t i = 0; i < many; ++i) {
            std::string text = raw.substr(i * each, each);
            text.resize(std::min(text.find('\0'), text.size()));
            found.push_back(std::move(text));
        }
        return found;
    }
};

Hdf5File::Hdf5File(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Hdf5File::Hdf5File(Hdf5File &&) noexcept = default;
Hdf5File &Hdf5File::operator=(Hdf5File &&) noexcept = default;
Hdf5File::~Hdf5File() = default;

Result<Hdf5File> Hdf5File::open(const std::string &path)
{
    if (auto readable = checkReadable(path); !readable)
        return fail(readable.error());
    std::error_code code;
    auto state = std::make_unique<State>();
    state->what = path;
    state->size = std::filesystem::file_size(path, code);
    if (state->size == 0)
        return fileError(path, words("is empty"));
    state->structure.emplace(
        state->size, [bytes = std::make_shared<std::ifstream>(path, std::ios::binary)](
                         std::uint64_t at, std::span<unsigned char> into) {
            bytes->clear();
            bytes->seekg(static_cast<std::streamoff>(at));
            bytes->read(reinterpret_cast<char *>(into.data()), std::ssize(into));
            return bytes->good();
        });
    if (const Words &damage = state->structure->damage(); !damage.isEmpty())
        return fileError(path, damage);
    const Hdf5Session session;
    const Hdf5Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
    H5Pset_fapl_sec2(access.id());
    // A model may lie where files cannot be locked, or be open for reading elsewhere.
    H5Pset_file_locking(access.id(), false, true);
    state->file = Hdf5Handle(H5Fopen(path.c_str(), H5F_ACC_RDONLY, access.id()), H5Fclose);
    if (!state->file.isValid())
        return openFailure(path);
    return Hdf5File(std::move(state));
}

Result<Hdf5File> Hdf5File::openImage(std::shared_ptr<const Bytes> image, const std::string &what)
{
    auto state = std::make_unique<State>();
    state->what = what;
    state->size = image->size();
    state->image = std::move(image);
    if (state->size == 0)
        return fileError(what, words("is empty"));
    state->structure.emplace(
        state->size, [held = state->image](std::uint64_t at, std::span<unsigned char> into) {
            if (at > held->size() || into.size() > held->size() - at)
                return false;
            std::memcpy(into.data(), held->data() + at, into.size());
            return true;
        });
    if (const Words &damage = state->structure->damage(); !damage.isEmpty())
        return fileError(what, damage);
    const Hdf5Session session;
    const Hdf5Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
    constexpr std::size_t kGrowth = 1 << 16;
    H5Pset_fapl_core(access.id(), kGrowth, false);
    // Never written to: the file is opened for reading only.
    void *bytes = const_cast<unsigned char *>(state->image->data());
    H5FD_file_image_callbacks_t calls{sameImage, noCopy,   noGrowth, noRelease,
                                      sameData,  keepData, bytes};
    H5Pset_file_image_callbacks(access.id(), &calls);
    H5Pset_file_image(access.id(), bytes, state->image->size());
    state->file = Hdf5Handle(H5Fopen("image", H5F_ACC_RDONLY, access.id()), H5Fclose);
    if (!state->file.isValid())
        return openFailure(what);
    return Hdf5File(std::move(state));
}

const std::string &Hdf5File::what() const
{
    return m_state->what;
}

Hdf5File::Kind Hdf5File::kind(const std::string &path) const
{
    const Hdf5Session session;
    const auto at = m_state->follow(path);
    if (!at)
        return Kind::Other;
    if (!at->isValid())
        return Kind::Missing;
    const H5I_type_t type = H5Iget_type(at->id());
    return type == H5I_GROUP ? Kind::Group : type == H5I_DATASET ? Kind::Array : Kind::Other;
}

Result<std::vector<Hdf5File::Child>> Hdf5File::children(const std::string &group) const
{
    const Hdf5Session session;
    const auto at = m_state->follow(group);
    if (!at)
        return fail(at.error());
    std::vector<Child> found;
    if (!at->isValid() || H5Iget_type(at->id()) != H5I_GROUP)
        return found;
    struct Walk
    {
        std::vector<Child> &children;
        Hdf5Structure &structure;
        Words damage;
    } walk{found, *m_state->structure, {}};
    const auto add = [](hid_t parent, const char *name, const H5L_info_t *info,
                        void *target) -> herr_t {
        auto &[children, structure, damage] = *static_cast<Walk *>(target);
        if (children.size() >= kMostChildren)
            return -1;
        Kind kind = Kind::Other;
        if (info->type == H5L_TYPE_HARD) {
            if (const Words &why = structure.damageOf(info->u.address); !why.isEmpty()) {
                damage = words("{object} is damaged: {reason}", name, why);
                return -1;
            }
            const Hdf5Handle object(H5Oopen(parent, name, H5P_DEFAULT), H5Oclose);
            const H5I_type_t type = object.isValid() ? H5Iget_type(object.id()) : H5I_BADID;
            kind = type == H5I_GROUP     ? Kind::Group
                   : type == H5I_DATASET ? Kind::Array
                                         : Kind::Other;
        }
        children.push_back({name, kind});
        return 0;
    };
    hsize_t position = 0;
    const bool isWalked =
        H5Literate(at->id(), H5_INDEX_NAME, H5_ITER_NATIVE, &position, add, &walk) >= 0;
    if (!walk.damage.isEmpty())
        return fileError(m_state->what, group.empty()
                                            ? walk.damage
                                            : words("{group}: {damage}", group, walk.damage));
    if (!isWalked)
        return fileError(m_state->what,
                         words("the group '{group}' is damaged: {reason}", group, hdf5Reason()));
    std::sort(found.begin(), found.end(), comesBefore);
    return found;
}

Result<std::vector<std::string>> Hdf5File::arraysBelow(const std::string &group) const
{
    std::vector<std::string> found;
    std::vector<std::pair<std::string, int>> waiting{{"", 0}};
    std::size_t seen = 0;
    while (!waiting.empty()) {
        const auto [path, depth] = waiting.back();
        waiting.pop_back();
        // Links may lead into a circle: nothing Keras writes is this deep or wide.
        if (depth > kDeepest || ++seen > kMostChildren)
            return fileError(m_state->what, words("its groups are nested deeper than {limit} "
                                                  "levels; they may be linked into themselves",
                                                  kDeepest));
        const auto members = children(group + '/' + path);
        if (!members)
            return fail(members.error());
        std::vector<std::pair<std::string, int>> groups;
        for (const Child &child : *members) {
            const std::string below = path.empty() ? child.name : path + '/' + child.name;
            if (child.kind == Kind::Group)
                groups.emplace_back(below, depth + 1);
            else if (child.kind == Kind::Array)
                found.push_back(below);
        }
        waiting.insert(waiting.end(), groups.rbegin(), groups.rend());
    }
    return found;
}

bool Hdf5File::hasAttribute(const std::string &object, const std::string &name) const
{
    const Hdf5Session session;
    const auto at = m_state->follow(object);
    return at && at->isValid() && H5Aexists(at->id(), name.c_str()) > 0;
}

Result<std::string> Hdf5File::text(const std::string &object, const std::string &name) const
{
    const Hdf5Session session;
    const auto found = m_state->attribute(object, name);
    if (!found)
        return fail(found.error());
    auto texts = m_state->textsOf(*found, name);
    if (!texts)
        return fail(texts.error());
    if (texts->size() != 1)
        return fileError(m_state->what, words("the attribute {name} is no single text", name));
    return std::move(texts->front());
}

Result<std::vector<std::string>> Hdf5File::texts(const std::string &object,
                                                 const std::string &name) const
{
    const Hdf5Session session;
    if (hasAttribute(object, name) || !hasAttribute(object, name + '0')) {
        const auto found = m_state->attribute(object, name);
        if (!found)
            return fail(found.error());
        return m_state->textsOf(*found, name);
    }
    std::vector<std::string> all;
    for (int i = 0; hasAttribute(object, fmt::format("{}{}", name, i)); ++i) {
        const auto found = m_state->attribute(object, fmt::format("{}{}", name, i));
        if (!found)
            return fail(found.error());
        const auto part = m_state->textsOf(*found, name);
        if (!part)
            return part;
        all.insert(all.end(), part->begin(), part->end());
    }
    return all;
}

std::uint64_t Hdf5File::size() const
{
    return m_state->size;
}

Result<Tensor> Hdf5File::array(const std::string &path,
                               const std::function<bool(std::uint64_t)> &step) const
{
    const Hdf5Session session;
    const auto at = m_state->follow(path);
    if (!at)
        return fail(at.error());
    if (!at->isValid() || H5Iget_type(at->id()) != H5I_DATASET)
        return fileError(m_state->what, words("holds no array {path}", path));
    auto tensor = readHdf5Array(
        {at->id(), path, m_state->size, m_state->isLookedAt(at->id(), "dtype")}, step);
    if (!tensor && tensor.error().rule == "file")
        return fileError(m_state->what, tensor.error().words);
    return tensor;
}

} // namespace convscope
