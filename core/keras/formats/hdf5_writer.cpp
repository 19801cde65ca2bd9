// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/formats/hdf5_writer.h"

#include "tensor/file_bytes.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace convscope {

namespace {

/// The head of an object holds at most 64 KiB of attributes; Keras' own bound for a list.
constexpr std::size_t kLongestList = 64512;

Hdf5Handle textType()
{
    Hdf5Handle type(H5Tcopy(H5T_C_S1), H5Tclose);
    H5Tset_size(type.id(), H5T_VARIABLE);
    H5Tset_cset(type.id(), H5T_CSET_UTF8);
    return type;
}

Hdf5Handle makingGroups()
{
    Hdf5Handle properties(H5Pcreate(H5P_LINK_CREATE), H5Pclose);
    H5Pset_create_intermediate_group(properties.id(), 1);
    H5Pset_char_encoding(properties.id(), H5T_CSET_UTF8);
    return properties;
}

std::string rooted(const std::string &path)
{
    return '/' + path;
}

} // namespace

Hdf5Writer::Hdf5Writer(std::string path, Hdf5Handle file)
    : m_path(std::move(path)), m_file(std::move(file))
{
}

Failure Hdf5Writer::failure() const
{
    return fileError(m_path, words("cannot be written: {reason}", hdf5Reason()));
}

Result<Hdf5Writer> Hdf5Writer::create(const std::string &path)
{
    const Hdf5Session session;
    const Hdf5Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
    H5Pset_file_locking(access.id(), false, true);
    Hdf5Handle file(H5Fcreate(path.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, access.id()), H5Fclose);
    if (!file.isValid())
        return fileError(path, words("cannot be written: {reason}", hdf5Reason()));
    return Hdf5Writer(path, std::move(file));
}

Result<void> Hdf5Writer::group(const std::string &path)
{
    const Hdf5Session session;
    if (path.empty() || H5Lexists(m_file.id(), rooted(path).c_str(), H5P_DEFAULT) > 0)
        return {};
    H5Eclear2(H5E_DEFAULT);
    const Hdf5Handle links = makingGroups();
    const Hdf5Handle made(
        H5Gcreate2(m_file.id(), rooted(path).c_str(), links.id(), H5P_DEFAULT, H5P_DEFAULT),
        H5Gclose);
    if (!made.isValid())
        return failure();
    return {};
}

Result<void> Hdf5Writer::text(const std::string &group, const std::string &name,
                              const std::string &value)
{
    const Hdf5Session session;
    const Hdf5Handle type = textType();
    const Hdf5Handle space(H5Screate(H5S_SCALAR), H5Sclose);
    const Hdf5Handle made(H5Acreate_by_name(m_file.id(), rooted(group).c_str(), name.c_str(),
                                            type.id(), space.id(), H5P_DEFAULT, H5P_DEFAULT,
                                            H5P_DEFAULT),
                          H5Aclose);
    const char *text = value.c_str();
    if (!made.isValid() || H5Awrite(made.id(), type.id(), &text) < 0)
        return failure();
    return {};
}

Result<void> Hdf5Writer::texts(const std::string &group, const std::string &name,
                               std::span<const std::string> values)
{
    const Hdf5Session session;
    // Each text stands in the head as a reference of 16 bytes.
    constexpr std::size_t kReference = 16;
    constexpr std::size_t kMost = kLongestList / kReference;
    if (values.size() > kMost) {
        for (std::size_t from = 0, part = 0; from < values.size(); from += kMost, ++part) {
            auto written = texts(group, fmt::format("{}{}", name, part),
                                 values.subspan(from, std::min(kMost, values.size() - from)));
            if (!written)
                return written;
        }
        return {};
    }
    const hsize_t count = values.size();
    const Hdf5Handle type =
        values.empty() ? Hdf5Handle(H5Tcopy(H5T_IEEE_F64LE), H5Tclose) : textType();
    const Hdf5Handle space(H5Screate_simple(1, &count, nullptr), H5Sclose);
    const Hdf5Handle made(H5Acreate_by_name(m_file.id(), rooted(group).c_str(), name.c_str(),
                                            type.id(), space.id(), H5P_DEFAULT, H5P_DEFAULT,
                                            H5P_DEFAULT),
                          H5Aclose);
    if (!made.isValid())
        return failure();
    std::vector<const char *> raw;
    for (const std::string &value : values)
        raw.push_back(value.c_str());
    if (!raw.empty() && H5Awrite(made.id(), type.id(), raw.data()) < 0)
        return failure();
    return {};
}

Result<void> Hdf5Writer::array(const std::string &path, const Tensor &tensor)
{
    const Hdf5Session session;
    std::vector<hsize_t> dims;
    for (const std::int64_t extent : tensor.extents())
        dims.push_back(static_cast<hsize_t>(extent));
    const Hdf5Handle space(
        dims.empty() ? H5Screate(H5S_SCALAR)
                     : H5Screate_simple(static_cast<int>(dims.size()), dims.data(), nullptr),
        H5Sclose);
    const Hdf5Handle links = makingGroups();
    const Hdf5Handle made(H5Dcreate2(m_file.id(), rooted(path).c_str(), H5T_IEEE_F32LE, space.id(),
                                     links.id(), H5P_DEFAULT, H5P_DEFAULT),
                          H5Dclose);
    if (!made.isValid() ||
        H5Dwrite(made.id(), H5T_NATIVE_FLOAT, H5S_ALL, H5S_ALL, H5P_DEFAULT, tensor.data()) < 0)
        return failure();
    return {};
}

Result<void> Hdf5Writer::close()
{
    const Hdf5Session session;
    if (H5Fflush(m_file.id(), H5F_SCOPE_GLOBAL) < 0)
        return failure();
    m_file = {};
    return {};
}

} // namespace convscope
