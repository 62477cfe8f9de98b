"""What a shot has to know of the shots before it: replayed, not drawn, and remembered."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

import msgspec

from engine.errors import BadMedia
from engine.generation import MediaResolver
from engine.request import CastMember, ShotRequest, request_hash
from engine.script.acted import staged
from engine.script.breakdown import Breakdown
from engine.script.film_places import words_of
from engine.script.going_on import going_on
from engine.script.prompt import understand
from engine.sound.speech import DraftVoice
from engine.world.assets.catalogue import THINGS
from engine.world.model import Model
from engine.world.simulation import final_state, simulate
from engine.world.staging import Staging, stage
from engine.world.staging.continuing import SceneEnd

_KEPT = 8


def with_whole_cast(request: ShotRequest) -> ShotRequest:
    """The request with the cast and the places of all shots that it goes on from."""
    cast = {member.name.casefold(): member for member in request.cast}
    places = {place.name.casefold(): place for place in request.places}
    before = request.continues
    while before is not None:
        cast = {member.name.casefold(): member for member in before.cast} | cast
        places = {place.name.casefold(): place for place in before.places} | places
        before = before.continues
    known = tuple(_as_a_thing(member) for member in cast.values())
    return msgspec.structs.replace(request, cast=known, places=tuple(places.values()))


def _as_a_thing(member: CastMember) -> CastMember:
    """Who has a model of their own and no description is a thing, not a person."""
    if member.model_sha256 is None or member.description.strip():
        return member
    name = member.name.strip().lower()
    return msgspec.structs.replace(member, description=f"a {name if name in THINGS else 'box'}")


def _nothing_stored(sha256: str) -> Path:
    raise BadMedia(f"The model {sha256[:12]} is not in the library: bring the file in again.")


class Continuity:
    """Reads and replays chains of shots; the last few endings are kept.  For one thread."""

    def __init__(self, speaker: DraftVoice, media: MediaResolver = _nothing_stored) -> None:
        """``media``: where stored models lie (see ``media``)."""
        self._speaker = speaker
        self.media = media
        self._models: OrderedDict[str, Model] = OrderedDict()
        self._endings: OrderedDict[str, SceneEnd] = OrderedDict()

    def breakdown(self, request: ShotRequest) -> Breakdown:
        """The shot as understood, with what its words leave to the shot before."""
        words = words_of(with_whole_cast(request))
        if request.continues is not None:
            words = going_on(words, self.breakdown(request.continues))
        return understand(*words)

    def before(self, request: ShotRequest, check: Callable[[], None]) -> SceneEnd | None:
        """How the shot ended that this one goes on from; None where it starts afresh.

        Args:
            check: called between steps; raises to stop.
        """
        earlier = request.continues
        if earlier is None:
            return None
        key = request_hash(earlier)
        if key not in self._endings:
            self._endings[key] = self._replayed(earlier, check)
            if len(self._endings) > _KEPT:
                self._endings.popitem(last=False)
        self._endings.move_to_end(key)
        return self._endings[key]

    def staged(
        self, request: ShotRequest, breakdown: Breakdown, check: Callable[[], None]
    ) -> Staging:
        """The shot staged, from where the shot before left off if it goes on from one."""
        before = self.before(request, check)
        whole = with_whole_cast(request)
        models = {
            member.name.strip().casefold(): self._model(member.model_sha256)
            for member in whole.cast
            if member.model_sha256 is not None
        }
        return stage(whole, breakdown, self._speaker, check, before, models)

    def _model(self, sha256: str) -> Model:
        """A stored model file as a thing; the last few are kept.

        Raises:
            BadMedia: it is gone, or no model.
        """
        if sha256 not in self._models:
            from engine.world.assets.imported import import_model  # noqa: PLC0415 - trimesh is big

            self._models[sha256] = import_model(self.media(sha256), sha256[:12])
            if len(self._models) > _KEPT:
                self._models.popitem(last=False)
        self._models.move_to_end(sha256)
        return self._models[sha256]

    def _replayed(self, request: ShotRequest, check: Callable[[], None]) -> SceneEnd:
        breakdown = staged(self.breakdown(request))
        staging = self.staged(request, breakdown, check)
        motion = simulate(staging.scene, request.rate, request.frame_count, check)
        return SceneEnd(
            scene=staging.scene,
            pieces=tuple(motion.pieces),
            state=final_state(staging.scene, motion, request.rate, request.frame_count - 1),
            breakdown=breakdown,
            place_look=staging.place_look,
        )
