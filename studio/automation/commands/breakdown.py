"""``storyreel breakdown``: a shot's words as they are understood."""

from __future__ import annotations

import argparse

import msgspec

from engine.script.breakdown import Breakdown, Subject
from studio.automation.errors import UsageError
from studio.automation.terminal import write_json


def run(options: argparse.Namespace) -> int:
    """Shows the scene.

    Raises:
        UsageError: there are no words.
    """
    from engine.script.prompt import understand  # noqa: PLC0415 - the lexicon is large

    if not any(character.isalpha() for character in options.prompt):
        raise UsageError("The shot has no words yet: write what happens in it, in quotes.")
    breakdown = understand(options.prompt)
    if options.json:
        write_json(msgspec.to_builtins(breakdown))
    else:
        print("\n".join(_lines(breakdown)))
    return 0


def _lines(scene: Breakdown) -> list[str]:
    camera = ", ".join(
        word
        for word in (
            scene.camera.shot_size,
            scene.camera.angle,
            f"{scene.camera.lens_mm:g} mm" if scene.camera.lens_mm else "",
            f"{scene.camera.speed} {scene.camera.move}".strip(),
        )
        if word
    )
    rows = {
        "Subjects": ", ".join(_subject_words(subject) for subject in scene.subjects),
        "Actions": ", ".join(
            " ".join(
                word
                for word in (act.subject, act.verb, act.object, act.preposition, act.target)
                if word
            )
            for act in scene.actions
        ),
        "Place": f"{scene.place}, {scene.time}, {scene.weather}",
        "Style": scene.style,
        "Camera": camera,
        "Dialogue": "; ".join(f"{line.speaker}: “{line.line}”" for line in scene.dialogue),
        "Sounds": ", ".join(scene.sounds),
        "Instead": ", ".join(f"{each.used} for “{each.asked}”" for each in scene.substituted),
        "Not understood": ", ".join(scene.not_understood),
    }
    return [f"{title + ':':16}{words}" for title, words in rows.items() if words]


def _subject_words(subject: Subject) -> str:
    count = f"{subject.count} × " if subject.count != 1 else ""
    words = " ".join((*subject.attributes, subject.name))
    label = f" ({subject.label})" if subject.label not in ("", subject.name, words) else ""
    return f"{count}{words}{label}"
