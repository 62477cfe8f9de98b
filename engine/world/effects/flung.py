"""What is flung: sparks and splinters that bounce, embers that rise, drops of a splash."""

from __future__ import annotations

import numpy as np

from engine.world.effects.births import Brood
from engine.world.effects.chance import Reals, between, chance, directions
from engine.world.effects.currents import Swirls, carried, gust, thrown
from engine.world.effects.fire import glow
from engine.world.effects.source import Source, sprites, swell
from engine.world.model import Sprites

_BOUNCES = 3
_WATER = (0.62, 0.70, 0.76)


def sparks(source: Source, time_s: float) -> Sprites:
    """From a grinder, a short circuit, struck steel: they fly, bounce and cool to red."""
    brood = source.living(150.0, 1.1, time_s)
    return _cooling(source, brood, spread=0.5)


def _cooling(source: Source, brood: Brood, spread: float) -> Sprites:
    starts = source.births(brood)
    speeds = between(brood.numbers, 41, source.seed, 1.5, 5.5) * source.emitter.strength**0.5
    ways = np.asarray(source.emitter.direction) + spread * directions(
        brood.numbers, 42, source.seed
    )
    ways /= np.linalg.norm(ways, axis=1, keepdims=True) + 1e-9
    positions, velocities = bounced(source, starts, ways * speeds[:, None], brood.ages_s, 0.45)
    shares = brood.shares
    heat = np.clip(1.15 - shares, 0.0, 1.0)
    colors = glow(shares) * (0.6 + 2.4 * heat**2)[:, None]
    sizes = between(brood.numbers, 43, source.seed, 0.003, 0.007) * (1.0 - 0.5 * shares)
    opacity = swell(shares, 0.02, 0.55)
    return sprites("spark", positions, velocities, sizes, colors, opacity, source.fates(brood))


def shards(source: Source, time_s: float) -> Sprites:
    """Splinters of something that broke: they tumble, glitter and come to rest."""
    count = round(26 * source.emitter.strength)
    brood = source.burst(count, 5.0, time_s)
    starts = source.births(brood)
    speeds = between(brood.numbers, 41, source.seed, 0.4, 2.6)
    ways = directions(brood.numbers, 42, source.seed)
    ways[:, 1] = np.abs(ways[:, 1])
    positions, velocities = bounced(source, starts, ways * speeds[:, None], brood.ages_s, 0.28)
    sizes = between(brood.numbers, 43, source.seed, 0.004, 0.016)
    tint = np.asarray(source.emitter.color or (0.75, 0.82, 0.86))
    shade = between(brood.numbers, 44, source.seed, 0.7, 1.2)[:, None]
    colors = np.clip(tint * shade, 0.0, 1.0)
    opacity = swell(brood.shares, 0.01, 0.9)
    return sprites("leaf", positions, velocities, sizes, colors, opacity, source.fates(brood))


def bounced(source: Source, starts: Reals, velocities: Reals, ages_s: Reals,
            restitution: float) -> tuple[Reals, Reals]:  # fmt: skip
    """Flies without drag upwards and down, bounces on the ground, then lies; (n, 3) each.

    Horizontal speed halves with each bounce; after the last one it rests where it is.
    """
    g = source.gravity_mps2
    at, speed, left = starts.copy(), velocities.copy(), ages_s.copy()
    floor = source.ground_m + 0.004
    at[:, 1] = np.maximum(at[:, 1], floor)
    for bounce in range(_BOUNCES + 1):
        up = speed[:, 1]
        flight = (up + np.sqrt(up * up + 2.0 * g * np.maximum(at[:, 1] - floor, 0.0))) / g
        lands = left > flight
        spent = np.where(lands, flight, left)
        at[:, [0, 2]] += speed[:, [0, 2]] * spent[:, None]
        at[:, 1] += up * spent - 0.5 * g * spent * spent
        speed[:, 1] = up - g * spent
        left = left - spent
        kept = restitution if bounce < _BOUNCES else 0.0
        slowed = 0.5 if bounce < _BOUNCES else 0.0
        speed[lands] *= (slowed, -kept, slowed)
    at[:, 1] = np.maximum(at[:, 1], floor)
    return at, speed


