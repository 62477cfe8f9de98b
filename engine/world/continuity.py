"""What a shot has to know of the shots before it: replayed, not drawn, and remembered."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

import msgspec

from engine.request import ShotRequest, request_hash
from engine.script.acted import staged
from engine.script.breakdown import Breakdown
from engine.script.film_places import words_of
from engine.script.going_on import going_on
from engine.script.prompt import understand
from engine.sound.speech import DraftVoice
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
    return msgspec.structs.replace(
        request, cast=tuple(cast.values()), places=tuple(places.values())
    )


class Continuity:
    """Reads and replays chains of shots; the last few endings are kept.  For one thread."""

    def __init__(self, speaker: DraftVoice) -> None:
        self._speaker = speaker
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
        return stage(with_whole_cast(request), breakdown, self._speaker, check, before)

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
