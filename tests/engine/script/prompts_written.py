"""Prompts as editors write them, and what of each must be understood.

How the expectations read is told in ``expectations``.
"""

from __future__ import annotations

from typing import Any

FIRST: list[tuple[str, dict[str, Any]]] = [
    (
        "A red rubber ball rolls off a wooden table and bounces twice on the floor.",
        {
            "s": ["red|rubber ball", "wooden table"],
            "a": ["ball roll * off table", "ball bounce"],
            "n": [],
        },
    ),
    (
        "Anna walks down a rainy street at night.",
        {"s": ["woman"], "a": ["woman walk"], "p": "street", "t": "night", "w": "rain", "n": []},
    ),
    (
        "A basketball player shoots and misses; the ball hits the backboard.",
        {"a": ["* shoot", "ball|basketball hit hoop"], "p": "court"},
    ),
    (
        "Two dogs chase a cat through the park",
        {"s": ["2 dog", "cat"], "a": ["dog chase cat"], "p": "park"},
    ),
    (
        'An old man sits on a bench and says "It is going to rain."',
        {
            "s": ["old man", "bench"],
            "a": ["old man sit _ on bench"],
            "d": [("old man", "It is going to rain.")],
        },
    ),
    (
        "Close-up of a woman's face as she whispers, “Don’t move.”",
        {"s": ["woman"], "size": "close-up", "d": [("woman", "Don’t move.")]},
    ),
    (
        "The camera slowly pushes in on a vase of flowers on a windowsill",
        {"move": "dolly in", "speed": "slow", "has": ["vase"]},
    ),
    (
        "A glass falls off the kitchen counter and shatters",
        {"has": ["glass"], "p": "kitchen", "a": ["glass fall"]},
    ),
    (
        "wide shot, foggy meadow at dawn, three horses grazing",
        {"s": ["3 horse"], "p": "meadow", "w": "fog", "t": "dawn", "size": "wide shot"},
    ),
    (
        "A yellow taxi drives past a row of parked cars",
        {"has": ["yellow taxi"], "a": ["taxi drive * past car"]},
    ),
    ("no people, just an empty street in the snow", {"s": [], "p": "street", "w": "snow"}),
    (
        "A zebra gallops across a field",
        {"s": ["zebra"], "a": ["zebra run"], "p": "meadow", "sub": []},
    ),
    ("asdf qwer zxcv", {"s": [], "a": [], "n": ["asdf", "qwer", "zxcv"]}),
    ("The ball is thrown by a boy.", {"s": ["ball", "boy"], "a": ["boy throw ball"]}),
    (
        "A boy kicks a football into the goal while a girl watches.",
        {
            "s": ["boy", "football", "goal", "girl"],
            "a": ["boy kick football into goal", "girl look"],
        },
    ),
    ("A phone rings on the desk.", {"has": ["phone", "desk"], "snd": ["phone"]}),
    (
        "Tom picks up a hammer, then drops it on his foot.",
        {"s": ["man", "hammer"], "a": ["man pick up hammer", "man drop hammer"]},
    ),
    (
        "Black and white, noir: a detective in a hat walks through fog",
        {"style": "noir", "s": ["man"], "w": "fog", "a": ["man walk"]},
    ),
    (
        "A stack of boxes topples over when a bowling ball hits it",
        {"has": ["4 box", "bowling ball"], "a": ["box topple", "bowling ball hit box"]},
    ),
    (
        "Low angle: a giant robot walks between tall buildings at sunset",
        {
            "has": ["giant robot"],
            "angle": "low angle",
            "t": "dusk",
            "a": ["robot walk * between building"],
        },
    ),
    (
        "Claymation style. A small green bird hops along a fence.",
        {"style": "clay", "s": ["small|green bird", "fence"]},
    ),
    (
        "A man and a woman dance in the living room.",
        {"s": ["man", "woman"], "a": ["man dance", "woman dance"], "p": "room"},
    ),
    ("Drone shot flying over a forest", {"move": "flyover", "p": "forest", "s": []}),
    (
        "ANNA: Where have you been?\nTOM: At the office.",
        {
            "s": ["woman", "man"],
            "d": [("woman", "Where have you been?"), ("man", "At the office.")],
        },
    ),
    (
        "A blue car crashes into a stack of crates",
        {"s": ["blue car", "4 crate"], "a": ["car collide * into crate"]},
    ),
    ("Thunder rolls in the distance as a dog barks", {"snd": ["thunder", "dog"]}),
    (
        "A child throws a stone and it bounces off the wall",
        {"has": ["rock"], "a": ["* throw rock", "rock bounce"]},
    ),
    (
        "She is wearing a red coat and carrying an umbrella",
        {"s": ["red coat woman", "umbrella"], "a": ["woman carry umbrella"]},
    ),
    ("A few apples fall from a tree", {"s": ["3 apple", "tree"], "a": ["apple fall * from tree"]}),
    (
        'Narrator: "Once upon a time there was a king."',
        {"s": [], "d": [("narrator", "Once upon a time there was a king.")]},
    ),
    ("An orange cat sleeps on a sofa next to a lamp", {"s": ["orange cat", "sofa", "lamp"]}),
    ("The camera orbits around a bronze statue", {"move": "orbit right"}),
    ("A woman runs up to a bus stop but the bus drives away", {"a": ["woman run", "bus drive"]}),
    (
        "There is a cup of coffee on the table.",
        {"has": ["cup", "table"], "where": {"cup": ("on", "table")}},
    ),
    (
        "Ten bowling pins are knocked over by a heavy ball",
        {"s": ["10 bowling pin", "heavy ball"], "a": ["ball knock over bowling pin"]},
    ),
    (
        "A metal bucket slides down a ramp, hits a vase and stops.",
        {
            "s": ["metal bucket", "ramp", "vase"],
            "a": ["bucket slide * down ramp", "bucket hit vase"],
        },
    ),
    ("Handheld shot of a crowd in a park", {"move": "handheld", "p": "park"}),
    ("'Look out!' shouts the man.", {"s": ["man"], "d": [("man", "Look out!")]}),
    ("A kid on a bicycle rides past a house", {"has": ["bicycle", "house"], "p": "street"}),
    (
        "The lady with the umbrella waves at the driver of the red truck",
        {"has": ["woman", "umbrella"], "a": ["woman wave"]},
    ),
]

