"""All particles of a played scene, at any moment, in any order of asking."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np

from engine.world.effects import fire, flung, litter, vapour
from engine.world.effects.chance import Reals
from engine.world.effects.downfall import Downfall
from engine.world.effects.shelter import Shelter
from engine.world.effects.source import Source
from engine.world.effects.stirred import stirred
from engine.world.model import Matrix, PointLight, Sprites
from engine.world.scene import Emitter, Scene
from engine.world.simulation import Motion

_PUFFS_OF_A_CLOUD = 9
_INDOOR_AIR = 0.06
"""Share of the wind outside that stirs a room."""

_STEADY: Mapping[str, Callable[[Source, float], Sprites]] = MappingProxyType(
    {
        "smoke": vapour.puffs,
        "steam": vapour.puffs,
        "wisp": vapour.puffs,
        "exhaust": vapour.puffs,
        "mist": vapour.puffs,
        "fire": fire.fire,
        "candle": fire.candle,
        "sparks": flung.sparks,
        "embers": flung.embers,
        "dust": vapour.puffs,
        "splash": flung.splash,
        "spray": flung.spray,
        "shards": flung.shards,
        "leaves": litter.leaves,
        "confetti": litter.confetti,
        "bubbles": litter.bubbles,
    }
)


class Particles:
    """Everything small that moves in a shot.

    Args:
        scene, motion: staged and played.
        rate_fps: of the frames of ``motion``.
        seed: of the shot.
    """

    def __init__(self, scene: Scene, motion: Motion, rate_fps: float, seed: int) -> None:
        self._scene = scene
        self._motion = motion
        self._rate_fps = rate_fps
        self._seed = seed
        air = scene.atmosphere
        falls = max(air.rain, air.snow) > 0.0 and not scene.indoors
        shelter = Shelter(scene.props if falls else (), scene.waters)
        self._downfall = Downfall(scene.atmosphere, shelter, seed)
        share = _INDOOR_AIR if scene.indoors else 1.0
        x, z = scene.atmosphere.wind_mps
        self._wind = np.array([x, 0.0, z]) * share
        self._steady = [self._source(emitter) for emitter in scene.emitters]
        self._bursts = [self._source(emitter) for emitter in stirred(scene, motion)]

    def sprites(self, time_s: float, camera: Matrix) -> tuple[Sprites, ...]:
        """The particles at a moment, as far as this camera can tell.

        Args:
            camera: 4x4 camera to world; rain and snow are made where it looks.
        """
        made = [*self._downfall.sprites(time_s, camera)]
        made += [_STEADY[source.emitter.kind](source, time_s) for source in self._steady]
        made += [
            vapour.cloud(source, time_s, _PUFFS_OF_A_CLOUD)
            if source.emitter.kind == "dust"
            else _STEADY[source.emitter.kind](source, time_s)
            for source in self._bursts
            if source.emitter.start_s <= time_s < source.emitter.end_s
        ]
        return tuple(group for group in made if len(group.positions))

    def lights(self, time_s: float) -> tuple[PointLight, ...]:
        """What the fires and candles throw at a moment."""
        burning = [s for s in self._steady if s.emitter.kind in {"fire", "candle"}]
        lights = [fire.light_of(source, time_s) for source in burning]
        return tuple(light for light in lights if light is not None)

    def _source(self, emitter: Emitter) -> Source:
        x, _, z = emitter.position_m
        return Source(
            emitter=emitter,
            spot=self._spot(emitter),
            wind_mps=self._wind,
            gravity_mps2=self._scene.gravity_mps2,
            seed=_seed_of(emitter, self._seed),
            ground_m=self._level(x, z) if not emitter.rides else 0.0,
        )

    def _level(self, x: float, z: float) -> float:
        """Height of the open ground or water there."""
        waters = [water for water in self._scene.waters if water.covers(x, z)]
        return waters[0].level_m if waters else 0.0

    def _spot(self, emitter: Emitter) -> Callable[[Reals], Reals]:
        place = np.array(emitter.position_m)
        poses = self._motion.poses.get(emitter.rides)
        if poses is not None:
            spots = poses[:, :3, :3] @ place + poses[:, :3, 3]
            times = (np.arange(len(spots)) + 0.5) / self._rate_fps
            return lambda at: np.stack(
                [np.interp(at, times, spots[:, axis]) for axis in range(3)], axis=1
            )
        actor = next((a for a in self._scene.actors if a.label == emitter.rides), None)
        if actor is not None:
            performance = actor.performance
            return lambda at: np.array(
                [np.asarray(performance.position(float(t))) + place for t in at]
            ).reshape(-1, 3)
        return lambda at: np.broadcast_to(place, (len(at), 3)).copy()


def _seed_of(emitter: Emitter, seed: int) -> int:
    """Each emitter's own chances: by what it is, not by where it stands in a list."""
    told = f"{emitter.kind}/{emitter.rides}/{emitter.number}/{emitter.start_s:.4f}"
    return zlib.crc32(told.encode()) ^ (seed & 0x7FFFFFFF)
