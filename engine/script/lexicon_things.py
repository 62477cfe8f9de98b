"""Nouns: what the world can build, other words for the same, and near things that stand in.

Each line is ``canonical: word, word``.  In ``_NEAR`` the stand-in may carry attributes
(``striped horse``); its words are reported as substituted.
"""

# ruff: noqa: E501 (tables read better one entry a line)
from __future__ import annotations

from functools import cache

THINGS: frozenset[str] = frozenset(
    word.strip()
    for word in """
    ball, basketball, football, tennis ball, bowling ball, box, crate, sphere, cube, cylinder,
    barrel, bottle, glass, cup, mug, vase, plate, bowl, book, apple, orange, hammer, coin, table,
    chair, sofa, bed, lamp, shelf, desk, door, car, bus, bicycle, tree, bush, flower, rock, house,
    building, street lamp, bench, fence, hoop, goal, bowling pin, domino, ramp, balloon, umbrella,
    bucket, phone, television, clock, robot, man, woman, boy, girl, old man, old woman, person,
    armchair, baseball, bat, beach ball, bin, boat, brick, cactus, campfire, candle, coffee table,
    cone, cupboard, fir, fountain, golf ball, hat, hedge, hydrant, key, laptop, log, mailbox,
    marble, mushroom, palm, pan, plank, police car, pot plant, present, racket, ring, round table,
    sign, skateboard, snowman, stool, stump, taxi, teapot, teddy bear, tent, topiary, tower,
    townhouse, traffic cone, traffic light, van, wall, wine glass,
    dog, cat, horse, bird, cow
    """.split(",")
)
"""Every canonical name, as ``Subject.name`` holds it."""

PEOPLE = frozenset({"man", "woman", "boy", "girl", "old man", "old woman", "person"})
ANIMALS = frozenset({"dog", "cat", "horse", "bird", "cow"})
VEHICLES = frozenset({"car", "bus", "bicycle", "taxi", "police car", "van", "boat"})
MALE = frozenset({"man", "boy", "old man"})
FEMALE = frozenset({"woman", "girl", "old woman"})

