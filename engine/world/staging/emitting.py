"""What burns, smokes, steams, blows and hangs on a stage: emitters and cloths for the effects."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np

from engine.script.breakdown import Breakdown
from engine.world.model import Atmosphere, Matrix, Part
from engine.world.scene import Cloth, Emitter, EmitterKind, Prop, Vector, particle_word
from engine.world.staging.roles import VEHICLES

_STEAMING = frozenset({"steaming", "hot", "boiling"})
_SMOKING = frozenset({"chimney", "locomotive", "steam locomotive", "steamship"})
_CHIMNEY = "chimney"
_JET_M = 0.62
"""How high a jet of strength 1 rises."""
_APART_M = 0.3
_SMALL_FLAME_M = 0.05
_TORCH_M = 0.25
_DRAUGHT_MPS = 0.8
_OPEN_WINDOW_MPS = 2.4
_SHELTERED = frozenset({"clothesline", "curtain"})
"""Hang low, in half the wind."""
_BURNING = frozenset({"burn", "blaze", "catch fire", "go up in flames", "ignite"})
_GLOWING = frozenset({"lamp", "street lamp", "lantern", "television", "phone", "robot", "star"})
"""What burns without a fire."""
_HOUSE_M = 5.0
_BLOWING = frozenset({"blow", "wave", "flutter", "flap", "billow", "sway"})
_DUSTY = frozenset({"sand", "earth", "gravel", "dirt"})


def emitters(props: Sequence[Prop], breakdown: Breakdown, air: Atmosphere, ground: str,
             indoors: bool, stage_m: tuple[float, float]) -> tuple[Emitter, ...]:  # fmt: skip
    """Every source of particles.

    Args:
        ground: the ground's material.
        stage_m: middle of the stage (x, z).
    """
    steaming = {
        subject.label or subject.name
        for subject in breakdown.subjects
        if _STEAMING & {*subject.attributes, *subject.label.split()}
    }
    burning = {action.subject for action in breakdown.actions if action.verb in _BURNING}
    burning -= steaming  # what steams is read as a kind of burning
    found: list[Emitter] = []
    for prop in props:
        if prop.label in burning and not any(particle_word(part) for part in prop.model.parts):
            found += _on_fire(prop)
        found += _of_prop(prop, prop.label in steaming, ground)
        found += _chimneys(prop, "smoke" in breakdown.particles)
    there = {emitter.kind for emitter in found}
    found += _of_words(there, breakdown, air, indoors, stage_m)
    return tuple(found)


def cloths(props: Sequence[Prop], breakdown: Breakdown, air: Atmosphere,
           indoors: bool) -> tuple[Cloth, ...]:  # fmt: skip
    """Every woven part and the wind on it."""
    verbs = {action.verb for action in breakdown.actions}
    blown = bool(verbs & _BLOWING) or breakdown.weather in {"wind", "storm"}
    found = []
    for prop in props:
        for part in prop.model.parts:
            if part.weave is not None:
                wind = _wind_on(prop, air, indoors, blown)
                found.append(Cloth(prop.label, part.name, wind, gusts=0.75 if indoors else 0.5))
    return tuple(found)


def _wind_on(prop: Prop, air: Atmosphere, indoors: bool, blown: bool) -> Vector:
    if indoors:
        # A draught comes in through the window behind a curtain.
        front = prop.pose[:3, 2]
        speed = _OPEN_WINDOW_MPS if blown else _DRAUGHT_MPS
        return (float(front[0] * speed), 0.0, float(front[2] * speed))
    x, z = air.wind_mps
    speed = math.hypot(x, z)
    least = 4.5 if blown else 2.2
    if prop.model.name in _SHELTERED:
        x, z, least = 0.5 * x, 0.5 * z, 0.5 * least
        speed *= 0.5
    if speed < least:
        grown = least / max(speed, 1e-6)
        x, z = (x * grown, z * grown) if speed > 0.05 else (least, 0.25 * least)
    return (x, 0.0, z)


def _of_prop(prop: Prop, is_steaming: bool, ground: str) -> list[Emitter]:
    model = prop.model
    flames = [part for part in model.parts if particle_word(part) == "flame"]
    found = [*_burning(prop, flames)] if flames else []
    width, height, depth = model.size_m
    rides = "" if prop.kind == "fixed" else prop.label
    if is_steaming:
        size = 0.3 * min(width, depth)
        inside = (0.0, 0.92 * height, 0.0)
        found.append(_emitter("steam", prop, inside, rides, size_m=size))
    for part in model.parts:
        if particle_word(part) == "jet":
            low, high = _flames([part])[0]
            root = (float(low[0] + high[0]) / 2.0, float(low[1]), float(low[2] + high[2]) / 2.0)
            rises = ((high[1] - low[1]) / _JET_M) ** 0.5
            found.append(_emitter("spray", prop, root, rides, size_m=0.03, strength=float(rises)))
    if model.name in _SMOKING:
        found.append(_emitter("smoke", prop, (0.0, height, 0.0), rides, size_m=0.16))
    if model.name in VEHICLES and prop.track is not None and model.name not in {"bicycle", "boat"}:
        found += _driving(prop, ground)
    return found


def _on_fire(prop: Prop) -> Iterable[Emitter]:
    """Flames out of a thing that burns though no flame was built with it, and thick smoke."""
    if prop.model.name in _GLOWING:
        return
    width, height, depth = prop.model.size_m
    rides = "" if prop.kind == "fixed" else prop.label
    size = min(max(0.3 * max(width, depth), 0.08), 1.4)
    if width > _HOUSE_M:  # out of its windows and through the roof
        size = 0.1 * width
        for side in (-0.26, 0.26):
            window = (side * width, 0.22 * height, 0.5 * depth)
            yield _emitter("fire", prop, window, rides, size_m=size, strength=1.2)
    top = 0.8 if width > _HOUSE_M else 0.6
    at = (0.0, top * height, 0.2 * depth)
    yield _emitter("fire", prop, at, rides, size_m=size, strength=1.2)
    over = (0.0, height + 0.4 * size, 0.0)
    yield _emitter("smoke", prop, over, rides, size_m=0.6 * size, strength=1.0 + 1.5 * size)
    yield _emitter("embers", prop, over, rides, size_m=0.8 * size)


def _chimneys(prop: Prop, smoke: bool) -> Iterable[Emitter]:
    """Smoke from a house's chimney where the words speak of smoke."""
    for part in prop.model.parts if smoke else ():
        if part.name.startswith(_CHIMNEY):
            points = part.mesh.positions @ part.offset[:3, :3].T + part.offset[:3, 3]
            x, _, z = (points.min(axis=0) + points.max(axis=0)) / 2.0
            top = (float(x), float(points[:, 1].max()), float(z))
            yield _emitter("smoke", prop, top, "", size_m=0.3, strength=2.6)


