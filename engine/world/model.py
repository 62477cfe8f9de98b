"""What a thing is made of: meshes, surfaces, colliders.  Values shared by assets, physics, picture.

Units are metres, kilograms, radians.  A model's origin is the middle of its underside: it stands on
y = 0, faces +Z, and its left is +X.  A frame's pose is one 4x4 matrix per part (row-major numpy,
column vectors: ``world = matrix @ [x, y, z, 1]``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Matrix = NDArray[np.float64]
Color = tuple[float, float, float]
"""Linear-light RGB, 0 to 1 (BT.709 primaries)."""

Pattern = Literal[
    "plain", "wood", "planks", "brick", "tiles", "asphalt", "grass", "gravel", "sand", "snow",
    "fabric", "checker", "stripes", "marble", "leaves", "basketball", "football", "windows",
    "concrete", "water", "metal_brushed", "picture", "wallpaper", "carpet", "skin", "spots",
    "bands", "cliff",
]  # fmt: skip


SHOWN_AS_IS = 16.0
"""Emission of a surface whose colours reach the picture unchanged."""


@dataclass(frozen=True, eq=False)
class Mesh:
    """Triangles with smooth normals.

    Attributes:
        positions: (vertices, 3) float32, metres.
        normals: (vertices, 3) float32, unit length.
        indices: (triangles, 3) uint32, counter-clockwise seen from outside.
    """

    positions: Floats
    normals: Floats
    indices: NDArray[np.uint32]


@dataclass(frozen=True)
class Surface:
    """How a surface looks; patterns are evaluated in the part's own (object) space.

    Attributes:
        color: base colour.
        color2: the pattern's second colour (mortar, stripes, grain).
        roughness: 0 mirror to 1 chalk.
        metallic: 0 or 1.
        emission: radiance added, in units of the base colour (lamps, screens, windows at night);
            ``SHOWN_AS_IS`` shows the colour itself, neither lit nor developed (backdrops).
        pattern, pattern_scale_m: procedural pattern and the size of its cell.
        opacity: 1 solid; below 1 lets what is behind show through (glass, water, veils).
        refraction: index of refraction of what lets light through (water 1.33, glass 1.5).
    """

    color: Color
    color2: Color = (0.5, 0.5, 0.5)
    roughness: float = 0.6
    metallic: float = 0.0
    emission: float = 0.0
    pattern: Pattern = "plain"
    pattern_scale_m: float = 0.2
    opacity: float = 1.0
    refraction: float = 1.0


@dataclass(frozen=True)
class Weave:
    """A part is cloth: its mesh is a grid of vertices, row after row.

    Attributes:
        rows, columns: of vertices.
        pinned: indexes of the vertices that stay where the thing is.
        mass_kg_m2: of the cloth.
        stiffness: resistance to bending, 0 silk to 1 canvas.
    """

    rows: int
    columns: int
    pinned: tuple[int, ...]
    mass_kg_m2: float = 0.2
    stiffness: float = 0.2


@dataclass(frozen=True, eq=False)
class Part:
    """One piece of a model, rigid unless it has a weave.

    Attributes:
        name: unique in the model; figures are posed by these names (see ``world.figures``).
        offset: 4x4, part space to model space, in the rest pose.
        weave: it is cloth.
    """

    name: str
    mesh: Mesh
    surface: Surface
    offset: Matrix
    weave: Weave | None = None


@dataclass(frozen=True, eq=False)
class Skin:
    """How the parts of a model bend with bones and faces; vertices are counted through all parts.

    Attributes:
        bones: names in the order of ``binds`` (bones, 4, 4), their frames in the rest pose.
        joints: where the pose engine's bones begin when arms and legs hang straight, metres.
        indices, weights: (vertices, 4) which bones move a vertex, and how much each.
        morphs: names of small shapes (lids, lips, brows) in the order of ``moves``.
        morph_rows: (n,) the vertices that they move.
        moves, turns: (morphs, n, 3) float32 what is added to positions (metres) and normals.
        pronation, splay: turn of the hands about the forearms and of the feet, rest pose, radians.
    """

    bones: tuple[str, ...]
    binds: Matrix
    joints: Mapping[str, Matrix]
    indices: NDArray[np.uint8]
    weights: Floats
    morphs: tuple[str, ...]
    morph_rows: NDArray[np.intp]
    moves: Floats
    turns: Floats
    pronation: tuple[float, float] = (0.0, 0.0)
    splay: float = 0.0


ColliderShape = Literal["box", "sphere", "cylinder", "capsule", "convex"]


@dataclass(frozen=True, eq=False)
class Collider:
    """A simple shape for physics, in model space.

    Attributes:
        shape: box uses half extents (x, y, z); sphere (radius, 0, 0); cylinder and capsule
            (radius, half height, 0) along their own Y; convex uses ``points``.
        offset: 4x4, shape space to model space.
        points: (n, 3) for ``convex``.
    """

    shape: ColliderShape
    size_m: tuple[float, float, float]
    offset: Matrix
    points: Floats | None = None


HingeKind = Literal["lid", "door", "drawer", "wheel", "rotor", "swing", "hand"]


@dataclass(frozen=True, eq=False)
class Hinge:
    """What moves on a thing: a lid, a door, a wheel, sails, a swing's seat; in model space.

    Attributes:
        name: of the moving group, unique in the model (``"lid"``, ``"front wheels"``).
        kind: lids and doors open from rest (0) to ``range_rad``; wheels and rotors turn freely;
            swings hang and swing about their rest; hands are led (clocks); a drawer slides *along*
            ``axis``, its range in metres.
        parts: names of the model's parts that move together.
        colliders: indexes into ``Model.colliders`` of the shapes that move with them.
        pivot_m: a point on the axis.
        axis: unit vector; a positive turn is counter-clockwise seen against it.
        range_rad: lowest and highest turn from the rest pose; (-inf, inf) turns freely.
    """

    name: str
    kind: HingeKind
    parts: tuple[str, ...]
    pivot_m: tuple[float, float, float]
    axis: tuple[float, float, float]
    range_rad: tuple[float, float]
    colliders: tuple[int, ...] = ()


@dataclass(frozen=True, eq=False)
class Model:
    """A thing: what it looks like, what it weighs, what it sounds like.

    Attributes:
        name: canonical noun of the lexicon, e.g. ``"basketball"``.
        size_m: width (x), height (y), depth (z) of the rest pose.
        mass_kg: of the whole thing.
        material: sound and contact material (see ``engine.materials``).
        fixed: never moves (houses, trees, hoops).
        figure: name of the figure rig that poses it (``"biped"``, ``"quadruped"``, ``"bird"``),
            or None.
        hinges: what moves on it.
    """

    name: str
    parts: tuple[Part, ...]
    colliders: tuple[Collider, ...]
    size_m: tuple[float, float, float]
    mass_kg: float
    material: str
    fixed: bool = False
    figure: str | None = None
    skin: Skin | None = None
    hinges: tuple[Hinge, ...] = ()


@dataclass(frozen=True, eq=False)
class Drawable:
    """One part as the renderer loads it once; its matrix comes with each frame.

    Attributes:
        object_id: 1..65535, the same for all parts of one thing (0 is the sky).
        casts_shadow: lamps' glass and the like do not.
        picture: (h, w, 3) uint8 sRGB for pattern ``"picture"``, mapped over the part's x-y extent.
        deforms: its vertices come anew with each frame (``FrameView.shapes``): skin, cloth, water.
    """

    mesh: Mesh
    surface: Surface
    object_id: int
    casts_shadow: bool = True
    picture: NDArray[np.uint8] | None = None
    deforms: bool = False


@dataclass(frozen=True, eq=False)
class Shape:
    """Where a deforming drawable's vertices are in one frame.

    Attributes:
        positions, normals: (vertices, 3) float32 in part space, as many as its mesh has.
    """

    positions: Floats
    normals: Floats


SpriteKind = Literal["smoke", "dust", "spark", "drop", "flake", "spray", "leaf", "bubble", "flame"]


@dataclass(frozen=True, eq=False)
class Sprites:
    """Particles of one kind in one frame.

    Attributes:
        positions: (n, 3) float32, world metres.
        velocities: (n, 3) float32, m/s; drops and sparks are drawn as streaks along them.
        sizes_m: (n,) float32 radius.
        colors: (n, 4) float32 linear RGB and opacity; sparks and flames add their light.
        fates: (n,) float32 in [0, 1), each one's own for its life: its turn, its ragged edge;
            None gives them by their place in the arrays.
    """

    kind: SpriteKind
    positions: Floats
    velocities: Floats
    sizes_m: Floats
    colors: Floats
    fates: Floats | None = None


@dataclass(frozen=True)
class PointLight:
    """A lamp: position in metres, linear colour times intensity (candela-like), reach in metres."""

    position_m: tuple[float, float, float]
    color: Color
    radius_m: float


@dataclass(frozen=True)
class Water:
    """Open water: a level surface over a rectangle, an even bed below it.

    The ground at y = 0 ends at its edges (see ``world.dry_land``): what falls in sinks to the bed
    or floats.  A place draws the surface as a still thing named ``"water"``.

    Attributes:
        low_m, high_m: corners (x, z) of the rectangle.
        level_m: height of the still surface.
        depth_m: from the surface down to the bed.
    """

    low_m: tuple[float, float]
    high_m: tuple[float, float]
    level_m: float = -0.1
    depth_m: float = 2.0

    def covers(self, x: float, z: float) -> bool:
        """Is that spot of the plan in the water?"""
        return self.low_m[0] < x < self.high_m[0] and self.low_m[1] < z < self.high_m[1]


@dataclass(frozen=True)
class Drop:
    """Where the ground falls away: a rectangle of the plan whose floor lies deeper.

    Attributes:
        low_m, high_m: corners (x, z).
        depth_m: of the floor below y = 0.
    """

    low_m: tuple[float, float]
    high_m: tuple[float, float]
    depth_m: float


@dataclass(frozen=True)
class Atmosphere:
    """Sun, sky and weather of one shot.

    Attributes:
        sun_direction: unit vector *towards* the sun (or moon).
        sun_color: linear radiance of the direct light.
        sky_top, sky_horizon: linear sky colours; also the ambient light.
        ground_color: ambient from below.
        ambient: strength of the ambient light.
        fog_color, fog_density_per_m: exponential fog.
        clouds: 0 clear to 1 overcast.
        stars: 0 to 1.
        rain, snow: 0 none to 1 heavy; ``wind_mps`` drives both (x, z).
        wetness: 0 dry to 1 soaked: darkens and glosses ground.
        exposure: linear gain before the tone curve.
        indoors: sky is not seen, only lights the windows.
    """

    sun_direction: tuple[float, float, float] = (0.4, 0.8, 0.45)
    sun_color: Color = (3.0, 2.8, 2.5)
    sky_top: Color = (0.16, 0.32, 0.70)
    sky_horizon: Color = (0.60, 0.72, 0.88)
    ground_color: Color = (0.22, 0.20, 0.17)
    ambient: float = 1.0
    fog_color: Color = (0.60, 0.70, 0.82)
    fog_density_per_m: float = 0.004
    clouds: float = 0.3
    stars: float = 0.0
    rain: float = 0.0
    snow: float = 0.0
    wind_mps: tuple[float, float] = (0.5, 0.0)
    wetness: float = 0.0
    exposure: float = 1.0
    indoors: bool = False


@dataclass(frozen=True, eq=False)
class FrameView:
    """Everything that changes from frame to frame.

    Attributes:
        time_s: shot time, drives rain, clouds, water.
        camera_to_world: 4x4 OpenGL (camera looks along its -Z).
        vertical_fov_rad: full vertical angle of view.
        focus_distance_m: None is sharp everywhere.
        matrices: (drawables, 4, 4) float32, part space to world.
        visible: (drawables,) bool.
        lights: lamps of this frame (at most 8 are used, the nearest first).
        shapes: by index of the drawable, the vertices of those that deform.
        sprites: particles of this frame.
        f_number: aperture; small numbers blur what is off the focus more.
    """

    time_s: float
    camera_to_world: Matrix
    vertical_fov_rad: float
    matrices: Floats
    visible: NDArray[np.bool_]
    focus_distance_m: float | None = None
    lights: tuple[PointLight, ...] = field(default=())
    shapes: Mapping[int, Shape] = field(default_factory=dict)
    sprites: tuple[Sprites, ...] = ()
    f_number: float = 2.8


@dataclass(frozen=True, eq=False)
class RenderedFrame:
    """One frame and its passes.

    Attributes:
        rgb: (h, w, 3) uint8 sRGB, top row first.
        depth_m: (h, w) float32 distance along the view axis in metres, inf for the sky; or None.
        normal: (h, w, 3) float32 world-space unit normals, 0 for the sky; or None.
        object_ids: (h, w) uint16, 0 for the sky; or None.
        albedo: (h, w, 3) float32 linear, 0 for the sky; or None.
        flow_px: (h, w, 2) float32, right and down, where each pixel's point is seen in the next
            frame, whether or not something hides it there; or None.
    """

    rgb: NDArray[np.uint8]
    depth_m: Floats | None = None
    normal: Floats | None = None
    object_ids: NDArray[np.uint16] | None = None
    albedo: Floats | None = None
    flow_px: Floats | None = None
