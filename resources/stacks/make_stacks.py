#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The ConvScope authors
# SPDX-License-Identifier: MIT
"""Makes the bundled stacks beside this file from ../samples; needs numpy alone.

make_stacks.py                    writes the .npz files
make_stacks.py --preview FOLDER   writes grids of the maps as PNG instead, and their ranges to the terminal
"""
import argparse
import os

import branches
import case_file
import first_look
import png_file
import preview
import sequence
import starters
import volume

HERE = os.path.dirname(os.path.abspath(__file__))


def sample(name):
    return png_file.read(os.path.join(HERE, "..", "samples", name))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--preview", metavar="FOLDER")
    folder = parser.parse_args().preview

    photo = sample("chelsea.png") / 255
    series = volume.focus_series(sample("cell.png")[:, :, 0])
    row = photo[86]
    portrait = sample("astronaut.png") / 255
    eyes = photo[60:156, 150:278]
    later = branches.changed(eyes)
    cat = {"input_source": "samples/chelsea.png"}
    stacks = {
        "first_look": (first_look.make(photo), cat),
        "sequence": (sequence.make(row), {"input": row[None], "input_title": "row 86 of chelsea.png"}),
        "volume": (volume.make(series), {"input": series[None], "input_title": "cell focus series"}),
        "edges": (starters.edges(photo), cat),
        "down_up": (starters.down_up(photo), cat),
        "unet": (branches.unet(portrait), {"input_source": "samples/astronaut.png"}),
        "two_inputs": (branches.two_inputs(eyes, later),
                       {"input": [eyes[None], later[None]], "input_title": "two views of chelsea.png"}),
    }
    for name, ((model, weights, maps), extra) in stacks.items():
        if folder is None:
            case_file.save(os.path.join(HERE, name + ".npz"), name, model, weights,
                           note="weights made by hand, none trained", **extra)
            continue
        for layer, values in maps:
            if values.ndim == 4:  # the middle slice
                values = values[values.shape[0] // 2]
            if values.ndim == 2:  # a strip
                values = values[None].repeat(24, axis=0)
            preview.write(os.path.join(folder, name), layer, values, 1 if values.shape[0] == 24 else 4)


if __name__ == "__main__":
    main()
