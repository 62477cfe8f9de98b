"""Buildings and what stands in streets and parks."""

# ruff: noqa: E501 (tables read better one entry a line)
from __future__ import annotations

EXACT = """
house: cottage, farmhouse, home, bungalow, villa, shed, mansion
townhouse: town house, row house, terraced house, brownstone
building: tower block, apartment building, office building, apartment block, block of flats, warehouse, school building
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
church: chapel, cathedral, church with a spire
barn: red barn, farm barn, stable
lighthouse: light house
castle tower: castle building, castle walls, castle with towers
pyramid: egyptian pyramid
igloo: snow house
hut: cabin, log cabin, thatched hut, wooden hut (wooden), shack
market stall: fruit stall, food stall, stall, kiosk
gate: iron gate, garden gate
bridge: stone bridge, footbridge
skyscraper: high rise, high-rise, glass tower
"""
"""The very thing: the canonical name, and other words for it."""

NEAR = """
building: hotel, motel, diner, hospital, temple, castle, palace, factory, museum, library building, school, shop, store, bank, supermarket, restaurant, windmill, bus stop, gas station, courthouse, station building
house: chimney, chimney stack, garage, treehouse, doghouse
fence: barrier, guardrail
traffic cone: pylon
tall sign: billboard
"""
"""What stands in, with the attributes that bring it nearer: the words it is told for."""
