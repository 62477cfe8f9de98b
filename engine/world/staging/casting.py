"""Casting: every subject of the breakdown gets a model, and a look that stays through the film."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping
from dataclasses import replace

import msgspec

from engine.materials import MATERIALS
from engine.request import ShotRequest
from engine.script.breakdown import Breakdown, Subject
from engine.world.assets import catalogue
from engine.world.assets.assembly import rescaled
from engine.world.assets.look import read_look
from engine.world.assets.places import Place, Placed
from engine.world.figures import FIGURES
from engine.world.model import Model
from engine.world.staging.dialogue import unseen_speakers
from engine.world.staging.roles import VEHICLES, Role, Setting

MAX_OF_A_KIND = 24
LANDMARKS = frozenset({"hoop", "goal", "house", "building", "townhouse", "tower", "fountain"})
"""What of a place is the one that is meant, however far it stands."""
_NEAR_M = 3.6
_USED_NEAR_M = 6.0
USING = frozenset({"open", "close", "look", "point"})
"""What is done to things that a place has anyway."""


def look_seed(*words: str) -> int:
    """A seed that depends on names and descriptions only: same name, same look in every shot."""
    digest = hashlib.sha256("\x1f".join(words).encode()).digest()
    return int.from_bytes(digest[:4], "big")


def cast_roles(
    stage: Setting, breakdown: Breakdown, request: ShotRequest, models: Mapping[str, Model]
) -> None:
    """Puts a role for each single subject onto ``stage`` (not placed yet).

    Args:
        models: own models of cast members, by name in lower case.
    """
    described = {member.name.casefold(): member.description for member in request.cast}
    taken: set[int] = set()
    doers = {action.subject for action in breakdown.actions}
    doers |= {one.object for one in breakdown.actions if one.object and one.verb not in USING}
    used = {label for one in breakdown.actions if one.verb in USING
            for label in (one.object, one.target)}  # fmt: skip
    bowls = any(subject.name == "bowling pin" for subject in breakdown.subjects)
    unseen = unseen_speakers(breakdown)
    for named in breakdown.subjects:
        if _label(named) in unseen:
            continue
        subject = _meant(named, bowls=bowls)
        count = min(subject.count, MAX_OF_A_KIND)
        if count < subject.count:
            stage.notes.append(
                f"{subject.count} × {subject.name}: {MAX_OF_A_KIND} are shown, the most of a kind."
            )
        acts = _label(subject) in doers or bool(subject.where)
        acts = acts or _label(subject).casefold() in models
        near_m = _USED_NEAR_M if _label(subject) in used else _NEAR_M
        of_the_place = None if acts else _thing_of_the_place(stage.place, subject, taken, near_m)
        if of_the_place is not None and count == 1:
            stage.roles.append(_role_of_the_place(of_the_place, subject))
            continue
        for number in range(count):
            role = _role(subject, number, count, described)
            stage.roles.append(_with_own_model(stage, role, subject, models))


def _with_own_model(
    stage: Setting, role: Role, subject: Subject, models: Mapping[str, Model]
) -> Role:
    """The role as the film's own model of it, in the size and material that the words ask for."""
    own = models.get(_label(subject).casefold())
    if own is None:
        return role
    if subject.name in FIGURES:
        stage.notes.append(
            f"{_label(subject)} acts, which an own model cannot: it is shown as {subject.name}. "
            "Describe it as a thing to see the model."
        )
        return role
    look = read_look(subject.attributes)
    material = look.material or role.model.material
    density = MATERIALS[material].density_kg_m3 / MATERIALS[own.material].density_kg_m3
    model = rescaled(own, look.scale) if look.scale != 1.0 else own
    role.model = replace(
        model, name=subject.name, material=material, mass_kg=model.mass_kg * density,
        fixed=role.model.fixed,
    )  # fmt: skip
    return role


def _meant(subject: Subject, *, bowls: bool) -> Subject:
    """A ball among pins is a bowling ball; a wall is built of bricks."""
    if subject.name == "fence" and _label(subject).endswith("wall"):
        return msgspec.structs.replace(subject, name="wall")
    label = _label(subject).casefold()
    if label != subject.name and label in catalogue.THINGS:
        return msgspec.structs.replace(subject, name=label)
    if bowls and subject.name == "ball":
        return msgspec.structs.replace(subject, name="bowling ball")
    return subject


def _label(subject: Subject) -> str:
    return subject.label or subject.name


def _role(subject: Subject, number: int, count: int, described: dict[str, str]) -> Role:
    label = _label(subject)
    description = described.get(label.casefold(), " ".join(subject.attributes))
    person = label.casefold() in described or label != subject.name
    seed = look_seed(subject.name, label.casefold() if person else "", description, str(number))
    model = catalogue.build(subject.name, subject.looks, seed)
    if subject.name in FIGURES:
        kind = "actor"
    elif model.fixed:
        kind = "fixed"
    elif subject.name in VEHICLES:
        kind = "driven"
    else:
        kind = "free"
    return Role(
        label=label if count == 1 else f"{label} {number + 1}",
        group=label,
        name=subject.name,
        attributes=subject.attributes,
        model=model,
        kind=kind,
    )


def bring(setting: Setting, name: str, role: Role, aside_m: float) -> Role:
    """Something that ``role`` needs and the words take for granted, beside it."""
    thing = Role(
        label=f"{name} of {role.label}",
        group=f"{name} of {role.label}",
        name=name,
        attributes=(),
        model=catalogue.build(name, (), look_seed(name, role.label)),
        kind="free",
        x=role.x + aside_m,
        z=role.z + 0.3,
        is_placed=True,
    )
    setting.roles.append(thing)
    return thing


def _thing_of_the_place(
    place: Place, subject: Subject, taken: set[int], near_m: float
) -> Placed | None:
    """A thing that the place has anyway (the court's hoop, a fridge) plays the subject itself."""
    if subject.attributes or subject.name in VEHICLES:
        return None
    centre = place.stage.center_m
    for index, thing in enumerate(place.things):
        x, _, z = thing.position_m
        is_near = math.dist((x, z), centre) < near_m or subject.name in LANDMARKS
        is_it = thing.model.name == subject.name and (thing.model.fixed or near_m > _NEAR_M)
        if index not in taken and is_it and is_near:
            taken.add(index)
            return thing
    return None


def _role_of_the_place(thing: Placed, subject: Subject) -> Role:
    x, y, z = thing.position_m
    return Role(
        label=_label(subject),
        group=_label(subject),
        name=subject.name,
        attributes=(),
        model=thing.model,
        kind="fixed",
        x=x,
        y=y,
        z=z,
        yaw_rad=thing.yaw_rad,
        is_placed=True,
        is_of_the_place=True,
    )
