// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/formats/hdf5_array.h"

#include "keras/formats/hdf5_handle.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <span>
#include <vector>

namespace convscope {

namespace {

/// Deflate packs at most 1032 bytes into one.
constexpr std::uint64_t kMostPerByte = 1100;

/// Numbers of 16 bits that the library knows slowly or not at all.
enum class Short
{
    None,
    Half,    ///< IEEE 754 binary16
    BFloat16 ///< the upper half of a float32; Keras stores it as two opaque bytes
};

float fromHalf(std::uint16_t bits)
{
    const std::uint32_t sign = std::uint32_t{bits & 0x8000U} << 16;
    const std::uint32_t exponent = (bits >> 10) & 0x1FU;
    std::uint32_t fraction = bits & 0x3FFU;
    if (exponent == 31)
        return std::bit_cast<float>(sign | 0x7F800000U | fraction << 13);
    if (exponent != 0)
        return std::bit_cast<float>(sign | (exponent + 112) << 23 | fraction << 13);
    // Subnormal: the fraction counts in steps of 2^-24.
    const float magnitude = static_cast<float>(fraction) * 0x1p-24F;
    return sign != 0 ? -magnitude : magnitude;
}

float fromBFloat16(std::uint16_t bits)
{
    return std::bit_cast<float>(std::uint32_t{bits} << 16);
}

bool saysBFloat16(hid_t dataset, bool hasSoundDtype)
{
    if (H5Aexists(dataset, "dtype") <= 0)
        return false;
    const Hdf5Handle attribute(H5Aopen(dataset, "dtype", H5P_DEFAULT), H5Aclose);
    const Hdf5Handle type(H5Aget_type(attribute.id()), H5Tclose);
    if (!type.isValid() || H5Tget_class(type.id()) != H5T_STRING)
        return false;
    if (H5Tis_variable_str(type.id()) > 0) {
        if (!hasSoundDtype)
            return false;
        char *raw = nullptr;
        if (H5Aread(attribute.id(), type.id(), &raw) < 0 || raw == nullptr)
            return false;
        const bool says = std::string(raw) == "bfloat16";
        H5free_memory(raw);
        return says;
    }
    std::array<char, 64> raw{};
    return H5Tget_size(type.id()) < raw.size() &&
           H5Aread(attribute.id(), type.id(), raw.data()) >= 0 &&
           std::string(raw.data()) == "bfloat16";
}

Short shortKind(hid_t dataset, hid_t type, bool hasSoundDtype)
{
    if (H5Tget_size(type) != 2)
        return Short::None;
    const H5T_class_t kind = H5Tget_class(type);
    if (kind == H5T_OPAQUE || kind == H5T_INTEGER)
        return saysBFloat16(dataset, hasSoundDtype) ? Short::BFloat16 : Short::None;
    if (kind != H5T_FLOAT)
        return Short::None;
    std::size_t sign = 0;
    std::size_t exponent = 0;
    std::size_t exponentSize = 0;
    std::size_t fraction = 0;
    std::size_t fractionSize = 0;
    if (H5Tget_fields(type, &sign, &exponent, &exponentSize, &fraction, &fractionSize) < 0)
        return Short::None;
    if (exponentSize == 5 && fractionSize == 10)
        return Short::Half;
    return exponentSize == 8 && fractionSize == 7 ? Short::BFloat16 : Short::None;
}

/// Why the values do not lie in the file, or cannot be unpacked; empty where they do.
Words whyNotStored(hid_t dataset, std::uint64_t bytes, std::uint64_t fileSize)
{
    const Hdf5Handle creation(H5Dget_create_plist(dataset), H5Pclose);
    if (!creation.isValid())
        return words("is damaged: {reason}", hdf5Reason());
    if (H5Pget_external_count(creation.id()) > 0)
        return words("has its values in another file, which is not opened");
    const H5D_layout_t layout = H5Pget_layout(creation.id());
    if (layout == H5D_VIRTUAL)
        return words(
            "is put together from other arrays (a virtual dataset), which is not followed");
    const int filters = H5Pget_nfilters(creation.id());
    for (int i = 0; i < filters; ++i) {
        unsigned flags = 0;
        unsigned config = 0;
        std::size_t values = 0;
        std::array<char, 64> name{};
        const H5Z_filter_t filter =
            H5Pget_filter2(creation.id(), static_cast<unsigned>(i), &flags, &values, nullptr,
                           name.size(), name.data(), &config);
        if (filter < 0 || H5Zfilter_avail(filter) <= 0)
            return name[0] != '\0' ? words("is packed with the filter {name}, which is not among "
                                           "those of the HDF5 library",
                                           name.data())
                                   : words("is packed with the filter number {number}, which is "
                                           "not among those of the HDF5 library",
                                           filter);
    }
    const std::uint64_t stored = H5Dget_storage_size(dataset);
    if (bytes == 0)
        return {};
    if (stored == 0)
        return words("states a shape, but its values were never written");
    const std::uint64_t most = filters > 0 ? kMostPerByte : layout == H5D_CHUNKED ? 2 : 1;
    if (stored > fileSize || bytes / most > stored)
        return words("claims {bytes} bytes, more than the file of {size} bytes can hold", bytes,
                     fileSize);
    return {};
}

/// Reads into memory piece by piece along the first axis that has several places, so that a large
/// array can be told of and stopped.
class PieceReader
{
public:
    PieceReader(hid_t dataset, const Hdf5Handle &space, std::span<const hsize_t> dims,
                std::uint64_t eachInFile, const ReadStep &step)
        : m_dataset(dataset), m_space(space), m_dims(dims), m_each(eachInFile), m_step(step)
    {
    }

