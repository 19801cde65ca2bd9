#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The ConvScope authors
# SPDX-License-Identifier: MIT
"""Holds whole models that ConvScope saves against real Keras 3, in every format: by hand.

compare_saved_models.py CONVSCOPE     needs keras, tensorflow and numpy

Keras saves a Sequential, a Functional with branches and a shared layer, one with a layer of a custom class, and models of other
dtype policies; ConvScope converts each; Keras loads that (.keras and .h5 whole, .json and .py with the weights of .weights.h5 or
.npz) and computes. Printed: the largest difference of the outputs in parts of the largest. What is the same model computes the
same: the goal is 1e-5.
"""
import json
import os
import runpy
import subprocess
import sys
import tempfile

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "")
import keras  # noqa: E402
import numpy as np  # noqa: E402
from keras import layers  # noqa: E402


@keras.saving.register_keras_serializable("mine")
class Blur(layers.Layer):
    """A class that ConvScope does not know, with weights."""

    def __init__(self, strength=0.5, **kwargs):
        super().__init__(**kwargs)
        self.strength = strength

    def build(self, shape):
        self.scale = self.add_weight(shape=(shape[-1],), initializer="random_normal", name="scale")

    def call(self, x):
        return x * self.scale * self.strength + keras.ops.roll(x, 1, axis=1)

    def get_config(self):
        return {**super().get_config(), "strength": self.strength}


def sequential():
    return keras.Sequential([
        keras.Input((16, 16, 3)), layers.Conv2D(6, 3, strides=2, padding="same", activation="relu"),
        layers.BatchNormalization(), layers.DepthwiseConv2D(3), layers.AveragePooling2D(2), layers.MaxPooling2D(2, padding="same"),
        layers.Flatten(), layers.Dropout(0.3), layers.Dense(5, activation="softmax")])


def branches():
    a, b = keras.Input((12, 12, 2), name="picture"), keras.Input((4,), name="facts")
    shared = layers.Conv2D(4, 3, padding="same", activation="gelu", name="shared")
    x = layers.Conv2D(2, 1)(a)
    y = layers.Add()([shared(a), shared(x)])
    z = layers.UpSampling2D(2, interpolation="bilinear")(layers.AveragePooling2D(2)(y))
    z = layers.Concatenate()([y, z]) * 2.0 + 1.0
    z = layers.GlobalAveragePooling2D()(z)
    z = layers.Concatenate()([z, layers.Dense(3)(b)])
    return keras.Model([a, b], [layers.Dense(2, name="one")(z), y], name="branches")


def unknown():
    i = keras.Input((8, 8, 2))
    x = layers.Conv2D(3, 3, name="before")(i)
    return keras.Model(i, layers.Conv2D(2, 3, name="after")(Blur(0.25, name="blur")(x)))


def of_policy(policy):
    def make():
        return keras.Sequential([
            keras.Input((8, 8, 2)), layers.Conv2D(4, 3, dtype=policy, name="other"), layers.LayerNormalization(name="usual"),
            layers.Dense(3, dtype=policy, name="last")])
    return make


def randomized(model, random):
    model.set_weights([random.uniform(0.1, 0.9, w.shape).astype(str(w.dtype)) if w.dtype != "bfloat16"
                       else w for w in model.get_weights()])
    return model


def load(folder, program, source, kind):
    """The model as Keras reads what the program writes of `source` in that kind."""
    path = os.path.join(folder, "out" + kind)
    convert = lambda to: subprocess.run([program, "convert", source, to], capture_output=True, text=True, check=True)
    convert(path)
    if kind in (".keras", ".h5"):
        return keras.models.load_model(path, compile=False)
    if kind == ".py":
        model = runpy.run_path(path)["model"]
        subprocess.run([sys.executable, "-c", "import sys; sys.path.insert(0, sys.argv[1])\nfrom compare_saved_models import Blur\n"
                        "import runpy; runpy.run_path(sys.argv[2], run_name='__main__')", os.path.dirname(os.path.abspath(__file__)),
                        path], capture_output=True, text=True, check=True)
    else:
        with open(os.path.join(folder, "out.json"), encoding="utf-8") if kind == ".json" else open(os.devnull) as file:
            text = file.read()
        if kind == ".npz":
            convert(os.path.join(folder, "out.json"))
            with open(os.path.join(folder, "out.json"), encoding="utf-8") as file:
                text = file.read()
        model = keras.models.model_from_json(text)
    if kind == ".npz":
        with np.load(path) as arrays:
            layers_of = json.loads(str(arrays["model/case"]))["weight_layers"]
            for layer in model.layers:
                own = [arrays[f"model/weights/{i}"] for i, name in enumerate(layers_of) if name == layer.name]
                if own:
                    layer.set_weights(own)
    else:
        weights = os.path.join(folder, "out.weights.h5")
        convert(weights)
        model.load_weights(weights)
    return model


def main():
    program = os.path.abspath(sys.argv[1])
    print("Keras", keras.__version__)
    worst = 0.0
    models = {"Sequential": sequential, "Functional": branches, "custom layer": unknown}
    models.update({policy: of_policy(policy) for policy in ("mixed_float16", "mixed_bfloat16", "float16", "float64")})
    for name, make in models.items():
        random = np.random.RandomState(3)
        model = randomized(make(), random)
        inputs = [random.uniform(-1, 1, [2] + list(i.shape[1:])).astype("float32") for i in model.inputs]
        run = lambda m: [np.asarray(y, "float64") for y in keras.tree.flatten(m(inputs if len(inputs) > 1 else inputs[0],
                                                                                training=False))]
        expected = run(model)
        with tempfile.TemporaryDirectory() as folder:
            source = os.path.join(folder, "source.keras")
            model.save(source)
            for kind in (".keras", ".h5", ".json", ".py", ".npz"):
                try:
                    got = run(load(folder, program, source, kind))
                    difference = max(float(np.abs(g - e).max() / np.abs(e).max()) for g, e in zip(got, expected))
                    said = f"{difference:.1e}"
                except subprocess.CalledProcessError as error:
                    difference, said = float("inf"), error.stderr.strip()[-300:]
                except Exception as error:  # whatever Keras says
                    difference, said = float("inf"), type(error).__name__ + ": " + str(error).strip().replace("\n", " ")[:300]
                worst = max(worst, difference)
                print(f"{name:16} {kind:8} {said}", flush=True)
    print(f"worst {worst:.1e}")
    sys.exit(0 if worst < 1e-5 else 1)


if __name__ == "__main__":
    main()