SECOND: list[tuple[str, dict[str, Any]]] = [
    (
        "A brown dog runs across the lawn, jumps over a fence and catches a frisbee",
        {
            "s": ["brown dog", "fence", "frisbee"],
            "a": ["dog run", "dog jump _ over fence", "dog catch frisbee"],
            "sub": [],
        },
    ),
    (
        "Maria and her grandmother sit at the kitchen table drinking tea.",
        {
            "s": ["cup", "woman", "old woman", "table"],
            "p": "kitchen",
            "a": ["woman sit", "old woman sit"],
        },
    ),
    (
        "Medium shot of a robot waving at the camera",
        {"s": ["robot"], "size": "medium shot", "a": ["robot wave"], "n": []},
    ),
    (
        "It's a stormy night. A man with a lantern knocks on the door of an old house.",
        {
            "s": ["man", "lantern", "door", "old house"],
            "w": "storm",
            "t": "night",
            "snd": ["knock"],
        },
    ),
    (
        "A soccer ball is kicked by a girl into a goal",
        {"s": ["football", "girl", "goal"], "a": ["girl kick football into goal"], "p": "park"},
    ),
    (
        "Five coins drop onto a marble floor one after another",
        {"s": ["5 coin"], "a": ["coin drop"]},
    ),
    ("The bus stops and an old lady gets off", {"s": ["bus", "old woman"], "a": ["bus stand"]}),
    (
        "Pan left across a row of trees in the snow",
        {"s": ["4 tree"], "move": "pan left", "w": "snow"},
    ),
    (
        "Crane up from a parked bicycle to reveal the city at dusk",
        {"s": ["bicycle"], "move": "crane up", "p": "street", "t": "dusk"},
    ),
    (
        "«Bonjour», says the baker, and hands a boy a book.",
        {
            "s": ["person", "boy", "book"],
            "d": [("person", "Bonjour")],
            "a": ["person carry book to boy"],
        },
    ),
    (
        "A toddler pushes a toy car off the edge of a table.",
        {"s": ["boy", "car", "table"], "a": ["boy push car off table"]},
    ),
    (
        'Two men are arguing in an office. One shouts, "Get out!"',
        {"p": "office", "a": ["man talk"], "has": ["2 man"]},
    ),
    (
        "A black cat knocks a vase off a shelf; it smashes on the tiles.",
        {"s": ["black cat", "vase", "shelf"], "a": ["cat * vase off shelf"]},
    ),
    (
        "pixel art style, a horse gallops through a meadow under a blue sky",
        {"s": ["horse"], "style": "pixel", "p": "meadow", "a": ["horse run"]},
    ),
    (
        "Extreme close-up on a ticking clock",
        {"s": ["clock"], "size": "extreme close-up", "snd": ["clock"]},
    ),
    (
        "In the style of Van Gogh, a woman stands by a tree.",
        {"s": ["woman", "tree"], "no": ["van", "gogh"]},
    ),
    (
        "Kids play with balloons in the garden on a sunny afternoon",
        {"s": ["2 boy", "2 balloon"], "p": "park", "w": "clear"},
    ),
    (
        'Sarah looks at Mike. "I\'m leaving," she says. He nods.',
        {"s": ["woman", "man"], "d": [("woman", "I'm leaving,")], "a": ["woman look", "man nod"]},
    ),
    ("An elephant balances on a ball", {"has": ["ball"], "sub": []}),
    (
        "A dark blue sedan overtakes a bus on the highway",
        {"s": ["dark blue car", "bus"], "p": "highway"},
    ),
    (
        "A drunk sailor dances on a table while the crowd claps",
        {"has": ["table"], "snd": ["applause"], "a": ["* dance _ on table"]},
    ),
    (
        "The camera tracks a boy riding his bike through the village",
        {"s": ["boy", "bicycle"], "move": "follow", "a": ["boy drive bicycle"], "p": "street"},
    ),
    ("A row of dominoes falls one by one", {"s": ["7 in a row domino"], "a": ["domino fall"]}),
    (
        "Shot on a 50mm lens, a bride laughs in the rain",
        {"s": ["woman"], "lens": 50.0, "w": "rain", "a": ["woman laugh"]},
    ),
    (
        "A man in a black suit and a white hat leans against a lamp post.",
        {"s": ["black suit|white hat man", "street lamp"]},
    ),
    (
        "the football hits the post and bounces back",
        {"has": ["football"], "a": ["football hit", "football bounce"]},
    ),
    ("Nobody is in the park, only an empty bench", {"s": ["empty bench"], "p": "park"}),
    (
        "A woman whispers 'I love you' to a man",
        {"s": ["woman", "man"], "d": [("woman", "I love you")]},
    ),
    ("A purple dinosaur eats an apple", {"has": ["apple"], "no": []}),
    (
        "Bird's-eye view of a beach, a girl in a yellow dress runs toward the waves",
        {"s": ["yellow dress girl"], "angle": "overhead", "p": "beach", "a": ["girl run"]},
    ),
    (
        "The tennis ball that the dog carried rolls under the sofa",
        {"s": ["tennis ball", "dog", "sofa"], "a": ["tennis ball roll * under sofa"]},
    ),
    (
        "First a ball falls, then a box, then a vase.",
        {"s": ["ball", "box", "vase"], "a": ["ball fall"]},
    ),
    ("Old film look: a steam train passes a station", {"style": "vintage"}),
    (
        "An apple and an orange lie on a plate on the table",
        {
            "s": ["apple", "orange", "plate", "table"],
            "where": {"apple": ("on", "plate"), "plate": ("on", "table")},
        },
    ),
    (
        "The player dribbles the basketball, shoots, and scores!",
        {
            "has": ["person", "basketball"],
            "p": "court",
            "a": ["person dribble basketball", "person shoot", "person score"],
        },
    ),
    (
        "Slow zoom out from a teacup on a desk in a dim office",
        {"s": ["cup", "desk"], "move": "zoom out", "speed": "slow", "p": "office"},
    ),
    (
        "A wolf howls at the moon",
        {"s": ["wolf"], "t": "night", "sub": [("howl", "stand")]},
    ),
    (
        "Three friends walk along the beach, laughing and talking",
        {"s": ["3 person"], "p": "beach", "a": ["person walk", "person laugh", "person talk"]},
    ),
    (
        "Someone drops a plate and it breaks",
        {"s": ["person", "plate"], "a": ["person drop plate", "plate break"]},
    ),
    (
        "A crate slides down an icy ramp and knocks over three barrels.",
        {
            "s": ["crate", "ramp", "3 barrel"],
            "a": ["crate slide * down ramp", "crate knock over barrel"],
        },
    ),
]

