"""What the timeline shows and sounds like, frame by frame and sample by sample."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.errors import BadMedia
from engine.media.edit_list import EditList, PictureSegment, SoundSegment
from engine.media.encode import write_png, write_wav
from engine.media.limiter import CEILING
from engine.media.playout import Playout
from engine.timing import FrameRate
from tests.fakes.numbered_film import number_in, numbered, write_numbered

RATE = FrameRate(24)


def piece(path: Path, start: int, count: int, **changes: object) -> PictureSegment:
    given = {
        "layer": 0,
        "kind": "video",
        "source_rate": RATE,
        "source_start_frame": 0,
    }
    return PictureSegment(start_frame=start, frame_count=count, path=path, **(given | changes))  # type: ignore[arg-type]


def timeline(
    *picture: PictureSegment,
    sound: tuple[SoundSegment, ...] = (),
    frame_count: int = 48,
    size: tuple[int, int] = (160, 96),
    rate: FrameRate = RATE,
) -> EditList:
    return EditList(
        rate=rate,
        width_px=size[0],
        height_px=size[1],
        frame_count=frame_count,
        picture=picture,
        sound=sound,
    )


def noise(count: int, seed: int, level: float = 0.1) -> np.ndarray:
    return (np.random.default_rng(seed).uniform(-level, level, (count, 2))).astype(np.float32)


def test_clips_show_their_own_frames_and_gaps_are_black(tmp_path: Path) -> None:
    film = write_numbered(tmp_path / "film.mp4", 30, RATE)
    first, second = piece(film, 2, 10, source_start_frame=5), piece(film, 15, 5)
    with Playout(timeline(first, second)) as playout:
        seen = [number_in(playout.picture(frame)) for frame in range(2, 12)]
        assert seen == list(range(5, 15))
        assert [number_in(playout.picture(frame)) for frame in range(15, 20)] == list(range(5))
        for gap in (0, 1, 12, 14, 20, 47):
            assert not playout.picture(gap).any()


def test_higher_layers_cover_lower_ones(tmp_path: Path) -> None:
    below = write_numbered(tmp_path / "below.mp4", 20, RATE)
    above = tmp_path / "above.png"
    write_png(above, numbered(777))
    with Playout(
        timeline(piece(above, 5, 5, layer=1, kind="image"), piece(below, 0, 20))
    ) as playout:
        seen = [number_in(playout.picture(frame)) for frame in range(12)]
    assert seen == [0, 1, 2, 3, 4, 777, 777, 777, 777, 777, 10, 11]


def test_other_rates_keep_their_speed(tmp_path: Path) -> None:
    fast = write_numbered(tmp_path / "fast.mp4", 60, FrameRate(60))
    slow = write_numbered(tmp_path / "slow.mp4", 12, FrameRate(12))
    pieces = (
        piece(fast, 0, 24, source_rate=FrameRate(60)),
        piece(slow, 24, 24, source_rate=FrameRate(12)),
    )
    with Playout(timeline(*pieces)) as playout:
        assert [number_in(playout.picture(frame)) for frame in range(24)] == [
            frame * 60 // 24 for frame in range(24)
        ]
        assert [number_in(playout.picture(24 + frame)) for frame in range(24)] == [
            frame // 2 for frame in range(24)
        ]


def test_a_film_that_ends_early_holds_its_last_frame(tmp_path: Path) -> None:
    film = write_numbered(tmp_path / "film.mp4", 4, RATE)
    with Playout(timeline(piece(film, 0, 10))) as playout:
        assert [number_in(playout.picture(frame)) for frame in range(2, 10)] == [2, *[3] * 7]


@pytest.mark.parametrize("size", [(160, 200), (400, 96), (160, 96), (64, 64), (320, 192)])
def test_pictures_keep_their_proportions(tmp_path: Path, size: tuple[int, int]) -> None:
    white = np.full((96, 160, 3), 255, np.uint8)
    write_png(tmp_path / "white.png", white)
    still = piece(tmp_path / "white.png", 0, 1, kind="image")
    with Playout(timeline(still, size=size)) as playout:
        lit = playout.picture(0).min(axis=2) > 200
    assert lit.shape == (size[1], size[0])
    rows, columns = np.flatnonzero(lit.any(axis=1)), np.flatnonzero(lit.any(axis=0))
    height, width = rows[-1] - rows[0] + 1, columns[-1] - columns[0] + 1
    assert width == size[0] or height == size[1]
    assert abs(width / height - 160 / 96) < 0.03
    assert abs(rows[0] - (size[1] - 1 - rows[-1])) <= 1
    assert abs(columns[0] - (size[0] - 1 - columns[-1])) <= 1


def test_many_files_are_played_with_few_open(tmp_path: Path) -> None:
    films = [write_numbered(tmp_path / f"{n}.mp4", 3, RATE) for n in range(10)]
    pieces = [piece(film, 3 * number, 3) for number, film in enumerate(films)]
    with Playout(timeline(*pieces)) as playout:
        for _ in range(2):
            assert [number_in(playout.picture(frame)) for frame in range(30)] == [0, 1, 2] * 10
        assert len(playout._readers._open) <= 4


def test_a_missing_file_is_said_when_it_is_needed(tmp_path: Path) -> None:
    film = write_numbered(tmp_path / "film.mp4", 4, RATE)
    with Playout(timeline(piece(film, 0, 4), piece(tmp_path / "gone.mp4", 4, 4))) as playout:
        assert number_in(playout.picture(3)) == 3
        with pytest.raises(BadMedia, match=r"gone\.mp4"):
            playout.picture(4)
        assert number_in(playout.picture(1)) == 1


def test_sounds_add_up_to_the_sample(tmp_path: Path) -> None:
    first, second = noise(9000, 1), noise(9000, 2)
    write_wav(tmp_path / "first.wav", first)
    write_wav(tmp_path / "second.wav", second)
    sound = (
        SoundSegment(
            start_sample=1001, sample_count=5000, path=tmp_path / "first.wav",
            source_start_sample=17,
        ),
        SoundSegment(
            start_sample=3500, sample_count=4000, path=tmp_path / "second.wav",
            source_start_sample=0, gain=0.5,
        ),
    )  # fmt: skip
    expected = np.zeros((12_000, 2), np.float32)
    expected[1001:6001] += first[17:5017]
    expected[3500:7500] += 0.5 * second[:4000]
    with Playout(timeline(sound=sound)) as playout:
        np.testing.assert_allclose(playout.sound(0, 12_000), expected, atol=1e-7)
        for start, count in ((990, 20), (5990, 20), (3499, 2), (7400, 300)):
            np.testing.assert_allclose(
                playout.sound(start, count), expected[start : start + count], atol=1e-7
            )


def test_fades_are_straight_lines_inside_the_segment(tmp_path: Path) -> None:
    write_wav(tmp_path / "one.wav", np.full((4800, 2), 0.5, np.float32))
    segment = SoundSegment(
        start_sample=100, sample_count=1000, path=tmp_path / "one.wav", source_start_sample=0,
        fade_in_samples=100, fade_out_samples=200,
    )  # fmt: skip
    with Playout(timeline(sound=(segment,))) as playout:
        got = playout.sound(0, 1200)[:, 0]
    assert got[99] == got[100] == 0
    np.testing.assert_allclose(got[100:200], 0.5 * np.arange(100) / 100, atol=1e-6)
    np.testing.assert_allclose(got[200:899], 0.5, atol=1e-6)
    np.testing.assert_allclose(got[900:1100], 0.5 * np.arange(199, -1, -1) / 200, atol=1e-6)
    assert not got[1100:].any()


def loud(tmp_path: Path) -> EditList:
    """Two sounds that together would clip in places."""
    samples = noise(48_000, 3, 0.2)
    samples[20_000:20_400] = 0.8
    write_wav(tmp_path / "loud.wav", samples)
    sound = tuple(
        SoundSegment(
            start_sample=start, sample_count=48_000, path=tmp_path / "loud.wav",
            source_start_sample=0,
        )
        for start in (0, 100)
    )  # fmt: skip
    return timeline(sound=sound)


def test_sums_never_clip_and_the_rest_is_untouched(tmp_path: Path) -> None:
    with Playout(loud(tmp_path)) as playout:
        got = playout.sound(0, 48_000)
        plain = playout._sum(0, 48_000)
    assert np.abs(plain).max() > 1.5
    assert np.abs(got).max() <= CEILING
    np.testing.assert_array_equal(got[:19_500], plain[:19_500])
    np.testing.assert_array_equal(got[21_000:], plain[21_000:])


def test_limiting_is_smooth(tmp_path: Path) -> None:
    with Playout(loud(tmp_path)) as playout:
        got, plain = playout.sound(0, 48_000), playout._sum(0, 48_000)
    heard = np.abs(plain).min(axis=1) > 0.01
    gain = np.where(heard, (got / np.where(plain == 0, 1, plain))[:, 0], np.nan)
    steps = np.abs(np.diff(gain))
    assert np.nanmax(steps) < 0.02


def test_limited_sound_is_the_same_in_any_pieces(tmp_path: Path) -> None:
    with Playout(loud(tmp_path)) as playout:
        whole = playout.sound(0, 48_000)
        for size in (1024, 777):
            parts = [playout.sound(at, size) for at in range(19_000, 21_000, size)]
            joined = np.concatenate(parts)
            np.testing.assert_allclose(joined, whole[19_000 : 19_000 + len(joined)], atol=1e-6)
