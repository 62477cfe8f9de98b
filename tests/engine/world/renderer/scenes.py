"""Small scenes of spheres, boxes and planes to look at and to measure."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

import numpy as np

from engine.world.model import (
    Atmosphere,
    Drawable,
    FrameView,
    Mesh,
    PointLight,
    Surface,
)

SNOWY = Atmosphere(
    sun_direction=(0.4, 0.6, 0.5), sun_color=(0.9, 0.9, 1.0), sky_top=(0.45, 0.5, 0.6),
    sky_horizon=(0.7, 0.74, 0.8), fog_color=(0.7, 0.74, 0.8), fog_density_per_m=0.012,
    clouds=0.9, snow=0.8, exposure=1.0,
)  # fmt: skip
RAINY = Atmosphere(
    sun_direction=(0.3, 0.8, 0.4), sun_color=(0.5, 0.5, 0.52), sky_top=(0.25, 0.28, 0.33),
    sky_horizon=(0.42, 0.45, 0.5), fog_color=(0.42, 0.45, 0.5), fog_density_per_m=0.012,
    clouds=1.0, rain=0.8, wetness=0.9, wind_mps=(1.5, 0.3), exposure=1.25,
)  # fmt: skip
NIGHT = Atmosphere(
    sun_direction=(-0.5, 0.6, -0.4), sun_color=(0.16, 0.20, 0.30), sky_top=(0.008, 0.014, 0.04),
    sky_horizon=(0.03, 0.045, 0.09), fog_color=(0.03, 0.04, 0.08), ground_color=(0.2, 0.2, 0.2),
    clouds=0.25, stars=1.0, exposure=1.6,
)  # fmt: skip
SUNSET = Atmosphere(
    sun_direction=(-0.75, 0.18, -0.55), sun_color=(3.2, 1.7, 0.8), sky_top=(0.16, 0.22, 0.48),
    sky_horizon=(0.95, 0.55, 0.32), fog_color=(0.8, 0.5, 0.35), clouds=0.45, exposure=1.0,
)  # fmt: skip
INDOORS = Atmosphere(
    sun_color=(0.0, 0.0, 0.0), sky_top=(0.5, 0.48, 0.45), sky_horizon=(0.5, 0.47, 0.42),
    ground_color=(0.35, 0.28, 0.2), fog_density_per_m=0.0, indoors=True, ambient=0.6,
)  # fmt: skip


def plane(half_m: float = 30.0, steps: int = 8) -> Mesh:
    """A square on y = 0 facing up."""
    axis = np.linspace(-half_m, half_m, steps + 1, dtype=np.float32)
    x, z = np.meshgrid(axis, axis)
    positions = np.stack([x.ravel(), np.zeros(x.size), z.ravel()], axis=1).astype(np.float32)
    normals = np.tile(np.array([0, 1, 0], dtype=np.float32), (len(positions), 1))
    i, j = (grid.ravel() for grid in np.meshgrid(np.arange(steps), np.arange(steps)))
    a = j * (steps + 1) + i
    b, c, d = a + 1, a + steps + 1, a + steps + 2
    indices = np.concatenate([np.stack([a, c, b], 1), np.stack([b, c, d], 1)])
    return Mesh(positions, normals, indices.astype(np.uint32))


def sphere(radius_m: float, rings: int = 24) -> Mesh:
    """A ball around the origin."""
    v, u = np.meshgrid(
        np.linspace(0, math.pi, rings + 1), np.linspace(0, 2 * math.pi, 2 * rings + 1)
    )
    normals = np.stack([np.sin(v) * np.cos(u), np.cos(v), np.sin(v) * np.sin(u)], axis=-1)
    normals = normals.reshape(-1, 3).astype(np.float32)
    i, j = (grid.ravel() for grid in np.meshgrid(np.arange(rings), np.arange(2 * rings)))
    a = j * (rings + 1) + i
    b, c, d = a + 1, a + rings + 1, a + rings + 2
    indices = np.concatenate([np.stack([a, c, b], 1), np.stack([b, c, d], 1)])
    return Mesh(normals * np.float32(radius_m), normals, indices.astype(np.uint32))


def box(x: float, y: float, z: float) -> Mesh:
    """A box of these sides standing on y = 0."""
    positions, normals, indices = [], [], []
    for axis in range(3):
        for sign in (-1.0, 1.0):
            n = np.zeros(3)
            n[axis] = sign
            u = np.roll(n, 1) * sign
            w = np.cross(n, u)
            start = len(positions)
            for s, t in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
                positions.append((n + s * u + t * w) * 0.5 * (x, y, z) + (0, y / 2, 0))
                normals.append(n)
            indices += [(start, start + 1, start + 2), (start, start + 2, start + 3)]
    return Mesh(
        np.array(positions, dtype=np.float32),
        np.array(normals, dtype=np.float32),
        np.array(indices, dtype=np.uint32),
    )


def at(x: float, y: float, z: float, yaw: float = 0.0) -> np.ndarray:
    """A pose."""
    pose = np.eye(4, dtype=np.float32)
    pose[0, 0] = pose[2, 2] = math.cos(yaw)
    pose[0, 2], pose[2, 0] = math.sin(yaw), -math.sin(yaw)
    pose[:3, 3] = (x, y, z)
    return pose


def looking(eye: tuple[float, float, float], target: tuple[float, float, float]) -> np.ndarray:
    """Camera to world."""
    back = np.subtract(eye, target)
    back = back / np.linalg.norm(back)
    right = np.cross((0, 1, 0), back)
    right /= np.linalg.norm(right)
    pose = np.eye(4)
    pose[:3, 0], pose[:3, 1], pose[:3, 2], pose[:3, 3] = right, np.cross(back, right), back, eye
    return pose


@dataclass
class Scene:
    """Drawables with their poses, seen from somewhere."""

    camera: np.ndarray = field(default_factory=lambda: looking((0, 1.6, 6), (0, 0.7, 0)))
    drawables: list[Drawable] = field(default_factory=list)
    poses: list[np.ndarray] = field(default_factory=list)
    lights: tuple[PointLight, ...] = ()
    fov: float = 0.8

    def add(
        self, mesh: Mesh, surface: Surface, pose: np.ndarray | None = None, **more: object
    ) -> None:
        number = len(self.drawables) + 1
        self.drawables.append(Drawable(mesh, surface, number, **more))  # type: ignore[arg-type]
        self.poses.append(at(0, 0, 0) if pose is None else pose)

    def view(self, time_s: float = 0.5, **changes: object) -> FrameView:
        made = FrameView(
            time_s=time_s,
            camera_to_world=self.camera,
            vertical_fov_rad=self.fov,
            matrices=np.array(self.poses, dtype=np.float32).reshape(-1, 4, 4),
            visible=np.ones(len(self.poses), dtype=bool),
            lights=self.lights,
        )
        return replace(made, **changes)  # type: ignore[arg-type]


def playground() -> Scene:
    """Grass, a path, balls, crates, a house and trees."""
    scene = Scene()
    grass = Surface((0.10, 0.21, 0.05), (0.20, 0.30, 0.07), 0.9, pattern="grass")
    scene.add(plane(120.0, 24), grass)
    scene.add(
        box(1.6, 0.02, 60),
        Surface((0.30, 0.27, 0.24), (0.42, 0.38, 0.33), pattern="gravel"),
        at(-2.2, 0, 0),
    )
    scene.add(
        sphere(0.35),
        Surface((0.80, 0.25, 0.06), (0.03, 0.02, 0.02), pattern="basketball"),
        at(0.9, 0.35, 1.6, 0.5),
    )
    scene.add(
        sphere(0.28),
        Surface((0.85, 0.85, 0.83), (0.03, 0.03, 0.03), 0.4, pattern="football"),
        at(-0.2, 0.28, 2.4, 0.3),
    )
    scene.add(
        box(0.8, 0.8, 0.8),
        Surface((0.42, 0.26, 0.13), (0.25, 0.14, 0.07), pattern="planks", pattern_scale_m=0.16),
        at(-1.0, 0, 0.6, 0.5),
    )
    scene.add(
        box(0.5, 0.5, 0.5),
        Surface((0.45, 0.29, 0.15), (0.22, 0.12, 0.05), pattern="wood"),
        at(-0.95, 0.8, 0.6, 0.2),
    )
    scene.add(
        sphere(0.45), Surface((0.9, 0.9, 0.92), roughness=0.12, metallic=1.0), at(2.0, 0.45, 0.4)
    )
    scene.add(sphere(0.3), Surface((0.75, 0.05, 0.06), roughness=0.25), at(1.7, 0.3, 2.1))
    scene.add(
        box(6, 4, 5),
        Surface((0.42, 0.13, 0.09), (0.5, 0.48, 0.45), pattern="brick", pattern_scale_m=0.24),
        at(-7, 0, -8, 0.4),
    )
    scene.add(
        box(9, 16, 8),
        Surface((0.45, 0.42, 0.38), (0.4, 0.5, 0.6), pattern="windows", pattern_scale_m=1.8),
        at(10, 0, -26, -0.3),
    )
    for x, z, s in ((4.2, -6, 1.0), (6.5, -3.5, 0.8), (-12, -3, 1.2), (1.0, -14, 1.3)):
        scene.add(
            box(0.3 * s, 2.2 * s, 0.3 * s),
            Surface((0.16, 0.10, 0.06), (0.09, 0.05, 0.03), pattern="wood"),
            at(x, 0, z),
        )
        for dx, dy, r in ((0, 2.8, 1.1), (0.6, 2.4, 0.8), (-0.6, 2.5, 0.75), (0.1, 3.5, 0.75)):
            scene.add(
                sphere(r * s, 16),
                Surface(
                    (0.06, 0.16, 0.03), (0.15, 0.27, 0.05), pattern="leaves", pattern_scale_m=0.4
                ),
                at(x + dx * s, dy * s, z),
            )
    return scene


def parlour() -> Scene:
    """A room with furniture-like things and a lamp."""
    scene = Scene(camera=looking((1.2, 1.5, 3.4), (-0.2, 0.8, 0)), fov=0.95)
    scene.add(
        box(7, 0.1, 7),
        Surface(
            (0.36, 0.21, 0.11), (0.22, 0.12, 0.06), 0.4, pattern="planks", pattern_scale_m=0.14
        ),
        at(0, -0.1, 0),
    )
    wall = Surface((0.55, 0.50, 0.40), (0.42, 0.36, 0.28), pattern="wallpaper", pattern_scale_m=0.4)
    scene.add(box(7, 2.7, 0.1), wall, at(0, 0, -2.6))
    scene.add(box(0.1, 2.7, 7), wall, at(-3, 0, 0))
    scene.add(box(0.1, 2.7, 7), wall, at(3.2, 0, 0))
    scene.add(box(7, 0.1, 7), Surface((0.8, 0.79, 0.76)), at(0, 2.7, 0))
    scene.add(
        box(2.4, 0.02, 1.7),
        Surface((0.45, 0.08, 0.07), (0.75, 0.6, 0.35), pattern="carpet", pattern_scale_m=0.25),
        at(-0.2, 0, 0),
    )
    wood = Surface(
        (0.32, 0.17, 0.08), (0.18, 0.09, 0.04), 0.4, pattern="wood", pattern_scale_m=0.15
    )
    scene.add(box(1.2, 0.05, 0.7), wood, at(0, 0.72, 0))
    for x in (-0.52, 0.52):
        for z in (-0.28, 0.28):
            scene.add(box(0.06, 0.72, 0.06), wood, at(x, 0, z))
    scene.add(sphere(0.09), Surface((0.7, 0.04, 0.04), roughness=0.3), at(0.2, 0.86, 0.1))
    scene.add(sphere(0.13), Surface((0.12, 0.3, 0.5), roughness=0.15), at(-0.25, 0.9, -0.05))
    scene.add(
        box(1.5, 0.45, 0.8),
        Surface((0.10, 0.22, 0.24), (0.14, 0.28, 0.30), pattern="fabric"),
        at(-1.6, 0, -1.7),
    )
    scene.add(
        box(1.5, 0.5, 0.25),
        Surface((0.10, 0.22, 0.24), (0.14, 0.28, 0.30), pattern="fabric"),
        at(-1.6, 0.4, -2.05),
    )
    scene.add(
        sphere(0.16), Surface((1.0, 0.8, 0.5), emission=5.0), at(0.1, 2.25, 0), casts_shadow=False
    )
    scene.lights = (
        PointLight((0.1, 2.25, 0.0), (9.0, 7.2, 4.8), 9.0),
        PointLight((-2.3, 1.1, -1.5), (1.5, 1.0, 0.5), 4.0),
    )
    return scene