_SAME = """
ball: toy ball, rubber ball, bouncy ball, volleyball, snooker ball, billiard ball, pool ball, cricket ball, ping pong ball, ping-pong ball
football: soccer ball, soccerball, soccer football
tennis ball: tennisball
box: cardboard box, package, parcel, carton, packet, cereal box, toolbox, shoebox, delivery box
crate: wooden crate, packing crate, milk crate
sphere: orb, globe, sphere shape
cube: block, wooden block, dice, toy block, building block, ice cube, rubiks cube
cylinder: tube, pipe, pillar, column, can, tin can, soda can, beer can, tin
barrel: keg, drum, oil drum, cask
bottle: wine bottle, beer bottle, water bottle, milk bottle, flask, glass bottle
glass: drinking glass, tumbler, water glass, glass of water, glass of milk
cup: teacup, coffee cup, tea cup, paper cup, cup of coffee, cup of tea
mug: coffee mug, beer mug, mug of coffee
vase: flower vase, urn, glass vase, vase of flowers
plate: dish, saucer, dinner plate
bowl: soup bowl, salad bowl, basin, bowl of fruit, fruit bowl
book: novel, notebook, diary, textbook, dictionary, bible, journal, storybook
apple: red apple, green apple
orange: tangerine, mandarin, clementine
hammer: mallet, sledgehammer
coin: penny, quarter, euro, medal
table: dining table, kitchen table, kitchen counter, workbench, dinner table, countertop, counter, picnic table, tabletop, wooden table
chair: seat, rocking chair, wooden chair, office chair
sofa: couch, settee, loveseat
bed: mattress, bunk bed, cot
lamp: table lamp, desk lamp, floor lamp, bedside lamp, light bulb
shelf: bookshelf, bookcase, shelves, rack
desk: writing desk, office desk
door: doorway, front door, wooden door
car: automobile, sedan, sports car, race car, racecar, racing car, toy car, convertible, hatchback, vehicle, limousine, coupe, motorcar, minicooper
bus: school bus, coach, double decker, double-decker bus, minibus
bicycle: bike, cycle, push bike, mountain bike
tree: oak, oak tree, apple tree, maple, birch, willow, cherry tree
bush: shrub
flower: rose, tulip, daisy, sunflower, lily, daffodil, poppy, blossom
rock: stone, boulder, pebble, cobble
house: cottage, cabin, farmhouse, home, bungalow, villa, hut, shed, mansion
building: skyscraper, tower block, apartment building, office building, apartment block, high rise, high-rise, block of flats, warehouse, school building
street lamp: streetlamp, streetlight, street light, lamppost, lamp post, light post
bench: park bench, wooden bench
fence: picket fence, railing, wooden fence
hoop: basketball hoop, basketball net, backboard, basket hoop, basketball basket
goal: soccer goal, football goal, goalpost, goal post, goalposts
bowling pin: pin, ninepin, tenpin, skittle
domino: domino tile, domino brick
ramp: slope, incline, inclined plane, skate ramp, wooden ramp
balloon: party balloon, helium balloon, birthday balloon
umbrella: parasol, brolly
bucket: pail
phone: telephone, cell phone, cellphone, mobile phone, smartphone, mobile, iphone, rotary phone, landline
television: tv, tv set, television set, telly, flat screen
clock: wall clock, alarm clock, wristwatch, pocket watch, grandfather clock, timepiece
robot: android, humanoid robot, droid, automaton, cyborg
man: guy, gentleman, bloke, dude, fellow, businessman, policeman, fireman, cowboy, waiter, salesman, father, dad, daddy, husband, brother, uncle, chap, mailman, postman, fisherman, monk, priest, groom, actor, king, nephew, milkman, male, barman, handyman, butler, detective, boyfriend, sailor, soldier, son in law, stuntman, sheriff, emperor, duke, craftsman, adult man, young man
woman: lady, mother, mom, mum, mommy, wife, aunt, businesswoman, policewoman, waitress, actress, bride, nun, queen, female, housewife, ballerina, young woman, girlfriend, saleswoman, nanny, maid, widow, empress, duchess, geisha, hostess, stewardess
boy: son, schoolboy, little boy, lad, young boy, brother boy, teenage boy, prince, grandson, toddler boy
girl: daughter, schoolgirl, little girl, lass, sister, young girl, teenage girl, princess, granddaughter, niece
old man: grandfather, grandpa, granddad, grandad, old guy, elderly man, old gentleman, old fisherman, old king, elderly gentleman, old farmer, old sailor
old woman: grandmother, grandma, granny, nana, old lady, elderly woman, elderly lady
person: human, someone, somebody, figure, player, driver, passenger, worker, pedestrian, stranger, friend, teacher, student, doctor, nurse, farmer, chef, cook, baker, artist, painter, musician, singer, dancer, guitarist, pianist, runner, jogger, walker, cyclist, biker, rider, hiker, tourist, traveler, traveller, customer, shopper, clerk, cashier, boss, employee, colleague, officer, cop, firefighter, astronaut, pilot, scientist, engineer, mechanic, builder, carpenter, gardener, goalkeeper, goalie, footballer, basketball player, soccer player, football player, tennis player, athlete, coach person, referee, skater, skateboarder, snowboarder, skier, climber, diver, boxer, wrestler, fighter, drummer, violinist, conductor, dj, owner, leader, surfer, swimmer, neighbor, neighbour, speaker, reporter, journalist, photographer, cameraman, journeyman, police officer, guard, security guard, thief, burglar, robber, villain, hero, heroine, character, protagonist, adult, teenager, teen, youth, guest, host, visitor, lover, parent, cousin, spouse, partner, twin, bartender, barista, librarian, lawyer, judge, programmer, magician, clown, juggler, acrobat, gymnast, wizard, witch, knight, pirate, ninja, samurai, zombie, vampire, ghost, elf, commuter, bystander, onlooker, newscaster, anchor, individual, one person, pedestrians, inspector, golfer, gambler, barber, courier, miner, sniper, busker, beggar, butcher, sculptor, nomad, camper, lifeguard, mime, cellist, flutist, hacker, ranger, bouncer, welder, blacksmith, cobbler, tailor, potter, weaver, lumberjack, rower, sprinter, fencer, archer, shopkeeper, beekeeper, zookeeper, vendor, merchant, peasant, preacher, prisoner, usher, valet, chauffeur, trucker, gladiator, viking, shepherd, surgeon, paramedic, monarch, crook, outlaw, gangster, rapper, rockstar, vlogger, model, refugee, spy, agent, patient, dentist, plumber, electrician, janitor, hunter, warrior, explorer, speaker person, bowler, batter, pitcher, striker, defender, winner, loser, teammate, opponent, roommate, classmate, coworker, co-worker, companion, buddy, kid, child, children, toddler, baby, infant, sibling, orphan, pupil
dog: puppy, hound, poodle, labrador, golden retriever, retriever, terrier, bulldog, dalmatian, doggy, pup, collie, beagle, corgi, husky, dachshund, german shepherd, chihuahua, greyhound, sheepdog, spaniel, pug, mutt
cat: kitten, kitty, tabby, tomcat, siamese cat, housecat
horse: pony, stallion, mare, foal, mustang
bird: sparrow, robin, pigeon, dove, songbird, blackbird, finch, canary, parakeet, bluebird, starling, swallow, magpie
cow: bull, calf, ox, cattle
armchair: easy chair, recliner
baseball: softball
bat: baseball bat, wooden bat, cricket bat
beach ball: inflatable ball
bin: trash can, garbage can, dustbin, wastebasket, trash bin, rubbish bin, litter bin, trashcan, garbage bin, waste bin, recycling bin
boat: rowboat, rowing boat, sailboat, sailing boat, fishing boat, dinghy, canoe, motorboat, speedboat
brick: paving brick, house brick
cactus: cacti, saguaro
campfire: camp fire, bonfire, fire pit
candle: tea light, birthday candle
coffee table: side table
cone: ice cream cone
cupboard: cabinet, sideboard, kitchen cabinet, kitchen cupboard, filing cabinet
fir: fir tree, pine, pine tree, christmas tree, spruce, conifer
fountain: water fountain
golf ball: golfball
hat: top hat, straw hat, cowboy hat, bowler hat, sun hat, party hat
hedge: hedgerow
hydrant: fire hydrant
key: door key, car key, house key
laptop: notebook computer, laptop computer
log: tree trunk, fallen tree
mailbox: letterbox, letter box, postbox, post box
marble: cat's eye marble
mushroom: toadstool
palm: palm tree, coconut tree, coconut palm
pan: frying pan, saucepan, skillet, wok, cooking pan
plank: board of wood, floorboard
police car: patrol car, squad car, cop car, police cruiser
pot plant: potted plant, houseplant, house plant, plant pot, flowerpot, flower pot, plant
present: gift, gift box, birthday present, christmas present, wrapped box
racket: tennis racket, racquet, tennis racquet, badminton racket
ring: wedding ring, engagement ring
round table: circular table
sign: road sign, street sign, stop sign, signpost, signboard
skateboard: longboard
snowman: snow man
stool: barstool, bar stool, footstool, three-legged stool
stump: tree stump
taxi: cab, taxicab, taxi cab
teapot: tea pot
teddy bear: teddy, plush bear, stuffed bear
tent: camping tent
topiary: topiary bush
tower: church tower, clock tower, watchtower, bell tower
townhouse: town house, row house, terraced house, brownstone
traffic cone: safety cone, orange cone
traffic light: stoplight, stop light, traffic signal
van: delivery van, camper van, minivan
wall: brick wall, garden wall
wine glass: wineglass, champagne glass, champagne flute, goblet, glass of wine, glass of champagne, glass of red wine, glass of white wine
"""

