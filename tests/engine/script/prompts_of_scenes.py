"""Prompts of a third round: two sentences each, styles after them.

How the expectations read is told in ``expectations``.
"""

# ruff: noqa: E501 (one prompt a line)
from __future__ import annotations

from typing import Any

NINTH: list[tuple[str, dict[str, Any]]] = [
    (
        "Slow dolly-in on an old woman knitting in an armchair; a kitten bats at a ball of yarn on the floor. Warm tungsten light, film grain.",
        {
            "s": ["old woman", "armchair", "small cat", "ball", "ball"],
            "a": ["cat hit * at ball"],
            "move": "dolly in",
            "no": [],
        },
    ),
    (
        "A delivery van screeches to a halt in front of a town house. The driver jumps out and carries two parcels to the door. Bright morning, 35mm lens.",
        {
            "s": ["van", "townhouse", "person", "2 box", "door"],
            "a": ["person jump", "person carry box to door"],
            "p": "street",
            "t": "dawn",
            "lens": 35.0,
        },
    ),
    (
        "At night, a street lamp flickers above an empty bench. A man in a trench coat sits down, opens an umbrella and waits in the rain. Melancholic.",
        {
            "s": ["street lamp", "bench", "trench coat man", "umbrella"],
            "a": ["street lamp burn", "man sit", "man open umbrella", "man stand"],
            "t": "night",
            "w": "rain",
        },
    ),
    (
        "Crane shot rising over a beach: a boy builds a sandcastle while a wave rolls in and washes it away. Nostalgic.",
        {
            "s": ["box", "boy"],
            "a": ["boy stack"],
            "p": "beach",
            "move": "crane up",
            "n": ["nostalgic"],
        },
    ),
    (
        "Two chefs argue in a kitchen. One throws a pan at the other, who ducks. It hits a shelf and three plates fall. Slapstick comedy.",
        {
            "s": ["2 person", "pan", "shelf", "3 plate"],
            "a": ["person talk", "person throw pan at person", "pan hit shelf", "plate fall"],
            "p": "kitchen",
        },
    ),
    (
        "A football rolls across a wet pitch and stops at a goalkeeper's boots. He looks up. Extreme close-up of his eyes.",
        {
            "s": ["football", "man"],
            "a": ["football roll", "football stand", "man look"],
            "size": "extreme close-up",
            "p": "park",
        },
    ),
    (
        "A woman places a teapot and two cups on a round table in a sunny garden. A bee buzzes past. Pastel colours, soft bokeh.",
        {
            "s": ["bee", "woman", "teapot", "2 cup", "round table"],
            "a": ["woman put down teapot on round table", "woman put down cup on round table"],
            "p": "park",
            "snd": [],
        },
    ),
    (
        "Interior, office, night. A tired programmer types on a laptop; the phone rings, he ignores it. Blue monitor glow, cyberpunk mood.",
        {
            "s": ["man", "laptop", "phone"],
            "a": ["man type", "phone ring"],
            "p": "office",
            "t": "night",
            "snd": ["typing", "phone"],
        },
    ),
    (
        "A drone follows a red car along a coastal road at sunset. The car overtakes a bus. Epic orchestral feel, 4K HDR.",
        {
            "s": ["red car", "bus"],
            "a": ["car overtake bus"],
            "move": "follow",
            "t": "dusk",
            "p": "street",
        },
    ),
    (
        "A traffic light turns green. Three cars and a taxi drive off; a cyclist in a yellow vest stays behind, talking on his phone.",
        {
            "s": ["green traffic light", "3 car", "taxi", "yellow vest person", "phone"],
            "a": ["car drive", "taxi drive", "person stand", "person talk"],
            "p": "street",
        },
    ),
    (
        'Low-key lighting. A hand slides a ring across a table to a woman, who whispers "No." Intense, close.',
        {
            "s": ["person", "ring", "table", "woman"],
            "a": ["person push ring across table", "woman whisper"],
            "d": [("woman", "No.")],
        },
    ),
    (
        "A snowy forest clearing with a small tent and a campfire. A wolf appears between the firs, sniffs, and runs away. Eerie silence.",
        {
            "s": ["small tent", "campfire", "wolf", "2 fir"],
            "a": ["wolf walk", "wolf run"],
            "p": "forest",
            "w": "snow",
        },
    ),
    (
        "A magician in a black cape pulls a rabbit out of a top hat. The audience applauds. Spotlight, vintage theatre look.",
        {
            "s": ["black cape person", "rabbit", "hat", "6 person"],
            "a": ["person pull rabbit out of hat", "person clap"],
        },
    ),
    (
        "Black and white. A train of dominoes on a long table topples, and the last one knocks a glass off the edge. Rack focus.",
        {
            "s": ["7 in a row domino", "long table", "glass"],
            "a": ["domino topple", "domino knock over glass off table"],
            "style": "noir",
        },
    ),
    (
        "A bride and a groom dance in a barn full of candles, friends clapping around them. Handheld, intimate, golden tones.",
        {
            "s": ["woman", "man", "2 candle", "2 person"],
            "a": ["woman dance", "man dance", "person clap"],
            "move": "handheld",
            "n": ["intimate", "golden"],
        },
    ),
    (
        'Emma, soaked and shivering, runs up the stairs of an old house and bangs on the door. "Let me in!" she screams. Thunder.',
        {
            "s": ["woman", "old house", "door"],
            "a": ["woman run", "woman hit * on door", "woman shout"],
            "d": [("woman", "Let me in!")],
            "snd": ["thunder"],
        },
    ),
    (
        "Bird's-eye view: four people sit around a campfire; one of them stands up and walks into the dark. Ambient forest sounds.",
        {
            "s": ["4 person", "campfire"],
            "a": ["person sit _ around campfire", "person stand", "person walk"],
            "p": "forest",
            "angle": "overhead",
        },
    ),
    (
        'A green parrot on a man\'s shoulder repeats: "Pieces of eight!" The pirate laughs and tosses it a coin.',
        {
            "s": ["green parrot", "man", "person", "coin"],
            "a": ["parrot say", "person laugh", "person throw coin to parrot"],
            "d": [("parrot", "Pieces of eight!")],
        },
    ),
    (
        "A skateboarder jumps over a bench, lands badly and crashes into a row of bins, which fall over one after another. GoPro, wide angle.",
        {
            "s": ["person", "bench", "4 in a row bin"],
            "a": ["person jump * over bench", "person collide * into bin", "bin topple"],
        },
    ),
    (
        "Dutch angle on a clown holding three balloons in a foggy street. He lets go of one and it floats away. Horror.",
        {
            "s": ["man", "3 balloon"],
            "a": ["man carry balloon", "man drop balloon", "balloon float"],
            "angle": "dutch",
            "w": "fog",
        },
    ),
    (
        "A marble rolls down a ramp, hits a domino, and the domino falls onto a bell that rings. Rube Goldberg machine, macro lens.",
        {
            "s": ["marble", "ramp", "domino"],
            "a": ["marble roll _ down ramp", "marble hit domino", "domino fall"],
            "snd": ["bell"],
        },
    ),
    (
        "A mother lifts her baby out of a crib and sings softly. Morning sun streams through the curtains. Gentle, airy, high key.",
        {
            "s": ["curtain", "woman", "boy", "bed"],
            "a": ["woman pick up boy", "woman sing"],
            "p": "room",
            "t": "dawn",
        },
    ),
    (
        "An orange cat pushes a vase off a cupboard while a dog watches from a stool. The vase shatters. Sitcom lighting.",
        {
            "s": ["orange cat", "vase", "cupboard", "dog", "stool"],
            "a": ["cat push vase off cupboard", "dog look", "vase break"],
            "p": "room",
        },
    ),
    (
        "A police car with flashing lights blocks the road. An officer raises her hand and a taxi stops. Rainy dusk, 85mm.",
        {
            "s": ["police car", "person", "taxi"],
            "a": ["police car catch", "taxi stand"],
            "t": "dusk",
            "w": "rain",
            "lens": 85.0,
        },
    ),
]
