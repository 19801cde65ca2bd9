# SPDX-FileCopyrightText: 2026 The ConvScope authors
# SPDX-License-Identifier: MIT
"""A focus series of one cell through 3-D convolutions."""
import numpy as np

import case_file
import reference as ref


def focus_series(picture, slices=24):
    """24 slices of 110 × 92 from a grey picture of 660 × 550 (0…255): means of 6 × 6 pixels (6 × 4 at the right
    edge), sharp in the middle of the series and blurred away from it; rounded to 8 bits, as a camera would."""
    rows, columns = picture.shape
    small = np.array([[picture[r:r + 6, c:c + 6].mean() for c in range(0, columns, 6)] for r in range(0, rows, 6)])
    result = []
    for s in range(slices):
        sigma = 0.45 * max(abs(s - (slices - 1) / 2) - 0.5, 0)
        at = np.arange(-16, 17)
        weights = np.exp(-at * at / (2 * sigma * sigma)) if sigma else (at == 0).astype(float)
        weights /= weights.sum()
        blurred = np.pad(small, 16, mode="edge")
        blurred = np.apply_along_axis(np.convolve, 0, blurred, weights, "same")
        blurred = np.apply_along_axis(np.convolve, 1, blurred, weights, "same")
        result.append(blurred[16:-16, 16:-16])
    return (np.round(np.array(result))[..., None] / 255).astype(np.float32)


def axis_kernel(axis, sign):
    """A derivative along one axis (0 slices, 1 rows, 2 columns), smoothed along the two others."""
    parts = [np.array([0.25, 0.5, 0.25])] * 3
    parts[axis] = sign * np.array([-1.0, 0.0, 1.0])
    return np.einsum("i,j,k->ijk", *parts)


def make(series):
    """Returns (model, weights, [(layer name, maps)]); series: (24, 110, 92, 1) of 0…1."""
    layers = [
        case_file.convolution("Conv3D", "conv3d", 8, [3, 3, 3], padding="same", activation="relu"),
        case_file.layer("MaxPooling3D", "max_pooling3d", pool_size=[2, 2, 2], padding="valid", strides=[2, 2, 2],
                        data_format="channels_last"),
        case_file.layer("UpSampling3D", "up_sampling3d", size=[2, 2, 2], data_format="channels_last"),
        case_file.layer("Cropping3D", "cropping3d", cropping=[[0, 0], [7, 7], [6, 6]], data_format="channels_last"),
    ]
    blur = np.einsum("i,j,k->ijk", *[np.array([0.25, 0.5, 0.25])] * 3)
    spot = -np.ones((3, 3, 3)) / 26
    spot[1, 1, 1] = 1
    rows, columns = axis_kernel(1, 1), axis_kernel(2, 1)
    filters = [(rows, 4), (columns, 4), (axis_kernel(0, 1), 3), (spot, 6), (-rows, 4), ((rows + columns) * 0.7, 4),
               (blur, 1), (-columns, 4)]
    kernel = np.stack([values * gain for values, gain in filters], axis=-1)[:, :, :, None, :].round(5)
    bias = np.full(8, -0.03)
    bias[6] = 0.0
    a = ref.relu(ref.conv(series, kernel, bias, (1, 1, 1), "same"))
    b = ref.max_pool(a, (2, 2, 2))
    c = ref.up_sample(b, (2, 2, 2))
    d = ref.crop(c, [(0, 0), (7, 7), (6, 6)])
    model = case_file.sequential("volume", [None, None, None, 1], layers)
    return model, [kernel, bias], [("conv3d", a), ("max_pooling3d", b), ("up_sampling3d", c), ("cropping3d", d)]
