# SPDX-FileCopyrightText: 2026 The ConvScope authors
# SPDX-License-Identifier: MIT
"""One row of the photo as a sequence of colours through causal and strided 1-D convolutions."""
import numpy as np

import case_file
import kernels as k
import reference as ref


def line(size, sigma, order):
    """A Gaussian (0), its derivative (1) or second derivative (2) along a line, of absolute sum 1."""
    x = np.arange(size) - (size - 1) / 2
    g = np.exp(-x * x / (2 * sigma * sigma))
    values = (g, -x * g, (1 - x * x / (sigma * sigma)) * g)[order]
    if order == 2:
        values = values - values.mean()
    return values / np.abs(values).sum()


def make(row):
    """Returns (model, weights, [(layer name, maps)]); row: (451, 3) of 0…1."""
    layers = [
        case_file.convolution("Conv1D", "conv1d", 8, [9], padding="causal"),
        case_file.layer("Cropping1D", "cropping1d", cropping=[8, 0]),
        case_file.convolution("Conv1D", "conv1d_1", 4, [5], strides=[2], padding="same"),
        case_file.layer("UpSampling1D", "up_sampling1d", size=2),
    ]
    warm = np.array([0.6, -0.2, -0.4])
    first = [(line(9, 0.8, 2), k.LUMA, 1.2), (line(9, 0.8, 1), k.LUMA, 1.2), (line(9, 2.4, 2), k.LUMA, 1.6),
             (line(9, 1.2, 2), k.LUMA, 1.4), (line(9, 0.55, 2), k.LUMA, 1.0), (line(9, 1.5, 1), k.LUMA, 1.2),
             (line(9, 2.2, 1), k.LUMA, 1.2), (line(9, 1.8, 1), warm, 2.4)]
    kernel = np.stack([gain * shape[:, None] * colour for shape, colour, gain in first], axis=-1).round(5)
    bias = np.zeros(8)
    bias[6] = -0.0125
    second = np.zeros((5, 8, 4))
    second[:, 6, 0] = line(5, 1.0, 0)
    second[:, 5, 0] = line(5, 0.9, 1)
    second[:, 0, 1] = line(5, 0.8, 0)
    second[:, 4, 1] = 0.8 * line(5, 0.8, 2)
    second[:, 2, 2] = line(5, 1.2, 0)
    second[:, 3, 2] = -line(5, 1.0, 0)
    second[:, 7, 3] = line(5, 1.2, 0)
    second[:, 1, 3] = -0.5 * line(5, 1.2, 0)
    second, second_bias = second.round(5), np.zeros(4)
    a = ref.conv(row, kernel, bias, (1,), "causal")
    b = ref.crop(a, [(8, 0)])
    c = ref.conv(b, second, second_bias, (2,), "same")
    d = ref.up_sample(c, (2,))
    model = case_file.sequential("sequence", [None, 3], layers)
    maps = [("conv1d", a), ("cropping1d", b), ("conv1d_1", c), ("up_sampling1d", d)]
    return model, [kernel, bias, second, second_bias], maps
