"""Named sounds: what an editor can ask for by name, each synthesised anew for its cue."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.errors import BadRequest
from engine.sound import noise, tones
from engine.sound.effects.breaking import BREAKING
from engine.sound.effects.recipe import Recipe
from engine.sound.effects.things import THINGS
from engine.sound.effects.voices import VOICES
from engine.sound.effects.weather import WEATHER
from engine.sound.score import EffectCue, ListenerTrack, Mono
from engine.sound.space import doppler_rate
from engine.timing import SAMPLE_RATE_HZ

_RECIPES: dict[str, Recipe] = {**BREAKING, **THINGS, **VOICES, **WEATHER}

EFFECTS: tuple[str, ...] = tuple(sorted(_RECIPES))
"""Canonical names of the sounds that an ``EffectCue`` can name."""


def effect_length(name: str) -> int:
    """The natural length of a named sound, in samples.

    Raises:
        BadRequest: no such sound.
    """
    return int(_recipe(name).seconds * SAMPLE_RATE_HZ)


def effect(cue: EffectCue, rng: np.random.Generator, listener: ListenerTrack, total: int) -> Mono:
    """The sound of ``cue`` at 1 m, from its first sample on.

    Args:
        listener, total: the ears and the shot's length, for the Doppler shift of what passes.

    Raises:
        BadRequest: no such sound.
    """
    recipe = _recipe(cue.name)
    count = effect_length(cue.name)
    if cue.end_sample is not None:
        asked = max(cue.end_sample - cue.sample, 0)
        count = asked if recipe.lasting else min(count, asked)
    if count == 0:
        return np.zeros(0, np.float32)
    if len(cue.path_m) > 1:
        samples = _passing(recipe, cue, count, rng, listener, total)
    else:
        samples = recipe.make(rng, count)
    level = noise.decibels(recipe.level_db + cue.level_db)
    fade_in_s = 0.02 if recipe.lasting else 0.0
    fade_out_s = 0.08 if recipe.lasting else 0.02
    return noise.faded(tones.normalised(samples, level), fade_in_s, fade_out_s)


def _recipe(name: str) -> Recipe:
    recipe = _RECIPES.get(name)
    if recipe is None:
        raise BadRequest(f"There is no sound called “{name}”; there are: {', '.join(EFFECTS)}.")
    return recipe


def _passing(
    recipe: Recipe,
    cue: EffectCue,
    count: int,
    rng: np.random.Generator,
    listener: ListenerTrack,
    total: int,
) -> Mono:
    """The sound of something on its way: turning with its speed, shifted by Doppler."""
    path = np.asarray(cue.path_m, np.float64)
    steps = np.linalg.norm(np.diff(path, axis=0), axis=1)
    speed_mps = steps * len(steps) * SAMPLE_RATE_HZ / count
    rate: NDArray[np.float64] = tones.over_time(
        doppler_rate(cue.path_m, cue.sample, count, listener, total), count
    )
    rate = rate * (1 + recipe.pitch_per_mps * tones.over_time(np.minimum(speed_mps, 40.0), count))
    where = np.cumsum(rate) - rate[0]
    source = recipe.make(rng, int(where[-1]) + 2)
    return np.asarray(np.interp(where, np.arange(len(source)), source), np.float32)
