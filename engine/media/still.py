"""Still pictures: read upright and opaque, written as PNG."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from engine.errors import BadMedia
from engine.generation import Picture
from engine.media.container import check_file
from engine.media.whole_file import whole_file

_FORMATS = ("PNG", "JPEG", "WEBP", "BMP", "TIFF", "GIF")

_EXIF_ORIENTATION = 0x0112

MAX_STILL_PIXELS = 80_000_000
"""Larger stills are refused: a few kilobytes can unpack to gigabytes."""


def open_still(path: Path) -> Image.Image | None:
    """Opens a picture file without unpacking it; None when it is no picture.

    Raises:
        BadMedia: missing, empty, unreadable, damaged or far too large.
    """
    check_file(path)
    try:
        image = Image.open(path, formats=_FORMATS)
    except UnidentifiedImageError:
        return None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_large(path) from error
    except (OSError, SyntaxError, ValueError) as error:
        raise _damaged(path) from error
    if image.width * image.height > MAX_STILL_PIXELS:
        image.close()
        raise _too_large(path)
    return image


def read_image(path: Path) -> Picture:
    """A still picture: (height, width, 3) uint8 sRGB, turned upright, transparency over black.

    Raises:
        BadMedia: it is no picture, is damaged or far too large.
    """
    image = open_still(path)
    if image is None:
        raise BadMedia(
            f"{path.name} is not a picture that can be read; use PNG, JPEG, WebP, TIFF or BMP."
        )
    with image:
        try:
            upright = ImageOps.exif_transpose(image)
            return _opaque(upright)
        except (OSError, SyntaxError, ValueError, EOFError) as error:
            raise _damaged(path) from error


def upright_size(image: Image.Image, path: Path) -> tuple[int, int]:
    """Width and height of an opened picture as ``read_image`` will show it.

    Raises:
        BadMedia: what it says of itself is damaged.
    """
    try:
        is_turned = image.getexif().get(_EXIF_ORIENTATION, 1) in (5, 6, 7, 8)
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise _damaged(path) from error
    return (image.height, image.width) if is_turned else (image.width, image.height)


def is_moving(image: Image.Image) -> bool:
    """Is this a GIF of several pictures, which is played as a film?"""
    return image.format == "GIF" and bool(getattr(image, "is_animated", False))


def _opaque(image: Image.Image) -> Picture:
    if image.mode.startswith("I") or image.mode == "F":
        return _grey(np.asarray(image))
    if image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info:
        black = Image.new("RGBA", image.size, (0, 0, 0, 255))
        image = Image.alpha_composite(black, image.convert("RGBA"))
    return np.asarray(image.convert("RGB"), np.uint8)


def _grey(values: np.ndarray[tuple[int, ...], np.dtype[np.generic]]) -> Picture:
    """Grey of more than 8 bits: integers are 16-bit, floats 0 to 1."""
    numbers = values.astype(np.float64)
    if np.issubdtype(values.dtype, np.floating):
        numbers = numbers * 65535
    grey = np.clip(np.rint(numbers / 257), 0, 255).astype(np.uint8)
    return np.repeat(grey[:, :, None], 3, axis=2)


def write_png(path: Path, picture: Picture) -> None:
    """Writes a picture as PNG; the file is whole or not there.

    Raises:
        CannotHere: the folder cannot be written or the disk is full.
    """
    with whole_file(path) as temporary:
        Image.fromarray(np.ascontiguousarray(picture)).save(temporary, format="PNG")


def _too_large(path: Path) -> BadMedia:
    return BadMedia(
        f"{path.name} unpacks to more than {MAX_STILL_PIXELS // 1_000_000} million pixels; "
        "make it smaller first."
    )


def _damaged(path: Path) -> BadMedia:
    return BadMedia(f"{path.name} is damaged and cannot be read; save or download it again.")
