"""Where the reading of a prompt's sentences stands: what all its readers share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.script.breakdown import Substitution
from engine.script.entities import Entities, Entity
from engine.script.grammar import Grammar, Node
from engine.script.lexicon_words import PLACEMENT
from engine.script.mentions import Mention
from engine.script.phrases import Chunker
from engine.script.setting import Setting
from engine.script.tokens import Token

_HEARD = {
    "splash": "splash", "creak": "door", "squeak": "door", "crackle": "fire", "cheer": "cheer",
    "neigh": "horse", "whinny": "horse", "moo": "cow", "clang": "bell", "chime": "bell",
    "ding": "bell", "hoot": "bird", "crow": "bird", "scream": "scream", "shriek": "scream",
    "applaud": "applause", "explode": "explosion", "beep": "horn", "toot": "horn",
}  # fmt: skip
"""What is heard of a deed by its word, whoever does it."""
_SOUNDING = {
    "bark": "dog", "meow": "cat", "chirp": "bird", "honk": "horn", "whistle": "whistle",
    "clap": "applause", "laugh": "laugh", "type": "typing",
}  # fmt: skip


@dataclass(eq=False)
class Draft:
    """An action while its sentence is read.

    Attributes:
        kind: form of its verb: base, s, past, participle or ing.
        base, phrase: the verb's base form, and with its particle (``pick up``).
        at: token of the verb, -1 when it only describes.
        start_s: how long after the shot's beginning, where the words say it.
        times: how often.
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
    phrase: str = ""
    at: int = -1
    start_s: float = 0.0
    times: int = 1


class Reading:
    """What has been read so far.

    Attributes:
        tokens: what camera and setting left over.
        grammar: their trees.
        strange: indices of tokens that nothing was made of.
        drafts: actions in the order of the words; ``implied`` come from describing words.
        mentions: those of the sentence that is being read.
        deeds: verb -> its draft, of that sentence.
        group: who acted together last.
        topic: who acted last.
        first_of_sentence: index of the sentence's first draft.
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        chunker: Chunker,
        grammar: Grammar,
        entities: Entities,
        setting: Setting,
    ) -> None:
        self.tokens = tokens
        self.chunker = chunker
        self.grammar = grammar
        self.entities = entities
        self.setting = setting
        self.strange: list[int] = []
        self.substituted: list[Substitution] = []
        self.place = ""
        self.place_rank = -1
        self.drafts: list[Draft] = []
        self.implied: list[Draft] = []
        self.group: list[Entity] = []
        self.topic: list[Entity] = []
        self.mentions: list[Mention] = []
        self.deeds: dict[Node, Draft] = {}
        self.first_of_sentence = 0

    def word(self, at: int) -> str:
        """Lower-case word at a token, empty outside."""
        return self.chunker.word(at)

    def verbs(self, start: int, end: int) -> list[Node]:
        """The verbs of a sentence in the order of the words."""
        nodes = (self.grammar.node(at) for at in range(start, end))
        return [node for node in nodes if node is not None and node.is_verb]

    def make_sound(self, canonical: str, subjects: Sequence[Entity], base: str = "") -> None:
        """Notes the sound that a deed makes whoever is seen doing it."""
        if base in _HEARD:
            self.setting.add_sound(_HEARD[base])
        elif canonical == "tick":
            self.setting.add_sound("clock")
        elif canonical == "ring" and subjects:
            names = {entity.name for entity in subjects}
            sound = "phone" if "phone" in names else "alarm" if "clock" in names else "bell"
            self.setting.add_sound(sound)
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

    def place_beside(self, who: Sequence[Entity], preposition: str, entity: Entity) -> None:
        """Notes where somebody or something is, unless that was said before."""
        relation = PLACEMENT.get(preposition, "")
        if preposition == "with":
            if who and not entity.where and entity not in who:
                held = who[0].is_person and entity.is_handy
                entity.where = ("with" if held else "next to", who[0].label)
            return
        for one in who:
            if relation and not one.where and one is not entity:
                one.where = (relation, entity.label)
