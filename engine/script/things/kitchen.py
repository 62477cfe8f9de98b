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
pan: frying pan, saucepan, skillet, wok, cooking pan
apple: red apple (red), green apple (green)
orange: tangerine, mandarin, clementine
"""
"""The very thing: the canonical name, and other words for it."""

NEAR = """
apple: peach, pear, plum, fruit, mango
orange: grapefruit, peach fruit
bottle: jar, jug, pitcher jug, thermos, carafe, can of paint
bowl: sink, helmet
plate: frisbee, discus, disc, disk, tray, pizza, pancake, record, lid, pie, cake
metal teapot: kettle
pan: pot
glass: beaker, test tube
"""
"""What stands in, with the attributes that bring it nearer: the words it is told for."""
