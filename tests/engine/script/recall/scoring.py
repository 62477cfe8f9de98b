"""Recall and precision of breakdowns against what a reader labelled.

An item is a subject, one of its attributes, its number, who does what, what it is done to, the
place, a named sound, something said of the camera, a spoken line and its speaker.  Recall counts
the items that the breakdown has, precision what it asserts without the words saying so; a default
place or camera is no assertion, nor is what the label only allows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from engine.script.breakdown import Action, Breakdown, Subject
from tests.engine.script.recall.alignment import Alignment, align, stands_in, stem, stems
from tests.engine.script.recall.labels import Does, Labelled, Named, Who
from tests.engine.script.recall.thesaurus import accepted, plain

KINDS = ("subjects", "actions", "place", "sounds", "camera", "dialogue")
SETTING = ("time", "weather", "style")
DEFAULTS = {"place": "studio", "time": "day", "weather": "clear", "style": "natural"}
AMBIENT = frozenset(
    "sun moon sky rain snow wind cloud water ground floor wall light shadow air star sand grass "
    "ceiling ice mist fog road street sea".split()
)
COLLECTIVE = frozenset(
    "family crowd couple people everybody grass confetti traffic house of cards headphones".split()
)
SPEAKING = frozenset("say speak talk ask answer whisper shout yell reply call tell roar".split())
STATES = frozenset("be have wear hold stand lie sit hang rest carry surround contain".split())


@dataclass
class Tally:
    """Items found, missed and wrongly asserted, each in words."""

    found: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Takes in another tally."""
        self.found += other.found
        self.missed += other.missed
        self.wrong += other.wrong

    def judge(self, item: str, held: bool) -> None:
        """Files an item that should be found."""
        (self.found if held else self.missed).append(item)

    @property
    def recall(self) -> float:
        """Share of the labelled items that were found; 1 when there were none."""
        asked = len(self.found) + len(self.missed)
        return len(self.found) / asked if asked else 1.0

    @property
    def precision(self) -> float:
        """Share of the assertions that the words bear out; 1 when there were none."""
        asserted = len(self.found) + len(self.wrong)
        return len(self.found) / asserted if asserted else 1.0


Tallies = dict[str, Tally]


def score(found: Breakdown, labelled: Labelled) -> Tallies:
    """Every kind's tally of one prompt."""
    pairs = align(found, labelled)
    tallies = {
        "subjects": _subjects(pairs, labelled),
        "actions": _actions(pairs, labelled),
        "place": _setting(found, labelled, "place"),
        "sounds": _sounds(found, labelled),
        "camera": _camera(found, labelled),
        "dialogue": _dialogue(pairs, labelled),
    }
    return tallies | {kind: _setting(found, labelled, kind) for kind in SETTING}


def score_all(
    prompts: Iterable[Labelled], understand: Callable[[str], Breakdown]
) -> dict[str, Tally]:
    """Tallies of each kind over all prompts; items name their prompt."""
    total = {kind: Tally() for kind in (*KINDS, *SETTING)}
    for labelled in prompts:
        opening = labelled.words[:60].replace("\n", " ")
        for kind, tally in score(understand(labelled.words), labelled).items():
            named = Tally(*([f"{item}  in “{opening}”" for item in items]
                            for items in (tally.found, tally.missed, tally.wrong)))  # fmt: skip
            total[kind].add(named)
    return total


def together(tallies: Tallies) -> Tally:
    """The micro-average over ``KINDS``: all their items in one tally."""
    total = Tally()
    for kind in KINDS:
        total.add(tallies[kind])
    return total


# ---------------------------------------------------------------------------- subjects


def _subjects(pairs: Alignment, labelled: Labelled) -> Tally:
    tally = Tally()
    for number, who in enumerate(pairs.asked):
        subjects = pairs.of(number)
        if subjects or who.needed:
            tally.judge(who.nouns[0], bool(subjects))
            _attributes(tally, who, subjects)
            _count(tally, who, subjects)
        for subject in subjects:
            tally.wrong += _wrong_attributes(pairs, labelled, who, subject)
    tally.wrong += [
        f"{subject.count} {subject.name} ({subject.label})"
        for subject in pairs.spare()
        if not _is_ambient(subject, labelled)
    ]
    return tally


