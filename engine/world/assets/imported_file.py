"""What is looked at in a model file before anything parses it: size, kind, counts, references."""

from __future__ import annotations

import io
import json
import math
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from engine.errors import BadMedia

KINDS = (".glb", ".gltf", ".obj")
MAX_FILE_BYTES = 64 << 20
MAX_TRIANGLES = 200_000
_MAX_NODES = 5_000
_MAX_COUNT = 4 * MAX_TRIANGLES
_GLB_MAGIC = 0x46546C67
_JSON_CHUNK = 0x4E4F534A


def read_bytes_of(path: Path) -> io.BytesIO:
    """The file's content as a stream."""
    return io.BytesIO(path.read_bytes())


def check_model_file(path: Path) -> str:
    """Refuses what should not be parsed.

    Returns:
        The kind: ``"glb"``, ``"gltf"`` or ``"obj"``.

    Raises:
        BadMedia: another kind of file, missing, empty, too large, damaged, or with references
            that leave its folder.
    """
    kind = path.suffix.lower()
    if kind not in KINDS:
        raise BadMedia(f"“{path.name}” is not a model: choose a .glb, .gltf or .obj file.")
    if not path.is_file():
        raise BadMedia(f"There is no model file “{path.name}”: look where it is.")
    _check_size(path)
    try:
        if kind == ".obj":
            _check_obj(path)
        else:
            _check_gltf(path, _gltf_header(path, kind))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BadMedia(
            f"“{path.name}” is damaged or not a {kind[1:]} model: export it again from your 3D "
            "program."
        ) from error
    return kind[1:]


def _check_size(path: Path) -> None:
    size = path.stat().st_size
    if size == 0:
        raise BadMedia(f"“{path.name}” is empty: export it again from your 3D program.")
    if size > MAX_FILE_BYTES:
        raise BadMedia(
            f"“{path.name}” has {size / 2**20:.0f} MiB; at most {MAX_FILE_BYTES >> 20} MiB can be "
            "read, so reduce it in your 3D program."
        )


def _gltf_header(path: Path, kind: str) -> dict[str, Any]:
    data = path.read_bytes()
    if kind == ".glb":
        magic, version, length = (
            struct.unpack_from("<III", data, 0) if len(data) >= 20 else (0,) * 3
        )
        size, chunk = struct.unpack_from("<II", data, 12) if len(data) >= 20 else (0, 0)
        if magic != _GLB_MAGIC or version != 2 or length > len(data) or chunk != _JSON_CHUNK:
            raise ValueError("no glTF 2 header")
        data = data[20 : 20 + size]
    header = json.loads(data.decode("utf-8"))
    if not isinstance(header, dict):
        raise TypeError("no object")
    return header


def _check_gltf(path: Path, header: dict[str, Any]) -> None:
    needed = set(header.get("extensionsRequired", ()))
    packed = sorted(name for name in needed if "compression" in name or "meshopt" in name)
    if packed:
        raise BadMedia(
            f"“{path.name}” is compressed ({packed[0]}): export it again without compression."
        )
    counts = [accessor["count"] for accessor in header.get("accessors", ())]
    if any(not isinstance(count, int) or not 0 <= count <= _MAX_COUNT for count in counts):
        raise BadMedia(
            f"“{path.name}” claims {max(counts):,} values in one list; a model of at most "
            f"{MAX_TRIANGLES:,} triangles can be shown."
        )
    nodes = header.get("nodes", ())
    if len(nodes) > _MAX_NODES:
        raise BadMedia(
            f"“{path.name}” has {len(nodes):,} nodes; at most {_MAX_NODES:,} can be read."
        )
    children = [child for node in nodes for child in node.get("children", ())]
    if len(children) != len(set(children)) or _has_circle(nodes):
        raise ValueError("nodes with two parents")
    for item in (*header.get("buffers", ()), *header.get("images", ())):
        if "uri" in item and not str(item["uri"]).startswith("data:"):
            _check_reference(path, unquote(str(item["uri"])))


def _has_circle(nodes: Any) -> bool:
    roots = set(range(len(nodes))) - {c for node in nodes for c in node.get("children", ())}
    reached, waiting = 0, list(roots)
    while waiting:
        reached += 1
        waiting.extend(nodes[waiting.pop()].get("children", ()))
    return reached != len(nodes)


def _check_obj(path: Path) -> None:
    for words in _lines_of(path, ("v",)):
        if words[0] == "v" and not all(math.isfinite(float(word)) for word in words[1:4]):
            raise BadMedia(
                f"“{path.name}” has points that are not numbers: export it again from your 3D "
                "program."
            )
    for name in _named(path, ("mtllib",)):
        _check_reference(path, name)
        library = path.parent / name
        if library.is_file():
            _check_size(library)
            for picture in _named(library, ("map_", "bump", "disp", "norm", "refl")):
                _check_reference(path, picture)


def _named(path: Path, keywords: tuple[str, ...]) -> Iterator[str]:
    """What the lines that begin with a keyword name, at their end."""
    for words in _lines_of(path, keywords):
        yield words[-1] if words[0] != "mtllib" else " ".join(words[1:])


def _lines_of(path: Path, keywords: tuple[str, ...]) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            words = line.split()
            if len(words) > 1 and words[0].lower().startswith(keywords):
                yield words


def _check_reference(path: Path, name: str) -> None:
    folder = path.parent.resolve()
    plain = name.replace("\\", "/")
    outside = "://" in plain or plain.startswith("/") or ":" in plain[:3]
    target = folder if outside else (folder / plain).resolve()
    if outside or not target.is_relative_to(folder):
        raise BadMedia(
            f"“{path.name}” refers to “{name[:60]}” outside its folder: pack it into one .glb file."
        )
    if not target.is_file():
        raise BadMedia(
            f"“{path.name}” needs “{name[:60]}”, which is not beside it: put it there, or pack the "
            "model into one .glb file."
        )
    _check_size(target)
