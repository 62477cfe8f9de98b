"""Claims about how a breakdown reads."""

from __future__ import annotations

import pytest

from engine.script.breakdown import Action, Breakdown, Subject, Substitution
from studio.views.breakdown_view import breakdown_html


@pytest.mark.parametrize(
    ("verb", "read"), [("walk", "walks"), ("pass", "passes"), ("fly", "flies"), ("play", "plays"),
                       ("pick up", "picks up"), ("go", "goes")],
)  # fmt: skip
def test_one_that_does_something_is_told_in_the_third_person(verb: str, read: str) -> None:
    anna = Subject(name="woman", label="Anna", attributes=("young", "red shirt"))
    found = breakdown_html(
        Breakdown(subjects=(anna,), actions=(Action(verb=verb, subject="Anna"),))
    )
    assert f"Anna {read}" in found
    assert "Anna (woman, young, red shirt)" in found


def test_several_that_do_something_keep_the_plain_verb() -> None:
    dogs = Subject(name="dog", label="dogs", count=2)
    found = breakdown_html(
        Breakdown(subjects=(dogs,), actions=(Action(verb="run", subject="dogs"),))
    )
    assert "dogs run<" in found


def test_what_is_not_shown_as_written_stands_first() -> None:
    found = breakdown_html(
        Breakdown(
            not_understood=("zorp",), substituted=(Substitution(asked="llama", used="horse"),)
        ),
        ("Nobody can reach the shelf.",),
    )
    order = [found.index(words) for words in ("zorp", "llama", "shelf", "Who and what")]
    assert order == sorted(order)