_NEAR = """
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
big car: suv, truck, lorry, pickup, pickup truck, jeep, delivery truck, fire truck, fire engine, tractor, tank, bulldozer
bus: locomotive, steam train, steam locomotive, tram, trolley, motorhome, rv, streetcar, train, train car
bicycle: motorcycle, motorbike, scooter, moped, tricycle, unicycle
red ball: tomato, cherry, strawberry
apple: peach, pear, plum, fruit, mango
orange: grapefruit, peach fruit
yellow ball: lemon, melon, grape
orange ball: pumpkin
box: suitcase, briefcase, chest, trunk, treasure chest, safe, radio, toaster, microwave, oven, stove, bag, backpack, basket, handbag, purse, envelope, cardboard, luggage, bookcase box, speaker box, vending machine, washing machine
tall white box: fridge, refrigerator, freezer
tall brown box: drawer
book: newspaper, magazine, letter, map, tablet, menu, paper, sheet of paper
television: computer, monitor, screen, computer screen
bottle: jar, jug, pitcher jug, thermos, carafe, can of paint
bowl: sink, helmet
plate: frisbee, discus, disc, disk, tray, pizza, pancake, record, lid, pie, cake
hammer: axe, ax, wrench, tool, screwdriver, stick, sword, golf club
lamp: lantern, flashlight, torch, chandelier
coin: button, jewel, diamond, badge, token
bush: fern, weeds, ivy
building: hotel, motel, diner, hospital, church, temple, castle, palace, cathedral, factory, museum, library building, barn, school, shop, store, bank, supermarket, restaurant, windmill, bus stop, gas station, courthouse, station building
house: garage, treehouse, igloo, doghouse, stable
robot: alien, monster, mannequin, statue, sculpture, mech, scarecrow
ball: wheel, tire, tyre, planet, moon ball, bomb, cannonball, puck, egg, coconut, onion, potato, meteor, yarn
person: angel, fairy, dwarf
fence: gate, barrier, guardrail
cylinder: pole, post, chimney, telescope
sofa: hammock
bed: crib, cradle, stretcher
balloon: hot air balloon, kite, blimp
white van: ambulance
big boat: ship, yacht, ferry, tanker
hat: cap, fedora, sombrero, crown
metal teapot: kettle
pan: pot
tall cupboard: wardrobe, closet, dresser
tall white tower: lighthouse
traffic cone: pylon
tall sign: billboard
plank: surfboard, paddle, oar
teddy bear: plush toy, stuffed animal, plush rabbit, doll, toy rabbit
white ball: snowball
small palm: banana plant
candle: candlestick, candelabra
small stool: ottoman, pouf
key: keycard
log: timber, firewood
bin: dumpster
glass: beaker, test tube
"""

