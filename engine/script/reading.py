"""Where the reading of a prompt's clauses stands: what all its readers share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.script.breakdown import Substitution
from engine.script.entities import Entities, Entity
from engine.script.lexicon_words import ADVERBS
from engine.script.phrases import Chunker
from engine.script.setting import Setting
from engine.script.tokens import Token

_SOUNDING = {
    "bark": "dog", "meow": "cat", "chirp": "bird", "honk": "horn", "whistle": "whistle",
    "clap": "applause", "laugh": "laugh", "type": "typing",
}  # fmt: skip


@dataclass(eq=False)
class Draft:
    """An action while its clause is read.

    Attributes:
        kind: form of its verb: base, s, past, participle or ing.
        base, phrase: the verb's base form, and with its particle (``pick up``).
        at: token of the verb, -1 when it only describes.
        particle: one that is still to come (``picks the cup up``).
        quoted, inverted: the verb came before who does it (``says Anna``, ``there stands a man``).
    """

    verb: str
    kind: str
    subjects: list[Entity]
    order: float
    passive: bool = False
    objects: list[Entity] = field(default_factory=list)
    object_words: str = ""
    preposition: str = ""
    target: str = ""
    adverbs: list[str] = field(default_factory=list)
    base: str = ""
    quoted: bool = False
    inverted: bool = False
    phrase: str = ""
    at: int = -1
    particle: str = ""


class Reading:
    """What has been read so far, and what the words just before the next one were.

    Attributes:
        tokens: what camera and setting left over.
        strange: indices of tokens that nothing was made of.
        drafts: actions in the order of the words; ``implied`` come from describing words.
        order: where in time the clause that is being read stands.
        subjects: who acts in the clause; ``last`` is whom the next words may describe.
        role: what was read last: ``subject``, ``verb``, ``object``, ``target`` or nothing.
        draft: the clause's action, once its verb was read.
        preposition: one that waits for its noun.
        joined, comma: an ``and`` or a comma was just read.
        series: the sentence lists deeds with commas, one after the other.
        be, to: a form of *be*, or *to* or a modal verb, was just read.
        gap: whom a relative clause without its object is about (``the ball that she threw``).
        resume: whose verb comes after a relative clause.
        aside: whose verb comes after ``, which ...,`` about something else.
        spot: the place where the clause's subjects are, once it was fronted.
        fronted: a place that stood before the subject.
    """

    def __init__(
        self, tokens: Sequence[Token], chunker: Chunker, entities: Entities, setting: Setting
    ) -> None:
        self.tokens = tokens
        self.chunker = chunker
        self.entities = entities
        self.setting = setting
        self.strange: list[int] = []
        self.substituted: list[Substitution] = []
        self.place = ""
        self.drafts: list[Draft] = []
        self.implied: list[Draft] = []
        self.order = 0.0
        self.place_rank = 0
        self.group: list[Entity] = []
        self.subjects_before: list[Entity] = []
        self.begin_sentence()

    def begin_sentence(self) -> None:
        """Forgets what reaches no further than a sentence."""
        self.subjects: list[Entity] = []
        self.last: list[Entity] = []
        self.role = ""
        self.draft: Draft | None = None
        self.preposition = ""
        self.joined = False
        self.comma = False
        self.series = False
        self.be = False
        self.to = False
        self.adverbs: list[str] = []
        self.after: float | None = None
        self.gap: list[Entity] = []
        self.relative_verb = -1
        self.fronted: tuple[str, Entity] | None = None
        self.resume: list[Entity] = []
        self.aside: list[Entity] = []
        self.spot: tuple[str, Entity] | None = None
        self.first_of_sentence = len(self.drafts)

    def word(self, at: int) -> str:
        """Lower-case word at a token, empty outside."""
        return self.chunker.word(at)

    def after_description(self, end: int) -> int:
        """The end of the adverbs and of ``in a red coat`` that follow a noun at ``end``."""
        while True:
            if self.word(end) in ADVERBS or self.word(end).endswith("ly"):
                end += 1
                continue
            inner = None
            if self.word(end) in ("in", "on", "at", "of", "with"):
                inner = self.chunker.phrase(end + 1)
            if inner is None:
                return end
            end = inner.end

    def later(self) -> None:
        """What follows happens after what was read."""
        if self.drafts:
            self.order = max(self.order, self.drafts[-1].order) + 1
        self.draft, self.role, self.preposition = None, "", ""
        self.joined = True

    def new_clause(self) -> None:
        """What follows has its own subject, or that of the clause before."""
        self.draft, self.role, self.preposition = None, "", ""
        self.subjects_before = self.subjects
        self.subjects = []
        self.joined = False

    def add_adverb(self, word: str) -> None:
        """Manner or timing of the verb just read, or else of the next one."""
        if self.draft is not None and not self.joined:
            self.draft.adverbs.append(word)
        else:
            self.adverbs.append(word)

    def make_sound(self, canonical: str, subjects: list[Entity]) -> None:
        """Notes the sound that a deed makes whoever is seen doing it."""
        if canonical == "tick":
            self.setting.add_sound("clock")
        elif canonical == "ring" and subjects:
            phone = any(entity.name in ("phone", "clock") for entity in subjects)
            self.setting.add_sound("phone" if phone else "bell")
        elif canonical in _SOUNDING:
            self.setting.add_sound(_SOUNDING[canonical])
        elif canonical == "sing" and any(entity.name == "bird" for entity in subjects):
            self.setting.add_sound("bird")

    def note_place(self, name: str, asked: str, rank: int) -> None:
        """Names the place, unless the words named it more surely before."""
        rank = rank * 2 + (not asked)
        if rank > self.place_rank:
            self.place, self.place_rank = name, rank
        if asked:
            self.substituted.append(Substitution(asked=asked, used=name))