THIRD: list[tuple[str, dict[str, Any]]] = [
    (
        "A waiter carries a tray of glasses through a busy restaurant and trips over a cat.",
        {"has": ["man", "cat"], "a": ["man carry tray", "man fall * over cat"], "p": "cafe"},
    ),
    (
        "Late at night, an ambulance speeds past the hospital, siren wailing.",
        {"t": "night", "has": ["ambulance"], "snd": ["siren"]},
    ),
    (
        "Emma, in a blue raincoat, feeds the ducks at a pond.",
        {"has": ["blue raincoat woman"], "a": ["woman eat"], "p": "lake"},
    ),
    (
        "A football rolls slowly down the hill and stops at the feet of a small boy",
        {"s": ["football", "small boy"], "p": "meadow", "a": ["football roll"]},
    ),
    (
        "Three red balls and two green cubes on a white table",
        {"s": ["3 red ball", "2 green cube", "white table"], "a": []},
    ),
    (
        "The glass is filled with water and a hand knocks it over.",
        {"s": ["glass", "person"], "a": ["person knock over glass"], "no": []},
    ),
    (
        'Jack says "Hello" and Jill answers "Goodbye".',
        {"s": ["man", "woman"], "d": [("man", "Hello"), ("woman", "Goodbye")]},
    ),
    (
        "While the rain falls, a lonely man waits under a streetlight.",
        {
            "s": ["lonely man", "street lamp"],
            "w": "rain",
            "p": "street",
            "a": ["man stand _ under street lamp"],
        },
    ),
    ("A tower of wooden blocks collapses", {"s": ["4 wooden cube"], "a": ["cube fall|topple"]}),
    (
        "Over-the-shoulder shot of a woman talking to her boss in the office",
        {
            "s": ["woman", "person"],
            "size": "over-the-shoulder",
            "p": "office",
            "a": ["woman talk _ to person"],
        },
    ),
    ("A girl on a swing laughs", {"has": ["girl"], "a": ["girl laugh"]}),
    (
        "The old farmer leads a cow to the barn at sunrise",
        {"s": ["old man", "cow", "barn"], "t": "dawn", "a": ["old man walk cow to barn"]},
    ),
    (
        "A basketball spins on the rim of the hoop before dropping in",
        {"s": ["basketball", "hoop"], "p": "court", "a": ["basketball spin", "basketball drop"]},
    ),
    ("Cars pass by in the fog, headlights glowing", {"has": ["2 car"], "w": "fog", "p": "street"}),
    (
        "A boy who is holding a balloon runs toward his mother",
        {
            "s": ["boy", "balloon", "woman"],
            "a": ["boy carry balloon", "boy run * toward|towards woman"],
        },
    ),
    (
        'Voiceover: "In the beginning there was silence." A single candle burns on a table.',
        {"d": [("narrator", "In the beginning there was silence.")], "s": ["candle", "table"]},
    ),
    (
        "A bowling ball rolls down the lane and strikes ten pins",
        {
            "s": ["bowling ball", "10 bowling pin"],
            "a": ["bowling ball roll", "bowling ball hit bowling pin"],
        },
    ),
    ("A man without a hat walks into a bar", {"s": ["man"], "p": "cafe", "a": ["man walk"]}),
    (
        "two birds sit on a fence; one flies off",
        {"has": ["2 bird", "fence"], "a": ["bird sit _ on fence"]},
    ),
    (
        "A smiling nurse opens the door",
        {"s": ["smiling person", "door"], "a": ["person open door"]},
    ),
    (
        "Zoom in on an apple falling from the tree",
        {"s": ["apple", "tree"], "move": "zoom in", "a": ["apple fall * from tree"]},
    ),
    (
        "dolly zoom on a man standing in a hallway",
        {"s": ["man"], "move": "dolly zoom", "p": "room", "a": ["man stand"]},
    ),
    (
        "She slams the door and walks away, crying.",
        {"s": ["woman", "door"], "a": ["woman walk", "woman cry"]},
    ),
    ("A pencil sketch of a horse", {"s": ["horse"], "style": "sketch", "n": []}),
    ("Vintage car parked beside a gas station", {"has": ["vintage car"], "style": "natural"}),
    (
        "A shiny metal sphere swings and hits four others",
        {"has": ["shiny|metal sphere"], "a": ["sphere swing", "sphere hit"]},
    ),
    ("The dog is chased by an angry bull", {"s": ["dog", "angry cow"], "a": ["cow chase dog"]}),
    (
        "Crickets chirp. A tent stands in a clearing in the woods.",
        {"snd": ["crickets"], "p": "forest", "has": ["tent"]},
    ),
    ("Behind the sofa, a boy hides from his sister.", {"s": ["sofa", "boy", "girl"]}),
    (
        "A plastic bottle floats down the river",
        {"s": ["plastic bottle"], "p": "lake", "a": ["bottle float"]},
    ),
    (
        "Camera: slow push in. A detective reads a letter by lamplight.",
        {"move": "dolly in", "speed": "slow", "has": ["man", "book"]},
    ),
    (
        "The astronaut waves goodbye and climbs into the rocket",
        {"has": ["person"], "a": ["person wave", "person climb|walk"], "no": []},
    ),
    (
        "Paul throws Lisa the ball; she catches it and throws it back.",
        {
            "s": ["man", "woman", "ball"],
            "a": ["man throw ball to woman", "woman catch ball", "woman throw ball"],
        },
    ),
    ("Children's bicycles lie on the grass", {"s": ["2 bicycle"], "a": ["bicycle lie"]}),
    (
        "The orange bounces off the wall and lands in the bucket.",
        {"s": ["orange", "bucket"], "a": ["orange bounce * off wall", "orange stand * in bucket"]},
    ),
    (
        "A boy and his dog sit by the fire under the stars",
        {"s": ["boy", "dog"], "t": "night", "a": ["boy sit", "dog sit"]},
    ),
    (
        "Tracking shot following a red convertible along the coast",
        {"s": ["red car"], "move": "follow", "p": "beach"},
    ),
    (
        'The teacher asks, "Who broke the vase?" Nobody answers.',
        {"s": ["person"], "d": [("person", "Who broke the vase?")]},
    ),
    (
        "A gust of wind blows an umbrella across the street",
        {"s": ["umbrella"], "w": "wind", "p": "street"},
    ),
    (
        "A crowd of people cheers as the ball goes into the goal",
        {"s": ["6 person", "ball", "goal"], "a": ["person shout", "ball walk|move|go * into goal"]},
    ),
]

