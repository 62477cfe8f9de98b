"""Words that a reader takes for the same, or for a true name of the same (a crow is a bird).

No near stand-ins here (a zebra is no horse): those are accepted when the breakdown reports them.
"""

from __future__ import annotations

import re

_NOUN_GROUPS = """
couch sofa settee
kid child boy girl person
toddler baby child boy girl
baby infant
child kid boy girl
children child kid boy girl
boy child kid
girl child kid
man old_man guy
woman old_woman lady
bike bicycle cycle
motorbike motorcycle
scooter moped
lorry truck
sports_car car
limousine limo car
taxi cab
pickup_truck pickup truck
plane airplane aeroplane jet
spaceship spacecraft rocket
boat ship rowing_boat
sailing_ship sailboat ship boat
tumbler glass
phone telephone mobile
nightstand bedside_table night_table table
trunk chest box treasure_chest
chest trunk box treasure_chest
purse handbag bag
basket laundry_basket
bin trash_can dustbin wastebasket
gift_box present gift box
boulder rock stone
stone rock
oak_tree oak tree
pine fir tree
birch tree
christmas_tree fir tree
skyscraper tower building
tower building
hospital building
hotel building
barn house building
bookshelf shelf bookcase
flower_pot pot pot_plant flowerpot plant
hot-air_balloon balloon
water_balloon balloon
desk_lamp lamp
street_lamp lamp_post streetlight lantern
hospital_bed bed
bunk_bed bed
alarm_clock clock
clock alarm_clock
picture painting photo picture_frame frame photograph
photograph photo picture
screen monitor display television
monitor screen display computer
microphone mic
bouquet flower flowers
block cube toy_block
ice_cube cube
spinning_top top
birthday_cake cake
banana_peel banana
golden_retriever retriever dog
tabby_cat cat
hound dog
puppy dog
kitten cat
pigeon bird
crow raven bird
gull seagull bird
seagull gull bird
robin bird
owl bird
vulture bird
eagle bird
parrot bird
sparrow bird
swan bird
duck bird
chicken hen bird
penguin bird
stag deer
lioness lion
cub lion_cub lion
goldfish fish
beetle bug insect
fly insect
pin bowling_pin
eye_patch patch
hedge bush
poster picture
chess_piece piece
chessboard chess_set board
letter note paper
note letter paper
notebook book
diary book
headphones headphone
swing porch_swing
fan ceiling_fan
wrecking_ball ball
robot android
"""
_PEOPLE = {
    "person man woman old_man old_woman": """
        businessman dancer cyclist chef boxer postman fisherman nurse skateboarder librarian
        farmer hiker astronaut surgeon musician street_musician bride knight barista couple
        student swimmer wizard firefighter soldier clown goalkeeper painter shepherd thief
        policeman hunter teacher journalist striker commentator king scout sailor conductor
        babysitter doctor magician guard security_guard waiter captain pirate_captain pirate
        truck_driver driver pianist detective runner ballerina prisoner waitress hero hacker
        cosmonaut bodyguard film_star actress star cowboy nanny blacksmith juggler violinist
        businesswoman lady mechanic cleaner window_cleaner nun drummer singer coachman pupil
        rival player passer-by passers-by passer someone friend figure family people everybody
        bridesmaid butcher baker plumber carpenter gardener photographer referee lifeguard
        priest monk queen prince princess emperor beggar tourist burglar cook carpenter courier
        cop officer scientist professor lawyer judge actor hairdresser barber tailor sculptor
        diver climber skier surfer jogger rider jockey neighbour miner builder worker welder
        vendor seller stranger passenger pilot stewardess tramp crowd spectator audience golfer
        archer fencer gymnast wrestler witch vampire samurai ninja""",
    "man old_man person": "father grandpa grandfather gentleman guy bridegroom groom uncle",
    "woman old_woman person": "mother grandmother grandma lady aunt",
    "girl woman person child": "daughter sister schoolgirl pupil student",
    "boy man person child": "son brother schoolboy pupil student scout friend",
    "boy girl person child": "student pupil kid toddler skateboarder friend scout baby",
}
_HER = "Anna Mara Lena Sara Mia Nora Eva Ida Clara Ruth Julia Emma Lucy Maria Rosa"
_HIS = "Ben Tom Paul Max Jonas Leo Karl Henry Jack Peter Sam Felix Oscar"

