# SPDX-FileCopyrightText: 2026 The ConvScope authors
# SPDX-License-Identifier: MIT
"""Whole networks with every layer's output kept: this program against TensorFlow, by turns.

By hand, in a Python with tensorflow and keras 3:

    python peer_tensorflow.py CONVSCOPE [--rounds N] [--threads N] [NAME …]

Each network has random stored weights (.keras), batch 1, its own input size. TensorFlow runs a compiled
function of Model(inputs, [every layer's output]). One line each: the least milliseconds of either, the
median ratio of the rounds (below 1: faster here), and how far that ratio spread.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "")
import numpy as np

NETWORKS = ["MobileNet", "MobileNetV2", "ResNet50", "DenseNet121", "InceptionV3", "Xception"]


def ours(program, model, picture, repeats, threads):
    command = [program, "run", model, "--input", picture, "--repeat", str(repeats), "--threads", str(threads),
               "--json"]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    if answer.returncode:
        sys.exit(answer.stderr or answer.stdout)
    return json.loads(answer.stdout)["total_ms"]


def least_of(function, repeats):
    function()
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        function()
        times.append(1e3 * (time.perf_counter() - start))
    return min(times)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("names", nargs="*", default=NETWORKS)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--repeats", type=int, default=10)
    options = parser.parse_intermixed_args()

    import tensorflow as tf
    tf.config.threading.set_intra_op_parallelism_threads(options.threads)
    tf.config.threading.set_inter_op_parallelism_threads(options.threads)
    import keras

    print("network        ours ms   TensorFlow ms   ratio (spread)")
    with tempfile.TemporaryDirectory() as folder:
        for name in options.names or NETWORKS:
            model = getattr(keras.applications, name)(weights=None)
            file = os.path.join(folder, name + ".keras")
            model.save(file)
            values = np.random.default_rng(7).uniform(-1, 1, (1,) + model.input_shape[1:]).astype("float32")
            picture = os.path.join(folder, "input.npy")
            np.save(picture, values)
            every = keras.Model(model.inputs, [layer.output for layer in model.layers[1:]])
            function = tf.function(lambda x, every=every: every(x, training=False))
            tensor = tf.constant(values)
            pairs = []
            for _ in range(options.rounds):
                here = ours(options.program, file, picture, options.repeats, options.threads)
                there = least_of(lambda: function(tensor), options.repeats)
                pairs.append((here, there))
            ratios = [here / there for here, there in pairs]
            print(f"{name:<14} {min(h for h, _ in pairs):7.1f}   {min(t for _, t in pairs):13.1f}   "
                  f"{statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})", flush=True)


if __name__ == "__main__":
    main()
