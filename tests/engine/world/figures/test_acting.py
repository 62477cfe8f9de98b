"""Figures move like bodies: feet stay put, limbs keep their length, acts meet their mark."""

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.world.figures import Act, Performance, build_figure
from engine.world.figures.acts import KINDS
from engine.world.figures.faces import EXPRESSIONS
from engine.world.figures.gestures import GESTURES
from engine.world.figures.postures import POSTURES
from engine.world.figures.visemes import weights_of

WALKERS = [
    ("man", "walk", 4.5), ("girl", "walk", 3.0), ("woman", "run", 12.0), ("old man", "walk", 3.0),
]  # fmt: skip


def index(performance: Performance, name: str) -> int:
    return [part.name for part in performance.model.parts].index(name)


def track(performance: Performance, name: str, times: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.array([performance.bone(name, float(t))[:3, 3] for t in times])


def vertices(performance: Performance, part: str, time_s: float) -> NDArray[np.float64]:
    """(n, 3) of a part in the world, bent or not."""
    k = index(performance, part)
    matrices, shapes = performance.posed(time_s)
    points = shapes[k].positions if shapes else performance.model.parts[k].mesh.positions
    return np.asarray(points @ matrices[k, :3, :3].T + matrices[k, :3, 3])


def perform(name: str, *acts: Act, **more: object) -> Performance:
    return Performance(build_figure(name, (), 1), acts, seed=1, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(("name", "kind", "length_m"), WALKERS)
def test_a_planted_foot_does_not_slide_and_footsteps_tell_where_it_stands(
    name: str, kind: str, length_m: float
) -> None:
    performance = perform(name, Act(kind, 0.3, 4.0, points=((0.8, length_m / 2), (0, length_m))))
    times = np.arange(0, 5, 1 / 96)
    paths = {foot: track(performance, foot, times) for foot in ("toe_L", "toe_R")}
    steps = performance.footsteps()
    assert len(steps) >= 4
    for t, spot in steps:
        after = int(np.searchsorted(times, t + 0.03))
        until = int(np.searchsorted(times, t + 0.07))
        drifts = []
        for path in paths.values():
            near = np.linalg.norm(path[after, [0, 2]] - np.array(spot)[[0, 2]])
            drift = np.ptp(path[after : until + 1, [0, 2]], axis=0).max()
            drifts.append((float(near), float(drift)))
        nearest, slip = min(drifts)
        assert nearest < 0.20 and slip < 0.01


@pytest.mark.parametrize(("name", "kind", "length_m"), WALKERS)
def test_feet_stay_above_the_ground_and_it_arrives_on_time(
    name: str, kind: str, length_m: float
) -> None:
    performance = perform(name, Act(kind, 0.3, 4.0, points=((0, length_m),)))
    names = [part.name for part in performance.model.parts]
    feet = [name for name in names if name.startswith("shoes")]
    for t in np.arange(0, 4.6, 1 / 24):
        lowest = min(float(vertices(performance, foot, float(t))[:, 1].min()) for foot in feet)
        assert lowest > -0.012 * max(1.0, performance.model.size_m[1])
    assert np.linalg.norm(performance.position(4.3)[[0, 2]] - (0, length_m)) < 0.08


@pytest.mark.parametrize(
    "act",
    [
        Act("walk", 0.3, 4.0, points=((0.5, 2.0), (0.0, 4.0))),
        Act("walk", 0.3, 4.0, points=((0.0, 2.0),), style="limp"),
        Act("run", 0.3, 4.0, points=((0.0, 11.0),)),
        Act("turn", 0.3, 1.8, points=((0.0, -3.0),)),
        Act("sit", 0.3, 4.0, points=((0.0, 3.0),), target=(0.0, 0.45, -0.4)),
    ],
    ids=["walk", "limp", "run", "turn", "sit"],
)
def test_the_sole_of_a_planted_foot_slides_less_than_five_millimetres(act: Act) -> None:
    performance = perform("man", act)
    landings = [0.0, *(t for t, _ in performance.footsteps())]
    for t in landings:
        times = np.linspace(t + 0.10, t + 0.16, 4)
        soles = np.array([vertices(performance, "shoes.soles", float(at)) for at in times])
        down = (soles[:, :, 1] < 0.003).all(axis=0)
        if act.kind != "run":
            assert down.sum() > 20
        slip = np.ptp(soles[:, down][:, :, [0, 2]], axis=0)
        assert not down.any() or np.linalg.norm(slip, axis=1).max() < 0.005


def everything() -> tuple[Act, ...]:
    return (
        Act("walk", 0.2, 2.2, points=((0.0, 2.2),)),
        Act("wave", 1.4, 2.8, target=(1.0, 1.5, 5.0)),
        Act("turn", 2.6, 3.4, target=(3.0, 0.0, 2.2)),
        Act("point", 3.4, 4.4, target=(3.0, 1.0, 2.8)),
        Act("pick_up", 4.6, 6.2, target=(0.6, 0.1, 2.2)),
        Act("throw", 6.4, 7.8, target=(5.0, 2.0, 2.2)),
        Act("kick", 8.0, 9.8, target=(1.0, 0.11, 2.3)),
        Act("jump", 10.0, 11.2),
        Act("dance", 11.4, 13.0),
        Act("sit", 13.4, 16.0),
        Act("nod", 15.0, 16.0),
        Act("walk", 16.2, 18.0, points=((3.0, 3.0),)),
    )


def test_nothing_jumps_from_one_moment_to_the_next_and_limbs_keep_their_length() -> None:
    mouth = ((3.0, np.abs(np.sin(np.arange(200) / 9))),)
    performance = perform("woman", *everything(), mouth=mouth)
    bones = [
        ("thigh_L", "shin_L"), ("shin_R", "foot_R"), ("upper_arm_L", "forearm_L"),
        ("forearm_R", "hand_R"),
    ]  # fmt: skip
    skin = performance.model.skin
    assert skin is not None
    rest = skin.joints
    before = performance.skeleton(0.0)
    for t in np.arange(1 / 48, 18.5, 1 / 48):
        now = performance.skeleton(float(t))
        for name in (name for name in now if not name.startswith("finger")):
            moved = np.linalg.norm(now[name][:3, 3] - before[name][:3, 3])
            assert moved < 0.28, (t, name)
        for upper, lower in bones:
            length = np.linalg.norm(now[upper][:3, 3] - now[lower][:3, 3])
            assert abs(length - np.linalg.norm(rest[upper] - rest[lower])) < 2e-3
        before = now


def test_feet_keep_up_with_their_legs_through_every_act() -> None:
    performance = perform("man", *everything())
    for side in ("L", "R"):
        times = np.arange(0, 18.5, 1 / 24)
        hip, ankle = (track(performance, f"{bone}_{side}", times) for bone in ("thigh", "foot"))
        stretch = np.linalg.norm(hip - ankle, axis=1)
        skin = performance.model.skin
        assert skin is not None and stretch.max() < skin.joints["thigh_L"][1]


def test_the_mouth_opens_with_the_voice_and_closes_after_it() -> None:
    envelope = np.concatenate([np.zeros(20), np.full(40, 0.9), np.zeros(20)])
    performance = perform("woman", Act("talk", 0.0, 2.0), mouth=((0.5, envelope),))

    def gap(time_s: float) -> float:
        return float(np.ptp(vertices(performance, "face.lips", time_s)[:, 1]))

    still = gap(0.4)
    assert gap(0.9) > still + 0.012
    assert abs(gap(1.6) - still) < 0.003


def test_lips_close_for_an_m_between_open_vowels() -> None:
    weights = weights_of((("AA", 0.0, 0.3), ("M", 0.3, 0.45), ("AA", 0.45, 0.8)), 0.8)
    performance = perform("man", Act("talk", 0.0, 2.0), mouth=((0.5, weights),))

    def gap(time_s: float) -> float:
        return float(np.ptp(vertices(performance, "face.lips", time_s)[:, 1]))

    assert gap(0.85) < gap(0.65) - 0.01 and gap(0.85) < gap(1.1) - 0.01


def test_the_foot_meets_the_ball_when_it_kicks() -> None:
    ball = np.array((0.3, 0.11, 1.6))
    performance = perform("boy", Act("kick", 0.5, 2.7, target=tuple(ball)))
    moment = performance.moment("kick")
    points = vertices(performance, "shoes", moment)
    assert np.linalg.norm(points - ball, axis=1).min() < 0.06
    speed = np.linalg.norm(
        np.diff(track(performance, "toe_R", moment + np.array((-0.01, 0.01))), axis=0)
    )
    assert speed / 0.02 > 2.5


def test_the_hand_reaches_what_it_picks_up_and_carries_it() -> None:
    target = np.array((0.15, 0.10, 0.9))
    performance = perform("woman", Act("pick_up", 0.2, 2.4, target=tuple(target)))
    assert np.linalg.norm(performance.hand(performance.moment("pick_up"), "R") - target) < 0.06
    assert performance.hand(2.6, "R")[1] > 0.6


def test_a_throw_lets_go_high_and_forward_and_fast() -> None:
    performance = perform("man", Act("throw", 0.2, 1.6, target=(0.0, 2.0, 6.0)))
    moment = performance.moment("throw")
    before, after = performance.hand(moment - 0.01, "R"), performance.hand(moment + 0.01, "R")
    assert after[1] > 1.5 and after[2] > 0.3
    assert (after - before)[2] / 0.02 > 2.0


def test_a_jump_leaves_the_ground_and_a_seat_holds_the_hips() -> None:
    jumping = perform("man", Act("jump", 0.0, 1.4))
    heights = track(jumping, "toe_L", np.arange(0, 1.8, 0.02))[:, 1]
    assert heights.max() > 0.2 and abs(heights[-1] - heights[0]) < 0.01
    sitting = perform("woman", Act("sit", 0.0, 4.0, target=(0.0, 0.45, -0.45)))
    hips = track(sitting, "pelvis", np.array((3.0,)))[0]
    assert 0.45 < hips[1] < 0.62 and abs(hips[2] + 0.45) < 0.06


def test_eyes_and_head_turn_to_what_is_looked_at() -> None:
    performance = perform("man", Act("talk", 0.0, 4.0, target=(3.0, 1.6, 3.0)))
    before, after = (performance.bone("head", t)[:3, 2] for t in (0.0, 1.5))
    assert after[0] > 0.45 > abs(before[0]) + 0.3


def test_eyes_blink_now_and_then() -> None:
    performance = perform("man", Act("stand", 0, 12))
    heights = [
        float(np.mean(vertices(performance, "face.lashes", float(t))[:, 1]))
        for t in np.arange(0, 12, 0.04)
    ]
    shut = np.array(heights) < np.median(heights) - 0.002
    assert 2 <= int((np.diff(shut.astype(int)) == 1).sum()) <= 8


def test_a_bird_takes_off_flaps_and_lands() -> None:
    performance = perform("bird", Act("fly", 0.5, 5.0, points=((0, 4), (3, 6)), target=(0, 2.0, 0)))
    times = np.arange(0, 6, 0.02)
    body, wing = track(performance, "pelvis", times), track(performance, "wing_tip_L", times)
    assert 1.8 < body[:, 1].max() < 2.5 and abs(body[-1, 1] - body[0, 1]) < 0.02
    assert np.allclose(body[-1, [0, 2]], (3, 6), atol=0.05)
    flaps = np.diff(np.sign(np.diff((wing - body)[100:200, 1])))
    assert 12 <= int((flaps != 0).sum()) <= 30


@pytest.mark.parametrize("name", ["man", "dog", "bird"])
def test_a_performance_is_a_pure_function_of_time(name: str) -> None:
    acts = (Act("walk", 0.0, 2.0, points=((1, 2),)), Act("jump", 2.2, 3.2))
    first, second = perform(name, *acts), perform(name, *acts)
    late = first.matrices(2.7)
    first.matrices(0.4)
    assert np.array_equal(first.matrices(2.7), late)
    assert np.array_equal(second.matrices(2.7), late)


def test_everything_stands_on_the_ground_that_it_is_given() -> None:
    act = Act("walk", 0.0, 2.0, points=((0, 2),))
    low, high = perform("man", act), perform("man", act, ground_y=0.7)
    assert np.allclose(high.bone("head", 1.1)[1, 3] - low.bone("head", 1.1)[1, 3], 0.7)
    lifted = vertices(high, "shoes", 1.1) - vertices(low, "shoes", 1.1)
    assert np.allclose(lifted, (0.0, 0.7, 0.0), atol=1e-5)


@pytest.mark.parametrize("kind", sorted((GESTURES.keys() | POSTURES.keys()) & set(KINDS)))
def test_every_act_moves_the_body_without_jumps_or_torn_limbs(kind: str) -> None:
    target = (0.0, 0.8, 0.4) if kind in ("ride", "swim", "climb") else None
    performance = perform("woman", Act(kind, 0.3, 2.5, target=target))
    skin = performance.model.skin
    assert skin is not None
    still, before, most = performance.skeleton(0.2), performance.skeleton(0.2), 0.0
    for t in np.arange(0.2, 3.2, 1 / 12):
        now = performance.skeleton(float(t))
        for name in ("pelvis", "head", "hand_L", "hand_R", "foot_L", "foot_R"):
            assert np.linalg.norm(now[name][:3, 3] - before[name][:3, 3]) < 0.75, (t, name)
            most = max(most, float(np.linalg.norm(now[name][:3, 3] - still[name][:3, 3])))
        arm = np.linalg.norm(now["forearm_R"][:3, 3] - now["hand_R"][:3, 3])
        assert abs(arm - np.linalg.norm(skin.joints["forearm_R"] - skin.joints["hand_R"])) < 2e-3
        before = now
    assert most > 0.15


@pytest.mark.parametrize("style", sorted(EXPRESSIONS))
def test_a_feeling_shows_in_the_face(style: str) -> None:
    performance = perform("man", Act("feel", 0.2, 2.0, style=style))
    before, after = (vertices(performance, "skin", t) for t in (0.1, 1.2))
    assert np.linalg.norm(after - before, axis=1).max() > 0.003


def test_an_unknown_act_is_refused() -> None:
    with pytest.raises(ValueError, match="juggle"):
        Act("juggle", 0.0, 1.0)
