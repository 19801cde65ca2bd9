# SPDX-FileCopyrightText: 2026 The ConvScope authors
# SPDX-License-Identifier: MIT
"""Hand-made kernels: derivatives and second derivatives of Gaussians, Gabor waves, colour differences."""
import numpy as np

LUMA = np.array([0.299, 0.587, 0.114])  # brightness of red, green, blue (Rec. 601)


def grid(size):
    at = np.arange(size) - (size - 1) / 2
    return np.meshgrid(at, at)  # columns, rows


def gaussian(size, sigma):
    x, y = grid(size)
    g = np.exp(-(x * x + y * y) / (2 * sigma * sigma))
    return g / g.sum()


def edge(size, sigma, degrees, along=None):
    """Answers to brightness growing in the direction `degrees` (0: to the right, 90: downwards); `along` stretches
    it across that direction, which makes it pickier about the angle."""
    x, y = grid(size)
    a = np.radians(degrees)
    u, v = x * np.cos(a) + y * np.sin(a), -x * np.sin(a) + y * np.cos(a)
    k = u * np.exp(-u * u / (2 * sigma ** 2) - v * v / (2 * (along or sigma) ** 2))
    return k / np.abs(k).sum()


def wave(size, sigma, length, degrees, phase=0.0):
    """A Gabor wave of `length` cells along `degrees`, without answer to plain brightness."""
    x, y = grid(size)
    a = np.radians(degrees)
    u = x * np.cos(a) + y * np.sin(a)
    window = np.exp(-(x * x + y * y) / (2 * sigma * sigma))
    k = window * np.cos(2 * np.pi * u / length + phase)
    k -= window * (k.sum() / window.sum())
    return k / np.abs(k).sum()


def blob(size, sigma):
    """Bright spots on dark: minus the Laplacian of a Gaussian."""
    x, y = grid(size)
    r = (x * x + y * y) / (2 * sigma * sigma)
    k = (1 - r) * np.exp(-r)
    k -= k.mean()
    return k / np.abs(k).sum()


def coloured(kernel, channels=LUMA):
    """(rows, columns, 3): one kernel weighted per channel."""
    return kernel[:, :, None] * np.asarray(channels)
