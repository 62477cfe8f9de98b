"""Who and what has been met so far, and to whom a later word refers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from engine.script.breakdown import Subject
from engine.script.callings import callings
from engine.script.drawable import ARRANGEMENTS
from engine.script.lexicon_things import ANIMALS, ARRANGED, FEMALE, MALE, PEOPLE, THINGS, VEHICLES
from engine.script.noun_phrase import NounPhrase
from engine.script.tokens import singulars

_STEADY = frozenset(
    {"table", "shelf", "desk", "ramp", "fence", "house", "building", "bench", "tree", "sofa",
     "bed", "street lamp", "bush", "hoop", "goal", "door", "armchair", "cactus", "campfire",
     "coffee table", "cupboard", "fir", "fountain", "hedge", "hydrant", "mailbox", "palm",
     "round table", "sign", "stump", "tent", "topiary", "tower", "townhouse", "traffic light",
     "wall"}
)  # fmt: skip
_KINDS: dict[str, frozenset[str]] = {
    "ball": frozenset(name for name in THINGS if name.endswith("ball")) | {"marble"},
    "car": frozenset({"taxi", "police car", "van"}),
    "vehicle": VEHICLES,
    "table": frozenset({"coffee table", "round table", "desk"}),
    "chair": frozenset({"armchair", "stool"}),
    "tree": frozenset({"fir", "palm"}),
    "plant": frozenset({"cactus", "bush", "flower"}),
    "glass": frozenset({"wine glass"}),
    "cone": frozenset({"traffic cone"}),
    "light": frozenset({"traffic light"}),
    "box": frozenset({"present", "crate"}),
    "fire": frozenset({"campfire"}),
    "bear": frozenset({"teddy bear"}),
    "board": frozenset({"skateboard", "plank"}),
    "block": frozenset({"cube", "brick"}),
}  # fmt: skip
"""A plain word that comes back to something named more exactly before."""
_ANYBODY = frozenset(
    """man woman boy girl person lady guy gentleman fellow kid child children figure people couple
    men women boys girls kids stranger""".split()
) | {"old man", "old woman", "old lady"}
_YOUNG = frozenset({"kid", "child", "toddler", "baby", "infant", "children", "pupil", "orphan"})


@dataclass(eq=False)
class Entity:
    """Somebody or something met in the words.

    Attributes:
        open_gender: the word says neither he nor she; a pronoun may settle it.
        mentions: how often the words come back to it.
        is_piled: somebody stacks them.
    """

    name: str
    attributes: list[str]
    count: int
    label: str
    named: bool = False
    open_gender: bool = False
    where: tuple[str, str] | tuple[()] = ()
    mentions: int = field(default=1)
    is_piled: bool = field(default=False)

    @property
    def is_person(self) -> bool:
        """Can it speak?"""
        return self.name in PEOPLE

    @property
    def is_animate(self) -> bool:
        """Does it move by itself, as people and animals do?"""
        return self.name in PEOPLE | ANIMALS

    @property
    def is_handy(self) -> bool:
        """May somebody have it in the hand?"""
        return not (self.name in PEOPLE | ANIMALS | VEHICLES or self.is_steady)

    @property
    def is_steady(self) -> bool:
        """Does it stay where it is, like furniture and trees?"""
        return self.name in _STEADY

    def subject(self) -> Subject:
        """The entity as the breakdown shows it."""
        said = tuple(dict.fromkeys(self.attributes))
        called = set(callings().values()) if self.is_person else set[str]()
        return Subject(
            name=self.name,
            attributes=tuple(word for word in said if word not in called),
            count=self.count,
            label=self.label,
            where=self.where,
            calling=next((word for word in said if word in called), ""),
        )


class Entities:
    """All entities of one prompt, in order of appearance."""

    def __init__(self, cast: Mapping[str, NounPhrase]) -> None:
        """``cast``: label -> what the description says, for names that keep a look."""
        self._cast = cast
        self.all: list[Entity] = []
        self._recent: list[Entity] = []

    def met(self, phrase: NounPhrase, acting: Sequence[Entity] = ()) -> Entity:
        """The entity that a thing, a name or a pronoun means; new ones are added.

        Args:
            acting: who acts in the clause, whom ``it`` or ``him`` after the verb cannot mean.
        """
        if phrase.kind == "again":
            return self._again(phrase, acting)
        known = self.meant(phrase.name, acting) if phrase.kind == "pronoun" else None
        known = known or self._known(phrase)
        if known is not None:
            known.mentions += 1
            known.attributes += [
                word for word in phrase.attributes
                if word not in known.attributes and phrase.kind == "thing"
            ]  # fmt: skip
        entity = known or self._added(phrase)
        self.touch(entity)
        return entity

    def recalled(self, phrase: NounPhrase, acting: Sequence[Entity] = ()) -> Entity | None:
        """What ``one``, ``the other`` or ``the stack`` stands for, if anything does."""
        alone = [entity for entity in acting if entity.count == 1]
        others = [entity for entity in reversed(self._recent) if entity not in alone]
        recent = others or list(reversed(self._recent))
        if phrase.name == "arranged":
            several = (e for e in recent if ARRANGEMENTS & set(e.attributes))
            return next(several, None)
        wanted = set(phrase.attributes)
        if not acting:  # who acts is rather somebody than something
            recent.sort(key=lambda entity: not entity.is_animate)
        recent.sort(key=lambda entity: entity.is_steady)
        several = (e for e in recent if e.count > 1 and wanted <= set(e.attributes))
        fitting = (e for e in recent if wanted <= set(e.attributes))
        return next(several, None) or next(fitting, None) or next(iter(recent), None)

    def _again(self, phrase: NounPhrase, acting: Sequence[Entity]) -> Entity:
        like = self.recalled(phrase, acting)
        assert like is not None
        differs = not set(phrase.attributes) <= set(like.attributes)
        further = phrase.noun in ("another", "others") and not phrase.definite
        if differs or (like.count == 1 and further):
            words = [*phrase.attributes, like.name] if differs else [like.label]
            kept = [word for word in like.attributes if not differs]
            added = Entity(
                like.name, [*phrase.attributes, *kept], phrase.count, self._free(" ".join(words))
            )
            self.all.append(added)
            like = added
        like.mentions += 1
        self.touch(like)
        return like

    def touch(self, entity: Entity) -> None:
        """Makes it the one most recently spoken of."""
        if entity in self._recent:
            self._recent.remove(entity)
        self._recent.append(entity)

    def touch_ball(self) -> None:
        """Makes a ball, if there is one, the thing most recently spoken of."""
        ball = next((one for one in reversed(self._recent) if one.name in _KINDS["ball"]), None)
        if ball is not None:
            self.touch(ball)

    def drop(self, entity: Entity) -> None:
        """Takes it out again."""
        self.all.remove(entity)
        self._recent = [other for other in self._recent if other is not entity]

    def labelled(self, label: str) -> Entity | None:
        """By label."""
        return next((entity for entity in self.all if entity.label == label), None)

    def last_person(self) -> Entity | None:
        """Who was spoken of last."""
        return next((entity for entity in reversed(self._recent) if entity.is_person), None)

    def last_steady(self) -> Entity | None:
        """The table, or whatever else stays where it is, that was spoken of last."""
        return next((entity for entity in reversed(self._recent) if entity.is_steady), None)

    def people(self) -> list[Entity]:
        """Everybody who can speak."""
        return [entity for entity in self.all if entity.is_person]

    def _known(self, phrase: NounPhrase) -> Entity | None:
        if phrase.kind == "pronoun":
            return self.meant(phrase.name)
        if phrase.kind == "person":
            return self.labelled(phrase.noun)
        if not phrase.definite:
            return None
        plain = set(phrase.attributes)
        for entity in reversed(self._recent):
            same = entity.name == phrase.name or (
                entity.name.removeprefix("old ") == phrase.name and entity.name in PEOPLE
            )
            # A nurse and a doctor are two people, though the world builds both alike.
            same &= (
                entity.name not in PEOPLE or phrase.noun in _ANYBODY
                or phrase.noun in entity.label
            )  # fmt: skip
            several = (entity.count > 1) == (phrase.count > 1)
            if same and several and (plain <= set(entity.attributes) or not entity.attributes):
                return entity
        if phrase.noun in ARRANGED and not plain:
            built = (
                e for e in reversed(self._recent) if e.is_piled or ARRANGEMENTS & set(e.attributes)
            )
            return next(built, None)
        kinds = _KINDS.get(phrase.noun, frozenset()) if not plain else frozenset()
        return next((e for e in reversed(self._recent) if e.name in kinds), None)

    def meant(self, pronoun: str, acting: Sequence[Entity] = ()) -> Entity | None:
        """The latest entity that a pronoun fits, other than who acts."""
        recent = [entity for entity in reversed(self._recent) if entity not in acting]
        people = [entity for entity in recent if entity.is_person]
        if pronoun in ("male", "female"):
            fitting = MALE if pronoun == "male" else FEMALE
            for entity in people:
                if entity.name in fitting and entity.count == 1 and not entity.open_gender:
                    return entity
            opened = next((e for e in people if e.open_gender and e.count == 1), None)
            if opened is not None:
                self._settle(opened, pronoun)
            return opened
        if pronoun == "many":
            several = (entity for entity in recent if entity.count > 1)
            return next(several, None)
        things = [entity for entity in recent if not entity.is_person]
        moving = [entity for entity in things if entity.name not in _STEADY]
        ranked = [entity for entity in (*moving, *things) if entity.count == 1]
        return next(iter((*ranked, *things)), None)

    def _settle(self, entity: Entity, pronoun: str) -> None:
        young = entity.name in ("boy", "girl")
        male, female = ("boy", "girl") if young else ("man", "woman")
        entity.name = male if pronoun == "male" else female
        entity.open_gender = False

    def _added(self, phrase: NounPhrase) -> Entity:
        if phrase.kind == "pronoun":
            name = {"male": "man", "female": "woman", "many": "person"}.get(phrase.name, "person")
            entity = Entity(name, [], 2 if phrase.name == "many" else 1, name)
        elif phrase.kind == "person" and phrase.noun in self._cast:
            described = self._cast[phrase.noun]
            entity = Entity(
                described.name, list(described.attributes), described.count, phrase.noun, named=True
            )
        elif phrase.kind == "person":
            entity = Entity(phrase.name, [], 1, phrase.noun, named=True)
            entity.open_gender = phrase.name == "person"
        else:
            young = phrase.noun in _YOUNG or any(s in _YOUNG for s in singulars(phrase.noun))
            name = "boy" if young and phrase.name == "person" else phrase.name
            spoken = [word for word in phrase.written if word not in phrase.noun.split()]
            words = [*spoken, phrase.noun]
            label = " ".join(dict.fromkeys(words))
            entity = Entity(name, list(phrase.attributes), phrase.count, label)
            entity.open_gender = young or name == "person"
        entity.label = self._free(entity.label)
        self.all.append(entity)
        return entity

    def _free(self, label: str) -> str:
        taken = {entity.label for entity in self.all}
        if label not in taken:
            return label
        number = 2
        while f"{label} {number}" in taken:
            number += 1
        return f"{label} {number}"
