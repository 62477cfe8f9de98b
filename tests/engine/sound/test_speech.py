from dataclasses import replace

import numpy as np
import pytest

from engine.sound.mouth import mouth_opening
from engine.sound.score import Mono, Speech, Voice
from engine.sound.speech import DraftVoice, speakable, voice_for
from engine.timing import SAMPLE_RATE_HZ

LINE = "Mama, bring me a map."


@pytest.fixture(scope="module")
def draft() -> DraftVoice:
    return DraftVoice()


def pitch_hz(samples: Mono) -> float:
    """Median pitch of the voiced parts, by autocorrelation."""
    found: list[float] = []
    for start in range(0, len(samples) - 2400, 1200):
        piece = samples[start : start + 2400].astype(np.float64)
        if np.sqrt(np.mean(piece**2)) < 0.03:
            continue
        spectrum = np.abs(np.fft.rfft(piece * np.hanning(2400), 8192)) ** 2
        likeness = np.fft.irfft(spectrum)[:800]
        lag = 100 + int(np.argmax(likeness[100:700]))
        if likeness[lag] > 0.45 * likeness[0]:
            found.append(SAMPLE_RATE_HZ / lag)
    return float(np.median(found))


def share_above(samples: Mono, hertz: float) -> float:
    power = np.abs(np.fft.rfft(samples)) ** 2
    edge = int(hertz * len(samples) / SAMPLE_RATE_HZ)
    return float(power[edge:].sum() / power.sum())


def active_rms(speech: Speech) -> float:
    loud = np.abs(speech.samples) > 0.01
    return float(np.sqrt(np.mean(speech.samples[loud] ** 2)))


def test_pitch_and_throat_move_apart(draft: DraftVoice) -> None:
    plain = draft.speak(LINE, Voice())
    lower = draft.speak(LINE, Voice(pitch_semitones=-9.0))
    longer = draft.speak(LINE, Voice(formant_ratio=0.84))
    assert pitch_hz(lower.samples) == pytest.approx(
        pitch_hz(plain.samples) * 2 ** (-9 / 12), rel=0.08
    )
    assert pitch_hz(longer.samples) == pytest.approx(pitch_hz(plain.samples), rel=0.05)
    assert share_above(longer.samples, 1200) < share_above(plain.samples, 1200)


def test_man_woman_child_and_old_man_are_different_people(draft: DraftVoice) -> None:
    pitches = {
        who: pitch_hz(draft.speak(LINE, voice_for(who, "Sam", "")).samples)
        for who in ("a man", "a woman", "a little girl")
    }
    assert pitches["a man"] < 0.72 * pitches["a woman"]
    assert pitches["a little girl"] > 1.2 * pitches["a woman"]
    young, old = (voice_for(who, "Sam", "") for who in ("a man", "an old man"))
    assert old.pace < young.pace and old.tremor > 0 == young.tremor


def test_two_men_differ_and_the_same_man_stays_himself() -> None:
    assert voice_for("a man", "Tom", "") == voice_for("a man", "Tom", "")
    assert voice_for("a man", "Tom", "") != voice_for("a man", "Robert", "")


@pytest.mark.parametrize(
    ("words", "field", "sign"),
    [
        ("deep", "pitch_semitones", -1),
        ("high", "pitch_semitones", 1),
        ("slow", "pace", -1),
        ("quickly", "pace", 1),
        ("whispers", "breath", 1),
        ("shouting", "effort", 1),
        ("shouts", "level_db", 1),
        ("whispering", "level_db", -1),
    ],
)
def test_words_for_a_voice_shape_it(words: str, field: str, sign: int) -> None:
    plain, told = voice_for("a woman", "Ann", ""), voice_for("a woman", "Ann", words)
    assert sign * (getattr(told, field) - getattr(plain, field)) > 0


def test_the_words_for_the_voice_win_over_the_description() -> None:
    assert voice_for("a robot dog", "Rex", "a little girl").pitch_semitones > 1


def test_a_whisper_has_no_pitch(draft: DraftVoice) -> None:
    def periodicity(samples: Mono) -> float:
        best = 0.0
        for start in range(0, len(samples) - 2400, 600):
            piece = samples[start : start + 2400].astype(np.float64)
            if np.sqrt(np.mean(piece**2)) > 0.03:
                power = np.abs(np.fft.rfft(piece, 8192)) ** 2
                likeness = np.fft.irfft(power)
                best = max(best, float(np.max(likeness[150:500]) / likeness[0]))
        return best

    assert periodicity(draft.speak("We all go.", Voice()).samples) > 0.7
    assert periodicity(draft.speak("We all go.", Voice(breath=1.0)).samples) < 0.55


