"""The ``storyreel`` command: what can be asked, exit codes, errors as one sentence.

Exit codes: 0 done, 1 something went wrong, 2 the command was not written as it must be.  With
``--json`` stdout carries JSON only; progress, warnings and errors go to stderr.
"""

from __future__ import annotations

import argparse
import difflib
import importlib
import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from engine import Cancelled, EngineError
from engine.request import ALL_PASSES
from engine.runtime.generators import GeneratorFactory
from studio.automation import arguments
from studio.automation.errors import CommandError, UsageError
from studio.document.errors import DocumentError

VERSION = "0.1.0"
_WITH_VALUE = ("--library", "--screenshot")
COMMANDS = ("breakdown", "generate", "new", "script", "render", "info", "doctor", "example")


_OF_ARGUMENT = re.compile(r"argument [^:]+: ([^:]+: .+)", re.DOTALL)
"""How argparse passes on what ``arguments`` refuses, which says itself what to do."""


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one sentence."""

    def error(self, message: str) -> NoReturn:
        ours = _OF_ARGUMENT.fullmatch(message)
        sentence = ours[1] if ours else f"{message}; see {self.prog} --help"
        raise UsageError(sentence[:1].upper() + sentence[1:].rstrip(".") + ".")


def main(
    argv: Sequence[str] | None = None,
    generators: Mapping[str, GeneratorFactory] | None = None,
    open_window: Callable[..., int] | None = None,
) -> int:
    """Runs one command.

    Args:
        argv: the words after ``storyreel``; None takes this process's.
        generators: instead of the engine's own.
        open_window: ``studio.app.run``, or nothing where there is no window.

    Returns:
        The exit code.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        options = _parsed(words)
        options.generators, options.open_window = generators, open_window
        command = importlib.import_module(f"studio.automation.commands.{options.command}")
        exit_code = int(command.run(options))
        sys.stdout.flush()
        return exit_code
    except CommandError as error:
        return _refused(str(error), error.exit_code)
    except (KeyboardInterrupt, Cancelled):
        return _refused("Stopped; nothing was written.", 1)
    except (EngineError, DocumentError) as error:
        return _refused(str(error), 1)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _refused(sentence: str, exit_code: int) -> int:
    print(" ".join(sentence.split()), file=sys.stderr, flush=True)
    return exit_code


def _parsed(words: list[str]) -> argparse.Namespace:
    parser = _parser()
    first = _first_word(words)
    if first in COMMANDS or any(word in ("-h", "--help", "--version") for word in words):
        options = parser.parse_args(words)
        if options.command is not None:
            return options
    if first is not None and not first.lower().endswith(".reel") and not Path(first).exists():
        near = difflib.get_close_matches(first, COMMANDS, 1)
        meant = f"did you mean {near[0]}?" if near else f"use one of {', '.join(COMMANDS)}."
        raise UsageError(f"“{first}” is neither a command nor a film file (.reel): {meant}")
    return _window_parser().parse_args(words)


def _first_word(words: list[str]) -> str | None:
    """The first that is neither an option nor the value of one that stands before commands."""
    for index, word in enumerate(words):
        if not word.startswith("-") and (index == 0 or words[index - 1] not in _WITH_VALUE):
            return word
    return None


def _common() -> _Parser:
    common = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--json", action="store_true", help="JSON on stdout, for programs")
    common.add_argument("--library", type=Path, metavar="DIR", help="use this library folder")
    common.add_argument("--progress", action="store_true", help="show progress without a terminal")
    return common


_DEFAULTS = {"json": False, "library": None, "progress": False}


def _window_parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="storyreel", parents=[_common()])
    parser.add_argument("film", nargs="?", type=Path, metavar="FILM.reel")
    parser.add_argument("--screenshot", type=Path, metavar="OUT.png", help=argparse.SUPPRESS)
    parser.set_defaults(command="window", **_DEFAULTS)
    return parser