def _is_ambient(subject: Subject, labelled: Labelled) -> bool:
    words = stems(labelled.words)
    name = subject.name.split(" ")[-1]
    return name in AMBIENT and stem(name) in words


def _attributes(tally: Tally, who: Who, subjects: list[Subject]) -> None:
    for wanted in who.attributes:
        names = wanted.split("|")
        held = any(_has_attribute(subject, name) for subject in subjects for name in names)
        if held or who.needed:
            tally.judge(f"{wanted} of {who.nouns[0]}", held)


def _has_attribute(subject: Subject, name: str) -> bool:
    in_name = {"elderly": "old", "little": "girl boy child", "young": "girl boy", "teenage": "boy"}
    said = stems(" ".join((*subject.attributes, subject.name)))
    spelt = plain(name.replace("-", " "))
    return stems(spelt) <= said or any(
        word in subject.name.split(" ") for word in in_name.get(name, "").split()
    )


def _count(tally: Tally, who: Who, subjects: list[Subject]) -> None:
    counted = sum(subject.count for subject in subjects)
    if who.count == 1:
        if counted > 1 and not COLLECTIVE & set(plain(who.nouns[0]).split(" ")):
            tally.wrong.append(f"{counted} {who.nouns[0]} for one")
        return
    held = counted > 1 if who.count == 0 else counted == who.count
    if held or who.needed:
        tally.judge(f"{who.count or 'some'} {who.nouns[0]}", held)
    if not held and counted > 1:
        tally.wrong.append(f"{counted} {who.nouns[0]} for {who.count}")


def _wrong_attributes(
    pairs: Alignment, labelled: Labelled, who: Who, subject: Subject
) -> list[str]:
    said = stems(labelled.words)
    own = stems(" ".join(who.attributes))
    others = stems(
        " ".join(word for other in pairs.asked if other != who for word in other.attributes)
    )
    stand_in = plain(subject.name) not in map(plain, who.nouns)
    wrong = []
    for attribute in subject.attributes:
        parts = stems(attribute)
        invented = not parts & said and not stand_in
        borrowed = len(parts) == 1 and parts <= others and not parts & own
        if invented or borrowed:
            wrong.append(f"{attribute} {subject.name}")
    return wrong


# ----------------------------------------------------------------------------- actions


def _actions(pairs: Alignment, labelled: Labelled) -> Tally:
    tally = Tally()
    asked = labelled.actions()
    rest = list(pairs.found.actions)
    for act in asked:
        fitting = [action for action in pairs.found.actions if _acts_as(pairs, action, act)]
        rest = [action for action in rest if action not in fitting]
        if fitting or act.needed:
            tally.judge(f"{act.subjects[0]} {act.verbs[0]}", bool(fitting))
        if act.needed and _object_counts(pairs, act):
            held = any(_done_to(pairs, action, act) for action in fitting)
            tally.judge(f"{act.subjects[0]} {act.verbs[0]} → {act.objects[0]}", held)
            if fitting and not held and all(action.object for action in fitting):
                tally.wrong.append(_told(fitting[0]))
    tally.wrong += [_told(action) for action in rest if not _is_stative(action, labelled)]
    return tally


def _told(action: Action) -> str:
    words = (action.subject, action.verb, action.object, action.preposition, action.target)
    return " ".join(word for word in words if word)


def _acts_as(pairs: Alignment, action: Action, act: Does) -> bool:
    verbs = accepted("verb", act.verbs)
    verb = plain(action.verb.replace("-", " "))
    firsts = {plain(name).split(" ")[0] for name in act.verbs}
    if verb not in verbs and verb.split(" ")[0] not in firsts:
        return False
    nouns = {noun for who in pairs.asked for noun in who.nouns}
    if not action.subject and not nouns & set(act.subjects):
        return True  # the words do not say who does it
    return pairs.is_one_of(action.subject, act.subjects)


