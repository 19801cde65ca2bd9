# SPDX-FileCopyrightText: 2026 The ConvScope authors
# SPDX-License-Identifier: MIT
"""Stacks that branch: a small U-Net, and a network of two inputs that share a layer."""
import numpy as np

import case_file
import first_look
import kernels as k
import reference as ref
from starters import mixing

POOL = {"pool_size": [2, 2], "padding": "valid", "strides": [2, 2], "data_format": "channels_last"}
UP = {"size": [2, 2], "data_format": "channels_last", "interpolation": "nearest"}
SAME = {"padding": "same", "activation": "relu"}


def first_kernel(photo, filters):
    """Edges in eight directions and smooth spots, in brightness and colours."""
    kernel = np.zeros((3, 3, 3, filters))
    for o in range(filters):
        colours = (k.LUMA, first_look.WARM, first_look.YELLOW)[o % 3]
        smooth = k.gaussian(3, 0.8) if o < 6 else k.blob(3, 0.8)
        values = k.coloured(k.edge(3, 0.8, o * 45) if o % 2 else smooth, colours)
        one = ref.conv(photo, values[..., None], 0.0, (1, 1), "same")[:, :, 0]
        kernel[..., o] = values * first_look.tuned(one, 0.995, 0.9)
    return kernel.round(5), np.full(filters, -0.02)


def unet(photo):
    """Halve twice, double twice, each time beside what was there before: sides must be multiples of 4."""
    random = np.random.Generator(np.random.PCG64(5))
    any_size = [None, None]
    layers, weights, maps, values = [], [], [], {"photo": photo}

    def add(entry, *reads):
        calls = [[(name, 0, [*any_size, values[name].shape[-1]]) for name in reads]]
        layers.append((entry, calls))

    def step(name, result):
        values[name] = result
        maps.append((name, result))

    def convolve(name, reads, filters, kernel=None):
        kernel, bias = kernel or mixing(values[reads], 3, filters, random)
        add(case_file.convolution("Conv2D", name, filters, [3, 3], **SAME), reads)
        weights.extend((kernel, bias))
        step(name, ref.relu(ref.conv(values[reads], kernel, bias, (1, 1), "same")))

    def halve(name, reads):
        add(case_file.layer("MaxPooling2D", name, **POOL), reads)
        step(name, ref.max_pool(values[reads], (2, 2)))

    def double(name, reads, beside):
        add(case_file.layer("UpSampling2D", name, **UP), reads)
        step(name, ref.up_sample(values[reads], (2, 2)))
        merged = name.replace("up", "skip")
        add(case_file.layer("Concatenate", merged, axis=-1), beside, name)
        step(merged, np.concatenate([values[beside], values[name]], axis=-1))
        return merged

    convolve("down_1", "photo", 8, first_kernel(photo, 8))
    halve("pool_1", "down_1")
    convolve("down_2", "pool_1", 12)
    halve("pool_2", "down_2")
    convolve("bottom", "pool_2", 16)
    convolve("up_conv_2", double("up_2", "bottom", "down_2"), 12)
    convolve("up_conv_1", double("up_1", "up_conv_2", "down_1"), 8)
    kernel = np.zeros((1, 1, 8, 1))
    kernel[0, 0, :, 0] = np.tile([3.0, -2.0], 4)
    add(case_file.convolution("Conv2D", "mask", 1, [1, 1], activation="sigmoid"), "up_conv_1")
    weights.extend((kernel, np.zeros(1)))
    step("mask", 1 / (1 + np.exp(-ref.conv(values["up_conv_1"], kernel, 0.0, (1, 1), "same"))))
    return case_file.functional("unet", {"photo": [*any_size, 3]}, layers, "mask"), weights, maps


def changed(photo):
    """The photo with a spot on it that was not there before."""
    rows, columns, _ = photo.shape
    y, x = np.mgrid[:rows, :columns]
    away = (y - 0.35 * rows) ** 2 + (x - 0.62 * columns) ** 2
    spot = 0.45 * np.exp(-away / (2 * 5.0 ** 2))[..., None]
    return np.round(np.clip(photo + spot, 0, 1) * 255) / 255


def two_inputs(before, after):
    """One layer looks at two pictures; what differs between its maps is kept, joined and smoothed."""
    shape = list(before.shape)
    kernel, bias = first_kernel(before, 8)
    smooth = np.zeros((5, 5, 8, 1))
    smooth[..., 0] = k.gaussian(5, 1.2)[:, :, None]
    smooth = smooth.round(5)
    place = shape[:2]
    layers = [
        (case_file.convolution("Conv2D", "look", 8, [3, 3], **SAME),
         [[("before", 0, shape)], [("after", 0, shape)]]),
        (case_file.layer("Subtract", "gone"), [[("look", 0, [*place, 8]), ("look", 1, [*place, 8])]]),
        (case_file.layer("Subtract", "new"), [[("look", 1, [*place, 8]), ("look", 0, [*place, 8])]]),
        (case_file.layer("Maximum", "either"), [[("gone", 0, [*place, 8]), ("new", 0, [*place, 8])]]),
        (case_file.convolution("Conv2D", "differs", 1, [5, 5], **SAME), [[("either", 0, [*place, 8])]]),
    ]
    first, second = (ref.relu(ref.conv(one, kernel, bias, (1, 1), "same")) for one in (before, after))
    either = np.maximum(first - second, second - first)
    maps = [("look", first), ("look:2", second), ("gone", first - second), ("new", second - first),
            ("either", either), ("differs", ref.relu(ref.conv(either, smooth, 0.0, (1, 1), "same")))]
    model = case_file.functional("two_inputs", {"before": shape, "after": shape}, layers, "differs")
    return model, [kernel, bias, smooth, np.zeros(1)], maps
