"""The meanings of all known words, embedded beforehand: ``lexicon_vectors.npz``.

A word that the file lacks is embedded when it is needed, so that an old file is slow and never
wrong.  Renew it after adding words: ``python packaging/embed_lexicon.py``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np

from engine.script.embedding import Vectors, embedding

FILE = Path(__file__).with_name("lexicon_vectors.npz")


def vectors_of(words: Sequence[str]) -> Vectors:
    """One row of unit length for each word, shape (words, 384), float32."""
    rows, stored = _stored()
    missing = [word for word in dict.fromkeys(words) if word not in rows]
    fresh = dict(zip(missing, embedding().of(missing), strict=True)) if missing else {}
    found = [fresh[word] if word in fresh else stored[rows[word]] for word in words]
    return np.stack(found).astype(np.float32)


def stored_words() -> frozenset[str]:
    """The words whose meanings the file holds."""
    return frozenset(_stored()[0])


def write(words: Sequence[str]) -> None:
    """Embeds ``words`` and writes the file anew."""
    ordered = sorted(set(words))
    np.savez_compressed(
        FILE, words=np.array(ordered), vectors=embedding().of(ordered).astype(np.float16)
    )
    _stored.cache_clear()


@cache
def _stored() -> tuple[dict[str, int], Vectors]:
    if not FILE.exists():
        return {}, np.zeros((0, 384), dtype=np.float32)
    with np.load(FILE, allow_pickle=False) as held:
        rows = {str(word): index for index, word in enumerate(held["words"])}
        return rows, held["vectors"].astype(np.float32)
