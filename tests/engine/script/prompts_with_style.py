"""Prompts with styles and moods, tried first when those for film were all understood.

How the expectations read is told in ``expectations``.
"""

# ruff: noqa: E501 (one prompt a line)
from __future__ import annotations

from typing import Any

EIGHTH: list[tuple[str, dict[str, Any]]] = [
    (
        "Aerial view of a red sailboat crossing a calm bay at sunrise, gulls circling overhead. Soft pastel light, painterly, 4k.",
        {
            "has": ["red sailing ship", "2 white bird"],
            "a": ["sailing ship walk|slide|drive", "bird fly"],
            "p": "beach",
            "t": "dawn",
            "angle": "overhead",
        },
    ),
    (
        "A barista slides a cup of coffee across the counter; a student in a yellow beanie takes it and smiles. Warm indie-film look.",
        {
            "s": ["person", "cup", "table", "yellow beanie person"],
            "a": ["person push cup across table", "person pick up cup", "person smile"],
            "n": ["warm", "indie-film"],
        },
    ),
    (
        'Rain-streaked night. Two detectives stand beside a police car, its lights flashing. "He was here," one of them mutters. Neo-noir.',
        {
            "s": ["2 man", "police car"],
            "a": ["man stand * beside police car", "police car burn", "man say"],
            "d": [("man", "He was here,")],
            "t": "night",
            "p": "street",
        },
    ),
    (
        "Close-up on a wine glass falling from a table in slow motion, shattering on a marble floor. Hyper-detailed, dramatic lighting.",
        {
            "s": ["wine glass", "table"],
            "a": ["wine glass fall _ from table", "wine glass break _ on floor"],
            "size": "close-up",
            "no": ["slow"],
        },
    ),
    (
        "A little girl in a red raincoat chases a beach ball down a wet street while her mother watches from a doorway.",
        {
            "s": ["red raincoat girl", "beach ball", "woman", "door"],
            "a": ["girl chase beach ball", "woman look _ from door"],
            "p": "street",
            "n": ["wet"],
        },
    ),
    (
        "The camera pulls back from a candle on a windowsill to reveal a woman writing at a desk. Outside, thunder rolls.",
        {
            "s": ["candle", "woman", "desk"],
            "a": ["woman write _ at desk"],
            "move": "dolly out",
            "snd": ["thunder"],
            "n": [],
        },
    ),
    (
        "Three robots play football in an empty stadium. The smallest one scores, and the others lift it up. Cheerful, saturated colors.",
        {
            "s": ["3 robot", "football"],
            "a": ["robot play football", "robot score _", "robot pick up football"],
            "p": "park",
        },
    ),
    (
        "An old fisherman rows a small boat through thick fog. He stops, listens, and lights a lantern. Haunting, low contrast.",
        {
            "s": ["old man", "small boat", "lantern"],
            "a": ["old man drive boat", "old man stand", "old man light lantern"],
            "w": "fog",
        },
    ),
    (
        "A cowboy on a white horse rides slowly into a dusty town at high noon; a door creaks, and a stranger steps out. Spaghetti western style.",
        {
            "s": ["man", "white horse", "person"],
            "a": ["man drive", "person walk"],
            "p": "street",
            "t": "day",
        },
    ),
    (
        "Tracking shot of a paper cup rolling along a gutter until it hits a boot. A hand picks it up.",
        {
            "s": ["paper cup", "person"],
            "a": ["cup roll", "cup hit", "person pick up cup"],
            "move": "follow",
            "n": ["gutter", "boot"],
        },
    ),
    (
        "In a cluttered workshop, an inventor screws a bulb into a lamp. It glows, and she laughs with joy. Shallow focus, dust in the air.",
        {
            "s": ["light bulb", "woman", "lamp"],
            "a": ["lamp burn", "woman laugh"],
            "no": ["dust"],
        },
    ),
    (
        "A skateboard rolls down a hill on its own, crosses the road and crashes into a hedge. Comedic, bright daylight, wide lens.",
        {
            "s": ["skateboard", "hedge"],
            "a": ["skateboard roll", "skateboard walk road", "skateboard collide _ into hedge"],
            "lens": 24.0,
        },
    ),
    (
        'Anna and Tom sit on a stump by a campfire. Anna: "Did you hear that?" Tom shakes his head. An owl hoots.',
        {
            "s": ["woman", "man", "stump", "campfire", "brown bird"],
            "a": ["woman sit _ on stump", "man sit _ on stump", "man nod", "bird chirp"],
            "d": [("woman", "Did you hear that?")],
        },
    ),
    (
        'Medium close-up of a bald man in a black turtleneck talking to the camera: "This changes everything." Corporate interview style, softbox lighting.',
        {
            "s": ["bald|black turtleneck man"],
            "a": ["man talk"],
            "d": [("man", "This changes everything.")],
            "size": "medium close-up",
        },
    ),
    (
        "A tower of bricks sways in the wind, then collapses onto a parked van. Dust everywhere. Handheld news footage.",
        {
            "s": ["4 stacked brick", "van"],
            "a": ["brick swing", "brick topple _ onto van"],
            "w": "wind",
            "move": "handheld",
        },
    ),
    (
        "A ginger cat naps on a laptop keyboard. Its owner gently lifts it off and puts it in a cardboard box. Cozy, lo-fi.",
        {
            "s": ["cat", "laptop", "person", "cardboard box"],
            "a": ["cat lie _ on laptop", "person pick up cat", "person put down cat in box"],
        },
    ),
    (
        "Establishing shot: a lighthouse on a rocky cliff, storm waves pounding below. Lightning flashes. Ominous and cinematic.",
        {"s": ["lighthouse"], "a": [], "w": "storm", "snd": ["waves"], "size": "establishing"},
    ),
    (
        "A tennis player in white tosses a tennis ball, swings her racket and hits it over the net. Low angle, 120 fps, crisp shadows.",
        {
            "s": ["person", "tennis ball", "racket"],
            "a": [
                "person throw tennis ball",
                "person swing racket",
                "person hit tennis ball over net",
            ],
            "angle": "low angle",
        },
    ),
    (
        "Kids build a snowman in front of a townhouse; one puts a top hat on its head and another throws a snowball at it. Stop motion look.",
        {
            "s": ["2 boy", "snowman", "townhouse", "hat", "white ball"],
            "a": ["boy throw ball"],
            "style": "clay",
        },
    ),
    (
        "A bat flutters out of a cave at dusk. Hundreds of others follow. Nature documentary, telephoto lens.",
        {"has": ["brown bird"], "a": ["bird fly"], "t": "dusk", "p": "cave", "lens": 135.0},
    ),
    (
        "A waiter drops a tray with three wine glasses. Everyone in the restaurant turns around. Awkward silence.",
        {
            "s": ["man", "tray", "3 wine glass", "3 person"],
            "a": ["man drop tray", "person turn"],
            "p": "cafe",
        },
    ),
    (
        "POV: you walk down a long corridor; a door at the end slowly opens and a golden retriever runs towards you.",
        {"s": ["door", "dog"], "a": ["door open", "dog run"], "p": "room", "d": []},
    ),
    (
        "A woman in a wheelchair throws a basketball. It bounces off the backboard, hits the rim and drops in. The crowd cheers.",
        {
            "s": ["chair", "woman", "basketball", "hoop", "6 person"],
            "a": [
                "woman throw basketball",
                "basketball bounce _ off hoop",
                "basketball hit rim",
                "basketball drop",
                "person shout",
            ],
            "p": "court",
        },
    ),
    (
        "Wes Anderson style symmetrical shot of a pink hotel, a bellboy standing in front of it holding two suitcases.",
        {
            "s": ["pink building", "boy", "2 suitcase"],
            "a": ["boy stand _ in front of building", "boy carry suitcase"],
            "no": ["wes", "anderson"],
        },
    ),
]
