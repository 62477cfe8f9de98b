import numpy as np
import pytest

from engine.materials import MATERIALS
from engine.sound.continuous import rub
from engine.sound.effects import EFFECTS, effect, effect_length
from engine.sound.effects.breaking import breaking_level_db, breaking_sound, splash_level_db
from engine.sound.footsteps import footstep
from engine.sound.score import ContinuousCue, EffectCue, FootstepCue, ListenerTrack, Mono
from engine.timing import SAMPLE_RATE_HZ

STILL = ListenerTrack(np.stack([np.eye(4), np.eye(4)]))
HERE = ((0.0, 0.0, -3.0),)
REQUIRED = (
    "phone thunder dog cat bird bell siren horn engine applause laugh knock door clock crickets "
    "wind rain waves footsteps glass explosion whistle typing crowd fire splash train swish horse "
    "cow"
).split()


def made(name: str, end_sample: int | None = None, seed: int = 1) -> Mono:
    cue = EffectCue(name, 0, HERE, end_sample=end_sample)
    return effect(cue, np.random.default_rng(seed), STILL, 480_000)


def centroid_hz(samples: Mono) -> float:
    power = np.abs(np.fft.rfft(samples)) ** 2
    return float(np.sum(np.fft.rfftfreq(len(samples), 1 / SAMPLE_RATE_HZ) * power) / np.sum(power))


def strongest_hz(samples: Mono) -> float:
    power = np.abs(np.fft.rfft(samples * np.hanning(len(samples)))) ** 2
    return float(np.argmax(power)) * SAMPLE_RATE_HZ / len(samples)


def test_everything_that_can_be_asked_for_exists() -> None:
    assert set(REQUIRED) <= set(EFFECTS)


@pytest.mark.parametrize("name", EFFECTS)
def test_every_effect_sounds_is_bounded_and_ends_without_a_click(name: str) -> None:
    samples = made(name)
    assert len(samples) == effect_length(name)
    assert np.isfinite(samples).all()
    assert 0.03 < np.max(np.abs(samples)) <= 1.0
    assert abs(samples[-1]) < 2e-3
    assert abs(float(samples.mean())) < 5e-3
    assert len(made(name, end_sample=1)) <= 1


def test_lasting_effects_last_and_others_keep_their_length() -> None:
    assert len(made("engine", 400_000)) == 400_000
    assert len(made("dog", 400_000)) == effect_length("dog")
    assert len(made("dog", 10_000)) == 10_000


def test_effects_differ_as_their_sources_do() -> None:
    assert centroid_hz(made("thunder")) < 300 < centroid_hz(made("cow")) < 900
    assert centroid_hz(made("bird")) > 2_000
    assert 3_500 < strongest_hz(made("crickets")) < 5_500
    assert centroid_hz(made("glass")) > 2_000 > centroid_hz(made("knock"))


def test_a_clock_ticks_twice_a_second() -> None:
    samples = np.abs(made("clock", 5 * SAMPLE_RATE_HZ))
    loud = np.flatnonzero(samples > 0.3 * samples.max())
    starts = loud[np.diff(loud, prepend=-48_000) > 4_800]
    assert np.allclose(np.diff(starts), SAMPLE_RATE_HZ / 2, atol=100)


def test_a_passing_engine_drops_in_pitch_as_it_passes() -> None:
    path = tuple((float(x), 0.0, -4.0) for x in np.linspace(-60, 60, 61))
    cue = EffectCue("siren", 0, path, end_sample=240_000)
    passing = effect(cue, np.random.default_rng(1), STILL, 240_000)
    resting = made("siren", 240_000)
    before = centroid_hz(passing[:60_000]) / centroid_hz(resting[:60_000])
    assert before > 1.03
    horn_path = tuple((float(x), 0.0, -4.0) for x in np.linspace(5, 60, 30))
    away = EffectCue("horn", 0, horn_path)
    leaving = effect(away, np.random.default_rng(1), STILL, effect_length("horn"))
    assert strongest_hz(leaving) < 0.95 * strongest_hz(made("horn"))


def test_a_faster_engine_turns_faster() -> None:
    def turning_hz(speed_mps: float) -> float:
        radius_m = 8.0
        angles = np.linspace(0, speed_mps * 3 / radius_m, 200)
        circle = tuple((radius_m * np.cos(a), 0.0, radius_m * np.sin(a)) for a in angles)
        cue = EffectCue("engine", 0, circle, end_sample=144_000)
        return strongest_hz(effect(cue, np.random.default_rng(1), STILL, 144_000)[24_000:])

    assert turning_hz(14.0) > 1.4 * turning_hz(3.0)


def rolling(
    speeds: tuple[float, ...], kind: str = "roll", pair: tuple[str, str] = ("rubber", "wood")
) -> Mono:
    cue = ContinuousCue(kind, 0, 96_000, pair, speeds, 0.2, (0, 0, 0))
    return rub(cue, np.random.default_rng(1))


def test_rolling_follows_the_speed_and_stops_with_it() -> None:
    samples = rolling((3.0, 1.5, 0.0, 0.0))
    parts = [float(np.sqrt(np.mean(part**2))) for part in np.array_split(samples, 3)]
    assert parts[0] > 2 * parts[1] > 0 and parts[2] == 0.0
    assert not rolling(()).any() and not rolling((0.0,)).any()


def test_scraping_is_brighter_than_rolling_and_hard_brighter_than_soft() -> None:
    assert centroid_hz(rolling((2.0,), "scrape")) > centroid_hz(rolling((2.0,)))
    hard = centroid_hz(rolling((2.0,), pair=("metal", "stone")))
    assert hard > centroid_hz(rolling((2.0,), pair=("fabric", "carpet")))


def step(ground: str, weight_kg: float = 70.0, hard: float = 0.7) -> Mono:
    cue = FootstepCue(0, ground, weight_kg, hard, (0, 0, 0))
    return footstep(cue, np.random.default_rng(1))


def test_a_footstep_has_a_heel_at_once_and_then_a_toe() -> None:
    samples = np.abs(step("tiles"))
    assert np.argmax(samples > 0.1 * samples.max()) < 96
    heel, toe = samples[: int(0.06 * 48_000)].max(), samples[int(0.07 * 48_000) : 7_000].max()
    assert 0.1 * heel < toe < heel


def test_grounds_and_weights_are_told_apart() -> None:
    assert centroid_hz(step("gravel")) > 2 * centroid_hz(step("wood"))
    assert centroid_hz(step("carpet")) < centroid_hz(step("tiles"))
    assert np.abs(step("wood", 90)).max() > 2 * np.abs(step("wood", 5)).max()
    assert not len(step("wood", 0.0))


def test_materials_go_to_pieces_in_their_own_ways() -> None:
    names = {name: breaking_sound(name) for name in MATERIALS}
    assert set(names.values()) <= set(EFFECTS)
    assert names["glass"] == "glass" != names["wood"]
    bright = [centroid_hz(made(names[one])) for one in ("glass", "ice", "ceramic", "fruit")]
    assert bright == sorted(bright, reverse=True)


def test_large_things_break_and_splash_louder() -> None:
    assert breaking_level_db(0.05) < breaking_level_db(0.15) < breaking_level_db(1.0)
    assert breaking_level_db(0.15) == pytest.approx(0.0)
    pebble, boulder = splash_level_db(3.0, 0.02), splash_level_db(6.0, 0.8)
    assert pebble < -10 < 5 < boulder
