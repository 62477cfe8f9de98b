"""Embeds the meanings of all words of the lexicon: run it after adding words.

    python packaging/embed_lexicon.py

It writes ``engine/script/lexicon_vectors.npz``; without it new words are embedded when they are
first met, which takes longer and is not wrong.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from engine.script.lexicon_vectors import FILE, write
from engine.script.meaning import known_words

if __name__ == "__main__":
    write(known_words())
    print(FILE)
