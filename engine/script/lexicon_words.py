"""The small words and the describing words: determiners, prepositions, adjectives, first names."""

from __future__ import annotations

from engine.script.drawable import DRAWN_ON_THINGS, SHADES

DETERMINERS = frozenset(
    """a an the this that these those some any each every another his her their its my our your
    no other both all either own same whole entire""".split()
)

NUMBERS: dict[str, int] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100, "dozen": 12, "several": 3, "few": 3,
    "many": 6, "couple": 2, "multiple": 3, "numerous": 6, "countless": 12, "dozens": 24,
    "hundreds": 40, "various": 3, "both": 2, "single": 1, "lone": 1,
}  # fmt: skip

PREPOSITIONS: dict[str, str] = {
    word: word
    for word in """on off at to into in onto from under over behind beside near between through
    past along across around toward towards against with without for of by above below beneath
    inside outside down up among beyond during like amid underneath upon within about atop
    alongside via after before opposite""".split()
} | {
    "in front of": "in front of", "next to": "next to", "on top of": "on",
    "to the left of": "left of",
    "to the right of": "right of", "left of": "left of", "right of": "right of",
    "on the left of": "left of", "on the right of": "right of", "out of": "out of",
    "close to": "near", "away from": "away from", "on the edge of": "on", "at the edge of": "on",
    "in the middle of": "in", "in the center of": "in", "in the centre of": "in",
    "at the foot of": "next to", "at the top of": "on", "at the bottom of": "under",
    "at the end of": "at", "inside of": "in", "off of": "off", "up to": "to",
    "because of": "because of",
    "on the side of": "next to", "by the side of": "next to", "on the other side of": "behind",
    "in the back of": "in", "adjacent to": "next to", "nearby": "near", "down from": "off",
    "in between": "between", "around the corner from": "near", "at the back of": "behind",
}  # fmt: skip

PLACEMENT: dict[str, str] = {
    "on": "on", "upon": "on", "atop": "on", "onto": "on", "under": "under", "below": "under",
    "beneath": "under", "underneath": "under", "behind": "behind", "in front of": "in front of",
    "left of": "left of", "right of": "right of", "next to": "next to", "beside": "next to",
    "by": "next to", "alongside": "next to", "near": "near", "between": "between", "in": "in",
    "inside": "in", "into": "into", "within": "in", "above": "above", "over": "above",
    "against": "next to", "at": "near", "around": "near", "opposite": "in front of",
    "among": "near", "amid": "near", "along": "near", "across": "near", "outside": "near",
}  # fmt: skip
"""Prepositions that say where something is, as ``Subject.where`` spells them."""

PRONOUNS: dict[str, str] = {
    "it": "thing", "itself": "thing", "he": "male", "him": "male", "himself": "male",
    "she": "female", "her": "female", "herself": "female", "they": "many", "them": "many",
    "themselves": "many", "each other": "other", "one another": "other",
}  # fmt: skip

SILENT = frozenset(
    """i me we us you who whom which what that there here not n't too also very so such as if
    just only really quite almost even still yet and or but nor then than how why where when
    while because though although however again once suddenly finally ever well please let's
    next later afterwards eventually subsequently something anything nothing everything
    more most less least much own 's together already
    soon now away back forward upwards upward downward downwards sideways ahead apart somewhere
    everywhere nearby around up down off out over in on do does did will would can could should
    might may must shall been being have has had is are was were am be to it's its perhaps maybe
    onwards inside outside home against whose toward towards along past by through across
    meanwhile afterwards else another other etc alone side both all each yes oh today tonight
    everyone's someone's it's that's there's during until since about shot scene shows showing
    show see seen view video clip image picture footage movie film featuring depicting features
    depicts set setting called named visible standing-by s t re ve ll d m camera frame background
    foreground distance cut cuts begins opens starts beginning end ends scene's reveal
    reveals revealing int ext except""".split()
)
"""Words that carry no content of their own."""

