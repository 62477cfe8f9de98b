"""Animals: everything with a gait, wings or fins of its own."""

# ruff: noqa: E501 (tables read better one entry a line)
from __future__ import annotations

EXACT = """
dog: puppy (small), hound, poodle, labrador, golden retriever, retriever, terrier, bulldog, dalmatian (spotted), doggy, pup, collie, beagle, corgi, husky, dachshund, german shepherd, chihuahua, greyhound, sheepdog, spaniel, pug, mutt
cat: kitten (small), kitty, tabby, tomcat, siamese cat, housecat
horse: pony (small), stallion, mare, foal (small), mustang
bird: sparrow, robin, pigeon, dove, songbird, blackbird, finch, canary, parakeet, bluebird, starling, swallow, magpie
cow: bull, calf (small), ox, cattle
"""
"""The very thing: the canonical name, and other words for it."""

NEAR = """
striped horse: zebra
brown horse: camel, donkey, mule, deer, moose, elk, reindeer, antelope, llama, stag
tall horse: giraffe
white horse: unicorn
gray dog: wolf
orange dog: fox, coyote
small dog: pig, piglet, raccoon, badger, otter, beaver, rabbit, bunny, hare, hedgehog
white dog: sheep, lamb, goat, polar bear
brown cow: buffalo, bison, yak
big gray cow: elephant, rhino, rhinoceros, hippo, hippopotamus
big brown dog: bear, grizzly
orange striped cat: tiger
big yellow cat: lion, cheetah, leopard, lynx, puma, cougar, lioness
black cat: panther
small gray cat: mouse, rat, squirrel, hamster, mice
large brown bird: eagle, hawk, falcon, vulture, buzzard
black bird: crow, raven, penguin
white bird: seagull, gull, goose, swan, stork, duck, geese, albatross
brown bird: owl, chicken, hen, rooster, turkey
green bird: parrot
pink bird: flamingo
blue bird: peacock
"""
"""What stands in, with the attributes that bring it nearer: the words it is told for."""
