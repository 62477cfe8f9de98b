"""A shot is a value: one spelling, one hash, and words for what cannot be made."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.camera.path import CameraDirection, CameraKey, CameraMove, CameraPath, FromWords
from engine.errors import BadRequest
from engine.request import (
    CastMember,
    ShotRequest,
    canonical_json,
    check_request,
    request_from_json,
    request_hash,
)
from engine.timing import FrameRate

numbers = st.floats(-1e6, 1e6, allow_nan=False).map(lambda value: value + 0.0)
vectors = st.tuples(numbers, numbers, numbers)
keys = st.builds(
    CameraKey,
    frame=st.integers(0, 500),
    position_m=vectors,
    target_m=vectors,
    roll_deg=numbers,
    focal_length_mm=numbers,
    focus_distance_m=st.none() | numbers,
)
cameras: st.SearchStrategy[CameraDirection] = (
    st.just(FromWords())
    | st.builds(CameraMove, name=st.text(max_size=20), amount=numbers)
    | st.builds(CameraPath, keys=st.lists(keys, max_size=3).map(tuple))
)
members = st.builds(CastMember, name=st.text(max_size=9), description=st.text(max_size=9))
requests = st.builds(
    ShotRequest,
    prompt=st.text(max_size=60),
    frame_count=st.integers(-5, 10_000),
    rate=st.builds(FrameRate, st.integers(1, 120_000), st.integers(1, 1_001)),
    width_px=st.integers(0, 5000),
    height_px=st.integers(0, 5000),
    seed=st.integers(0, 2**32),
    camera=cameras,
    cast=st.lists(members, max_size=2).map(tuple),
)


def shot(**changes: object) -> ShotRequest:
    base = ShotRequest(
        prompt="a red ball bounces", frame_count=48, rate=FrameRate(24), width_px=640, height_px=360
    )
    return msgspec.structs.replace(base, **changes)


@given(requests)
def test_what_is_written_is_read_back_the_same(request: ShotRequest) -> None:
    again = request_from_json(canonical_json(request))
    assert again == request
    assert canonical_json(again) == canonical_json(request)
    assert request_hash(again) == request_hash(request)


@given(requests, requests)
def test_hashes_are_equal_exactly_for_equal_requests(a: ShotRequest, b: ShotRequest) -> None:
    assert (request_hash(a) == request_hash(b)) == (a == b)


def test_numbers_that_are_equal_spell_the_same() -> None:
    whole = shot(camera=CameraMove("dolly in", 1))
    assert canonical_json(whole) == canonical_json(shot(camera=CameraMove("dolly in", 1.0)))
    zero = shot(camera=CameraMove("dolly in", 0.0))
    assert canonical_json(zero) == canonical_json(shot(camera=CameraMove("dolly in", -0.0)))


def test_keys_are_sorted_and_there_is_no_white_space() -> None:
    text = canonical_json(shot()).decode()
    loaded = json.loads(text)
    assert list(loaded) == sorted(loaded)
    assert text == json.dumps(loaded, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def test_a_request_of_a_newer_schema_is_refused_in_words() -> None:
    raw = json.loads(canonical_json(shot()))
    raw["schema_version"] = 99
    with pytest.raises(BadRequest, match="newer Storyreel"):
        request_from_json(json.dumps(raw))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"prompt": "   "}, "no words yet"),
        ({"prompt": "?!… 123"}, "no words in it"),
        ({"prompt": "a " * 3000}, "at most 4000"),
        ({"frame_count": 0}, "at least one frame"),
        ({"frame_count": 24 * 36_000}, "at most 600 s"),
        ({"width_px": 641}, "use 640x360"),
        ({"height_px": 361}, "odd side"),
        ({"width_px": 16}, "64 to 3840"),
        ({"height_px": 40_000}, "64 to 3840"),
        ({"rate": FrameRate(1000)}, "outside 1 to 120"),
        ({"camera": CameraPath(keys=())}, "no keys"),
    ],
)
def test_what_cannot_be_made_is_refused_in_one_sentence(
    changes: dict[str, object], words: str
) -> None:
    with pytest.raises(BadRequest, match=words) as caught:
        check_request(shot(**changes))
    assert "\n" not in str(caught.value)
    assert str(caught.value).endswith(".")


def test_keys_that_do_not_rise_are_refused() -> None:
    key = CameraKey(frame=3, position_m=(0, 1, 5), target_m=(0, 1, 0))
    with pytest.raises(BadRequest, match="rising"):
        check_request(shot(camera=CameraPath(keys=(key, key))))


def test_an_ordinary_shot_is_accepted() -> None:
    check_request(shot())
