"""Things, vehicles, happenings and mechanics; labelled by reading."""

# ruff: noqa: E501 (words as they were written)
from __future__ import annotations

from tests.engine.script.recall.labels import Labelled

THINGS: tuple[Labelled, ...] = (
    Labelled(
        "A rubber ball drops onto a marble floor and bounces until it rests.",
        who="rubber ball; ?marble floor",
        does="ball drop; ball bounce; ?ball rest",
    ),
    Labelled(
        "Red sports car drifts around a wet corner at night, neon reflections.",
        who="red sports_car|car",
        does="sports_car drift|drive",
        time="night",
        place="?street",
        weather="?rain",
    ),
    Labelled(
        "Dominoes topple one after another across a dining table and the last one knocks over a glass of milk.",
        who="2+ domino; table; glass; ?milk",
        does="domino topple|fall; domino knock|tip glass",
    ),
    Labelled(
        "A glass bottle rolls off a shelf and shatters on the tiles.",
        who="glass bottle; shelf; ?tiles",
        does="bottle roll shelf; bottle shatter",
    ),
    Labelled(
        "An orange cat knocks a flower pot off the window sill.",
        who="orange cat; flower_pot|pot; ?window_sill|sill",
        does="cat knock flower_pot",
    ),
    Labelled(
        "Steel wrecking ball swings into a brick wall, bricks fly.",
        who="steel wrecking_ball; brick wall; ?2+ brick",
        does="wrecking_ball swing wall; brick fly",
    ),
    Labelled(
        "A paper plane glides through a classroom and lands in the bin.",
        who="paper_plane; bin",
        does="paper_plane glide|fly; paper_plane land bin",
        place="classroom",
    ),
    Labelled(
        "Two freight trains pass each other in the desert.",
        who="2 train",
        does="train pass",
        place="desert",
        sounds="?train",
    ),
    Labelled(
        "helium balloons, ten of them, rise past skyscrapers",
        who="10 balloon; 2+ skyscraper",
        does="balloon rise skyscraper",
        place="?city|street",
    ),
    Labelled(
        "A blue bus stops; the doors open; a tall man with an umbrella steps out.",
        who="blue bus; 2+ door; tall man; umbrella",
        does="bus stop; door open; man step|get_out|exit|leave",
        place="?street",
    ),
    Labelled(
        "A bowling ball strikes ten pins and all of them scatter with a crash.",
        who="bowling_ball; 10 pin",
        does="bowling_ball strike|hit pin; pin scatter|fall",
        sounds="?crash",
    ),
    Labelled(
        "Tall stack of wooden crates wobbles and collapses when a forklift bumps into it.",
        who="2+ wooden crate; forklift; ?stack",
        does="crate wobble; crate collapse|fall; forklift bump|hit crate",
        place="?warehouse",
    ),
    Labelled(
        "A silver coin spins on a bar counter, slows and falls flat.",
        who="silver coin; ?bar_counter|counter",
        does="coin spin counter; coin fall; ?coin slow",
        place="bar",
    ),
    Labelled(
        "The old wooden door creaks open by itself. Behind it: darkness.",
        who="old+wooden door",
        does="door open",
        sounds="creak",
    ),
    Labelled(
        "A drone lifts off from the rooftop and flies over the city.",
        who="drone",
        does="drone lift|take_off|rise; drone fly city",
        place="rooftop|city",
    ),
    Labelled(
        "Huge boulder rolls down the hill and smashes through a wooden fence.",
        who="huge boulder; wooden fence; ?hill",
        does="boulder roll hill; boulder smash|break fence",
        place="?hill",
    ),
    Labelled(
        "A chandelier sways, its chain snaps, and it crashes onto the ballroom floor.",
        who="chandelier; ?chain; ?floor",
        does="chandelier sway|swing; chain snap|break; chandelier crash|fall",
        place="ballroom",
    ),
    Labelled(
        "Yellow taxi and a delivery van collide at a crossroads.",
        who="yellow taxi; delivery van",
        does="taxi collide|crash van; ?van collide|crash taxi",
        place="crossroads|intersection|street",
    ),
    Labelled(
        "A toy robot marches off the edge of the table and falls into a laundry basket.",
        who="toy robot; table; laundry_basket|basket",
        does="robot march|walk table; robot fall basket",
    ),
    Labelled(
        "Ice cubes drop into a tumbler of whisky, clink.",
        who="2+ ice_cube|cube; tumbler; ?whisky",
        does="ice_cube drop|fall tumbler",
        sounds="clink",
    ),
    Labelled(
        "A pendulum clock on the wall swings back and forth; it strikes twelve.",
        who="clock; ?wall; ?pendulum",
        does="clock|pendulum swing; clock strike|ring",
        sounds="?bell|chime",
    ),
    Labelled(
        "The helicopter lands on the roof of the hospital in heavy rain.",
        who="helicopter; hospital|building",
        does="helicopter land roof",
        place="rooftop|roof|hospital",
        weather="rain",
    ),
    Labelled(
        "Three paper lanterns drift up into the night sky.",
        who="3 paper lantern",
        does="lantern drift|rise|float",
        time="night",
    ),
    Labelled(
        "An ambulance races past with its siren on, weaving through traffic.",
        who="ambulance; ?2+ traffic|car",
        does="ambulance race|drive; ambulance weave|drive",
        sounds="siren",
        place="?street",
    ),
    Labelled(
        "A snow globe falls from a desk and breaks on the carpet, glitter everywhere.",
        who="snow_globe; desk; ?carpet; ?glitter",
        does="snow_globe fall desk; snow_globe break carpet",
    ),
    Labelled(
        "A tennis ball is hit over the net and bounces twice on clay.",
        who="tennis_ball; ?net",
        does="?player hit tennis_ball; tennis_ball bounce",
        place="court|tennis_court",
    ),
    Labelled(
        "Empty swing moves gently in the wind at an abandoned playground.",
        who="empty swing",
        does="swing move|swing|sway",
        place="playground",
        weather="wind",
    ),
    Labelled(
        "The anchor splashes into the harbour and sinks.",
        who="anchor",
        does="anchor splash|fall; anchor sink",
        place="harbour",
        sounds="splash",
    ),
    Labelled(
        "Five red apples and two green pears in a white bowl on a linen tablecloth.",
        who="5 red apple; 2 green pear; white bowl; ?linen tablecloth",
        does="",
    ),
    Labelled(
        "A cardboard box slides down a steel ramp and bumps into a bucket of paint.",
        who="cardboard box; steel ramp; bucket; ?paint",
        does="box slide ramp; box bump|hit bucket",
    ),
    Labelled(
        "Old tractor, rusty, ploughs a field under dark clouds; crows circle above.",
        who="old+rusty tractor; 2+ crow",
        does="tractor plough|drive; crow circle|fly",
        place="field|meadow",
        weather="overcast",
    ),
    Labelled(
        "Candle flame flickers and goes out. Smoke curls up.",
        who="candle; ?smoke; ?flame",
        does="candle|flame flicker; candle|flame go_out|die|extinguish; smoke curl|rise",
    ),
    Labelled(
        "A hot-air balloon with rainbow stripes floats over green hills in the early morning.",
        who="?rainbow+striped hot-air_balloon|balloon; ?2+ hill",
        does="hot-air_balloon float|fly",
        place="hills|hill|meadow",
        time="dawn|day",
    ),
    Labelled(
        "The washing machine shakes violently and walks across the laundry room.",
        who="washing_machine",
        does="washing_machine shake; washing_machine walk|move",
        place="laundry_room|room",
    ),
    Labelled(
        "A bicycle without rider coasts down the street and tips over into a hedge.",
        who="bicycle; hedge",
        does="bicycle coast|roll|ride; bicycle tip|fall hedge",
        place="street",
    ),
    Labelled(
        "Gift boxes of different sizes fall from the sky and pile up around a Christmas tree.",
        who="2+ gift_box|present|gift|box; christmas_tree|tree",
        does="gift_box fall; gift_box pile",
    ),
    Labelled(
        "A submarine breaks through the ice.",
        who="submarine; ?ice",
        does="submarine break|surface|rise ice",
    ),
    Labelled(
        "Sailing ship with white sails rocks in a violent storm, waves crash over the deck.",
        who="sailing_ship|ship; ?white 2+ sail; ?2+ wave",
        does="ship rock|sway; wave crash",
        place="sea|ocean",
        weather="storm",
        sounds="?waves",
    ),
    Labelled(
        "A steel ball rolls down a track, loops the loop and hits a bell.",
        who="steel ball; track; bell",
        does="ball roll track; ball loop; ball hit bell",
        sounds="?bell",
    ),
    Labelled(
        "Laptop on a desk, screen glowing, the cursor blinks; a mug of coffee steams next to it.",
        who="laptop; desk; mug; ?coffee; ?cursor; ?screen",
        does="?cursor blink; mug|coffee steam; ?screen glow",
    ),
)