def _object_counts(pairs: Alignment, act: Does) -> bool:
    nouns = set(act.objects)
    return any(who.needed and nouns & set(who.nouns) for who in pairs.asked)


def _done_to(pairs: Alignment, action: Action, act: Does) -> bool:
    ends = (action.object, action.target)
    return any(end and pairs.is_one_of(end, act.objects) for end in ends)


def _is_stative(action: Action, labelled: Labelled) -> bool:
    if action.verb in SPEAKING:
        return bool(labelled.says) or stem(action.verb) in stems(labelled.words)
    return action.verb in STATES


# ---------------------------------------------------------------------- the other kinds


def _is_named(found: Breakdown, kind: str, value: str, label: Named) -> bool:
    same = accepted(kind, label.names)
    return plain(value) in same or stands_in(found, label.names, plain(value))


def _setting(found: Breakdown, labelled: Labelled, kind: str) -> Tally:
    tally = Tally()
    value = getattr(found, kind)
    same = "place" if kind == "place" else "setting"
    for label in labelled.named(kind):
        held = _is_named(found, same, value, label)
        if not label.needed:
            continue
        tally.judge(f"{kind} {label.names[0]}", held)
        if not held and value != DEFAULTS[kind]:
            tally.wrong.append(f"{kind} {value} for {label.names[0]}")
    return tally


def _sounds(found: Breakdown, labelled: Labelled) -> Tally:
    tally = Tally()
    rest = list(found.sounds)
    for label in labelled.named("sounds"):
        same = accepted("sounds", label.names)
        fitting = [
            sound for sound in rest
            if stems(sound) & stems(" ".join(same)) or stands_in(found, label.names, sound)
        ]  # fmt: skip
        rest = [sound for sound in rest if sound not in fitting]
        if label.needed:
            tally.judge(f"sound {label.names[0]}", bool(fitting))
    said = stems(" ".join((labelled.words, labelled.weather)))
    tally.wrong += [f"sound {sound}" for sound in rest if not stems(sound) & said]
    return tally


def _camera(found: Breakdown, labelled: Labelled) -> Tally:
    tally = Tally()
    camera = found.camera
    values = {
        "move": camera.move,
        "size": camera.shot_size,
        "angle": camera.angle,
        "lens": f"{camera.lens_mm:g}" if camera.lens_mm else "",
        "speed": camera.speed,
    }
    rest = {name: value for name, value in values.items() if value}
    for label in labelled.camera_words():
        fitting = [name for name in label.fields if _films_as(values[name], label)]
        for name in fitting:
            rest.pop(name, None)
        if label.needed:
            tally.judge(f"{label.fields[0]} {label.names[0]}", bool(fitting))
    tally.wrong += [f"camera {name} {value}" for name, value in rest.items()]
    return tally


def _films_as(value: str, label: Named) -> bool:
    spelt = plain(value)
    return bool(spelt) and any(
        spelt == name or spelt.startswith(f"{name} ") for name in accepted("camera", label.names)
    )


def _dialogue(pairs: Alignment, labelled: Labelled) -> Tally:
    tally = Tally()
    rest = list(pairs.found.dialogue)
    for said in labelled.lines():
        line = next((item for item in rest if _letters(item.line) == _letters(said.line)), None)
        tally.judge(f"“{said.line}”", line is not None)
        if line is not None:
            rest.remove(line)
        speaker = line.speaker if line else ""
        held = bool(speaker) and (
            plain(speaker) in map(plain, said.speakers) or pairs.is_one_of(speaker, said.speakers)
        )
        tally.judge(f"{said.speakers[0]} says “{said.line}”", held)
        if speaker and not held:
            tally.wrong.append(f"{speaker} says “{said.line}”")
    tally.wrong += [f"{line.speaker}: “{line.line}”" for line in rest]
    return tally


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip().lower()
