"""Two things hit each other: how it sounds follows from what they are and how hard they meet.

Both bodies ring.  The smaller one's modes follow from its size and the speed of sound in its
material, a wall of typical thickness assumed; the other is taken for a slab (a floor, a table
top, a backboard), duller because it is large and held.  The contact lasts as long as Hertz'
theory gives for the two stiffnesses, the mass and the speed; a long contact (rubber, cloth) cannot
excite high modes, so soft things sound dull by themselves.  A hollow rubber or leather ball adds
the thump of its wall and the ping of the air inside it.

The sound starts on its first sample, without a ramp; nothing precedes it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.materials import Material, material
from engine.sound import noise, tones
from engine.sound.score import ImpactCue, Mono
from engine.timing import SAMPLE_RATE_HZ

QUIET_SPEED_MPS = 0.06
_FULL_SPEED_MPS = 0.25
_SOUND_IN_AIR_MPS = 343.0
_LONGEST_S = 2.2
_HEAD_SAMPLES = 7 * SAMPLE_RATE_HZ // 1000
_SHORTEST_CONTACT_S = 5e-5
_LONGEST_CONTACT_S = 0.009

_PLATE_RATIOS = np.array(
    [1.0, 1.59, 2.14, 2.65, 2.92, 3.60, 4.06, 4.90, 5.54, 6.75, 7.9, 9.3, 11.1, 13.4, 16.2, 19.5]
)
_WALL_SHARE = {
    "glass": 0.020, "metal": 0.040, "ceramic": 0.045, "wood": 0.055, "plastic": 0.06, "ice": 0.12,
    "stone": 0.22, "brick": 0.16, "concrete": 0.18, "tiles": 0.06, "cardboard": 0.03,
    "paper": 0.02,
}  # fmt: skip
_SOLID_SHARE = 0.25
_SLAB_THICKNESS_M = {"metal": 0.004, "glass": 0.008, "wood": 0.022, "plastic": 0.01}
_SOLID_SLAB_M = 0.08
_POOR_RADIATOR_HZ = 180.0  # below it, surfaces move more air around than away
_GRANULAR = frozenset(("gravel", "sand", "snow", "grass", "earth", "water"))


@dataclass(frozen=True, eq=False)
class _Modes:
    frequencies_hz: NDArray[np.float64]
    decay_times_s: NDArray[np.float64]
    amplitudes: NDArray[np.float64]


def impact(cue: ImpactCue, rng: np.random.Generator) -> Mono:
    """The sound of ``cue`` from its onset on, at 1 m; empty when it is too gentle to be heard."""
    speed_mps = cue.impulse_ns / max(cue.mass_kg, 1e-4)
    level = _level(cue, speed_mps)
    if level <= 0.0:
        return np.zeros(0, np.float32)
    body, ground = material(cue.materials[0]), material(cue.materials[1])
    contact_s = contact_duration_s(cue)
    modes = [_body_modes(body, cue.size_m, rng), _slab_modes(ground, rng)]
    if _is_hollow(cue, body):
        modes.append(_cavity_modes(cue.size_m))
    frequencies = np.concatenate([part.frequencies_hz for part in modes])
    decays = np.concatenate([part.decay_times_s for part in modes])
    amplitudes = np.concatenate([part.amplitudes for part in modes])
    amplitudes = amplitudes * _contact_spectrum(frequencies, contact_s)
    length_s = min(max(float(np.max(decays, initial=0.0)), 0.12), _LONGEST_S)
    count = int(length_s * SAMPLE_RATE_HZ)
    ringing = tones.damped_modes(frequencies, decays, amplitudes, count)
    struck = tones.normalised(ringing) + _contact_noise(body, ground, contact_s, count, rng)
    if body.name in _GRANULAR or ground.name in _GRANULAR:
        loose = body if body.name in _GRANULAR else ground
        struck = 0.7 * struck + _grains_thrown(loose, count, rng)
    settled = noise.faded(tones.normalised(_loudest_first(struck)), 0.0, 0.03)
    return np.asarray(settled * level, np.float32)


def _loudest_first(struck: Mono) -> Mono:
    """Modes that beat can swell after the hit; ears (and editors) expect the peak in it."""
    head = _HEAD_SAMPLES
    strike = int(np.argmax(np.abs(struck[:head])))
    first = float(np.abs(struck[strike]))
    later = float(np.max(np.abs(struck[head:]), initial=0.0))
    if later <= 0.95 * first:
        return struck
    held = np.ones(len(struck))
    held[strike:head] = np.linspace(1.0, 0.95 * first / later, head - strike)
    held[head:] = 0.95 * first / later
    kept = np.asarray(struck * held, np.float32)
    return kept


def contact_duration_s(cue: ImpactCue) -> float:
    """How long the two stay together (Hertz), bounded to what is heard as one hit."""
    body, ground = (material(name) for name in cue.materials)
    stiffness = 1e9 / (0.9 / body.stiffness_gpa + 0.9 / ground.stiffness_gpa)
    speed = max(cue.impulse_ns / max(cue.mass_kg, 1e-4), QUIET_SPEED_MPS)
    radius = max(cue.size_m / 2, 0.002)
    squeezed = cue.mass_kg**2 / (radius * stiffness**2 * speed)
    duration = 2.87 * squeezed**0.2
    if _is_hollow(cue, body):
        duration = max(duration, 0.0045)
    return float(min(max(duration, _SHORTEST_CONTACT_S), _LONGEST_CONTACT_S))


def _level(cue: ImpactCue, speed_mps: float) -> float:
    """Peak at 1 m: grows with the impulse as ears judge it, nothing below a creeping speed."""
    if speed_mps <= QUIET_SPEED_MPS or cue.impulse_ns <= 0.0:
        return 0.0
    awake = min((speed_mps - QUIET_SPEED_MPS) / (_FULL_SPEED_MPS - QUIET_SPEED_MPS), 1.0)
    softness = min(material(name).brightness for name in cue.materials)
    level_db = -4.5 + 6.0 * math.log10(cue.impulse_ns) + 9.0 * (softness - 0.4)
    return awake * noise.decibels(min(level_db, 4.0))


def _is_hollow(cue: ImpactCue, body: Material) -> bool:
    """An inflated ball: rubber or leather far lighter than a solid one of its size."""
    solid_kg = math.pi / 6 * cue.size_m**3 * body.density_kg_m3
    return body.name in ("rubber", "leather") and cue.mass_kg < 0.5 * solid_kg


def _body_modes(body: Material, size_m: float, rng: np.random.Generator) -> _Modes:
    """The modes of the smaller, free body."""
    share = _WALL_SHARE.get(body.name, _SOLID_SHARE)
    sound_mps = math.sqrt(body.stiffness_gpa * 1e9 / body.density_kg_m3)
    lowest = min(max(share * sound_mps / max(size_m, 0.01), 60.0), 4500.0)
    return _plate(lowest, body.damping, body.brightness, 1.0, rng)


def _slab_modes(ground: Material, rng: np.random.Generator) -> _Modes:
    """The modes of the large, held body: lower, and three times as quickly gone."""
    thickness = _SLAB_THICKNESS_M.get(ground.name, _SOLID_SLAB_M)
    sound_mps = math.sqrt(ground.stiffness_gpa * 1e9 / ground.density_kg_m3)
    lowest = min(max(1.1 * thickness * sound_mps, 55.0), 260.0)
    loss = min(3.0 * ground.damping + 0.02, 0.5)
    stiff = 0.7 if ground.name in _SLAB_THICKNESS_M else 0.35
    weight = stiff if ground.damping < 0.1 else 0.6
    return _plate(lowest, loss, 0.6 * ground.brightness, weight, rng)


def _plate(
    lowest_hz: float, loss: float, brightness: float, weight: float, rng: np.random.Generator
) -> _Modes:
    """Plate-like partials, each a little off, higher ones weaker the duller the material."""
    ratios = _PLATE_RATIOS * (1 + 0.03 * rng.standard_normal(len(_PLATE_RATIOS)))
    frequencies = lowest_hz * ratios
    decays = 2.2 / (frequencies * loss) / (1 + frequencies / 9000.0)
    fall = ratios ** -(1.6 - 1.3 * brightness)
    radiated = frequencies / (frequencies + _POOR_RADIATOR_HZ)
    amplitudes = weight * fall * radiated * rng.uniform(0.5, 1.0, len(ratios))
    return _Modes(frequencies, np.clip(decays, 0.004, _LONGEST_S), amplitudes)


def _cavity_modes(size_m: float) -> _Modes:
    """The wall's thump and the air inside a ball (first resonance 2.08 c / 2 pi r)."""
    radius = max(size_m / 2, 0.02)
    air_hz = 2.08 * _SOUND_IN_AIR_MPS / (2 * math.pi * radius)
    wall_hz = min(max(10.0 / radius, 70.0), 320.0)
    return _Modes(
        np.array([wall_hz, 1.9 * wall_hz, air_hz, 1.6 * air_hz, 2.16 * air_hz]),
        np.array([0.13, 0.08, 0.22, 0.12, 0.08]),
        np.array([3.2, 1.6, 14.0, 6.0, 5.0]),
    )


