"""Verbs: base forms that the world acts, with synonyms, and how English bends them."""

# ruff: noqa: E501 (tables read better one entry a line)
from __future__ import annotations

from functools import cache

_VERBS = """
drop: let go of, let fall, release, let fall, let slip, spill out, shed, lower, dump, tip out, lose, let it fall, let go
fall: tumble, plummet, fall down, fall over, collapse, plunge, crumble, come down, fall off, tumble down, trip, stumble, slip, let rip, keel, dive down, cascade, sink down, crumple, flop, faint, pass out, drip down, rain down, go down, capsize, sag
bounce: rebound, ricochet, bounce off, bob, skip across, bound along, hop along
roll: roll over, trundle, tumble along, wheel along, bowl, loop the loop
slide: skid, glide, slither, slip down, slither away, skim, glide across, glide past, scrape, slip off, skid off
throw: toss, hurl, fling, lob, chuck, cast, pitch, launch, sling, flick, catapult, hurl at, flip over, deal out, sprinkle on, scatter about, spit, breathe, blow at, spew, squirt at, shower, toss aside
kick: boot, punt
hit: bat, strike, smack, punch, slap, bump, bump into, whack, bang, tap, knock, smash, pound, hammer, beat, touch, poke, spank, pat, tap on, knock on, clobber, thump, bash, strike down, whip, stab, prod, jab, swat, peck at, headbutt, bounce into, brush against, slap on, click, ring up, clap on
push: shove, nudge, press, squeeze past, press down, elbow, roll forward, wheel out, press on, ram into, heave, slide across, move, shift, steer around, turn over
pull: drag, tug, tow, haul, yank, heave up, wrench, drag along, winch, reel in, hoist in, pull off, rip off, stretch tight, tighten, guide, yank open
knock over: tip over, knock down, overturn, knock off, push over, topple over, bowl over, upset, kick over, scatter
topple: fall apart, tip, keel over, give way
collide: crash, crash into, slam, slam into, ram, run into, bang into, smash into, collide with, hurtle into, smack into, plow into, plough into, splash, splash into, splash down, crash down, crash against, crash onto, clash
break: shatter, crack, break apart, burst, split, explode, pop, smash apart, fall to pieces, snap, smash through, splinter, fracture, disintegrate, burst open, tear, rip, slice, chop, cut, carve, saw, demolish, wreck, crush, squash, shred, crackle, slice through, peel
swing: sway, dangle, hang, rock, wobble, quiver, flap in, rattle, tremble in, vibrate, shake, shimmy, wag, flail, teeter, jiggle, rustle, flap about, roll from side
spin: rotate, twirl, whirl, revolve, spin around, pirouette, wheel, loop, swirl, curl, coil, twist, wind around, twist around, churn, orbit around, crank around
fly: circle overhead, soar, fly away, flap, take off, flutter, swoop, wheel around, take to the air, take to the sky, swarm, buzz, glide over, glide through, circle above, fly off, zip, lift off, whizz
float: drift, hover, levitate, float away, float up, sail away, waft, bob up, curl up, rise up, billow, swirl up, evaporate, hang in the air, ripple
drive: ride, row, cruise, park, drive away, drive off, drive by, drive past, pedal, pull up, pull over, race by, speed, steer, coast, sail, ski, skate, skateboard, surf, cycle, bike, taxi, snowboard, sled, kayak, canoe, navigate, motor, tear down, swerve, reverse, pull into, pull in, pull out, pull away, brake, drift around, paddle out, ollie
walk: circle, orbit, stroll, wander, stride, march, amble, pace, step, hike, tiptoe, trudge, strut, saunter, limp, walk away, shuffle, crawl, sneak, creep, prowl, enter, exit, leave, arrive, approach, come, go, move, return, cross, walk up, come in, go out, walk out, pass, travel, head, lead, advance, move away, graze, explore, follow, lurch, roam, stalk, swagger, waddle, plod, weave, slink, parade, patrol, meander, stagger, emerge, appear, get off, get on, get out, get in, get into, climb out, board, proceed, back away, depart, saunter, traipse, trek, wend, toddle, hobble, totter, stray, mosey, step out, step back, step up, step into, walk over, file, filter, squeeze, press through, slip away, disembark, alight, retreat, scuffle, move closer, ramble, loiter
run: jog, sprint, dash, race, rush, gallop, trot, flee, hurry, run away, run off, scamper, bolt, scurry, charge, run up, escape, storm, dart, scramble, scuttle, zoom, whiz, lunge, rush out, rush in, rush over, dart away, dash off, stampede, skitter, scoot, sprint off, break into a run, career
chase: pursue, hunt, stalk after, track down, give chase, follow closely
jump: leap, hop, skip, vault, bound, jump up, pounce, jump over, spring, dive, lunge at, skip rope, leapfrog, spring up, kickflip, backflip, somersault, cartwheel, flip, hurdle, lurch forward, parachute, bunny hop, rear, buck
sit: sit down, duck, perch, be seated, kneel, squat, crouch, squat down, plop, slump, sink into, settle into, sit up, sit back, hunch, huddle, crouch down, crouch behind, kneel down, settle down, perch on, meditate, camp, dine out
lie: lie down, sleep, fall asleep, go to sleep, nap, rest, recline, lay, doze, snooze, lounge, curl up on, snore, snuggle up, sunbathe, lie in wait, rest on, sprawl, slumber, lounge about, dream, nestle
stand: stand up, wait, get up, stand still, pose, stop, screech to a halt, halt, pause, freeze, remain, stay, linger, come to a stop, come to rest, settle, rise, land, balance, lean, exist, land on, brake to a stop, hesitate, wobble, stall, line up, queue, queue up, hide behind, stand guard, tower, loom, stretch, stretch out, hover over, tremble, shiver, shudder, lurk, park, come to a halt, tense, stiffen, recover, survive, surround, face off, keep still, hold still, relax, yield, surrender
wave: greet, wave goodbye, salute, wave at, beckon, wave hello, flap his hand, high-five, cheer on, salute to, beckon to, brandish, hail, flag down, signal, fan
point: point at, gesture, aim, indicate, point to, point out, point up, show, reveal, gesture at, aim at, press, dial, type in, sign, stamp, point toward
say: state, announce, declare, reply, respond, answer, add, remark, exclaim, tell, ask, explain, murmur, mutter, mumble, continue, call, call out, repeat, admit, insist, warn, promise, joke, narrate, comment, note, think, wonder, read, teach, gasp, thank, apologize, apologise, greet with, promise to, pray, swear, order, beg, plead, instruct, recite, confess, sigh that, propose, interrupt, teach to, counter, snap at, introduce
talk: speak, chat, converse, argue, discuss, gossip, debate, negotiate, lecture, preach
shout: yell, scream, cry out, holler, bellow, roar, shriek, cheer, howl at, cheer for, exclaim loudly, bark orders, cry for help, chant loudly, boo, call for
whisper: hiss
sing: hum, chant, serenade, hum to, carol, yodel, lullaby, croon, rap, whistle along
laugh: giggle, chuckle, cackle, snicker, snigger, chortle, crack up, guffaw
smile: grin, smirk, beam, wink, blush, blink, frown, wince, grimace, pout, shrug, scowl, yawn, sneeze, cough, sniff, sniffle, gasp at, pant, breathe, snarl
cry: weep, sob, sigh, wail, whimper, bawl, tear up, moan, groan
look: look at, watch, gaze, stare, glance, observe, peer, look around, look up, look down, look out, see, notice, examine, study, inspect, admire, spot, face, check, search, look for, view, search for, stare at, peek, glimpse, squint, glare, gape, peep, ogle, scan, survey, read, consult, follow with his eyes, keep watch, stare out, gaze out, watch over, monitor, contemplate, concentrate, focus on, recognize, recognise, witness, discover, find
turn: turn around, turn away, turn to, turn towards, look back, face away, look over, turn over, spin round, turn back, swivel, pivot, face, rotate around, reverse around
nod: agree, bow, shake, curtsy, tremble with laughter, nod off, bob his head, tip, tip his hat, shake his head, shake her head, tilt, tilt her head, kneel before, curtsey, hesitate
dance: waltz, boogie, breakdance, groove, tango, boogie down, sway to, tap-dance, tap dance, twerk, jig, skip around, moonwalk, ballet, salsa, twist and turn, practise, rehearse, celebrate, frolic, play around
pick up: grab, take, lift, pick, lift up, seize, raise, grasp, collect, snatch, scoop up, hold up, reach for, reach, retrieve, steal, pluck, fetch, gather, gather up, pull up from, fish out, draw, unsheathe, pick off, lift off, hoist, heft, help up, take out, pull out, haul up, scoop, collect up, dig up, reach out, take off, remove, find in, unhook, swipe, snag, grab hold of, catch hold of, clasp, balance on
put down: put, place, set, set down, lay down, put back, deposit, leave behind, install, plant, hang up, drop off, lay out, plop down, slot, insert, tuck, stash, hide, pin, attach, stick, stuff, shove into, fit, replace, pour out, set aside, spread, spread out, add, deal, mount on, load up, button, place back, park it
carry: hold, bring, transport, deliver, hand, give, pass over, wield, clutch, offer, balance, hoist up, cradle, lug, ferry, pass around, share, serve, wear, keep, take along, hold out, hold up, hold on, haul off, exchange, swap, send, present
catch: receive, intercept, save, block, grip, trap, snare, hook, save it, field, scoop out
shoot: shoot at, take a shot, fire
score: make a basket, dunk, slam dunk, sink, net, pot, sink it
miss: fail
dribble: juggle
stack: pile up, pile, stack up, build, arrange, assemble, erect, pile on, construct, build up, arrange in, put together, make from
open: unlock, swing open, slide open, peel open, open up, unzip, uncork, unfold, unroll, part, unwrap open, pry open, crack open, creak open, push open, throw open, burst open
close: shut, slam shut, zip up, seal, lock, fasten, slam down, draw shut, bolt shut, swing shut, shut down
eat: chew, bite, nibble, feed, munch, lick, swallow, devour, gobble, gulp down, slurp up, graze on, peck, gnaw, taste, swallow up, feast, dine, picnic, have lunch, have dinner, have breakfast, chew on
drink: sip, gulp, slurp, lap up, guzzle, swig, drain, sip from
write: draw, paint, sketch, scribble, jot, note down, sign for, carve into, doodle, trace, sketch out, paint on
type: text, tap away, hammer away at, type away, click on, scroll
play: practice, practise, perform, strum, drum, pluck at, bow on, jam, compete, rehearse on, improvise, fiddle, conduct, gamble, shuffle cards
work: repair, fix, clean, sweep, cook, bake, wash, dig, screw, tighten, polish, scrub, tinker, mop, rake, saw, paint over, vacuum, mend, knit, sew, weld, knead, iron, stitch, carve out, hammer away, whittle, mix, stir, prepare, make, craft, polish up, wipe, dust, shovel, rake up, plough, plow, harvest, saddle, braid, weave in, assemble together, adjust, tie, trim, wrap, unwrap, pack, unpack, load, unload, inspect closely, season, fry, grill, boil, roast, peel off, shave, water, spray, dry, brush, comb, groom, fold, crank, wind up, operate, sculpt, measure, plaster, weed, milk
hug: embrace, cuddle, kiss, pet, stroke, nuzzle, snuggle, hold hands, comfort, caress, pat on, squeeze tight, kiss on, wrap around, cuddle up, tickle, rub, touch gently, console
climb: climb up, scale, climb over, mount, ascend, scramble up, shin up, clamber, clamber up, clamber over, scale up, climb onto, climb into, climb out of
swim: paddle, wade, snorkel, float on his back, tread water, dive in, splash about, bathe
pour: spill, splash, drip, leak, sprinkle, squirt, spray out, drizzle, ladle, fill, fill up, refill, leak out, gush, flow, trickle, wash over, lap, run over, water down, foam, bubble, boil over
burn: glow, flash, flicker, blaze, steam, smoke, smoulder, smolder, go up in flames, catch fire, fizzle, spark, ignite, melt, sputter, die out, go out, glow up, twinkle, pulse
light: turn on, switch on, illuminate, shine, gleam, sparkle, glitter, strike a match, turn off, switch off, blink on, light up, put out, extinguish, go on
grow: bloom, blossom, expand, inflate, swell, inflate up, puff up, stretch up, sprout, rise from, spread across, appear slowly, unfurl, heal, transform, turn into, morph, shrink, age, fade in
shake hands: high five, fist bump
clap: applaud
fight: wrestle, box, attack, struggle, battle, duel, spar, fence, clash with, joust, grapple, tussle, scuffle with, defend, slay, kill
blow: blow out, blow up, puff
tick: tock
ring: buzz, beep, chime, ding, clang, jingle, toll, peal, go off, sound
overtake: outrun, outpace, pass by, overhaul
bark: woof, growl, howl, neigh, whinny, moo, bleat, snort, squeal, roar at, bay, croak, hoot at, grunt, oink
meow: purr, hiss at, yowl, mewl
chirp: tweet, caw, hoot, squawk, quack, cluck, crow, cry out above, twitter, warble, screech, honk overhead
honk: toot, beep the horn
whistle: blow a whistle
"""

