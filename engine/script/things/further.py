"""What nobody builds yet: the things that stand in, told as such.

A word that gets a line of its own in another family no longer counts here.
"""

# ruff: noqa: E501 (tables read better one entry a line)
from __future__ import annotations

EXACT = ""

NEAR = """
small metal knife: scalpel, razor, dagger, letter opener, chisel, razor blade, penknife, syringe, needle, arrow, dart, sickle, scythe, spear, lance, harpoon, cleaver
plank: staff, walking stick, cane, crutch, baton, wand, magic wand, broomstick, spade handle, javelin, pointer, ruler, drumstick, chopstick, bamboo pole, bamboo, fishing rod, fishing pole, ski pole, flagpole, stick of wood, pool cue, cue, lever, drumsticks, seat board, mast, beam of wood, gangplank, lath, rung
painting: easel, canvas, picture, photograph, photo, portrait, poster, framed picture, framed photograph, framed photo, drawing board, blackboard, chalkboard, whiteboard, map on the wall, tapestry, noticeboard, bulletin board
airplane: paper plane, paper airplane, jet, glider, biplane, fighter jet, drone plane, seaplane, model plane, propeller plane, aeroplane
table: nightstand, bedside table, bar counter, workshop bench, operating table, dresser table, pool table, ping pong table, billiard table, altar, podium, lectern, pulpit, checkout, sewing table, vanity
chair: throne, wheelchair, deck chair, deckchair, beach chair, folding chair, lawn chair, high chair, saddle, pew, car seat, baby seat, stroller, pram, baby carriage, rickshaw
cart: trolley, shopping cart, shopping trolley, carriage, horse carriage, stagecoach, chariot, buggy, baby buggy, golf cart, hand cart, food cart, wagon, rickshaw cart, pushchair, sleigh, gurney
ball: globe of the world, snow globe, crystal ball, pearl, bead, bubble, soap bubble, droplet, dewdrop, raindrop, water drop, drop of water, tear, grape, berry, cherry tomato, bowling bowl, bauble, ornament, pebble ball, glass ball, magic ball, orb of light, comet, asteroid, meteorite, sun ball, ball of yarn, ball of wool, punching ball, wrecking orb, hamster ball, disco ball, dough, pizza dough, piece of dough, lump of clay, clay pot lump, spinning top, yo-yo, acorn, chestnut, walnut
box: parcel of books, cash register, register, jukebox, cage, birdcage, casket, coffin, aquarium, fish tank, locker, matchbox, lunchbox, lunch box, dollhouse, beehive, hive, generator, machine, engine, battery, loudspeaker, amplifier, projector, printer, crib box, gravestone, tombstone, grave, monument, pedestal, statue base, brick of gold, gold bar, typewriter, calculator, control panel, slot machine, vault, cardboard house, house of cards, card house, music box, jewelry box, ballot box, mail, packet of letters, sandcastle, sand castle, pack of cards, deck of cards, sponge, bar of soap, soap, toast, slice of bread, bar of chocolate, chocolate, cigarette pack, cassette, video game, console, game console, remote, remote control
book: note, notepad, notebook page, piece of paper, paper note, ticket, envelope letter, passport, contract, document, postcard, photo album, blueprint, scroll, certificate, card, business card, love letter, invitation, banknote, money, dollar bill, receipt, newspaper page, sketchbook, comic book page, clipboard, folder, treasure map, tarot card, paper bag, recipe, script
hand bell: gong, church bell tower, cymbal, cymbals, triangle bell, wind chime, wind chimes
drum: drum kit, drums, drum set, bongo, tambourine, snare drum
violin: cello, viola, fiddle, double bass, harp, ukulele, banjo, lute
trumpet: saxophone, flute, clarinet, trombone, horn instrument, tuba, bagpipes, harmonica, megaphone, pipe of pan
piano: keyboard instrument, synthesizer, accordion, grand piano, harpsichord
headphones phone: headphones
phone: walkie-talkie, walkie talkie, pager, receiver, intercom, telephone receiver, smart phone, earphones, headphone, headset, gps
windmill: ceiling fan, wind turbine, electric fan, propeller, fan blade, weathervane, waterwheel, water wheel, mill
person: bodyguard, rival, scout, passer-by, passerby, passers-by, mechanic person, accomplice, gang member, contestant, competitor, enemy, ally, soldier person, monk person, marathoner, racer, skydiver, stunt performer, cosmonaut, alien person, mermaid, goblin, troll, orc, giant, ogre, skeleton, mummy, clone, sibling rivals, cleaner, window cleaner, cameraperson, influencer, streamer, gamer, delivery person, deliveryman, postal worker, commentator, cop partner, crewman, crewmate, cheerleader, snorkeler, hitchhiker, homeless person, protester, demonstrator, celebrity, film star, movie star, pop star, rock star, superhero, supervillain, sorcerer, sorceress, crossing guard, trapeze artist, tightrope walker, fortune teller, matador, bullfighter, sumo wrestler, cavewoman, caveman, traveler companion, backpacker, silhouette, shadow figure, hooded figure, mysterious figure, masked figure, buyer, seller, operator, volunteer, apprentice, assistant, attendant, receptionist, babysitter, nursemaid, stagehand, understudy, goalscorer, linesman, umpire, captain, commander, general, admiral, sergeant, lieutenant, corporal, private eye, bounty hunter, assassin, executioner, jester, squire, scribe, herald, oracle, druid, priestess, elder, villager, townsperson, resident, tenant, landlord, stranger in black
dog: goblin dog, wolfhound, rottweiler, pitbull, doberman, hyena, jackal, dingo, anteater, capybara, kangaroo, koala, panda, red panda, sloth, armadillo, lemur, ferret, weasel, mole, skunk, porcupine, opossum, tasmanian devil, boar, wild boar, warthog, tapir, seal, sea lion, walrus, turtle, tortoise, crocodile, alligator, frog, toad, lizard, iguana, gecko, chameleon, dinosaur, t-rex, velociraptor, dragon, snail, crab, scorpion, monkey, chimpanzee, chimp, gorilla, orangutan, ape, baboon, creature, beast, puppy dog, chihuahua puppy, poodle puppy, cub, snake, python, cobra, worm, caterpillar
small cat: kitten cat, jaguar, ocelot, bobcat, mountain lion, meerkat, mongoose, chipmunk, guinea pig, gerbil, chinchilla, shrew
small gray dog: lynx cub
small bird: butterfly, moth, bee, bumblebee, wasp, hornet, housefly, dragonfly, firefly, ladybug, ladybird, beetle, ant, spider, mosquito, insect, bug, hummingbird, kingfisher, woodpecker, wren, bluejay, cardinal, toucan, quail, partridge, pheasant, grasshopper, cockroach, pelican, heron, crane bird, ostrich, emu, puffin, cormorant, duckling, chick, cuckoo
colorful bird: phoenix, macaw, cockatoo
gray boat: whale, shark, dolphin, orca, killer whale, fish, goldfish, koi, salmon, trout, tuna, swordfish, jellyfish, octopus, squid, stingray, manta ray, eel, starfish, clownfish, seahorse, sea turtle, lobster, shrimp
truck: excavator, digger, forklift, cement mixer, garbage truck, dump truck, tow truck, snowplow, combine harvester, harvester, tanker truck, semi, semi truck, 18-wheeler, rv camper, steamroller, crane, magnet crane, construction crane, bulldozer tractor, monster truck
car: hearse, go-kart, go kart, formula one car, dragster, hot rod, roadster, racing car toy, dune buggy, beach buggy, quad bike, quad, atv, spy car, flying car, hovercar, bumper car
train: subway train, freight train, bullet train, high-speed train, steam engine, monorail, rollercoaster, roller coaster, cable car
boat: kayak, raft, gondola, lifeboat, jet ski, paddle boat, pedal boat, life raft, ark, barge, tugboat, trawler, hovercraft, paper boat, toy boat
bicycle: tandem, bmx, bmx bike, penny farthing, exercise bike, treadmill
hot air balloon: parachute, zeppelin, airship, paraglider, hang glider
rocket: missile, firework, firework rocket, space shuttle, torpedo, firecracker, bottle rocket
spaceship: ufo, flying saucer, satellite, space capsule, starship, lunar lander, space probe, mothership, probe
rope: cable, cord, chain, string, thread, wire, hose, garden hose, ribbon, vine, leash, lasso, noose, whip, spaghetti, noodle, noodles, bandage, tape, fuse, jump rope, skipping rope, belt of leather, clothes line, fishing line, coil, extension cord, power line, power cable
blanket: towel, sheet, bedsheet, tablecloth, cloth, rag, napkin, handkerchief, veil, cape of silk, quilt, picnic blanket, mat, yoga mat, sleeping bag, tarp, canvas sheet, fishing net, spiderweb, web, cobweb, cushion cover, bath towel, beach towel, bed sheet, magic carpet, flying carpet, doormat
handbag: punching bag, sack, gunny sack, potato sack, bag of flour, shopping bag, grocery bag, gym bag, plastic bag, sandbag, bag of money, money bag, pouch, wallet, satchel, bag of groceries, bag of chips, toiletry bag, bouquet bag
suitcase: briefcase, attache case, instrument case, guitar case, violin case, luggage case
house: cottage house, gingerbread house, dog house, kennel, chalet, lodge, greenhouse, pagoda, tree house, birdhouse, beach house, beach hut, garage, barn house, mill house, gas station building, gatehouse, cabin in the woods, outhouse, tepee, teepee, yurt, pavilion, gazebo, bus shelter, booth, phone booth, telephone booth, toll booth house, lifeguard tower, sentry box
building: mosque, synagogue, abbey, stadium building, power plant, refinery, mansion building, headquarters, embassy, city hall, town hall, opera house building, parliament, capitol, ruin, arch, archway, gate tower, gateway, roman temple, coliseum, colosseum, aqueduct, rope bridge, drawbridge, suspension bridge, wooden bridge, overpass, dam, silo building, observatory dome, dome, shopping mall
tower: minaret, obelisk, silo, water tower, eiffel tower, big ben, totem pole, totem, radio tower, antenna, spire, steeple, turret, skyscraper tower, sandcastle tower, pillar of stone, stone column, pylon tower, oil rig, derrick
rock: iceberg, boulder rock, cliff face, fossil, skull, bone, shell, seashell, coral, stalagmite, crystal, gemstone, gem, ruby, emerald gem, nugget, coal, lump of coal, charcoal, anthill, mound of earth, ice block, block of ice, snow pile, heap of snow, egg rock, gravel, rubble, debris, tablet of stone, tumbleweed, hay bale, haystack, hay, bale of hay, bale, dinosaur bone, dinosaur egg
log: branch, tree branch, twig, driftwood, stick of firewood, bough, piece of wood, wood, cigar, cigarette, matchstick, torch stick, chalk, piece of chalk, crayon, pencil, pen, marker, quill, straw, lipstick, thermometer, toothpick, cigarette lighter, lighter
flower: bouquet, orchid, lotus, water lily, cherry blossom, dandelion, iris, carnation, lavender, petal, wreath, leaf, autumn leaf, maple leaf, clover, seedling, sapling, sprout, feather, seaweed, reed, reeds, wheat, corn, corn stalk, herb, rose petal, blossoms, wildflower, thistle, moss, grapevine
bush: tumbleweeds, bramble, thorn bush, thorns, undergrowth, cornstalks, vines, bird's nest, lettuce, cabbage, broccoli, salad
bowl: soup, stew, ramen, cereal, bowl of soup, bowl of cereal, nest bowl, porridge, rice bowl, ashtray, cauldron, basin of water, paddling pool, puddle of water, goldfish bowl, fishbowl, fish bowl, bird bath, punch bowl, seashell bowl, ice cream bowl, dog bowl, popcorn, bowl of popcorn, sugar bowl
plate: meal, dinner, breakfast, lunch, steak, pasta, sushi, spaghetti plate, omelette, bacon, fried egg, pancakes, waffle, cookie, cookies, biscuit, coin plate, manhole cover, lid of a pot, shield plate, petri dish, cd, vinyl record, record, vinyl, turntable, dinner plate of food, cracker, tortilla, hubcap, medal of honor, compass, pocket mirror, stopwatch, badge of honor
glass: beer, pint, pint of beer, lemonade, milkshake, whisky, whiskey, tumbler of whisky, cocktail, martini, champagne, glass of beer, vial, potion, hourglass, shot glass, smoothie, cola, soda, lens glass, ice tea, iced tea, vodka
cup: espresso, cappuccino, latte, hot chocolate, cocoa, chalice, goblet cup, paper coffee cup, trophy cup, holy grail, grail, thimble
bottle: perfume, perfume bottle, ketchup, shampoo, medicine, pills, pill bottle, spray can, spray bottle, vial bottle, extinguisher, fire extinguisher, oxygen tank, gas bottle, message in a bottle, sauce, syrup, honey, olive oil, test tube bottle, ink bottle, baby bottle, water gun, salt shaker, pepper mill
pistol drill: pistol
drill: gun, revolver, rifle, shotgun, cannon gun, machine gun, laser gun, hairdryer, hair dryer, crossbow, bow weapon, nail gun, raygun, ray gun, blaster, hairbrush, power drill, chainsaw, screw gun
axe: pickaxe, pick axe, hatchet, tomahawk, battle axe, ice axe, hoe, halberd
hammer: gavel, croquet mallet, wooden mallet, golf stick, hockey stick, polo mallet, mace, club weapon, ladle, spatula, whisk, tongs, crowbar, tool box hammer, stethoscope, banana peel
knife: sickle knife, spearhead, cutter, box cutter, fan blade knife, katana knife, machete
sword: katana, saber, sabre, rapier, lightsaber, foil, longsword, cutlass, laser sword
fork: pitchfork, trident, garden fork
mirror: window pane, glass pane, pane of glass, sheet of glass, windshield, windscreen, icicle, picture window, stained glass, stained glass window
curtain: drapes, drape, red curtain, shower curtain, banner, stage curtain
flag: pennant, banner flag, pirate flag, white flag, kite flag, handkerchief flag, bunting
oven: stove, stovetop, furnace, barbecue, bbq, grill, cooker, hearth
sink: tap, faucet, washbasin, bathroom sink, well, water well, wishing well
bathtub: tub, jacuzzi, hot tub, trough, coffin tub
fence: turnstile, hurdle, barricade, traffic barrier, handrail, banister, balustrade, crash barrier, tennis net, volleyball net, toll barrier, fence gate, portcullis, prison bars, bars, cell bars, balcony railing, boxing ropes, police tape, finish tape
ladder: staircase ladder, rope ladder, stepladder, scaffold, scaffolding, fire escape, climbing frame, monkey bars, jungle gym, trellis, bookcase ladder
lamp: floodlight, stage light, headlamp, headlight, headlights, neon sign, neon light, nightlight, night light, lava lamp, lampshade, beacon, streetlight bulb, ceiling light, desk light, glow stick, flare
sign: placard, protest sign, signboard post, scoreboard, hollywood sign, price tag, name tag, license plate, arrow sign, notice, menu board, open sign, weather vane
doll: puppet, marionette, voodoo doll, action figure, figurine, toy soldier, gnome, garden gnome, barbie, ventriloquist dummy, dummy, crash test dummy, mannequin, scarecrow, statue, sculpture, bust, effigy, toy astronaut, nutcracker, wax figure, snow angel, gingerbread man, toy
gear: cog, cogwheel, brass gear, clockwork gear, wheel of a clock, steering wheel, ship's wheel, roulette wheel, wagon wheel, ferris wheel, spinning wheel, car wheel, bicycle wheel, potter's wheel, windlass, pulley, valve, reel, film reel, spool, waterwheel gear, clockwork
anvil: anchor, dumbbell weight, kettlebell, barbell, weight, flat iron, clothes iron, safe door, engine block, metal block, heavy weight
polaroid: telescope, binoculars, spyglass, film camera, video camera, cctv camera, security camera, microscope, webcam, camcorder, movie camera, projector camera, periscope
hat: crown of thorns, wizard hat, chef's hat, chef hat, santa hat, baseball cap, graduation cap, beret, tiara, helmet hat, space helmet, hard hat, hood, headdress, turban cloth, bonnet hat, pirate hat, magician's hat, party crown
box present: package wrapped
teddy bear: stuffed toy, soft toy, plushie, plush, stuffed rabbit, toy dog, toy dinosaur
ice cream: popsicle, lollipop, ice lolly, ice pop, cotton candy, candy floss, candy, frozen yogurt, sorbet, gelato
cake: cupcake, birthday cake slice, wedding cake, muffin, tart, pudding, jelly, pie slice, brownie, cheesecake
bread: baguette, loaf, loaf of bread, bun, croissant, bagel, pretzel, hot dog, sausage, burrito, taco, kebab, pastry
apple: fig, kiwi fruit, pomegranate, apricot, nectarine, papaya, avocado, beet, onion bulb, turnip, radish, bell pepper, guava
lemon: lime fruit, pineapple, potato, ginger root, yellow pepper, mango fruit, corn cob
carrot: cucumber, zucchini, courgette, chili, celery, parsnip, asparagus, eggplant, leek, sausage link, pickle
chess piece: queen piece, chess, chess set, chessboard, chess board, checkers, board game, rook, bishop, knight piece, pawn, game piece, checker, backgammon
skis: ski, snowboard, ice skates, skates, roller skates, rollerblades, skate
seesaw: balance scale, scales, scale, weighing scale, catapult, trebuchet, balance beam
trampoline: mattress trampoline, bouncy castle, safety net
torch: olympic torch, flaming torch, sparkler, blowtorch
bed: hospital bed, deathbed, four-poster bed, bunk, stretcher bed, coffin bed, sunbed, sun lounger, operating bed, lounger
shelf: mantel, mantelpiece, ledge, window ledge, window sill, rack of clothes, coat rack, spice rack, bookshelf shelf, wine rack, display case, showcase, pantry shelf, trophy case
cupboard: wardrobe closet, locker cupboard, vending machine, drawer, chest of drawers, medicine cabinet, bar cabinet, kitchen unit, arcade machine, photo booth, server rack, phone box, time machine
basket: picnic basket, laundry basket, shopping basket, wicker basket, nest basket, laundry, hamper, gift basket, fruit basket
barrel: cistern, water tank, gas tank, propane tank, oil barrel, churn, cask of wine, rain barrel
"""
"""What stands in, with the attributes that bring it nearer: the words it is told for."""
