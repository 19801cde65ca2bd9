// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/sequence_sources.h"

#include "base/concat.h"
#include "input/byte_reader.h"

#include <bit>

namespace convscope {

namespace {

enum Coding : unsigned
{
    kPcm = 1,
    kFloat = 3,
    kExtensible = 0xFFFE
};

/// The two chunks that matter. Source of the format: Microsoft, "Multimedia Programming Interface
/// and Data Specifications 1.0", and WAVEFORMATEXTENSIBLE.
struct Sound
{
    unsigned coding = 0;
    unsigned channels = 0;
    unsigned rate = 0;
    unsigned bits = 0;
    std::uint64_t dataAt = 0;
    std::uint64_t dataBytes = 0;
    bool isOpenEnded = false;
};

Failure broken(const std::string &title, const std::string &reason)
{
    return fail("file", {}, {}, concat(title, " is a broken WAV file: ", reason));
}

Result<Sound> readChunks(const ByteReader &reader, const std::string &title)
{
    Sound sound;
    for (std::uint64_t at = 12; reader.has(at, 8);) {
        const std::uint64_t bytes = reader.u32(at + 4);
        const std::uint64_t body = at + 8;
        if (reader.reads(at, "fmt ")) {
            if (bytes < 16 || !reader.has(body, bytes))
                return broken(title, "its format chunk is cut off");
            sound.coding = reader.u16(body);
            sound.channels = reader.u16(body + 2);
            sound.rate = reader.u32(body + 4);
            sound.bits = reader.u16(body + 14);
            if (sound.coding == kExtensible && bytes >= 40)
                sound.coding = reader.u16(body + 24); // begins the sub-format's GUID
        } else if (reader.reads(at, "data")) {
            sound.dataAt = body;
            const std::uint64_t rest = reader.size() - body;
            // Programs that write into a pipe do not know the length yet.
            sound.isOpenEnded = bytes == 0xFFFFFFFF || (bytes == 0 && rest > 0);
            sound.dataBytes = sound.isOpenEnded ? rest : bytes;
            if (sound.dataBytes > rest)
                return broken(title, concat("it ends in the middle of its data, ", rest, " of ",
                                            bytes, " bytes are there"));
            if (sound.channels > 0)
                return sound;
        }
        at = body + bytes + bytes % 2;
    }
    return broken(title, sound.dataAt == 0 ? "it holds no sound" : "it does not state its format");
}

/// The float that a sample stands for.
float sample(const ByteReader &reader, std::uint64_t at, const Sound &sound, ValueScaling scaling)
{
    const unsigned bytes = sound.bits / 8;
    const std::uint64_t raw = reader.number(at, bytes);
    if (sound.coding == kFloat)
        return bytes == 4 ? std::bit_cast<float>(static_cast<std::uint32_t>(raw))
                          : static_cast<float>(std::bit_cast<double>(raw));
    const double half = double(std::uint64_t{1} << (sound.bits - 1));
    // 8 bits are stored from 0 to 255 around 128, all others signed.
    double value = double(raw);
    if (sound.bits == 8)
        value -= scaling == ValueScaling::AsStored ? 0 : half;
    else if (value >= half)
        value -= 2 * half;
    return static_cast<float>(scaling == ValueScaling::AsStored ? value : value / half);
}

std::vector<std::string> channelNames(unsigned channels)
{
    if (channels == 1)
        return {"sound"};
    if (channels == 2)
        return {"left", "right"};
    return {};
}

} // namespace

Result<Input> parseWav(std::span<const unsigned char> bytes, const std::string &title,
                       const InputOptions &options)
{
    if (options.spatialRank.value_or(1) != 1)
        return wrongRank(title, "a sound is a sequence (1, steps, channels)", *options.spatialRank);
    const ByteReader reader(bytes);
    const auto sound = readChunks(reader, title);
    if (!sound)
        return fail(sound.error());
    const bool isPcm = sound->coding == kPcm && (sound->bits == 8 || sound->bits == 16 ||
                                                 sound->bits == 24 || sound->bits == 32);
    const bool isFloat = sound->coding == kFloat && (sound->bits == 32 || sound->bits == 64);
    if (!isPcm && !isFloat)
        return fail("file", {}, {},
                    concat(title,
                           ": expected PCM of 8, 16, 24 or 32 bits or floats of 32 or 64, "
                           "received coding ",
                           sound->coding, " of ", sound->bits, " bits"));
    const std::uint64_t frame = std::uint64_t{sound->bits / 8} * sound->channels;
    const auto steps = static_cast<std::int64_t>(sound->dataBytes / frame);
    if (steps == 0)
        return broken(title, "it holds no sound");
    auto buffer = TensorBuffer::allocate({1, steps, sound->channels}, title);
    if (!buffer)
        return fail(buffer.error());
    std::uint64_t at = sound->dataAt;
    for (float &value : buffer->values()) {
        value = sample(reader, at, *sound, options.scaling);
        at += sound->bits / 8;
    }
    Input input;
    input.tensor = Tensor(std::move(*buffer));
    input.title = concat(title, ", ", sound->rate, " Hz");
    input.scaling = isFloat || options.scaling == ValueScaling::AsStored ? "as stored" : "−1 to 1";
    input.channelNames = channelNames(sound->channels);
    if (sound->isOpenEnded)
        input.notes.emplace_back("its length is not stated: read to the end of the file");
    if (sound->dataBytes % frame != 0)
        input.notes.push_back(
            concat("an incomplete last step of ", sound->dataBytes % frame, " bytes left out"));
    return input;
}

} // namespace convscope
