"""A user's own model becomes a thing, or is refused in one sentence."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import numpy as np
import pytest
import trimesh
from PIL import Image

from engine.errors import BadMedia
from engine.world.assets import imported_file
from engine.world.assets.imported import import_model, pack_model


def _painted(mesh: trimesh.Trimesh, color: tuple[int, int, int]) -> trimesh.Trimesh:
    mesh.visual = trimesh.visual.TextureVisuals(
        material=trimesh.visual.material.PBRMaterial(
            baseColorFactor=(*color, 255), metallicFactor=0.0, roughnessFactor=0.4
        )
    )
    return mesh


def _dumbbell(folder: Path) -> Path:
    scene = trimesh.Scene()
    for x, color in ((-1.0, (200, 30, 30)), (1.0, (30, 30, 200))):
        ball = _painted(trimesh.creation.icosphere(2, 0.4), color)
        scene.add_geometry(ball, transform=trimesh.transformations.translation_matrix((x, 3, 0)))
    path = folder / "dumbbell.glb"
    path.write_bytes(scene.export(file_type="glb"))
    return path


def _glb_of(header: dict[str, object]) -> bytes:
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 4)
    return struct.pack("<IIIII", 0x46546C67, 2, 20 + len(text), len(text), 0x4E4F534A) + text


def test_several_meshes_become_parts_of_their_own_colour_standing_on_the_ground(
    tmp_path: Path,
) -> None:
    model = import_model(_dumbbell(tmp_path), "dumbbell")
    assert len(model.parts) == 2
    reds = sorted(part.surface.color[0] for part in model.parts)
    assert reds[0] < 0.05 < 0.5 < reds[1]
    points = np.concatenate([part.mesh.positions for part in model.parts])
    np.testing.assert_allclose(points.min(axis=0), (-1.4, 0, -0.4), atol=1e-4)
    np.testing.assert_allclose(model.size_m, (2.8, 0.8, 0.8), atol=1e-4)


def test_what_is_apart_collides_apart(tmp_path: Path) -> None:
    model = import_model(_dumbbell(tmp_path), "dumbbell")
    assert len(model.colliders) >= 2
    for collider in model.colliders:
        assert collider.points is not None
        x = collider.points[:, 0]
        assert x.max() < 0 or x.min() > 0


def test_a_texture_becomes_a_few_colours(tmp_path: Path) -> None:
    picture = np.zeros((32, 32, 3), np.uint8)
    picture[:, :16], picture[:, 16:] = (220, 40, 20), (20, 180, 40)
    sheet = trimesh.creation.box((1, 1, 1)).subdivide().subdivide()
    uv = sheet.vertices[:, :2] * 0.98 + 0.5
    sheet.visual = trimesh.visual.TextureVisuals(
        uv=uv,
        material=trimesh.visual.material.PBRMaterial(baseColorTexture=Image.fromarray(picture)),
    )
    path = tmp_path / "box.glb"
    path.write_bytes(trimesh.Scene(sheet).export(file_type="glb"))
    colors = {tuple(np.round(p.surface.color, 2)) for p in import_model(path, "box").parts}
    assert any(red > 0.5 > green for red, green, _ in colors)
    assert any(green > 0.4 > red for red, green, _ in colors)


def test_a_size_and_a_weight_can_be_asked_for(tmp_path: Path) -> None:
    model = import_model(_dumbbell(tmp_path), "dumbbell", size_m=0.7, mass_kg=3.0, material="metal")
    assert max(model.size_m) == pytest.approx(0.7, abs=1e-5)
    assert (model.mass_kg, model.material) == (3.0, "metal")


def test_an_obj_in_millimetres_that_lies_on_its_back_is_stood_up(tmp_path: Path) -> None:
    post = trimesh.creation.box((200.0, 300.0, 1800.0))
    post.apply_translation((0, 0, 900.0))
    path = tmp_path / "post.obj"
    path.write_text(post.export(file_type="obj"))
    np.testing.assert_allclose(import_model(path, "post").size_m, (0.2, 1.8, 0.3), atol=1e-4)


def test_a_packed_model_needs_no_other_file_and_is_the_same_thing(tmp_path: Path) -> None:
    source = tmp_path / "from"
    source.mkdir()
    first = _dumbbell(source)
    scene = trimesh.load_scene(first)
    files = trimesh.exchange.gltf.export_gltf(scene)
    for name, data in files.items():
        (source / name).write_bytes(data)
    packed = tmp_path / "packed.glb"
    pack_model(source / "model.gltf", packed)
    assert import_model(packed, "d").size_m == pytest.approx(import_model(first, "d").size_m)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    (
        ("thing.fbx", b"x", "choose a .glb"),
        ("empty.glb", b"", "is empty"),
        ("noise.glb", bytes(range(256)), "damaged"),
        ("words.gltf", b"[]", "damaged"),
        ("words.obj", b"# nothing\n", "damaged|holds no surfaces"),
        ("nan.obj", b"v 0 0 0\nv 1 0 0\nv 0 nan 0\nf 1 2 3\n", "not numbers"),
        ("dot.obj", b"v 1 1 1\nv 1 1 1\nv 1 1 1\nf 1 2 3\n", "no extent|no surfaces"),
        ("out.obj", b"mtllib ../../secret.mtl\nv 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n", "outside"),
        ("far.gltf", json.dumps({"images": [{"uri": "http://x/y.png"}]}).encode(), "outside"),
        ("up.gltf", json.dumps({"buffers": [{"uri": "%2e%2e/b.bin"}]}).encode(), "outside"),
        ("lost.gltf", json.dumps({"buffers": [{"uri": "b.bin"}]}).encode(), "not beside it"),
        ("bomb.glb", _glb_of({"accessors": [{"count": 10**12}]}), "1,000,000,000,000"),
        ("loop.glb", _glb_of({"nodes": [{"children": [1]}, {"children": [0]}]}), "damaged"),
        ("packed.glb", _glb_of({"extensionsRequired": ["KHR_draco_mesh_compression"]}), "compress"),
    ),
)
def test_a_bad_file_is_refused_in_one_sentence(
    tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(BadMedia, match=says) as caught:
        import_model(path, "thing")
    assert str(caught.value).count("\n") == 0


def test_too_many_triangles_are_refused_with_their_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.world.assets.imported.MAX_TRIANGLES", 600)
    with pytest.raises(BadMedia, match="640 triangles"):
        import_model(_dumbbell(tmp_path), "dumbbell")


def test_a_file_that_is_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imported_file, "MAX_FILE_BYTES", 1 << 10)
    with pytest.raises(BadMedia, match="at most 0 MiB"):
        import_model(_dumbbell(tmp_path), "dumbbell")
