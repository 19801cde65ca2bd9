# SPDX-FileCopyrightText: 2026 The ConvScope authors
# SPDX-License-Identifier: MIT
"""The stack of the first start: five layers on a photo, every kernel made by hand."""
import numpy as np

import case_file
import kernels as k
import reference as ref

WARM = np.array([1.0, -0.8, -0.2])    # red against green
YELLOW = np.array([0.5, 0.5, -1.0])   # yellow against blue


def tuned(maps, share, target):
    """The gain that brings this share of a map's positive values, away from the zero padding, to the target."""
    inner = maps[8:-8, 8:-8] if min(maps.shape[:2]) > 40 else maps
    positive = inner[inner > 0]
    return target / np.quantile(positive, share) if positive.size else 1.0


def first_kernels():
    """(kernel (5, 5, 3), bias, 99.5 % of the lit cells lie below this) of sixteen filters; None keeps the gain."""
    filters = []
    for i, degrees in enumerate((0, 180, 90, 270, 45, 135)):
        filters.append((k.coloured(k.edge(5, 0.9, degrees)), -0.02, 0.75 if i < 4 else 0.6))
    filters.append((k.coloured(k.edge(5, 1.3, 160, 2.0)), 0.0, 1.0))
    filters.append((k.coloured(k.edge(5, 1.3, 20, 2.0)), 0.0, 1.0))
    filters.append((k.coloured(k.edge(5, 1.4, 270, 2.2)), 0.016, 0.85))
    filters.append((k.coloured(k.wave(5, 1.2, 3.0, 30)), -0.02, 0.5))
    filters.append((k.coloured(k.blob(5, 0.9)), -0.02, 0.7))
    filters.append((k.coloured(k.gaussian(5, 1.2)), 0.0, None))
    filters.append((k.coloured(-k.gaussian(5, 1.2)) * 2.4, 0.95, None))
    filters.append((k.coloured(k.edge(5, 1.2, 225)), -3.0, None))
    filters.append((k.coloured(k.gaussian(5, 1.1), WARM), -0.04, 0.8))
    filters.append((k.coloured(k.gaussian(5, 1.1), YELLOW), -0.08, 0.8))
    return filters


def first_layer(photo):
    kernel, bias = np.zeros((5, 5, 3, 16)), np.zeros(16)
    for i, (values, offset, target) in enumerate(first_kernels()):
        if target is not None:
            one = ref.conv(photo, values[..., None], 0.0, (1, 1), "same")[:, :, 0]
            values = values * tuned(one, 0.995, target)
        kernel[..., i], bias[i] = values, offset
    return kernel.round(5), bias.round(5)


def separable_layer(x, random):
    """Each of the 16 maps through one spatial kernel, then 24 sparse mixes: mostly one map helped by a second and
    held back by a third, so that the results stay thin and differ from each other."""
    small = [k.blob(3, 0.6), k.gaussian(3, 0.8), k.edge(3, 0.8, 0), k.edge(3, 0.8, 90)]
    depthwise = np.zeros((3, 3, 16, 1))
    for i in range(16):
        kernel = small[i % 4] if i not in (11, 12, 14, 15) else small[2 + i % 2]
        depthwise[:, :, i, 0] = kernel / np.abs(kernel).sum() * 2
    alive = [i for i in range(16) if i != 13]
    pointwise = np.zeros((1, 1, 16, 24))
    for o in range(24):
        main, second, against = alive[o % 15], *random.choice(alive, 2, replace=False)
        pointwise[0, 0, second, o] += 0.5
        pointwise[0, 0, against, o] -= 0.4
        pointwise[0, 0, main, o] += -1.0 if o >= 15 else 1.0
        pointwise[0, 0, 13, o] = 0.25  # of a dead map: changes nothing
    gains = [tuned(ref.separable(x, depthwise, pointwise[..., o:o + 1], 0.0)[:, :, 0], 0.995, 1.0) for o in range(24)]
    bias = np.where(np.arange(24) % 3 == 0, -0.03, -0.01)
    return depthwise.round(5), (pointwise * gains).round(5), bias


def strided_layer(x, random):
    """32 filters: an oriented 3×3 kernel on one map, the same turned by 180° on another."""
    kernel = np.zeros((3, 3, 24, 32))
    for o in range(32):
        degrees = o * 360 / 16
        first, second, third = random.choice(24, 3, replace=False)
        kernel[:, :, o % 24, o] += k.edge(3, 0.8, degrees) if o % 4 else k.blob(3, 0.6)
        kernel[:, :, first, o] += 0.8 * k.gaussian(3, 0.8)
        kernel[:, :, second, o] += 0.6 * k.edge(3, 0.8, degrees + 180)
        kernel[:, :, third, o] -= 0.6 * k.gaussian(3, 0.8)
    for o in range(32):
        kernel[..., o] *= tuned(ref.conv(x, kernel[..., o:o + 1], 0.0, (2, 2), "same")[:, :, 0], 0.995, 1.0)
    return kernel.round(5), np.full(32, -0.02)


def transposed_layer(x, random):
    """8 maps of both signs: each adds smooth bumps of some maps and takes away those of others."""
    bump = np.outer([1, 3, 3, 1], [1, 3, 3, 1]) / 16
    bump[1, 1] += 0.15  # uneven on purpose: the pattern that overlapping kernels leave can be seen
    kernel = np.zeros((4, 4, 8, 32))
    for o in range(8):
        for i in random.choice(32, 12, replace=False):
            kernel[:, :, o, i] = bump * random.choice([-1.0, 0.7, 1.0])
        result = ref.conv_transpose(x, kernel[:, :, o:o + 1], 0.0, 2)
        kernel[:, :, o] *= 0.8 / np.quantile(np.abs(result), 0.996)
    return kernel.round(5), np.linspace(-0.05, 0.05, 8).round(5)


def make(photo):
    """Returns (model, weights, [(layer name, maps)]); photo: (300, 451, 3) of 0…1."""
    random = np.random.Generator(np.random.PCG64(7))
    layers = [
        case_file.convolution("Conv2D", "conv2d", 16, [5, 5], padding="same", activation="relu"),
        case_file.layer("MaxPooling2D", "max_pooling2d", pool_size=[2, 2], padding="valid", strides=[2, 2],
                        data_format="channels_last"),
        case_file.convolution("SeparableConv2D", "separable_conv2d", 24, [3, 3], padding="same", activation="relu"),
        case_file.convolution("Conv2D", "conv2d_1", 32, [3, 3], strides=[2, 2], padding="same", activation="relu"),
        case_file.convolution("Conv2DTranspose", "conv2d_transpose", 8, [4, 4], strides=[2, 2], padding="same"),
    ]
    first = first_layer(photo)
    a = ref.relu(ref.conv(photo, *first, (1, 1), "same"))
    b = ref.max_pool(a, (2, 2))
    second = separable_layer(b, random)
    c = ref.relu(ref.separable(b, *second))
    third = strided_layer(c, random)
    d = ref.relu(ref.conv(c, *third, (2, 2), "same"))
    fourth = transposed_layer(d, random)
    e = ref.conv_transpose(d, *fourth, 2)
    maps = [("conv2d", a), ("max_pooling2d", b), ("separable_conv2d", c), ("conv2d_1", d), ("conv2d_transpose", e)]
    model = case_file.sequential("first_look", [None, None, 3], layers)
    return model, [*first, *second, *third, *fourth], maps
