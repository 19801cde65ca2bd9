# SPDX-FileCopyrightText: 2026 The ConvScope authors
# SPDX-License-Identifier: MIT
"""Sequential and functional models as Keras 3 writes them, and the .npz case file that holds one with its weights."""
import json

import numpy as np

DTYPE = {"module": "keras", "class_name": "DTypePolicy", "config": {"name": "float32"}, "registered_name": None}


def initializer(name, **config):
    return {"module": "keras.initializers", "class_name": name, "config": config, "registered_name": None}


def layer(class_name, name, **config):
    full = {"name": name, "trainable": True, "dtype": DTYPE, **config}
    return {"module": "keras.layers", "class_name": class_name, "config": full, "registered_name": None}


def convolution(class_name, name, filters, kernel_size, **config):
    """The arguments every convolution of Keras 3 serializes; `config` replaces the defaults."""
    ones = [1] * len(kernel_size)
    full = {"filters": filters, "kernel_size": kernel_size, "strides": ones, "padding": "valid",
            "data_format": "channels_last", "dilation_rate": ones}
    parts = ["kernel"]
    if class_name == "SeparableConv2D":
        full = {"depth_multiplier": 1, **full}
        parts = ["depthwise", "pointwise"]
    elif class_name == "Conv2DTranspose":
        full["output_padding"] = None
    else:
        full["groups"] = 1
    full.update({"activation": "linear", "use_bias": True})
    for part in parts:
        full[part + "_initializer"] = initializer("GlorotUniform", seed=None)
    full["bias_initializer"] = initializer("Zeros")
    for part in [*parts, "bias", "activity"]:
        full[part + "_regularizer"] = None
    for part in [*parts, "bias"]:
        full[part + "_constraint"] = None
    full.update(config)
    return layer(class_name, name, **full)


def sequential(name, input_shape, layers):
    """input_shape: without the batch; None for extents that any input may have."""
    first = {"module": "keras.layers", "class_name": "InputLayer", "registered_name": None,
             "config": {"batch_shape": [None, *input_shape], "dtype": "float32", "sparse": False, "ragged": False,
                        "name": "input_layer", "optional": False}}
    return {"module": "keras", "class_name": "Sequential", "registered_name": "Sequential",
            "config": {"name": name, "trainable": True, "dtype": DTYPE, "layers": [first, *layers]}}


def tensor(name, call, shape):
    return {"class_name": "__keras_tensor__",
            "config": {"shape": [None, *shape], "dtype": "float32", "keras_history": [name, call, 0]}}


def functional(name, inputs, layers, output):
    """inputs: {name: shape without the batch}; layers: (layer, calls), a call the list of what it reads, each a
    (layer name, call, shape without the batch); output: the name of the last layer."""
    entries = []
    for at, shape in inputs.items():
        config = {"batch_shape": [None, *shape], "dtype": "float32", "sparse": False, "ragged": False, "name": at,
                  "optional": False}
        entries.append({"module": "keras.layers", "class_name": "InputLayer", "config": config,
                        "registered_name": None, "name": at, "inbound_nodes": []})
    for entry, calls in layers:
        nodes = []
        for reads in calls:
            tensors = [tensor(*read) for read in reads]
            nodes.append({"args": tensors if len(tensors) == 1 else [tensors], "kwargs": {}})
        entries.append({**entry, "name": entry["config"]["name"], "inbound_nodes": nodes})
    return {"module": "keras.src.models.functional", "class_name": "Functional", "registered_name": "Functional",
            "config": {"name": name, "trainable": True, "layers": entries,
                       "input_layers": [[at, 0, 0] for at in inputs], "output_layers": [[output, 0, 0]]}}


def save(path, name, model, weights, **extra):
    """`extra`: input=array or a list of them, and the texts note, input_source (a bundled sample), input_title."""
    data = extra.pop("input", None)
    case = {"model": model, "producer": "ConvScope, by hand", "keras_version": "3.12.0", **extra}
    arrays = {name + "/case": np.array(json.dumps(case))}
    if isinstance(data, list):
        for i, one in enumerate(data):
            arrays[f"{name}/input/{i}"] = one.astype(np.float32)
    elif data is not None:
        arrays[name + "/input"] = data.astype(np.float32)
    for i, weight in enumerate(weights):
        arrays[f"{name}/weights/{i}"] = weight.astype(np.float32)
    np.savez_compressed(path, **arrays)
