"""What every TakeStore keeps to; subclass it and say how a store is made and opened again."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import numpy as np
import pytest

from engine.errors import BadMedia
from engine.events import StoredTake
from engine.generation import GeneratedTake
from engine.request import ShotRequest, request_hash
from engine.runtime.store import TakeStore
from engine.timing import FrameRate
from tests.fakes.quick_generator import QuickGenerator


class SilentReporter:
    """Listens to nothing and never stops the work."""

    def stage(self, words: str, fraction: float) -> None:
        pass

    def preview(self, frame: int, picture: np.ndarray) -> None:
        pass

    def check(self) -> None:
        pass


def a_request(prompt: str = "a ball", **changes: object) -> ShotRequest:
    given = {"frame_count": 4, "rate": FrameRate(24), "width_px": 64, "height_px": 64}
    return ShotRequest(prompt=prompt, **(given | changes))  # type: ignore[arg-type]


def made_take(request: ShotRequest, folder: Path) -> GeneratedTake:
    """A real take, made in a fresh folder inside ``folder``."""
    work = folder / f"work-{request_hash(request)[:8]}-{threading.get_ident()}"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)

    def no_media(sha256: str) -> Path:
        raise BadMedia(f"no media {sha256}")

    return QuickGenerator(frame_s=0).generate(request, work, SilentReporter(), no_media)


class TakeStoreContract:
    """Tests for any TakeStore."""

    def open_store(self, root: Path) -> TakeStore:
        """A store in ``root``; called again, it opens the same one."""
        raise NotImplementedError

    def close_store(self, store: TakeStore) -> None:
        """Ends the use of a store."""

    @pytest.fixture
    def store(self, tmp_path: Path):
        store = self.open_store(tmp_path / "store")
        yield store
        self.close_store(store)

    def test_what_was_never_kept_is_not_found(self, store: TakeStore) -> None:
        assert store.find("0" * 64) is None

    def test_a_kept_take_is_found_by_its_request(self, store: TakeStore, tmp_path: Path) -> None:
        request = a_request()
        kept = store.keep(request, made_take(request, tmp_path))
        assert kept.request == request
        assert kept.request_hash == request_hash(request)
        assert kept.sample_count == request.rate.first_sample(request.frame_count)
        assert store.find(request_hash(request)) == kept

    def test_what_happened_is_kept_with_the_take(self, store: TakeStore, tmp_path: Path) -> None:
        request = a_request()
        made = made_take(request, tmp_path)
        store.keep(request, made)
        found = store.find(request_hash(request))
        assert found is not None
        assert found.contacts == made.contacts
        assert found.dialogue == made.dialogue

    def test_kept_files_hold_what_was_made(self, store: TakeStore, tmp_path: Path) -> None:
        request = a_request()
        made = made_take(request, tmp_path)
        contents = [path.read_bytes() for path in (made.picture, made.sound, made.poster)]
        kept = store.keep(request, made)
        hashes = (kept.picture_sha256, kept.sound_sha256, kept.poster_sha256)
        assert [store.media_path(sha256).read_bytes() for sha256 in hashes] == contents

    def test_kept_files_outlive_the_folder_they_were_made_in(
        self, store: TakeStore, tmp_path: Path
    ) -> None:
        request = a_request()
        made = made_take(request, tmp_path)
        kept = store.keep(request, made)
        shutil.rmtree(made.picture.parent)
        assert store.media_path(kept.picture_sha256).stat().st_size > 0

    def test_kept_files_have_the_suffix_of_their_kind(
        self, store: TakeStore, tmp_path: Path
    ) -> None:
        request = a_request()
        kept = store.keep(request, made_take(request, tmp_path))
        assert store.media_path(kept.picture_sha256).suffix == ".mp4"
        assert store.media_path(kept.sound_sha256).suffix == ".wav"

    def test_a_take_survives_closing_and_opening(self, tmp_path: Path) -> None:
        request = a_request()
        store = self.open_store(tmp_path / "store")
        kept = store.keep(request, made_take(request, tmp_path))
        self.close_store(store)
        again = self.open_store(tmp_path / "store")
        try:
            assert again.find(request_hash(request)) == kept
        finally:
            self.close_store(again)

    def test_a_take_whose_picture_is_gone_is_not_found(
        self, store: TakeStore, tmp_path: Path
    ) -> None:
        request = a_request()
        kept = store.keep(request, made_take(request, tmp_path))
        gone = store.media_path(kept.picture_sha256)
        gone.chmod(0o600)
        gone.unlink()
        assert store.find(request_hash(request)) is None

    def test_a_missing_file_is_said_in_words(self, store: TakeStore) -> None:
        with pytest.raises(BadMedia, match=r"^[A-Z].*\.$"):
            store.media_path("f" * 64)

    def test_keeping_the_same_request_again_is_harmless(
        self, store: TakeStore, tmp_path: Path
    ) -> None:
        request = a_request()
        first = store.keep(request, made_take(request, tmp_path))
        second = store.keep(request, made_take(request, tmp_path))
        assert second.picture_sha256 == first.picture_sha256
        assert store.find(request_hash(request)) is not None

    def test_two_threads_may_keep_and_find_at_once(self, store: TakeStore, tmp_path: Path) -> None:
        requests = [a_request(f"shot {number}") for number in range(6)]
        found: list[StoredTake | None] = []
        faults: list[BaseException] = []

        def work(mine: list[ShotRequest]) -> None:
            try:
                for request in mine:
                    store.keep(request, made_take(request, tmp_path))
                    found.append(store.find(request_hash(request)))
            except BaseException as error:
                faults.append(error)

        threads = [threading.Thread(target=work, args=(requests[part::2],)) for part in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert faults == []
        assert sorted(take.request.prompt for take in found if take) == [
            request.prompt for request in requests
        ]
