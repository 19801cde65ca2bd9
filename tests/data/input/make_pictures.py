#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The ConvScope authors
# SPDX-License-Identifier: MIT
"""Makes pictures.npz: small picture files in every form, and what other programs read in them.

For each NAME two arrays: NAME/file, the bytes of the file; NAME/values, (rows, columns, channels) in float32 as tifffile or
Pillow read it back, unsigned numbers divided by the largest of their kind. Needs numpy, pillow, tifffile, imagecodecs.
"""
import io
import struct
import sys

import imagecodecs
import numpy as np
import tifffile
from PIL import Image, ImageOps

ROWS, COLUMNS = 5, 7
rng = np.random.default_rng(13)
arrays = {}


def unit(values, white=None):
    if values.dtype.kind == 'u':
        white = white or np.iinfo(values.dtype).max
        return (values.astype(np.float64) / white).astype(np.float32)
    return values.astype(np.float32)


def add(name, content, values):
    values = values if values.ndim == 3 else values[..., np.newaxis]
    assert name + '/file' not in arrays, name
    arrays[name + '/file'] = np.frombuffer(content, np.uint8)
    arrays[name + '/values'] = np.ascontiguousarray(values, np.float32)


def drawn(dtype, shape):
    dtype = np.dtype(dtype)
    if dtype.kind == 'f':
        return rng.normal(0, 100, shape).astype(dtype)
    info = np.iinfo(dtype)
    return rng.integers(info.min, info.max, shape, dtype, endpoint=True)


def channels_last(page, values):
    """tifffile gives planes first."""
    return np.moveaxis(values, 0, -1) if page.planarconfig == 2 and values.ndim == 3 else values


def tiff(name, shape, dtype, **options):
    data = drawn(dtype, shape)
    stream = io.BytesIO()
    tifffile.imwrite(stream, data, metadata=None, **options)
    with tifffile.TiffFile(io.BytesIO(stream.getvalue())) as file:
        read = channels_last(file.pages[0], file.pages[0].asarray())
    assert read.size == data.size, name
    add(name, stream.getvalue(), unit(read))


def layouts():
    depths = ['u1', 'u2', 'u4', 'u8', 'i1', 'i2', 'i4', 'i8', 'f2', 'f4', 'f8']
    for depth in depths:
        for channels in (1, 2, 3, 5):
            for planar in ('contig', 'separate'):
                if channels == 1 and planar == 'separate':
                    continue
                spatial = (ROWS, COLUMNS)
                shape = spatial if channels == 1 else \
                    (*spatial, channels) if planar == 'contig' else (channels, *spatial)
                options = {} if channels == 1 else {'planarconfig': planar}
                # Channels that nothing names are data, not opacity.
                options['photometric'] = 'rgb' if channels == 3 else 'minisblack'
                for order in ('<', '>') if channels == 3 else ('<',) if planar == 'contig' else ('>',):
                    tiff(f'tiff {depth}{order} {channels} channels {planar}', shape, depth, byteorder=order,
                         rowsperstrip=2, **options)
    # Tiles larger and smaller than the picture.
    for planar in ('contig', 'separate'):
        shape = (20, 23, 3) if planar == 'contig' else (3, 20, 23)
        for depth in ('u1', 'u2', 'f4'):
            tiff(f'tiff {depth} tiles {planar}', shape, depth, photometric='rgb', planarconfig=planar, tile=(16, 16))
    tiff('tiff bigtiff', (ROWS, COLUMNS, 3), 'u2', photometric='rgb', bigtiff=True)


def compressions():
    for compression in ('lzw', 'deflate', 'adobe_deflate', 'packbits', 'lzma', 'zstd'):
        for planar in ('contig', 'separate'):
            for predictor in ((False, True) if compression in ('lzw', 'adobe_deflate') else (False,)):
                shape = (ROWS, COLUMNS, 3) if planar == 'contig' else (3, ROWS, COLUMNS)
                for depth in ('u1', 'u2', 'f4') if predictor else ('u2', ):
                    words = ' predictor' if predictor else ''
                    tiff(f'tiff {depth} {compression}{words} {planar}', shape, depth, photometric='rgb',
                         planarconfig=planar, compression=compression, predictor=predictor, rowsperstrip=2)


