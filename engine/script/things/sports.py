"""Balls, gear of sports and games."""

# ruff: noqa: E501 (tables read better one entry a line)
from __future__ import annotations

EXACT = """
ball: toy ball, rubber ball (rubber), bouncy ball (rubber), volleyball (white), snooker ball, billiard ball, pool ball, cricket ball, ping pong ball (small white), ping-pong ball
basketball
football: soccer ball, soccerball, soccer football
tennis ball: tennisball
baseball: softball (big)
golf ball: golfball
bowling ball
beach ball: inflatable ball
hoop: basketball hoop, basketball net, backboard, basket hoop, basketball basket
goal: soccer goal, football goal, goalpost, goal post, goalposts
bowling pin: pin, ninepin, tenpin, skittle
bat: baseball bat, wooden bat (wooden), cricket bat
racket: tennis racket, racquet, tennis racquet, badminton racket
skateboard: longboard
marble: cat's eye marble
domino: domino tile, domino brick
"""
"""The very thing: the canonical name, and other words for it."""

NEAR = """
red ball: cherry
yellow ball: melon, grape
ball: wheel, tire, tyre, planet, moon ball, bomb, cannonball, puck, coconut, onion, potato, meteor, yarn
white ball: snowball
"""
"""What stands in, with the attributes that bring it nearer: the words it is told for."""
