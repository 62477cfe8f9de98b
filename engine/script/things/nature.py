"""Plants, stones and what else grows or lies outdoors."""

from __future__ import annotations

EXACT = """
tree: oak, oak tree, apple tree, maple, birch, willow, cherry tree
fir: fir tree, pine, pine tree, christmas tree, spruce, conifer
palm: palm tree, coconut tree, coconut palm
topiary: topiary bush
bush: shrub
hedge: hedgerow
flower: rose, tulip, daisy, sunflower, lily, daffodil, poppy, blossom
pot plant: potted plant, houseplant, house plant, plant pot, flowerpot, flower pot, plant
cactus: cacti, saguaro
rock: stone, boulder (big), pebble (small), cobble
log: tree trunk, fallen tree
stump: tree stump
snowman: snow man
campfire: camp fire, bonfire, fire pit
mushroom: toadstool
"""
"""The very thing: the canonical name, and other words for it."""

NEAR = """
bush: fern, weeds, ivy
small palm: banana plant
log: timber, firewood
"""
"""What stands in, with the attributes that bring it nearer: the words it is told for."""
