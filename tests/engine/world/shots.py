"""Shots for tests: words in, everything that the generator makes of them before drawing out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from engine.camera.motion import pose_at
from engine.camera.path import CameraPath
from engine.camera.pose import project
from engine.request import ShotRequest
from engine.script.acted import staged
from engine.script.breakdown import Breakdown
from engine.script.prompt import understand
from engine.sound.speech import DraftVoice
from engine.timing import FrameRate
from engine.world.scene import Actor, Prop
from engine.world.shooting import lay_camera
from engine.world.simulation import Motion, simulate
from engine.world.staging.director import Staging, stage

RATE = FrameRate(24)
VOICE = DraftVoice()


@dataclass(frozen=True)
class Shot:
    """One prompt, played; 160 by 90 pixels at 24 frames a second."""

    words: str
    frame_count: int = 72
    seed: int = 0

    @cached_property
    def request(self) -> ShotRequest:
        return ShotRequest(
            prompt=self.words,
            frame_count=self.frame_count,
            rate=RATE,
            width_px=160,
            height_px=90,
            seed=self.seed,
        )

    @property
    def aspect(self) -> float:
        return self.request.width_px / self.request.height_px

    @cached_property
    def breakdown(self) -> Breakdown:
        return staged(understand(self.words))

    @cached_property
    def staging(self) -> Staging:
        return stage(self.request, self.breakdown, VOICE, lambda: None)

    @cached_property
    def motion(self) -> Motion:
        return simulate(self.staging.scene, RATE, self.frame_count, lambda: None)

    @cached_property
    def path(self) -> CameraPath:
        return lay_camera(
            self.staging.scene, self.motion, self.staging.featured, self.request, self.breakdown
        )

    def prop(self, label: str) -> Prop:
        return next(prop for prop in self.staging.scene.props if prop.label == label)

    def actor(self, label: str) -> Actor:
        return next(actor for actor in self.staging.scene.actors if actor.label == label)

    def middle(self, label: str, frame: int) -> np.ndarray:
        """(3,) centre of a prop or actor at a frame."""
        if label in self.motion.poses:
            pose = self.motion.poses[label][frame]
            centre: np.ndarray = pose[:3, 3] + pose[:3, 1] * self.prop(label).model.size_m[1] / 2
            return centre
        actor = self.actor(label)
        spot = np.array(actor.performance.position((frame + 0.5) / 24.0))
        return spot + np.array([0.0, actor.model.size_m[1] / 2, 0.0])

    def face_or_middle(self, label: str, frame: int) -> np.ndarray:
        """(3,) a person's head, the centre of anything else."""
        if label in self.motion.poses or self.actor(label).model.figure != "biped":
            return self.middle(label, frame)
        return np.asarray(self.actor(label).performance.head((frame + 0.5) / 24.0))

    def share_in_frame(self, label: str) -> float:
        """In how many of the shot's frames the middle of a subject is in the picture."""
        frames = range(0, self.frame_count, 6)
        seen = 0
        for frame in frames:
            camera = pose_at(self.path, frame, 160, 90)
            where, ahead = project(
                self.face_or_middle(label, frame)[None],
                camera.camera_to_world,
                camera.vertical_fov_rad,
                160 / 90,
            )
            seen += bool(ahead[0] > 0.0 and np.abs(where).max() <= 1.0)
        return seen / len(frames)
