"""Leaps: onto a thing, down from it, over it with a run-up."""

from __future__ import annotations

import math

from engine.script.breakdown import Action
from engine.world.staging.layout import support_height
from engine.world.staging.roles import Role, Setting, Window

SPEED_MPS = {"biped": (1.25, 3.1), "quadruped": (1.1, 3.6), "bird": (1.5, 4.0)}
"""Walking and running speed by figure."""


def leap(stage: Setting, role: Role, target: Role, action: Action, window: Window) -> None:
    """Onto something, or with a run-up over it."""
    role.family = target.family = target.family or role.family or 700 + len(stage.roles)
    speed = SPEED_MPS.get(role.model.figure or "biped", (1.2, 3.0))[1]
    if action.preposition in {"over", "across", "through"}:
        if target.width_m > 1.3 * target.depth_m:
            target.yaw_rad = 1.0  # across the way, and still seen
            target.is_of_the_place = False
            target.x, target.z = stage.place.stage.center_m
        _run_and_leap(stage, role, target, window, speed)
        return
    top = (target.x, target.y + support_height(target), target.z + 0.05)
    if action.preposition in {"off", "from", "down from"} and not role.acts:
        _jump_down(role, target, top, window)
        return
    ahead = max(target.model.size_m[2] / 2, 0.2) + 0.5 * role.model.size_m[2] + 0.3
    if not role.acts:
        role.x = target.x + ahead * math.sin(target.yaw_rad)
        role.z = target.z + ahead * math.cos(target.yaw_rad)
    role.yaw_rad = math.atan2(target.x - role.x, target.z - role.z)
    start_s = window.start_s + 0.3
    end_s = min(start_s + 1.3, max(window.end_s, start_s + 0.6))
    role.plan("jump", start_s, end_s, ((target.x, target.z),), top)


def _jump_down(role: Role, perch: Role, top: tuple[float, float, float], window: Window) -> None:
    """Up there since before the shot began, then down in front of it."""
    role.x, role.z, role.yaw_rad = perch.x, perch.z + 0.05, 0.6
    role.hangs_on = True
    role.plan("jump", -3.0, -2.0, ((role.x, role.z),), top)
    land = (perch.x + 0.3, perch.z + perch.depth_m / 2 + 0.5 * role.model.size_m[2] + 0.35)
    start_s = window.start_s + 0.4
    role.plan("jump", start_s, start_s + 1.2, (land,), (perch.x, 0.0, perch.z))


def _run_and_leap(stage: Setting, role: Role, target: Role, window: Window, speed: float) -> None:
    clear = target.model.size_m[2] / 2 + 0.1
    long = max(role.model.size_m[2], 0.5)
    off = clear + 0.7 * long + 0.2
    way = min(speed * 1.1, 3.5)
    role.x, role.z = target.x - off - way, target.z
    role.yaw_rad = math.pi / 2
    leap_s = max(window.start_s, 0.0) + way / speed + 0.15
    span_s = 2.2 * off / speed + 0.35
    top = (target.x, target.y + target.height_m, target.z)
    role.plan("run", max(window.start_s, 0.0), leap_s, ((target.x - off, role.z),))
    land = (target.x + off, role.z)
    role.plan("jump", leap_s, leap_s + span_s, (land,), top)
    end_s = min(stage.duration_s, leap_s + span_s + 1.2)
    if end_s > leap_s + span_s + 0.4:
        gone = (land[0] + 0.6 * speed * (end_s - leap_s - span_s), role.z)
        role.plan("run", leap_s + span_s, end_s, (gone,))