def _parser() -> argparse.ArgumentParser:
    common = _common()
    parser = _Parser(
        prog="storyreel",
        description="Words in, a film with sound out, on your own machine.  Without a command the "
        "window opens, with FILM.reel if one is named.",
        parents=[_common()],  # its own: set_defaults reaches into the options of parents
    )
    parser.add_argument("--version", action="version", version=f"Storyreel {VERSION}")
    parser.set_defaults(**_DEFAULTS)
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", parser_class=_Parser, title="commands"
    )

    def command(name: str, words: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=words, description=words, parents=[common])

    breakdown = command("breakdown", "Shows a shot's words as Storyreel understands them.")
    breakdown.add_argument("prompt", metavar="PROMPT")
    _add_generate(command("generate", "Makes one shot, picture and sound, from words."))
    new = command("new", "Makes a film from a list of shots, a line of words for each.")
    new.add_argument("film", type=Path, metavar="FILM.reel")
    new.add_argument("--shots", type=Path, required=True, metavar="FILE", help="a prompt per line")
    new.add_argument("--force", action="store_true", help="replace a film that is there")
    _add_picture_options(new)
    _add_script(command("script", "Makes a film from a screenplay (Fountain) or a story."))
    render = command("render", "Generates what changed in a film and exports it.")
    render.add_argument("film", type=Path, metavar="FILM.reel")
    render.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.mp4")
    info = command("info", "Says what is in a film or a media file.")
    info.add_argument("file", type=Path, metavar="FILE")
    command("doctor", "Looks at this machine: what is there, what is missing, what to do.")
    example = command(
        "example", "Opens the bundled film; without a display, makes an mp4 of it here."
    )
    example.add_argument("-o", "--output", type=Path, metavar="OUT.mp4", help="make it, no window")
    example.set_defaults(screenshot=None)
    return parser


def _add_generate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("prompt", metavar="PROMPT")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.mp4")
    _add_picture_options(parser)
    parser.add_argument("--camera", metavar="MOVE", help="a named move, e.g. “dolly in”")
    parser.add_argument(
        "--quality",
        choices=("draft", "final"),
        default="final",
        help="draft comes soon; final has all that the picture can have (as without this)",
    )
    parser.add_argument("--image", type=Path, metavar="FILE", help="a picture to stand before")
    parser.add_argument(
        "--palette", type=Path, metavar="FILE", help="a picture whose colours the shot takes"
    )
    parser.add_argument(
        "--model",
        action="append",
        default=[],
        type=arguments.own_model,
        metavar="NAME=FILE",
        help="what NAME in the words looks like: a .glb, .gltf or .obj file; may be repeated",
    )
    parser.add_argument("--generator", default="world", metavar="NAME")
    _add_pass_options(parser)
    parser.add_argument("--events", type=Path, metavar="FILE.json", help="every contact, as JSON")
    parser.add_argument("--no-cache", action="store_true", help="make it although it is kept")


def _add_pass_options(parser: argparse.ArgumentParser) -> None:
    """What is written beside the picture."""
    parser.add_argument(
        "--passes", type=Path, metavar="DIR", help="also depth, normals, ids and the like, there"
    )
    parser.add_argument(
        "--pass-kinds",
        nargs="+",
        choices=ALL_PASSES,
        metavar="KIND",
        help=f"which passes: {', '.join(ALL_PASSES)}; all without this",
    )
    parser.add_argument(
        "--pass-format",
        choices=("exr", "png", "video"),
        default="exr",
        help="float OpenEXR, 16-bit PNG or lossless FFV1 video",
    )


def _add_script(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", type=Path, metavar="TEXT", help="a .fountain or .txt file")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILM.reel")
    parser.add_argument("--render", type=Path, metavar="OUT.mp4", help="also make the shots")
    parser.add_argument("--force", action="store_true", help="replace a film that is there")
    _add_size_options(parser)


def _add_picture_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seconds", type=arguments.seconds, default=5.0, metavar="S")
    _add_size_options(parser)


def _add_size_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--size", type=arguments.size, default=(640, 360), metavar="WxH")
    parser.add_argument("--fps", type=arguments.rate, default=arguments.rate("24"), metavar="N")
    parser.add_argument("--seed", type=arguments.whole_number, default=0, metavar="N")
    parser.add_argument("--style", default="", metavar="NAME")
