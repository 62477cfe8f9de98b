"""Tools of the workshop and the garden."""

from __future__ import annotations

EXACT = """
saw: handsaw, hand saw, wood saw
screwdriver
wrench: spanner
drill: power drill, electric drill, cordless drill
axe: ax, hatchet, tomahawk
shovel: spade
rake: garden rake
broom: broomstick, besom
ladder: stepladder, step ladder
wheelbarrow: barrow
paintbrush: paint brush, brush
scissors: pair of scissors, shears
toolbox: tool box, tool chest
rope: coil of rope, lasso, lariat
nail: iron nail
anvil
gear: cogwheel, cog, gearwheel, gear wheel
magnet: horseshoe magnet
toothbrush: tooth brush
light bulb: lightbulb, bulb
anchor: ship's anchor
telescope: spyglass, stargazing telescope
robot arm: robotic arm, industrial robot, welding robot, mechanical arm
android: humanoid robot, humanoid, cyborg, white robot
satellite: space probe, probe, orbiter
satellite dish: radar dish, radio telescope, parabolic antenna, dish antenna
vending machine: snack machine, drinks machine
"""
"""The very thing: the canonical name, and other words for it."""

NEAR = """
"""
"""What stands in, with the attributes that bring it nearer: the words it is told for."""
