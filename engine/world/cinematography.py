"""Pictures of a played scene: what the renderer loads once, and the view of every frame."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.camera.motion import key_at, pose_at
from engine.camera.path import CameraPath
from engine.camera.pose import CameraPose
from engine.generation import Picture
from engine.request import ShotRequest
from engine.world.assets.shapes import merged
from engine.world.dry_land import dry_land
from engine.world.effects.cloth import Cloths
from engine.world.effects.particles import Particles
from engine.world.effects.surfaces import WaterSurface, rings_of
from engine.world.model import (
    SHOWN_AS_IS,
    Drawable,
    Drop,
    Floats,
    FrameView,
    Matrix,
    Mesh,
    Part,
    Shape,
    Surface,
    Water,
)
from engine.world.moments import pose_at_moment
from engine.world.scene import ROOM_SIDES, Actor, Prop, Scene, particle_word, prop_bounds
from engine.world.sightlines import blocking_parts
from engine.world.simulation import Motion

GROUND_ID = 1
_GROUND_REACH_M = 260.0
_BACKDROP_DISTANCE_M = 14.0
_BACKDROP_MARGIN = 1.12
_WALL_CLEARANCE_M = 0.25
_TALL_M = 0.4
_CLOSE_M = 1.6
_SIGHTS_EVERY_FRAMES = 4
_SIGHTS = (
    (0.0, 0.0, 1.0), (-0.08, 0.0, 1.0), (0.08, 0.0, 1.0),
    (0.0, -0.13, 0.85), (-0.26, 0.0, 0.7), (0.26, 0.0, 0.7),
)  # fmt: skip
"""Aside and up of the middle, in distances; the share of the way that must be free."""


@dataclass(frozen=True, eq=False)
class _Owner:
    """Whose parts lie at ``first`` to ``first + count`` of the drawables."""

    source: Prop | Actor
    first: int
    offsets: Matrix
    """(parts, 4, 4) part space to model space."""


class Cinematography:
    """Knows, for each frame, where every drawable is and how the camera sees it.

    Args:
        backdrop: a picture that fills the frame behind everything, in place of ground and set.
    """

    def __init__(
        self,
        scene: Scene,
        motion: Motion,
        path: CameraPath,
        request: ShotRequest,
        backdrop: Picture | None = None,
    ) -> None:
        self._scene = scene
        self._motion = motion
        self._path = path
        self._request = request
        self._owners: list[_Owner] = []
        self._drawables: list[Drawable] = []
        self._static: list[tuple[int, Matrix]] = []
        self._hidden = np.zeros(0, np.bool_)
        self._struck: dict[str, set[int]] = {}
        for contact in motion.contacts:
            for body in contact.bodies:
                self._struck.setdefault(body, set()).add(contact.frame)
        self.names: dict[int, str] = {}
        self._add_background(backdrop)
        rate_fps = float(request.rate.fraction)
        self._cloths = Cloths(scene, motion, rate_fps)
        self._waters: list[tuple[int, WaterSurface]] = []
        self._deforming: dict[tuple[str, str], int] = {}
        self._drawn_otherwise: list[int] = []
        for prop in (*scene.props, *motion.pieces):
            self._add(prop)
        if scene.show_ground:
            self._add_waters(rate_fps)
        for actor in scene.actors:
            self._add(actor)
        self._hidden = self._looked_through()
        self._hidden[self._drawn_otherwise] = True
        self._particles = Particles(scene, motion, rate_fps, request.seed)

    def _add_background(self, backdrop: Picture | None) -> None:
        """What lies behind and under everything: a picture, or else the ground."""
        if backdrop is not None:
            self._add_static(
                _backdrop_mesh(),
                _backdrop_surface(),
                self._backdrop_pose(backdrop),
                "backdrop",
                picture=backdrop,
                shadow=False,
            )
        elif self._scene.show_ground:
            self._add_static(
                _ground_mesh((*self._scene.waters, *self._scene.drops)),
                self._scene.ground,
                np.eye(4),
                "ground",
                shadow=False,
            )

    @property
    def drawables(self) -> tuple[Drawable, ...]:
        """Everything that is drawn; matrices of views follow this order."""
        return tuple(self._drawables)

    def camera(self, frame: float) -> CameraPose:
        """The camera at a frame or between two."""
        request = self._request
        return pose_at(self._path, frame, request.width_px, request.height_px)

    def view(self, frame: float) -> FrameView:
        """Everything that changes at a frame, or between two: what the open shutter sees."""
        time_s = (frame + 0.5) / float(self._request.rate.fraction)
        matrices = np.empty((len(self._drawables), 4, 4), np.float32)
        visible = ~self._hidden
        shapes = self._shapes(time_s)
        for index, pose in self._static:
            matrices[index] = pose
        for owner in self._owners:
            block = slice(owner.first, owner.first + len(owner.offsets))
            if isinstance(owner.source, Actor):
                matrices[block], bent = owner.source.performance.posed(time_s)
                shapes |= {owner.first + k: shape for k, shape in enumerate(bent)}
            else:
                matrices[block] = self._prop_matrices(owner, frame, time_s)
                visible[block] &= self._motion.is_there(owner.source.label, round(frame))
        camera = self.camera(frame)
        return FrameView(
            time_s=time_s,
            camera_to_world=camera.camera_to_world,
            vertical_fov_rad=camera.vertical_fov_rad,
            matrices=matrices,
            visible=visible,
            focus_distance_m=camera.focus_distance_m,
            f_number=camera.f_number,
            lights=self._scene.lights + self._particles.lights(time_s),
            sprites=self._particles.sprites(time_s, camera.camera_to_world),
            shapes=shapes,
        )

    def _shapes(self, time_s: float) -> dict[int, Shape]:
        """Vertices of cloths and waters at a moment, by drawable."""
        shapes = {index: water.shape(time_s) for index, water in self._waters}
        for key, shape in self._cloths.shapes(time_s).items():
            shapes[self._deforming[key]] = shape
        return shapes

    def _add_waters(self, rate_fps: float) -> None:
        """Moving surfaces in place of the still ones that the place was built with."""
        scene = self._scene
        still = [prop for prop in scene.props if prop.model.name == "water" and prop.is_setting]
        rings = rings_of(scene, self._motion, rate_fps)
        wind = (0.0, 0.0) if scene.indoors else scene.atmosphere.wind_mps
        for water, prop in zip(scene.waters, still, strict=False):
            surface = WaterSurface(water, wind, rings)
            self._waters.append((len(self._drawables), surface))
            paint = prop.model.parts[0].surface
            self._add_static(surface.mesh, paint, np.eye(4), prop.label, shadow=False, deforms=True)
            owner = next(owner for owner in self._owners if owner.source is prop)
            self._drawn_otherwise.append(owner.first)

    def _looked_through(self) -> NDArray[np.bool_]:
        """(drawables,) True for what stands between the camera and its subject.

        As on a film set, walls are wild: the side of a room, or the house across the street, that
        the camera stands behind or in, is taken away for the shot.
        """
        hidden = np.zeros(len(self._drawables), np.bool_)
        starts, ends = self._sight_lines()
        for owner in self._owners:
            source, block = owner.source, slice(owner.first, owner.first + len(owner.offsets))
            if not isinstance(source, Prop) or not source.model.parts:
                continue
            if source.label in ROOM_SIDES:
                outward = np.array(ROOM_SIDES[source.label], np.float64)
                wall = np.mean(prop_bounds(source), axis=0)
                hidden[block] = float(((starts - wall) @ outward).max()) > -_WALL_CLEARANCE_M
            elif source.is_setting and self._may_hide(source, starts, ends):
                hidden[block] = blocking_parts(source, starts, ends)
        return hidden

    def _sight_lines(self) -> tuple[Matrix, Matrix]:
        """(n, 3) cameras through the shot; what they look at: the middle and round it."""
        frames = {*range(0, self._request.frame_count, _SIGHTS_EVERY_FRAMES)}
        frames.add(self._request.frame_count - 1)
        starts, ends = [], []
        for frame in sorted(frames):
            world = self.camera(frame).camera_to_world
            key = key_at(self._path, frame)
            away = float(np.linalg.norm(np.array(key.target_m) - world[:3, 3]))
            middle = world[:3, 3] - world[:3, 2] * away
            for aside, up, share in _SIGHTS:
                end = middle + (world[:3, 0] * aside + world[:3, 1] * up) * away
                starts.append(world[:3, 3])
                ends.append(world[:3, 3] + share * (end - world[:3, 3]))
        return np.array(starts, np.float64), np.array(ends, np.float64)

    @staticmethod
    def _may_hide(source: Prop, starts: Matrix, ends: Matrix) -> bool:
        """Low things do not stand in the way, but before a camera that is close to its subject."""
        away = float(np.linalg.norm(ends - starts, axis=1).min())
        return float(prop_bounds(source)[1][1]) >= (_TALL_M if away > _CLOSE_M else 0.0)

    def _prop_matrices(self, owner: _Owner, frame: float, time_s: float) -> Floats:
        prop = owner.source
        if isinstance(prop, Prop) and prop.track is not None and frame != int(frame):
            pose = prop.track(time_s)
        else:
            poses, struck = self._motion.poses[prop.label], self._struck.get(prop.label, ())
            pose = pose_at_moment(poses, frame, struck)
        offsets = owner.offsets
        if isinstance(prop, Prop) and prop.track is not None:
            offsets = _turned_wheels(prop, offsets, prop.track(0.0), pose)
        return np.asarray(pose @ offsets, np.float32)

    def _add_static(
        self,
        mesh: Mesh,
        surface: Surface,
        pose: Matrix,
        name: str,
        picture: Picture | None = None,
        *,
        shadow: bool,
        deforms: bool = False,
    ) -> None:
        object_id = len(self.names) + GROUND_ID
        self.names[object_id] = name
        self._static.append((len(self._drawables), pose))
        self._drawables.append(
            Drawable(
                mesh, surface, object_id, casts_shadow=shadow, picture=picture, deforms=deforms
            )
        )

    def _add(self, source: Prop | Actor) -> None:
        object_id = len(self.names) + GROUND_ID
        self.names[object_id] = source.label
        picture = source.picture if isinstance(source, Prop) else None
        first = len(self._drawables)
        parts = source.model.parts
        for part in parts:
            if (source.label, part.name) in self._cloths:
                self._deforming[source.label, part.name] = len(self._drawables)
            if isinstance(source, Prop) and particle_word(part):
                self._drawn_otherwise.append(len(self._drawables))
            self._drawables.append(
                Drawable(
                    part.mesh,
                    part.surface,
                    object_id,
                    casts_shadow=_casts_shadow(part),
                    picture=picture if part.surface.pattern == "picture" else None,
                    deforms=(source.label, part.name) in self._cloths
                    or source.model.skin is not None,
                )
            )
        offsets = np.array([part.offset for part in parts], np.float64).reshape(-1, 4, 4)
        self._owners.append(_Owner(source, first, offsets))

    def _backdrop_pose(self, picture: Picture) -> Matrix:
        """In front of the first frame's camera, covering its view with a margin for the move."""
        camera = self.camera(0)
        height = 2.0 * _BACKDROP_DISTANCE_M * math.tan(camera.vertical_fov_rad / 2.0)
        width = height * self._request.width_px / self._request.height_px
        aspect = picture.shape[1] / picture.shape[0]
        if width / height < aspect:
            width = height * aspect
        else:
            height = width / aspect
        place = np.eye(4)
        place[2, 3] = -_BACKDROP_DISTANCE_M
        scale = np.diag([width * _BACKDROP_MARGIN, height * _BACKDROP_MARGIN, 1.0, 1.0])
        return np.asarray(camera.camera_to_world @ place @ scale)


