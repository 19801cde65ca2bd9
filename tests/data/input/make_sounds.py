#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The ConvScope authors
# SPDX-License-Identifier: MIT
"""Makes sounds.npz: short sounds in every form, and what scipy reads in them.

For each NAME two arrays: NAME/file, the bytes of the file; NAME/values, (steps, channels) in float32: whole numbers divided by
2^(bits - 1), floats as they are. Needs numpy, scipy, soundfile.
"""
import io
import struct
import sys
import warnings

import numpy as np
import soundfile
from scipy.io import wavfile

warnings.simplefilter('ignore')
with warnings.catch_warnings():
    import audioop

rng = np.random.default_rng(7)
arrays = {}


def unit(values):
    values = values if values.ndim == 2 else values[:, np.newaxis]
    if values.dtype == np.uint8:
        return ((values.astype(np.float64) - 128) / 128).astype(np.float32)
    if values.dtype.kind == 'i':
        return (values.astype(np.float64) / 2.0 ** (8 * values.itemsize - 1)).astype(np.float32)
    return values.astype(np.float32)


def add(name, content, values):
    arrays[name + '/file'] = np.frombuffer(content, np.uint8)
    arrays[name + '/values'] = np.ascontiguousarray(values, np.float32)


def read(content):
    return unit(wavfile.read(io.BytesIO(content))[1])


def waves():
    for dtype in ('u1', 'i2', 'i4', 'f4', 'f8'):
        for channels in (1, 2, 3):
            kind = np.dtype(dtype).kind
            values = rng.normal(0, 1, (9, channels)).astype(dtype) if kind == 'f' else rng.integers(
                np.iinfo(dtype).min, np.iinfo(dtype).max, (9, channels), dtype, endpoint=True)
            stream = io.BytesIO()
            wavfile.write(stream, 8000, values)
            add(f'wav {dtype} {channels} channels', stream.getvalue(), read(stream.getvalue()))
    # scipy widens 24 bits to 32.
    values = rng.integers(-2**31, 2**31 - 1, (9, 2)).astype(np.int32) >> 8 << 8
    for form in ('WAV', 'WAVEX', 'RF64'):
        stream = io.BytesIO()
        soundfile.write(stream, values, 8000, format=form, subtype='PCM_24')
        add(f'{form} 24 bits', stream.getvalue(), unit(values) if form == 'RF64' else read(stream.getvalue()))


def logarithmic():
    """As the telephone codes it; Python's audioop decodes."""
    coded = bytes(range(256))
    for name, coding, decode in (('A-law', 6, audioop.alaw2lin), ('mu-law', 7, audioop.ulaw2lin)):
        chunk = struct.pack('<4sIHHIIHHH', b'fmt ', 18, coding, 1, 8000, 8000, 1, 8, 0)
        chunk += struct.pack('<4sII', b'fact', 4, 256) + struct.pack('<4sI', b'data', 256) + coded
        content = b'RIFF' + struct.pack('<I', 4 + len(chunk)) + b'WAVE' + chunk
        add(f'wav {name}', content, unit(np.frombuffer(decode(coded, 2), np.int16)))


def placeholders():
    """Lengths of programs that write into a pipe."""
    stream = io.BytesIO()
    values = rng.integers(-2**15, 2**15, (9, 1)).astype(np.int16)
    wavfile.write(stream, 8000, values)
    content = stream.getvalue()
    at = content.index(b'data') + 4
    for length in (0, 0x7FFFF000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF):
        add(f'wav of length {length:#x}', content[:at] + struct.pack('<I', length) + content[at + 4:], unit(values))


def lossless():
    for bits, dtype in ((16, np.int16), (24, np.int32)):
        values = rng.integers(-2**15, 2**15, (300, 2)).astype(np.int16).astype(dtype)
        values = values << 16 if bits == 24 else values
        for form in ('FLAC', 'AIFF', 'AU', 'CAF'):
            stream = io.BytesIO()
            soundfile.write(stream, values, 44100, format=form, subtype=f'PCM_{bits}')
            add(f'{form} {bits} bits', stream.getvalue(), unit(values))


for make in (waves, logarithmic, placeholders, lossless):
    make()
np.savez_compressed(sys.argv[1] if len(sys.argv) > 1 else 'sounds.npz', **arrays)
print(len(arrays) // 2, 'sounds')

# Coded with loss: a tone of 441 Hz, one second.
tone = np.sin(2 * np.pi * 441 * np.arange(22050) / 22050)
soundfile.write('tone.ogg', 0.5 * tone, 22050, format='OGG', subtype='VORBIS')
