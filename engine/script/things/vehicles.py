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
boat: rowboat, rowing boat, fishing boat, dinghy, motorboat, speedboat
ambulance
truck: lorry, delivery truck, pickup truck, semi truck, box truck, dump truck
fire engine: fire truck, firetruck
tractor: farm tractor
motorcycle: motorbike, moped, dirt bike
scooter: kick scooter
airplane: aeroplane, plane, jet, airliner, aircraft, jet plane, passenger plane
helicopter: chopper
rocket: space rocket, rocket ship
spaceship: spacecraft, ufo, flying saucer, starship, alien ship, space ship
hot air balloon: hot-air balloon
drone: quadcopter, drone copter
canoe: kayak
sailing ship: ship, sailboat, sailing boat, tall ship, galleon, pirate ship, yacht
submarine: sub
train: steam train, locomotive, steam locomotive, railway train
tram: streetcar, trolley, tramcar
cart: hand cart, handcart, horse cart, wagon
sled: sledge, sleigh, toboggan
toy train: wooden train
"""
"""The very thing: the canonical name, and other words for it."""

NEAR = """
big car: suv, pickup, jeep, tank, bulldozer
bus: motorhome, rv, train car
bicycle: tricycle, unicycle
big boat: ferry, tanker
"""
"""What stands in, with the attributes that bring it nearer: the words it is told for."""