def directory(entries, data, entries_type='<'):
    """A TIFF of one strip from (tag, type, values)."""
    offset = 8 + len(data)
    body = b''
    table = struct.pack('<H', len(entries))
    extra_at = offset + 2 + 12 * len(entries) + 4
    for tag, kind, values in sorted(entries):
        packed = struct.pack('<%d%s' % (len(values), {3: 'H', 4: 'I'}[kind]), *values)
        if len(packed) <= 4:
            table += struct.pack('<HHI', tag, kind, len(values)) + packed.ljust(4, b'\0')
        else:
            table += struct.pack('<HHII', tag, kind, len(values), extra_at + len(body))
            body += packed
    return b'II*\0' + struct.pack('<I', offset) + data + table + struct.pack('<I', 0) + body


def plain_tiff(data, bits, samples, photometric, rows=ROWS, columns=COLUMNS, **tags):
    names = {'extras': 338, 'orientation': 274, 'colormap': 320, 'format': 339}
    entries = [(256, 4, [columns]), (257, 4, [rows]), (258, 3, [bits] * samples), (259, 3, [1]), (262, 3, [photometric]),
               (273, 4, [8]), (277, 3, [samples]), (278, 4, [rows]), (279, 4, [len(data)]), (284, 3, [1])]
    entries += [(names[name], 3, values) for name, values in tags.items()]
    return directory(entries, data)


def odd_bits():
    """Depths that fill no whole bytes; tifffile reads them."""
    for bits in (1, 2, 4, 6, 10, 12, 14):
        for samples in (1, 3):
            values = rng.integers(0, 2**bits, (ROWS, COLUMNS, samples)).astype(np.uint8 if bits <= 8 else np.uint16)
            lines = b''.join(packed_line(line, bits) for line in values.reshape(ROWS, -1))
            content = plain_tiff(lines, bits, samples, 2 if samples == 3 else 1)
            read = tifffile.imread(io.BytesIO(content))
            add(f'tiff {bits} bits {samples} channels', content, unit(read.astype(values.dtype), 2**bits - 1))


