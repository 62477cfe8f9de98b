"""Buildings and what stands in streets and parks."""

# ruff: noqa: E501 (tables read better one entry a line)
from __future__ import annotations

EXACT = """
house: cottage, cabin, farmhouse, home, bungalow, villa, hut, shed, mansion
townhouse: town house, row house, terraced house, brownstone
building: skyscraper (tall), tower block, apartment building, office building, apartment block, high rise, high-rise, block of flats, warehouse, school building
tower: church tower, clock tower, watchtower, bell tower
tent: camping tent
street lamp: streetlamp, streetlight, street light, lamppost, lamp post, light post
bench: park bench, wooden bench (wooden)
fence: picket fence, railing, wooden fence (wooden)
traffic light: stoplight, stop light, traffic signal
sign: road sign, street sign, stop sign, signpost, signboard
traffic cone: safety cone, orange cone
hydrant: fire hydrant
mailbox: letterbox, letter box, postbox, post box
fountain: water fountain
"""
"""The very thing: the canonical name, and other words for it."""

NEAR = """
building: hotel, motel, diner, hospital, church, temple, castle, palace, cathedral, factory, museum, library building, barn, school, shop, store, bank, supermarket, restaurant, windmill, bus stop, gas station, courthouse, station building
house: chimney, chimney stack, garage, treehouse, igloo, doghouse, stable
fence: gate, barrier, guardrail
tall white tower: lighthouse
traffic cone: pylon
tall sign: billboard
"""
"""What stands in, with the attributes that bring it nearer: the words it is told for."""
