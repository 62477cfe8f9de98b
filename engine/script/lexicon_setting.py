"""Places, times, weather, styles and sounds: canonical names and the words for them."""

# ruff: noqa: E501 (tables read better one entry a line)
from __future__ import annotations

from functools import cache

_PLACES = """
street: road, sidewalk, pavement, city, city street, town, alley, alleyway, avenue, crosswalk, intersection, crossroads, downtown, main street, urban street, boulevard, lane, curb, roadside, road side, traffic jam, back alley, side street, city centre, city center
meadow: field, grassland, pasture, hillside, hill, countryside, prairie, lawn, grass, plain, valley, hilltop, green field, grassy field, grassy hill
room: living room, lounge, sitting room, dining room, apartment, flat, den, house interior, interior, study, parlor, parlour, nursery, indoors
kitchen: kitchenette, galley, pantry
court: free throw line, three point line, half court, basketball court, playground court, street court, schoolyard court
park: public garden, city park, botanical garden, picnic area
beach: seaside, shore, seashore, coast, shoreline, bay, coastline, sandy beach
forest: wood, woods, woodland, rainforest, grove, thicket, pine forest, clearing, jungle
office: workplace, cubicle, conference room, meeting room, boardroom, office building interior, open plan office, workspace
studio: photo studio, white background, black background, plain background, empty space, void, white room, empty room, infinity cove, seamless backdrop, grey background, gray background
mountain: mountains, mountaintop, mountain top, mountainside, summit, mountain peak, mountain ridge, alps, mountain road, mountain path, mountain pass
desert: dunes, dune, sand dunes, sand dune, sahara, desert highway, desert road
moon: lunar surface, moon surface, surface of the moon
snowfield: snowy field, snow field, snowy plain, snowscape, tundra, arctic, snowy landscape, ski slope, ski run
lake: pond, lakeshore, lakeside, frozen lake, lake shore
station: train station, railway station, subway station, metro station, train platform, platform, station platform, subway platform
market: marketplace, street market, farmers market, bazaar, market square, market stall, fish market, flea market
rooftop: roof, roof terrace, rooftops, roof top
castle: castle courtyard, castle yard, fortress, citadel, palace courtyard
dungeon: prison cell, cell, crypt, dungeon cell, castle dungeon, jail cell
stage: theatre stage, theater stage, theatre, theater, concert stage
classroom: school room, schoolroom, lecture hall, lecture room
bedroom: bed room, hotel bedroom, child's bedroom
cafe: café, coffee shop, restaurant, diner, bar, pub, bistro, tavern, canteen
pool: swimming pool, poolside, pool side, lido
cave: cavern, grotto
farm: farmyard, farm yard, barnyard, ranch, farmland, cornfield, corn field, wheat field
library: reading room, public library, school library, library hall
church: chapel, cathedral, nave
highway: motorway, freeway, country road, country lane, rural road, open road, interstate
"""

