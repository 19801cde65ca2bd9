// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tensor/file_bytes.h"
#include "tensor/tensor.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace convscope {

/// An HDF5 file opened for reading. Only what lies in the file itself is reached: external and soft
/// links, external and virtual storage, and filters that would have to be loaded from elsewhere are
/// refused by name. Declared sizes are checked against the file before memory is taken. Errors:
/// "file", "memory". Thread-safe (the library is used by one thread at a time).
class Hdf5File
{
public:
    [[nodiscard]] static Result<Hdf5File> open(const std::string &path);
    /// A file that lies in memory; `what` names it in messages.
    [[nodiscard]] static Result<Hdf5File> openImage(std::shared_ptr<const Bytes> image,
                                                    const std::string &what);

    Hdf5File(Hdf5File &&) noexcept;
    Hdf5File &operator=(Hdf5File &&) noexcept;
    ~Hdf5File();

    /// What a path such as "layers/conv2d/vars" leads to; "" is the root.
    enum class Kind
    {
        Missing,
        Group,
        Array,
        Other ///< a link that is not followed, or a named type
    };
    [[nodiscard]] Kind kind(const std::string &path) const;

    struct Child
    {
        std::string name;
        Kind kind = Kind::Missing;
    };
    /// Members of a group by name, numbers among the names by value. Errors also for more than a
    /// million.
    [[nodiscard]] Result<std::vector<Child>> children(const std::string &group) const;
    /// Paths of every array below a group, relative to it; loops of links are not walked.
    [[nodiscard]] Result<std::vector<std::string>> arraysBelow(const std::string &group) const;

    [[nodiscard]] bool hasAttribute(const std::string &object, const std::string &name) const;
    /// A text attribute. Errors where it is missing or no text.
    [[nodiscard]] Result<std::string> text(const std::string &object,
                                           const std::string &name) const;
    /// A list of texts; Keras cuts long ones into NAME0, NAME1, … An empty list of any type is
    /// none.
    [[nodiscard]] Result<std::vector<std::string>> texts(const std::string &object,
                                                         const std::string &name) const;

    /// An array of numbers as float32, in C order: any width of integer and floating-point number
    /// and bfloat16, of either byte order.
    /// `step` hears of the bytes on the way; false from it is "cancelled".
    [[nodiscard]] Result<Tensor> array(const std::string &path,
                                       const std::function<bool(std::uint64_t)> &step = {}) const;

    /// Bytes of the whole file.
    [[nodiscard]] std::uint64_t size() const;

    /// What messages call the file.
    [[nodiscard]] const std::string &what() const;

private:
    struct State;
    explicit Hdf5File(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace convscope
