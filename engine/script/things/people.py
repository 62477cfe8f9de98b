"""People: everybody who is a figure of a person."""

# ruff: noqa: E501 (tables read better one entry a line)
from __future__ import annotations

EXACT = """
man: guy, gentleman, bloke, dude, fellow, businessman, policeman, fireman, cowboy, waiter, salesman, father, dad, daddy, husband, brother, uncle, chap, mailman, postman, fisherman, monk, priest, groom, actor, king, nephew, milkman, male, barman, handyman, butler, detective, boyfriend, sailor, soldier, son in law, stuntman, sheriff, emperor, duke, craftsman, adult man, young man
woman: lady, mother, mom, mum, mommy, wife, aunt, businesswoman, policewoman, waitress, actress, bride, nun, queen, female, housewife, ballerina, young woman, girlfriend, saleswoman, nanny, maid, widow, empress, duchess, geisha, hostess, stewardess
boy: son, schoolboy, little boy (little), lad, young boy, brother boy, teenage boy, prince, grandson, toddler boy
girl: daughter, schoolgirl, little girl (little), lass, sister, young girl, teenage girl, princess, granddaughter, niece
old man: grandfather, grandpa, granddad, grandad, old guy, elderly man, old gentleman, old fisherman, old king, elderly gentleman, old farmer, old sailor
old woman: grandmother, grandma, granny, nana, old lady, elderly woman, elderly lady
person: human, someone, somebody, figure, player, driver, passenger, worker, pedestrian, stranger, friend, teacher, student, doctor, nurse, farmer, chef, cook, baker, artist, painter, musician, singer, dancer, guitarist, pianist, runner, jogger, walker, cyclist, biker, rider, hiker, tourist, traveler, traveller, customer, shopper, clerk, cashier, boss, employee, colleague, officer, cop, firefighter, astronaut, pilot, scientist, engineer, mechanic, builder, carpenter, gardener, goalkeeper, goalie, footballer, basketball player, soccer player, football player, tennis player, athlete, coach person, referee, skater, skateboarder, snowboarder, skier, climber, diver, boxer, wrestler, fighter, drummer, violinist, conductor, dj, owner, leader, surfer, swimmer, neighbor, neighbour, speaker, reporter, journalist, photographer, cameraman, journeyman, police officer, guard, security guard, thief, burglar, robber, villain, hero, heroine, character, protagonist, adult, teenager, teen, youth, guest, host, visitor, lover, parent, cousin, spouse, partner, twin, bartender, barista, librarian, lawyer, judge, programmer, magician, clown, juggler, acrobat, gymnast, wizard, witch, knight, pirate, ninja, samurai, zombie, vampire, ghost, elf, commuter, bystander, onlooker, newscaster, anchor, individual, one person, pedestrians, inspector, golfer, gambler, barber, courier, miner, sniper, busker, beggar, butcher, sculptor, nomad, camper, lifeguard, mime, cellist, flutist, hacker, ranger, bouncer, welder, blacksmith, cobbler, tailor, potter, weaver, lumberjack, rower, sprinter, fencer, archer, shopkeeper, beekeeper, zookeeper, vendor, merchant, peasant, preacher, prisoner, usher, valet, chauffeur, trucker, gladiator, viking, shepherd, surgeon, paramedic, monarch, crook, outlaw, gangster, rapper, rockstar, vlogger, model, refugee, spy, agent, patient, dentist, plumber, electrician, janitor, hunter, warrior, explorer, speaker person, bowler, batter, pitcher, striker, defender, winner, loser, teammate, opponent, roommate, classmate, coworker, co-worker, companion, buddy, kid (young), child (young), children (young), toddler (young), baby (young), infant (young), sibling, orphan (young), pupil (young)
"""
"""The very thing: the canonical name, and other words for it."""

NEAR = """
person: angel, fairy, dwarf
"""
"""What stands in, with the attributes that bring it nearer: the words it is told for."""
