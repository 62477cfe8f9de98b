"""Words that order deeds in time: then, while, after, until, twice."""

from __future__ import annotations

from engine.script.lexicon_verbs import verb_forms
from engine.script.lexicon_words import DETERMINERS, NUMBERS, SILENT
from engine.script.reading import Reading
from engine.script.tokens import longest

_LATER = frozenset("then afterwards afterward next finally later eventually subsequently".split())
_TOGETHER = frozenset(
    {
        "while",
        "as",
        "meanwhile",
        "whilst",
        "simultaneously",
        "where",
        "although",
        "though",
        "whereas",
    }
)
_EARLIER = frozenset({"after", "when", "once", "whenever", "because"})
_FOLLOWING = frozenset({"until", "before", "so", "till"})
_MANNERS = dict.fromkeys(
    ("side by side", "one by one", "one after another", "at once", "all at once", "in circles",
     "for a moment", "for a while", "in a row",
     "at full speed", "over and over", "back and forth", "up and down",
     "hand in hand", "face to face", "in a circle", "on its own", "by itself", "by mistake"), ""
)  # fmt: skip


class TimingReader:
    """Reads when something happens, beside or after what was read before."""

    def __init__(self, reading: Reading) -> None:
        self._now = reading

    def read(self, at: int) -> int:
        """Reads a word of timing; how many tokens it took."""
        now = self._now
        manner = longest(now.tokens, at, _MANNERS)
        if manner is not None:
            now.add_adverb(manner[2])
            return manner[0]
        word, after = now.word(at), now.word(at + 1)
        if after == "times" and (word in NUMBERS or word.isdigit()):
            now.add_adverb(f"{word} times")
            return 2
        return self._read_all(at) or self._read_sequence(at) or self._read_conjunction(at)

    def _read_all(self, at: int) -> int:
        """``both roll away``, ``they all fall``."""
        now = self._now
        if now.word(at) not in ("both", "all") or now.word(at + 1) not in verb_forms():
            return 0
        if now.chunker.phrase(at + 1) is not None:
            return 0
        moving = [entity for entity in now.entities.all if not entity.is_steady]
        pair = moving if len(moving) > 1 else now.entities.all
        if now.word(at) == "both" and len(pair) > 1:
            now.draft = None
            now.subjects = now.last = pair[-2:]
            now.role = "subject"
        return 1

    def _read_sequence(self, at: int) -> int:
        """``then``, ``after that``, ``at the same time``."""
        now = self._now
        word, after = now.word(at), now.word(at + 1)
        if word in ("after", "following") and after in ("that", "this", "which"):
            now.later()
            return 2
        if word in ("first", "firstly") and (after in DETERMINERS or not after):
            return 1
        if word == "at" and after == "the" and now.word(at + 2) == "same":
            return 4
        if word in _LATER and now.word(at - 1) not in DETERMINERS and (word, after) != (
            "next", "to"):  # fmt: skip
            now.later()
            return 1
        return 0

    def _read_conjunction(self, at: int) -> int:
        """A word that joins two clauses in time: while, after, until."""
        now = self._now
        word, after = now.word(at), now.word(at + 1)
        clause = self._clause(at + 1)
        if word in _TOGETHER and not (word == "as" and after in ("a", "an") and not clause):
            if clause:
                now.new_clause()
                return 1 + (word == "as" and after in ("soon", "if"))
            return 1 if word != "as" else 0
        if word in _EARLIER and clause:
            if now.drafts and len(now.drafts) > now.first_of_sentence:
                now.order = now.drafts[-1].order - 0.5
                now.new_clause()
            else:
                now.after = now.order + 1
            return 1
        if word in _FOLLOWING and clause:
            now.order += 1
            now.new_clause()
            return 1 + (after == "that")
        if word in ("causing", "making", "letting", "sending") and now.draft is not None:
            now.order += 1
            now.new_clause()
            return 1
        return 0

    def _clause(self, at: int) -> bool:
        """Does a clause (a noun phrase and its verb, or a verb in -ing) start here?"""
        now = self._now
        form = verb_forms().get(now.word(at))
        if form is not None and form[1] == "ing":
            return True
        phrase = now.chunker.phrase(at)
        if phrase is None:
            return now.word(at) in ("someone", "there")
        end = now.after_description(phrase.end)
        word = now.word(end)
        acts = word.endswith(("s", "ed")) and word not in SILENT
        return word in verb_forms() or (acts and now.chunker.phrase(end) is None)
