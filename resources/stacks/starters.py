# SPDX-FileCopyrightText: 2026 The ConvScope authors
# SPDX-License-Identifier: MIT
"""Small stacks to start from: classic edge kernels, and a way down and up again."""
import numpy as np

import case_file
import first_look
import kernels as k
import reference as ref


def edges(photo):
    """One linear Conv2D: Sobel along columns, rows and both diagonals, two Laplaces, an emboss and a sharpening."""
    shapes = [
        [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]],
        [[-1, -2, -1], [0, 0, 0], [1, 2, 1]],
        [[-2, -1, 0], [-1, 0, 1], [0, 1, 2]],
        [[0, 1, 2], [-1, 0, 1], [-2, -1, 0]],
        [[0, 1, 0], [1, -4, 1], [0, 1, 0]],
        [[1, 1, 1], [1, -8, 1], [1, 1, 1]],
        [[-2, -1, 0], [-1, 1, 1], [0, 1, 2]],
        [[0, -1, 0], [-1, 5, -1], [0, -1, 0]],
    ]
    kernel = np.stack([k.coloured(np.array(shape, float)) for shape in shapes], axis=-1).round(5)
    bias = np.zeros(8)
    layers = [case_file.convolution("Conv2D", "conv2d", 8, [3, 3], padding="same")]
    maps = ref.conv(photo, kernel, bias, (1, 1), "same")
    return case_file.sequential("edges", [None, None, 3], layers), [kernel, bias], [("conv2d", maps)]


def mixing(x, kernel_size, filters, random):
    """A 3×3 (or larger) layer of smooth and oriented kernels, gains tuned like those of the first stack."""
    size, channels = kernel_size, x.shape[-1]
    kernel = np.zeros((size, size, channels, filters))
    for o in range(filters):
        main, second, against = random.choice(channels, 3, replace=False)
        kernel[:, :, main, o] += k.edge(size, 0.8, o * 45) if o % 3 else k.gaussian(size, 0.8)
        kernel[:, :, second, o] += 0.5 * k.gaussian(size, 0.8)
        kernel[:, :, against, o] -= 0.5 * k.gaussian(size, 0.8)
        one = ref.conv(x, kernel[..., o:o + 1], 0.0, (1, 1), "same")[:, :, 0]
        kernel[..., o] *= first_look.tuned(one, 0.995, 1.0)
    return kernel.round(5), np.full(filters, -0.02)


def down_up(photo):
    """Pad, halve twice, double twice, crop: on sides that are multiples of 4 the output has the input's size."""
    random = np.random.Generator(np.random.PCG64(11))
    pool = {"pool_size": [2, 2], "padding": "valid", "strides": [2, 2], "data_format": "channels_last"}
    same = {"padding": "same", "activation": "relu"}
    layers = [
        case_file.layer("ZeroPadding2D", "zero_padding2d", padding=[[4, 4], [4, 4]], data_format="channels_last"),
        case_file.convolution("Conv2D", "conv2d", 8, [3, 3], **same),
        case_file.layer("MaxPooling2D", "max_pooling2d", **pool),
        case_file.convolution("Conv2D", "conv2d_1", 16, [3, 3], **same),
        case_file.layer("MaxPooling2D", "max_pooling2d_1", **pool),
        case_file.convolution("Conv2D", "conv2d_2", 24, [3, 3], **same),
        case_file.layer("UpSampling2D", "up_sampling2d", size=[2, 2], data_format="channels_last",
                        interpolation="nearest"),
        case_file.convolution("Conv2D", "conv2d_3", 12, [3, 3], **same),
        case_file.convolution("Conv2DTranspose", "conv2d_transpose", 8, [2, 2], strides=[2, 2]),
        case_file.layer("Cropping2D", "cropping2d", cropping=[[4, 4], [4, 4]], data_format="channels_last"),
    ]
    x = np.pad(photo, [(4, 4), (4, 4), (0, 0)])
    maps, weights = [("zero_padding2d", x)], []

    def step(name, values):
        maps.append((name, values))
        return values

    def convolve(name, values, kernel, bias):
        weights.extend((kernel, bias))
        return step(name, ref.relu(ref.conv(values, kernel, bias, (1, 1), "same")))

    kernel = np.zeros((3, 3, 3, 8))
    for o in range(8):
        colours = (k.LUMA, first_look.WARM, first_look.YELLOW)[o % 3]
        values = k.coloured(k.edge(3, 0.8, o * 45) if o % 2 else k.gaussian(3, 0.8), colours)
        one = ref.conv(photo, values[..., None], 0.0, (1, 1), "same")[:, :, 0]
        kernel[..., o] = values * first_look.tuned(one, 0.995, 0.9)
    x = convolve("conv2d", x, kernel.round(5), np.full(8, -0.02))
    x = step("max_pooling2d", ref.max_pool(x, (2, 2)))
    x = convolve("conv2d_1", x, *mixing(x, 3, 16, random))
    x = step("max_pooling2d_1", ref.max_pool(x, (2, 2)))
    x = convolve("conv2d_2", x, *mixing(x, 3, 24, random))
    x = step("up_sampling2d", ref.up_sample(x, (2, 2)))
    x = convolve("conv2d_3", x, *mixing(x, 3, 12, random))
    kernel = np.zeros((2, 2, 8, 12))
    for o in range(8):
        for i in random.choice(12, 5, replace=False):
            kernel[:, :, o, i] = random.choice([-0.4, 0.3, 0.4])
    weights.extend((kernel, np.zeros(8)))
    x = step("conv2d_transpose", ref.conv_transpose(x, kernel, np.zeros(8), 2))
    step("cropping2d", ref.crop(x, [(4, 4), (4, 4)]))
    return case_file.sequential("down_up", [None, None, 3], layers), weights, maps
