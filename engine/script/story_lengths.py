"""How long what is told takes on the screen: speech by its words, action by its verbs."""

from __future__ import annotations

import re

from engine.script.language import parsed

WORDS_PER_SECOND = 2.6
_BREATH_S = 0.6
_SENTENCE_S = 0.3
_MIN_SPEECH_S = 1.4
_LOOK_S = 1.0
"""What a viewer needs to take a picture in."""
_SENTENCE_OF_ACTION_S = 1.6
_TOLD_WORDS_PER_SECOND = 4.5
_VERB_S = 1.8
_SHORT_S, _LONG_S = 1.2, 2.8
MIN_ACTION_S, MAX_ACTION_S = 2.0, 9.0
_SHORT = frozenset(
    "look nod smile blink wink turn wave drop hit grab catch knock open close shut slam pick put "
    "stop glance throw kick point shrug sigh flinch snap break stand rise take give switch".split()
)
_LONG = frozenset(
    "walk run drive cross climb dance fight wait ride swim fly play read sleep cook search sing "
    "wander chase eat drink paint clean dig build march crawl jog stroll stare watch follow write "
    "sail travel row juggle sweep circle drift float rain snow".split()
)
_TOKENS = re.compile(r"[\w]+(?:[-][\w]+)*|['’]\w+|[^\w\s]")
_SENTENCE_END = frozenset(".!?…")


def tokens_in(text: str) -> tuple[list[str], frozenset[int]]:
    """Words and marks of a text, and the indices at which its sentences start."""
    words = _TOKENS.findall(text)
    starts = {0} | {
        at + 1
        for at, word in enumerate(words[:-1])
        if word in _SENTENCE_END and words[at + 1][0].isupper()
    }
    return words, frozenset(starts)


def speech_seconds(line: str) -> float:
    """How long it takes to say a line, with a breath after each sentence."""
    words = len(re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", line))
    sentences = max(1, len(re.findall(r"[.!?…]+(?:\s|$)", line)))
    spoken_s = words / WORDS_PER_SECOND + (sentences - 1) * _SENTENCE_S + _BREATH_S
    return round(max(spoken_s, _MIN_SPEECH_S), 1)


def action_seconds(text: str) -> float:
    """How long what happens takes: a look, and time for each verb and each sentence."""
    words, starts = tokens_in(text)
    if not words:
        return MIN_ACTION_S
    total_s = _LOOK_S
    for token in parsed(words, starts):
        if token.pos_ == "VERB":
            total_s += _verb_seconds(token.lemma_.lower())
    told_s = len(words) / _TOLD_WORDS_PER_SECOND
    by_sentences_s = _LOOK_S + len(starts) * _SENTENCE_OF_ACTION_S
    return round(min(max(total_s, told_s, by_sentences_s, MIN_ACTION_S), MAX_ACTION_S), 1)


def _verb_seconds(verb: str) -> float:
    if verb in _SHORT:
        return _SHORT_S
    return _LONG_S if verb in _LONG else _VERB_S
