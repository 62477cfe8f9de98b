from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from engine.errors import BadRequest, Cancelled
from engine.sound.ambience import bed
from engine.sound.loudness import integrated_loudness, plain_loudness, true_peak_db
from engine.sound.mixing import CEILING_DBTP, limited, mix
from engine.sound.perform import perform
from engine.sound.score import (
    AmbienceCue,
    ContinuousCue,
    EffectCue,
    FootstepCue,
    ImpactCue,
    ListenerTrack,
    Score,
    Speech,
    SpeechCue,
    Stems,
    Stereo,
)
from engine.sound.space import room_of

STUDIO = AmbienceCue("studio", "day", "clear", indoors=True)
PLACES = ("studio", "street", "meadow", "room", "kitchen", "court", "park", "beach", "forest",
          "office", "mountain", "desert", "snowfield", "lake", "rooftop", "market", "station",
          "castle", "dungeon", "stage", "classroom", "cafe", "cave", "pool",
          "church", "library", "highway")  # fmt: skip
INDOORS = ("studio", "room", "kitchen", "court", "office", "dungeon", "stage", "classroom",
           "cafe", "cave", "church", "library")  # fmt: skip


def listener(*positions: tuple[float, float, float]) -> ListenerTrack:
    matrices = np.repeat(np.eye(4)[None], max(len(positions), 2), axis=0)
    for index in range(len(matrices)):
        matrices[index, :3, 3] = positions[min(index, len(positions) - 1)]
    return ListenerTrack(matrices)


def score(sample_count: int = 48_000, **cues: Any) -> Score:
    base: dict[str, Any] = {"seed": 1, "listener": listener((0, 0, 3)), "ambience": STUDIO}
    return Score(sample_count=sample_count, **{**base, **cues})


def hit(sample: int, x: float = 0.0, **changes: Any) -> ImpactCue:
    cue = ImpactCue(sample, ("metal", "concrete"), 1.0, 0.2, 0.4, (x, 0.0, 0.0))
    return replace(cue, **changes)


