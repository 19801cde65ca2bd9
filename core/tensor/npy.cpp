// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "tensor/npy.h"

#include "tensor/npy_header.h"
#include "tensor/utf_text.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace convscope {

namespace {

constexpr std::string_view kMagic{"\x93NUMPY", 6};
constexpr std::size_t kHeaderAlignment = 64;

/// `size` bytes of either order as an unsigned number.
std::uint64_t load(const unsigned char *bytes, std::int64_t size, bool bigEndian)
{
    std::uint64_t value = 0;
    for (std::int64_t i = 0; i < size; ++i) {
        const std::int64_t at = bigEndian ? i : size - 1 - i;
        value = value << 8 | bytes[at];
    }
    return value;
}

float fromHalf(std::uint64_t bits)
{
    const auto exponent = static_cast<int>(bits >> 10 & 0x1F);
    const auto fraction = static_cast<float>(bits & 0x3FF);
    float value = 0;
    if (exponent == 31)
        value = fraction == 0 ? INFINITY : NAN;
    else if (exponent == 0)
        value = std::ldexp(fraction, -24);
    else
        value = std::ldexp(fraction + 1024, exponent - 25);
    return (bits & 0x8000) != 0 ? -value : value;
}

std::int64_t signExtended(std::uint64_t bits, std::int64_t size)
{
    const auto shift = static_cast<unsigned>(64 - 8 * size);
    return static_cast<std::int64_t>(bits << shift) >> shift;
}

float element(const unsigned char *bytes, const NpyHeader &header)
{
    const std::uint64_t bits = load(bytes, header.itemSize, header.bigEndian);
    switch (header.kind) {
    case 'f':
        if (header.itemSize == 2)
            return fromHalf(bits);
        if (header.itemSize == 4)
            return std::bit_cast<float>(static_cast<std::uint32_t>(bits));
        return static_cast<float>(std::bit_cast<double>(bits));
    case 'i':
        return static_cast<float>(signExtended(bits, header.itemSize));
    case 'b':
        return bits != 0 ? 1.0F : 0.0F;
    default:
        return static_cast<float>(bits);
    }
}

/// Positions in C order of elements that are stored first axis fastest.
class FortranWalk
{
public:
    explicit FortranWalk(const Extents &extents)
        : m_extents(extents), m_index(extents.size(), 0), m_strides(extents.size(), 1)
    {
        for (std::size_t i = extents.size(); i-- > 1;)
            m_strides[i - 1] = m_strides[i] * extents[i];
    }

    [[nodiscard]] std::int64_t position() const { return m_position; }

    void next()
    {
        for (std::size_t i = 0; i < m_extents.size(); ++i) {
            m_position += m_strides[i];
            if (++m_index[i] < m_extents[i])
                return;
            m_position -= m_index[i] * m_strides[i];
            m_index[i] = 0;
        }
    }

private:
    const Extents &m_extents;
    Extents m_index;
    Extents m_strides;
    std::int64_t m_position = 0;
};

Result<Tensor> numbers(std::span<const unsigned char> data, const NpyHeader &header,
                       const std::string &what)
{
    auto buffer = TensorBuffer::allocate(header.shape, what);
    if (!buffer)
        return fail(buffer.error());
    const std::span<float> out = buffer->values();
    const bool isPlain = header.kind == 'f' && header.itemSize == 4 &&
                         header.bigEndian == (std::endian::native == std::endian::big);
    if (isPlain && !header.fortranOrder) {
        if (!out.empty())
            std::memcpy(out.data(), data.data(), out.size_bytes());
        return Tensor(std::move(*buffer));
    }
    const auto size = static_cast<std::size_t>(header.itemSize);
    if (!header.fortranOrder) {
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] = element(data.data() + i * size, header);
    } else {
        FortranWalk walk(header.shape);
        for (std::size_t i = 0; i < out.size(); ++i, walk.next())
            out[static_cast<std::size_t>(walk.position())] =
                element(data.data() + i * size, header);
    }
    return Tensor(std::move(*buffer));
}

std::string textOf(std::span<const unsigned char> data, const NpyHeader &header)
{
    std::string out;
    if (header.kind == 'S') {
        out.assign(data.begin(), data.end());
    } else {
        for (std::size_t i = 0; i + 4 <= data.size(); i += 4)
            appendUtf8(out, static_cast<char32_t>(load(data.data() + i, 4, header.bigEndian)));
    }
    // NumPy pads texts with zeros.
    out.erase(std::find_if(out.rbegin(), out.rend(), [](char c) { return c != '\0'; }).base(),
              out.end());
    return out;
}

void storeLittleEndian(unsigned char *out, std::uint64_t value, int size)
{
    for (int i = 0; i < size; ++i)
        out[i] = static_cast<unsigned char>(value >> (8 * i));
}