def _driving(prop: Prop, ground: str) -> list[Emitter]:
    """Behind what drives: its exhaust, and dust off the wheels where the ground is loose."""
    width, _, depth = prop.model.size_m
    back = tuple(float(value) for value in -prop.pose[:3, 2])
    pipe = (0.3 * width, 0.28, -0.5 * depth)
    direction = (back[0], 0.15, back[2])
    found = [_emitter("exhaust", prop, pipe, prop.label, size_m=0.03, direction=direction)]
    if ground in _DUSTY:
        for side in (-0.4, 0.4):
            wheel = (side * width, 0.1, -0.35 * depth)
            found.append(
                _emitter("dust", prop, wheel, prop.label, size_m=0.15, strength=1.4,
                         direction=direction)
            )  # fmt: skip
    return found


def _burning(prop: Prop, parts: Sequence[Part]) -> Iterable[Emitter]:
    """One fire for each flame of a thing; large ones smoke and throw embers."""
    rides = "" if prop.kind == "fixed" else prop.label
    for low, high in _flames(parts):
        width = float(max(high[0] - low[0], high[2] - low[2]))
        base = (low + high) / 2.0
        base[1] = low[1]
        at = (float(base[0]), float(base[1]), float(base[2]))
        if width < _SMALL_FLAME_M:
            yield _emitter("candle", prop, at, rides, size_m=max(0.55 * width, 0.008))
            continue
        yield _emitter("fire", prop, at, rides, size_m=0.5 * width)
        if width < _TORCH_M:
            continue
        over = (at[0], at[1] + 1.6 * width, at[2])
        strength = min(max(2.0 * width, 0.25), 1.0)
        yield _emitter("smoke", prop, over, rides, size_m=0.3 * width, strength=strength)
        yield _emitter("embers", prop, over, rides, size_m=0.4 * width, strength=strength)


