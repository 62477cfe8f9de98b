"""The bed of a place: what is always there, by place, time of day and weather.

A bed is layers, each drawn anew over the whole length (nothing loops), each set to its own
loudness, wide in stereo because left and right are drawn apart.  Quiet on purpose: about -60 LUFS
in a studio, -50 to -42 outdoors, -32 in heavy rain, so that whatever happens stands out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from engine.sound import noise, tones
from engine.sound.effects import weather
from engine.sound.effects.things import clock_ticking
from engine.sound.effects.voices import babble, chirp
from engine.sound.loudness import SILENCE_LUFS, plain_loudness
from engine.sound.score import AmbienceCue, Mono, Stereo
from engine.timing import SAMPLE_RATE_HZ

_Maker = Callable[[np.random.Generator, int], Mono]
_EDGE_S = 0.012


@dataclass(frozen=True)
class _Layer:
    """One layer: who makes it, how loud it is, whether each side is drawn apart."""

    make: _Maker
    level_lufs: float
    wide: bool = True


_PIECE_SAMPLES = 60 * SAMPLE_RATE_HZ
_OVERLAP_SAMPLES = SAMPLE_RATE_HZ
_RISE = np.sin(np.linspace(0.0, np.pi / 2, _OVERLAP_SAMPLES)).astype(np.float32)[:, None]
"""Equal power over a second."""


def bed(cue: AmbienceCue, count: int, rng: np.random.Generator) -> Stereo:
    """(count, 2) of the place as it sounds when nothing happens in it.

    Long beds are made a piece at a time, each faded over into the next.
    """
    total = np.zeros((count, 2), np.float32)
    for start in range(0, count, _PIECE_SAMPLES):
        stop = min(start + _PIECE_SAMPLES + _OVERLAP_SAMPLES, count)
        piece = _piece(cue, stop - start, rng)
        if start:
            piece[:_OVERLAP_SAMPLES] *= _RISE[: len(piece)]
        if stop < count:
            piece[-_OVERLAP_SAMPLES:] *= _RISE[::-1]
        total[start:stop] += piece
    for side in (0, 1):
        total[:, side] = noise.faded(total[:, side], _EDGE_S, _EDGE_S)
    return total


def _piece(cue: AmbienceCue, count: int, rng: np.random.Generator) -> Stereo:
    total = np.zeros((count, 2), np.float32)
    for layer in _layers(cue):
        left = layer.make(rng, count)
        right = layer.make(rng, count) if layer.wide else left
        total += _at_level(np.stack([left, right], axis=1), layer.level_lufs)
    return total


def _at_level(samples: Stereo, level_lufs: float) -> Stereo:
    """``samples`` at that loudness (silence stays silence)."""
    now = plain_loudness(samples)
    if now <= SILENCE_LUFS:
        return samples
    return np.asarray(samples * noise.decibels(min(level_lufs - now, 60.0)), np.float32)


def _layers(cue: AmbienceCue) -> list[_Layer]:
    night = cue.time == "night"
    layers = _place_layers(cue.place, cue.indoors, night, _is_wet(cue))
    return layers + _weather_layers(cue)


def _is_wet(cue: AmbienceCue) -> bool:
    return cue.rain > 0.0 or cue.weather in ("rain", "storm", "snow")


def _place_layers(place: str, indoors: bool, night: bool, wet: bool) -> list[_Layer]:
    calm = -3.0 if night else 0.0
    match place:
        case "studio":
            return [_Layer(_room_tone, -60.0)]
        case "street":
            return [_Layer(_traffic, -44.0 + 2 * calm), _Layer(_distant_pass, -48.0 + calm)]
        case "office":
            return [_Layer(_room_tone, -50.0), _Layer(_mains_hum, -58.0, wide=False),
                    _Layer(_distant_typing, -60.0)]  # fmt: skip
        case "kitchen":
            return [_Layer(_room_tone, -54.0), _Layer(_mains_hum, -52.0, wide=False)]
        case "room":
            return [_Layer(_room_tone, -54.0), _Layer(clock_ticking, -60.0, wide=False)]
        case "court":
            return [_Layer(_hall_tone, -48.0), _Layer(_mains_hum, -58.0, wide=False)]
        case "beach":
            return [_Layer(weather.waves, -42.0)]
        case "forest":
            return [_Layer(_leaves, -47.0), *_creatures(night, wet)]
        case "park":
            return [_Layer(_leaves, -51.0), _Layer(_traffic, -53.0),
                    _Layer(_murmur, -57.0, wide=False), *_creatures(night, wet)]  # fmt: skip
        case _:
            return _far_layers(place, indoors, night, wet)


def _far_layers(place: str, indoors: bool, night: bool, wet: bool) -> list[_Layer]:
    """Places that one travels to."""
    match place:
        case "mountain":
            return [_Layer(weather.wind, -46.0), *_creatures(night, wet)[:1]]
        case "desert":
            return [
                _Layer(weather.wind, -45.0),
                *([_Layer(weather.crickets, -56.0)] if night else []),
            ]
        case "snowfield":
            return [_Layer(weather.wind, -50.0), _Layer(_snow_hush, -56.0)]
        case "moon":
            return [_Layer(_suit_air, -56.0, wide=False)]
        case "lake":
            return [_Layer(_lapping, -48.0), _Layer(_leaves, -54.0), *_creatures(night, wet)]
        case _:
            return _built_layers(place, indoors, night, wet)


def _built_layers(place: str, indoors: bool, night: bool, wet: bool) -> list[_Layer]:
    """Places that people built; elsewhere a room's tone, or leaves."""
    calm = -3.0 if night else 0.0
    match place:
        case "rooftop":
            return [_Layer(_traffic, -48.0 + calm), _Layer(weather.wind, -53.0)]
        case "market":
            return [_Layer(_murmur, -46.0 + 2 * calm), _Layer(_hall_tone, -56.0)]
        case "station":
            return [_Layer(_hall_tone, -47.0), _Layer(_mains_hum, -60.0, wide=False),
                    _Layer(_murmur, -56.0 + calm, wide=False)]  # fmt: skip
        case "castle":
            return [_Layer(weather.wind, -52.0), *_creatures(night, wet)[:1]]
        case "cafe":
            return [_Layer(_murmur, -47.0), _Layer(_room_tone, -54.0)]
        case "pool":
            return [_Layer(_lapping, -50.0), *_creatures(night, wet)]
        case "farm":
            return [_Layer(_leaves, -52.0), *_creatures(night, wet)]
        case "library":
            return [_Layer(_room_tone, -55.0), _Layer(clock_ticking, -61.0, wide=False)]
        case "church":
            return [_Layer(_hall_tone, -52.0)]
        case "highway":
            return [_Layer(_distant_pass, -46.0 + calm), _Layer(_leaves, -53.0)]
        case "cave":
            return [_Layer(_hall_tone, -53.0), _Layer(_drips, -48.0)]
        case "dungeon":
            return [_Layer(_hall_tone, -52.0), _Layer(_drips, -50.0), _Layer(weather.fire, -56.0)]
        case "stage":
            return [_Layer(_hall_tone, -52.0), _Layer(_mains_hum, -64.0, wide=False)]
        case "classroom":
            return [_Layer(_room_tone, -52.0), _Layer(clock_ticking, -62.0, wide=False)]
        case _ if indoors:
            return [_Layer(_room_tone, -54.0)]
        case _:
            return [_Layer(_leaves, -49.0), *_creatures(night, wet)]