def tone_speech(seconds: float = 1.0) -> Speech:
    count = int(seconds * 48_000)
    wave = 0.2 * np.sin(2 * np.pi * 220 * np.arange(count) / 48_000) * np.hanning(count)
    return Speech(wave.astype(np.float32), np.zeros(count // 480, np.float32))


def energy(samples: Stereo, side: int) -> float:
    return float(np.sum(samples[:, side].astype(np.float64) ** 2))


def test_an_impact_starts_on_its_sample_and_nothing_before_it() -> None:
    for sample in (0, 1, 479, 12_345, 47_999):
        effects = perform(score(impacts=(hit(sample),), ambience=STUDIO)).effects
        assert not effects[:sample].any()
        if sample < 47_000:
            assert np.abs(effects[sample : sample + 48]).max() > 0.1 * np.abs(effects).max()


def test_a_distant_impact_is_softer_but_not_later() -> None:
    near = perform(score(impacts=(hit(9_600),), listener=listener((0, 0, 2)))).effects
    far = perform(score(impacts=(hit(9_600),), listener=listener((0, 0, 40)))).effects
    assert energy(far, 0) < 0.2 * energy(near, 0)
    assert not far[:9_600].any() and np.abs(far[9_600:9_648]).max() > 0.05 * np.abs(far).max()


@pytest.mark.parametrize(("x", "louder"), [(-3.0, 0), (3.0, 1)])
def test_what_is_left_of_the_camera_is_heard_on_the_left(x: float, louder: int) -> None:
    effects = perform(score(impacts=(hit(1_000, x),))).effects
    assert energy(effects, louder) > 2 * energy(effects, 1 - louder)


def test_panning_follows_a_camera_that_moves_past() -> None:
    passing = listener((-6, 0, 3), (6, 0, 3))
    engine = EffectCue("engine", 0, ((0.0, 0.0, 0.0),), end_sample=96_000)
    effects = perform(score(96_000, effects=(engine,), listener=passing)).effects
    assert energy(effects[:32_000], 1) > energy(effects[:32_000], 0)
    assert energy(effects[-32_000:], 0) > energy(effects[-32_000:], 1)


def test_equal_scores_give_equal_samples_and_seeds_matter() -> None:
    cues = {"impacts": (hit(100),), "ambience": AmbienceCue("street", "day", "rain", rain=0.5)}
    first, second = mix(perform(score(**cues))), mix(perform(score(**cues)))
    assert np.array_equal(first, second)
    assert not np.array_equal(first, mix(perform(score(**cues, seed=2))))


def test_one_cue_more_does_not_change_the_others() -> None:
    one = perform(score(impacts=(hit(1_000),))).effects
    two = perform(score(impacts=(hit(1_000), hit(30_000)))).effects
    np.testing.assert_allclose(one[:30_000], two[:30_000], atol=1e-6)


@pytest.mark.parametrize("count", [0, 1, 7, 480, 5_000, 19_199, 19_200, 48_001])
def test_the_sound_is_exactly_as_long_as_asked(count: int) -> None:
    full = score(
        count,
        ambience=AmbienceCue("park", "day", "storm", rain=0.9, wind=0.7),
        impacts=(hit(-50), hit(10), hit(count)),
        footsteps=(FootstepCue(count - 5, "gravel", 70.0, 0.5, (0, 0, 0)),),
        continuous=(ContinuousCue("roll", -500, count + 500, ("rubber", "wood"), (1, 2), 0.2,
                                  (0, 0, 0)),),
        speech=(SpeechCue(-100, tone_speech(), None),),
        effects=(EffectCue("dog", count - 100, ((0, 0, 0),)),),
    )  # fmt: skip
    sound = mix(perform(full))
    assert sound.shape == (count, 2) and sound.dtype == np.float32 and np.isfinite(sound).all()


def test_a_negative_length_is_refused_in_words() -> None:
    with pytest.raises(BadRequest, match="-1"):
        perform(score(-1))


def test_an_unknown_effect_is_refused_in_words() -> None:
    with pytest.raises(BadRequest, match="kazoo"):
        perform(score(effects=(EffectCue("kazoo", 0, ((0, 0, 0),)),)))


def test_performing_can_be_stopped_between_cues() -> None:
    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        perform(score(impacts=(hit(10),)), check=stop)


def test_sounds_cut_at_the_ends_of_the_shot_fade_instead_of_clicking() -> None:
    engine = EffectCue("engine", -24_000, ((0.0, 0.0, 0.0),), end_sample=96_000)
    effects = perform(score(effects=(engine,), ambience=STUDIO)).effects
    typical = np.abs(np.diff(effects[10_000:40_000, 0])).max()
    assert np.abs(effects[0]).max() < 2 * typical and np.abs(effects[-1]).max() < 2 * typical
    assert np.abs(np.diff(effects[:500, 0])).max() < 3 * typical


@pytest.mark.parametrize("place", PLACES)
def test_beds_are_quiet_without_clicks_or_offset_and_wide(place: str) -> None:
    cue = AmbienceCue(place, "day", "clear", indoors=place in INDOORS)
    sound = bed(cue, 120_000, np.random.default_rng(3))
    low, high = (-61, -58) if place == "studio" else (-56, -40)
    assert low < plain_loudness(sound) < high
    assert abs(float(sound.mean())) < 1e-4
    assert np.abs(sound[0]).max() < 1e-5 and np.abs(sound[-1]).max() < 1e-4
    assert np.corrcoef(sound.T)[0, 1] < 0.95


def test_on_the_moon_there_is_only_the_air_of_the_suit() -> None:
    sound = bed(AmbienceCue("moon", "day", "clear"), 96_000, np.random.default_rng(3))
    assert -60 < plain_loudness(sound) < -52
    assert np.array_equal(sound[:, 0], sound[:, 1])
    assert room_of("moon", False).wet_db < -50


def test_rain_is_heard_and_muffled_indoors() -> None:
    outside = bed(AmbienceCue("street", "day", "rain", rain=0.7), 96_000, np.random.default_rng(1))
    inside = bed(
        AmbienceCue("room", "day", "rain", rain=0.7, indoors=True), 96_000, np.random.default_rng(1)
    )

    def highs(sound: Stereo) -> float:
        power = np.abs(np.fft.rfft(sound[:, 0])) ** 2
        return float(power[6_000:].sum() / power.sum())

    assert -36 < plain_loudness(outside) < -29
    assert plain_loudness(inside) < plain_loudness(outside) - 6
    assert highs(inside) < 0.2 * highs(outside)


def test_night_brings_crickets_where_day_has_birds() -> None:
    def cricket_share(time: str) -> float:
        sound = bed(AmbienceCue("meadow", time, "clear"), 144_000, np.random.default_rng(2))
        spectrum = np.abs(np.fft.rfft(sound[:, 0])) ** 2
        peaks = np.sort(spectrum[3 * 3_800 : 3 * 5_200])[-60:]
        return float(peaks.sum() / spectrum.sum())

    assert cricket_share("night") > 3 * cricket_share("day")


def test_a_bare_bed_is_not_lifted() -> None:
    stems = perform(score(96_000, ambience=AmbienceCue("meadow", "day", "clear")))
    assert plain_loudness(mix(stems)) == pytest.approx(plain_loudness(stems.ambience), abs=0.5)


def test_silence_stays_silence() -> None:
    silent = np.zeros((48_000, 2), np.float32)
    assert not mix(Stems(silent, silent, silent)).any()


def test_speech_comes_out_at_the_usual_loudness() -> None:
    spoken = perform(score(144_000, speech=(SpeechCue(20_000, tone_speech(2.0), (0, 0, 0)),)))
    assert integrated_loudness(mix(spoken)) == pytest.approx(-15.0, abs=1.0)


def test_a_faint_sound_is_lifted_by_a_bounded_gain_only() -> None:
    faint = (np.random.default_rng(0).standard_normal((96_000, 2)) * 10**-2.5).astype(np.float32)
    silent = np.zeros_like(faint)
    lifted = mix(Stems(silent, faint, silent))
    assert plain_loudness(lifted) - plain_loudness(faint) < 6.5


def test_ambience_steps_back_under_speech_and_returns() -> None:
    noise = 0.02 * np.random.default_rng(0).standard_normal((240_000, 2)).astype(np.float32)
    silent = np.zeros_like(noise)
    talk = silent.copy()
    talk[96_000:144_000] = 0.1 * np.sin(np.arange(48_000) / 20)[:, None]
    sound = mix(Stems(talk, silent, noise))
    quiet_band = np.diff(sound[:, 0], n=6)

    def level(start: int) -> float:
        return float(np.sqrt(np.mean(quiet_band[start : start + 9_600] ** 2)))

    assert level(120_000) < 0.6 * level(40_000)
    assert level(225_000) == pytest.approx(level(40_000), rel=0.1)


def test_no_peak_exceeds_the_ceiling_even_between_samples() -> None:
    loud = score(
        96_000,
        impacts=tuple(hit(4_000 * k, impulse_ns=400.0, mass_kg=60.0) for k in range(20)),
        speech=(SpeechCue(10_000, tone_speech(), (0, 0, 0)),),
        listener=listener((0, 0, 0.5)),
    )
    assert true_peak_db(mix(perform(loud))) <= CEILING_DBTP + 0.01
    tricky = np.zeros((4_800, 2), np.float32)
    tricky[:, 0] = 2.0 * np.sin(2 * np.pi * 12_000 * np.arange(4_800) / 48_000 + np.pi / 4)
    assert true_peak_db(limited(tricky)) <= CEILING_DBTP + 0.01


def test_limiting_moves_no_onset() -> None:
    sound = np.zeros((9_600, 2), np.float32)
    sound[4_000:4_200] = 4.0 * np.exp(-np.arange(200) / 40)[:, None]
    out = limited(sound)
    assert not out[:4_000].any() and np.argmax(np.abs(out[:, 0])) == 4_000


def test_the_final_mix_has_no_offset() -> None:
    sound = mix(perform(score(96_000, impacts=tuple(hit(8_000 * k) for k in range(10)))))
    assert abs(float(sound.mean())) < 1e-3
