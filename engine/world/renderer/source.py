"""GLSL sources of this package, put together: version, switches, shared blocks, one pattern."""

from __future__ import annotations

from importlib.resources import files

from engine.world.renderer.gl import GL, Program
from engine.world.renderer.styles import file_of, style_of

SURFACE_ATTRIBUTES = ("position", "normal", "drawable", "rest", "rest_normal", "next_position")
SPRITE_ATTRIBUTES = ("place", "size", "velocity", "kind", "tint", "seed")
_SURFACE_OUTPUTS = ("out_albedo", "out_normal", "out_depth", "out_id")
_VERSION = "#version 330 core\n"


def _text(name: str) -> str:
    return files(__package__).joinpath("shaders", name).read_text(encoding="ascii")


def _source(name: str, *blocks: str, switches: tuple[str, ...] = ()) -> str:
    defines = "".join(f"#define {switch}\n" for switch in switches)
    shared = "".join(_text(block) for block in ("frame.glsl", "noise.glsl", *blocks))
    return _VERSION + defines + shared + _text(name)


def light_switches(style: str) -> tuple[str, ...]:
    """What a style changes before the picture is developed."""
    return style_of(style).light


def surface_program(
    gl: GL, pattern: str, *, sheer: bool, snowy: bool, passes: bool, style: str, soft: bool
) -> Program:
    """One pattern's surfaces; the others cost nothing (software runs every branch).

    Args:
        sheer: lit at once over what is behind it, in place of filling the G-buffer.
    """
    body = _text(f"patterns/{pattern}.glsl")
    switches = tuple(
        name
        for name, wanted in (
            ("BUMPY", "look.height" in body),
            ("SHEER", sheer),
            ("CASTING_LAMPS", sheer),
            ("PLAIN_LAMPS", sheer),
            ("WATER", sheer and pattern == "water"),
            ("SOFT", sheer and soft),
            ("PASSES", passes and not sheer),
            ("SNOWY", snowy and pattern not in {"water", "snow"}),
            ("ANCHORED", style_of(style).anchored and not sheer),
        )
        if wanted
    )
    switches += style_of(style).surface + (style_of(style).light if sheer else ())
    lit = ("sky.glsl", "shadows.glsl", "lighting.glsl", "sheer.glsl", "march.glsl") if sheer else ()
    fragment = _source("surface.frag", *lit, switches=switches).replace("#include pattern", body)
    fragment = fragment.replace("#include clay", _text("styles/clay_surface.glsl"))
    vertex = _source("surface.vert", switches=switches)
    if sheer:
        return _sheer_program(gl, vertex, fragment)
    extra = ("out_exact_normal",) * passes + ("out_anchor",) * style_of(style).anchored
    return Program(
        gl,
        vertex,
        fragment,
        attributes=SURFACE_ATTRIBUTES,
        outputs=_SURFACE_OUTPUTS + extra,
        samplers={"matrices": 0, "surfaces": 1, "picture_map": 2},
    )


def _sheer_program(gl: GL, vertex: str, fragment: str) -> Program:
    return Program(
        gl,
        vertex,
        fragment,
        attributes=SURFACE_ATTRIBUTES,
        samplers={
            "matrices": 0,
            "surfaces": 1,
            "picture_map": 2,
            "depth_map": 3,
            "opaque_map": 4,
            "shadow_map": 5,
            "shadow_depth": 6,
        },
    )


def shadow_program(gl: GL) -> Program:
    """Depth only, as one light sees it."""
    return Program(
        gl,
        _source("shadow.vert"),
        _source("shadow.frag"),
        attributes=SURFACE_ATTRIBUTES,
        outputs=(),
        samplers={"matrices": 0},
    )


def flow_program(gl: GL) -> Program:
    """Where each point goes until a later moment."""
    return Program(
        gl,
        _source("flow.vert"),
        _source("flow.frag"),
        attributes=SURFACE_ATTRIBUTES,
        outputs=("way",),
        samplers={"matrices": 0, "next_matrices": 1},
    )


def screen_program(gl: GL, name: str, *blocks: str, switches: tuple[str, ...] = (),
                   samplers: tuple[str, ...] = (),
                   outputs: tuple[str, ...] = ("color",)) -> Program:  # fmt: skip
    """A pass over the whole picture; its samplers take the texture units in order."""
    return Program(
        gl,
        _source("screen.vert"),
        _source(name, *blocks, switches=switches),
        samplers={sampler: unit for unit, sampler in enumerate(samplers)},
        outputs=outputs,
    )


def sprites_program(gl: GL) -> Program:
    """Particles: smoke, sparks, drops, leaves and the like."""
    return Program(
        gl,
        _source("sprites.vert", "sky.glsl"),
        _source("sprites.frag"),
        attributes=SPRITE_ATTRIBUTES,
        samplers={"depth_map": 0},
    )


def print_program(gl: GL, style: str, *, graded: bool) -> Program:
    """The last pass in the hand of one style; ``graded`` takes its colours from a table."""
    hand = _text("styles/strokes.glsl") + _text(file_of(style))
    wanted = {"ANCHORED": style_of(style).anchored, "GRADED": graded}
    switches = tuple(name for name, is_on in wanted.items() if is_on)
    fragment = _source("print.frag", switches=switches).replace("#include style", hand)
    return Program(
        gl,
        _source("screen.vert"),
        fragment,
        samplers={
            "picture_map": 0,
            "depth_map": 1,
            "normal_map": 2,
            "id_map": 3,
            "albedo_map": 4,
            "anchor_map": 5,
            "grade_map": 6,
        },
    )
