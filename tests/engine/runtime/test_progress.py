"""The estimate of the time that is left."""

from __future__ import annotations

import itertools

import pytest

from engine.runtime.jobs import RemainingTime


def test_too_little_is_known_at_first() -> None:
    remaining = RemainingTime(100.0)
    assert remaining.look(100.1, "Drawing", 0.01) is None
    assert remaining.look(101.0, "Drawing", 0.0) is None


def test_steady_work_is_estimated_rightly() -> None:
    remaining = RemainingTime(0.0)
    told = [remaining.look(second, "Drawing", second / 40) for second in range(1, 31)]
    assert told[-1] == pytest.approx(10.0, abs=0.01)


def test_a_slower_stage_is_noticed_within_some_looks() -> None:
    remaining = RemainingTime(0.0)
    for tenth in range(1, 21):  # half of the job in 2 s
        remaining.look(tenth / 10, "Staging", 0.5 * tenth / 20)
    for tenth in range(1, 101):  # then 1 % a second
        left_s = remaining.look(2 + tenth / 10, "Drawing", 0.5 + 0.001 * tenth)
    assert left_s == pytest.approx(40.0, rel=0.05)


def test_the_estimate_does_not_jump() -> None:
    remaining = RemainingTime(0.0)
    told = []
    for step in range(1, 200):
        jitter = 0.02 if step % 2 else 0.0
        told.append(remaining.look(step / 10, "Drawing", min(1.0, step / 300 + jitter)))
    known = [left_s for left_s in told if left_s is not None][30:]
    steps = [abs(after - before) for before, after in itertools.pairwise(known)]
    assert max(steps) < 1.0


def test_nothing_is_left_at_the_end() -> None:
    remaining = RemainingTime(0.0)
    for step in range(1, 101):
        left_s = remaining.look(step / 10, "Drawing", step / 100)
    assert left_s == pytest.approx(0.0, abs=0.1)
