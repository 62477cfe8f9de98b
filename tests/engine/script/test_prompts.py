"""Prompts as editors write them are understood."""

from __future__ import annotations

from typing import Any

import pytest

from engine.script.prompt import understand
from tests.engine.script.expectations import faults
from tests.engine.script.prompts_for_film import SEVENTH
from tests.engine.script.prompts_in_sentences import SIXTH
from tests.engine.script.prompts_of_editors import FIFTH
from tests.engine.script.prompts_of_scenes import NINTH
from tests.engine.script.prompts_with_style import EIGHTH
from tests.engine.script.prompts_written import FIRST, FOURTH, SECOND, THIRD

ALL = FIRST + SECOND + THIRD + FOURTH + FIFTH + SIXTH + SEVENTH + EIGHTH + NINTH


@pytest.mark.parametrize(("prompt", "expected"), ALL, ids=[prompt[:50] for prompt, _ in ALL])
def test_a_prompt_is_understood(prompt: str, expected: dict[str, Any]) -> None:
    found = understand(prompt)
    assert not faults(found, expected), found
