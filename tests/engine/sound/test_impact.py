from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.materials import MATERIALS
from engine.sound.impact import QUIET_SPEED_MPS, contact_duration_s, impact
from engine.sound.score import ImpactCue, Mono
from engine.timing import SAMPLE_RATE_HZ

NAMES = sorted(MATERIALS)
MUG = ImpactCue(0, ("ceramic", "wood"), 0.6, 0.1, 0.3, (0.0, 0.0, 0.0))
BASKETBALL = ImpactCue(0, ("rubber", "wood"), 2.6, 0.24, 0.62, (0.0, 0.0, 0.0))


def sounded(cue: ImpactCue, seed: int = 1) -> Mono:
    return impact(cue, np.random.default_rng(seed))


def centroid_hz(samples: Mono) -> float:
    power = np.abs(np.fft.rfft(samples)) ** 2
    return float(np.sum(np.fft.rfftfreq(len(samples), 1 / SAMPLE_RATE_HZ) * power) / np.sum(power))


def ring_s(samples: Mono) -> float:
    """When 99.9 % of the energy has come."""
    energy = np.cumsum(samples.astype(np.float64) ** 2)
    return float(np.searchsorted(energy, 0.999 * energy[-1])) / SAMPLE_RATE_HZ


@settings(max_examples=60, deadline=None)
@given(
    first=st.sampled_from(NAMES),
    second=st.sampled_from(NAMES),
    size_m=st.floats(0.02, 1.5),
    mass_kg=st.floats(0.01, 40.0),
    speed_mps=st.floats(0.3, 12.0),
    seed=st.integers(0, 99),
)
def test_every_pair_of_materials_starts_at_once_and_peaks_within_8_ms(
    first: str, second: str, size_m: float, mass_kg: float, speed_mps: float, seed: int
) -> None:
    cue = ImpactCue(0, (first, second), mass_kg * speed_mps, size_m, mass_kg, (0, 0, 0))
    samples = np.abs(sounded(cue, seed))
    peak = np.max(samples)
    assert np.isfinite(samples).all()
    assert samples[0] > 0
    assert np.argmax(samples > 0.1 * peak) <= 0.002 * SAMPLE_RATE_HZ
    assert np.argmax(samples) <= 0.008 * SAMPLE_RATE_HZ


def test_a_harder_hit_is_louder_but_not_proportionally() -> None:
    peaks = [
        float(np.max(np.abs(sounded(replace(MUG, impulse_ns=impulse)))))
        for impulse in (0.1, 0.4, 1.6)
    ]
    assert peaks[0] < peaks[1] < peaks[2] < 16 * peaks[0]


def test_what_only_creeps_is_silent() -> None:
    assert not len(sounded(replace(MUG, impulse_ns=MUG.mass_kg * QUIET_SPEED_MPS)))
    assert not len(sounded(replace(MUG, impulse_ns=0.0)))


def test_glass_and_metal_ring_longer_than_wood() -> None:
    rings = {
        name: ring_s(sounded(replace(MUG, materials=(name, "stone"))))
        for name in ("glass", "metal", "wood")
    }
    assert rings["glass"] > 2 * rings["wood"]
    assert rings["metal"] > 1.5 * rings["wood"]


def test_soft_materials_sound_duller_than_hard_ones() -> None:
    colours = [
        centroid_hz(sounded(replace(MUG, materials=(name, "wood"))))
        for name in ("fruit", "plastic", "glass")
    ]
    assert colours == sorted(colours)


def test_the_ground_dulls_the_same_thing() -> None:
    on_tiles = centroid_hz(sounded(replace(MUG, materials=("wood", "tiles"))))
    on_carpet = centroid_hz(sounded(replace(MUG, materials=("wood", "carpet"))))
    assert on_carpet < 0.5 * on_tiles


def test_bigger_things_ring_lower() -> None:
    small = sounded(replace(MUG, materials=("metal", "metal"), size_m=0.1))
    large = sounded(replace(MUG, materials=("metal", "metal"), size_m=0.8))
    assert centroid_hz(large) < 0.7 * centroid_hz(small)


def test_contact_lasts_longer_for_soft_slow_and_heavy_things() -> None:
    hard = contact_duration_s(MUG)
    assert contact_duration_s(replace(MUG, materials=("ceramic", "carpet"))) > 3 * hard
    assert contact_duration_s(replace(MUG, impulse_ns=0.06)) > hard
    heavy = replace(MUG, mass_kg=3.0, impulse_ns=6.0)
    assert contact_duration_s(heavy) > hard


def test_a_basketball_thumps_low_and_pings_with_the_air_inside_it() -> None:
    samples = sounded(BASKETBALL)
    power = np.abs(np.fft.rfft(samples, 48_000)) ** 2
    assert 70 <= np.argmax(power) <= 130
    air_hz = 2.08 * 343 / (2 * np.pi * 0.12)
    ping = power[int(air_hz - 25) : int(air_hz + 25)].max()
    assert ping > 20 * np.median(power[int(air_hz * 1.15) : int(air_hz * 1.4)])
    solid = replace(BASKETBALL, mass_kg=7.0, impulse_ns=29.0)
    assert contact_duration_s(BASKETBALL) > contact_duration_s(replace(solid, size_m=0.24)) / 3


def test_equal_seeds_give_equal_sound_and_others_do_not() -> None:
    assert np.array_equal(sounded(MUG, 5), sounded(MUG, 5))
    assert not np.array_equal(sounded(MUG, 5), sounded(MUG, 6))


def test_an_unknown_material_is_refused() -> None:
    with pytest.raises(KeyError):
        sounded(replace(MUG, materials=("cheese", "wood")))
