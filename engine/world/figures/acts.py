"""What a figure is told to do, and the soft beginnings and ends of doing it."""

from __future__ import annotations

from dataclasses import dataclass

from engine.world.figures.steps import smooth

KINDS = (
    "stand", "walk", "run", "sit", "stand_up", "wave", "point", "talk", "kick", "throw", "jump",
    "turn", "nod", "shake_head", "dance", "pick_up", "put_down", "drop", "catch", "fly", "hold",
    "feel", "push", "pull", "drink", "eat", "open", "close", "climb", "crawl", "swim", "lie",
    "fall", "hug", "shrug", "clap", "bow", "kneel", "crouch", "swing", "hammer", "carry", "ride",
    "drive", "phone", "read", "type", "guitar",
)  # fmt: skip
BLEND_S = 0.25
_MOMENTS = {
    "kick": 0.55, "throw": 0.55, "pick_up": 0.5, "put_down": 0.5, "jump": 0.5, "drop": 0.5,
    "catch": 0.5, "swing": 0.58, "open": 0.4, "close": 0.4,
}  # fmt: skip


@dataclass(frozen=True)
class Act:
    """One thing a figure does.

    Attributes:
        kind: one of ``KINDS``.
        points: way points (x, z) of walk, run, fly; where a jump lands; what a turn or a sitting
            figure faces; any point lets ``hold`` use both hands.
        target: what it looks at, points at, kicks, throws to, picks up or puts down on; for
            ``sit`` the middle of the seat's top; its y is the height of flight for ``fly``, of
            the hips for ``swim`` and ``ride``, of the top for ``climb``; the handle for ``open``
            and ``close``; for ``jump`` the middle of the top of what it jumps onto (when it lands
            there) or over.
        style: how it is done: a feeling for ``feel`` (see ``faces.EXPRESSIONS``), a manner for
            ``walk`` (see ``styles.GAITS``), ``"racket"`` or ``"hammer"`` for ``swing``,
            ``"bicycle"`` for ``ride``, ``"L"`` or ``"R"`` for ``hold`` (the hand).
    """

    kind: str
    start_s: float
    end_s: float
    points: tuple[tuple[float, float], ...] = ()
    target: tuple[float, float, float] | None = None
    style: str = ""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"no figure can {self.kind!r}; it can {', '.join(KINDS)}")
        if self.end_s < self.start_s:
            raise ValueError(f"{self.kind} ends at {self.end_s} s, before it starts")

    @property
    def length_s(self) -> float:
        """How long it lasts."""
        return self.end_s - self.start_s

    def weight(self, time_s: float, rise_s: float = BLEND_S, fall_s: float = BLEND_S) -> float:
        """0 outside, 1 inside, soft at both ends (the fall reaches past the end)."""
        if time_s <= self.start_s or time_s >= self.end_s + fall_s:
            return 0.0
        return smooth((time_s - self.start_s) / rise_s) * smooth(
            (self.end_s + fall_s - time_s) / fall_s
        )

    @property
    def moment_s(self) -> float:
        """When the kick meets the ball, the throw lets go, the hand takes hold or lets go."""
        share = _MOMENTS.get(self.kind, 0.0)
        return self.start_s + share * self.length_s