def packed_line(line, bits):
    text = ''.join(format(int(value), f'0{bits}b') for value in line)
    text += '0' * (-len(text) % 8)
    return int(text, 2).to_bytes(len(text) // 8, 'big')


def kinds():
    """White at 0, palettes, opacity of either kind, inks, orientation."""
    for dtype, white in (('u1', 255), ('u2', 65535)):
        values = drawn(dtype, (ROWS, COLUMNS))
        content = plain_tiff(values.tobytes(), 8 * values.itemsize, 1, 0)
        add(f'tiff {dtype} white is zero', content, unit((white - values).astype(dtype)))
    indices = drawn('u1', (ROWS, COLUMNS))
    palette = rng.integers(0, 65536, (3, 256)).astype(np.uint16)
    content = plain_tiff(indices.tobytes(), 8, 1, 3, colormap=palette.ravel().tolist())
    add('tiff palette', content, unit(np.asarray(Image.open(io.BytesIO(content)).convert('RGB'))))
    for extra, words in ((0, 'a further'), (1, 'a multiplied alpha'), (2, 'an alpha')):
        values = drawn('u2' if extra == 2 else 'u1', (ROWS, COLUMNS, 4))
        content = plain_tiff(values.tobytes(), 8 * values.itemsize, 4, 2, extras=[extra])
        kept = 4 if extra == 0 else 3
        add(f'tiff colours and {words} channel', content, unit(tifffile.imread(io.BytesIO(content)))[..., :kept])
    values = drawn('u1', (ROWS, COLUMNS, 2))
    content = plain_tiff(values.tobytes(), 8, 2, 1, extras=[2])
    add('tiff grey and an alpha channel', content, unit(values)[..., :1])
    for orientation in range(1, 9):
        values = drawn('u2', (ROWS, COLUMNS))
        content = plain_tiff(values.tobytes(), 16, 1, 1, orientation=[orientation])
        add(f'tiff orientation {orientation}', content, unit(upright(values, orientation)))
    inks = drawn('u1', (ROWS, COLUMNS, 4))
    image = Image.frombytes('CMYK', (COLUMNS, ROWS), inks.tobytes())
    stream = io.BytesIO()
    image.save(stream, 'TIFF')
    colours = (255 - inks[..., :3].astype(int)) * (255 - inks[..., 3:].astype(int)) / 255
    add('tiff inks', stream.getvalue(), unit(np.floor(colours + 0.5).astype(np.uint8)))
    bilevel = Image.fromarray((drawn('u1', (16, 40)) > 127).astype(np.uint8) * 255).convert('1')
    for compression in ('group3', 'group4', 'tiff_ccitt'):
        stream = io.BytesIO()
        bilevel.save(stream, 'TIFF', compression=compression)
        add(f'tiff {compression}', stream.getvalue(),
            np.asarray(Image.open(io.BytesIO(stream.getvalue()))).astype(np.float32))
    photo = Image.fromarray(drawn('u1', (4, 6, 3))).resize((48, 32), Image.BICUBIC)
    for words, options in {'quality 90': {'quality': 90}}.items():
        stream = io.BytesIO()
        photo.save(stream, 'TIFF', compression='jpeg', **options)
        add(f'tiff jpeg {words}', stream.getvalue(), unit(np.asarray(Image.open(io.BytesIO(stream.getvalue())))))


def upright(values, orientation):
    """As EXIF defines it, written out apart from any library."""
    steps = {1: values, 2: values[:, ::-1], 3: values[::-1, ::-1], 4: values[::-1], 5: values.T, 6: values.T[:, ::-1],
             7: values.T[::-1, ::-1], 8: values.T[::-1]}
    return np.ascontiguousarray(steps[orientation])


def orientations():
    """EXIF in every format that has it; Pillow turns them."""
    pixels = np.repeat(np.repeat(drawn('u1', (3, 4, 3)), 8, 0), 8, 1)
    for form, ending, options in (('PNG', 'png', {}), ('WEBP', 'webp', {'lossless': True}), ('JPEG', 'jpeg', {'quality': 95})):
        for orientation in (3, 6, 8):
            exif = Image.Exif()
            exif[0x0112] = orientation
            stream = io.BytesIO()
            Image.fromarray(pixels).save(stream, form, exif=exif, **options)
            image = ImageOps.exif_transpose(Image.open(io.BytesIO(stream.getvalue())))
            add(f'{ending} orientation {orientation}', stream.getvalue(), unit(np.asarray(image)))
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, 'JPEG2000', irreversible=False)
    exif = Image.Exif()
    exif[0x0112] = 6
    data = exif.tobytes()
    data = data[6:] if data.startswith(b'Exif\0\0') else data
    box = struct.pack('>I', 24 + len(data)) + b'uuidJpgTiffExif->JP2' + data
    content = stream.getvalue()
    at = content.index(b'jp2c') - 4
    add('jp2 orientation 6', content[:at] + box + content[at:],
        unit(np.stack([upright(pixels[..., c], 6) for c in range(3)], -1)))


def pngs():
    for mode, dtype, channels in (('L', 'u1', 1), ('RGB', 'u1', 3), ('I;16', 'u2', 1)):
        values = drawn(dtype, (ROWS, COLUMNS, channels) if channels > 1 else (ROWS, COLUMNS))
        stream = io.BytesIO()
        Image.fromarray(values).save(stream, 'PNG')
        add(f'png {mode}', stream.getvalue(), unit(np.asarray(Image.open(io.BytesIO(stream.getvalue()))).astype(dtype)))
    values = drawn('u2', (ROWS, COLUMNS, 3))
    content = imagecodecs.png_encode(values)
    add('png 16-bit colours', content, unit(imagecodecs.png_decode(content)))
    for bits in (1, 2, 4):
        values = rng.integers(0, 2**bits, (ROWS, COLUMNS)).astype(np.uint8)
        image = Image.frombytes('P', (COLUMNS, ROWS), values.tobytes())
        image.putpalette(rng.integers(0, 256, 3 * 2**bits).tolist())
        stream = io.BytesIO()
        image.save(stream, 'PNG', bits=bits)
        add(f'png palette of {bits} bits', stream.getvalue(),
            unit(np.asarray(Image.open(io.BytesIO(stream.getvalue())).convert('RGB'))))
    values = drawn('u1', (ROWS, COLUMNS, 3))
    stream = io.BytesIO()
    Image.fromarray(values).save(stream, 'PNG', transparency=tuple(int(v) for v in values[0, 0]))
    add('png with a transparent colour', stream.getvalue(), unit(values))


