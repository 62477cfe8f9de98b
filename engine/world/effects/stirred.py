"""What bodies stir up where they touch: dust under feet and landings, drops out of puddles."""

from __future__ import annotations

from engine.timing import SAMPLE_RATE_HZ
from engine.world.scene import Emitter, Scene
from engine.world.simulation import Motion

_DUST = {
    "sand": (0.44, 0.33, 0.19),
    "earth": (0.38, 0.29, 0.20),
    "gravel": (0.45, 0.42, 0.38),
    "snow": (0.88, 0.90, 0.94),
    "dirt": (0.38, 0.29, 0.20),
}
"""Ground materials that raise dust, and its colour."""
_WET = 0.5
_DUST_LIFE_S = 2.3
_SPLASH_LIFE_S = 1.7
_LANDING_MPS = 1.2
_USUAL_STEP_KG = 70.0
_USUAL_SPLASH_MPS = 3.0
_SHARDS_LIE_S = 6.0


def stirred(scene: Scene, motion: Motion) -> tuple[Emitter, ...]:
    """One short emitter for every step and landing that stirs something up."""
    wet = scene.atmosphere.wetness > _WET and not scene.indoors
    made: list[Emitter] = []
    for number, step in enumerate(motion.footsteps):
        time_s = step.sample / SAMPLE_RATE_HZ
        strength = (step.weight_kg / _USUAL_STEP_KG) ** 0.5
        x, y, z = step.position_m
        if wet:
            made.append(_drops((x, y + 0.01, z), time_s, 0.05, 0.55 * strength, number))
        elif scene.ground_material in _DUST:
            color = _DUST[scene.ground_material]
            made.append(_dust((x, y + 0.03, z), time_s, 0.35 * strength, color, number))
    made += _landings(scene, motion, wet)
    made += [
        _drops(splash.position_m, splash.time_s, max(splash.size_m, 0.06),
               splash.speed_mps / _USUAL_SPLASH_MPS, 2000 + number)
        for number, splash in enumerate(motion.splashes)
    ]  # fmt: skip
    made += [
        Emitter(
            kind="shards",
            position_m=broken.position_m,
            start_s=broken.time_s,
            end_s=broken.time_s + _SHARDS_LIE_S,
            size_m=0.05,
            strength=min(0.5 + broken.impulse_ns, 2.0),
            number=3000 + number,
        )
        for number, broken in enumerate(motion.breaks)
    ]
    return tuple(made)


def _landings(scene: Scene, motion: Motion, wet: bool) -> list[Emitter]:
    made: list[Emitter] = []
    for number, impact in enumerate(motion.impacts):
        speed = impact.impulse_ns / max(impact.mass_kg, 1e-3)
        if speed < _LANDING_MPS or impact.position_m[1] > 0.05:
            continue
        time_s = impact.sample / SAMPLE_RATE_HZ
        strength = min(0.25 + 0.12 * speed * (impact.size_m / 0.25) ** 0.5, 1.6)
        x, y, z = impact.position_m
        if wet:
            size = min(max(0.5 * impact.size_m, 0.03), 0.4)
            made.append(_drops((x, y + 0.01, z), time_s, size, strength, 1000 + number))
        elif scene.ground_material in _DUST:
            color = _DUST[scene.ground_material]
            made.append(_dust((x, y + 0.04, z), time_s, strength, color, 1000 + number))
    return made


def _dust(at: tuple[float, float, float], time_s: float, strength: float,
          color: tuple[float, float, float], number: int) -> Emitter:  # fmt: skip
    return Emitter(
        kind="dust",
        position_m=at,
        start_s=time_s,
        end_s=time_s + _DUST_LIFE_S,
        size_m=0.08,
        strength=strength,
        color=color,
        number=number,
    )


def _drops(at: tuple[float, float, float], time_s: float, size_m: float, strength: float,
           number: int) -> Emitter:  # fmt: skip
    return Emitter(
        kind="splash",
        position_m=at,
        start_s=time_s,
        end_s=time_s + _SPLASH_LIFE_S,
        size_m=size_m,
        strength=strength,
        number=number,
    )
