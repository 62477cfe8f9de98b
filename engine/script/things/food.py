"""Food."""

from __future__ import annotations

EXACT = """
bread: loaf, loaf of bread, bread loaf, baguette
cake: birthday cake, layer cake, wedding cake, gateau, chocolate cake
pizza: pepperoni pizza
egg: chicken egg, hard-boiled egg, boiled egg, easter egg
banana
cheese: wedge of cheese, piece of cheese, block of cheese
carrot
watermelon: slice of watermelon
pumpkin: halloween pumpkin
hamburger: burger, cheeseburger
sandwich: sub sandwich, toastie
ice cream: ice cream cone, ice-cream, gelato, ice cream scoop
donut: doughnut
tomato
lemon
pear
strawberry
"""
"""The very thing: the canonical name, and other words for it."""

NEAR = """
"""
"""What stands in, with the attributes that bring it nearer: the words it is told for."""
