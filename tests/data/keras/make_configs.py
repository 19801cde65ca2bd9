# SPDX-FileCopyrightText: 2026 The ConvScope authors
# SPDX-License-Identifier: MIT
"""Writes configs.json: what every layer class of this program looks like in the configs of the installed Keras 3 and tf_keras.

By hand, in a Python with keras (on any backend) and tf_keras:  python make_configs.py > configs.json
One object per class and version: {"keras_version", "layer"}. Only keys matter here, so arguments are the defaults.
"""
import json
import os
import sys

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import keras
import tf_keras

# Arguments without a default.
NEEDED = {
    "Activation": {"activation": "relu"},
    "ActivityRegularization": {"l1": 0.1},
    "AlphaDropout": {"rate": 0.2},
    "CenterCrop": {"height": 4, "width": 4},
    "Dense": {"units": 2},
    "Dropout": {"rate": 0.2},
    "GaussianDropout": {"rate": 0.2},
    "GaussianNoise": {"stddev": 0.2},
    "Permute": {"dims": [2, 1, 3]},
    "RepeatVector": {"n": 2},
    "Rescaling": {"scale": 0.5},
    "Reshape": {"target_shape": [-1]},
    "Resizing": {"height": 4, "width": 4},
    "SpatialDropout1D": {"rate": 0.2},
    "SpatialDropout2D": {"rate": 0.2},
    "SpatialDropout3D": {"rate": 0.2},
    "RandomBrightness": {"factor": 0.2},
    "RandomColorDegeneration": {"factor": 0.2},
    "RandomContrast": {"factor": 0.2},
    "RandomHeight": {"factor": 0.2},
    "RandomHue": {"factor": 0.2},
    "RandomPosterization": {"factor": 4},
    "RandomRotation": {"factor": 0.2},
    "RandomSaturation": {"factor": 0.2},
    "RandomSharpness": {"factor": 0.2},
    "RandomTranslation": {"height_factor": 0.2, "width_factor": 0.2},
    "RandomWidth": {"factor": 0.2},
    "RandomZoom": {"height_factor": 0.2},
}
CLASSES = [f"{f}{n}D{t}" for n in (1, 2, 3) for f, t in [("Conv", ""), ("Conv", "Transpose"), ("Cropping", ""), ("ZeroPadding", ""), ("UpSampling", ""), ("MaxPooling", ""), ("AveragePooling", ""), ("GlobalMaxPooling", ""), ("GlobalAveragePooling", ""), ("SpatialDropout", ""), ("SeparableConv", ""), ("DepthwiseConv", "")]]
CLASSES += """Activation ReLU LeakyReLU PReLU ELU Softmax ThresholdedReLU BatchNormalization LayerNormalization GroupNormalization
UnitNormalization RMSNormalization Normalization Rescaling Resizing CenterCrop Identity Flatten Reshape Permute RepeatVector Add Subtract
Multiply Average Maximum Minimum Concatenate Dropout GaussianNoise GaussianDropout AlphaDropout Dense ActivityRegularization
RandomFlip RandomRotation RandomTranslation RandomZoom RandomContrast RandomBrightness RandomHeight RandomWidth RandomShear
RandomHue RandomSaturation RandomSharpness RandomPosterization RandomColorDegeneration RandomColorJitter RandomErasing RandomGaussianBlur
RandomGrayscale RandomInvert RandomPerspective RandomElasticTransform""".split()


def arguments(name):
    if name in NEEDED:
        return NEEDED[name]
    if "UpSampling" in name or "Pooling" in name or "Cropping" in name or "ZeroPadding" in name:
        return {"pool_size": 2} if name.startswith("AveragePooling") else {}
    if "DepthwiseConv" in name:
        return {"kernel_size": 3}
    if "Conv" in name:
        return {"filters": 4, "kernel_size": 3}
    return {}


found = []
for module, version in ((keras, keras.__version__), (tf_keras, tf_keras.__version__)):
    for name in CLASSES:
        cls = getattr(module.layers, name, None)
        if cls is None:
            continue
        try:
            layer = cls(**arguments(name))
            # Keras 2 writes what to_json() writes: plain, without modules.
            text = json.loads(json.dumps(keras.saving.serialize_keras_object(layer) if module is keras else {"class_name": name, "config": layer.get_config()}, default=lambda number: number.item()))
        except Exception as error:
            print(version, name, error, file=sys.stderr)
            continue
        found.append({"keras_version": version, "layer": text})
# tf_keras 2.21 is the code of Keras 2.15 under another version number; its files say 2.*.
print("[\n" + ",\n".join(json.dumps(entry) for entry in found) + "\n]")