def _casts_shadow(part: Part) -> bool:
    return part.surface.emission < 0.5 and part.surface.opacity > 0.6


def _turned_wheels(prop: Prop, offsets: Matrix, start: Matrix, now: Matrix) -> Matrix:
    """Parts called wheels turn with the way that was driven."""
    way_m = float(np.dot((now - start)[:3, 3], start[:3, 2]))
    turned = offsets.copy()
    for index, part in enumerate(prop.model.parts):
        if "wheel" in part.name:
            points = part.mesh.positions @ part.offset[:3, :3].T + part.offset[:3, 3]
            low, high = points.min(axis=0), points.max(axis=0)
            radius = max(float(high[1] - low[1]) / 2.0, 0.05)
            hub = np.eye(4)
            hub[:3, 3] = (low + high) / 2.0
            turned[index] = hub @ _about_x(way_m / radius) @ np.linalg.inv(hub) @ offsets[index]
    return turned


def _about_x(angle_rad: float) -> Matrix:
    c, s = math.cos(angle_rad), math.sin(angle_rad)
    return np.array([[1, 0, 0, 0], [0, c, -s, 0], [0, s, c, 0], [0, 0, 0, 1]], np.float64)


def _quad(corners: list[tuple[float, float, float]], normal: tuple[float, float, float]) -> Mesh:
    return Mesh(
        positions=np.array(corners, np.float32),
        normals=np.tile(np.array(normal, np.float32), (4, 1)),
        indices=np.array([[0, 1, 2], [0, 2, 3]], np.uint32),
    )


def _ground_mesh(holes: tuple[Water | Drop, ...]) -> Mesh:
    return merged(
        [
            _quad([(x0, 0, z1), (x1, 0, z1), (x1, 0, z0), (x0, 0, z0)], (0.0, 1.0, 0.0))
            for x0, z0, x1, z1 in dry_land(_GROUND_REACH_M, holes)
        ]
    )


def _backdrop_mesh() -> Mesh:
    return _quad([(-0.5, -0.5, 0), (0.5, -0.5, 0), (0.5, 0.5, 0), (-0.5, 0.5, 0)], (0.0, 0.0, 1.0))


def _backdrop_surface() -> Surface:
    return Surface(color=(1.0, 1.0, 1.0), pattern="picture", roughness=1.0, emission=SHOWN_AS_IS)


def listener_matrices(cinematography: Cinematography, frame_count: int) -> Matrix:
    """(frames, 4, 4) camera-to-world, for the ears."""
    return np.array([cinematography.camera(frame).camera_to_world for frame in range(frame_count)])
