"""Draws a contact sheet: a prompt a row, four moments of each, as the world generator makes them.

    python packaging/contact_sheet.py                      all of resources/readme/contact_sheet.txt
    python packaging/contact_sheet.py OUT.jpg PROMPTS.txt  prompts of your own, one a line

The sheet in the README is made by the first.  Nothing is encoded and no sound is made, so that
sixty prompts take a few minutes on two cores.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from engine.request import ShotRequest  # noqa: E402  (the checkout, wherever this is called)
from engine.script.acted import staged  # noqa: E402
from engine.sound.speech import DraftVoice  # noqa: E402
from engine.timing import FrameRate  # noqa: E402
from engine.world.cinematography import Cinematography  # noqa: E402
from engine.world.continuity import Continuity  # noqa: E402
from engine.world.renderer import Renderer  # noqa: E402
from engine.world.shooting import lay_camera  # noqa: E402
from engine.world.simulation import simulate  # noqa: E402

PROMPTS = ROOT / "resources" / "readme" / "contact_sheet.txt"
SHEET = ROOT / "resources" / "readme" / "contact_sheet.jpg"
SECONDS = 4
MOMENTS = (0.06, 0.36, 0.64, 0.94)
DRAWN_PX, SHOWN_PX = (384, 216), (160, 90)
COLUMNS = 2
CAPTION_PX = 14


def main(arguments: list[str]) -> int:
    """Writes the sheet and says where."""
    target = Path(arguments[0]) if arguments else SHEET
    prompts = Path(arguments[1]) if len(arguments) > 1 else PROMPTS
    words = [line.strip() for line in prompts.read_text("utf-8").splitlines() if line.strip()]
    continuity = Continuity(DraftVoice())
    strips = []
    for number, prompt in enumerate(words, 1):
        print(f"{number} of {len(words)}: {prompt}", flush=True)
        strips.append(captioned(strip(prompt, continuity), prompt))
    while len(strips) % COLUMNS:
        strips.append(np.full_like(strips[0], 255))
    rows = [np.hstack(strips[at : at + COLUMNS]) for at in range(0, len(strips), COLUMNS)]
    Image.fromarray(np.vstack(rows)).save(target, quality=82)
    print(target)
    return 0


def strip(prompt: str, continuity: Continuity) -> np.ndarray:
    """(height, width, 3) uint8: the shot's moments side by side."""
    request = ShotRequest(
        prompt=prompt,
        frame_count=24 * SECONDS,
        rate=FrameRate(24),
        width_px=DRAWN_PX[0],
        height_px=DRAWN_PX[1],
    )
    breakdown = staged(continuity.breakdown(request))
    staging = continuity.staged(request, breakdown, _never_stopped)
    motion = simulate(staging.scene, request.rate, request.frame_count, _never_stopped)
    path = lay_camera(staging.scene, motion, staging.featured, request, breakdown)
    shooting = Cinematography(staging.scene, motion, path, request)
    with Renderer(*DRAWN_PX, breakdown.style) as renderer:
        renderer.load(shooting.drawables, staging.scene.atmosphere)
        frames = [
            renderer.render(shooting.view(round(share * request.frame_count))).rgb
            for share in MOMENTS
        ]
    small = [Image.fromarray(frame).resize(SHOWN_PX, Image.Resampling.LANCZOS) for frame in frames]
    return np.hstack([np.asarray(frame) for frame in small])


def captioned(strip_rgb: np.ndarray, prompt: str) -> np.ndarray:
    """The strip under its words."""
    height, width = strip_rgb.shape[:2]
    sheet = Image.new("RGB", (width, height + CAPTION_PX), (24, 24, 26))
    words = prompt if len(prompt) <= 100 else prompt[:99] + "…"
    ImageDraw.Draw(sheet).text((3, 1), words, (226, 222, 214), ImageFont.load_default(10))
    sheet.paste(Image.fromarray(strip_rgb), (0, CAPTION_PX))
    return np.asarray(sheet)


def _never_stopped() -> None:
    """Nobody stops a sheet but the keyboard."""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
