"""Further prompts: asides, lists of deeds, places of which, deeds before the doer's name.

How the expectations read is told in ``expectations``.
"""

from __future__ import annotations

from typing import Any

SIXTH: list[tuple[str, dict[str, Any]]] = [
    (
        "A stray dog follows a boy home through the snow, then lies down at his feet.",
        {"s": ["stray dog", "boy"], "a": ["dog walk boy", "dog lie"], "w": "snow", "n": ["stray"]},
    ),
    (
        "Two women argue at a table; one stands up and leaves.",
        {"s": ["2 woman", "table"], "a": ["woman talk", "woman stand", "woman walk"], "n": []},
    ),
    (
        "The ball that the boy kicked hits a window and bounces back into the street.",
        {
            "s": ["ball", "boy", "window"],
            "a": ["boy kick ball", "ball hit window", "ball bounce _ into street"],
            "n": [],
        },
    ),
    (
        "Close-up on a hand that drops a coin into a cup.",
        {"s": ["person", "coin", "cup"], "a": ["person drop coin into cup"], "size": "close-up"},
    ),
    (
        "EXT. BEACH - SUNSET. An old couple walks along the shore, holding hands.",
        {"s": ["2 old person"], "p": "beach", "t": "dusk", "a": ["person walk"], "n": []},
    ),
    (
        "The camera slowly orbits a table on which three apples and a bottle stand.",
        {
            "s": ["table", "3 apple", "bottle"],
            "move": "orbit right",
            "where": {"apple": ("on", "table"), "bottle": ("on", "table")},
        },
    ),
    (
        '"I told you," Anna says quietly. Tom doesn\'t answer, he just looks away.',
        {
            "s": ["woman", "man"],
            "d": [("woman", "I told you,")],
            "manner": ["quietly"],
            "a": ["man look"],
        },
    ),
    (
        "A basketball rolls off a shelf, hits a lamp, which falls over, and comes to rest under a "
        "chair.",
        {
            "s": ["basketball", "shelf", "lamp", "chair"],
            "a": ["basketball hit lamp", "lamp topple", "basketball stand * under chair"],
        },
    ),
    (
        "A group of children run down the hill, laughing, chased by a small white dog.",
        {
            "s": ["4 boy", "small|white dog"],
            "a": ["boy run", "boy laugh", "dog chase boy"],
            "p": "meadow",
        },
    ),
    (
        "After dropping his book, the teacher picks it up and puts it on the desk.",
        {
            "s": ["book", "person", "desk"],
            "a": ["person drop book", "person pick up book", "person put down book on desk"],
        },
    ),
    (
        "A girl blows up a balloon, ties it and lets it fly away.",
        {"s": ["girl", "balloon"], "a": ["girl blow balloon", "balloon fly"], "n": []},
    ),
    (
        "A glass bottle is thrown from a car and breaks on the road.",
        {
            "s": ["glass bottle", "car"],
            "a": ["_ throw bottle from car", "bottle break"],
            "p": "street",
        },
    ),
    (
        "Wide shot: two cars race each other along the coast at dusk, then one of them crashes "
        "into a fence.",
        {
            "s": ["2 car", "fence"],
            "a": ["car run", "car collide * into fence"],
            "p": "beach",
            "t": "dusk",
        },
    ),
    (
        "The horse that the girl is riding jumps over a fence and gallops away.",
        {
            "s": ["horse", "girl", "fence"],
            "a": ["girl drive horse", "horse jump * over fence", "horse run"],
        },
    ),
    (
        "A vase is lifted by a robot and set down on a shelf.",
        {
            "s": ["vase", "robot", "shelf"],
            "a": ["robot pick up vase", "robot put down vase on shelf"],
        },
    ),
    (
        "Nobody notices the cat that sneaks under the table.",
        {"s": ["cat", "table"], "a": ["cat walk * under table"], "n": []},
    ),
    (
        "From behind a tree, a dog watches two men who carry a sofa.",
        {
            "s": ["tree", "dog", "2 man", "sofa"],
            "a": ["dog look man", "man carry sofa"],
            "where": {"dog": ("behind", "tree")},
        },
    ),
    (
        "A ball is kicked over a fence, and a boy climbs over it to get it back.",
        {"s": ["ball", "fence", "boy"], "a": ["_ kick ball over fence", "boy climb"]},
    ),
    (
        "JACK: Did you hear that? (A door slams.) JILL: It's only the wind.",
        {
            "s": ["man", "woman"],
            "d": [("man", "Did you hear that?"), ("woman", "It's only the wind.")],
            "snd": ["door"],
            "w": "clear",
        },
    ),
    (
        "Four wooden chairs stand around a round table; on it are a bowl and two apples.",
        {
            "s": ["4 wooden chair", "round table", "bowl", "2 apple"],
            "where": {"bowl": ("on", "round table"), "apple": ("on", "round table")},
        },
    ),
    (
        "Suddenly a red ball rolls into the room and stops at the girl's feet.",
        {"s": ["red ball", "girl"], "p": "room", "a": ["ball roll", "ball stand _ at girl"]},
    ),
    (
        "An orange balloon escapes from a little girl in a blue dress and floats up into the sky.",
        {"s": ["orange balloon", "little|blue dress girl"], "a": ["balloon float"], "n": []},
    ),
    (
        "Anna shoots the basketball at the hoop and it bounces off the backboard. Crane up.",
        {
            "s": ["woman", "basketball", "hoop"],
            "a": ["woman shoot basketball at hoop", "basketball bounce _ off hoop"],
            "p": "court",
            "move": "crane up",
        },
    ),
    (
        "Emma kicks the ball to Jack, who stops it and passes it back.",
        {
            "s": ["woman", "ball", "man"],
            "a": ["woman kick ball to man", "man catch ball", "man throw ball"],
            "n": [],
        },
    ),
    (
        "Rain hammers on the roof of a parked bus; inside, a driver reads a newspaper.",
        {"s": ["parked bus", "person", "book"], "w": "rain", "a": ["person look book"]},
    ),
    (
        "A basketball player in a red jersey passes the ball to his teammate, who dunks it.",
        {
            "s": ["red jersey person", "ball", "person"],
            "a": ["person throw ball to person", "person score ball"],
        },
    ),
    (
        'Whip pan to a woman who screams "Stop!" at a man on a bicycle.',
        {
            "s": ["woman", "man", "bicycle"],
            "d": [("woman", "Stop!")],
            "a": ["woman shout _ at man"],
            "move": "whip pan",
        },
    ),
    (
        "At noon, the square is empty except for a dog that lies in the shade of a tree.",
        {"s": ["dog", "tree"], "a": ["dog lie"], "t": "day", "p": "street", "n": []},
    ),
    (
        "Seen from above, a girl lies in the grass, reading a book.",
        {
            "s": ["girl", "book"],
            "a": ["girl lie", "girl look book"],
            "angle": "overhead",
            "p": "meadow",
            "n": [],
        },
    ),
    (
        "A barrel rolls down a ramp into a row of bottles and knocks them over.",
        {
            "s": ["barrel", "ramp", "4 in a row bottle"],
            "a": ["barrel roll", "barrel knock over bottle"],
        },
    ),
    (
        "A man in a suit runs out of a building, looks left and right, and crosses the street.",
        {"s": ["suit man", "building"], "a": ["man run", "man look", "man walk street"], "n": []},
    ),
    (
        "Six bottles stand in a row on a fence. A stone hits the third one.",
        {"s": ["6 bottle", "fence", "rock"], "a": ["bottle stand", "rock hit bottle"], "n": []},
    ),
    (
        "A wooden crate is pulled up a ramp by two men.",
        {
            "s": ["wooden crate", "ramp", "2 man"],
            "a": ["man pull crate up ramp"],
        },
    ),
    (
        "A dog catches a ball that a man in a red hat has thrown.",
        {
            "s": ["dog", "ball", "red hat man"],
            "a": ["dog catch ball", "man throw ball"],
            "n": [],
        },
    ),
    (
        "A domino is pushed by a finger and the whole row falls.",
        {"s": ["domino", "person"], "a": ["person push domino", "domino fall"], "n": []},
    ),
    (
        "The phone on the desk rings twice before a man in a grey suit picks it up and says "
        "“Hello?”",
        {
            "s": ["phone", "desk", "grey suit man"],
            "a": ["phone ring", "man pick up phone"],
            "d": [("man", "Hello?")],
            "where": {"phone": ("on", "desk")},
        },
    ),
]
