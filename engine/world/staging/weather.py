"""Sun, sky, rain and lamps for a place, a time of day and a weather."""

from __future__ import annotations

import math
from dataclasses import replace

from engine.script.breakdown import Breakdown
from engine.world.assets.places import Place
from engine.world.model import Atmosphere, Color


def _sun(azimuth_deg: float, height_deg: float) -> tuple[float, float, float]:
    """Unit vector to the sun; azimuth 0 is behind the default camera (+Z), 90 its right (+X)."""
    azimuth, height = math.radians(azimuth_deg), math.radians(height_deg)
    return (
        math.sin(azimuth) * math.cos(height),
        math.sin(height),
        math.cos(azimuth) * math.cos(height),
    )


_DAY = Atmosphere(
    sun_direction=_sun(38, 46),
    sun_color=(3.1, 2.85, 2.45),
    sky_top=(0.15, 0.33, 0.72),
    sky_horizon=(0.62, 0.75, 0.92),
    ground_color=(0.24, 0.22, 0.18),
    clouds=0.35,
)
_DAWN = Atmosphere(
    sun_direction=_sun(-62, 11),
    sun_color=(2.6, 1.75, 1.15),
    sky_top=(0.22, 0.31, 0.55),
    sky_horizon=(0.98, 0.72, 0.55),
    ground_color=(0.20, 0.17, 0.15),
    fog_color=(0.80, 0.66, 0.58),
    fog_density_per_m=0.008,
    clouds=0.4,
)
_DUSK = Atmosphere(
    sun_direction=_sun(58, 11),
    sun_color=(3.5, 1.85, 0.95),
    sky_top=(0.17, 0.23, 0.50),
    sky_horizon=(1.00, 0.58, 0.36),
    ground_color=(0.20, 0.15, 0.14),
    ambient=1.25,
    fog_color=(0.58, 0.43, 0.42),
    fog_density_per_m=0.004,
    clouds=0.42,
)
_NIGHT = Atmosphere(
    sun_direction=_sun(-40, 48),
    sun_color=(0.42, 0.52, 0.78),
    sky_top=(0.014, 0.026, 0.070),
    sky_horizon=(0.050, 0.080, 0.160),
    ground_color=(0.030, 0.033, 0.046),
    ambient=2.2,
    fog_color=(0.030, 0.042, 0.075),
    fog_density_per_m=0.006,
    clouds=0.25,
    stars=0.9,
    exposure=1.5,
)
_TIMES = {"day": _DAY, "dawn": _DAWN, "dusk": _DUSK, "night": _NIGHT}


def _dimmed(color: Color, share: float) -> Color:
    return (color[0] * share, color[1] * share, color[2] * share)


def _greyed(color: Color, share: float) -> Color:
    grey = 0.2126 * color[0] + 0.7152 * color[1] + 0.0722 * color[2]
    red, green, blue = (part + (grey - part) * share for part in color)
    return (red, green, blue)


def _overcast(base: Atmosphere, sun: float, grey: float) -> Atmosphere:
    horizon = _dimmed(_greyed(base.sky_horizon, grey), 0.78)
    return replace(
        base,
        sun_color=_dimmed(_greyed(base.sun_color, grey), sun),
        sky_top=_dimmed(_greyed(base.sky_top, grey), 0.95),
        sky_horizon=horizon,
        fog_color=horizon,
        clouds=1.0,
        stars=0.0,
        ambient=base.ambient * 1.1,
    )


