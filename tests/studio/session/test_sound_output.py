"""Claims about sound as the clock of playback, with a device that the test moves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.errors import CannotHere
from engine.media.edit_list import EditList, SoundSegment
from engine.media.encode import write_wav
from engine.timing import SAMPLE_RATE_HZ, FrameRate
from studio.session.project_session import ProjectSession
from studio.session.sound_device import PortAudioDevice
from studio.session.sound_output import SoundOutput
from studio.session.sound_run import BLOCK_SAMPLES, SoundRun
from studio.session.transport import Transport
from tests.fakes.sound_device import FakeDevice, Watch
from tests.studio.document.films import film

WAIT_MS = 10_000
LATENCY_S = 0.1
RATE = FrameRate(24)


def ramp(path: Path, seconds: int = 10, scale: float = 0.5) -> Path:
    """Sound whose every sample tells its place: a straight line from 0 to ``scale``."""
    line = np.linspace(0, scale, seconds * SAMPLE_RATE_HZ, dtype=np.float32)
    write_wav(path, np.stack([line, line], axis=1))
    return path


def edit(path: Path, gain: float = 1.0) -> EditList:
    count = 10 * SAMPLE_RATE_HZ
    segment = SoundSegment(
        start_sample=0, sample_count=count, path=path, source_start_sample=0, gain=gain
    )
    return EditList(
        rate=RATE, width_px=64, height_px=64, frame_count=240, picture=(), sound=(segment,)
    )


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def device(watch: Watch) -> FakeDevice:
    return FakeDevice(watch, LATENCY_S)


@pytest.fixture
def output(qtbot: QtBot, watch: Watch, device: FakeDevice, tmp_path: Path) -> Iterator[SoundOutput]:
    made = SoundOutput(device, watch)
    made.show_film(edit(ramp(tmp_path / "ramp.wav")))
    yield made
    made.close()


def ready(qtbot: QtBot, output: SoundOutput, device: FakeDevice) -> SoundRun:
    """Waits until the device runs and some blocks are made."""
    run = output._run
    assert run is not None
    qtbot.waitUntil(lambda: device.is_active and run.next_block(1) is None, timeout=WAIT_MS)
    return run


def place_of(sample: float) -> int:
    return round(sample / 0.5 * (10 * SAMPLE_RATE_HZ - 1))


def test_the_position_is_the_sample_that_is_heard_and_not_the_one_that_was_handed_over(
    qtbot: QtBot, output: SoundOutput, device: FakeDevice, watch: Watch
) -> None:
    output.start(48_000, 1.0)
    ready(qtbot, output, device)
    first = device.take(4800)
    assert place_of(first[0, 0]) == pytest.approx(48_000, abs=2)
    assert output.position() == 48_000  # taken 0.1 s ago, heard from now on
    device.take(4800)
    assert output.position() == pytest.approx(48_000 + 4800, abs=1)
    watch.time_s += 0.05
    assert output.position() == pytest.approx(48_000 + 7200, abs=1)


def test_jitter_of_the_devices_reports_does_not_shake_the_position(
    qtbot: QtBot, output: SoundOutput, device: FakeDevice
) -> None:
    output.start(0, 1.0)
    run = ready(qtbot, output, device)
    generator = np.random.default_rng(1)
    errors, last = [], -1
    for count in range(1, 120):
        qtbot.waitUntil(lambda: run.next_block(1) is None, timeout=WAIT_MS)
        device.take(480, jitter_s=float(generator.uniform(-0.01, 0.01)))
        assert output.position() >= last
        last = output.position()
        if count > 30:
            errors.append(last - (480 * count - LATENCY_S * SAMPLE_RATE_HZ))
    assert np.abs(errors).max() < 0.008 * SAMPLE_RATE_HZ


def test_the_playhead_shows_the_frame_whose_sample_sounds(
    qtbot: QtBot, output: SoundOutput, device: FakeDevice
) -> None:
    session = ProjectSession(film(240))
    transport = Transport(session, output)
    transport.play()
    run = ready(qtbot, output, device)
    for count in range(1, 60):
        qtbot.waitUntil(lambda: run.next_block(1) is None, timeout=WAIT_MS)
        device.take(480)
        transport.follow()
        heard = max(0, count * 480 - round(LATENCY_S * SAMPLE_RATE_HZ))
        assert abs(session.playhead - RATE.frame_at(heard)) <= 1
    transport.stop()
    assert session.playhead == pytest.approx(12, abs=1)


def test_another_edit_is_heard_without_a_hole(
    qtbot: QtBot, output: SoundOutput, device: FakeDevice, tmp_path: Path
) -> None:
    output.start(480_00, 1.0)
    run = ready(qtbot, output, device)
    loud = device.take(480)
    output.show_film(edit(tmp_path / "ramp.wav", gain=0.5))
    qtbot.waitUntil(lambda: run.next_block(2) is None, timeout=WAIT_MS)
    soft = device.take(480)
    assert loud.min() > 0.04
    assert soft[0, 0] == pytest.approx(loud[-1, 0] / 2, rel=0.01)
    assert soft.min() > 0.02


@pytest.mark.parametrize("speed", [-1.0, 0.5, 2.0, -2.0])
def test_up_to_double_speed_sound_goes_along_as_tape_does(
    qtbot: QtBot, output: SoundOutput, device: FakeDevice, speed: float
) -> None:
    output.start(240_000, speed)
    ready(qtbot, output, device)
    heard = device.take(2048)
    slope = np.diff(heard[100:, 0]).mean() * (10 * SAMPLE_RATE_HZ - 1) / 0.5
    assert slope == pytest.approx(speed, rel=0.02)


def test_faster_than_double_there_is_silence_and_the_clock_still_runs(
    qtbot: QtBot, output: SoundOutput, device: FakeDevice
) -> None:
    output.start(0, 8.0)
    ready(qtbot, output, device)
    assert not device.take(4800).any()
    device.take(4800)
    assert output.position() == pytest.approx(8 * 4800, abs=8)


def test_volume_and_mute_change_what_is_heard_and_not_the_time(
    qtbot: QtBot, output: SoundOutput, device: FakeDevice
) -> None:
    output.start(240_000, 1.0)
    ready(qtbot, output, device)
    full = device.take(480)
    output.set_volume(0.5)
    half = device.take(480)
    output.set_muted(True)
    assert not device.take(480).any()
    assert half.mean() == pytest.approx(full.mean() / 4, rel=0.01)
    assert output.position() == pytest.approx(240_000, abs=1)


def test_sound_that_is_not_made_in_time_is_left_out_and_never_delayed(watch: Watch) -> None:
    run = SoundRun(0, 1.0, watch)
    for index in (0, 1, 3):
        run.put(index, 0, np.full((BLOCK_SAMPLES, 2), index + 1, np.float32))
    heard = run.fill(4 * BLOCK_SAMPLES, 0.0)
    assert [heard[index * BLOCK_SAMPLES, 0] for index in range(4)] == [1, 2, 0, 4]
    assert run.next_block(0) == 4


def test_a_run_waits_for_its_first_sound_but_not_for_ever(watch: Watch) -> None:
    run = SoundRun(1000, 1.0, watch)
    run.fill(480, 0.0)
    watch.time_s += 0.1
    run.fill(480, 0.0)
    assert run.position() == 1000
    watch.time_s += 0.2
    run.fill(480, 0.0)
    watch.time_s += 0.01
    assert run.position() == 1480


def test_without_a_device_the_film_plays_on_a_silent_clock_and_it_is_said(
    qtbot: QtBot, watch: Watch
) -> None:
    sentence = "No PortAudio on this machine, playing without sound: install libportaudio2."
    output = SoundOutput(FakeDevice(watch, missing=sentence), watch)
    notes: list[str] = []
    output.note_changed.connect(notes.append)
    output.start(0, 1.0)
    qtbot.waitUntil(lambda: bool(notes), timeout=WAIT_MS)
    watch.time_s += 1.0
    assert output.position() == SAMPLE_RATE_HZ
    assert notes == [sentence.rstrip(".")]
    output.stop()
    output.start(480, -1.0)
    watch.time_s += 0.01
    assert output.position() == 0
    output.close()


def test_a_device_that_vanishes_while_playing_is_said_once_and_the_film_goes_on(
    qtbot: QtBot, output: SoundOutput, device: FakeDevice, watch: Watch
) -> None:
    said: list[str] = []
    output.trouble.connect(said.append)
    output.start(0, 1.0)
    ready(qtbot, output, device)
    device.take(9600)
    at = output.position()
    watch.time_s += 2.0
    qtbot.waitUntil(lambda: bool(said), timeout=WAIT_MS)
    assert said == ["The sound device went away: playing on without sound."]
    assert output.note.startswith("No sound device")
    assert output.position() >= at
    before = output.position()
    watch.time_s += 1.0
    assert output.position() == before + SAMPLE_RATE_HZ
    qtbot.waitUntil(lambda: device.is_closed, timeout=WAIT_MS)
    output.stop()
    output.start(0, 1.0)
    ready(qtbot, output, device)  # it is back at the next play
    assert device.take(480).shape == (480, 2)
    qtbot.waitUntil(lambda: output.note == "Sound: Test loudspeaker", timeout=WAIT_MS)


def test_a_device_that_swallows_sound_faster_than_time_is_not_followed(
    qtbot: QtBot, output: SoundOutput, device: FakeDevice, watch: Watch
) -> None:
    said: list[str] = []
    output.trouble.connect(said.append)
    output.start(0, 1.0)
    ready(qtbot, output, device)
    for _ in range(8):
        device.take(24_000)
        watch.time_s -= 0.5
    qtbot.waitUntil(lambda: bool(said), timeout=WAIT_MS)
    assert said == ["The sound device does not keep time: playing on without sound."]
    output.stop()
    output.start(48_000, 1.0)
    watch.time_s += 0.5
    assert output.position() == 72_000


def test_a_broken_file_is_silence_and_one_sentence(
    qtbot: QtBot, output: SoundOutput, device: FakeDevice, tmp_path: Path
) -> None:
    said: list[str] = []
    output.trouble.connect(said.append)
    (tmp_path / "torn.wav").write_bytes(b"RIFF")
    output.show_film(edit(tmp_path / "torn.wav"))
    output.start(0, 1.0)
    run = output._run
    assert run is not None
    qtbot.waitUntil(lambda: device.is_active and run.next_block(2) is None, timeout=WAIT_MS)
    assert not device.take(4800).any()
    qtbot.waitUntil(lambda: bool(said), timeout=WAIT_MS)
    assert len(said) == 1 and "torn.wav" in said[0]


def test_portaudio_is_opened_or_refused_in_words(qtbot: QtBot) -> None:
    device = PortAudioDevice()
    try:
        name = device.open(lambda count, _lead_s: np.zeros((count, 2), np.float32))
    except CannotHere as refusal:
        assert "without sound" in str(refusal)
    else:
        assert name
    device.close()
