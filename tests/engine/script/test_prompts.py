"""Prompts as editors write them, and what of each must be understood.

Expectations are partial.  ``s`` lists all subjects as ``"2 dog"`` or ``"red|big ball"`` (count,
attributes that must be there, canonical name); ``a`` lists actions that must be there as
``"subject verb object preposition target"`` with canonical names and ``_`` for "nothing" and ``*``
for "anything"; the other letters are place, time, weather, style, move, size, angle, dialogue
(speaker's name, line), sounds, not understood, substituted.
"""

from __future__ import annotations

from typing import Any

import pytest

from engine.script.breakdown import Breakdown
from engine.script.prompt import understand

FIRST: list[tuple[str, dict[str, Any]]] = [
    ("A red rubber ball rolls off a wooden table and bounces twice on the floor.",
     {"s": ["red|rubber ball", "wooden table"], "a": ["ball roll * off table", "ball bounce"], "n": []}),
    ("Anna walks down a rainy street at night.",
     {"s": ["woman"], "a": ["woman walk"], "p": "street", "t": "night", "w": "rain", "n": []}),
    ("A basketball player shoots and misses; the ball hits the backboard.",
     {"a": ["* shoot", "ball|basketball hit hoop"], "p": "court"}),
    ("Two dogs chase a cat through the park", {"s": ["2 dog", "cat"], "a": ["dog chase cat"], "p": "park"}),
    ("An old man sits on a bench and says \"It is going to rain.\"",
     {"s": ["old man", "bench"], "a": ["old man sit _ on bench"], "d": [("old man", "It is going to rain.")]}),
    ("Close-up of a woman's face as she whispers, “Don’t move.”",
     {"s": ["woman"], "size": "close-up", "d": [("woman", "Don’t move.")]}),
    ("The camera slowly pushes in on a vase of flowers on a windowsill",
     {"move": "dolly in", "speed": "slow", "has": ["vase"]}),
    ("A glass falls off the kitchen counter and shatters", {"has": ["glass"], "p": "kitchen", "a": ["glass fall"]}),
    ("wide shot, foggy meadow at dawn, three horses grazing",
     {"s": ["3 horse"], "p": "meadow", "w": "fog", "t": "dawn", "size": "wide shot"}),
    ("A yellow taxi drives past a row of parked cars", {"has": ["yellow car"], "a": ["car drive * past car"]}),
    ("no people, just an empty street in the snow", {"s": [], "p": "street", "w": "snow"}),
    ("A zebra gallops across a field", {"s": ["striped horse"], "a": ["horse run"], "p": "meadow", "sub": [("zebra", "horse")]}),
    ("asdf qwer zxcv", {"s": [], "a": [], "n": ["asdf", "qwer", "zxcv"]}),
    ("The ball is thrown by a boy.", {"s": ["ball", "boy"], "a": ["boy throw ball"]}),
    ("A boy kicks a football into the goal while a girl watches.",
     {"s": ["boy", "football", "goal", "girl"], "a": ["boy kick football into goal", "girl look"]}),
    ("A phone rings on the desk.", {"has": ["phone", "desk"], "snd": ["phone"]}),
    ("Tom picks up a hammer, then drops it on his foot.",
     {"s": ["man", "hammer"], "a": ["man pick up hammer", "man drop hammer"]}),
    ("Black and white, noir: a detective in a hat walks through fog",
     {"style": "noir", "s": ["man"], "w": "fog", "a": ["man walk"]}),
    ("A stack of boxes topples over when a bowling ball hits it",
     {"has": ["4 box", "bowling ball"], "a": ["box topple", "bowling ball hit box"]}),
    ("Low angle: a giant robot walks between tall buildings at sunset",
     {"has": ["giant robot"], "angle": "low angle", "t": "dusk", "a": ["robot walk * between building"]}),
    ("Claymation style. A small green bird hops along a fence.",
     {"style": "clay", "s": ["small|green bird", "fence"]}),
    ("A man and a woman dance in the living room.",
     {"s": ["man", "woman"], "a": ["man dance", "woman dance"], "p": "room"}),
    ("Drone shot flying over a forest", {"move": "flyover", "p": "forest", "s": []}),
    ("ANNA: Where have you been?\nTOM: At the office.",
     {"s": ["woman", "man"], "d": [("woman", "Where have you been?"), ("man", "At the office.")]}),
    ("A blue car crashes into a stack of crates", {"s": ["blue car", "4 crate"], "a": ["car collide * into crate"]}),
    ("Thunder rolls in the distance as a dog barks", {"snd": ["thunder", "dog"]}),
    ("A child throws a stone and it bounces off the wall", {"has": ["rock"], "a": ["* throw rock", "rock bounce"]}),
    ("She is wearing a red coat and carrying an umbrella", {"s": ["red coat woman", "umbrella"], "a": ["woman carry umbrella"]}),
    ("A few apples fall from a tree", {"s": ["3 apple", "tree"], "a": ["apple fall * from tree"]}),
    ("Narrator: \"Once upon a time there was a king.\"", {"s": [], "d": [("narrator", "Once upon a time there was a king.")]}),
    ("An orange cat sleeps on a sofa next to a lamp", {"s": ["orange cat", "sofa", "lamp"]}),
    ("The camera orbits around a bronze statue", {"move": "orbit right"}),
    ("A woman runs up to a bus stop but the bus drives away", {"a": ["woman run", "bus drive"]}),
    ("There is a cup of coffee on the table.", {"has": ["cup", "table"], "where": {"cup": ("on", "table")}}),
    ("Ten bowling pins are knocked over by a heavy ball",
     {"s": ["10 bowling pin", "heavy ball"], "a": ["ball knock over bowling pin"]}),
    ("A metal bucket slides down a ramp, hits a vase and stops.",
     {"s": ["metal bucket", "ramp", "vase"], "a": ["bucket slide * down ramp", "bucket hit vase"]}),
    ("Handheld shot of a crowd in a park", {"move": "handheld", "p": "park"}),
    ("'Look out!' shouts the man.", {"s": ["man"], "d": [("man", "Look out!")]}),
    ("A kid on a bicycle rides past a house", {"has": ["bicycle", "house"], "p": "street"}),
    ("The lady with the umbrella waves at the driver of the red truck", {"has": ["woman", "umbrella"], "a": ["woman wave"]}),
]


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
            for part in (act.subject, act.verb, act.object, act.preposition, act.target)
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
    plain = {
        "p": found.place, "t": found.time, "w": found.weather, "style": found.style,
        "move": found.camera.move, "size": found.camera.shot_size, "angle": found.camera.angle,
        "speed": found.camera.speed, "lens": found.camera.lens_mm,
        "n": list(found.not_understood),
        "sub": [(item.asked, item.used) for item in found.substituted],
        "d": [(_names(found).get(line.speaker, line.speaker), line.line) for line in found.dialogue],
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


@pytest.mark.parametrize(("prompt", "expected"), FIRST, ids=[prompt[:50] for prompt, _ in FIRST])
def test_a_prompt_is_understood(prompt: str, expected: dict[str, Any]) -> None:
    found = understand(prompt)
    assert not faults(found, expected), found
