#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The ConvScope authors
# SPDX-License-Identifier: MIT
"""Makes prepared.npz: a picture of 8 bits, and what real Keras makes of it.

PICTURE: resized, cropped and padded (Resizing, with crop_to_aspect_ratio and pad_to_aspect_ratio), and in the ranges of keras.applications (preprocess_input). Needs keras and
tensorflow.
"""
import sys

import numpy as np
import keras
from keras.applications import imagenet_utils

rng = np.random.default_rng(5)
picture = rng.integers(0, 256, (1, 10, 12, 3)).astype(np.float32)
arrays = {'picture': picture}
for rows, columns in ((8, 8), (5, 6), (15, 9), (20, 24), (1, 1), (10, 7)):
    resized = keras.layers.Resizing(rows, columns)(picture)
    arrays[f'resized to {rows} x {columns}'] = np.asarray(resized)
for rows, columns in ((8, 8), (7, 5), (10, 11), (1, 1), (5, 6), (20, 7), (16, 30)):
    cropped = keras.layers.Resizing(rows, columns, crop_to_aspect_ratio=True)(picture)
    arrays[f'cropped to {rows} x {columns}'] = np.asarray(cropped)
    padded = keras.layers.Resizing(rows, columns, pad_to_aspect_ratio=True)(picture)
    arrays[f'padded to {rows} x {columns}'] = np.asarray(padded)
for mode, word in (('caffe', 'caffe'), ('tf', '-1..1'), ('torch', 'torch')):
    arrays[f'in the range {word}'] = imagenet_utils.preprocess_input(picture.copy(), mode=mode)
arrays['in the range 0..1'] = np.asarray(keras.layers.Rescaling(1 / 255)(picture))
arrays['in the range 0..255'] = picture
resized = np.asarray(keras.layers.Resizing(8, 8)(picture))
arrays['resized, then in the range torch'] = imagenet_utils.preprocess_input(resized.copy(), mode='torch')
np.savez_compressed(sys.argv[1] if len(sys.argv) > 1 else 'prepared.npz',
                    **{name: value.astype(np.float32) for name, value in arrays.items()})
