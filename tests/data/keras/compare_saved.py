#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The ConvScope authors
# SPDX-License-Identifier: MIT
"""Holds what ConvScope saves against real Keras 3: one case per layer class and operation, converted to .keras and
.h5, loaded with load_model and computed; by hand.

compare_saved.py CONVSCOPE [CLASS…]     needs keras, tensorflow and numpy
"""
import json
import os
import subprocess
import sys
import tempfile

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "")
import keras  # noqa: E402
import numpy as np  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
TRIES = 4  # TensorFlow cannot compute every case, e.g. channels_first


def classes_of(config):
    """Every class below a config that is a layer or an operation."""
    found = set()
    if isinstance(config, dict):
        name, module = config.get("class_name"), config.get("module", "keras.layers")
        if isinstance(name, str) and isinstance(config.get("config"), (dict, list)):
            if module.startswith("keras.src.ops"):
                found.add("ops." + name)
            elif module.endswith("layers") or "applications" in module:
                found.add(name)
            elif name == "TFOpLambda":
                found.add("TFOpLambda " + config["config"]["function"])
        for value in config.values():
            found |= classes_of(value)
    elif isinstance(config, list):
        for value in config:
            found |= classes_of(value)
    return found - {"InputLayer"}


def cases():
    for name in sorted(os.listdir(HERE)):
        if not name.endswith(".npz") or name == "errors.npz":
            continue
        with np.load(os.path.join(HERE, name)) as archive:
            keys = list(archive.keys())
            for key in keys:
                if not key.endswith("/case"):
                    continue
                prefix = key[:-len("case")]
                case = json.loads(str(archive[key]))
                if "error" in case or prefix + "output" not in keys:
                    continue
                yield name, prefix, case, archive, keys


def inputs_of(archive, prefix, keys):
    if prefix + "input" in keys:
        return [archive[prefix + "input"]]
    several = [key for key in keys if key.startswith(prefix + "input/")]
    return [archive[key] for key in sorted(several, key=lambda k: int(k.rsplit("/", 1)[1]))]


def difference(convscope, archive, prefix, keys, ending):
    """The largest difference in parts of the largest value, or why it could not be computed."""
    inputs = inputs_of(archive, prefix, keys)
    if not inputs:
        return "no stored input"
    with tempfile.TemporaryDirectory() as folder:
        one, saved = os.path.join(folder, "case.npz"), os.path.join(folder, "saved" + ending)
        np.savez(one, **{key: archive[key] for key in keys if key.startswith(prefix)})
        done = subprocess.run([convscope, "convert", one, saved], capture_output=True, text=True)
        if done.returncode != 0:
            return "convert: " + done.stderr.strip()[:160]
        try:
            model = keras.models.load_model(saved, compile=False)
            output = model(inputs[0] if len(inputs) == 1 else inputs, training=False)
        except Exception as error:  # whatever Keras says
            return type(error).__name__ + ": " + str(error).strip().replace("\n", " ")[:200]
    output = np.asarray(output[0] if isinstance(output, (list, tuple)) else output)
    expected = archive[prefix + "output"]
    if output.shape != expected.shape:
        return f"shape {output.shape} instead of {expected.shape}"
    if output.size == 0:
        return 0.0
    scale = max(float(np.nanmax(np.abs(np.where(np.isfinite(expected), expected, 0)))), 1e-30)
    return float(np.nanmax(np.abs(np.where(np.isfinite(expected), output - expected, 0)))) / scale


def main():
    convscope, wanted = sys.argv[1], set(sys.argv[2:])
    print("Keras", keras.__version__)
    best, tries = {}, {}
    for name, prefix, case, archive, keys in cases():
        classes = classes_of(case.get("model") or case.get("layer"))
        open_classes = [c for c in classes if not (isinstance(best.get(c), float) and best[c] < 1e-5)
                        and tries.get(c, 0) < TRIES and (not wanted or c in wanted)]
        if not open_classes or '"channels_first"' in json.dumps(case):
            continue
        results = [difference(convscope, archive, prefix, keys, ending) for ending in (".keras", ".h5")]
        worst = next((r for r in results if isinstance(r, str)), None) or max(results)
        for c in open_classes:
            tries[c] = tries.get(c, 0) + 1
            if c not in best or isinstance(best[c], str) or (isinstance(worst, float) and worst < best[c]):
                best[c] = worst
                if isinstance(worst, str):
                    best[c] = f"{worst} ({name}: {prefix[:-1]})"
    bad = {c: r for c, r in best.items() if isinstance(r, str) or not r < 1e-5}
    for c in sorted(bad):
        print(c, bad[c])
    fine = [r for c, r in best.items() if c not in bad]
    print(len(fine), "of", len(best), "within 1e-5 of the largest; the largest of them", max(fine, default=0))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