_CHILDREN = frozenset({"kid", "child", "toddler", "baby", "infant", "children", "pupil", "orphan"})

COLLECTIVES: dict[str, int] = {
    "pair": 2, "couple": 2, "duo": 2, "trio": 3, "dozen": 12, "stack": 4, "pile": 4, "heap": 4,
    "row": 4, "line": 4, "group": 4, "bunch": 4, "crowd": 6, "pack": 4, "herd": 4, "flock": 5,
    "tower": 4, "pyramid": 6, "set": 3, "lot": 6, "lots": 6, "team": 4, "cluster": 4, "handful": 3,
    "rack": 10, "number": 3, "family": 4, "gang": 4, "swarm": 6, "collection": 4, "series": 4,
    "mound": 4, "bouquet": 5, "chain": 6, "column": 4, "circle": 5, "ring": 5, "queue": 4, "army": 6,
    "train": 7, "string": 5,
}  # fmt: skip
"""``a stack of boxes``: how many that is when no number is given."""

ARRANGED: dict[str, str] = dict.fromkeys(
    ("stack", "pile", "heap", "tower", "pyramid", "column", "mound"), "stacked"
) | dict.fromkeys(("row", "line", "queue", "chain", "train"), "in a row")
"""How the members of a collective stand to each other, as an attribute."""

ROW_OF_DOMINOES = 7

