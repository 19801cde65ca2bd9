# SPDX-FileCopyrightText: 2026 The ConvScope authors
# SPDX-License-Identifier: MIT
"""Grids of maps as PNG files, to look at while tuning gains."""
import os

import numpy as np

import png_file

MAGMA = np.array([[0, 0, 4], [28, 16, 68], [79, 18, 123], [129, 37, 129], [181, 54, 122], [229, 80, 100],
                  [251, 135, 97], [254, 194, 135], [252, 253, 191]], float)
VIK = np.array([[0, 18, 97], [3, 67, 122], [41, 122, 161], [140, 184, 206], [236, 229, 224], [217, 166, 136],
                [192, 110, 66], [137, 40, 10], [89, 0, 8]], float)


def coloured(values, table):
    at = np.clip(values, 0, 1) * (len(table) - 1)
    low = np.minimum(at.astype(int), len(table) - 2)
    return table[low] + (table[low + 1] - table[low]) * (at - low)[..., None]


def grid(maps, across=4):
    """maps: (rows, columns, channels); one range for all, 99.6 % of the values, symmetric if they have both signs."""
    both = maps.min() < 0
    reach = np.quantile(np.abs(maps), 0.996) or 1
    rows, columns, count = maps.shape
    down = -(-count // across)
    out = np.full((down * (rows + 4), across * (columns + 4), 3), 96, np.uint8)
    for i in range(count):
        shown = maps[:, :, i] / reach
        picture = coloured(shown / 2 + 0.5, VIK) if both else coloured(shown, MAGMA)
        top, left = i // across * (rows + 4), i % across * (columns + 4)
        out[top:top + rows, left:left + columns] = picture.astype(np.uint8)
    return out


def write(folder, name, maps, across=4):
    os.makedirs(folder, exist_ok=True)
    png_file.write(os.path.join(folder, name + ".png"), grid(maps, across))
    print(f"{name}: {maps.shape}, {maps.min():.3f} to {maps.max():.3f}, "
          f"99.6 % within {np.quantile(np.abs(maps), 0.996):.3f}, "
          f"dead: {[i for i in range(maps.shape[-1]) if not maps[..., i].any()]}")