IRREGULAR = """
find found found|sew sewed sewn|weave wove woven|freeze froze frozen|sling slung slung|spit spat spat|saw sawed sawn|tell told told|slay slew slain|ski skied skied|spread spread spread|shrink shrank shrunk|deal dealt dealt|knit knitted knitted|swear swore sworn|teach taught taught|withdraw withdrew withdrawn|wind wound wound|show showed shown
fall fell fallen|throw threw thrown|hit hit hit|break broke broken|swing swung swung|spin spun spun
fly flew flown|drive drove driven|ride rode ridden|come came come|go went gone|run ran run
flee fled fled|leap leapt leapt|sit sat sat|lie lay lain|lay laid laid|sleep slept slept
stand stood stood|get got gotten|rise rose risen|say said said|speak spoke spoken|tell told told
sing sang sung|see saw seen|take took taken|put put put|set set set|bring brought brought
hold held held|catch caught caught|shoot shot shot|make made made|eat ate eaten|bite bit bitten
drink drank drunk|write wrote written|draw drew drawn|read read read|swim swam swum|build built built
light lit lit|shine shone shone|grow grew grown|shake shook shaken|fight fought fought
ring rang rung|hang hung hung|leave left left|give gave given|let let let|burst burst burst
split split split|wake woke woken|begin began begun|find found found|lose lost lost|win won won
keep kept kept|feel felt felt|stick stuck stuck|strike struck struck|blow blew blown|dig dug dug
wear wore worn|cut cut cut|shut shut shut|fling flung flung|cast cast cast|creep crept crept
kneel knelt knelt|lead led led|feed fed fed|beat beat beaten|sweep swept swept|spring sprang sprung
meet met met|think thought thought|hear heard heard|teach taught taught|buy bought bought
sell sold sold|send sent sent|pay paid paid|hide hid hidden|steal stole stolen|tear tore torn
bend bent bent|sink sank sunk|slide slid slid|swell swelled swollen|stride strode stridden
dive dove dived|upset upset upset|overturn overturned overturned|speed sped sped|lean leant leant
spill spilt spilt|burn burnt burnt|become became become|fling flung flung|cling clung clung
"""

