# SPDX-FileCopyrightText: 2026 The ConvScope authors
# SPDX-License-Identifier: MIT
"""8-bit grey and RGB PNG files with numpy alone: enough for the bundled photos and for previews."""
import struct
import zlib

import numpy as np


def read(path):
    """(rows, columns, channels) of 0…255 as float64; no interlacing, no palette, no alpha."""
    data = open(path, "rb").read()
    chunks, at = {}, 8
    while at < len(data):
        (length,), kind = struct.unpack(">I", data[at:at + 4]), data[at + 4:at + 8]
        chunks[kind] = chunks.get(kind, b"") + data[at + 8:at + 8 + length]
        at += 12 + length
    columns, rows, depth, colour, _, _, interlace = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    assert depth == 8 and colour in (0, 2) and interlace == 0, path
    channels = 3 if colour == 2 else 1
    width = columns * channels
    raw = np.frombuffer(zlib.decompress(chunks[b"IDAT"]), np.uint8).reshape(rows, width + 1)
    out = np.zeros((rows + 1, width + channels), np.int32)  # one row above, one pixel to the left, all 0
    for r in range(rows):
        kind, line = raw[r, 0], raw[r, 1:].astype(np.int32)
        above, row = out[r], out[r + 1]
        for x in range(width):
            a, b, c = row[x], above[x + channels], above[x]
            if kind == 0:
                guess = 0
            elif kind == 1:
                guess = a
            elif kind == 2:
                guess = b
            elif kind == 3:
                guess = (a + b) // 2
            else:
                pa, pb, pc = abs(b - c), abs(a - c), abs(a + b - 2 * c)
                guess = a if pa <= pb and pa <= pc else b if pb <= pc else c
            row[x + channels] = (line[x] + guess) & 255
    return out[1:, channels:].reshape(rows, columns, channels).astype(np.float64)


def write(path, pixels):
    """pixels: (rows, columns, 3) of uint8."""
    rows, columns, _ = pixels.shape
    raw = np.concatenate([np.zeros((rows, 1), np.uint8), pixels.reshape(rows, -1)], axis=1).tobytes()

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", columns, rows, 8, 2, 0, 0, 0))
                   + chunk(b"IDAT", zlib.compress(raw, 6)) + chunk(b"IEND", b""))