    /// As values of `type`, each of `eachHere` bytes.
    Result<void> read(hid_t type, std::size_t eachHere, void *to) const
    {
        constexpr std::uint64_t kPiece = 8 << 20;
        std::size_t axis = 0;
        while (axis < m_dims.size() && m_dims[axis] == 1)
            ++axis;
        hsize_t row = 1;
        for (std::size_t i = axis + 1; i < m_dims.size(); ++i)
            row *= m_dims[i];
        const hsize_t rows = axis < m_dims.size() ? m_dims[axis] : 1;
        if (m_dims.empty() || row == 0 || rows == 0 || rows * row * m_each <= kPiece)
            return readAll(type, rows * row, to);
        const hsize_t most = std::max<hsize_t>(kPiece / (row * m_each), 1);
        std::vector<hsize_t> start(m_dims.size(), 0);
        std::vector<hsize_t> count(m_dims.begin(), m_dims.end());
        for (hsize_t done = 0; done < rows; done += most) {
            start[axis] = done;
            count[axis] = std::min(most, rows - done);
            const hsize_t values = count[axis] * row;
            const Hdf5Handle here(H5Screate_simple(1, &values, nullptr), H5Sclose);
            if (H5Sselect_hyperslab(m_space.id(), H5S_SELECT_SET, start.data(), nullptr,
                                    count.data(), nullptr) < 0 ||
                H5Dread(m_dataset, type, here.id(), m_space.id(), H5P_DEFAULT,
                        static_cast<unsigned char *>(to) + done * row * eachHere) < 0)
                return fail("file", {}, {}, words("cannot be read: {reason}", hdf5Reason()));
            if (auto goesOn = tell(values); !goesOn)
                return goesOn;
        }
        return {};
    }

private:
    Result<void> readAll(hid_t type, hsize_t values, void *to) const
    {
        if (H5Dread(m_dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, to) < 0)
            return fail("file", {}, {}, words("cannot be read: {reason}", hdf5Reason()));
        return tell(values);
    }

    Result<void> tell(hsize_t values) const
    {
        if (m_step && !m_step(values * m_each))
            return fail("cancelled", {}, {}, words("Interrupted."));
        return {};
    }

