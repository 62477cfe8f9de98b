"""Plain shapes, boxes and building material."""

# ruff: noqa: E501 (tables read better one entry a line)
from __future__ import annotations

EXACT = """
box: cardboard box (cardboard), package, parcel, carton, packet, cereal box, shoebox, delivery box
crate: wooden crate (wooden), packing crate, milk crate
sphere: orb, globe, sphere shape
cube: block, wooden block (wooden), toy block, building block, ice cube, rubiks cube
cylinder: tube, pipe, pillar, column
cone
ring: wedding ring, engagement ring
barrel: keg, oil drum (metal), cask
ramp: slope, incline, inclined plane, skate ramp, wooden ramp (wooden)
plank: board of wood, floorboard
brick: paving brick, house brick
wall: brick wall (brick), garden wall
bin: trash can, garbage can, dustbin, wastebasket, trash bin, rubbish bin, litter bin, trashcan, garbage bin, waste bin, recycling bin
"""
"""The very thing: the canonical name, and other words for it."""

NEAR = """
box: trunk, safe, envelope, cardboard, bookcase box, speaker box, vending machine
tall brown box: drawer
cylinder: pole, post, telescope
plank: paddle, oar
bin: dumpster
"""
"""What stands in, with the attributes that bring it nearer: the words it is told for."""
