"""Things in the hand, in pockets and on shelves: books, toys, tools, instruments."""

# ruff: noqa: E501 (tables read better one entry a line)
from __future__ import annotations

EXACT = """
book: novel, notebook, diary, textbook, dictionary, bible, journal, storybook
phone: telephone, cell phone, cellphone, mobile phone, smartphone, mobile, iphone, rotary phone, landline
laptop: notebook computer, laptop computer
television: tv, tv set, television set, telly, flat screen
clock: wall clock, alarm clock, wristwatch, pocket watch, grandfather clock, timepiece
candle: tea light, birthday candle
umbrella: parasol, brolly
hat: top hat, straw hat, cowboy hat, bowler hat, sun hat, party hat
key: door key, car key, house key
coin: penny, quarter, euro, medal
hammer: mallet, sledgehammer
teddy bear: teddy, plush bear, stuffed bear
robot: android, humanoid robot, droid, automaton, cyborg
balloon: party balloon, helium balloon, birthday balloon
present: gift, gift box, birthday present, christmas present, wrapped box
flag: banner, national flag, pennant, flagpole, flag pole, flag on a pole, flag on a flagpole
curtain: curtains, drapes, window curtain, window curtains, net curtain
clothesline: clothes line, washing line, laundry line, laundry on a line, washing on a line, laundry, drying laundry
sail: sails, mainsail, mast
bathtub: bath tub, bath, tub
toilet: lavatory, loo
sink: washbasin, wash basin, bathroom sink, kitchen sink
mirror: looking glass
painting: framed picture, oil painting, picture frame
rug: carpet runner, persian rug
fireplace: hearth
chandelier
pillow: cushion
blanket: quilt, duvet, stack of blankets
candlestick: candle stick, candelabra
piano stool: piano bench
washing machine: washer, tumble dryer
vacuum cleaner: vacuum, hoover
radio: transistor radio
polaroid: photo camera, film camera, old camera, vintage camera, polaroid camera
suitcase: luggage, briefcase, travel case
backpack: rucksack, school bag, knapsack
handbag: purse, bag
piggy bank: money box
flashlight: electric torch
eyeglasses: spectacles, sunglasses, pair of glasses, reading glasses
"""
"""The very thing: the canonical name, and other words for it."""

NEAR = """
book: newspaper, magazine, letter, map, tablet, menu, paper, sheet of paper
television: computer, monitor, screen, computer screen
hammer: tool, stick, golf club
coin: button, jewel, diamond, badge, token
robot: alien, monster, mannequin, statue, sculpture, mech, scarecrow
balloon: blimp
hat: cap, fedora, sombrero, crown
teddy bear: plush toy, stuffed animal, plush rabbit, toy rabbit
key: keycard
"""
"""What stands in, with the attributes that bring it nearer: the words it is told for."""
