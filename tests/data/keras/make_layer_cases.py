# SPDX-FileCopyrightText: 2026 The ConvScope authors
# SPDX-License-Identifier: MIT
"""Makes normalization.npz, preprocessing.npz, operations.npz, operations_keras2.npz and wrapped.npz in this folder.

By hand, in a Python with tensorflow, keras 3 and tf_keras:  python make_layer_cases.py
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
random = np.random.RandomState(7)


def values(*shape):
    return random.uniform(-2, 2, shape).astype("float32")


class Suite:
    def __init__(self, name):
        self.name = name
        self.members = {}

    def case(self, name, entry, inputs, weights, outputs):
        key = f"{self.name}/{name}"
        assert f"{key}/case" not in self.members, key
        self.members[f"{key}/case"] = np.array(json.dumps(entry))
        for word, arrays in (("input", inputs), ("weights", weights), ("output", outputs)):
            for i, array in enumerate(arrays):
                single = len(arrays) == 1 and word != "weights"
                self.members[f"{key}/{word}" if single else f"{key}/{word}/{i}"] = np.asarray(array, "float32")

    def layer(self, name, layer, *inputs, **more):
        """One layer of Keras 3, with random weights where it has any."""
        x = inputs[0] if len(inputs) == 1 else list(inputs)
        layer(x)
        if layer.weights:
            layer.set_weights([np.abs(values(*w.shape)) + 0.25 if "variance" in w.path else values(*w.shape) for w in layer.weights])
            if hasattr(layer, "finalize_state"):
                layer.finalize_state()
        entry = {"layer": keras.saving.serialize_keras_object(layer), "keras_version": keras.__version__, "producer": f"keras {keras.__version__} on tensorflow {tf.__version__}", **more}
        self.case(name, entry, inputs, layer.get_weights(), [layer(x)])

    def model(self, name, model, *inputs, module=keras, **more):
        x = inputs[0] if len(inputs) == 1 else list(inputs)
        outputs = model(x, training=False)
        outputs = outputs if isinstance(outputs, (list, tuple)) else [outputs]
        entry = {"model": json.loads(model.to_json()), "keras_version": module.__version__, "producer": f"{module.__name__} {module.__version__} on tensorflow {tf.__version__}", **more}
        self.case(name, entry, inputs, model.get_weights(), outputs)

    def write(self):
        np.savez_compressed(os.path.join(HERE, self.name + ".npz"), **self.members)
        print(self.name, sum(key.endswith("/case") for key in self.members))


s = Suite("normalization")
x = values(2, 5, 6, 8)
for name, arguments in {
    "layer": {},
    "layer_without_gamma": {"scale": False},
    "layer_without_beta": {"center": False},
    "layer_over_three_axes": {"axis": [1, 2, 3]},
    "layer_over_rows": {"axis": 1},
    "layer_over_apart_axes": {"axis": [1, 3]},
    "layer_epsilon": {"epsilon": 1e-6},
}.items():
    s.layer(name, layers.LayerNormalization(**arguments), x)
s.layer("layer_of_vectors", layers.LayerNormalization(), values(3, 10))
s.layer("layer_of_steps", layers.LayerNormalization(), values(2, 7, 5))
for name, arguments in {
    "group_4": {"groups": 4},
    "group_1": {"groups": 1},
    "group_per_channel": {"groups": -1},
    "group_bare": {"groups": 2, "center": False, "scale": False},
    "group_channels_first": {"groups": 5, "axis": 1},
}.items():
    s.layer(name, layers.GroupNormalization(**arguments), x)
s.layer("group_of_volumes", layers.GroupNormalization(3), values(2, 3, 4, 3, 6))
s.layer("unit", layers.UnitNormalization(), x)
s.layer("unit_over_rows_and_columns", layers.UnitNormalization(axis=[1, 2]), x)
s.layer("rms", layers.RMSNormalization(), x)
s.layer("rms_epsilon", layers.RMSNormalization(epsilon=0.1), x)
s.layer("known_numbers", layers.Normalization(mean=[float(i) for i in range(8)], variance=[float(i + 1) for i in range(8)]), x)
s.layer("known_number", layers.Normalization(axis=None, mean=0.5, variance=2.0), x)
s.layer("known_numbers_back", layers.Normalization(mean=[float(i) for i in range(8)], variance=[float(i + 1) for i in range(8)], invert=True), x)
s.layer("learned_numbers", layers.Normalization(), x)
s.layer("learned_numbers_of_two_axes", layers.Normalization(axis=[2, 3]), x)
s.layer("learned_number", layers.Normalization(axis=None), x)
s.layer("identity", layers.Identity(), x)
s.layer("rescaling_per_channel", layers.Rescaling([0.1 * i for i in range(8)], offset=[float(i) for i in range(8)]), x)
s.layer("rescaling_offset_per_channel", layers.Rescaling(2.0, offset=[float(i) for i in range(8)]), x)
from keras.src.applications.convnext import LayerScale, StochasticDepth
from keras.src.applications.inception_resnet_v2 import CustomScaleLayer

s.layer("layer_scale", LayerScale(1e-6, 8), x)
s.layer("stochastic_depth", StochasticDepth(0.3), x)
s.layer("custom_scale", CustomScaleLayer(0.17), x, values(2, 5, 6, 8))
s.write()

s = Suite("preprocessing")
x = values(2, 7, 10, 3)
first = np.transpose(x, (0, 3, 1, 2)).copy()
for size in ((14, 5), (3, 4), (7, 10), (9, 23)):
    for how in ("nearest", "bilinear"):
        s.layer(f"resizing_{how}_{size[0]}x{size[1]}", layers.Resizing(*size, interpolation=how), x)
# TensorFlow looks the weights of bicubic up in a table of 1024 entries.
s.layer("resizing_bicubic", layers.Resizing(11, 17, interpolation="bicubic"), x, rtol=2e-3)
s.layer("resizing_lanczos3", layers.Resizing(11, 17, interpolation="lanczos3"), x)
s.layer("resizing_lanczos5", layers.Resizing(11, 17, interpolation="lanczos5"), x)
s.layer("resizing_antialias", layers.Resizing(3, 4, antialias=True), x)
s.layer("resizing_cropped", layers.Resizing(4, 4, crop_to_aspect_ratio=True), x)
s.layer("resizing_cropped_rows", layers.Resizing(3, 12, crop_to_aspect_ratio=True), x)
s.layer("resizing_padded", layers.Resizing(5, 5, pad_to_aspect_ratio=True, fill_value=0.5), x)
s.layer("resizing_channels_first", layers.Resizing(5, 6, data_format="channels_first"), first)
s.layer("crop", layers.CenterCrop(4, 5), x)
s.layer("crop_odd", layers.CenterCrop(4, 7), x)
s.layer("crop_of_less_than_wanted", layers.CenterCrop(9, 6), x)
s.layer("crop_channels_first", layers.CenterCrop(3, 3, data_format="channels_first"), first)
for layer in (
    layers.RandomFlip("horizontal"),
    layers.RandomRotation(0.2),
    layers.RandomTranslation(0.1, (-0.2, 0.3)),
    layers.RandomZoom(0.2),
    layers.RandomContrast(0.2),
    layers.RandomBrightness(0.2),
    layers.RandomShear(0.1, 0.2),
    layers.RandomSharpness(0.5),
):
    entry = {"layer": keras.saving.serialize_keras_object(layer), "keras_version": keras.__version__, "producer": f"keras {keras.__version__} on tensorflow {tf.__version__}"}
    s.case(layer.name, entry, [x], [], [layer(x, training=False)])
s.write()

s = Suite("operations")
x = values(2, 6, 5, 4)
row = np.array([1, 2, 3, 4], "float32")


def operation(name, function, *inputs):
    arrays = inputs or (x,)
    tensors = [keras.Input(a.shape[1:]) for a in arrays]
    s.model(name, keras.Model(tensors, function(*tensors)), *arrays)


for name, function in {
    "add_number": lambda t: t + 1.0,
    "number_minus": lambda t: 2.0 - t,
    "multiply_number": lambda t: 3 * t,
    "divide_by_numbers": lambda t: t / row,
    "numbers_divided": lambda t: ops.divide(row, t),
    "power": lambda t: ops.absolute(t) ** 1.5,
    "maximum_number": lambda t: ops.maximum(t, 0.25),
    "minimum_number": lambda t: ops.minimum(t, 0.25),
    "mean": lambda t: ops.mean(t, axis=[1, 2]),
    "mean_kept": lambda t: ops.mean(t, axis=-1, keepdims=True),
    "mean_apart": lambda t: ops.mean(t, axis=[1, 3]),
    "sum": lambda t: ops.sum(t, axis=2),
    "max": lambda t: ops.max(t, axis=1),
    "min": lambda t: ops.min(t, axis=[1, 2, 3]),
    "variance": lambda t: ops.var(t, axis=[1, 2], keepdims=True),
    "deviation": lambda t: ops.std(t, axis=3),
    "normalize": lambda t: ops.normalize(t, axis=-1),
    "relu": lambda t: ops.relu(t),
    "relu6": lambda t: ops.relu6(t * 5.0),
    "sigmoid": lambda t: ops.sigmoid(t),
    "hard_sigmoid": lambda t: ops.hard_sigmoid(t),
    "hard_swish": lambda t: ops.hard_swish(t),
    "silu": lambda t: ops.silu(t),
    "tanh": lambda t: ops.tanh(t),
    "gelu": lambda t: ops.gelu(t, approximate=False),
    "gelu_approximate": lambda t: ops.gelu(t),
    "leaky_relu": lambda t: ops.leaky_relu(t, 0.1),
    "elu": lambda t: ops.elu(t, 0.5),
    "celu": lambda t: ops.celu(t, 0.5),
    "selu": lambda t: ops.selu(t),
    "softplus": lambda t: ops.softplus(t),
    "softsign": lambda t: ops.softsign(t),
    "log_sigmoid": lambda t: ops.log_sigmoid(t),
    "hard_tanh": lambda t: ops.hard_tanh(t),
    "softmax": lambda t: ops.softmax(t, axis=1),
    "log_softmax": lambda t: ops.log_softmax(t),
    "exp": lambda t: ops.exp(t),
    "log": lambda t: ops.log(ops.absolute(t)),
    "square_root": lambda t: ops.sqrt(ops.square(t)),
    "rsqrt": lambda t: ops.rsqrt(ops.absolute(t) + 0.1),
    "reciprocal": lambda t: ops.reciprocal(ops.absolute(t) + 0.1),
    "negative": lambda t: -t,
    "floor": lambda t: ops.floor(t),
    "ceil": lambda t: ops.ceil(t),
    "round": lambda t: ops.round(t * 3.0),
    "clip": lambda t: ops.clip(t, -0.5, 1),
    "stop_gradient": lambda t: ops.stop_gradient(t),
    "part": lambda t: t[:, 1:4, ::2],
    "last_channel": lambda t: t[..., -1],
    "new_axis": lambda t: t[:, None],
    "backwards": lambda t: t[:, ::-1, 4:0:-2],
    "flip": lambda t: ops.flip(t, axis=[1, 2]),
    "repeat": lambda t: ops.repeat(t, 3, axis=2),
    "reshape": lambda t: ops.reshape(t, (-1, 15, 8)),
    "transpose": lambda t: ops.transpose(t, (0, 3, 1, 2)),
    "swapaxes": lambda t: ops.swapaxes(t, 1, 2),
    "squeeze": lambda t: ops.squeeze(t[:, 2:3], 1),
    "expand_dims": lambda t: ops.expand_dims(t, -1),
    "concatenate_with_itself": lambda t: ops.concatenate([t, t * 2.0], axis=1),
    "stack": lambda t: ops.stack([t, -t, t], axis=2),
    "resize": lambda t: ops.image.resize(t, (9, 4)),
}.items():
    operation(name, function)
y = values(2, 6, 5, 4)
operation("add", lambda a, b: a + b, x, y)
operation("subtract_stretched", lambda a, b: a - b, x, values(2, 1, 1, 4))
operation("multiply", lambda a, b: a * b, x, y)
operation("divide", lambda a, b: a / b, x, y)
operation("maximum", lambda a, b: ops.maximum(a, b), x, y)
operation("concatenate", lambda a, b: ops.concatenate([a, b], axis=-1), x, y)


def activated(activation):
    inputs = keras.Input((6, 5, 4))
    model = keras.Model(inputs, layers.Conv2D(3, 3, activation=activation)(inputs))
    model.set_weights([values(*w.shape) for w in model.get_weights()])
    return model


for name, activation in {
    "leaky_relu_as_activation": layers.LeakyReLU(0.1),
    "relu_as_activation": layers.ReLU(max_value=1.5, negative_slope=0.2, threshold=0.1),
    "elu_as_activation": layers.ELU(alpha=0.5),
    "softmax_as_activation": layers.Softmax(axis=1),
}.items():
    s.model(name, activated(activation), x)
s.write()

s = Suite("operations_keras2")


def tensorflow(name, function, *inputs):
    arrays = inputs or (x,)
    tensors = [tf_keras.Input(a.shape[1:]) for a in arrays]
    s.model(name, tf_keras.Model(tensors, function(*tensors)), *arrays, module=tf_keras)


for name, function in {
    "add_number": lambda t: t + 1.0,
    "number_minus": lambda t: 2 - t,
    "divide_by_numbers": lambda t: t / row,
    "power": lambda t: tf.abs(t) ** 2,
    "negative": lambda t: -t,
    "mean": lambda t: tf.reduce_mean(t, axis=[1, 2]),
    "mean_kept": lambda t: tf.reduce_mean(t, axis=-1, keepdims=True),
    "max": lambda t: tf.reduce_max(t, axis=1),
    "relu6": lambda t: tf.nn.relu6(t * 5),
    "swish": lambda t: tf.nn.swish(t),
    "softmax": lambda t: tf.nn.softmax(t),
    "leaky_relu": lambda t: tf.nn.leaky_relu(t, 0.1),
    "gelu": lambda t: tf.nn.gelu(t),
    "part": lambda t: t[:, 1:4, ::2],
    "last_channel": lambda t: t[..., -1],
    "new_axis": lambda t: t[:, None],
    "reshape": lambda t: tf.reshape(t, (-1, 15, 8)),
    "transpose": lambda t: tf.transpose(t, (0, 3, 1, 2)),
    "concatenate": lambda t: tf.concat([t, t * 2.0], axis=-1),
    "stack": lambda t: tf.stack([t, t], axis=1),
    "squeeze": lambda t: tf.squeeze(t[:, 0:1], 1),
    "expand_dims": lambda t: tf.expand_dims(t, 1),
    "clip": lambda t: tf.clip_by_value(t, -0.5, 1),
    "resize": lambda t: tf.image.resize(t, (9, 4)),
    "resize_nearest": lambda t: tf.image.resize(t, (9, 4), method="nearest"),
    "l2_normalize": lambda t: tf.nn.l2_normalize(t, -1),
    "reverse": lambda t: tf.reverse(t, [1]),
    "repeat": lambda t: tf.repeat(t, 2, axis=1),
    "add_n": lambda t: tf.add_n([t, t]),
    "hard_sigmoid": lambda t: tf_keras.activations.hard_sigmoid(t),
}.items():
    tensorflow(name, function)
tensorflow("add", lambda a, b: a + b, x, y)


def activated2(activation):
    inputs = tf_keras.Input((6, 5, 4))
    model = tf_keras.Model(inputs, tf_keras.layers.Conv2D(3, 3, activation=activation)(inputs))
    model.set_weights([values(*w.shape) for w in model.get_weights()])
    return model


s.model("leaky_relu_as_activation", activated2(tf_keras.layers.LeakyReLU(0.1)), x, module=tf_keras)
for name, layer in {
    "layer_normalization": tf_keras.layers.LayerNormalization(),
    "group_normalization": tf_keras.layers.GroupNormalization(2),
    "unit_normalization": tf_keras.layers.UnitNormalization(),
    "normalization": tf_keras.layers.Normalization(mean=[0.1, 0.2, 0.3, 0.4], variance=[1.0, 2.0, 4.0, 8.0]),
    "resizing": tf_keras.layers.Resizing(9, 4),
    "center_crop": tf_keras.layers.CenterCrop(3, 3),
    "random_flip": tf_keras.layers.RandomFlip(),
    "random_height": tf_keras.layers.RandomHeight(0.2),
}.items():
    s.model(name, tf_keras.Sequential([tf_keras.Input((6, 5, 4)), layer]), x, module=tf_keras)
s.write()

s = Suite("wrapped")
frames = values(2, 3, 6, 5, 4)


def over_time(module, wrapped):
    model = module.Sequential([module.Input((3, 6, 5, 4)), module.layers.TimeDistributed(wrapped)])
    model.set_weights([np.abs(values(*w.shape)) + 0.25 if i == 3 else values(*w.shape) for i, w in enumerate(model.get_weights())])
    return model


for module in (keras, tf_keras):
    for name, wrapped in {
        "conv2d": module.layers.Conv2D(3, 3, strides=2, padding="same", activation="relu"),
        "conv2d_transpose": module.layers.Conv2DTranspose(2, 3, strides=2),
        "depthwise_conv2d": module.layers.DepthwiseConv2D((2, 3), depth_multiplier=2),
        "separable_conv2d": module.layers.SeparableConv2D(3, 2),
        "max_pooling2d": module.layers.MaxPooling2D(2),
        "global_average_pooling2d": module.layers.GlobalAveragePooling2D(),
        "zero_padding2d": module.layers.ZeroPadding2D(((1, 0), (0, 2))),
        "batch_normalization": module.layers.BatchNormalization(),
        "dense": module.layers.Dense(3),
    }.items():
        s.model(f"{module.__name__}_{name}", over_time(module, wrapped), frames, module=module)
s.write()