LIGHT_VERBS: frozenset[str] = frozenset(
    """try start begin want attempt keep need decide manage prepare happen seem appear proceed
    love like have help be do can could will would shall should may might must get-to wear fail
    let make cause use""".split()
)
"""Verbs that only carry another one (``tries to catch``) or a state (``is wearing``)."""

CAUSING: frozenset[str] = frozenset(
    {"make", "cause", "let", "send", "help", "see", "hear", "watch"}
)
"""Verbs whose object is the doer of the next verb (``makes the ball bounce``)."""

INVARIANT = frozenset("hit put set cut shut let burst split cast read beat upset".split())
"""Verbs whose participle is their base form (``is hit by``)."""

LASTING: frozenset[str] = frozenset(
    """walk run sit lie stand wave talk say sing laugh cry look dance carry drive fly float whisper
    shout play hold spin swing eat drink work""".split()
)
"""What goes on beside something else: two of these joined by ``and`` happen together."""

FALLING_OVER: frozenset[str] = frozenset(
    ("fall over", "fall down", "fall apart", "collapse", "tumble", "tumble down", "crumble",
     "come down", "come tumbling down", "give way", "tip", "keel over")
)  # fmt: skip
"""What topples when a thing does it, and is a fall when somebody does."""

WAYS: dict[str, str] = {
    "enter": "in", "arrive": "in", "exit": "away", "leave": "away", "depart": "away", "flee": "away",
    "stop": "stops", "halt": "stops", "park": "stops", "pull up": "stops", "pull over": "stops",
    "come to a stop": "stops", "come to rest": "stops", "rise": "up",
}  # fmt: skip
"""Verbs that say their direction or their end by themselves, and the adverb for it."""

