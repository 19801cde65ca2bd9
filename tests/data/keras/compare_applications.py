# SPDX-FileCopyrightText: 2026 The ConvScope authors
# SPDX-License-Identifier: MIT
"""Holds this program against the networks of keras.applications.

By hand, in a Python with tensorflow, keras 3 and tf_keras:

    python compare_applications.py CONVSCOPE [--module keras|tf_keras] [--size N] [--ending .keras|.h5] [NAME …]

Makes each network with random weights and random batch statistics, lets Keras save it (a case of README.md beside this file
names the model file), runs CONVSCOPE on it and prints the largest error of the output before the last softmax divided by its
largest value, and the milliseconds of one run here. The goal is 1e-3: float32 through hundreds of layers. --size: rows and
columns in place of the network's own. Some minutes for all.
"""
import argparse
import gc
import json
import os
import subprocess
import sys
import tempfile

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "")
import numpy as np


def networks(module):
    found = {}
    for name in dir(module.applications):
        function = getattr(module.applications, name)
        if callable(function) and name[0].isupper():
            found[name] = function
    return found


def randomize(model, random):
    """Kernels stay as they were drawn, so that values neither vanish nor explode; the rest is random."""
    values = []
    for variable, value in zip(model.weights, model.get_weights()):
        path = getattr(variable, "path", variable.name)
        if "variance" in path:
            value = random.uniform(0.5, 1.5, value.shape)
        elif "mean" in path or "beta" in path or "bias" in path:
            value = random.normal(0, 0.1, value.shape)
        elif "gamma" in path and "layer_scale" not in path:
            # Larger ones make networks whose outputs double what one rounding of the input changes in every block.
            value = random.uniform(0.4, 0.8, value.shape)
        elif "gamma" in path:
            value = random.uniform(0.1, 0.5, value.shape)
        values.append(np.asarray(value, "float32"))
    model.set_weights(values)
    for layer in model.layers:
        if hasattr(layer, "finalize_state"):
            layer.finalize_state()


def build(module, function, size):
    arguments = {"weights": None}
    if size:
        arguments["input_shape"] = (size, size, 3)
    try:
        return function(classifier_activation=None, **arguments)
    except (TypeError, ValueError):
        return function(**arguments)


def compare(program, module, name, function, options, folder):
    random = np.random.RandomState(sum(name.encode()))
    module.backend.clear_session()
    gc.collect()
    module.utils.set_random_seed(5)
    model = build(module, function, options.size)
    randomize(model, random)
    shape = [1] + [n or 224 for n in model.input_shape[1:]]
    picture = random.uniform(0, 255, shape).astype("float32")
    if not any(layer.__class__.__name__ in ("Rescaling", "Normalization") for layer in model.layers[:4]):
        picture = picture / 127.5 - 1
    output = np.array(model(picture, training=False))
    saved = os.path.join(folder, name + options.ending)
    model.save(saved)
    case = {"file": name + options.ending, "keras_version": module.__version__}
    path = os.path.join(folder, name + ".npz")
    np.savez(path, **{"m/case": np.array(json.dumps(case)), "m/input": picture, "m/output": output})
    layers = len(model.layers)
    del model
    gc.collect()
    run = subprocess.run([program, "test", path, "--json"], capture_output=True, text=True)
    os.remove(path)
    os.remove(saved)
    try:
        result = json.loads(run.stdout)["cases"][0]
        return layers, shape[1], result["max_error"] / np.abs(output).max(), f"{result['ms']:8.0f} ms"
    except (ValueError, KeyError, IndexError, TypeError):
        return layers, shape[1], None, (run.stderr or run.stdout).strip()[-200:]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--module", default="keras", choices=["keras", "tf_keras"])
    parser.add_argument("--size", type=int)
    parser.add_argument("--ending", default=".keras", choices=[".keras", ".h5"])
    parser.add_argument("names", nargs="*", default=[])
    options = parser.parse_intermixed_args()
    if options.module == "keras":
        import keras as module
    else:
        import tf_keras as module
    found = networks(module)
    print(f"{options.module} {module.__version__}: {len(found)} networks")
    worst = 0
    with tempfile.TemporaryDirectory() as folder:
        for name in options.names or sorted(found):
            layers, size, error, said = compare(options.program, module, name, found[name], options, folder)
            worst = max(worst, error if error is not None else float("inf"))
            told = f"{error:.1e}" if error is not None else "refused"
            print(f"{name:24} {layers:5} layers  {size:4}  {told}  {said}", flush=True)
    print(f"worst {worst:.1e}")
    sys.exit(1 if worst > 1e-3 else 0)


main()