/// Room for a whole version 1 file with everything but its data filled in; `data` is set to that
/// place.
Bytes file(const std::string &descr, const std::string &shape, std::size_t dataBytes,
           unsigned char *&data)
{
    std::string text = "{'descr': '" + std::string(descr) +
                       "', 'fortran_order': False, 'shape': " + std::string(shape) + ", }";
    const std::size_t before = kMagic.size() + 4;
    const std::size_t unpadded = before + text.size() + 1;
    text.append((kHeaderAlignment - unpadded % kHeaderAlignment) % kHeaderAlignment, ' ');
    text += '\n';
    Bytes out(before + text.size() + dataBytes);
    std::copy(kMagic.begin(), kMagic.end(), out.begin());
    out[kMagic.size()] = 1;
    storeLittleEndian(out.data() + kMagic.size() + 2, text.size(), 2);
    std::copy(text.begin(), text.end(), out.begin() + static_cast<std::ptrdiff_t>(before));
    data = out.data() + before + text.size();
    return out;
}

} // namespace

Result<NpyArray> parseNpy(std::span<const unsigned char> bytes, const std::string &what)
{
    if (bytes.size() < kMagic.size() + 4 ||
        !std::equal(kMagic.begin(), kMagic.end(), bytes.begin(),
                    [](char a, unsigned char b) { return static_cast<unsigned char>(a) == b; }))
        return fileError(what, words("is not a NumPy array (.npy)"));
    const int version = bytes[6];
    if (version < 1 || version > 3)
        return fileError(
            what,
            words("is a .npy file of version {version}; versions 1 to 3 can be read", version));
    const std::size_t lengthBytes = version == 1 ? 2 : 4;
    const std::size_t headerAt = kMagic.size() + 2 + lengthBytes;
    if (bytes.size() < headerAt)
        return fileError(what, words("ends within its header"));
    const std::uint64_t length =
        load(bytes.data() + 8, static_cast<std::int64_t>(lengthBytes), false);
    if (length > bytes.size() - headerAt)
        return fileError(what, words("ends within its header"));
    const std::string_view text(reinterpret_cast<const char *>(bytes.data()) + headerAt, length);
    const auto header = parseNpyHeader(text, what);
    if (!header)
        return fail(header.error());

    const std::span<const unsigned char> data = bytes.subspan(headerAt + length);
    const bool isText = header->kind == 'U' || header->kind == 'S';
    const auto count = elementCount(header->shape);
    const std::int64_t itemBytes = header->kind == 'U' ? header->itemSize * 4 : header->itemSize;
    const auto available = static_cast<std::int64_t>(data.size());
    if (!count || (itemBytes > 0 && *count > available / itemBytes))
        return fileError(what, words("is cut short: the shape {shape} at {item_bytes} bytes a "
                                     "value needs more than the {available} bytes there are",
                                     toString(header->shape), itemBytes, available));
    NpyArray array;
    if (isText) {
        if (*count != 1)
            return fileError(what, words("holds {count} texts; one was expected", *count));
        array.text = textOf(data.first(static_cast<std::size_t>(itemBytes)), *header);
        return array;
    }
    auto tensor = numbers(data, *header, what);
    if (!tensor)
        return fail(tensor.error());
    array.tensor = std::move(*tensor);
    return array;
}

Result<Tensor> readNpy(const std::string &path)
{
    const auto bytes = readFileBytes(path);
    if (!bytes)
        return fail(bytes.error());
    auto array = parseNpy(*bytes, path);
    if (!array)
        return fail(array.error());
    if (array->text)
        return fileError(path, words("holds text where numbers are expected"));
    return std::move(array->tensor);
}

Bytes npyBytes(const Tensor &tensor)
{
    unsigned char *data = nullptr;
    Bytes out =
        file("<f4", toString(tensor.extents()), static_cast<std::size_t>(tensor.bytes()), data);
    for (const float value : tensor.values()) {
        storeLittleEndian(data, std::bit_cast<std::uint32_t>(value), 4);
        data += 4;
    }
    return out;
}

Bytes npyHead(const Tensor &tensor)
{
    unsigned char *data = nullptr;
    return file("<f4", toString(tensor.extents()), 0, data);
}

Bytes npyBytes(std::string_view utf8)
{
    const std::u32string points = toUtf32(utf8);
    unsigned char *data = nullptr;
    Bytes out = file("<U" + std::to_string(points.size()), "()", points.size() * 4, data);
    for (const char32_t point : points) {
        storeLittleEndian(data, point, 4);
        data += 4;
    }
    return out;
}

Result<void> writeNpy(const std::string &path, const Tensor &tensor)
{
    return replaceFile(path, npyBytes(tensor));
}

} // namespace convscope