_NEAR_PLACES = """
beach: sea, ocean, harbor, harbour, dock, pier, jetty, oasis, waterfront, ship deck, ship, island, marina, quay, wharf, reef, lagoon, sandbar, open sea, high seas, underwater, sea floor, seabed
lake: river, riverbank, riverside, swamp, bayou, waterfall, marsh, stream, brook, canal, fjord, puddle edge
forest: wilderness, moor, mountain forest, campsite, campground
mountain: cliff, canyon, volcano, quarry, gorge, ravine, crater, glacier, cliff edge, ridge
desert: savanna, savannah, steppe, outback, wasteland, mars, alien planet, badlands
moon: space, outer space, asteroid, planet
snowfield: iceberg, ice floe, north pole, south pole, antarctica, igloo village, ice
meadow: battlefield, cemetery, graveyard, zoo, runway, golf course, airfield, rice field, rice paddy
room: hallway, hall, corridor, attic, basement, cellar, bathroom, waiting room, dressing room, palace, hospital, hotel, shop, store, supermarket, museum, cinema, prison, garage, barn, stable, warehouse, factory, elevator, lift, airport, laboratory, lab, spaceship, space station, space capsule, capsule, mall, bakery, bowling alley, club, gallery, ballroom, courtroom, bank, bus interior, bunker, throne room, laundromat, workshop, studio apartment, staircase, stairwell, balcony, porch, veranda, greenhouse, submarine, cockpit, laundry room, operating room, operating theatre, hotel lobby, lobby, foyer, cabin, train carriage, train compartment, subway car, barbershop, hair salon, salon, boutique, pet shop, toy shop, grocery store, inn, monastery, casino, planetarium, observatory, aquarium, sauna, spa, shed, treehouse, sewer, vault
classroom: school, university, campus, kindergarten, science lab
stage: backstage, opera, opera house, circus, circus ring, circus tent, concert hall, concert, talent show, nightclub stage, catwalk, runway show, auditorium
court: gym, gymnasium, sports hall, arena, school gym, tennis court, boxing ring, ring, ice rink, squash court
street: parking lot, car park, village, suburb, neighborhood, neighbourhood, bus stop, driveway, village square, town square, plaza, square, bridge, racetrack street, railway, train tracks, railroad, railroad crossing, harbor street, gas station, petrol station, roundabout, fairground, carnival, ghost town, western town, parking garage, city square, piazza, courthouse steps, toll booth, construction site, building site
park: garden, backyard, playground, yard, back yard, front yard, schoolyard, courtyard, soccer field, football field, pitch, football pitch, soccer pitch, stadium, rose garden, patio, terrace, skatepark, skate park, baseball field, amusement park, theme park, gardens
office: newsroom, control room, police station, study hall, server room, detective's office, war room, call center, command center
dungeon: torture chamber, catacombs, tomb, cave prison, sewers
station: subway, metro, underground station, bus station, bus terminal, train yard
rooftop: skyscraper roof, helipad
castle: medieval village, ruins, ancient ruins, battlements
market: fair, food stalls
bedroom: hotel room, motel room, hospital room
cafe: saloon, ice cream parlor, nightclub, food court
cave: mine, tunnel
farm: vineyard, orchard, plantation
pool: water park
library: bookshop, bookstore, archive
church: temple, mosque, synagogue, abbey
highway: racetrack, race track
"""

_TIMES = """
night: midnight, nighttime, night time, moonlight, moonlit, evening hours, starry night, late at night, starlight, tonight, moonless, starry, after dark, in the dark, in darkness
dawn: sunrise, daybreak, early morning, first light, morning, break of day
dusk: sunset, twilight, evening, golden hour, nightfall, sundown, magic hour, late afternoon, blue hour, setting sun, gloaming
day: noon, midday, afternoon, daytime, daylight, sunlight, high noon, sunlit
"""

_WEATHER = """
rain: rainy, raining, rains, drizzle, drizzling, downpour, pouring rain, heavy rain, light rain, rainstorm, rain shower, rainfall, rain-soaked, pouring, showers, rained
storm: stormy, thunderstorm, lightning, tempest, hurricane, thunder and lightning, lightning storm
snow: snowy, snowing, snows, snowfall, blizzard, snowstorm, falling snow, heavy snow, wintry, snow-covered, snowflakes, snowflake, winter, snow covered, snowed, sleet
fog: foggy, mist, misty, haze, hazy, fog-bound, smog, thick fog
overcast: cloudy, gray sky, grey sky, dull day, gloomy, clouds, clouded
wind: windy, breezy, gust, gusty, strong wind, breeze, blustery, wind blows, wind blowing, gale
clear: sunny, sunshine, clear sky, blue sky, bright sun, cloudless, clear skies, sun, sunny day, bright day, bright sunlight
"""

