"""Further prompts: two-sentence shots, passives, relative clauses, screenplays, camera first.

How the expectations read is told in ``expectations``.
"""

# ruff: noqa: E501 (one prompt a line)
from __future__ import annotations

from typing import Any

FIFTH: list[tuple[str, dict[str, Any]]] = [
    (
        "Night. Rain. A woman in a long black coat hurries along an empty street; a taxi pulls up beside her.",
        {
            "s": ["long black coat woman", "taxi"],
            "a": ["woman run", "taxi drive * beside|next woman"],
            "t": "night",
            "w": "rain",
            "p": "street",
        },
    ),
    (
        "The camera cranes down to a boy who is bouncing a basketball against a wall.",
        {
            "has": ["boy", "basketball"],
            "move": "crane down",
            "a": ["boy bounce|dribble basketball against wall|fence"],
        },
    ),
    (
        "INT. KITCHEN - MORNING. Tom pours coffee into a mug. Sara enters, wearing a yellow raincoat.",
        {
            "has": ["man", "mug", "yellow raincoat woman"],
            "p": "kitchen",
            "t": "dawn",
            "a": ["man pour", "woman walk"],
        },
    ),
    (
        "A vase that was standing on the shelf is knocked over by a cat and shatters on the floor.",
        {"s": ["vase", "shelf", "cat"], "a": ["cat knock over vase", "vase break * on floor"]},
    ),
    (
        "Two boys throw a ball to each other while their dog runs back and forth between them.",
        {"s": ["2 boy", "ball", "dog"], "a": ["boy throw ball", "dog run"], "n": []},
    ),
    (
        '"Wait for me!" the girl shouts, running after the bus.',
        {
            "s": ["girl", "bus"],
            "d": [("girl", "Wait for me!")],
            "a": ["girl run * after bus"],
            "p": "street",
        },
    ),
    (
        "Five cardboard boxes are stacked on a table. A boy pulls out the bottom one and the stack collapses.",
        {"has": ["5 cardboard|stacked box", "table", "boy"], "a": ["box topple"]},
    ),
    (
        "An old man does not move; beside him a dog sleeps.",
        {"s": ["old man", "dog"], "a": ["dog lie"], "n": []},
    ),
    (
        "Slow motion: a water balloon hits a man in the face.",
        {"has": ["balloon", "man"], "a": ["balloon hit man"], "no": ["slow"]},
    ),
    (
        "A pyramid of cans on a wooden crate; a tennis ball flies in and knocks them down.",
        {
            "s": ["6 stacked can", "wooden crate", "tennis ball"],
            "a": ["tennis ball fly", "tennis ball knock over can"],
        },
    ),
    (
        "Dolly in on Emma, who is sitting alone on a park bench, holding a red balloon. She lets go of it.",
        {
            "s": ["woman", "bench", "red balloon"],
            "move": "dolly in",
            "p": "park",
            "a": ["woman sit", "woman carry balloon", "woman drop balloon"],
        },
    ),
    (
        "The mysterious stranger walks away into the fog.",
        {"s": ["person"], "w": "fog", "a": ["person walk"], "n": ["mysterious"]},
    ),
    (
        "A truck drives past a bakery while a man sweeps the sidewalk.",
        {"s": ["truck", "man", "building"], "p": "street", "a": ["truck drive", "man work"]},
    ),
    (
        "Someone knocks. A woman opens the door and gasps.",
        {"s": ["person", "woman", "door"], "a": ["woman open door"], "no": []},
    ),
    (
        "A row of ten dominoes falls over, one after another, and the last one pushes a marble off the table.",
        {
            "has": ["10 in a row domino", "table"],
            "a": ["domino topple", "domino push marble off table"],
        },
    ),
    (
        "John pushed Mike, who fell into the pool.",
        {"s": ["man", "man"], "a": ["man push man", "man fall"]},
    ),
    (
        "Three women sit on a sofa, watching television and eating apples.",
        {
            "s": ["3 woman", "sofa", "television", "2 apple"],
            "a": ["woman sit _ on sofa", "woman look television", "woman eat apple"],
            "p": "room",
            "n": [],
        },
    ),
    (
        "Low-angle tracking shot: a skateboarder rolls down a ramp, jumps over a barrel and lands on his feet.",
        {
            "has": ["person", "ramp", "barrel"],
            "angle": "low angle",
            "move": "follow",
            "a": ["person roll * down ramp", "person jump * over barrel", "person stand"],
        },
    ),
    (
        "At dawn a horse drinks from a bucket in a snowy meadow as a bird lands on its back.",
        {
            "s": ["horse", "bucket", "bird"],
            "t": "dawn",
            "w": "snow",
            "p": "meadow",
            "a": ["horse drink", "bird stand|fly"],
        },
    ),
    (
        "The glass, which is half-full, is pushed slowly across the table by an invisible hand.",
        {"has": ["glass", "table"], "a": ["* push glass"]},
    ),
    (
        "MARTA (whispering): Is anybody there?\nA door creaks. Footsteps.",
        {
            "has": ["woman"],
            "d": [("woman", "Is anybody there?")],
            "manner": ["whispering"],
            "snd": ["door", "footsteps"],
        },
    ),
    (
        "A bicycle leans against a wall; a man in a cap picks it up and rides off down the alley.",
        {"has": ["bicycle", "cap man"], "p": "street", "a": ["man pick up bicycle", "man drive"]},
    ),
    (
        "Before the bus leaves, an old woman with a cane climbs aboard.",
        {
            "s": ["plank", "bus", "old woman"],
            "a": ["old woman climb|walk", "bus walk|drive"],
            "no": [],
        },
    ),
    (
        "A referee blows a whistle and two players in blue jerseys run towards the ball.",
        {
            "has": ["person", "2 blue jersey person", "ball"],
            "snd": ["whistle"],
            "a": ["person run * towards|toward ball"],
        },
    ),
    (
        "An apple is tossed into the air by a clown and caught again.",
        {"s": ["apple", "person"], "a": ["person throw apple", "* catch apple"]},
    ),
    (
        'Without looking up, the clerk says, "Next!" and stamps a form.',
        {"has": ["person"], "d": [("person", "Next!")], "no": []},
    ),
    (
        "The red car stops at the crossing, then turns left and disappears.",
        {"s": ["red car"], "a": ["car stand", "car turn"], "p": "street"},
    ),
    (
        "Time-lapse of a city street from day to night, people and cars rushing by.",
        {"p": "street", "no": ["time-lapse"], "has": ["2 car"]},
    ),
    (
        "Grandpa sits down in the armchair, opens a newspaper and falls asleep.",
        {
            "has": ["old man", "armchair"],
            "a": ["old man sit * in armchair", "old man open book", "old man lie"],
            "p": "room",
        },
    ),
    (
        "On the left stands a tall man in a grey suit, on the right a little girl with a doll.",
        {
            "has": ["tall|grey suit man", "little girl"],
            "a": ["man stand"],
            "sub": [],
            "where": {"teddy bear": ("with", "girl")},
        },
    ),
    (
        "A hammer, dropped from a shelf, smashes a plate.",
        {"s": ["hammer", "shelf", "plate"], "a": ["hammer hit|break plate"]},
    ),
    (
        "Handheld, 35mm: two soldiers carry a wooden crate through the forest and put it down next to a tree.",
        {
            "s": ["2 man", "wooden crate", "tree"],
            "move": "handheld",
            "lens": 35.0,
            "p": "forest",
            "a": ["man carry crate", "man put down crate next to tree"],
        },
    ),
    (
        "A balloon slips out of a child's hand and floats up past the windows of a tall building.",
        {"has": ["balloon", "boy", "tall building"], "a": ["balloon float"]},
    ),
    (
        "A cube is balanced on a sphere until somebody touches it and it tips over.",
        {"s": ["cube", "sphere", "person"], "a": ["person hit cube", "cube topple"]},
    ),
    (
        "The man turns to the woman and asks, “Where were you?” She shrugs. “Nowhere.”",
        {
            "s": ["man", "woman"],
            "d": [("man", "Where were you?"), ("woman", "Nowhere.")],
            "a": ["man turn"],
            "no": [],
        },
    ),
    (
        "Establishing shot of a cottage at dusk, smoke rising from the chimney, a horse grazing by the fence.",
        {
            "has": ["house", "horse", "fence"],
            "size": "establishing",
            "t": "dusk",
            "a": ["horse walk|stand|eat"],
        },
    ),
    (
        "A girl with red hair, a striped scarf and white sneakers skips across the playground.",
        {
            "s": ["red hair|striped scarf|white sneakers girl"],
            "p": "park",
            "a": ["girl jump _ across park"],
        },
    ),
    (
        "As soon as the phone rings, the woman stands up, walks to the desk and answers it.",
        {
            "s": ["phone", "woman", "desk"],
            "snd": ["phone"],
            "a": ["phone ring", "woman stand", "woman walk * to desk"],
        },
    ),
    (
        "The bowling ball misses all the pins except one.",
        {"has": ["bowling ball"], "a": ["bowling ball miss"]},
    ),
    (
        "A cat leaps from a bookshelf onto the lamp; both crash to the ground.",
        {
            "s": ["cat", "shelf", "lamp"],
            "a": ["cat jump * from shelf", "cat collide|fall", "lamp collide|fall"],
        },
    ),
]