def _contact_spectrum(frequencies_hz: NDArray[np.float64], contact_s: float) -> NDArray[np.float64]:
    """How strongly a push of that duration excites each frequency."""
    return np.asarray(1.0 / (1.0 + (1.6 * frequencies_hz * contact_s) ** 2))


def _contact_noise(
    body: Material, ground: Material, contact_s: float, count: int, rng: np.random.Generator
) -> Mono:
    """The surfaces meeting: a burst at the very start, as bright as the contact is short."""
    length = min(count, int((0.006 + 3 * contact_s) * SAMPLE_RATE_HZ))
    cutoff_hz = min(max(0.9 / contact_s, 260.0), 15_000.0)
    warm = 512
    burst = noise.lowpass(noise.white(rng, length + warm), cutoff_hz)[warm:]
    seconds = np.arange(length) / SAMPLE_RATE_HZ
    rise = np.minimum((np.arange(length) + 1) / 12.0, 1.0)
    envelope = rise * np.exp(-seconds / (0.0012 + 0.5 * contact_s))
    out = np.zeros(count, np.float32)
    roughness = 0.40 + 0.50 * (1 - min(body.brightness, ground.brightness))
    out[:length] = roughness * tones.normalised((burst * envelope).astype(np.float32))
    return out


def _grains_thrown(loose: Material, count: int, rng: np.random.Generator) -> Mono:
    """Blades, pebbles or drops stirred by the hit: a short rustle after it."""
    colour = {
        "gravel": (1800.0, 7000.0), "sand": (1200.0, 5000.0), "snow": (900.0, 4000.0),
        "grass": (2000.0, 8000.0), "earth": (300.0, 1600.0), "water": (500.0, 4500.0),
    }[loose.name]  # fmt: skip
    rustle = noise.band(rng, count, *colour)
    seconds = np.arange(count) / SAMPLE_RATE_HZ
    lumps = 0.4 + 0.6 * noise.drift(rng, count, 160.0) ** 2
    fall = np.exp(-seconds / (0.06 if loose.name in ("gravel", "water") else 0.035))
    return np.asarray((0.10 + 0.25 * loose.brightness) * rustle * lumps * fall, np.float32)