_STYLES = """
natural: realistic, photorealistic, photo realistic, cinematic, hyperrealistic, hyper realistic, lifelike, photographic, live action, naturalistic, documentary style, photoreal, film look, cinematic style, cinematic lighting, 4k, 8k, hd, uhd, high definition, highly detailed, ultra realistic, hyper-realistic, photo-realistic, high quality
cartoon: animated, animation, cel-shaded, cel shaded, toon, pixar, disney, 2d animation, cartoony, cartoonish, cell shaded, cel shading, toon shaded
anime: manga, japanese animation, studio ghibli, ghibli, anime style, anime film
comic: comic book, comic style, graphic novel, ink and halftone, halftone, comics, pop art, comic strip, inked
watercolour: watercolor, water colour, water color, watercolours, watercolors, aquarelle, watercolour painting, watercolor painting, gouache
oil: oil painting, oil paint, oil on canvas, impressionist, impressionism, painterly, van gogh, painted in oil, oil colours, oil painted
paper cut-out: paper cutout, papercut, paper cut out, cut-out animation, cutout animation, paper collage, paper craft, papercraft, cut paper, paper art
blueprint: blue print, technical drawing, cyanotype, blueprints, engineering drawing, construction drawing
noir: film noir, black and white, black-and-white, monochrome, b&w, grayscale, greyscale, b/w, in black & white, black & white
clay: claymation, clay animation, stop motion, stop-motion, plasticine, play-doh, wallace and gromit, aardman
sketch: pencil, pencil sketch, pencil drawing, hand-drawn, hand drawn, drawing, charcoal drawing, line drawing, line art, sketched, ink drawing, pencil-drawn, sketchbook
vintage: old film, retro film, sepia, 8mm, super 8, super-8, 16mm, silent film, vintage film, old movie, vhs, 1920s, 1950s, 1970s, film grain, grainy film, old-fashioned film, home movie, old footage, 70s film, 1930s, 1940s, 1960s, 1980s
pixel: pixel art, 8-bit, 8 bit, 16-bit, 16 bit, pixelated, pixel-art, retro game, video game, pixelart
"""

_STYLE_NEEDS_WORD = frozenset({"animation", "animated", "clay", "sketch", "vintage", "pencil", "drawing", "comic", "natural", "retro", "pixel", "monochrome", "realistic", "sketched", "disney", "hd", "lifelike", "oil", "painterly", "gouache", "comics", "inked"})  # fmt: skip

_SOUNDS = """
phone: telephone ringing, ringtone
thunder: thunderclap, rumble of thunder, thunder crash
dog: barking, bark, barks
cat: meowing, meow, purring
bird: birdsong, birds singing, chirping, tweeting, birds chirping
bell: bells, church bell, church bells, chime, chimes
siren: sirens, police siren, ambulance siren
doorbell: door bell, doorbells
alarm: alarms, fire alarm, car alarm, alarm bell
gunshot: gunshots, gunfire, shots fired
scream: screams, screaming
airplane: aeroplane, airplanes, jet engine
helicopter: helicopters, chopper
stream: babbling brook, running water, trickling water
hooves: hoofbeats, galloping hooves
cow: mooing
horse: neighing, whinnying
horn: car horn, honk, honking, horns, honks
engine: engines, motor, engine noise, revving
applause: clapping, ovation, claps
laugh: laughter, giggling, laughs
knock: knocking, knocks
clock: ticking, tick tock, ticks
crickets: cricket, cicadas
wind: howling wind, wind howling, whistling wind
rain: raindrops, patter of rain
waves: surf, waves crashing, waves crash, crashing waves, ocean waves, sea waves
footsteps: footstep, steps echoing, footfalls
glass: breaking glass, shattering glass, glass shattering, glass breaking
crockery: breaking crockery, plates breaking, breaking plates, plates smashing, dishes breaking, breaking dishes, crockery smashing
splintering: splintering wood, wood splintering, breaking wood, wood breaking, wood cracking, snapping wood
rubble: falling rubble, rubble falling, crumbling stone, collapsing wall, wall collapsing, falling rocks, rocks falling
cracking ice: ice cracking, ice breaking, breaking ice
tearing: tearing paper, paper tearing, ripping, paper ripping
explosion: explosions, blast, boom, bang
whistle: whistling, whistles
typing: keyboard, typing sounds, clatter of keys
crowd: crowd noise, chatter, murmur
cheer: cheering, cheers, crowd cheering
fire: crackling fire, fireplace, campfire, crackle, crackling, bonfire
splash: splashing, splashes
train: train whistle, passing train, locomotive
door: creaking door, door slam, slamming door, door creaks, creak
"""