TRANSITIVE: frozenset[str] = frozenset(
    ("throw", "kick", "hit", "push", "pull", "catch", "drop", "carry", "pick up", "put down",
     "knock over", "break", "open", "close", "stack")
)  # fmt: skip
"""Verbs that after a passive one go on being passive (``is thrown and caught``)."""

RESTING: frozenset[str] = frozenset({"sit", "stand", "lie", "swing", "float"})
"""What is done without leaving one's place."""

POSTURES: frozenset[str] = frozenset({"walk", "run", "sit", "lie", "stand", "fly", "drive"})
"""Of these one can only do one at a time."""

SPEAKING: dict[str, str] = {
    "say": "", "talk": "", "shout": "shouting", "whisper": "whispering", "sing": "singing",
    "laugh": "laughing", "cry": "crying",
}  # fmt: skip
"""Canonical speaking verbs and the manner they give a line."""

UNPLAYED: frozenset[str] = frozenset(
    """win wake buy sell pay disappear vanish dissolve forget remember realize realise understand believe hope worry wish ignore shimmer borrow""".split()
)
"""Verbs that are known to be verbs, and that nothing is made of."""

PARTICLES: frozenset[str] = frozenset(
    "up down over off away out in on around back apart by past along forward through".split()
)

_VOWELS = "aeiou"


