"""Which generators there are; each is loaded when first needed and then kept."""

from __future__ import annotations

import importlib
import threading
from collections.abc import Callable, Mapping

from engine.errors import BadRequest
from engine.generation import Generator, GeneratorCard

GeneratorFactory = Callable[[], Generator]
"""Makes a generator.  One with an attribute ``libraries`` (module names) has them loaded first."""


class Generators:
    """Generators by name, made on first use; safe from any thread."""

    def __init__(self, factories: Mapping[str, GeneratorFactory]) -> None:
        self._factories = dict(factories)
        self._made: dict[str, Generator] = {}
        self._lock = threading.Lock()

    def check_name(self, name: str) -> None:
        """Refuses an unknown name without loading anything.

        Raises:
            BadRequest: with the names that there are.
        """
        if name not in self._factories:
            known = ", ".join(sorted(self._factories))
            raise BadRequest(f'There is no generator "{name}"; choose one of: {known}.')

    def get(self, name: str) -> Generator:
        """The generator of that name.

        Raises:
            BadRequest: there is none.
        """
        self.check_name(name)
        with self._lock:
            if name not in self._made:
                self._made[name] = self._factories[name]()
            return self._made[name]

    def load(self, name: str, check: Callable[[], None]) -> Generator:
        """The generator of that name, its libraries loaded one by one.

        Args:
            check: called between the steps; raises to stop.

        Raises:
            BadRequest: there is none.
        """
        self.check_name(name)
        for module in getattr(self._factories[name], "libraries", ()):
            check()
            importlib.import_module(module)
        check()
        return self.get(name)

    def cards(self) -> tuple[GeneratorCard, ...]:
        """What each can do, in order of name."""
        return tuple(self.get(name).card for name in sorted(self._factories))