_NEAR_SOUNDS = """
bird: seagull cries, gulls cry, seagulls cry, owl hooting, owl hoots, rooster crowing, rooster crows
glass: clink, clinking, clink of glasses, tinkling, tinkle
bell: clang, clanging, ding, dinging, ting, gong, triangle, church organ
door: squeak, squeaking, squeaks, groan of wood, slam, thud
splash: drip, dripping, drips, water dripping, water drips, plop, gurgle, gurgling, bubbling
scream: baby cries, baby crying, crying baby, baby cry, shriek, shrieks, wolf howling, wolf howls, howling
whistle: saxophone, flute, violin, violin music, accordion, harmonica, trumpet, kettle whistling, steam hissing, hiss, hissing, teakettle
crowd: radio static, static, white noise, radio, murmurs, jazz music, jazz, piano music, piano, guitar music, soft music, music, orchestra, choir
engine: hum, humming, drone of engines, rumble, rumbling, buzzing, buzz, whir, whirring, lawnmower, chainsaw, motorcycle engine
explosion: crash, crashing, fireworks, kaboom, thump, cannon fire, crash of metal
gunshot: pop, popping, snap, whip crack, crack
swish: whoosh, whooshing, swoosh, flapping
clock: beep, beeping, beeps, click, clicking, clicks, metronome
typing: rattle, rattling, clatter, clattering, tapping, scratching
cheer: chanting, roar of the crowd
thunder: drum roll, drums, drumming, drumbeat, beating drums
footsteps: creaking floorboards, creak of floorboards, stomping
wind: rustling, rustle, rustling leaves, leaves rustling
dog: growl, growling, howl
horse: neigh
fire: sizzle, sizzling
"""

INDOOR_THINGS = frozenset(
    {"sofa", "bed", "television", "lamp", "shelf", "clock", "armchair", "coffee table", "cupboard",
     "pot plant"}
)  # fmt: skip
_ALSO_PREMISES = frozenset(
    {
        "gym",
        "gymnasium",
        "church",
        "chapel",
        "cathedral",
        "castle",
        "fortress",
        "station",
        "train station",
        "railway station",
        "theatre",
        "theater",
        "university",
    }
)
_ONLY_INSIDE = frozenset({"elevator", "bus interior", "throne room"})
_ONOMATOPOEIA = frozenset(
    """bang boom crash splash thud slam beep ding knock creak clink clang hiss pop snap whoosh
    swoosh thump plop click buzz rumble crack""".split()
)
INDOORS = frozenset({"room", "kitchen", "office", "classroom", "stage", "dungeon"})


@cache
def _table(text: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for line in text.strip().splitlines():
        name, _, words = line.partition(":")
        table[name.strip()] = name.strip()
        for word in words.split(","):
            table.setdefault(word.strip(), name.strip())
    return table


def places() -> dict[str, str]:
    """Word -> canonical place."""
    return _table(_PLACES)


@cache
def near_places() -> dict[str, str]:
    """Word for a place that the world lacks -> the nearest that it has."""
    return {word: place for word, place in _table(_NEAR_PLACES).items() if word not in places()}


@cache
def premises() -> frozenset[str]:
    """Words for places inside a building of their own, which from outside is that building."""
    within = frozenset(word for word, place in near_places().items() if place in INDOORS)
    return (within | _ALSO_PREMISES) - _ONLY_INSIDE


def times() -> dict[str, str]:
    """Word -> day, night, dawn, dusk."""
    return _table(_TIMES)


def weathers() -> dict[str, str]:
    """Word -> canonical weather."""
    return _table(_WEATHER)


def styles() -> dict[str, str]:
    """Word -> canonical style."""
    return _table(_STYLES)


def style_needs_context(word: str) -> bool:
    """May the word also describe a thing (``vintage car``, ``clay pot``)?"""
    return word in _STYLE_NEEDS_WORD


def near_sounds() -> dict[str, str]:
    """Word for a sound that no effect makes -> the effect nearest to it."""
    return _table(_NEAR_SOUNDS)


def is_onomatopoeia(word: str) -> bool:
    """Does the word, alone between two marks, stand for its sound (``BANG!``)?"""
    return word in _ONOMATOPOEIA


def sounds() -> dict[str, str]:
    """Word -> canonical effect."""
    return _table(_SOUNDS)
