// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/load_model.h"
#include "model/model.h"
#include "tensor/tensor.h"

#include <span>
#include <string>
#include <vector>

namespace convscope {

/// Arrays that a file keeps together: the weights of one layer.
struct DonatedGroup
{
    /// The layer's name; empty where the file does not say it.
    std::string name;
    /// "conv2d_1": the class and its number, where the file counts layers by class; else empty.
    std::string id;
    std::vector<std::string> names;
    std::vector<Tensor> weights;
};

/// Weights of a file, to be given to the layers of a model that is there already.
struct DonatedWeights
{
    std::vector<DonatedGroup> groups;
    /// The groups stand in the order of the layers.
    bool isOrdered = true;
    /// One list of arrays without any names, as get_weights() gives them: in the first group.
    bool isFlat = false;
};

/// Reads the weights of any file that holds some: a weights file, arrays, or a whole model. Errors:
/// those of loadModel, "input" where it holds none.
[[nodiscard]] Result<DonatedWeights> loadWeights(const std::string &path,
                                                 const LoadOptions &options = {});

/// One line of the table that says which weights go where.
struct WeightMatchRow
{
    enum class State
    {
        Fits,
        WrongShape, ///< number or shape of the arrays is another
        NoDonor,    ///< the layer's weights are not in the file
        NoLayer     ///< the model has no layer for this group
    };
    State state = State::Fits;
    /// Positions of the layer and of the group; −1 where there is none.
    int layer = -1;
    int group = -1;
    std::vector<Extents> expected;
    std::vector<Extents> received;
};

struct WeightMatch
{
    enum class By
    {
        Name,
        Class, ///< the number of the layer among those of its class
        Order
    };
    By by = By::Name;
    /// One per layer with weights, in the model's order, then groups without a layer.
    std::vector<WeightMatchRow> rows;
    /// The groups as the rows count them: a flat list is cut to fit the layers.
    std::vector<DonatedGroup> groups;

    [[nodiscard]] bool fitsWholly() const;
};

/// What would go where: by name where all groups have their namesakes, else by class and number,
/// else in order. Nothing is changed. `inputShapes`: one per model input.
[[nodiscard]] WeightMatch matchWeights(const Model &model, std::span<const Shape> inputShapes,
                                       DonatedWeights donated);

/// The model with the weights of every row that fits.
[[nodiscard]] Model withMatchedWeights(const Model &model, const WeightMatch &match);
/// What a person should know of a match that fits: layers that the file brings nothing for, and
/// whether it went by other things than names.
[[nodiscard]] std::vector<Words> matchNotes(const Model &model, const WeightMatch &match);
/// Why a match is not whole: E17 with the first layer at fault and what was expected. Only of one
/// that does not fit wholly.
[[nodiscard]] Error matchError(const Model &model, const WeightMatch &match);

} // namespace convscope
