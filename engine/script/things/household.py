"""Things in the hand, in pockets and on shelves: books, toys, tools, instruments."""

# ruff: noqa: E501 (tables read better one entry a line)
from __future__ import annotations

EXACT = """
book: novel, notebook, diary, textbook, dictionary, bible, journal, storybook
phone: telephone, cell phone, cellphone, mobile phone, smartphone, mobile, iphone, rotary phone, landline
laptop: notebook computer, laptop computer, laptop keyboard
television: tv, tv set, television set, telly, flat screen
clock: wall clock, alarm clock, wristwatch, pocket watch, grandfather clock, timepiece
candle: tea light, birthday candle
umbrella: parasol, brolly
hat: top hat, straw hat, cowboy hat, bowler hat, sun hat, party hat
key: door key, car key, house key
coin: penny, quarter, euro, medal
hammer: mallet, sledgehammer
teddy bear: teddy, plush bear, stuffed bear
robot: droid, automaton, toy robot, tin robot
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
window: casement, glass window, picture window, shop window, bay window
pane of glass: glass pane, window pane, windowpane, pane, sheet of glass, plate glass
stairs: staircase, stairway, flight of stairs, wooden stairs, steps
chalkboard: blackboard, chalk board, whiteboard
aquarium: fish tank, fishtank
cage: birdcage, bird cage
coffin: casket
hourglass: sand glass, sandglass, egg timer, sand timer
crown: tiara, diadem, royal crown, golden crown
diamond: gem, gemstone, jewel, ruby, emerald gem, sapphire, cut diamond, brilliant
statue: sculpture, stone figure, marble figure, monument
computer: desktop computer, pc, desktop pc, personal computer
monitor: computer screen, computer monitor
keyboard: computer keyboard
globe: globe of the world, terrestrial globe, desk globe
"""
"""The very thing: the canonical name, and other words for it."""

NEAR = """
book: newspaper, magazine, letter, map, tablet, menu, paper, sheet of paper
television: screen
hammer: tool, stick, golf club
coin: button, badge, token
robot: alien, monster, mannequin, mech, scarecrow
balloon: blimp
hat: cap, fedora, sombrero
teddy bear: plush toy, stuffed animal, plush rabbit, toy rabbit
key: keycard
"""
"""What stands in, with the attributes that bring it nearer: the words it is told for."""
