"""What a noun is to its clause: who acts, what it is done to, where."""

from __future__ import annotations

from engine.script.breakdown import Substitution
from engine.script.drawable import undrawn
from engine.script.entities import Entity
from engine.script.lexicon_verbs import LASTING, RESTING, verb_forms, verb_meanings
from engine.script.lexicon_words import PLACEMENT
from engine.script.noun_phrase import NounPhrase
from engine.script.reading import Draft, Reading

_SPOTS = PLACEMENT.keys() - {"onto", "into", "over", "across", "along", "around"}

_PASSED_BY = frozenset(
    "along on down up over across under past off from through by near beside behind".split()
)

_PLAYED_WITH = frozenset("hit kick throw catch dribble bounce".split())


class Attachment:
    """Attaches somebody or something met to the clause that is being read."""

    def __init__(self, reading: Reading) -> None:
        self._now = reading

    def attach(self, phrase: NounPhrase) -> None:
        """Finds whom the phrase means and what that is to the clause."""
        now = self._now
        acting = list(now.draft.subjects) if now.draft is not None else []
        if now.draft is not None and now.preposition:
            acting += now.draft.objects  # "throws a ball at it" does not mean the ball
        if phrase.kind == "pronoun" and self._read_group(phrase, acting):
            return
        if phrase.kind == "again" and now.entities.recalled(phrase) is None:
            now.preposition = ""
            return
        self._prefer_topic(phrase)
        entity = now.entities.met(phrase, acting)
        if phrase.asked:
            now.substituted.append(Substitution(asked=phrase.asked, used=phrase.name))
        for base in phrase.acting:
            canonical = verb_meanings().get(base)
            place = self._place_of(base, phrase)
            if canonical is not None and undrawn(entity.name, now.word(place)):
                implied = Draft(canonical, "ing", [entity], now.order, phrase=base, at=place)
                now.implied.append(implied)
                now.make_sound(canonical, [entity])
        if now.preposition == "of" and not (now.last or now.subjects or now.draft):
            now.preposition = ""  # "slow motion of a cup falling": the cup falls
        if now.preposition:
            self._attach_after_preposition(entity)
            if now.fronted is not None and now.word(phrase.end) in ("who", "that", "which"):
                now.fronted, now.last = None, [entity]
        elif self._starts_clause(phrase):
            self._start_clause(entity)
        elif now.draft is None or (now.draft.verb == "" and not now.draft.subjects):
            self._add_subject(entity, phrase.end)
        else:
            self._add_object(entity)
        now.joined = now.comma = False

    def _prefer_topic(self, phrase: NounPhrase) -> None:
        """``A ball rolls along a plank. It drops``: the ball, though the plank came last."""
        now = self._now
        begins = now.draft is None and len(now.drafts) == now.first_of_sentence
        if phrase.name != "thing" or phrase.kind != "pronoun":
            return
        if now.draft is not None and now.draft.verb in _PLAYED_WITH and not now.preposition:
            now.entities.touch_ball()
            return
        if not begins or not now.drafts:
            return
        before = now.drafts[-1]
        if len(before.subjects) == 1 and before.preposition in _PASSED_BY and not before.objects:
            mover = before.subjects[0]
            if not (mover.is_person or mover.is_steady):
                now.entities.touch(mover)

    def _place_of(self, base: str, phrase: NounPhrase) -> int:
        """Where a describing verb (``a bouncing ball``) stands."""
        inside = range(phrase.start, phrase.end)
        forms = verb_forms()
        return next((at for at in inside if forms.get(self._now.word(at), ("",))[0] == base), -1)

    def _starts_clause(self, phrase: NounPhrase) -> bool:
        """After a complete clause: does this noun have a verb of its own?"""
        now = self._now
        if now.draft is None or not (now.joined or now.comma or now.role == "object"):
            return False
        if phrase.noun in ("he", "she", "they") and (now.joined or now.comma):
            return True
        form = verb_forms().get(now.word(now.after_description(phrase.end)))
        bent = ("s", "past", "base") if phrase.count > 1 else ("s", "past")
        finite = form is not None and (form[1] in bent or now.draft.kind == "ing")
        return finite and (now.joined or now.comma)

    def _start_clause(self, entity: Entity) -> None:
        now = self._now
        if now.draft is not None:
            now.order = now.draft.order + (now.draft.verb not in LASTING)
        now.draft = None
        now.subjects = now.last = [entity]
        now.role = "subject"

    def _acts_beside(self, entity: Entity, end: int) -> bool:
        """``a hotel, a man standing in front of it``: only the man stands."""
        now = self._now
        form = verb_forms().get(now.word(now.after_description(end)), ("", ""))
        alive = [one.is_animate for one in now.subjects]
        listed = now.joined or form[1] != "ing"
        return not listed and entity.is_animate and not any(alive)

    def _add_subject(self, entity: Entity, end: int) -> None:
        now = self._now
        if now.fronted is not None:
            now.spot, now.fronted = now.fronted, None
        if now.spot is not None:
            self._place_beside([entity], *now.spot)
        aside = self._acts_beside(entity, end)
        if now.role == "subject" and (now.joined or now.comma) and not aside:
            if entity not in now.subjects:
                now.subjects = [*now.subjects, entity]
        else:
            now.subjects = [entity]
        for draft in now.drafts[now.first_of_sentence :]:
            if draft.kind == "ing" and not (draft.subjects or draft.passive):
                draft.subjects = [entity]  # "after dropping it, she ..."
        now.last = [entity] if not now.joined else list(now.subjects)
        now.role = "subject"
        now.be = False

    def _add_object(self, entity: Entity) -> None:
        now = self._now
        draft = now.draft
        assert draft is not None
        inverted = draft.verb in RESTING | {"walk"} and (
            now.fronted is not None or (draft.kind in ("s", "past") and not draft.passive)
        )
        if draft.inverted:
            draft.subjects.append(entity)
        elif not draft.subjects and (draft.quoted or inverted):
            draft.inverted = not draft.quoted
            if now.fronted is not None and not draft.preposition:
                draft.preposition, draft.target = now.fronted[0], now.fronted[1].label
                self._place_beside([entity], *now.fronted)
                now.fronted = None
            draft.subjects = now.subjects = [entity]
            now.role = "subject"
        elif now.role == "target" and (now.joined or now.comma):
            now.last = [entity]
            return
        elif draft.passive and not draft.objects:
            draft.objects.append(entity)
        elif draft.objects and not now.joined and not now.comma and not draft.preposition:
            draft.preposition, draft.target = "to", draft.objects[0].label
            draft.objects = [entity]
        else:
            draft.objects.append(entity)
            now.role = "object"
        entity.is_piled |= draft.verb == "stack"
        now.last = [entity]

    def _read_group(self, phrase: NounPhrase, acting: list[Entity]) -> bool:
        """``they`` for several who acted together; an ``it`` that stands for nothing."""
        now = self._now
        known = now.entities.meant(phrase.name, acting)
        if phrase.name == "thing":
            if known is None:
                now.preposition = ""
                if now.draft is None:
                    now.subjects, now.last = [], []
            return known is None
        people = now.entities.people()
        if phrase.name != "many" or known is not None:
            return False
        group = now.group or (people if len(people) > 1 else list(now.entities.all))
        if len(group) < 2:
            now.preposition = "" if group else now.preposition
            return bool(group)
        if now.draft is None or (now.joined and now.word(phrase.end) in verb_forms()):
            now.draft = None
            now.subjects = now.last = list(group)
            now.role = "subject"
        elif now.preposition:
            now.draft.preposition, now.draft.target = (
                now.preposition,
                group[0].label,
            )
        else:
            now.draft.objects.extend(group)
        now.preposition, now.joined, now.comma = "", False, False
        return True

    def _attach_after_preposition(self, entity: Entity) -> None:
        now = self._now
        preposition, now.preposition = now.preposition, ""
        draft = now.draft
        if draft is not None and draft.passive and preposition == "by":
            draft.subjects = [entity]
            now.last = [entity]
            now.role = "object"
            return
        if draft is None or now.role == "subject":
            self._place_beside(now.last or now.subjects, preposition, entity)
            if not (now.last or now.subjects):
                now.fronted = (preposition, entity)
            elif now.be:
                now.last = [entity]
            return
        if not draft.preposition:
            draft.preposition, draft.target = preposition, entity.label
            if draft.verb in RESTING or (not draft.verb and draft.kind != ""):
                still = [one for one in draft.subjects if not self._moved_before(one, draft)]
                self._place_beside(still, preposition, entity)
                for one in draft.subjects:
                    now.entities.touch(one)
        elif now.role == "target" and preposition in _SPOTS | {"with"} and now.last:
            self._place_beside(now.last, preposition, entity)
        elif draft.objects and preposition in PLACEMENT and now.role == "object":
            self._place_beside(draft.objects, preposition, entity)
        now.last = [entity]
        now.role = "target"

    def _moved_before(self, entity: Entity, draft: Draft) -> bool:
        """Did it do something else first, so that it only ends up where this says?"""
        return any(
            entity in earlier.subjects and earlier.order < draft.order
            for earlier in self._now.drafts
        )

    def _place_beside(self, who: list[Entity], preposition: str, entity: Entity) -> None:
        relation = PLACEMENT.get(preposition, "")
        if preposition == "with":
            if who and not entity.where and entity not in who:
                held = who[0].is_person and entity.is_handy
                entity.where = ("with" if held else "next to", who[0].label)
            return
        for one in who:
            if relation and not one.where and one is not entity:
                one.where = (relation, entity.label)
