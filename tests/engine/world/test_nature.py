"""Water, air, breaking, joints and endings of played scenes."""

from __future__ import annotations

import hashlib
import math
import multiprocessing

import numpy as np
import pytest

from engine.world.assets.catalogue import build
from engine.world.model import Atmosphere, Water
from engine.world.physics import Joint
from engine.world.scene import Launch, Prop, Scene
from engine.world.simulation import Motion, final_state, simulate
from tests.engine.world.simulation_scenes import RATE, at, ball, box, scene

POOL = Water((-4.0, -4.0), (4.0, 4.0), level_m=-0.1, depth_m=2.0)


def play(staged: Scene, seconds: float) -> Motion:
    return simulate(staged, RATE, round(seconds * 24), lambda: None)


@pytest.mark.parametrize("density", [300.0, 650.0])
def test_a_box_floats_at_the_depth_that_its_weight_gives_it(density: float) -> None:
    model = box((0.6, 0.2, 0.5), "wood", 0.6 * 0.2 * 0.5 * density)
    motion = play(scene(Prop("box", model, at(0, -0.2, 0)), waters=(POOL,)), 6.0)
    draught = POOL.level_m - motion.poses["box"][-1][1, 3]
    assert draught == pytest.approx(0.2 * density / 1000.0, rel=0.02)


def test_a_ball_floats_at_the_depth_that_its_weight_gives_it() -> None:
    radius, density = 0.15, 400.0
    model = ball(radius, "rubber", density * 4 / 3 * math.pi * radius**3)
    motion = play(scene(Prop("ball", model, at(0, -0.3, 0)), waters=(POOL,)), 6.0)
    draught = POOL.level_m - motion.poses["ball"][-1][1, 3]
    roots = np.roots([-1.0, 3 * radius, 0.0, -4 * radius**3 * density / 1000.0])
    expected = next(root.real for root in roots if 0 < root.real < 2 * radius)
    assert draught == pytest.approx(expected, rel=0.02)


def test_a_stone_splashes_once_and_sinks_to_the_bed() -> None:
    stone = Prop("stone", ball(0.1, "stone", 10.0), at(0, 1.0, 0), waits=True)
    motion = play(
        scene(stone, waters=(POOL,), launches=(Launch("stone", 0.1, (0.0, 0.0, 0.0)),)), 4.0
    )
    assert len(motion.splashes) == 1
    splash = motion.splashes[0]
    assert splash.speed_mps == pytest.approx(math.sqrt(2 * 9.81 * 1.1), rel=0.05)
    assert splash.position_m[1] == POOL.level_m
    assert motion.poses["stone"][-1][1, 3] == pytest.approx(POOL.level_m - POOL.depth_m, abs=0.01)
    assert [effect.name for effect in motion.effects] == ["splash"]


def test_a_balloon_falls_at_the_speed_at_which_the_air_holds_it() -> None:
    radius, mass = 0.15, 0.012
    balloon = Prop("balloon", ball(radius, "rubber", mass), at(0, 6.0, 0), waits=True)
    motion = play(scene(balloon, launches=(Launch("balloon", 0.0, (0.0, 0.0, 0.0)),)), 2.0)
    heights = motion.poses["balloon"][:, 1, 3]
    speed = (heights[-12] - heights[-1]) * 24 / 11
    assert speed == pytest.approx(
        math.sqrt(2 * mass * 9.81 / (1.2 * 0.47 * math.pi * radius**2)), rel=0.03
    )


def test_wind_carries_what_is_light_and_leaves_what_is_heavy() -> None:
    leaf = Prop("leaf", box((0.1, 0.01, 0.1), "paper", 0.003), at(0, 1.5, 0), waits=True)
    crate = Prop("crate", box((0.5, 0.5, 0.5), "wood", 12.0), at(0, 0.0, 3.0))
    windy = scene(
        leaf,
        crate,
        indoors=False,
        atmosphere=Atmosphere(wind_mps=(6.0, 0.0)),
        launches=(Launch("leaf", 0.0, (0.0, 0.0, 0.0)),),
    )
    motion = play(windy, 1.5)
    assert motion.poses["leaf"][-1][0, 3] > 1.0
    assert abs(motion.poses["crate"][-1][0, 3]) < 0.01


def falling_vase() -> Scene:
    vase = Prop("vase", build("vase"), at(0, 1.0, 0), waits=True, strength_ns=1.0)
    return scene(vase, launches=(Launch("vase", 0.1, (0.4, 0.0, 0.0), (0.0, 0.0, -1.0)),))