ALONE_COLLECTIVES: dict[str, tuple[str, int]] = {
    "crowd": ("person", 6), "group": ("person", 4), "family": ("person", 4),
    "team": ("person", 4), "people": ("person", 3), "audience": ("person", 6),
    "couple": ("person", 2), "folks": ("person", 3), "herd": ("cow", 4), "flock": ("bird", 5),
    "traffic": ("car", 3), "police": ("person", 2), "everyone": ("person", 3),
    "everybody": ("person", 3), "twins": ("person", 2), "cattle": ("cow", 3),
    "crew": ("person", 4), "band": ("person", 4), "duo": ("person", 2), "trio": ("person", 3),
    "parents": ("person", 2), "passersby": ("person", 3), "pack": ("dog", 4),
}  # fmt: skip
"""Words for several that need no ``of``."""

FIXTURES: frozenset[str] = frozenset(
    """tile tiles shade floor ground wall ceiling window sky sun moon stars star cloud clouds grass road pavement
    sidewalk horizon roof corner edge top bottom side middle center centre front back foreground
    background water puddle air distance lawn stairs staircase windowsill shore surface path rug
    carpet curb lane crossing earth sand snow dirt mud concrete asphalt screen frame
    shadow shadows light lights sunlight moonlight lamplight face head hand hands foot feet leg
    legs arm arms eyes eye mouth hair body shoulder shoulders finger fingers back knee knees lap
    left right neck nose ear ears cheek smile tail paw paws rim net wind rain breeze fire
    wave waves mist fog smoke place spot way direction end start lid handle
    track rails drizzle darkness puddles leaves leaf
    branch branches petals time moment step steps second seconds minute minutes row
    board height meter metre mile inch speed""".split()
)
"""Part of every place or body; understood, yet not things of their own."""


def _lines(text: str) -> list[tuple[str, list[str]]]:
    pairs = []
    for line in text.strip().splitlines():
        name, _, words = line.partition(":")
        pairs.append((name.strip(), [word.strip() for word in words.split(",")]))
    return pairs


@cache
def exact_things() -> dict[str, str]:
    """Word -> canonical name, for words that mean the very thing."""
    table = {name: name for name in THINGS}
    for name, words in _lines(_SAME):
        for word in words:
            table.setdefault(word, name)
    return table


@cache
def near_things() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Word -> (canonical name, attributes) of what stands in for it."""
    table: dict[str, tuple[str, tuple[str, ...]]] = {}
    for stand_in, words in _lines(_NEAR):
        parts = stand_in.split()
        first = next(at for at in range(len(parts)) if " ".join(parts[at:]) in THINGS)
        for word in words:
            table.setdefault(word, (" ".join(parts[first:]), tuple(parts[:first])))
    return table


@cache
def implied_attributes() -> dict[str, tuple[str, ...]]:
    """What a word says beside its canonical name: a taxi is yellow, a brick is one of bricks."""
    attributes: dict[str, tuple[str, ...]] = dict.fromkeys(_CHILDREN, ("young",))
    attributes |= {
        "rubber ball": ("rubber",), "bouncy ball": ("rubber",),
        "ping pong ball": ("small", "white"), "softball": ("big",),
        "volleyball": ("white",), "school bus": ("yellow",), "toy car": ("small",),
        "sports car": ("red",), "puppy": ("small",), "kitten": ("small",), "pony": ("small",),
        "calf": ("small",), "foal": ("small",), "skyscraper": ("tall",), "pebble": ("small",),
        "boulder": ("big",), "can": ("small", "metal"),
        "tin can": ("small", "metal"), "soda can": ("small", "metal"),
        "wooden block": ("wooden",), "cardboard box": ("cardboard",),
        "wooden crate": ("wooden",), "glass vase": ("glass",), "glass bottle": ("glass",),
        "wooden table": ("wooden",), "wooden chair": ("wooden",), "wooden door": ("wooden",),
        "wooden bench": ("wooden",), "wooden fence": ("wooden",), "wooden ramp": ("wooden",),
        "little boy": ("little",), "little girl": ("little",),
        "red apple": ("red",), "green apple": ("green",), "oil drum": ("metal",),
        "brick wall": ("brick",), "wooden bat": ("wooden",),
        "paper cup": ("paper",), "dalmatian": ("spotted",),
    }  # fmt: skip
    return attributes
