"""Toys, the playground, prizes, and what legends are full of."""

from __future__ import annotations

EXACT = """
slide: playground slide
carousel: merry-go-round, merry go round
trampoline
kite
dice: pair of dice
chess piece: chess king, chessman, king piece, pawn
playing card: card, ace of hearts
doll: rag doll, puppet
rubber duck: rubber ducky, toy duck, bath duck
frisbee: flying disc, discus
surfboard: surf board
skis: pair of skis, ski
dumbbell: barbell, weights
boxing glove: boxing gloves
trophy: gold cup, winner's cup
lantern: oil lamp, hurricane lamp
torch: burning torch, flaming torch
sword: sabre, saber, blade
shield: knight's shield
treasure chest: chest, pirate chest, treasure
cannon
"""
"""The very thing: the canonical name, and other words for it."""

NEAR = """
"""
"""What stands in, with the attributes that bring it nearer: the words it is told for."""
