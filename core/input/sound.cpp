// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/sequence_sources.h"

#include "input/byte_reader.h"
#include "input/wav_header.h"

#include <sndfile.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <memory>

namespace convscope {

namespace {

/// A file in memory as libsndfile reads it; `patch` replaces four bytes, the length of a WAV's data
/// that its writer did not know.
struct SoundBytes
{
    std::span<const unsigned char> bytes;
    std::int64_t at = 0;
    std::int64_t patchAt = -1;
    std::array<unsigned char, 4> patch{};

    [[nodiscard]] std::int64_t size() const { return static_cast<std::int64_t>(bytes.size()); }
};

SoundBytes &soundOf(void *user)
{
    return *static_cast<SoundBytes *>(user);
}

sf_count_t sizeOf(void *user)
{
    return soundOf(user).size();
}

sf_count_t seekTo(sf_count_t offset, int from, void *user)
{
    SoundBytes &sound = soundOf(user);
    const std::int64_t base = from == SEEK_CUR ? sound.at : from == SEEK_END ? sound.size() : 0;
    sound.at = std::clamp<std::int64_t>(base + offset, 0, sound.size());
    return sound.at;
}

sf_count_t readPart(void *to, sf_count_t count, void *user)
{
    SoundBytes &sound = soundOf(user);
    const std::int64_t part = std::clamp<std::int64_t>(count, 0, sound.size() - sound.at);
    auto *out = static_cast<unsigned char *>(to);
    if (part > 0)
        std::memcpy(out, sound.bytes.data() + sound.at, static_cast<std::size_t>(part));
    for (std::int64_t i = 0; sound.patchAt >= 0 && i < 4; ++i) {
        const std::int64_t place = sound.patchAt + i - sound.at;
        if (place >= 0 && place < part)
            out[place] = sound.patch[static_cast<std::size_t>(i)];
    }
    sound.at += part;
    return part;
}

sf_count_t writePart(const void *, sf_count_t, void *)
{
    return 0;
}

sf_count_t position(void *user)
{
    return soundOf(user).at;
}

struct CloseSound
{
    void operator()(SNDFILE *file) const { sf_close(file); }
};
using SoundFile = std::unique_ptr<SNDFILE, CloseSound>;

/// Bits of whole numbers; 0 for floats and for what is coded with loss.
int wholeBits(int format)
{
    switch (format & SF_FORMAT_SUBMASK) {
    case SF_FORMAT_PCM_S8:
    case SF_FORMAT_PCM_U8:
        return 8;
    case SF_FORMAT_PCM_16:
        return 16;
    case SF_FORMAT_PCM_24:
        return 24;
    case SF_FORMAT_PCM_32:
        return 32;
    default:
        return 0;
    }
}

bool isFloat(int format)
{
    const int coding = format & SF_FORMAT_SUBMASK;
    return coding == SF_FORMAT_FLOAT || coding == SF_FORMAT_DOUBLE;
}

/// Everything to the end, channels beside each other, whole numbers as −1 to 1. A file may announce
/// more than it holds: room is made for what comes.
Result<std::vector<float>> readAll(SNDFILE *file, const SF_INFO &info, const std::string &title)
{
    constexpr std::size_t kBlock = std::size_t{1} << 16;
    std::vector<float> values;
    const auto channels = static_cast<std::size_t>(info.channels);
    for (;;) {
        const std::size_t before = values.size();
        if (double(before) * 8 > double(availableMemory()))
            return fail("memory", {}, {}, words("{file} does not fit into memory", title));
        values.resize(before + kBlock * channels);
        const sf_count_t frames = sf_readf_float(file, values.data() + before, kBlock);
        values.resize(before +
                      static_cast<std::size_t>(std::max<sf_count_t>(frames, 0)) * channels);
        if (frames < static_cast<sf_count_t>(kBlock))
            return values;
    }
}

std::vector<Words> channelNames(int channels)
{
    if (channels == 1)
        return {words("sound")};
    if (channels == 2)
        return {words("left"), words("right")};
    return {};
}

Failure refusal(const std::string &title, const std::optional<WavHeader> &wav)
{
    if (wav)
        return fail(
            "file", {}, {},
            words("{file} is a sound of a kind that cannot be read: coding {coding} of {bits} bits",
                  title, wav->coding, wav->bits));
    return fail("file", {}, {},
                words("{file} is a broken sound file: {reason}", title, sf_strerror(nullptr)));
}

} // namespace

bool isSound(std::span<const unsigned char> bytes)
{
    const ByteReader mark(bytes);
    const auto is = [&](std::string_view first, std::string_view kind) {
        return mark.reads(0, first) && mark.reads(8, kind);
    };
    // An Ogg may hold a film too; its first page names the coding.
    constexpr std::uint64_t kFirstOggPacket = 28;
    const bool isOggSound = mark.reads(0, "OggS") && (mark.reads(kFirstOggPacket + 1, "vorbis") ||
                                                      mark.reads(kFirstOggPacket, "OpusHead") ||
                                                      mark.reads(kFirstOggPacket + 1, "FLAC"));
    return is("RIFF", "WAVE") || is("RF64", "WAVE") || is("FORM", "AIFF") || is("FORM", "AIFC") ||
           mark.reads(0, "fLaC") || mark.reads(0, ".snd") || mark.reads(0, "caff") || isOggSound;
}

Result<Input> readSound(std::span<const unsigned char> bytes, const std::string &title,
                        const InputOptions &options)
{
    if (options.spatialRank.value_or(1) != 1)
        return wrongRank(title, words("a sound is a sequence (1, steps, channels)"),
                         *options.spatialRank);
    const auto wav = readWavHeader(bytes, title);
    if (!wav)
        return fail(wav.error());
    SoundBytes sound{bytes};
    if (*wav && (*wav)->isOpenEnded) {
        sound.patchAt = static_cast<std::int64_t>((*wav)->lengthAt);
        const auto length =
            static_cast<std::uint32_t>(std::min<std::uint64_t>((*wav)->dataBytes, 0xFFFF'FFFF));
        for (unsigned i = 0; i < 4; ++i)
            sound.patch[i] = static_cast<unsigned char>(length >> 8 * i);
    }
    SF_VIRTUAL_IO io{sizeOf, seekTo, readPart, writePart, position};
    SF_INFO info{};
    const SoundFile file(sf_open_virtual(&io, SFM_READ, &info, &sound));
    if (!file)
        return refusal(title, *wav);
    if (info.channels < 1)
        return fail("file", {}, {},
                    words("{file} is a broken sound file: it has no channels", title));
    const auto values = readAll(file.get(), info, title);
    if (!values)
        return fail(values.error());
    const auto steps = static_cast<std::int64_t>(values->size()) / info.channels;
    if (steps == 0)
        return fail("file", {}, {},
                    words("{file} is a broken sound file: it holds no sound", title));
    if (info.frames > 0 && info.frames < SF_COUNT_MAX && steps < info.frames)
        return fail("file", {}, {},
                    words("{file} is a broken sound file: it ends in the middle of its data, "
                          "{there} of {stated} steps can be decoded",
                          title, steps, info.frames));
    auto buffer = TensorBuffer::allocate({1, steps, info.channels}, title);
    if (!buffer)
        return fail(buffer.error());
    const bool asStored = options.scaling == ValueScaling::AsStored;
    const int bits = wholeBits(info.format);
    // A power of two: exact.
    const float factor = asStored && bits > 0 ? std::ldexp(1.0F, bits - 1) : 1.0F;
    const bool isAround128 = (info.format & SF_FORMAT_SUBMASK) == SF_FORMAT_PCM_U8;
    const float shift = asStored && isAround128 ? 128.0F : 0.0F;
    std::ranges::transform(*values, buffer->data(),
                           [&](float value) { return value * factor + shift; });
    Input input;
    input.tensor = Tensor(std::move(*buffer));
    input.title = words("{file}, {rate} Hz", title, info.samplerate);
    input.scaling = asStored || isFloat(info.format) ? words("as stored") : words("−1 to 1");
    input.channelNames = channelNames(info.channels);
    if (*wav && (*wav)->isOpenEnded)
        input.notes.push_back(words("its length is not stated: read to the end of the file"));
    if (*wav && (*wav)->restBytes != 0)
        input.notes.push_back(
            words("an incomplete last step of {bytes} bytes left out", (*wav)->restBytes));
    return input;
}

} // namespace convscope
