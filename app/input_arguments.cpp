// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input_arguments.h"

namespace convscope {

void InputArguments::declare(CLI::App &options)
{
    options
        .add_option("--input", m_files,
                    "Picture, .npy, video, folder, sound, table or pattern:NAME (impulse, "
                    "checkerboard, ramp, zone_plate, noise; of the size that the model states, or "
                    "pattern:NAME?size=64x64&channels=3, with &cell=8 or &seed=1); several files "
                    "are a batch, or one for each of the model's inputs")
        ->type_name("FILE...");
    options
        .add_option("--fit", m_fit,
                    "What happens to an input whose sizes are not those that the model states: "
                    "refuse (unless it states none), resize, crop (cut to the model's aspect, then "
                    "resized), pad (laid among zeros of that aspect, then resized), or model: it "
                    "takes them")
        ->type_name("HOW")
        ->check(CLI::IsMember({"refuse", "resize", "crop", "pad", "model"}));
    options
        .add_option("--values", m_values,
                    "Range of a picture's values: auto (what the model suggests), 0..1, -1..1, "
                    "0..255, caffe, torch")
        ->type_name("RANGE")
        ->check(CLI::IsMember({"auto", "0..1", "-1..1", "0..255", "caffe", "torch"}));
}

InputPreparation InputArguments::preparation() const
{
    InputPreparation preparation;
    preparation.fit = fitNamed(m_fit);
    preparation.values = pictureRangeNamed(m_values).value_or(PictureRange::Auto);
    return preparation;
}

} // namespace convscope