def _weathered(base: Atmosphere, weather: str) -> Atmosphere:
    match weather:
        case "rain":
            return replace(
                _overcast(base, 0.22, 0.75),
                rain=0.75,
                wetness=0.85,
                fog_density_per_m=0.014,
                wind_mps=(1.5, 0.3),
            )
        case "storm":
            return replace(
                _overcast(base, 0.12, 0.85),
                rain=1.0,
                wetness=1.0,
                fog_density_per_m=0.018,
                wind_mps=(6.0, 1.0),
            )
        case "snow":
            return replace(
                _overcast(base, 0.35, 0.7), snow=0.8, fog_density_per_m=0.016, wind_mps=(0.8, 0.2)
            )
        case "fog":
            return replace(_overcast(base, 0.35, 0.7), fog_density_per_m=0.055)
        case "overcast":
            return _overcast(base, 0.35, 0.65)
        case "wind":
            return replace(base, wind_mps=(6.0, 1.5), clouds=max(base.clouds, 0.5))
        case _:
            return base


_CLEAR_AIR = {"mountain": 0.35, "desert": 0.6, "snowfield": 0.6, "rooftop": 0.7, "lake": 0.8}
"""Places where one sees far: share of the fog that is there."""
_SUNLESS = {"dungeon": 0.30, "stage": 0.45, "cave": 0.42}
"""Places without windows: share of a room's light from everywhere, by day and by night."""


def _on_the_moon(breakdown: Breakdown) -> Atmosphere:
    """No air: a black sky by day too, hard light, stars; no weather."""
    low = breakdown.time in {"dawn", "dusk"}
    return Atmosphere(
        sun_direction=_sun(-52 if breakdown.time == "dawn" else 48, 12 if low else 34),
        sun_color=(0.42, 0.50, 0.66) if breakdown.time == "night" else (1.55, 1.52, 1.46),
        sky_top=(0.0, 0.0, 0.0),
        sky_horizon=(0.0015, 0.0015, 0.002),
        ground_color=(0.30, 0.30, 0.30),
        ambient=0.45,
        fog_color=(0.0, 0.0, 0.0),
        fog_density_per_m=0.0,
        clouds=0.0,
        stars=1.0,
        wind_mps=(0.0, 0.0),
        exposure=1.15,
    )


def _desert_air(air: Atmosphere) -> Atmosphere:
    """Dust warms the horizon."""
    red, green, blue = air.sky_horizon
    return replace(air, sky_horizon=(red * 1.12, green, blue * 0.84), clouds=air.clouds * 0.4)


def atmosphere(breakdown: Breakdown, place: Place) -> Atmosphere:
    """The air of a shot.  Indoors keeps the weather outside: no rain falls in the room."""
    if place.name == "moon":
        return _on_the_moon(breakdown)
    air = _weathered(_TIMES.get(breakdown.time, _DAY), breakdown.weather)
    if place.name == "studio":
        air = replace(
            air, fog_density_per_m=min(air.fog_density_per_m, 0.002), ambient=air.ambient * 1.05
        )
    if place.name == "desert" and breakdown.weather in {"clear", "wind"}:
        air = _desert_air(air)
    if not place.indoors:
        share = 1.0 if breakdown.weather == "fog" else _CLEAR_AIR.get(place.name, 1.0)
        return replace(air, fog_density_per_m=air.fog_density_per_m * share)
    return _under_a_roof(air, breakdown, place)


def _under_a_roof(air: Atmosphere, breakdown: Breakdown, place: Place) -> Atmosphere:
    lift = 1.5 if breakdown.time != "night" else 2.2
    if place.name in _SUNLESS:
        air, lift = _DAY, 1.5 * _SUNLESS[place.name]
    return replace(
        air,
        rain=0.0,
        snow=0.0,
        wetness=0.0,
        fog_density_per_m=0.0,
        ambient=air.ambient * lift,
        exposure=air.exposure * 1.2,
        indoors=True,
    )


def rain_strength(weather: str) -> float:
    """0 to 1, for the sound of it."""
    return {"rain": 0.7, "storm": 1.0}.get(weather, 0.0)


def wind_strength(weather: str) -> float:
    """0 to 1, for the sound of it."""
    return {"wind": 0.8, "storm": 0.7, "snow": 0.25, "rain": 0.15}.get(weather, 0.08)
