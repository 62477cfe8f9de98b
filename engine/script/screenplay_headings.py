"""Scene headings: inside or outside, where, and at what time of day."""

from __future__ import annotations

import re

import msgspec

from engine.request import FilmPlace
from engine.script.prompt import named_place
from engine.script.story_names import in_small_letters

_PREFIX = re.compile(r"(?P<side>INT\.?\s*/\s*EXT|EXT\.?\s*/\s*INT|I/E|INT|EXT|EST)[.:\s]\s*", re.I)
_PARTED = re.compile(r"\s+[-–—]+\s+|\s*[–—]\s*")
_TIMES = {
    "Night": "night midnight nighttime",
    "Dawn": "dawn sunrise daybreak morning",
    "Dusk": "dusk sunset evening twilight sundown nightfall",
    "Day": "day noon afternoon midday daytime",
}
_GOES_ON = frozenset("later continuous same moments before after time next earlier".split())
_WEATHERS = {
    "storm": re.compile(r"\b(?:thunderstorm|stormy|storm|lightning)\b", re.I),
    "rain": re.compile(r"\b(?:rain|rains|raining|rainy|drizzle|downpour)\b", re.I),
    "snow": re.compile(r"\b(?:snow|snows|snowing|snowy|blizzard|snowfall)\b", re.I),
    "fog": re.compile(r"\b(?:fog|foggy|mist|misty)\b", re.I),
}


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """Where and when a scene plays.

    Attributes:
        place: name for the film's places; empty when the heading names none.
        inside: False outside, and where it is both.
        time: ``"Night"``, ``"Dawn"``, ``"Dusk"``, ``"Day"`` or empty.
        weather: ``"rain"``, ``"snow"``, ``"fog"``, ``"storm"`` or empty.
        notes: what of the heading is none of these (``"FLASHBACK"``).
    """

    place: str = ""
    inside: bool = False
    time: str = ""
    weather: str = ""
    notes: tuple[str, ...] = ()

    @property
    def opening(self) -> str:
        """Words that say the time and the weather at the start of a shot; empty by plain day."""
        words = ([] if self.time == "Day" else [self.time]) + [self.weather]
        said = ", ".join(word for word in words if word)
        return f"{said[:1].upper()}{said[1:]}." if said else ""

    def film_place(self) -> FilmPlace | None:
        """The place as the film keeps it; None when the heading names none.

        A place that the world does not know by its name is described by what is known of it.
        """
        if not self.place:
            return None
        if named_place(self.place):
            return FilmPlace(name=self.place, description=self.place)
        kind = ", a room" if self.inside else ""
        return FilmPlace(name=self.place, description=f"{self.place}{kind}")


def setting_of(heading: str, before: Setting) -> Setting:
    """What a heading says; ``LATER`` and the like keep what held before."""
    text = re.sub(r"\([^()]*\)", " ", heading)
    notes = [words.strip() for words in re.findall(r"\(([^()]*)\)", heading) if words.strip()]
    prefix = _PREFIX.match(text)
    side = prefix["side"].upper() if prefix else ""
    rest = text[prefix.end() :] if prefix else text
    parts = [part.strip(" .,") for part in _PARTED.split(rest) if part.strip(" .,")]
    time, keeps = "", False
    while parts and (time_in(parts[-1]) or _goes_on(parts[-1])) and (len(parts) > 1 or not side):
        last = parts.pop()
        time = time_in(last) or time
        keeps = keeps or _goes_on(last)
    keeps = keeps or not parts
    place = ", ".join(parts) if prefix or not parts else ""
    if parts and not prefix:
        place = ", ".join(parts) if named_place(" ".join(parts).lower()) else ""
        notes += [] if place else parts
    return Setting(
        place=_said_place(place) or before.place,
        inside=side == "INT" if side else before.inside,
        time=time or (before.time if keeps else ""),
        weather=weather_in(text),
        notes=tuple(notes),
    )


def weather_in(text: str) -> str:
    """The weather that words name; empty when they name none."""
    return next((name for name, said in _WEATHERS.items() if said.search(text)), "")


def time_in(words: str) -> str:
    """``"Night"``, ``"Dawn"``, ``"Dusk"`` or ``"Day"`` when words name it; else empty."""
    said = re.findall(r"\w+", words.casefold())
    return next((time for time, names in _TIMES.items() if set(said) & set(names.split())), "")


def _goes_on(words: str) -> bool:
    return bool(set(words.casefold().split()) & _GOES_ON)


def _said_place(place: str) -> str:
    if place != place.upper():
        return place
    said = in_small_letters(place, {})
    return said[:1].upper() + said[1:]