COLORS = frozenset(
    """red green blue yellow orange purple pink brown black white gray grey gold golden silver
    bronze violet turquoise cyan magenta beige crimson scarlet navy teal maroon olive tan ivory
    cream lime indigo lavender copper amber emerald ruby sapphire charcoal khaki peach mint
    burgundy coral salmon aqua mustard""".split()
)
COLOR_MODIFIERS = frozenset(
    "dark light bright pale deep sky lime neon pastel vivid baby navy royal forest blood".split()
)
MATERIALS = frozenset(
    """wooden wood metal metallic steel iron glass plastic rubber leather stone concrete brick
    ceramic porcelain paper cardboard fabric cloth cotton wool woollen silk marble foam clay ice
    golden tin copper brass aluminium aluminum velvet straw denim felt fur crystal chrome""".split()
)
SIZES = frozenset(
    """big large huge giant gigantic enormous massive small little tiny miniature mini tall short
    long wide narrow thin thick fat heavy light medium-sized oversized towering low high""".split()
)
AGES = frozenset(
    "old young elderly aged middle-aged teenage ancient new antique vintage newborn adult".split()
)
STATES = frozenset(
    """empty full broken cracked wet dry dirty clean shiny dusty rusty open closed parked flying
    happy sad angry tired smiling laughing crying sleeping running walking burning glowing
    striped spotted checkered checked plain bright dark soft hard smooth rough round square flat
    fluffy furry hairy bald bearded blonde blond brunette beautiful pretty ugly handsome cute
    lovely elegant busy quiet lonely lone single nervous scared frightened excited curious calm
    serious proud hungry sleepy drunk blind wild tame strong weak fast quick slow brave shy
    friendly mysterious strange famous rich poor dead alive abandoned deserted lit illuminated
    transparent translucent see-through polished weathered worn torn folded stacked spinning
    rolling bouncing falling floating hanging swinging colorful colourful multicolored
    multicoloured patterned wrinkled curly spiky pointed sharp blunt sturdy fragile delicate
    modern classic retro futuristic rustic traditional fancy simple ordinary typical favorite
    favourite frozen melted half-full half-empty crowded noisy loud silent warm cold hot cool
    fresh ripe rotten juicy leafy flowering potted toy fake real stray lazy playful energetic
    majestic graceful clumsy muscular slim skinny chubby masked hooded barefoot unsuspecting
    confused surprised worried gentle fierce determined american chinese japanese french italian
    british african european asian mexican indian russian german spanish professional amateur
    male female human steaming dim cozy cosy grassy sandy rocky snowy sunny last final
    remaining first third""".split()
)
ADJECTIVES = COLORS | MATERIALS | SIZES | AGES | STATES | (DRAWN_ON_THINGS - SHADES)

CLOTHES = frozenset(
    """coat jacket hat cap shirt t-shirt tshirt dress skirt suit trousers pants jeans shorts shoes
    boots sneakers scarf gloves sweater jumper hoodie raincoat uniform tie glasses sunglasses
    helmet cape cloak robe vest apron beard mustache moustache crown mask backpack blouse gown
    sandals slippers bowtie belt socks cardigan overalls pyjamas pajamas tuxedo blazer jersey
    beanie outfit costume clothes kimono turban wig necklace overcoat armor armour hair
    ponytail braids tracksuit swimsuit bikini leggings stockings heels waistcoat poncho parka
    turtleneck fedora bonnet anorak bathrobe beret chinos dungarees eyepatch patch goggles hardhat
    headphones hoody jumpsuit kilt labcoat leotard miniskirt mittens necktie pullover rucksack
    singlet slacks spacesuit spectacles sundress sunhat sweatshirt tanktop tiara tights toga tophat
    trainers trenchcoat trunks tutu undershirt veil wellingtons wetsuit""".split()
)

