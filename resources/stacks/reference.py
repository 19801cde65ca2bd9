# SPDX-FileCopyrightText: 2026 The ConvScope authors
# SPDX-License-Identifier: MIT
"""The layers of the bundled stacks in plain numpy, channels last, for tuning gains and for previews."""
import itertools

import numpy as np


def padded(x, kernel, strides, padding):
    """x of (spatial…, channels) with the zeros of Keras' padding word."""
    pads = []
    for extent, k, s in zip(x.shape, kernel, strides):
        total = 0
        if padding == "same":
            total = max((-(-extent // s) - 1) * s + k - extent, 0)
        pads.append((k - 1, 0) if padding == "causal" else (total // 2, total - total // 2))
    return np.pad(x, pads + [(0, 0)])


def taps(x, kernel, strides):
    """Yields (tap index, the values that tap reads for every output cell)."""
    outs = [(extent - k) // s + 1 for extent, k, s in zip(x.shape, kernel, strides)]
    for tap in itertools.product(*map(range, kernel)):
        yield tap, x[tuple(slice(t, t + (o - 1) * s + 1, s) for t, o, s in zip(tap, outs, strides))]


def conv(x, kernel, bias, strides, padding):
    x = padded(x, kernel.shape[:-2], strides, padding)
    return sum(part @ kernel[tap] for tap, part in taps(x, kernel.shape[:-2], strides)) + bias


def separable(x, depthwise, pointwise, bias):
    x = padded(x, depthwise.shape[:2], (1, 1), "same")
    middle = sum(part * depthwise[tap][:, 0] for tap, part in taps(x, depthwise.shape[:2], (1, 1)))
    return middle @ pointwise[0, 0] + bias


def conv_transpose(x, kernel, bias, stride):
    """padding same: every input cell adds its kernel to the output, which is then cut to stride × input."""
    rows, columns, _ = x.shape
    k = kernel.shape[0]
    full = np.zeros(((rows - 1) * stride + k, (columns - 1) * stride + k, kernel.shape[2]))
    for i, j in itertools.product(range(k), range(k)):
        full[i:i + (rows - 1) * stride + 1:stride, j:j + (columns - 1) * stride + 1:stride] += x @ kernel[i, j].T
    before = max(k - stride, 0) // 2
    return full[before:before + rows * stride, before:before + columns * stride] + bias


def max_pool(x, size):
    ranks = len(size)
    x = x[tuple(slice(0, extent // s * s) for extent, s in zip(x.shape, size))]
    shape = [n for extent, s in zip(x.shape, size) for n in (extent // s, s)] + [x.shape[-1]]
    return x.reshape(shape).max(axis=tuple(range(1, 2 * ranks, 2)))


def up_sample(x, size):
    for axis, s in enumerate(size):
        x = np.repeat(x, s, axis=axis)
    return x


def crop(x, amounts):
    return x[tuple(slice(a, extent - b) for (a, b), extent in zip(amounts, x.shape))]


def relu(x):
    return np.maximum(x, 0)
