"""A staged shot: who and what stands where, what each will do and when.  Values only.

The stage director (``engine.world.staging``) writes it, the simulation plays it.  Times are
seconds from the shot's first frame.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.sound.score import EffectCue, Speech
from engine.world.figures import Performance
from engine.world.model import Atmosphere, Drop, Matrix, Model, Part, PointLight, Surface, Water
from engine.world.physics import Joint

Vector = tuple[float, float, float]


@dataclass(frozen=True, eq=False)
class Prop:
    """A thing on the stage.

    Attributes:
        label: unique in the scene; contacts name it.
        kind: ``"free"`` (physics moves it), ``"fixed"`` (never moves) or ``"driven"`` (follows
            ``track``).
        family: props and figures of one family (not 0) do not collide.
        waits: True hangs at ``pose`` until its first ``Launch``; False rests on what is below it.
        lift: 0 falls, 1 hovers, above 1 rises (share of its weight carried by the air).
        track: for driven props, shot time to model-to-world pose.
        is_setting: belongs to the place, not to the words.
        picture: shown on surfaces of pattern ``"picture"``.
        strength_ns: a blow with more than this impulse breaks it; infinite is unbreakable.
    """

    label: str
    model: Model
    pose: Matrix
    kind: str = "free"
    family: int = 0
    waits: bool = False
    lift: float = 0.0
    velocity_mps: Vector = (0.0, 0.0, 0.0)
    spin_rad_s: Vector = (0.0, 0.0, 0.0)
    track: Callable[[float], Matrix] | None = None
    picture: NDArray[np.uint8] | None = None
    is_setting: bool = False
    strength_ns: float = math.inf


@dataclass(frozen=True, eq=False)
class Actor:
    """A person or an animal, with everything it does.

    Attributes:
        girth_m: how far from its middle it pushes things; None is its own body.
    """

    label: str
    model: Model
    performance: Performance
    family: int = 0
    foot_hardness: float = 0.6
    girth_m: float | None = None


@dataclass(frozen=True)
class Carry:
    """A prop is held in an actor's hand from ``start_s`` to ``end_s``.

    Attributes:
        side: ``"L"``, ``"R"`` or ``"both"``.
        grip_m: point of the prop, in its own space, that is in the hand; None is its middle.
        bone: name of the bone with which it turns (a bat with its hand, a guitar with the chest);
            empty keeps it upright and turned with the body.
        axes: where its x and y axes point in the space of the bone (or of the body).
        shift_m: where the grip is from the hand (from the bone for other bones), in that space.
        tips: it is a cup: tilted when it comes to the mouth.
    """

    prop: str
    actor: str
    side: str
    start_s: float
    end_s: float
    grip_m: Vector | None = None
    bone: str = ""
    axes: tuple[Vector, Vector] = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0))
    shift_m: Vector = (0.0, 0.0, 0.0)
    tips: bool = False


@dataclass(frozen=True)
class Launch:
    """A prop gets these velocities at a moment: thrown, kicked, pushed, let go.

    Attributes:
        struck_by: label of the actor whose foot or hand hits it (a contact), or empty.
    """

    prop: str
    time_s: float
    velocity_mps: Vector
    spin_rad_s: Vector = (0.0, 0.0, 0.0)
    struck_by: str = ""


AimKind = Literal["hit", "fall", "break"]


@dataclass(frozen=True)
class Aim:
    """What a launch is for: it is thrown harder, or otherwise, until that comes about.

    Attributes:
        prop: what is launched.
        targets: what it is to hit, to fell (most of it) or to break (one of it).
    """

    kind: AimKind
    prop: str
    targets: tuple[str, ...]


@dataclass(frozen=True)
class Chain:
    """Balls of one family that hand impacts on one to the next (Newton's cradle)."""

    props: tuple[str, ...]
    restitution: float = 1.0


@dataclass(frozen=True)
class Blow:
    """A driven thing meets something fixed: a contact that no physics would report."""

    first: str
    second: str
    time_s: float
    position_m: Vector
    impulse_ns: float


@dataclass(frozen=True, eq=False)
class SpokenLine:
    """A line of dialogue at its time; ``actor`` empty is a narrator."""

    speaker: str
    actor: str
    line: str
    start_s: float
    speech: Speech


EmitterKind = Literal[
    "smoke", "steam", "wisp", "exhaust", "mist", "fire", "candle", "sparks", "embers", "dust",
    "splash", "spray", "leaves", "confetti", "bubbles", "shards",
]  # fmt: skip


@dataclass(frozen=True)
class Emitter:
    """Where particles come from, and for how long.

    Attributes:
        position_m: in the world, or in the space of the prop it rides.
        rides: label of a prop or an actor that it moves with; empty stands still.
        start_s, end_s: what burns before the shot starts below 0, so that its smoke is there.
        size_m: radius of the source.
        strength: 1 is usual; drives how much, how fast and how large.
        direction: which way it goes at first, unit length.
        color: linear RGB; None is the kind's own.
        number: tells emitters of one kind and spot apart; same number, same particles.
    """

    kind: EmitterKind
    position_m: Vector
    rides: str = ""
    start_s: float = -20.0
    end_s: float = 1e4
    size_m: float = 0.1
    strength: float = 1.0
    direction: Vector = (0.0, 1.0, 0.0)
    color: tuple[float, float, float] | None = None
    number: int = 0


@dataclass(frozen=True)
class Cloth:
    """A part of a prop that hangs and blows (its mesh is a grid, see ``model.Weave``).

    Attributes:
        prop, part: labels.
        wind_mps: mean wind (x, y, z) on it.
        gusts: how much the wind comes and goes, 0 steady to 1.
    """

    prop: str
    part: str
    wind_mps: Vector = (0.0, 0.0, 0.0)
    gusts: float = 0.5


@dataclass(frozen=True, eq=False)
class Scene:
    """Everything that plays in one shot; the camera is laid when it is known what happens.

    Attributes:
        waters: where the ground ends and things float.
        drops: where the ground falls away.
        emitters: what smokes, burns, sprays; rain and snow come from the atmosphere.
        cloths: what hangs and blows.
        joints: what holds on to what, as the props stand at the start (see ``physics.Joint``).
        chains: balls that hand their impacts on.
        aims: what the launches are to bring about.
    """

    place: str
    ground: Surface
    ground_material: str
    extent_m: float
    indoors: bool
    atmosphere: Atmosphere
    lights: tuple[PointLight, ...]
    props: tuple[Prop, ...]
    actors: tuple[Actor, ...]
    carries: tuple[Carry, ...]
    launches: tuple[Launch, ...]
    lines: tuple[SpokenLine, ...]
    effects: tuple[EffectCue, ...]
    gravity_mps2: float = 9.81
    show_ground: bool = True
    blows: tuple[Blow, ...] = ()
    notes: tuple[str, ...] = field(default=())
    waters: tuple[Water, ...] = ()
    drops: tuple[Drop, ...] = ()
    emitters: tuple[Emitter, ...] = ()
    cloths: tuple[Cloth, ...] = ()
    joints: tuple[Joint, ...] = ()
    chains: tuple[Chain, ...] = ()
    aims: tuple[Aim, ...] = ()


@dataclass(frozen=True, eq=False)
class PropState:
    """A thing at one moment.

    Attributes:
        pose: 4x4 model-to-world.
        held_by: label of the actor that holds it, or empty.
    """

    label: str
    pose: Matrix
    velocity_mps: Vector = (0.0, 0.0, 0.0)
    spin_rad_s: Vector = (0.0, 0.0, 0.0)
    is_broken: bool = False
    held_by: str = ""


@dataclass(frozen=True)
class ActorState:
    """Somebody at one moment; ``posture`` is the kind of the act that goes on."""

    label: str
    position_m: Vector
    heading_rad: float
    posture: str
    holds: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class SceneState:
    """How a scene stands at one moment, for the shot that goes on from there."""

    props: tuple[PropState, ...]
    actors: tuple[ActorState, ...]


ROOM_SIDES: dict[str, Vector] = {
    "back wall": (0.0, 0.0, -1.0),
    "front wall": (0.0, 0.0, 1.0),
    "left wall": (-1.0, 0.0, 0.0),
    "right wall": (1.0, 0.0, 0.0),
    "ceiling": (0.0, 1.0, 0.0),
}
"""Labels of the props that close a room, and which way is out."""


def prop_bounds(prop: Prop) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Lowest and highest corner (3,) of a prop as it is placed, world metres."""
    points = np.concatenate(
        [
            part.mesh.positions @ part.offset[:3, :3].T + part.offset[:3, 3]
            for part in prop.model.parts
        ]
    )
    world = points @ prop.pose[:3, :3].T + prop.pose[:3, 3]
    return world.min(axis=0), world.max(axis=0)


PARTICLE_PARTS = ("flame", "jet")
"""Words in the names of parts that say where particles come from, and that these are drawn."""


def particle_word(part: Part) -> str:
    """Which particles stand for a part, one of ``PARTICLE_PARTS``; empty if it is drawn itself."""
    return next((word for word in PARTICLE_PARTS if word in part.name.split()), "")