@cache
def verb_meanings() -> dict[str, str]:
    """Base form (also of phrases such as ``"tip over"``) -> canonical verb."""
    table: dict[str, str] = {}
    lines = [line.partition(":") for line in _VERBS.strip().splitlines()]
    for name, _, _ in lines:
        table[name.strip()] = name.strip()
    for name, _, words in lines:
        for word in words.split(","):
            table.setdefault(word.strip(), name.strip())
    return table


@cache
def verb_forms() -> dict[str, tuple[str, str]]:
    """Bent form -> (base form, kind); kinds: base, s, past, participle, ing.

    A form that is past and participle alike is ``"past"``; it can stand for either.
    """
    bases = {meaning.split()[0] for meaning in verb_meanings()} | LIGHT_VERBS
    bases |= {"be", "have", "do"} | UNPLAYED
    irregular: dict[str, tuple[str, str]] = {}
    for entry in IRREGULAR.replace("\n", "|").split("|"):
        if entry.strip():
            base, past, participle = entry.split()
            irregular[base] = (past, participle)
    forms: dict[str, tuple[str, str]] = {}
    for base in sorted(bases):
        past, participle = irregular.get(base, (_with_ed(base),) * 2)
        forms.setdefault(participle, (base, "participle" if participle != past else "past"))
        forms.setdefault(_with_s(base), (base, "s"))
        forms.setdefault(_with_ing(base), (base, "ing"))
        forms.setdefault(_with_ed(base), (base, "past"))
        if past not in bases:
            forms[past] = (base, "past")
    for base in bases:
        forms[base] = (base, "base")
    forms |= {"fell": ("fall", "past"), "lit": ("light", "past"), "thrown": ("throw", "participle")}
    forms |= {"shot": ("shoot", "past"), "lying": ("lie", "ing"), "laid": ("lay", "past")}
    for word in ("is", "are", "was", "were", "am", "being", "been", "be", "'s", "'re"):
        forms[word] = ("be", "participle" if word == "been" else "s")
    forms |= {"has": ("have", "s"), "had": ("have", "past"), "does": ("do", "s")}
    return forms


def _doubles(base: str) -> bool:
    """Does the last letter double (stop, stopped)?  One-syllable consonant-vowel-consonant."""
    if len(base) < 3 or base[-1] in "wxy" or base[-1] in _VOWELS:
        return base in {"dribble"}
    vowels = sum(letter in _VOWELS for letter in base)
    return base[-2] in _VOWELS and base[-3] not in _VOWELS and vowels == 1


def _with_ed(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ied"
    return base + (base[-1] if _doubles(base) else "") + "ed"


def _with_s(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _with_ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and len(base) > 2:
        return base[:-1] + "ing"
    return base + (base[-1] if _doubles(base) else "") + "ing"
