from __future__ import annotations

import errno
import json
import os
import re
from pathlib import Path

import msgspec
import pytest

from engine.request import request_hash
from studio.document import edits
from studio.document.errors import FilmTooNew, FilmUnreadable, FilmUnwritable
from studio.document.files import load_film, open_film, save_film
from studio.document.project import PROJECT_SCHEMA
from studio.document.upgrades import UPGRADES, upgraded
from tests.studio.document.films import film, renamed, request, shot, taken

SAMPLES = Path(__file__).parent / "samples"
ONE_SENTENCE = re.compile(r"^[^\n]+[.?]$")


def changed_file(path: Path, **fields: object) -> None:
    tree = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(tree | fields), encoding="utf-8")


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    project = film(24, 48)
    project = edits.add_take(project, shot(project, 0).id, taken(shot(project, 0).request))
    path = tmp_path / "film.reel"
    save_film(project, path)
    return path


def test_a_film_comes_back_as_it_was_saved(tmp_path: Path):
    project = film(24, 48)
    project = edits.add_take(project, shot(project, 0).id, taken(request(30)))
    save_film(project, tmp_path / "f.reel")
    assert load_film(tmp_path / "f.reel") == project


def test_saving_the_same_film_twice_writes_the_same_bytes(saved: Path):
    before = saved.read_bytes()
    save_film(load_film(saved), saved)
    assert saved.read_bytes() == before
    assert [path.name for path in saved.parent.iterdir()] == ["film.reel"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"  \n",
        b"not json",
        b"\xff\xfe\x00",
        b"[1, 2]",
        b'{"kind": "something else"}',
        b"[" * 100_000,
        b'{"kind": "storyreel-film"}',
        b'{"kind": "storyreel-film", "schema_version": "one"}',
        b'{"kind": "storyreel-film", "schema_version": true}',
        b'{"kind": "storyreel-film", "schema_version": 1}',
    ],
)
def test_what_is_no_film_is_refused_in_one_sentence(tmp_path: Path, content: bytes):
    path = tmp_path / "f.reel"
    path.write_bytes(content)
    with pytest.raises(FilmUnreadable, match=ONE_SENTENCE):
        load_film(path)
    assert path.read_bytes() == content


def test_a_missing_film_and_a_folder_are_refused_in_one_sentence(tmp_path: Path):
    for path in (tmp_path / "none.reel", tmp_path):
        with pytest.raises(FilmUnreadable, match=ONE_SENTENCE):
            load_film(path)


def test_a_film_cut_off_anywhere_is_refused(saved: Path):
    whole = saved.read_bytes()
    for length in range(0, len(whole) - 2, 97):
        saved.write_bytes(whole[:length])
        with pytest.raises(FilmUnreadable, match=ONE_SENTENCE):
            load_film(saved)


def test_a_film_of_a_newer_storyreel_is_refused_with_advice(saved: Path):
    changed_file(saved, schema_version=PROJECT_SCHEMA + 1)
    with pytest.raises(FilmTooNew, match=r"made by a newer Storyreel.*update Storyreel"):
        load_film(saved)


@pytest.mark.parametrize(
    ("break_it", "words"),
    [
        (lambda tree: tree["tracks"][1]["clips"][1].update(start_frame=5), "overlap"),
        (lambda tree: tree["tracks"][1]["clips"][0].update(frame_count=0), "no length"),
        (lambda tree: tree["tracks"][1]["clips"][1].update(frame_count=999), "more than"),
        (lambda tree: tree["tracks"][1]["clips"][0].update(in_frame=-1), "no length"),
        (lambda tree: tree["tracks"][1]["clips"][0]["source"].update(shot_id="x"), "not in the"),
        (lambda tree: tree["shots"][1].update(id=tree["shots"][0]["id"]), "id"),
        (lambda tree: tree["shots"][0].update(selected_take_id="x"), "take that is not there"),
        (lambda tree: tree["rate"].update(numerator=0), "not positive"),
        (lambda tree: tree.update(width_px=641), "641"),
        (
            lambda tree: tree["shots"][0]["takes"][0]["stored"].update(
                picture_sha256="../../secret"
            ),
            "SHA-256",
        ),
    ],
)
def test_a_film_that_cannot_be_is_refused_with_the_reason(saved: Path, break_it, words: str):
    tree = json.loads(saved.read_text(encoding="utf-8"))
    break_it(tree)
    saved.write_text(json.dumps(tree), encoding="utf-8")
    with pytest.raises(FilmUnreadable, match=words) as refusal:
        load_film(saved)
    assert ONE_SENTENCE.match(str(refusal.value))