def test_a_fragile_thing_breaks_into_pieces_that_weigh_what_it_weighed() -> None:
    motion = play(falling_vase(), 1.5)
    assert len(motion.breaks) == 1
    shattered = motion.breaks[0]
    assert len(motion.pieces) >= 8
    assert sum(piece.model.mass_kg for piece in motion.pieces) == pytest.approx(1.1, rel=0.01)
    assert not motion.is_there("vase", shattered.frame + 1)
    assert motion.is_there(motion.pieces[0].label, shattered.frame + 1)
    assert not motion.is_there(motion.pieces[0].label, shattered.frame)
    ends = np.array([motion.poses[piece.label][-1][:3, 3] for piece in motion.pieces])
    assert np.ptp(ends, axis=0)[[0, 2]].max() > 0.1
    assert "crockery" in {effect.name for effect in motion.effects}


def test_pieces_keep_the_momentum_of_the_whole() -> None:
    """Two vases meet in free space: what they break into moves on with what they brought."""
    vase = build("vase")
    meeting = scene(
        Prop("one", vase, at(-0.5, 5.0, 0), velocity_mps=(3.0, 0.0, 0.0), strength_ns=0.5),
        Prop("two", vase, at(0.5, 5.0, 0), velocity_mps=(-1.0, 0.0, 0.0)),
        gravity_mps2=0.0,
    )
    motion = play(meeting, 0.5)
    assert [each.prop for each in motion.breaks] == ["one"]
    parts = {piece.label: piece.model.mass_kg for piece in motion.pieces} | {"two": 1.1}
    after = final_state(meeting, motion, RATE, 11)
    speeds = {state.label: state.velocity_mps[0] for state in after.props}
    assert sum(parts[label] * speeds[label] for label in parts) == pytest.approx(2.2, rel=0.03)


def test_a_door_swings_to_its_stop_and_no_further() -> None:
    door = Prop("door", box((0.8, 2.0, 0.04), "wood", 20.0), at(0.4, 0.01, 0), waits=True)
    hinge = Joint("hinge", "hinge", "", "door", (0.0, 0.0, 0.0), (0, 1, 0), 0.0, 1.6, damping=0.5)
    push = Launch("door", 0.2, (0.0, 0.0, -0.8), (0.0, 2.0, 0.0))
    motion = play(scene(door, joints=(hinge,), launches=(push,)), 3.0)
    x, _, z = motion.poses["door"][-1][:3, 0]
    turned = math.atan2(-z, x)
    assert 0.8 < turned < 1.62
    corner = motion.poses["door"][-1] @ np.array([-0.4, 0.0, 0.0, 1.0])
    assert np.linalg.norm(corner[[0, 2]]) < 0.005


def test_a_motor_turns_a_mill_at_its_speed() -> None:
    sails = Prop("sails", box((2.0, 0.2, 0.1), "wood", 8.0), at(0, 2.0, 0))
    axle = Joint("axle", "hinge", "", "sails", (0.0, 2.1, 0.0), motor_rad_s=2.0)
    motion = play(scene(sails, joints=(axle,)), 2.0)
    first, last = motion.poses["sails"][-13], motion.poses["sails"][-1]
    turn = math.atan2(last[1, 0], last[0, 0]) - math.atan2(first[1, 0], first[0, 0])
    assert turn % (2 * math.pi) == pytest.approx(1.0, rel=0.02)


def test_a_scene_says_how_it_ends() -> None:
    staged = falling_vase()
    motion = play(staged, 1.5)
    before = final_state(staged, motion, RATE, 4)
    assert [state.label for state in before.props] == ["vase"]
    assert before.props[0].velocity_mps[1] < -0.2
    after = final_state(staged, motion, RATE, 35)
    assert after.props[0].is_broken
    assert len(after.props) == 1 + len(motion.pieces)
    with pytest.raises(ValueError, match="36"):
        final_state(staged, motion, RATE, 36)


def digest() -> str:
    crates = [
        Prop(f"crate {n}", box((0.3, 0.3, 0.3), "wood", 4.0), at(0.02 * n, 0.4 + 0.35 * n, 0))
        for n in range(3)
    ]
    staged = falling_vase()
    motion = play(scene(*crates, *staged.props, launches=staged.launches), 1.0)
    whole = hashlib.sha256()
    for label in sorted(motion.poses):
        whole.update(label.encode() + np.ascontiguousarray(motion.poses[label]).tobytes())
    whole.update(repr(motion.contacts).encode())
    return whole.hexdigest()


def test_two_runs_are_the_same_bytes_in_one_process_and_in_two() -> None:
    first = digest()
    play(scene(Prop("ball", ball(0.2, "rubber", 0.3), at(0, 1.0, 0))), 0.5)
    assert digest() == first
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert pool.apply(digest) == first


def test_memory_grows_with_what_moves_only() -> None:
    still = Prop("crate", box((0.3, 0.3, 0.3), "wood", 4.0), at(0, 0, 0), kind="fixed")
    motion = play(scene(still), 10.0)
    assert motion.poses["crate"].shape == (240, 4, 4)
    assert motion.poses["crate"].strides[0] == 0