def embers(source: Source, time_s: float) -> Sprites:
    """Glowing bits over a fire: they rise with the hot air, dance in it and go out."""
    brood = source.living(16.0, 2.6, time_s)
    swirls = Swirls(source.seed % 9973, 0.8, 0.8)
    wind = source.wind_mps * 0.6
    lift = 1.7 * np.sqrt(source.emitter.strength)

    def flow(positions: Reals, times_s: Reals, ages_s: Reals) -> Reals:
        speed = swirls(positions, times_s) * np.minimum(ages_s / 0.5, 1.0)[:, None]
        speed += wind * gust(times_s, 0.5)[:, None]
        speed[:, 1] += lift * np.exp(-ages_s / 1.6)
        return speed

    positions, velocities = carried(source.births(brood), brood.born_s, brood.ages_s, flow)
    shares = brood.shares
    twinkle = 0.65 + 0.35 * np.sin(brood.ages_s * 23.0 + 6.28 * chance(brood.numbers, 46, 0))
    colors = glow(0.15 + 0.7 * shares) * (2.2 * twinkle)[:, None]
    sizes = between(brood.numbers, 47, source.seed, 0.004, 0.009)
    opacity = swell(shares, 0.05, 0.5)
    streaks = velocities * 0.35
    return sprites("spark", positions, streaks, sizes, colors, opacity, source.fates(brood))


def splash(source: Source, time_s: float) -> Sprites:
    """Something went into the water: a crown of drops leans outwards, a jet follows, all fall back.

    ``size_m`` is that of what went in, ``strength`` its speed in units of 3 m/s.
    """
    emitter = source.emitter
    size, power = emitter.size_m, min(emitter.strength, 3.0)
    count = int(np.clip(220.0 * (size / 0.2) ** 0.7 * power, 10, 420))
    brood = source.burst(count, 1.6, time_s, over_s=0.05)
    turn = 2.0 * np.pi * chance(brood.numbers, 51, source.seed)
    # Drops of the crown's rim come in fingers, as its edge breaks up.
    turn += 0.16 * np.sin(turn * 11.0 + source.seed % 7)
    lean = between(brood.numbers, 52, source.seed, 0.18, 0.62)
    is_jet = chance(brood.numbers, 53, source.seed) < 0.22
    speed = np.sqrt(size / 0.2) * power * between(brood.numbers, 54, source.seed, 1.0, 3.4)
    reach = np.where(is_jet, 0.12, lean)
    out = np.stack(
        [np.cos(turn) * reach, np.where(is_jet, 1.15, 1.0), np.sin(turn) * reach], axis=1
    )
    center = source.spot(brood.born_s)
    starts = center + np.where(is_jet, 0.1, 0.55)[:, None] * size * out * (1.0, 0.0, 1.0)
    late = np.where(is_jet, 0.12 + 0.4 * size, 0.0)
    ages = np.maximum(brood.ages_s - late, 0.0)
    positions, velocities = thrown(starts, out * speed[:, None], ages, source.fall, 0.35,
                                   source.wind_mps * 0.2)  # fmt: skip
    over = positions[:, 1] > center[:, 1] - 0.01
    shown = over & (brood.ages_s >= late)
    sizes = size * between(brood.numbers, 55, source.seed, 0.012, 0.05)
    opacity = np.where(shown, 0.8, 0.0)
    color = emitter.color or _WATER
    return sprites("spray", positions, velocities, sizes, color, opacity, source.fates(brood))


def spray(source: Source, time_s: float) -> Sprites:
    """A fountain, a hose, a wave's crest: fine drops along a jet."""
    emitter = source.emitter
    brood = source.living(260.0, 1.4, time_s)
    speeds = between(brood.numbers, 61, source.seed, 0.85, 1.1) * 3.6 * emitter.strength
    ways = np.asarray(emitter.direction) + 0.10 * directions(brood.numbers, 62, source.seed)
    positions, velocities = thrown(source.births(brood), ways * speeds[:, None], brood.ages_s,
                                   source.fall, 0.5, source.wind_mps * 0.5)  # fmt: skip
    over = positions[:, 1] > source.ground_m
    sizes = between(brood.numbers, 63, source.seed, 0.006, 0.02)
    opacity = np.where(over, 0.7, 0.0)
    color = emitter.color or _WATER
    return sprites("spray", positions, velocities, sizes, color, opacity, source.fates(brood))
