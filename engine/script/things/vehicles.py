"""Vehicles: what somebody drives, rides or sails."""

# ruff: noqa: E501 (tables read better one entry a line)
from __future__ import annotations

EXACT = """
car: automobile, sedan, sports car (red), race car, racecar, racing car, toy car (small), convertible, hatchback, vehicle, limousine, coupe, motorcar, minicooper
taxi: cab, taxicab, taxi cab
police car: patrol car, squad car, cop car, police cruiser
bus: school bus (yellow), coach, double decker, double-decker bus, minibus
van: delivery van, camper van, minivan
bicycle: bike, cycle, push bike, mountain bike
boat: rowboat, rowing boat, sailboat, sailing boat, fishing boat, dinghy, canoe, motorboat, speedboat
"""
"""The very thing: the canonical name, and other words for it."""

NEAR = """
big car: suv, truck, lorry, pickup, pickup truck, jeep, delivery truck, fire truck, fire engine, tractor, tank, bulldozer
bus: locomotive, steam train, steam locomotive, tram, trolley, motorhome, rv, streetcar, train, train car
bicycle: motorcycle, motorbike, scooter, moped, tricycle, unicycle
white van: ambulance
big boat: ship, yacht, ferry, tanker
"""
"""What stands in, with the attributes that bring it nearer: the words it is told for."""
