"""Who says what when: lines in their order, paced so that they fit the shot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from engine.request import ShotRequest
from engine.script.breakdown import Breakdown, DialogueLine
from engine.sound.score import Speech, Voice
from engine.sound.speech import DraftVoice, voice_for
from engine.timing import SAMPLE_RATE_HZ
from engine.world.scene import SpokenLine
from engine.world.staging.roles import Setting

_LEAD_S = 0.35
_PAUSE_S = 0.28
_FASTEST = 1.3
_UNSEEN = ("voice-over", "voice over", "off screen", "off-screen", "offscreen")
_SAYING = frozenset({"say", "talk", "shout", "whisper", "sing"})


def is_unseen(line: DialogueLine) -> bool:
    """Is it heard from off the picture?"""
    return line.speaker == "narrator" or line.manner.casefold().startswith(_UNSEEN)


def unseen_speakers(breakdown: Breakdown) -> frozenset[str]:
    """Who is heard only: speaks off the picture and does nothing else."""
    heard = {line.speaker for line in breakdown.dialogue if is_unseen(line)}
    seen = {line.speaker for line in breakdown.dialogue if not is_unseen(line)}
    for action in breakdown.actions:
        if action.verb not in _SAYING:
            seen.update({action.subject, action.object, action.target})
    seen.update(subject.where[1] for subject in breakdown.subjects if len(subject.where) == 2)
    placed = {s.label or s.name for s in breakdown.subjects if len(s.where) == 2}
    return frozenset(heard - seen - placed)


def _voice(line: DialogueLine, stage: Setting, request: ShotRequest) -> Voice:
    described = {member.name.casefold(): member for member in request.cast}
    member = described.get(line.speaker.casefold())
    role = next(iter(stage.group(line.speaker)), None)
    description = " ".join((*role.attributes, role.name)) if role else "narrator"
    if member is not None:
        description = f"{member.description} {description}"
    words = f"{member.voice if member else ''} {line.manner}".strip()
    return voice_for(description, line.speaker, words)


def speak_lines(
    stage: Setting,
    breakdown: Breakdown,
    request: ShotRequest,
    speaker: DraftVoice,
    check: Callable[[], None],
) -> tuple[SpokenLine, ...]:
    """The lines of the shot as speech, placed one after the other.

    Lines that would run past the shot are spoken faster, up to 1.3 times; what still does not fit
    is said in ``stage.notes``.
    """
    if breakdown.dialogue:
        speaker.load(check)
    spoken: list[tuple[DialogueLine, Voice, Speech]] = []
    for line in breakdown.dialogue:
        check()
        voice = _voice(line, stage, request)
        spoken.append((line, voice, speaker.speak(line.line, voice)))
    free_s = stage.duration_s - 0.15 - _PAUSE_S * max(len(spoken) - 1, 0) - _LEAD_S
    needed_s = sum(len(speech.samples) for _, _, speech in spoken) / SAMPLE_RATE_HZ
    if spoken and needed_s > free_s:
        pace = min(_FASTEST, needed_s / max(free_s, 0.1))
        spoken = [
            (line, voice, speaker.speak(line.line, replace(voice, pace=voice.pace * pace)))
            for line, voice, _ in spoken
        ]
    return _placed(stage, spoken)


def _placed(
    stage: Setting, spoken: list[tuple[DialogueLine, Voice, Speech]]
) -> tuple[SpokenLine, ...]:
    lines: list[SpokenLine] = []
    total_s = sum(len(speech.samples) for _, _, speech in spoken) / SAMPLE_RATE_HZ
    gaps_s = _PAUSE_S * max(len(spoken) - 1, 0)
    lead_s = max(0.0, min(_LEAD_S, stage.duration_s - total_s - gaps_s))
    start_s = lead_s
    for line, _, speech in spoken:
        actor = next((role.label for role in stage.group(line.speaker) if role.is_actor), "")
        actor = "" if is_unseen(line) else actor
        length_s = len(speech.samples) / SAMPLE_RATE_HZ
        if start_s + length_s > stage.duration_s + 0.05:
            over_s = start_s + length_s - stage.duration_s
            stage.notes.append(
                f"“{line.line}” is {over_s:.1f} s too long for the shot: lengthen the shot or "
                "shorten the line."
            )
        lines.append(
            SpokenLine(
                speaker=line.speaker,
                actor=actor,
                line=line.line,
                start_s=start_s,
                speech=speech,
            )
        )
        start_s += length_s + _PAUSE_S
    return tuple(lines)
