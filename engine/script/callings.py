"""What people are: callings and parts that have clothes of their own, and every word for them.

The world dresses each from its own table; a test holds the two together.
"""

from __future__ import annotations

from functools import cache

_CALLINGS = """
archer
artist: painter, sculptor
astronaut: cosmonaut, spaceman, spacewoman
athlete: gymnast, sprinter, acrobat
baby: infant, newborn
baker
ballerina: ballet dancer
basketballer: basketball player
beggar: refugee, tramp
beekeeper
blacksmith: welder, cobbler
boxer: wrestler
bride
builder: construction worker, carpenter, miner, bricklayer, roofer
businessman
businesswoman
butcher
butler: valet, usher
chef
clown: mime
conductor
cook
cowboy: cowgirl, sheriff, outlaw
cyclist
dancer
detective: inspector, spy, secret agent
diver: scuba diver
doctor: dentist
farmer: peasant, shepherd
fencer
firefighter: fireman, firewoman
footballer: soccer player, football player, striker, defender, winger
gardener
ghost
gladiator
goalkeeper: goalie
golfer
groom
guard: security guard, bodyguard
hiker: camper, climber, mountaineer, backpacker, explorer
hitchhiker
jogger
judge
king: emperor, monarch, old king
knight
lawyer
lifeguard
lumberjack
maid
mechanic: plumber, electrician, handyman, janitor
monk
motorcyclist: biker
ninja
nun
nurse
paramedic
pilot: stewardess
pirate: pirate captain
police: policeman, policewoman, police officer, cop, officer
priest: preacher
prince
princess
prisoner
queen: empress
referee
robber: burglar
rockstar: rapper, guitarist
runner
sailor: captain, sea captain, ship captain
samurai
santa: santa claus, father christmas
schoolgirl
scientist
skateboarder: skater
skier: snowboarder
soldier
student: pupil, schoolboy
superhero: superheroine
surfer
surgeon
swimmer
teacher: professor
teenager: teen, youth
tennis player
thief: crook
toddler
tourist
trucker
vampire
viking
waiter: waitress, barman, bartender, barista
wizard: magician
witch
worker: foreman
zombie
"""


@cache
def callings() -> dict[str, str]:
    """Word -> the calling that the world has clothes, hair or an age for."""
    table: dict[str, str] = {}
    for line in _CALLINGS.strip().splitlines():
        name, _, words = line.partition(":")
        for word in (name, *words.split(",")):
            if word.strip():
                table[word.strip()] = name
    return table