ADVERBS = frozenset(
    """slowly quickly fast gently softly loudly quietly twice thrice once suddenly happily sadly
    angrily carefully briefly repeatedly again immediately rapidly violently gracefully lazily
    smoothly nervously excitedly calmly silently barely nearly hard high low straight
    forever continuously""".split()
)

_FEMALE_NAMES = """
anna emma olivia ava sophia isabella mia charlotte amelia harper evelyn abigail emily ella
elizabeth camila luna sofia avery mila aria scarlett penelope layla chloe victoria madison eleanor
grace nora riley zoey hannah hazel lily ellie violet lillian zoe stella aurora natalie emilia
leah aubrey willow addison lucy audrey bella nova brooklyn paisley savannah claire skylar isla
genesis naomi elena caroline eliana maya valentina ruby kennedy ivy ariana aaliyah cora
madelyn alice kinsley hailey gabriella allison gianna serenity samantha sarah sara autumn quinn eva
piper sophie sadie delilah josephine nevaeh adeline arya emery lydia clara vivian madeline peyton
julia rylee brielle reagan natalia jade athena maria leilani everleigh liliana melanie mackenzie
hadley raelynn kaylee rose mary jane susan linda karen nancy lisa betty helen sandra donna carol
ruth sharon michelle laura kimberly deborah jessica shirley cynthia angela melissa brenda amy
rebecca virginia kathleen pamela martha debra amanda stephanie carolyn christine marie janet
catherine frances ann anne joyce diane julie heather teresa doris gloria mildred katherine kate
katie joan ashley judith rachel jean nicole christina kathy theresa beverly denise tammy irene
lori margaret maggie marilyn jacqueline wendy bonnie rita tina lena ingrid greta heidi ursula
fatima aisha priya mei yuki sakura ananya nadia olga tatiana svetlana carmen lucia marta paula ines
beatrice juliet ophelia cleo daisy molly polly peggy sally nina vera zara elsa freya iris mona
dana tess gwen jill jenny jennifer jen liz beth meg amara nia imani ella-mae
"""
_MALE_NAMES = """
tom thomas liam noah oliver elijah william james benjamin lucas henry alexander mason michael ethan
daniel jacob logan jackson levi sebastian mateo jack owen theodore aiden samuel joseph john david
wyatt matthew luke asher carter julian grayson leo jayden gabriel isaac lincoln anthony hudson
dylan ezra charles christopher jaxon maverick josiah isaiah andrew elias joshua nathan caleb ryan
adrian miles eli nolan christian aaron cameron ezekiel colton luca landon hunter jonathan santiago
axel easton cooper jeremiah angel roman connor jameson robert greyson jordan ian carson jaxson
leonardo nicholas dominic austin everett brooks xavier kai jose parker adam jace wesley kayden
silas bennett declan waylon weston evan emmett micah ryder beau damian brayden gael rowan harrison
bryson sawyer amir kingston jason giovanni vincent ayden chase myles diego nathaniel bob bobby bill
billy mike jim jimmy joe joey steve steven stephen george kenneth ken paul mark donald edward ed
eddie brian ronald kevin gary timothy tim jeffrey jeff frank scott eric raymond ray gregory greg
jerry dennis walter walt patrick peter pete harold douglas doug arthur roger albert al ralph roy
eugene louis philip phil harry fred freddie carl karl ernest victor martin alan allen max sam ben
dan nick matt alex will rob rick richard dick charlie tony andy hans fritz klaus otto pierre
ivan boris dmitri sergei igor juan carlos pedro pablo miguel luis ahmed ali omar hassan mohammed
raj arjun wei chen hiro kenji akira kofi kwame finn hugo oscar felix simon neil graham nigel colin
derek gordon keith barry terry trevor clive ravi sanjay abdul yusuf
"""
FEMALE_NAMES = frozenset(_FEMALE_NAMES.split())
MALE_NAMES = frozenset(_MALE_NAMES.split())
