"""Mentions as somebody or something: whom a noun phrase means, and what it says of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from engine.script.breakdown import Substitution
from engine.script.drawable import TRUE_UNSAID, undrawn
from engine.script.entities import Entity
from engine.script.lexicon_setting import near_places, places, premises
from engine.script.lexicon_verbs import verb_forms, verb_meanings
from engine.script.lexicon_words import ADJECTIVES, DETERMINERS
from engine.script.meaning import nearest_noun
from engine.script.mentions import Mention
from engine.script.noun_phrase import NounPhrase
from engine.script.reading import Draft, Reading
from engine.script.subjects import Doers

_GROUNDS = {
    "wave": "beach", "waves": "beach",
    "grass": "meadow", "lawn": "meadow", "sand": "beach", "road": "street", "sidewalk": "street",
    "pavement": "street", "curb": "street", "carpet": "room", "rug": "room", "ceiling": "room",
    "windowsill": "room",
}  # fmt: skip
_PASSING = frozenset({"past", "behind", "towards", "toward", "away from", "opposite"})
_BESIDE = frozenset({"outside", "in front of", "near", "next to", "beside", "by", "around"})
_WITHIN = frozenset({"in", "inside", "through", "into", "within", "across", "of"})
_BODY = frozenset(
    "face head hand hands foot feet leg legs arm arms eyes eye mouth wings finger fingers".split()
)
_STOOD_ON = frozenset("bridge iceberg porch balcony jetty pier dock catwalk".split())
_OF_THINGS = frozenset("burn light grow ring tick pour break topple blow bounce float".split())
"""Deeds by which a capitalised stranger is told to be a thing (``Candlelight flickers``)."""


class Naming:
    """Settles whom and what the mentions of a sentence mean."""

    def __init__(self, reading: Reading, doers: Doers) -> None:
        self._now = reading
        self._doers = doers

    def settle(self, mentions: Sequence[Mention]) -> None:
        """Finds the entities of every mention, in the order of the words."""
        for one in mentions:
            if one.garment:
                self._dress(one)
                continue
            if one.phrase.kind == "unknown":
                one.phrase = self._known(one)
            one.phrase = self._seen_from(one.phrase, one.preposition)
            self._settle(one)

    def _settle(self, one: Mention) -> None:
        now, phrase = self._now, one.phrase
        if phrase.place:
            now.note_place(phrase.place, "", 1)
        if phrase.kind == "place":
            vague = phrase.noun in ("interior", "indoors", "house interior")
            rank = 0 if one.preposition in _PASSING or vague else 3 if one.preposition else 2
            now.note_place(phrase.name, phrase.asked, rank)
            self._report_adjectives(phrase)
        elif phrase.kind == "fixture":
            if phrase.noun in _GROUNDS:
                now.note_place(_GROUNDS[phrase.noun], "", 0)
            self._report_adjectives(phrase)
            self._read_body(one)
        elif phrase.kind == "clothes":
            self._report_adjectives(phrase)
        elif phrase.kind == "unknown":
            now.strange.extend(phrase.strange)
        elif phrase.name != "other":
            now.strange.extend(phrase.strange)
            one.entities = self._meant(one)

    def _meant(self, one: Mention) -> list[Entity]:
        now, phrase = self._now, one.phrase
        acting = self._acting(one)
        if phrase.kind == "pronoun":
            group = self._group(phrase, acting)
            if group is not None:
                return group
        if phrase.kind == "again" and now.entities.recalled(phrase, acting) is None:
            return []
        if one.relation == "same" and one.beside is not None and one.beside.entities:
            return self._describe(one.beside.entities[0], phrase)
        if one.relation == "attribute" and one.to is not None and phrase.kind == "thing":
            whom = self._doers.surface(one.to)
            if whom:
                return self._describe(whom[0], phrase)
        if phrase.kind == "pronoun" and phrase.name == "thing":
            self._prefer_topic(one)
        entity = now.entities.met(phrase, acting)
        if phrase.asked:
            now.substituted.append(Substitution(asked=phrase.asked, used=phrase.name))
        self._note_acting(phrase, entity)
        return [entity]

    def _prefer_topic(self, one: Mention) -> None:
        """``A ball rolls along a plank. It drops``: the ball, though the plank came last."""
        before = [other for other in self._now.mentions if other.phrase.end <= one.start]
        heads = [
            other for other in before if other.relation == "subject" and other.to is not one.to
        ]
        topic = heads[-1].entities if heads else self._now.topic
        verb = heads[-1].to if heads else None
        objects = any(other.to is verb and other.relation == "object" for other in before)
        if len(topic) == 1 and not objects and not (topic[0].is_person or topic[0].is_steady):
            self._now.entities.touch(topic[0])

    def _describe(self, entity: Entity, phrase: NounPhrase) -> list[Entity]:
        """``Mara, a tall woman``: one person, who is a tall woman."""
        if phrase.kind == "thing" and entity.is_person and entity.open_gender:
            entity.name = phrase.name
            entity.open_gender = phrase.name == "person"
        entity.attributes += [word for word in phrase.attributes if word not in entity.attributes]
        return [entity]

    def _acting(self, one: Mention) -> list[Entity]:
        """Who acts in its clause, whom ``it`` or ``him`` after the verb cannot mean."""
        if one.to is None or one.relation == "subject":
            return []
        acting = self._doers.surface(one.to)
        if one.relation in ("prep", "object"):
            acting = acting + [
                entity for other in self._now.mentions
                if other.to is one.to and other.relation == "object" and other is not one
                for entity in other.entities
            ]  # fmt: skip
        return acting

    def _group(self, phrase: NounPhrase, acting: list[Entity]) -> list[Entity] | None:
        """``they`` for several who acted together; an ``it`` that stands for nothing."""
        now = self._now
        known = now.entities.meant(phrase.name, acting)
        if phrase.name == "thing":
            return [] if known is None else None
        if phrase.name != "many" or known is not None:
            return None
        people = now.entities.people()
        group = now.group or (people if len(people) > 1 else list(now.entities.all))
        return list(group) if len(group) > 1 else ([] if group else None)

    def _note_acting(self, phrase: NounPhrase, entity: Entity) -> None:
        """``a bouncing ball`` bounces."""
        now = self._now
        forms = verb_forms()
        for base in phrase.acting:
            canonical = verb_meanings().get(base)
            inside = range(phrase.start, phrase.end)
            place = next((at for at in inside if forms.get(now.word(at), ("",))[0] == base), -1)
            if canonical is not None and undrawn(entity.name, now.word(place)):
                implied = Draft(canonical, "ing", [entity], 0.0, phrase=base, at=place)
                now.implied.append(implied)
                now.make_sound(canonical, [entity])

    # -- what no lexicon lists ----------------------------------------------------------------

    def _known(self, one: Mention) -> NounPhrase:
        """A noun of no lexicon: somebody by name, or the nearest thing or place."""
        now, phrase = self._now, one.phrase
        token = now.tokens[phrase.end - 1]
        acts = one.relation == "subject" and one.to is not None
        base = one.to.base if one.to is not None else ""
        thing = verb_meanings().get(base, "") in _OF_THINGS
        alone = phrase.end - phrase.start == 1
        follows = now.tokens[phrase.end : phrase.end + 1]
        finite = one.to is not None and one.to.kind in ("s", "past")
        named = finite and one.node.tag.startswith("NN")
        named = named and bool(follows) and follows[0].kind == "word"
        if token.is_capital and alone and named and acts and not thing and token.text.isalpha():
            name = token.text.title() if token.text.isupper() else token.text
            return replace(
                phrase, kind="person", name="person", noun=name, definite=True, strange=()
            )
        loose = one.relation == "alone" and one.to is None and one.beside is None
        if loose and phrase.count == 1 and now.word(phrase.start) not in DETERMINERS:
            return phrase  # "Horror.", "Slapstick comedy."
        near = nearest_noun(phrase.noun, led=one.preposition in _WITHIN | {"at", "on"}, acts=acts)
        if near is None:
            return phrase
        kind, name, attributes = near
        described = tuple(word for word in phrase.attributes if word in ADJECTIVES)
        compound = tuple(word for word in phrase.attributes if word not in ADJECTIVES)
        noun = " ".join((*compound, phrase.noun))
        return replace(
            phrase, kind=kind, name=name, noun=noun, attributes=(*described, *attributes),
            asked=noun, strange=(), written=described,
        )  # fmt: skip

    def _seen_from(self, phrase: NounPhrase, preposition: str) -> NounPhrase:
        """``in a shop`` is a place, ``past a shop`` is a building."""
        within = preposition in _WITHIN or (preposition == "on" and phrase.noun in _STOOD_ON)
        entered = preposition in {"in", "inside", "into"} and phrase.noun in premises()
        if phrase.kind == "thing" and phrase.noun in places() and entered:
            return replace(phrase, kind="place", name=places()[phrase.noun])
        if phrase.kind == "thing" and phrase.noun in near_places() and within:
            return replace(phrase, kind="place", name=near_places()[phrase.noun], asked=phrase.noun)
        indoors = preposition == "inside" or (preposition == "in" and not self._now.entities.all)
        if phrase.kind == "thing" and phrase.name == "house" and indoors and not phrase.asked:
            return replace(phrase, kind="place", name="room")
        outside = preposition in _PASSING | _BESIDE
        if phrase.kind == "place" and phrase.noun in premises() and outside:
            return replace(phrase, kind="thing", name="building", asked=phrase.noun)
        return phrase

    def _report_adjectives(self, phrase: NounPhrase) -> None:
        """A place looks as it looks: what else its adjectives ask for is not drawn."""
        for at in range(phrase.start, phrase.end):
            word = self._now.word(at)
            if word in phrase.written and word in ADJECTIVES - TRUE_UNSAID:
                self._now.strange.append(at)

    # -- bodies and clothes -------------------------------------------------------------------

    def _read_body(self, one: Mention) -> None:
        """``a hand knocks it over``: whose hand it is acts; somebody comes if nobody is there."""
        now, phrase = self._now, one.phrase
        verb = one.to
        part = now.word(phrase.start) == "its"
        whole = now.entities.meant("thing") if part and one.relation == "subject" else None
        if whole is not None:
            one.entities = [whole]
            return
        agent = one.preposition == "by" and verb is not None and self._doers.is_passive(verb)
        acts = (verb is not None and one.relation == "subject") or any(
            child.dep in ("acl", "relcl") and child.is_verb for child in one.node.children
        )
        if phrase.noun not in _BODY or not (agent or acts):
            return
        met = now.entities
        owner = met.last_person() or met.met(NounPhrase(0, 1, "thing", "person", "person"))
        one.entities = [owner]

    def _dress(self, one: Mention) -> None:
        """Clothes belong to whom they are said of, or else to who acts."""
        now = self._now
        owner: Entity | None = None
        before = [other for other in now.mentions if other.phrase.end <= one.start]
        if one.beside is not None and one.beside.entities and one.relation == "prep":
            owner = one.beside.entities[0]
        elif one.to is not None:
            acting = self._doers.surface(one.to)
            owner = acting[0] if acting else None
        people = [e for other in reversed(before) for e in other.entities if e.is_person]
        if owner is None or not owner.is_person:
            owner = next(iter(people), None) or owner or now.entities.last_person()
        if owner is not None:
            owner.attributes.append(one.garment)
        else:
            now.strange.extend(
                at for at in range(one.phrase.start, one.phrase.end)
                if now.word(at) not in DETERMINERS
            )  # fmt: skip
