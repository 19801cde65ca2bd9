# SPDX-FileCopyrightText: 2026 The ConvScope authors
# SPDX-License-Identifier: MIT
"""Makes augmentation.npz in this folder: layers that change pictures during training only and hand them on otherwise,
and the classes of Keras 2 and the operations that no other file has.

By hand, in a Python with tensorflow, keras 3 and tf_keras:  python make_augmentation_cases.py
"""
import json
import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "")
import keras
import numpy as np
import tensorflow as tf
import tf_keras
from keras import layers, ops

HERE = os.path.dirname(os.path.abspath(__file__))
random = np.random.RandomState(11)
members = {}


def case(name, entry, x, y):
    members[f"augmentation/{name}/case"] = np.array(json.dumps(entry))
    members[f"augmentation/{name}/input"] = np.asarray(x, "float32")
    members[f"augmentation/{name}/output"] = np.asarray(y, "float32")


def producer(module):
    return {"keras_version": module.__version__, "producer": f"{module.__name__} {module.__version__} on tensorflow {tf.__version__}"}


picture = random.uniform(0, 1, (2, 6, 7, 3)).astype("float32")
for layer in (
    layers.RandomPerspective(0.5),
    layers.RandomElasticTransform(0.5),
    layers.RandomHue(0.2, value_range=(0, 1)),
    layers.RandomSaturation(0.2, value_range=(0, 1)),
    layers.RandomPosterization(4, value_range=(0, 1)),
    layers.RandomColorDegeneration(0.4, value_range=(0, 1)),
    layers.RandomColorJitter(value_range=(0, 1), brightness_factor=0.2),
    layers.RandomGrayscale(0.5),
    layers.RandomInvert(0.5, value_range=(0, 1)),
    layers.RandomErasing(0.5, value_range=(0, 1)),
    layers.RandomGaussianBlur(0.5, value_range=(0, 1)),
):
    entry = {"layer": keras.saving.serialize_keras_object(layer), **producer(keras)}
    case(layer.__class__.__name__, entry, picture, layer(picture, training=False))

y = random.uniform(-2, 2, (2, 4, 5)).astype("float32")
for name, function in (("cast", lambda x: ops.cast(x, "float32")), ("absolute", ops.absolute), ("square", ops.square)):
    x = keras.Input((4, 5))
    model = keras.Model(x, function(x))
    case(f"ops_{name}", {"model": json.loads(model.to_json()), **producer(keras)}, y, model(y))

for layer in (tf_keras.layers.ThresholdedReLU(0.75), tf_keras.layers.RandomWidth(0.2)):
    model = tf_keras.Sequential([tf_keras.Input((6, 7, 3)), layer])
    case(layer.__class__.__name__, {"model": json.loads(model.to_json()), **producer(tf_keras)}, picture, model(picture, training=False))

np.savez_compressed(os.path.join(HERE, "augmentation.npz"), **members)
print(sum(key.endswith("/case") for key in members), "cases")
