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
iceberg: floe, ice floe, berg
leaf: autumn leaf, maple leaf, fallen leaf, dry leaf, dead leaf
pine cone: pinecone, fir cone
skull: human skull
bone: dinosaur bone, dog bone
seashell: sea shell, shell, scallop, clam, conch
hay bale: bale of hay, hay, haystack, bale, straw bale, bale of straw, round bale
planet: saturn, ringed planet, gas giant
star: gold star, golden star, star ornament
cloud: fluffy cloud, little cloud
volcano
gravestone: tombstone, headstone, grave
rubble: heap of stones, pile of rocks, pile of stones, heap of rubble, debris
"""
"""The very thing: the canonical name, and other words for it."""

NEAR = """
bush: fern, weeds, ivy
small palm: banana plant
log: timber, firewood
"""
"""What stands in, with the attributes that bring it nearer: the words it is told for."""
