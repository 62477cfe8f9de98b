"""Prompts of a film editor: two or three sentences, with lens, light and mood words.

How the expectations read is told in ``expectations``.
"""

# ruff: noqa: E501 (one prompt a line)
from __future__ import annotations

from typing import Any

SEVENTH: list[tuple[str, dict[str, Any]]] = [
    (
        "A cinematic tracking shot follows a weathered fisherman as he walks along a foggy pier at dawn, carrying a wooden crate. Shot on 35mm film, shallow depth of field.",
        {
            "s": ["weathered man", "wooden crate"],
            "a": ["man walk", "man carry crate"],
            "t": "dawn",
            "w": "fog",
        },
    ),
    (
        "Close-up of an elderly craftsman's hands. He sets a small brass key on a workbench, and the key falls off the edge. Warm light, soft shadows.",
        {"has": ["old man", "key", "table"], "size": "close-up", "a": ["key fall _ off table"]},
    ),
    (
        "A neon-lit street at night, rain pouring down. A yellow taxi drives past and splashes through a puddle. Moody, atmospheric, anamorphic lens.",
        {
            "has": ["taxi"],
            "a": ["taxi drive"],
            "p": "street",
            "t": "night",
            "w": "rain",
            "lens": 40.0,
        },
    ),
    (
        "Wide shot of a lone hiker in a red jacket standing on a hilltop at sunset. The camera slowly orbits around her. Epic, golden light.",
        {
            "s": ["red jacket woman"],
            "a": ["woman stand"],
            "size": "wide shot",
            "move": "orbit right",
            "speed": "slow",
            "t": "dusk",
            "p": "meadow",
        },
    ),
    (
        "Handheld footage of two skaters racing down a ramp. One of them falls, the other laughs. Gritty documentary feel.",
        {"has": ["2 person", "ramp"], "a": ["person run", "person fall", "person laugh"]},
    ),
    (
        'A detective in a long coat leans against a lamppost, lights a cigarette and says: "It was never about the money." Film noir, high contrast, hard shadows.',
        {
            "has": ["long coat man", "street lamp"],
            "d": [("man", "It was never about the money.")],
            "style": "noir",
            "a": ["man stand"],
        },
    ),
    (
        "Low angle shot: a basketball player in a blue jersey dribbles, jumps and dunks the ball. The backboard shakes. Slow motion, dramatic backlight.",
        {
            "has": ["person", "hoop"],
            "angle": "low angle",
            "p": "court",
            "a": ["person dribble", "person jump", "person score"],
        },
    ),
    (
        "A teddy bear sits on an armchair in a dim living room. The camera dollies in slowly. A clock ticks.",
        {
            "s": ["teddy bear", "armchair", "clock"],
            "a": ["teddy bear sit _ on armchair"],
            "p": "room",
            "move": "dolly in",
            "speed": "slow",
            "snd": ["clock"],
            "n": ["dim"],
        },
    ),
    (
        "An ultra-wide establishing shot of a quiet suburban street lined with townhouses. A mailman on a bicycle rides by, and a dog barks at him. Muted pastel palette.",
        {
            "has": ["man", "bicycle", "dog"],
            "a": ["man drive bicycle", "dog bark"],
            "p": "street",
            "size": "establishing",
        },
    ),
    (
        "Macro shot of a marble rolling along a wooden plank. It drops onto a drum and bounces. Crisp, shallow focus, 100mm.",
        {
            "has": ["marble", "plank"],
            "a": ["marble roll * along plank", "marble bounce"],
            "size": "extreme close-up",
            "lens": 100.0,
        },
    ),
    (
        "A chef in a white hat carries a tray into a busy kitchen. She slips, and the plates shatter on the floor. Comedic timing, bright lighting.",
        {
            "has": ["white hat woman"],
            "a": ["woman carry", "woman fall", "plate break"],
            "p": "kitchen",
        },
    ),
    (
        "Drone shot over a snowy forest at golden hour. A deer walks between the firs. Serene, ethereal mood.",
        {"has": ["deer"], "a": ["deer walk"], "p": "forest", "w": "snow", "t": "dusk"},
    ),
    (
        "A police car chases a van down a rain-soaked street; the van hits a hydrant and stops. Handheld, gritty.",
        {
            "s": ["police car", "van", "hydrant"],
            "a": ["police car chase van", "van hit hydrant", "van stand"],
            "w": "rain",
            "p": "street",
            "move": "handheld",
        },
    ),
    (
        "Medium shot of a young woman with freckles, wearing a green sweater. She looks up, smiles, and waves to someone off screen. Natural light, 50mm lens.",
        {
            "has": ["green sweater woman"],
            "a": ["woman look", "woman smile", "woman wave"],
            "size": "medium shot",
            "lens": 50.0,
        },
    ),
    (
        'Over-the-shoulder shot: Anna faces Tom across a small round table. Two wine glasses stand between them. Tom whispers, "They know." Candlelight flickers.',
        {
            "has": ["woman", "man", "round table", "2 wine glass"],
            "d": [("man", "They know.")],
            "manner": ["whispering"],
            "size": "over-the-shoulder",
        },
    ),
    (
        "A boy with a baseball bat swings at a baseball and misses. His father, sitting on a stool nearby, claps anyway. Late afternoon, nostalgic super 8 look.",
        {
            "has": ["boy", "bat", "baseball", "man", "stool"],
            "a": ["boy swing", "boy miss", "man clap"],
            "style": "vintage",
            "t": "dusk",
        },
    ),
    (
        "Time-lapse of clouds drifting over a lonely lighthouse on the coast. Waves crash against the rocks. Desaturated colors, 24mm.",
        {"has": ["lighthouse"], "p": "beach", "snd": ["waves"], "lens": 24.0},
    ),
    (
        "An astronaut walks slowly through a meadow of tall grass, holding a white balloon. The wind blows. Surreal, dreamlike, pastel tones.",
        {
            "s": ["person", "white balloon"],
            "a": ["person walk", "person carry balloon"],
            "p": "meadow",
            "w": "wind",
        },
    ),
    (
        "Stop-motion animation of a small robot stacking wooden blocks. The tower wobbles and topples over. Playful, colorful.",
        {"has": ["robot"], "a": ["robot stack", "* topple"], "style": "clay"},
    ),
    (
        "A skateboarder in baggy jeans rolls past a graffiti-covered wall, hops over a traffic cone and waves at the camera. Fisheye lens, 90s music video style.",
        {
            "has": ["person", "wall", "traffic cone"],
            "a": ["person roll _ past wall", "person jump * over traffic cone", "person wave"],
            "lens": 12.0,
        },
    ),
    (
        "Inside a cozy cabin, snow falling outside the window. An old man sits in an armchair by the fireplace, reading a book to his granddaughter. Soft focus, warm tones.",
        {
            "has": ["old man", "armchair", "book", "girl"],
            "a": ["old man sit"],
            "w": "snow",
            "p": "room",
        },
    ),
    (
        "Extreme close up of a woman's face as she opens her eyes. Cut to a wide shot: she lies in a boat on a calm lake. Mist rises. Dreamy and melancholic.",
        {"has": ["woman", "boat"], "a": ["woman lie"], "w": "fog"},
    ),
    (
        "POV shot walking through a dark forest at night, a flashlight beam sweeping across the trees. A twig snaps. Tense, suspenseful atmosphere.",
        {"p": "forest", "t": "night"},
    ),
    (
        "Golden retriever puppies tumble over each other on a green lawn. A little girl giggles and hugs one. Bright, cheerful, shallow depth of field, 85mm.",
        {
            "has": ["2 dog", "girl"],
            "a": ["dog fall", "girl laugh", "girl hug dog"],
            "p": "meadow",
            "lens": 85.0,
        },
    ),
    (
        "A businessman in a grey suit hurries across a crosswalk, bumps into a cyclist and drops his laptop. The laptop cracks. Realistic, overcast light.",
        {
            "has": ["grey suit man", "person", "laptop"],
            "a": ["man run", "man hit", "man drop laptop", "laptop break"],
            "p": "street",
            "w": "overcast",
        },
    ),
    (
        "Two old men play chess on a park bench under a palm. One says, “Checkmate,” and the other throws his hat to the ground.",
        {
            "has": ["2 old man", "bench", "palm", "hat"],
            "d": [("old man", "Checkmate,")],
            "a": ["old man throw hat"],
            "p": "park",
        },
    ),
    (
        "A ballerina in a white dress spins on an empty stage, lit by a single spotlight. The camera cranes up as she stops and bows. Elegant, high contrast.",
        {
            "has": ["white dress woman"],
            "a": ["woman spin", "woman stand", "woman nod"],
            "p": "stage",
            "move": "crane up",
        },
    ),
    (
        "The camera glides through an abandoned office. Papers blow across the floor; a swivel chair slowly turns. Eerie, desaturated, volumetric light.",
        {"has": ["chair"], "p": "office", "a": ["chair turn"]},
    ),
    (
        "At a campfire on the beach, three friends sit on logs and sing. Sparks rise into the night sky. Intimate, warm glow.",
        {
            "has": ["campfire", "3 person", "2 log"],
            "a": ["person sit _ on log", "person sing"],
            "p": "beach",
            "t": "night",
        },
    ),
    (
        "A vintage red car pulls up in front of a motel with a flickering sign. A woman in sunglasses steps out and slams the door. Technicolor, 1970s.",
        {
            "has": ["red car", "sunglasses woman", "sign", "door"],
            "a": ["car drive|stand", "woman walk", "woman close door"],
            "style": "vintage",
        },
    ),
    (
        "Top-down shot of a table set for two: two plates, a teapot, a burning candle. A hand reaches in and takes the candle.",
        {
            "has": ["table", "2 plate", "teapot", "candle", "person"],
            "angle": "overhead",
            "a": ["person pick up candle"],
        },
    ),
    (
        "A snowman stands in a snowy garden. A snowball flies in from the left and knocks off its hat. Children cheer off screen. Pixar style.",
        {
            "has": ["snowman", "hat"],
            "a": ["snowman stand", "ball fly"],
            "w": "snow",
            "style": "cartoon",
            "p": "park",
        },
    ),
    (
        "A waitress with a tray of coffee cups weaves between tables in a crowded diner. A customer bumps her elbow and the cups crash to the floor. Kinetic handheld camera.",
        {"has": ["woman", "person"], "a": ["cup fall|collide|break"], "move": "handheld"},
    ),
    (
        "In a vast desert, a nomad leads a camel past a cactus. Heat haze shimmers. Wide lens, epic scale, Roger Deakins lighting.",
        {"has": ["person", "cactus"], "a": ["person walk"], "p": "desert", "lens": 24.0},
    ),
    (
        "Whip pan to a goalkeeper who dives and catches the ball. The crowd goes wild. Broadcast look, telephoto.",
        {"has": ["person", "ball"], "move": "whip pan", "lens": 135.0, "a": ["person catch ball"]},
    ),
    (
        "A scientist in a lab coat pours blue liquid from one beaker into another. It bubbles over. “Not again,” she sighs. Clean, clinical lighting.",
        {"has": ["lab coat woman"], "a": ["woman pour"], "d": [("woman", "Not again,")]},
    ),
    (
        "A cat stalks along a fence under a full moon, then leaps onto a bin, which tips over with a clang. Cartoon style, bold outlines.",
        {
            "has": ["cat", "fence", "bin"],
            "a": ["cat walk", "cat jump * onto bin", "bin topple"],
            "style": "cartoon",
            "t": "night",
        },
    ),
    (
        "Static wide shot. Morning light. A tent stands beside a lake; a camper crawls out, stretches and yawns. Birds chirp.",
        {
            "has": ["tent", "person"],
            "a": ["person walk|run"],
            "t": "dawn",
            "size": "wide shot",
            "move": "static",
            "snd": ["bird"],
            "no": [],
        },
    ),
    (
        "Slow push in on a cracked phone ringing on a hallway floor. Nobody answers. Cold, bluish tones, unsettling silence.",
        {
            "has": ["phone"],
            "a": ["phone ring"],
            "move": "dolly in",
            "speed": "slow",
            "p": "room",
            "snd": ["phone"],
        },
    ),
    (
        "A golfer in a checkered cap swings; the golf ball soars over a pond and bounces past the hole. Crisp daylight, long lens tracking.",
        {
            "has": ["checkered cap person", "golf ball"],
            "a": ["person swing", "golf ball fly", "golf ball bounce"],
            "t": "day",
        },
    ),
]
