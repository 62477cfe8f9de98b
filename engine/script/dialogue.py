"""Takes what is spoken out of the prompt, so that its words never become things."""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.script.lexicon_verbs import verb_forms, verb_meanings

_QUOTED = re.compile(
    r"“(?P<curly>[^”\"]+)[”\"]|\"(?P<straight>[^\"“”]+)[\"”]|«\s*(?P<guillemet>[^»]+?)\s*»"
    r"|„(?P<low>[^“”]+)[“”]"
    r"|(?<![\w])[‘'](?P<single>[^\s'‘’](?:[^'‘’\n]|['’](?=\w))*?[^\s])['’](?![\w])"
)
_LABEL = re.compile(
    r"(?P<start>^|\n|(?<=[.!?”\")\x00])\s+)\s*(?P<who>[A-Za-z][\w.' -]{0,28}?)\s*"
    r"(?:\((?P<manner>[^)\n]{1,40})\))?\s*:[ \t]*(?=(?P<next>\x00\d+\x00)|\S)"
)
_NEXT_SPEAKER = re.compile(r"(?<=[.!?”\")…])\s+(?=[A-Z][A-Z.' -]{1,28}(?:\([^)\n]{1,40}\))?\s*:)")
_SENTENCE_END = re.compile(r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\b\w)\.\s+")
_DIRECTION = re.compile(r"\(([A-Z][^()\n]{3,})\)")
_NARRATORS = frozenset(
    {"narrator", "narration", "voiceover", "voice-over", "voice over", "v.o.", "vo", "announcer",
     "the narrator", "narrator (v.o.)", "a narrator", "a voice", "voice"}
)  # fmt: skip
_HEADINGS = frozenset(
    """int ext scene shot camera style place time weather sound sounds sfx music fade cut title
    setting location action close-up closeup angle note lighting mood noir cartoon day night
    interior exterior insert montage prompt pov cu ms ws ls ecu mcu wide medium close vo note panel
    then later finally cut static beat""".split()
)


@dataclass(frozen=True)
class SpokenLine:
    """A line and what stood before it as its speaker (``"ANNA"``), or nothing."""

    line: str
    speaker: str = ""
    manner: str = ""

    @property
    def narrated(self) -> bool:
        """Is the written speaker a narrator?"""
        return is_narrator(self.speaker)


def is_narrator(words: str) -> bool:
    """Do the words name a voice from nowhere?"""
    return words.strip().lower() in _NARRATORS


def take_out(text: str, known_names: frozenset[str]) -> tuple[str, tuple[SpokenLine, ...]]:
    """The text with a mark for each spoken line, and the lines.

    Args:
        known_names: lower-case names that may introduce a line without quotes.
    """
    lines: list[SpokenLine] = []

    def keep(match: re.Match[str]) -> str:
        spoken = next(group for group in match.groups() if group is not None).strip()
        lines.append(SpokenLine(spoken))
        return f" \x00{len(lines) - 1}\x00 " if spoken else " "

    marked = _QUOTED.sub(keep, text.replace("\x00", " "))
    return _labelled(marked, lines, known_names), tuple(lines)


def _labelled(text: str, lines: list[SpokenLine], known_names: frozenset[str]) -> str:
    """Reads ``Anna: "..."`` and ``ANNA: ...`` up to the line's end."""
    result: list[str] = []
    at = 0
    while (match := _LABEL.search(text, at)) is not None:
        who, before = _last_sentence(match["who"].strip())
        quoted = match["next"]
        named = is_narrator(who) or who.lower() in known_names
        capitals = who.isupper() and len(who) > 1
        starts_line = match["start"] in ("", "\n") or "\n" in match["start"]
        starts_line |= bool(lines) and match.start() == at
        heading = who.lower().split()[0] in _HEADINGS or len(who.split()) > 4
        heading |= _tells(who)
        if heading or not (quoted or (starts_line and (named or capitals))):
            result.append(text[at : match.end()])
            at = match.end()
            continue
        result.append(text[at : match.start()] + match["start"] + before)
        manner = (match["manner"] or "").strip().lower()
        if quoted:
            index = int(quoted.strip("\x00"))
            lines[index] = SpokenLine(lines[index].line, who, manner)
            result.append(f" {quoted} .")
            at = match.end() + len(quoted)
        else:
            at = _end_of_line(text, match.end())
            spoken = _restored(text[match.end() : at], lines)
            directions = " ".join(f"{found[1]} ." for found in _DIRECTION.finditer(spoken))
            spoken = " ".join(_DIRECTION.sub(" ", spoken).split())
            lines.append(SpokenLine(spoken, who, manner))
            result.append(f" \x00{len(lines) - 1}\x00 . {directions}")
    return "".join(result) + text[at:]


def _last_sentence(words: str) -> tuple[str, str]:
    """``"Two shot. Tom"``: the speaker after the last full stop, and what stood before."""
    ends = [found.end() for found in _SENTENCE_END.finditer(words) if found.end() < len(words)]
    cut = ends[-1] if ends else 0
    return words[cut:], words[:cut]


def _tells(who: str) -> bool:
    """``Tom says:`` is a clause with a verb of its own, and no speaker's name."""
    forms = [verb_forms().get(word, ("", "")) for word in who.lower().split()[1:]]
    return any(kind in ("s", "past") and base in verb_meanings() for base, kind in forms)


def _end_of_line(text: str, start: int) -> int:
    """Where an unquoted line ends: at the next speaker's name, or with the line of text."""
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    other = _NEXT_SPEAKER.search(text, start, end)
    return end if other is None else other.start()


def _restored(text: str, lines: list[SpokenLine]) -> str:
    """Quotations inside an unquoted line go back to where they stood."""
    return re.sub(r" ?\x00(\d+)\x00 ?", lambda match: f" “{lines[int(match[1])].line}” ", text)