def _flames(parts: Sequence[Part]) -> list[tuple[np.ndarray, np.ndarray]]:
    """Lowest and highest corner, in the model, of each flame; the parts may hold several."""
    left = np.concatenate(
        [part.mesh.positions @ part.offset[:3, :3].T + part.offset[:3, 3] for part in parts]
    )
    found = []
    while len(left):
        near = np.linalg.norm(left[:, [0, 2]] - left[0, [0, 2]], axis=1) < _APART_M
        found.append((left[near].min(axis=0), left[near].max(axis=0)))
        left = left[~near]
    return found


def _emitter(kind: EmitterKind, prop: Prop, at: Vector, rides: str, *, size_m: float,
             strength: float = 1.0, direction: Vector = (0.0, 1.0, 0.0)) -> Emitter:  # fmt: skip
    place = at
    if not rides:
        moved: Matrix = prop.pose[:3, :3] @ np.array(at) + prop.pose[:3, 3]
        place = (float(moved[0]), float(moved[1]), float(moved[2]))
    number = round(1000 * (place[0] + 3.1 * place[1] + 7.7 * place[2]))
    return Emitter(kind, place, rides=rides, size_m=size_m, strength=strength,
                   direction=direction, number=number)  # fmt: skip


def _of_words(there: set[EmitterKind], breakdown: Breakdown, air: Atmosphere, indoors: bool,
              stage_m: tuple[float, float]) -> list[Emitter]:  # fmt: skip
    """Fog drifts in wisps; what the words let fly without a thing that it comes from."""
    x, z = stage_m
    found: list[Emitter] = []
    if breakdown.weather == "fog" and not indoors:
        found.append(Emitter("mist", (x, 0.4, z - 3.0), size_m=9.0))
    for told in breakdown.particles:
        if told in there:  # a chimney's smoke, a fire's, a kettle's steam
            continue
        found += _told(told, air, (x, z))
    return found


def _told(kind: str, air: Atmosphere, stage_m: tuple[float, float]) -> list[Emitter]:
    x, z = stage_m
    wind_x, wind_z = air.wind_mps
    speed = max(math.hypot(wind_x, wind_z), 0.5)
    up_x, up_z = wind_x / speed, wind_z / speed
    match kind:
        case "leaves":
            return [Emitter("leaves", (x - 3.5 * up_x, 1.4, z - 3.5 * up_z), size_m=5.0)]
        case "confetti":
            return [Emitter("confetti", (x, 3.2, z + 0.3), size_m=2.6)]
        case "bubbles":
            place = (x - 0.6, 1.0, z + 0.5)
            return [Emitter("bubbles", place, size_m=0.5, direction=(0.3, 0.5, 0.0))]
        case "sparks":
            return [Emitter("sparks", (x + 0.7, 0.9, z), size_m=0.02, direction=(0.5, 0.7, 0.3))]
        case "smoke":
            return [Emitter("smoke", (x + 0.9, 0.05, z - 0.6), size_m=0.2)]
        case "dust":
            return [Emitter("dust", (x, 0.1, z - 0.5), size_m=1.2, strength=1.5)]
        case "steam":
            return [Emitter("steam", (x + 0.6, 0.1, z - 0.4), size_m=0.12, strength=1.5)]
        case _:
            return []