FOURTH: list[tuple[str, dict[str, Any]]] = [
    (
        "The red ball collides with the blue ball, and both roll away",
        {"s": ["red ball", "blue ball"], "a": ["ball collide * with ball", "ball roll"], "n": []},
    ),
    (
        "A mother pushes a stroller past a playground where children play",
        {"s": ["chair", "woman", "2 boy"], "a": ["boy play"], "p": "park", "n": []},
    ),
    (
        "A domino hits the next domino and they all fall",
        {"s": ["domino", "domino"], "a": ["domino hit domino", "domino fall"], "n": []},
    ),
    (
        "A paper airplane glides across a classroom.",
        {
            "s": [
                "airplane",
            ],
            "n": [],
            "p": "classroom",
        },
    ),
    (
        "On a wooden table, a glass of red wine tips over",
        {
            "s": ["wooden table", "wine glass"],
            "a": ["wine glass topple"],
            "where": {"wine glass": ("on", "table")},
        },
    ),
    (
        "A big dog and a small cat sit side by side on a rug",
        {
            "s": ["rug", "big dog", "small cat"],
            "a": ["dog sit _ on rug", "cat sit"],
            "n": [],
            "p": "studio",
        },
    ),
    (
        "A shot of a tomato being hit by a hammer",
        {"s": ["tomato", "hammer"], "a": ["hammer hit tomato"]},
    ),
    (
        "A heavy wooden crate falls from a height of 3 meters onto concrete",
        {"s": ["heavy|wooden crate"], "a": ["crate fall * onto concrete"]},
    ),
    (
        "Two robots play chess in an empty warehouse",
        {
            "s": ["chess piece", "2 robot"],
            "no": [],
            "sub": [("chess", "chess piece"), ("warehouse", "room"), ("play", "stand")],
        },
    ),
    (
        "A tennis ball bounces three times on the kitchen floor",
        {"s": ["tennis ball"], "p": "kitchen", "a": ["tennis ball bounce _ on floor"], "n": []},
    ),
    (
        "A truck carrying logs drives down a foggy road at dawn",
        {
            "has": ["truck"],
            "w": "fog",
            "t": "dawn",
            "p": "street",
            "a": ["truck drive", "truck carry log"],
        },
    ),
    (
        "An egg rolls off the counter and a woman catches it just in time",
        {"has": ["woman", "table"], "a": ["egg roll * off table", "woman catch egg"]},
    ),
    (
        "Noir alley at midnight, a cat watches from a trash can",
        {"s": ["cat", "bin"], "style": "noir", "p": "street", "t": "night"},
    ),
    (
        "8-bit style: a knight fights a robot in front of a castle",
        {"has": ["person", "robot"], "style": "pixel", "a": ["person fight robot"]},
    ),
]
