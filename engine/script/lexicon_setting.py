"""Places, times, weather, styles and sounds: canonical names and the words for them."""

# ruff: noqa: E501 (tables read better one entry a line)
from __future__ import annotations

from functools import cache

_PLACES = """
street: road, sidewalk, pavement, city, city street, town, alley, alleyway, avenue, highway, motorway, crosswalk, intersection, downtown, parking lot, car park, village, suburb, neighborhood, neighbourhood, city centre, city center, bus stop, driveway, roadside, road side, boulevard, main street, urban street, village square, town square, plaza, square, marketplace, market, traffic jam, freeway, lane, curb
meadow: field, grassland, pasture, hillside, hill, countryside, prairie, farm, lawn, grass, farmland, plain, valley, wheat field, hilltop, green field, grassy field, ranch, vineyard, orchard
room: living room, bedroom, lounge, sitting room, dining room, apartment, flat, hallway, hall, corridor, den, attic, basement, house interior, interior, hotel room, study, parlor, nursery, indoors, bathroom, cafe, café, coffee shop, bar, pub, restaurant, classroom, library, waiting room, dressing room
kitchen: kitchenette, galley, pantry
court: free throw line, three point line, half court, basketball court, gym, gymnasium, sports hall, arena, playground court, street court, schoolyard court, school gym
park: garden, backyard, playground, yard, back yard, front yard, schoolyard, public garden, city park, courtyard, botanical garden, soccer field, football field, pitch, football pitch, soccer pitch, stadium, picnic area
beach: seaside, shore, seashore, coast, shoreline, sand dunes, bay, coastline, sandy beach, lakeshore, island
forest: wood, woods, woodland, jungle, rainforest, grove, thicket, pine forest, wilderness, clearing
office: workplace, cubicle, conference room, meeting room, boardroom, office building interior, open plan office, workspace
studio: photo studio, white background, black background, plain background, empty space, void, stage, white room, empty room, infinity cove, seamless backdrop, grey background, gray background
"""

_NEAR_PLACES = """
beach: desert, sea, ocean, lake, river, pond, harbor, harbour, dock, pier, riverbank, oasis, dunes, swimming pool, pool, waterfront, ship
forest: swamp, bayou, mountain forest, cave
meadow: mountain, mountains, mountaintop, cliff, canyon, battlefield, cemetery, graveyard, zoo, volcano, savanna, savannah, steppe, tundra, runway, moon, mars, golf course, racetrack, race track
room: castle, palace, hospital, hospital room, church, hotel, shop, store, supermarket, museum, theater, theatre, cinema, prison, cell, garage, barn, warehouse, factory, dungeon, tunnel, elevator, train station, subway station, subway, station, airport, laboratory, lab, spaceship, school, mall, bakery, bowling alley, nightclub, club, diner, motel room, saloon, tavern, canteen, gallery, library hall, ballroom, courtroom, bank, bus interior, temple, bunker, throne room, laundromat
street: bridge, racetrack street, rooftop, railway, train tracks, harbor street, gas station, petrol station, fairground, carnival
office: newsroom, control room, police station
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

_STYLE_NEEDS_WORD = frozenset({"animation", "animated", "clay", "sketch", "vintage", "pencil", "drawing", "comic", "natural", "retro", "pixel", "monochrome", "realistic", "sketched", "disney", "hd", "lifelike", "oil", "blueprint", "painterly", "blueprints", "gouache", "comics", "inked"})  # fmt: skip

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

INDOOR_THINGS = frozenset(
    {"sofa", "bed", "television", "lamp", "shelf", "clock", "armchair", "coffee table", "cupboard",
     "pot plant"}
)  # fmt: skip
_ALSO_PREMISES = frozenset(
    {"cafe", "café", "coffee shop", "bar", "pub", "restaurant", "library", "gym", "gymnasium"}
)
_ONLY_INSIDE = frozenset({"cell", "dungeon", "tunnel", "elevator", "bus interior", "throne room"})
INDOORS = frozenset({"room", "kitchen", "office"})


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


def sounds() -> dict[str, str]:
    """Word -> canonical effect."""
    return _table(_SOUNDS)