def portable():
    for largest, dtype in ((1, 'u1'), (15, 'u1'), (200, 'u1'), (255, 'u1'), (1023, 'u2'), (4095, 'u2'), (65535, 'u2')):
        for kind, channels in (('P5', 1), ('P6', 3), ('P2', 1), ('P3', 3)):
            values = rng.integers(0, largest, (ROWS, COLUMNS, channels), endpoint=True)
            header = f'{kind}\n# made for a test\n{COLUMNS} {ROWS}\n{largest}\n'.encode()
            data = values.astype('>' + dtype).tobytes() if kind in ('P5', 'P6') else \
                '\n'.join(' '.join(map(str, line)) for line in values.reshape(ROWS, -1)).encode()
            # Pillow scales 8-bit maxima by rounding; the values here are exact.
            add(f'{kind} maximum {largest}', header + data, (values.astype(np.float64) / largest).astype(np.float32))
    bits = rng.integers(0, 2, (ROWS, 11)).astype(np.uint8)
    add('P4', f'P4\n11 {ROWS}\n'.encode() + np.packbits(bits, axis=1).tobytes(), (1 - bits).astype(np.float32))
    add('P1', f'P1\n11 {ROWS}\n'.encode() + b'\n'.join(b''.join(b'%d' % bit for bit in line) for line in bits),
        (1 - bits).astype(np.float32))
    values = drawn('u1', (ROWS, COLUMNS, 4))
    header = f'P7\nWIDTH {COLUMNS}\nHEIGHT {ROWS}\nDEPTH 4\nMAXVAL 255\nTUPLTYPE RGB_ALPHA\nENDHDR\n'.encode()
    add('P7 with alpha', header + values.tobytes(), unit(values)[..., :3])
    for kind, channels in (('Pf', 1), ('PF', 3)):
        for scale, order in (('-1.0', '<'), ('1.0', '>')):
            floats = drawn('f4', (ROWS, COLUMNS, channels))
            add(f'{kind} {order}', f'{kind}\n{COLUMNS} {ROWS}\n{scale}\n'.encode() + floats[::-1].astype(order + 'f4').tobytes(),
                floats)


def animated():
    frames = [Image.fromarray(drawn('u1', (16, 24, 3))) for _ in range(3)]
    stream = io.BytesIO()
    frames[0].save(stream, 'WEBP', save_all=True, append_images=frames[1:], lossless=True, duration=40)
    image = Image.open(io.BytesIO(stream.getvalue()))
    image.seek(0)
    add('webp animation', stream.getvalue(), unit(np.asarray(image.convert('RGB'))))
    for words, values in (('colours', drawn('u1', (16, 24, 3))), ('colours and alpha', drawn('u1', (16, 24, 4)))):
        stream = io.BytesIO()
        Image.fromarray(values).save(stream, 'WEBP', lossless=True, exact=True)
        add(f'webp {words}', stream.getvalue(), unit(np.asarray(Image.open(io.BytesIO(stream.getvalue()))))[..., :3])


for make in (layouts, compressions, odd_bits, kinds, orientations, pngs, portable, animated):
    make()
np.savez_compressed(sys.argv[1] if len(sys.argv) > 1 else 'pictures.npz', **arrays)
print(len(arrays) // 2, 'pictures')
