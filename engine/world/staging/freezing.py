"""The end of staging: the director's working state becomes a scene of values."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.script.breakdown import Breakdown
from engine.sound.score import EffectCue, Speech
from engine.world.figures import Act, Performance
from engine.world.figures.visemes import (
    MOUTH_STEP_S,
    Phoneme,
    timed,
    voiced_stretches,
    weights_of,
)
from engine.world.scene import ROOM_SIDES, Actor, Prop, Scene, SpokenLine
from engine.world.staging import weather
from engine.world.staging.casting import look_seed
from engine.world.staging.clearance import is_in_the_way
from engine.world.staging.emitting import cloths, emitters
from engine.world.staging.fragile import strength_ns
from engine.world.staging.hinging import with_hinges
from engine.world.staging.roles import Setting, placed
from engine.world.staging.turning import hinge_plans


def mouth_shapes(speech: Speech) -> NDArray[np.float32]:
    """(n, 9) weights of the mouth's shapes per 10 ms: the sounds, where they are heard."""
    heard = voiced_stretches(speech.mouth)
    phonemes: list[Phoneme] = []
    for sentence in speech.sentences:
        low, high = sentence.start_s, sentence.end_s
        within = [(max(a, low), min(b, high)) for a, b in heard if a < high and b > low]
        phonemes += timed(sentence.sounds, within)
    return weights_of(phonemes, len(speech.mouth) * MOUTH_STEP_S)


def perform_roles(setting: Setting, lines: tuple[SpokenLine, ...]) -> dict[str, Performance]:
    """Everybody's acts as performances, by label."""
    performances: dict[str, Performance] = {}
    for role in setting.actors():
        acts = tuple(sorted(role.acts, key=lambda act: (act.start_s, act.end_s)))
        acts = acts or (Act("stand", 0.0, setting.duration_s, (), None),)
        mouth = tuple(
            (line.start_s, mouth_shapes(line.speech)) for line in lines if line.actor == role.label
        )
        performances[role.label] = Performance(
            role.model,
            acts,
            start=(role.x, role.z),
            yaw_rad=role.yaw_rad,
            mouth=mouth,
            seed=look_seed(role.label, str(setting.seed)),
            ground_y=role.y,
        )
    return performances


def frozen_scene(
    setting: Setting,
    breakdown: Breakdown,
    performances: dict[str, Performance],
    lines: tuple[SpokenLine, ...],
    effects: tuple[EffectCue, ...],
) -> Scene:
    """The set, the roles and all that was planned, as values."""
    place = setting.place
    lamps_lit = place.indoors or breakdown.time in {"night", "dusk"}
    air = weather.atmosphere(breakdown, place)
    hinged = with_hinges(_role_props(setting), hinge_plans(setting))
    props = (*_place_props(setting), *hinged.props)
    return Scene(
        place=place.name,
        ground=place.ground,
        ground_material=_wet_ground(place.ground_material, breakdown),
        extent_m=place.extent_m,
        indoors=place.indoors,
        atmosphere=air,
        lights=place.lights if lamps_lit else (),
        props=props,
        actors=_frozen_actors(setting, performances),
        carries=tuple(setting.carries),
        launches=(*setting.launches, *hinged.launches),
        lines=lines,
        effects=effects,
        gravity_mps2=setting.gravity_mps2,
        blows=(*setting.blows, *hinged.blows),
        notes=tuple(setting.notes),
        waters=place.waters,
        drops=place.drops,
        emitters=emitters(
            props, breakdown, air, place.ground_material, place.indoors, place.stage.center_m
        ),
        cloths=cloths(props, breakdown, air, place.indoors),
        joints=hinged.joints,
        chains=hinged.chains,
        aims=tuple(setting.aims),
    )


def _frozen_actors(setting: Setting, performances: dict[str, Performance]) -> tuple[Actor, ...]:
    return tuple(
        Actor(
            role.label,
            role.model,
            performances[role.label],
            role.family,
            0.65 if role.is_person else (0.9 if role.name in {"horse", "cow"} else 0.15),
            role.girth_m,
        )
        for role in setting.actors()
    )


def _wet_ground(material: str, breakdown: Breakdown) -> str:
    return "snow" if breakdown.weather == "snow" and material in {"grass", "earth"} else material


def _place_props(setting: Setting) -> list[Prop]:
    """The set: everything of the place that no role of the words has taken over."""
    taken = [(role.x, role.z, id(role.model)) for role in setting.roles if role.is_of_the_place]
    props: list[Prop] = []
    for number, thing in enumerate((*setting.place.walls, *setting.place.things)):
        x, y, z = thing.position_m
        if (x, z, id(thing.model)) in taken or is_in_the_way(setting, thing):
            continue
        name = thing.model.name
        label = name if name in ROOM_SIDES else f"{name} of the {setting.place.name} {number}"
        pose = placed(x, y, z, thing.yaw_rad)
        props.append(Prop(label, thing.model, pose, kind="fixed", is_setting=True))
    return props


def _role_props(setting: Setting) -> list[Prop]:
    return [
        Prop(
            label=role.label,
            model=role.model,
            pose=role.pose(),
            kind="fixed" if role.kind == "driven" and role.track is None else role.kind,
            family=role.family,
            waits=role.waits,
            lift=role.lift,
            velocity_mps=role.velocity,
            spin_rad_s=role.spin,
            track=role.track,
            strength_ns=strength_ns(role),
        )
        for role in setting.roles
        if not role.is_actor
    ]
