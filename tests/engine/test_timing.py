"""Frames and samples fit together at every rate."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from engine.timing import SAMPLE_RATE_HZ, FrameRate, timecode

rates = st.sampled_from(
    [
        *(FrameRate(whole) for whole in (1, 24, 25, 30, 60, 120)),
        *(FrameRate(thousands * 1000, 1_001) for thousands in (24, 30, 60)),
    ]
)


@given(rates, st.integers(-10_000_000, 10_000_000))
def test_a_frame_is_shown_while_its_first_sample_sounds(rate: FrameRate, frame: int) -> None:
    assert rate.frame_at(rate.first_sample(frame)) == frame


@given(rates, st.integers(-(10**12), 10**12))
def test_every_sample_lies_inside_its_frame(rate: FrameRate, sample: int) -> None:
    frame = rate.frame_at(sample)
    assert rate.first_sample(frame) <= sample < rate.first_sample(frame + 1)


@given(rates, st.integers(0, 1_000_000))
def test_frames_tile_the_samples_without_gap(rate: FrameRate, frame: int) -> None:
    length = rate.first_sample(frame + 1) - rate.first_sample(frame)
    exact = SAMPLE_RATE_HZ / rate.fraction
    assert abs(length - exact) < 1


def test_a_rate_that_is_not_positive_is_refused() -> None:
    for numerator, denominator in ((0, 1), (24, 0), (-24, 1)):
        try:
            FrameRate(numerator, denominator)
        except ValueError as error:
            assert str(numerator) in str(error)
        else:
            raise AssertionError("accepted")


def test_timecode_counts_frames_seconds_minutes_and_hours() -> None:
    assert timecode(0, FrameRate(24)) == "00:00:00:00"
    assert timecode(24 * 3661 + 5, FrameRate(24)) == "01:01:01:05"
    assert timecode(30, FrameRate(30_000, 1_001)) == "00:00:01:00"
    assert timecode(-1, FrameRate(24)) == "-00:00:00:01"
