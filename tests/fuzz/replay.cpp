// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "fuzz/fuzz_target.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <vector>

// Runs a target over the files of folders and over copies of them with changes that are the same
// every time: what a fuzzer does, small enough for every run of the tests, with any compiler.

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::size_t kLargest = 128 << 10;
constexpr int kCopies = 24;

Bytes contentOf(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Cut short, bytes set, numbers made large, a part repeated.
Bytes changed(Bytes bytes, std::mt19937 &random)
{
    if (bytes.empty())
        return bytes;
    const auto place = [&] { return static_cast<std::ptrdiff_t>(random() % bytes.size()); };
    switch (random() % 4) {
    case 0:
        bytes.resize(static_cast<std::size_t>(place()));
        break;
    case 1:
        for (int i = 0; i < 8; ++i)
            bytes[static_cast<std::size_t>(place())] = static_cast<std::uint8_t>(random());
        break;
    case 2: {
        const std::ptrdiff_t from = place();
        const auto end = std::min<std::ptrdiff_t>(from + 8, std::ssize(bytes));
        std::fill(bytes.begin() + from, bytes.begin() + end, std::uint8_t(0xff));
        break;
    }
    default: {
        const std::ptrdiff_t from = place();
        const auto end = std::min<std::ptrdiff_t>(from + 64, std::ssize(bytes));
        const Bytes part(bytes.begin() + from, bytes.begin() + end);
        bytes.insert(bytes.begin() + place(), part.begin(), part.end());
        break;
    }
    }
    return bytes;
}

} // namespace

int main(int argc, char **argv)
{
    std::vector<std::filesystem::path> paths;
    for (int i = 1; i < argc; ++i) {
        for (const auto &entry : std::filesystem::recursive_directory_iterator(argv[i])) {
            if (entry.is_regular_file() && entry.file_size() <= kLargest)
                paths.push_back(entry.path());
        }
    }
    std::sort(paths.begin(), paths.end());
    int runs = 0;
    for (const auto &path : paths) {
        const Bytes bytes = contentOf(path);
        std::mt19937 random(static_cast<unsigned>(bytes.size()));
        for (int i = 0; i <= kCopies; ++i, ++runs) {
            const Bytes input = i == 0 ? bytes : changed(bytes, random);
            // Named before, so that it is known where a run ended.
            static_cast<void>(std::fprintf(stderr, "%s, copy %d\r", path.c_str(), i));
            LLVMFuzzerTestOneInput(input.data(), input.size());
        }
    }
    static_cast<void>(std::fprintf(stderr, "\n%zu files, %d runs\n", paths.size(), runs));
    return paths.empty() ? 1 : 0;
}