def test_all_voices_are_equally_loud_unless_told_otherwise(draft: DraftVoice) -> None:
    levels = [
        active_rms(draft.speak(LINE, voice_for(who, "Sam", "")))
        for who in ("a man", "a woman", "a boy", "an old woman")
    ]
    assert max(levels) < 1.3 * min(levels)
    quiet, loud = (draft.speak(LINE, Voice(level_db=level)) for level in (-8.0, 6.0))
    assert np.max(np.abs(loud.samples)) / np.max(np.abs(quiet.samples)) == pytest.approx(5.0, 0.05)


def test_pace_changes_the_length(draft: DraftVoice) -> None:
    slow = draft.speak(LINE, Voice(pace=0.7))
    fast = draft.speak(LINE, Voice(pace=1.3))
    assert len(slow.samples) > 1.4 * len(fast.samples)


def test_equal_lines_give_equal_samples(draft: DraftVoice) -> None:
    voice = voice_for("an old man", "George", "")
    again = DraftVoice().speak(LINE, voice)
    assert np.array_equal(draft.speak(LINE, voice).samples, again.samples)


@pytest.mark.parametrize(
    "text", ["", "   ", "...!?", "😀🎬", "日本語です", "Привет", "\x00\x07", "—"]
)
def test_what_cannot_be_spoken_is_a_short_silence(draft: DraftVoice, text: str) -> None:
    speech = draft.speak(text, Voice())
    assert 0 < len(speech.samples) <= SAMPLE_RATE_HZ // 2
    assert not speech.samples.any() and not speech.mouth.any()


@pytest.mark.parametrize("text", ["42", "Zürich 😀 café", "<b>€5</b> & 1/2", "Hmm", "xkcd" * 300])
def test_odd_texts_are_survived(draft: DraftVoice, text: str) -> None:
    speech = draft.speak(text, Voice())
    assert np.isfinite(speech.samples).all() and speech.samples.any()


def test_speakable_keeps_words_and_drops_emoji() -> None:
    assert speakable("Go 😀 home, “now”!") == 'Go home, "now"!'


def test_speech_does_not_start_or_end_with_a_click(draft: DraftVoice) -> None:
    samples = draft.speak(LINE, Voice()).samples
    assert abs(samples[0]) < 1e-3 and abs(samples[-1]) < 1e-3
    assert abs(float(np.mean(samples))) < 1e-3


def test_the_mouth_opens_on_vowels_and_closes_on_silence_and_lips(draft: DraftVoice) -> None:
    speech = draft.speak("Papa.", Voice())
    mouth = speech.mouth
    assert len(mouth) == -(-len(speech.samples) // 480)
    assert mouth.min() >= 0 and mouth.max() == 1.0
    opened = np.flatnonzero(mouth > 0.5)
    closure = mouth[opened[0] : opened[-1]].min()
    assert closure < 0.2
    assert mouth[0] < 0.1 and mouth[-1] < 0.1


def test_the_mouth_opens_within_a_frame_of_a_vowel_and_ignores_hum_and_hiss() -> None:
    count = SAMPLE_RATE_HZ
    seconds = np.arange(count) / SAMPLE_RATE_HZ
    vowel = sum(np.sin(2 * np.pi * 140 * k * seconds) / (1 + abs(140 * k - 700) / 200)
                for k in range(1, 20))  # fmt: skip
    sound = np.where((seconds > 0.4) & (seconds < 0.7), 0.1 * vowel, 0.0)
    hum = np.where(seconds < 0.25, 0.1 * np.sin(2 * np.pi * 140 * seconds), 0.0)
    mouth = mouth_opening((sound + hum).astype(np.float32))
    assert mouth[:24].max() < 0.2
    assert np.max(mouth[40:44]) > 0.5
    assert mouth[48:66].min() > 0.8
    assert mouth[75:].max() < 0.1


def test_a_second_sentence_follows_after_a_breath(draft: DraftVoice) -> None:
    speech = draft.speak("Go home. Sit down.", replace(Voice(), pace=1.0))
    quiet = np.abs(speech.samples) < 0.004
    runs = np.diff(np.flatnonzero(np.concatenate([[True], ~quiet, [True]])))
    assert 0.2 < runs.max() / SAMPLE_RATE_HZ < 0.6