def _creatures(night: bool, wet: bool) -> list[_Layer]:
    """Birds by day, crickets by night, nobody in the wet."""
    if wet:
        return []
    return [_Layer(weather.crickets, -50.0) if night else _Layer(_birds, -48.0)]


def _weather_layers(cue: AmbienceCue) -> list[_Layer]:
    """Rain, wind, snow and a storm's thunder, behind the walls when indoors."""
    rain = cue.rain or {"rain": 0.6, "storm": 0.9}.get(cue.weather, 0.0)
    wind = cue.wind or {"wind": 0.6, "storm": 0.7, "snow": 0.15}.get(cue.weather, 0.0)
    layers: list[_Layer] = []
    if rain > 0.0:
        level = -42.0 + 11.0 * min(rain, 1.0) - (9.0 if cue.indoors else 0.0)
        layers.append(_Layer(_behind_walls(weather.rain) if cue.indoors else weather.rain, level))
        if not cue.indoors and rain > 0.3:
            layers.append(_Layer(_near_drops, level - 11.0))
    if wind > 0.0:
        level = -52.0 + 15.0 * min(wind, 1.0) - (7.0 if cue.indoors else 0.0)
        layers.append(_Layer(_behind_walls(weather.wind) if cue.indoors else weather.wind, level))
    if cue.weather == "storm":
        level = -44.0 if cue.indoors else -38.0
        layers.append(_Layer(_far_thunder, level, wide=False))
    if cue.weather == "snow":
        layers.append(_Layer(_snow_hush, -55.0))
    return layers


def _behind_walls(make: _Maker) -> _Maker:
    def muffled(rng: np.random.Generator, count: int) -> Mono:
        return noise.lowpass(make(rng, count), 750.0)

    return muffled


def _room_tone(rng: np.random.Generator, count: int) -> Mono:
    return noise.coloured(rng, count, ((40, -4), (120, 0), (400, -9), (1500, -20), (9000, -36)))


def _hall_tone(rng: np.random.Generator, count: int) -> Mono:
    air = noise.coloured(rng, count, ((50, -2), (150, 0), (500, -5), (1500, -14), (7000, -30)))
    return np.asarray(air * (0.85 + 0.15 * noise.drift(rng, count, 0.7)), np.float32)


def _mains_hum(rng: np.random.Generator, count: int) -> Mono:
    levels = (0.3, 1.0, 0.25, 0.5, 0.1, 0.3, 0.05, 0.12)
    hum = tones.harmonics(50.0, levels, count)
    return np.asarray(hum * (0.9 + 0.1 * noise.drift(rng, count, 1.2)), np.float32)