    hid_t m_dataset;
    const Hdf5Handle &m_space;
    std::span<const hsize_t> m_dims;
    std::uint64_t m_each;
    const ReadStep &m_step;
};

} // namespace

Result<Tensor> readHdf5Array(const Hdf5Dataset &stored, const ReadStep &step)
{
    const auto &[dataset, path, fileSize, hasSoundDtype] = stored;
    const auto refuse = [&](Words reason) {
        return fail("file", {}, {}, words("the array {path} {reason}", path, std::move(reason)));
    };
    const Hdf5Handle space(H5Dget_space(dataset), H5Sclose);
    const Hdf5Handle type(H5Dget_type(dataset), H5Tclose);
    if (!space.isValid() || !type.isValid())
        return refuse(words("is damaged: {reason}", hdf5Reason()));
    const int rank = H5Sget_simple_extent_ndims(space.id());
    if (rank < 0 || rank > H5S_MAX_RANK || H5Sget_simple_extent_type(space.id()) == H5S_NULL)
        return refuse(words("has no shape"));
    std::vector<hsize_t> dims(static_cast<std::size_t>(rank));
    H5Sget_simple_extent_dims(space.id(), dims.data(), nullptr);
    Extents extents;
    for (const hsize_t dim : dims) {
        if (dim > static_cast<hsize_t>(INT64_MAX))
            return refuse(words("states a size that no file holds"));
        extents.push_back(static_cast<std::int64_t>(dim));
    }
    const H5T_class_t kind = H5Tget_class(type.id());
    const Short packed = shortKind(dataset, type.id(), hasSoundDtype);
    if (kind != H5T_FLOAT && kind != H5T_INTEGER && kind != H5T_ENUM && packed == Short::None)
        return refuse(kind == H5T_STRING ? words("holds text, not numbers")
                                         : words("holds no numbers"));
    const auto count = elementCount(extents);
    const std::uint64_t each = H5Tget_size(type.id());
    if (!count || each == 0 || static_cast<std::uint64_t>(*count) > UINT64_MAX / 2 / each)
        return refuse(
            words("of shape {shape} claims more values than any file holds", toString(extents)));
    Words why = whyNotStored(dataset, static_cast<std::uint64_t>(*count) * each, fileSize);
    if (!why.isEmpty())
        return refuse(words("of shape {shape} {why}", toString(extents), std::move(why)));
    auto buffer = TensorBuffer::allocate(extents, fmt::format("the array {}", path));
    if (!buffer)
        return fail(buffer.error());
    const PieceReader pieces(dataset, space, dims, each, step);
    const auto failed = [&](const Error &error) {
        return error.rule == "file" ? refuse(error.words) : fail(error);
    };
    if (packed == Short::None) {
        // NumPy's booleans are an enumeration of one byte.
        if (kind == H5T_ENUM && each == 1) {
            std::vector<signed char> raw(static_cast<std::size_t>(*count));
            if (auto read = pieces.read(type.id(), 1, raw.data()); !read)
                return failed(read.error());
            std::copy(raw.begin(), raw.end(), buffer->data());
        } else if (auto read = pieces.read(H5T_NATIVE_FLOAT, sizeof(float), buffer->data());
                   !read) {
            return failed(read.error());
        }
        return Tensor(std::move(*buffer));
    }
    // The raw values go into the upper half of the tensor's own memory, and are widened from the
    // front.
    auto *raw = reinterpret_cast<unsigned char *>(buffer->data()) + 2 * *count;
    if (auto read = pieces.read(type.id(), 2, raw); !read)
        return failed(read.error());
    const bool isSwapped = kind != H5T_OPAQUE && H5Tget_order(type.id()) == H5T_ORDER_BE;
    for (std::int64_t i = 0; i < *count; ++i) {
        std::uint16_t bits = 0;
        std::memcpy(&bits, raw + 2 * i, 2);
        if (isSwapped)
            bits = static_cast<std::uint16_t>(bits << 8 | bits >> 8);
        const float value = packed == Short::Half ? fromHalf(bits) : fromBFloat16(bits);
        std::memcpy(buffer->data() + i, &value, 4);
    }
    return Tensor(std::move(*buffer));
}

} // namespace convscope
