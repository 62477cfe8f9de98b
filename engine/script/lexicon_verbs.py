"""Verbs: base forms that the world acts, with synonyms, and how English bends them."""

# ruff: noqa: E501 (tables read better one entry a line)
from __future__ import annotations

from functools import cache

_VERBS = """
drop: let go of, let fall, release
fall: tumble, plummet, fall down, fall over, collapse, plunge, crumble, come down, fall off, tumble down, trip, stumble, slip
bounce: rebound, ricochet, bounce off, bob
roll: roll over, trundle
slide: skid, glide, slither
throw: toss, hurl, fling, lob, chuck, cast, pitch, launch
kick: boot, punt
hit: bat, strike, smack, punch, slap, bump, bump into, whack, bang, tap, knock, smash, pound, hammer, beat, touch, poke
push: shove, nudge, press
pull: drag, tug, tow, haul, yank
knock over: tip over, knock down, overturn, knock off, push over, topple over, bowl over, upset, kick over, scatter
topple: fall apart, tip, keel over, give way
collide: crash, crash into, slam, slam into, ram, run into, bang into, smash into, collide with
break: shatter, crack, break apart, burst, split, explode, pop, smash apart, fall to pieces
swing: sway, dangle, hang, rock
spin: rotate, twirl, whirl, revolve, spin around, pirouette
fly: circle overhead, soar, fly away, flap, take off, flutter, swoop
float: drift, hover, levitate, float away, float up
drive: ride, row, cruise, park, drive away, drive off, drive by, drive past, pedal, pull up, pull over, race by, speed, steer
walk: circle, orbit, stroll, wander, stride, march, amble, pace, step, hike, tiptoe, trudge, strut, saunter, limp, walk away, shuffle, crawl, sneak, creep, prowl, enter, exit, leave, arrive, approach, come, go, move, return, cross, walk up, come in, go out, walk out, pass, travel, head, lead, advance, move away, graze, explore, follow, lurch, roam, stalk, swagger, waddle, plod, weave, slink, parade, patrol, meander, stagger, emerge, appear, get off, get on, get out, get in, get into, climb out, board, proceed, back away, depart
run: jog, sprint, dash, race, rush, gallop, trot, flee, hurry, run away, run off, scamper, bolt, scurry, charge, run up, escape, storm, dart, scramble, scuttle, zoom, whiz
chase: pursue, hunt
jump: leap, hop, skip, vault, bound, jump up, pounce, jump over, spring, dive
sit: sit down, duck, perch, be seated, kneel, squat, crouch
lie: lie down, sleep, fall asleep, go to sleep, nap, rest, recline, lay, doze, snooze, lounge
stand: stand up, wait, get up, stand still, pose, stop, screech to a halt, halt, pause, freeze, remain, stay, linger, come to a stop, come to rest, settle, rise, land, balance, lean, exist
wave: greet, wave goodbye, salute, wave at, beckon, wave hello
point: point at, gesture, aim, indicate, point to
say: state, announce, declare, reply, respond, answer, add, remark, exclaim, tell, ask, explain, murmur, mutter, mumble, continue, call, call out, repeat, admit, insist, warn, promise, joke, narrate, comment, note, think, wonder, read
talk: speak, chat, converse, argue, discuss, gossip, debate, negotiate, lecture, preach
shout: yell, scream, cry out, holler, bellow, roar, shriek, cheer
whisper: hiss
sing: hum, chant, serenade
laugh: giggle, chuckle
smile: grin, smirk
cry: weep, sob, sigh
look: look at, watch, gaze, stare, glance, observe, peer, look around, look up, look down, look out, see, notice, examine, study, inspect, admire, spot, face, check, search, look for, view, search for, stare at
turn: turn around, turn away, turn to, turn towards, look back, face away
nod: agree, bow, shake, curtsy, tremble with laughter, nod off
dance: waltz, boogie, breakdance, groove, tango
pick up: grab, take, lift, pick, lift up, seize, raise, grasp, collect, snatch, scoop up, hold up, reach for, reach, retrieve
put down: put, place, set, set down, lay down, put back, deposit, leave behind, install
carry: hold, bring, transport, deliver, hand, give, pass over, wield, clutch, offer
catch: receive, intercept, save, block, grip
shoot: shoot at, take a shot, fire
score: make a basket, dunk, slam dunk, sink, net
miss: fail
dribble: juggle
stack: pile up, pile, stack up, build, arrange, assemble
open: unlock, swing open, slide open
close: shut, slam shut
eat: chew, bite, nibble, feed, munch, lick, swallow, devour
drink: sip, gulp, slurp
write: draw, paint, sketch, scribble
type: text
play: practice, practise, perform
work: repair, fix, clean, sweep, cook, bake, wash, dig, screw, tighten, polish, scrub, tinker, mop, rake, saw, paint over, vacuum
hug: embrace, cuddle, kiss, pet, stroke
climb: climb up, scale, climb over, mount, ascend
swim: paddle, wade
pour: spill, splash, drip, leak
burn: glow, flash, flicker, blaze
light: turn on, switch on, illuminate, shine, gleam, sparkle, glitter
grow: bloom, blossom, expand, inflate, swell
shake hands: high five, fist bump
clap: applaud
fight: wrestle, box, attack, struggle, battle
blow: blow out, blow up, puff
tick: tock
ring: buzz, beep, chime
overtake: outrun
bark: woof, growl, howl
meow: purr
chirp: tweet, caw, hoot, squawk, quack, cluck
honk: toot, beep the horn
whistle: blow a whistle
"""

IRREGULAR = """
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
    """lose win wake find hide send teach buy sell pay steal disappear vanish wobble gasp shrug thank
    blink wink frown sneeze yawn cough tremble shiver hesitate melt evaporate dissolve pray
    celebrate relax forget remember realize realise understand believe hope worry wish discover
    ignore surround tie trim stretch shimmer snap wrap unwrap unpack unload stir peel slice chop knit sew shave borrow""".split()
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