def _traffic(rng: np.random.Generator, count: int) -> Mono:
    hum = noise.coloured(rng, count, ((40, -2), (100, 0), (350, -6), (1000, -11), (4000, -28)))
    return np.asarray(hum * (0.65 + 0.35 * noise.drift(rng, count, 0.5)), np.float32)


def _distant_pass(rng: np.random.Generator, count: int) -> Mono:
    tyres = noise.coloured(rng, count, ((80, -12), (250, -4), (800, 0), (2200, -9), (8000, -30)))
    swell = 0.05 + noise.drift(rng, count, 0.28) ** 3
    return np.asarray(tyres * swell, np.float32)


def _leaves(rng: np.random.Generator, count: int) -> Mono:
    rustle = noise.coloured(rng, count, ((150, -14), (700, -6), (2500, 0), (7000, -6), (15e3, -16)))
    air = noise.coloured(rng, count, ((60, -2), (200, 0), (700, -12), (3000, -30)))
    breeze = 0.35 + 0.65 * noise.drift(rng, count, 0.6) ** 1.5
    return np.asarray(0.5 * rustle * breeze + 0.6 * air * (0.6 + 0.4 * breeze), np.float32)


def _birds(rng: np.random.Generator, count: int) -> Mono:
    out = np.zeros(count, np.float32)
    for _ in range(3):
        far = rng.uniform(0.15, 1.0)
        base_hz = rng.uniform(2400, 4600)
        at = int(rng.uniform(-1.0, 1.5) * SAMPLE_RATE_HZ)
        while at < count:
            for _ in range(int(rng.integers(2, 7))):
                note = chirp(rng, base_hz) * far
                if 0 <= at < count:
                    out[at : at + len(note)] += note[: count - at]
                at += len(note) + int(rng.uniform(0.02, 0.1) * SAMPLE_RATE_HZ)
            at += int(rng.uniform(0.6, 2.4) * SAMPLE_RATE_HZ)
    floor = noise.band(rng, count, 2000, 6000) * 0.003
    return np.asarray(out + floor, np.float32)


def _murmur(rng: np.random.Generator, count: int) -> Mono:
    return noise.lowpass(babble(rng, count, 2), 1400.0)


def _distant_typing(rng: np.random.Generator, count: int) -> Mono:
    tapping = noise.band(rng, count, 1500, 4500) * (noise.drift(rng, count, 9.0) ** 8)
    return np.asarray(tapping + 0.01 * noise.white(rng, count), np.float32)


def _suit_air(rng: np.random.Generator, count: int) -> Mono:
    """Inside the helmet: a small fan and slow breath; outside there is nothing to hear."""
    fan = noise.coloured(rng, count, ((120, -10), (400, -2), (900, 0), (2500, -12), (8000, -30)))
    breath = np.sin(np.arange(count) * (2 * np.pi * 0.27 / SAMPLE_RATE_HZ)) ** 2
    return np.asarray(fan * (0.35 + 0.65 * breath**3), np.float32)


def _lapping(rng: np.random.Generator, count: int) -> Mono:
    """Small waves at a shore: soft slaps that come and go."""
    wash = noise.coloured(rng, count, ((150, -8), (500, 0), (1200, -3), (4000, -16), (9000, -30)))
    return np.asarray(wash * (0.12 + noise.drift(rng, count, 1.1) ** 3), np.float32)


def _drips(rng: np.random.Generator, count: int) -> Mono:
    """Single drops into a puddle, each with its echo."""
    out = 0.0005 * noise.white(rng, count)
    at = int(rng.uniform(0.1, 0.6) * SAMPLE_RATE_HZ)
    while at < count:
        ring = tones.damped_modes([rng.uniform(900, 1900)], [0.09], [1.0], 6000)
        for echo in range(4):
            start = at + int(echo * 0.17 * SAMPLE_RATE_HZ)
            stop = min(start + len(ring), count)
            if start < count:
                out[start:stop] += 0.4**echo * ring[: stop - start]
        at += int(rng.uniform(0.5, 2.2) * SAMPLE_RATE_HZ)
    return np.asarray(out, np.float32)


def _near_drops(rng: np.random.Generator, count: int) -> Mono:
    floor = 0.004 * noise.white(rng, count)
    return np.asarray(weather.drops(rng, count, 45.0) + floor, np.float32)


def _snow_hush(rng: np.random.Generator, count: int) -> Mono:
    return noise.coloured(rng, count, ((300, -16), (1500, -6), (5000, 0), (12000, -4)))


def _far_thunder(rng: np.random.Generator, count: int) -> Mono:
    """One roll of thunder every ten seconds or so, the first within the shot."""
    out = np.zeros(count, np.float32)
    at_s = rng.uniform(0.1, 0.45) * min(count / SAMPLE_RATE_HZ, 10.0)
    while at_s * SAMPLE_RATE_HZ < count:
        at = int(at_s * SAMPLE_RATE_HZ)
        roll = noise.lowpass(weather.thunder(rng, 6 * SAMPLE_RATE_HZ), 500.0)
        out[at : at + len(roll)] += noise.faded(roll, 0.05, 0.5)[: count - at]
        at_s += rng.uniform(7.0, 14.0)
    return out
