"""How what is expected of a prompt is written, and what of it does not hold.

Expectations are partial.  ``s`` lists all subjects as ``"2 dog"`` or ``"red|big ball"`` (count,
attributes that must be there, canonical name); ``a`` lists actions that must be there as
``"subject verb object preposition target"`` with canonical names and ``_`` for "nothing" and ``*``
for "anything"; the other letters are place, time, weather, style, move, size, angle, dialogue
(speaker's name, line), sounds, not understood, substituted.
"""

from __future__ import annotations

from typing import Any

from engine.script.breakdown import Breakdown


def _words(subject: Any) -> str:
    count = f"{subject.count} " if subject.count > 1 else ""
    return f"{count}{subject.name}"


def _matches(wanted: str, subject: Any) -> bool:
    """``"2 red|big ball"`` against a subject; attributes are a subset."""
    first, _, rest = wanted.partition(" ")
    count = int(first) if first.isdigit() else 1
    words = rest if first.isdigit() else wanted
    if not words.endswith(subject.name) or subject.count != count:
        return False
    before = words.removesuffix(subject.name).strip()
    return all(part in subject.attributes for part in before.split("|") if part)


def _names(found: Breakdown) -> dict[str, str]:
    return {subject.label: subject.name for subject in found.subjects}


def _action_lines(found: Breakdown) -> list[tuple[str, ...]]:
    names = _names(found)
    return [
        tuple(
            names.get(part, part) or "_"
            for part in (act.subject, act.canonical, act.object, act.preposition, act.target)
        )
        for act in found.actions
    ]


def _acts_as(wanted: str, line: tuple[str, ...]) -> bool:
    """Is the wanted pattern a way to read the action, part by part from the front?"""

    def read(words: list[str], parts: tuple[str, ...]) -> bool:
        if not words:
            return True
        if not parts:
            return False
        for size in (1, 2, 3):
            asked = " ".join(words[:size])
            fits = asked == "*" or parts[0] in asked.split("|")
            if len(words) >= size and fits and read(words[size:], parts[1:]):
                return True
        return False

    return read(wanted.split(), line)


def faults(found: Breakdown, expected: dict[str, Any]) -> list[str]:
    """What of ``expected`` does not hold."""
    wrong: list[str] = []
    names = _names(found)
    plain = {
        "p": found.place, "t": found.time, "w": found.weather, "style": found.style,
        "move": found.camera.move, "size": found.camera.shot_size, "angle": found.camera.angle,
        "speed": found.camera.speed, "lens": found.camera.lens_mm,
        "n": list(found.not_understood),
        "sub": [(item.asked, item.used) for item in found.substituted],
        "d": [(names.get(line.speaker, line.speaker), line.line) for line in found.dialogue],
        "manner": [line.manner for line in found.dialogue],
    }  # fmt: skip
    for key, value in expected.items():
        if key in plain and plain[key] != value:
            wrong.append(f"{key}: {plain[key]!r} is not {value!r}")
    rest = list(found.subjects)
    for wanted in (*expected.get("s", ()), *expected.get("has", ())):
        fitting = next((subject for subject in rest if _matches(wanted, subject)), None)
        if fitting is None:
            wrong.append(f"subject {wanted!r} missing")
        else:
            rest.remove(fitting)
    if "s" in expected and rest:
        wrong.append(f"too many subjects: {[_words(subject) for subject in rest]}")
    lines = _action_lines(found)
    if expected.get("a") == [] and lines:
        wrong.append(f"actions where none were: {lines}")
    for wanted in expected.get("a", ()):
        if not any(_acts_as(wanted, line) for line in lines):
            wrong.append(f"action {wanted!r} missing")
    for name in expected.get("snd", ()):
        if name not in found.sounds:
            wrong.append(f"sound {name!r} missing")
    for word in expected.get("no", ()):
        if word not in found.not_understood:
            wrong.append(f"{word!r} should be not understood")
    for name, where in expected.get("where", {}).items():
        places = [
            (subject.where[0], _names(found).get(subject.where[1], subject.where[1]))
            for subject in found.subjects
            if subject.name == name and subject.where
        ]
        if where not in places:
            wrong.append(f"{name} is at {places}, not {where}")
    return wrong