_VERB_GROUPS = """
walk stroll go step
step walk move
jog run
hurry run walk rush
run rush sprint dash hurry
bolt run flee
chase follow pursue
race drive run speed
gallop ride run
march walk
trot walk run
waddle walk
crawl walk climb
ride cycle drive bike
drive go roll
coast roll ride drive
jump leap hop
leap jump hop
hop jump
bounce hop jump
dive jump
plough drive
drop fall let_go
fall drop tumble
topple fall tip
collapse fall break
tip fall tip_over
knock hit push knock_over
strike hit
punch hit strike
poke touch hit point
hammer hit strike
kick hit
shatter break smash
smash break shatter
snap break
burst break pop open explode
throw toss hurl fling
toss throw
cast throw
grab take seize pick_up snatch
take grab pick_up
pick lift pick_up raise
lift raise pick_up
raise lift
lean bend
bow bend
pull drag heave tug
heave pull
drag pull
lead pull walk guide
give pass hand
pass give hand_over go_past
look stare watch gaze glance
stare look gaze watch
gaze look watch
watch look see
spin turn rotate twirl
turn rotate spin
twirl spin turn
circle orbit fly_around
wheel circle fly
glide fly
float hover fly drift
drift float fly
rise float fly go_up ascend stand stand_up get_up lift
sink go_down dive
sway swing rock wave
swing sway rock
rock sway swing
wobble shake sway
shake tremble wobble vibrate
flicker blink flash
smile grin
grin smile
laugh giggle chuckle
giggle laugh
cry weep sob
sit sit_down sit_up
rise stand_up
get get_up get_out stand_up leave
stand stand_up get_up
wait stand
dance waltz
waltz dance
practise dance practice rehearse
spin whirl
sleep lie
rest lie stop stay
lie rest sleep
stop halt
appear come emerge
disappear vanish sink
vanish disappear leave
enter come walk go come_in
leave exit go walk
exit leave
cross walk go
slide glide slip
slip slide fall
stumble trip fall
scatter fly fall
collide crash hit
crash fall hit collide
bump hit collide
slam close shut
close shut
open open_up
type write
write type
sweep clean
clean wipe
wipe clean
pour fill
slice cut
cut slice chop
feed give
hang hang_up
switch turn_off switch_off turn
hold carry
carry hold
build make
reach stretch
squeeze push enter
ring chime
honk beep hoot
rattle drive
hesitate wait stop
freeze stop
stretch reach
yield surrender
line stand queue line_up
vanish fade
race chase
overtake pass
stack pile build
pile stack
climb ascend
cough sputter
"""

_PLACE_GROUPS = """
street road city town
country_road road street
crossroads intersection street
crossing street
beach shore coast seaside sea
sea ocean beach water
ocean sea beach
meadow field
field meadow
mountain mountains
hills meadow hill
park garden
room bedroom living_room
classroom school
rooftop roof
hallway corridor
corridor hallway
station train_station railway_station
stage theatre theater
court basketball_court
market marketplace
castle courtyard
dungeon prison cell
cellar basement
lake pond
forest woods wood jungle
snowfield snow snowy
studio backdrop
pool swimming_pool
space_station spaceship
cafe coffee_shop restaurant café
harbour harbor port
quay harbour pier
pier jetty
"""

_CAMERA_GROUPS = """
dolly_in push_in
push_in dolly_in
dolly_out pull_out pull_back
pull_out dolly_out pull_back
pull_back dolly_out pull_out
drone flyover aerial
follow tracking steadicam track
crane_up pedestal_up rise
crane_down pedestal_down
orbit arc circle
crash_zoom zoom_in
dutch dutch_angle dutch_tilt canted
overhead top-down bird's-eye bird's_eye top_down
pov point_of_view
over-the-shoulder over_the_shoulder
close-up close_up closeup
extreme_close-up extreme_close_up
wide_shot wide long_shot establishing_shot extreme_wide_shot very_wide_shot
long_shot wide_shot
establishing_shot wide_shot extreme_wide_shot establishing
medium_shot medium
two-shot two_shot medium_shot
full_shot full
top-down top_down overhead
low_angle worm's-eye
rack_focus focus_pull
steadicam follow
tracking follow truck_left truck_right
"""

_SOUND_GROUPS = """
church_bell bell bells
waves wave sea
siren sirens
fire crackle campfire
crackle fire
typewriter typing
typing keyboard
drip water_drop dripping
creak squeak door_creak
squeak creak
clang metal
gull seagull bird
horn car_horn honk
whistle train_whistle
train train_whistle
applause clapping clap
cheer cheering crowd
static radio_static
footsteps steps footstep
gunshot shot gun
baby baby_cry crying
crickets cricket
hooves hoofbeats horse
phone telephone ringing
music song
"""

_SETTING_GROUPS = """
dawn sunrise morning
dusk sunset evening
rain drizzle storm
fog mist
wind storm
watercolour watercolor
pixel pixel_art
clay claymation
anime anime_cel cartoon
noir film_noir
"""


def plain(name: str) -> str:
    """One spelling: lower case, spaces for underscores and hyphens."""
    return re.sub(r"[_\s-]+", " ", name.strip().lower())


def _groups(text: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in text.strip().splitlines():
        words = [plain(word) for word in line.split()]
        found[words[0]] = found.get(words[0], frozenset()) | frozenset(words)
    return found


def _people() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    table = _PEOPLE | {"woman girl person old_woman": _HER, "man boy person old_man": _HIS}
    for kinds, roles in table.items():
        for role in map(plain, roles.split()):
            found[role] = found.get(role, frozenset({role})) | frozenset(map(plain, kinds.split()))
    return found


def _merged(*tables: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    names = {name for table in tables for name in table}
    return {
        name: frozenset().union(*(table.get(name, frozenset()) for table in tables))
        for name in names
    }


PEOPLE_KINDS = frozenset(
    {"person", "man", "woman", "boy", "girl", "child", "baby", "old man", "old woman"}
)
SAME = {
    "noun": _merged(_groups(_NOUN_GROUPS), _people()),
    "verb": _groups(_VERB_GROUPS),
    "place": _groups(_PLACE_GROUPS),
    "camera": _groups(_CAMERA_GROUPS),
    "sounds": _groups(_SOUND_GROUPS),
    "setting": _groups(_SETTING_GROUPS),
}


def accepted(kind: str, names: tuple[str, ...]) -> frozenset[str]:
    """The names as labelled and what a reader takes for the same."""
    found = frozenset(map(plain, names))
    return found.union(*(SAME[kind].get(name, frozenset()) for name in found))
