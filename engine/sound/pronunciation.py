"""How words are pronounced: the voice's word lists, loaded without holding the other threads up.

A patch of hibari-tts 0.2.1 (``hibari/g2p/__init__.py``, ``G2P.__init__``): it reads its lists with
``json``, which keeps every other thread of the process waiting for 0.2 to 0.4 s in one piece, the
window's among them.  Here msgspec reads them, in about a quarter of that.  To be removed when
hibari-tts reads its lists in smaller pieces, or beside the interpreter's lock.
"""

from __future__ import annotations

import gc
import gzip
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from hibari.g2p import G2P

_BREATH_S = 0.002
"""Between two lists, so that threads which wait get their turn."""


def pronouncing() -> G2P:
    """American pronunciation, as ``hibari.g2p.G2P()`` makes it.

    Raises:
        OSError: a list is missing.
    """
    from hibari.g2p import ASSETS, G2P, Lexicon, Tagger, Tokenizer  # noqa: PLC0415 - when spoken

    assets = Path(ASSETS)
    made: G2P = G2P.__new__(G2P)
    gold, silver = (_listed(assets / f"lexicon_us_{kind}.json.gz") for kind in ("gold", "silver"))
    made.lexicon = Lexicon(gold, silver, False)
    made.tokenizer = Tokenizer(_listed(assets / "tokenizer_exceptions.json"))
    made.tagger = Tagger(_listed(assets / "tagger.json.gz"))
    made._oov, made.unk, made.british = None, "", False
    return made


def _listed(path: Path) -> Any:
    packed = path.read_bytes()
    text = gzip.decompress(packed) if path.suffix == ".gz" else packed
    time.sleep(_BREATH_S)
    collects = gc.isenabled()
    gc.disable()  # a million new objects and none to collect
    try:
        return msgspec.json.decode(text)
    finally:
        if collects:
            gc.enable()
        time.sleep(_BREATH_S)
