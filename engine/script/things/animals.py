"""Animals: everything with a gait, wings or fins of its own."""

# ruff: noqa: E501 (tables read better one entry a line)
from __future__ import annotations

EXACT = """
dog: puppy (small), hound, poodle, labrador, golden retriever, retriever, terrier, bulldog, dalmatian (spotted), doggy, pup, collie, beagle, corgi, husky, dachshund, german shepherd, chihuahua, greyhound, sheepdog, spaniel, pug, mutt
cat: kitten (small), kitty, tabby, tomcat, siamese cat, housecat
horse: pony (small), stallion, mare, foal (small), mustang
bird: sparrow (brown), robin (brown), songbird, blackbird (black), finch, canary (yellow), bluebird (blue), starling (black), swallow, wren (brown small), bluejay (blue), cardinal (red), chick (small yellow), nightingale (brown)
crow: raven (big), rook bird, jackdaw, magpie
pigeon: dove (white)
seagull: gull, albatross (big), tern
eagle: bald eagle, golden eagle (brown)
hawk: falcon, kestrel, kite bird, buzzard, osprey
vulture: condor
owl: barn owl, owlet (small)
parrot: macaw, cockatoo (white), parakeet (small green), budgie (small green), lovebird (small green)
chicken: hen
rooster: cock, cockerel
turkey
duck: mallard, duckling (small yellow), drake
goose: geese, gosling (small yellow)
swan: cygnet (small gray)
penguin
ostrich: emu (brown)
flamingo
stork: heron (gray), crane bird, egret (white)
peacock: peafowl, peahen (brown folded)
toucan
pelican
cow: bull, calf (small), ox, cattle
zebra
donkey: mule, burro
sheep: lamb (small), ewe, ram
goat: kid goat (small), billy goat
pig: piglet (small), hog, sow, boar
deer: stag, doe, fawn (small), reindeer, elk, moose (big), antelope, gazelle
camel: dromedary
giraffe
elephant: mammoth
rhino: rhinoceros
lion: lioness
tiger
leopard: cheetah, jaguar
bear: grizzly, brown bear, black bear (black), bear cub (small)
polar bear
panda: panda bear
wolf
fox: vixen
rabbit: bunny, hare
squirrel: chipmunk
mouse: rat (big), mice
hedgehog: porcupine (big)
monkey: chimp, chimpanzee, ape
crocodile: alligator
turtle: tortoise
frog: toad
fish: trout, carp, tuna, bass, cod, herring, perch
goldfish: koi (big)
clownfish: nemo
blue tang
salmon
shark: great white shark, hammerhead
dolphin: porpoise, bottlenose dolphin
orca: killer whale
whale: humpback whale, blue whale (blue), sperm whale
snake: python (big), viper, rattlesnake (brown), adder, boa (big), anaconda (big green), serpent
cobra
worm: earthworm
caterpillar
snail
slug
spider: tarantula (big), arachnid
ant
beetle: cockroach (brown), scarab, bug
ladybug: ladybird
crab: lobster (big red)
scorpion
butterfly
moth
bee: bumblebee (big), honeybee
wasp: hornet (big)
dragonfly: damselfly
housefly: mosquito (small), gnat (tiny)
"""
"""The very thing: the canonical name, and other words for it."""

NEAR = """
brown horse: llama, alpaca
white horse: unicorn
gray dog: hyena, jackal, coyote
small brown bear: beaver, otter, badger, raccoon, skunk, wombat, koala
brown cow: buffalo, bison, yak
big gray pig: hippo, hippopotamus, tapir
brown lion: cougar, puma
black leopard: panther
small mouse: hamster, gerbil, guinea pig
big brown monkey: gorilla, orangutan, baboon
gray leopard: lynx, bobcat, snow leopard
small green crocodile: lizard, iguana, gecko, chameleon
big green crocodile: dinosaur
small brown bird: quail, partridge, pheasant, woodpecker, kingfisher, hummingbird, cuckoo
"""
"""What stands in, with the attributes that bring it nearer: the words it is told for."""
