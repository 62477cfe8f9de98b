"""Kitchen, tableware and food."""

# ruff: noqa: E501 (tables read better one entry a line)
from __future__ import annotations

EXACT = """
glass: drinking glass, tumbler, water glass, glass of water, glass of milk
wine glass: wineglass, champagne glass, champagne flute, goblet, glass of wine, glass of champagne, glass of red wine, glass of white wine
cup: teacup, coffee cup, tea cup, paper cup (paper), cup of coffee, cup of tea
mug: coffee mug, beer mug, mug of coffee
bowl: soup bowl, salad bowl, basin, bowl of fruit, fruit bowl
plate: dish, saucer, dinner plate
bottle: wine bottle, beer bottle, water bottle, milk bottle, flask, glass bottle (glass)
vase: flower vase, urn, glass vase (glass), vase of flowers
teapot: tea pot
bucket: pail
pan: frying pan, skillet, wok, cooking pan
apple: red apple (red), green apple (green)
orange: tangerine, mandarin, clementine
kettle: tea kettle, teakettle, whistling kettle
toaster
fridge: refrigerator, freezer, icebox
oven: stove, cooker, range cooker
microwave: microwave oven
blender: mixer, food processor, food mixer
coffee machine: coffee maker, espresso machine, coffeemaker
fork: dinner fork
spoon: teaspoon, tablespoon, soup spoon, wooden spoon (wooden)
knife: kitchen knife, chef's knife, bread knife, butcher knife
cutting board: chopping board, breadboard
tray: serving tray, wooden tray (wooden)
basket: wicker basket, picnic basket, fruit basket
jar: jam jar, jar of jam, honey jar, cookie jar, mason jar
jug: water jug, pitcher jug, carafe, jug of water, pitcher of water
can: tin can, soda can, beer can, tin, coke can, can of soda
pot: cooking pot, saucepot, stockpot, saucepan
rolling pin
"""
"""The very thing: the canonical name, and other words for it."""

NEAR = """
apple: peach, plum, fruit, mango
orange: grapefruit, peach fruit
bottle: thermos, can of paint
bowl: helmet
plate: disc, disk, pancake, record, lid, pie
glass: beaker, test tube
"""
"""What stands in, with the attributes that bring it nearer: the words it is told for."""
