"""Furniture and what belongs to a room."""

# ruff: noqa: E501 (tables read better one entry a line)
from __future__ import annotations

EXACT = """
table: dining table, kitchen table, kitchen counter, workbench, dinner table, countertop, counter, picnic table, tabletop, wooden table (wooden)
round table: circular table
coffee table: side table
desk: writing desk, office desk
chair: seat, rocking chair, wooden chair (wooden), office chair
stool: barstool, bar stool, footstool, three-legged stool
armchair: easy chair, recliner
sofa: couch, settee, loveseat
bed: mattress, bunk bed, cot
shelf: bookshelf, bookcase, shelves, rack
cupboard: cabinet, sideboard, kitchen cabinet, kitchen cupboard, filing cabinet
lamp: table lamp, desk lamp, floor lamp, bedside lamp
door: doorway, front door, wooden door (wooden)
"""
"""The very thing: the canonical name, and other words for it."""

NEAR = """
sofa: hammock
bed: crib, cradle, stretcher
tall cupboard: wardrobe, closet, dresser
small stool: ottoman, pouf
"""
"""What stands in, with the attributes that bring it nearer: the words it is told for."""