def test_fields_that_we_do_not_know_survive_load_edit_and_save(saved: Path):
    tree = json.loads(saved.read_text(encoding="utf-8"))
    tree["x_colour_space"] = {"name": "P3"}
    tree["shots"][1]["x_rating"] = 5
    tree["shots"][0]["request"]["x_lens_dirt"] = 0.5
    tree["shots"][0]["takes"][0]["x_note"] = "the good one"
    tree["tracks"][1]["clips"][1]["x_colour"] = "red"
    saved.write_text(json.dumps(tree), encoding="utf-8")
    opened = open_film(saved)
    project = edits.move_shot(opened.project, opened.project.shots[1].id, 0)
    project = edits.add_shot(project, request(12, "a new one"))
    save_film(project, saved, opened.unknown)
    after = json.loads(saved.read_text(encoding="utf-8"))
    assert after["x_colour_space"] == {"name": "P3"}
    assert after["shots"][0]["x_rating"] == 5
    assert after["shots"][1]["request"]["x_lens_dirt"] == 0.5
    assert after["shots"][1]["takes"][0]["x_note"] == "the good one"
    assert after["tracks"][1]["clips"][1]["x_colour"] == "red"
    assert "x_rating" not in after["shots"][2]
    assert open_film(saved).project == project


def test_unknown_fields_of_what_was_removed_go_with_it(saved: Path):
    tree = json.loads(saved.read_text(encoding="utf-8"))
    tree["shots"][1]["x_rating"] = 5
    saved.write_text(json.dumps(tree), encoding="utf-8")
    opened = open_film(saved)
    save_film(edits.remove_shot(opened.project, opened.project.shots[1].id), saved, opened.unknown)
    assert "x_rating" not in saved.read_text(encoding="utf-8")


@pytest.mark.parametrize("version", range(1, PROJECT_SCHEMA + 1))
def test_the_stored_sample_of_every_version_still_opens(version: int):
    project = load_film(SAMPLES / f"film_v{version}.reel")
    assert [each.name for each in project.shots] == ["Opening", "Shot 2"]
    assert project.shots[0].is_up_to_date == (version == PROJECT_SCHEMA)
    assert project.shots[0].selected_take is not None
    assert project.frame_count == 72


def test_the_sample_s_request_hash_has_not_changed():
    take = load_film(SAMPLES / f"film_v{PROJECT_SCHEMA}.reel").shots[0].selected_take
    assert take is not None
    assert request_hash(take.stored.request) == take.stored.request_hash


def test_there_is_an_upgrade_for_every_earlier_version():
    assert sorted(UPGRADES) == list(range(1, PROJECT_SCHEMA))


def test_upgrades_run_one_step_at_a_time():
    steps = {
        1: lambda tree: tree | {"title": tree["name"]},
        2: lambda tree: tree | {"title": tree["title"].upper()},
    }
    tree = upgraded({"schema_version": 1, "name": "old"}, "f.reel", 3, steps)
    assert tree == {"schema_version": 3, "name": "old", "title": "OLD"}


def test_a_full_disk_leaves_the_old_film(saved: Path, monkeypatch: pytest.MonkeyPatch):
    before = saved.read_bytes()

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FilmUnwritable, match=r"film.reel.*full.*free some space"):
        save_film(renamed(load_film(saved), "New"), saved)
    monkeypatch.undo()
    assert saved.read_bytes() == before
    assert [path.name for path in saved.parent.iterdir()] == ["film.reel"]


def test_saving_where_it_cannot_be_is_said_in_words(tmp_path: Path):
    for path in (tmp_path / "gone" / "f.reel", tmp_path):
        with pytest.raises(FilmUnwritable, match=ONE_SENTENCE):
            save_film(film(24), path)


def test_a_film_file_reads_well(saved: Path):
    text = saved.read_text(encoding="utf-8")
    assert text.startswith('{\n "cast"')
    assert list(json.loads(text)) == sorted(json.loads(text))
    assert msgspec.json.decode(text)["kind"] == "storyreel-film"
