"""Time, weather, style and unseen sounds of a prompt, and what it says is not there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from engine.script import lexicon_setting as lexicon
from engine.script.airborne import read_airborne
from engine.script.lexicon_things import exact_things, near_things
from engine.script.lexicon_verbs import verb_forms, verb_meanings
from engine.script.lexicon_words import ADJECTIVES, CLOTHES, DETERMINERS
from engine.script.look_words import read_look
from engine.script.tokens import Token, longest, singulars

_INTO = frozenset("in at during under on through into with by amid before after of from".split())
_WEATHER_VERBS = frozenset(
    """fall falls falling pour pours pouring blow blows blowing shine shines shining roll rolls
    rolling hang hangs hanging drift drifts drifting beat beats beating howl howls rages raging
    fell poured blew covers cover gather gathers hits pelts approaches glows down starts begins
    hammers hammering drums drumming lashes lashing patters pattering pounds pounding pelting
    rises rise rising lifts lift lifting clears clearing shimmers shimmering thickens
    flash flashes flashing to hard heavily softly gently lightly outside in""".split()
)
_SOUND_VERBS = frozenset(
    """roll rolls rolling rumble rumbles rumbling crack cracks wail wails wailing ring rings ringing
    sing sings singing chirp chirps chirping echo echoes echoing blare blares blaring sound
    sounds play plays crash crashes crashing toll tolls tolling howl howls howling approach
    approaches heard booms boom erupts erupt breaks strikes claps clap growls whistles
    whistling pass passes passing pounding pound pounds breaking break is are can be bark
    barks barking hoot hoots""".split()
)
_CLEAR = frozenset(
    """thunder bell siren doorbell gunshot gunshots gunfire hoofbeats applause laughter crickets
    cricket footsteps sirens bells birdsong alarm explosion footstep ringtone""".split()
)
"""Words for a sound that nobody need be seen making."""
_FAR = frozenset({"distance", "offscreen", "off-screen", "somewhere", "far", "afar", "elsewhere"})
_STYLE_NOUNS = frozenset(
    """style look animation film movie art footage aesthetic drawing video render rendering
    effect cartoon styled short shot photography lighting illustration""".split()
)
_INTENSITY = frozenset(
    """heavy light thick dense pouring gentle soft strong cold warm beautiful bright dark early
    late clear golden hot quiet fine dim steady freezing deep still calm""".split()
)
_BY_VERB = frozenset(
    {
        "scream",
        "airplane",
        "helicopter",
        "laugh",
        "knock",
        "splash",
        "whistle",
        "door",
        "clock",
        "glass",
        "phone",
    }
)
_SOUND_REACH = 6
_LOUD_THINGS: Mapping[str, str] = {"dog": "dog", "cat": "cat", "bird": "bird", "phone": "phone"}
_LOUD_VERBS = frozenset(
    """bark barks barking sing sings singing chirp chirps chirping howl howls howling meow meows
    meowing tweet tweets tweeting ring rings ringing""".split()
)


@dataclass
class Setting:
    """What was found; empty where the words say nothing."""

    time: str = ""
    weather: str = ""
    style: str = ""
    sounds: list[str] = field(default_factory=list)
    particles: list[str] = field(default_factory=list)
    replaced: list[tuple[str, str]] = field(default_factory=list)
    refused_styles: list[int] = field(default_factory=list)

    def add_sound(self, name: str) -> None:
        """Notes a sound once."""
        if name not in self.sounds:
            self.sounds.append(name)


def read_setting(tokens: Sequence[Token]) -> Setting:
    """Reads and uses the words of the setting."""
    setting = Setting()
    _read_absent(tokens)
    for at in range(len(tokens)):
        if tokens[at].kind not in ("word", "number") or tokens[at].used:
            continue
        _ = (
            _read_style(tokens, at, setting)
            or _read_airborne(tokens, at, setting)
            or _read_sun(tokens, at, setting)
            or _read_far_sound(tokens, at, setting)
            or _read_sound(tokens, at, setting)
            or _read_time_or_weather(tokens, at, setting)
        )
    setting.refused_styles += read_look(tokens)
    return setting


def _read_airborne(tokens: Sequence[Token], at: int, setting: Setting) -> bool:
    kind = read_airborne(tokens, at)
    if kind and kind not in setting.particles:
        setting.particles.append(kind)
    return bool(kind)


def _use(tokens: Sequence[Token], start: int, end: int) -> None:
    for token in tokens[max(0, start) : end]:
        if token.kind != "quote":
            token.used = True


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def _read_absent(tokens: Sequence[Token]) -> None:
    """``no cars``, ``without people``, ``does not move``: used, and nothing made of it."""
    for at, token in enumerate(tokens):
        if token.used or token.kind != "word":
            continue
        if token.lower in ("nobody", "no-one") or (
            token.lower == "no" and _word(tokens, at + 1) == "one"
        ):
            end = at + 1 + (token.lower == "no")
            _use(tokens, at, end + (_word(tokens, end) in verb_forms()))
        elif token.lower in ("no", "without", "zero", "devoid"):
            _use(tokens, at, _absent_end(tokens, at + 1))
        elif token.lower in ("not", "never") or token.lower.endswith("n't"):
            end = at + 1
            while _word(tokens, end) in ("be", "even", "a", "single", "any", "being"):
                end += 1
            if _word(tokens, end) in verb_forms() or end > at + 1:
                _use(tokens, at, end + 1)


def _absent_end(tokens: Sequence[Token], at: int) -> int:
    """The end of what ``no`` denies: a noun phrase, and more after ``or``."""
    end = at
    while end < len(tokens) and tokens[end].kind == "word":
        word = tokens[end].lower
        form = verb_forms().get(word)
        noun = _is_noun(word)
        if form is not None and not noun and form[1] != "ing":
            break
        if word in _INTO and word != "of":
            break
        if word == "and" and not _is_noun(_word(tokens, end + 1)):
            break
        if word in {"just", "but"}:
            break
        end += 1
        if (
            noun
            and _word(tokens, end) not in ("or", "and", "of")
            and not _is_noun(_word(tokens, end))
        ):
            break
    return end


def _is_noun(word: str) -> bool:
    known = exact_things()
    return word in known or any(single in known for single in (*singulars(word), word + "s"))


def _read_style(tokens: Sequence[Token], at: int, setting: Setting) -> bool:
    if tokens[at].lower == "style" and _word(tokens, at + 1) == "of":
        return _read_style_of(tokens, at, setting)
    match = longest(tokens, at, lexicon.styles())
    if match is None:
        return False
    size, style, spelling, _ = match
    end = at + size
    after, before = _word(tokens, end), _word(tokens, at - 1)
    named = after in _STYLE_NOUNS or before in ("style", "as")
    alone = (end >= len(tokens) or tokens[end].kind == "mark") and (
        at == 0 or tokens[at - 1].kind == "mark" or before == "in" or tokens[at - 1].used
    )
    depicts = after == "of" and spelling in ("sketch", "drawing", "pencil drawing", "animation")
    colour = spelling.startswith("black") and not (named or alone or after in ("", "of"))
    needs = lexicon.style_needs_context(spelling) and not (named or alone or depicts)
    if needs or (colour and _is_noun(after)):
        return False
    while _word(tokens, end) in _STYLE_NOUNS:
        end += 1
    if _word(tokens, end) == "of":
        end += 1
    start = at
    while _word(tokens, start - 1) in ("in", "a", "an", "the", "as", "with", "style", "like"):
        start -= 1
    _use(tokens, start, end)
    setting.style = setting.style or style
    return True


def _read_style_of(tokens: Sequence[Token], at: int, setting: Setting) -> bool:
    """``in the style of`` somebody: a style we have, or words that were not understood."""
    end = at + 2
    while end < len(tokens) and tokens[end].kind in ("word", "number"):
        end += 1
    start = at
    while _word(tokens, start - 1) in ("in", "the", "a"):
        start -= 1
    _use(tokens, start, at + 2)
    for inner in range(at + 2, end):
        match = longest(tokens, inner, lexicon.styles())
        if match is not None:
            setting.style = setting.style or match[1]
            _use(tokens, at + 2, end)
            return True
    names = [index for index in range(at + 2, end) if tokens[index].lower not in DETERMINERS]
    setting.refused_styles.extend(names)
    _use(tokens, at + 2, end)
    return True


def _read_sun(tokens: Sequence[Token], at: int, setting: Setting) -> bool:
    """The sun sets, rises or shines; so may the moon."""
    if tokens[at].lower not in ("sun", "moon", "stars"):
        return False
    if tokens[at].lower == "moon" and "on" in (_word(tokens, at - 1), _word(tokens, at - 2)):
        return False  # it is where they are
    if tokens[at].lower == "moon" and _word(tokens, at - 2) in ("on", "onto", "across", "around"):
        return False  # there, not above
    end = at + 1
    while _word(tokens, end) in ("is", "are", "was", "slowly", "begins", "starts", "to", "low"):
        end += 1
    form = verb_forms().get(_word(tokens, end), ("", ""))[0]
    setting_words = {"set": "dusk", "go": "dusk", "sink": "dusk", "rise": "dawn", "come": "dawn"}
    if tokens[at].lower != "sun":
        setting.time = setting.time or "night"
    elif form in setting_words:
        setting.time = setting.time or setting_words[form]
    else:
        setting.weather = setting.weather or "clear"
    if form in (*setting_words, "shine"):
        end += 1 + (_word(tokens, end + 1) in ("down", "up", "brightly"))
    else:
        end = at + 1
    _use(tokens, _before(tokens, at), end)
    return True


def _before(tokens: Sequence[Token], at: int) -> int:
    """Start of the words that lead to a noun of the setting: ``in the heavy`` (rain)."""
    start = at
    while _word(tokens, start - 1) in _INTENSITY | {"a", "an", "the", "very", "one", "it"}:
        start -= 1
    if _word(tokens, start - 1) in _INTO:
        return start - 1
    while start < at and _word(tokens, start) in ("a", "an", "the", "it"):
        start += 1
    return start


def _read_time_or_weather(tokens: Sequence[Token], at: int, setting: Setting) -> bool:
    for table, kind in ((lexicon.times(), "time"), (lexicon.weathers(), "weather")):
        match = longest(tokens, at, table)
        if match is None:
            continue
        size, value, spelling, _ = match
        end = at + size
        if _word(tokens, end) in CLOTHES or (spelling == "sun" and _word(tokens, end) == "hat"):
            return False
        if kind == "time":
            setting.time = setting.time or value
        elif not setting.weather or setting.weather == "clear":
            setting.weather = value
        named = lexicon.places() | lexicon.near_places()
        adjective = end < len(tokens) and _word(tokens, end) not in _WEATHER_VERBS and (
            _is_noun(_word(tokens, end)) or _word(tokens, end) in named
            or _word(tokens, end) in ADJECTIVES
        )  # fmt: skip
        if adjective:
            _use(tokens, at, end)
            return True
        start = _before(tokens, at)
        start = _impersonal(tokens, start)
        if kind == "weather":
            while _word(tokens, end) in _WEATHER_VERBS | {"is", "are", "was"} and not (
                _word(tokens, end) in ("in", "down", "to") and _word(tokens, end + 1) in DETERMINERS
            ):
                end += 1
        _use(tokens, start, end)
        return True
    return False


def _impersonal(tokens: Sequence[Token], start: int) -> int:
    """``it is``, ``it's``, ``there is`` before weather or time."""
    back = start
    while _word(tokens, back - 1) in ("a", "an", "the"):
        back -= 1
    while _word(tokens, back - 1) in ("is", "'s", "was", "starts", "begins", "to", "just"):
        back -= 1
    if back < start and _word(tokens, back - 1) in ("it", "there"):
        return back - 1
    return start


def _read_far_sound(tokens: Sequence[Token], at: int, setting: Setting) -> bool:
    """``a dog barks in the distance``, ``birds sing``: heard and not seen."""
    match = longest(tokens, at, exact_things())
    if match is None or match[1] not in _LOUD_THINGS:
        return False
    size, name, _, plural = match
    end = at + size
    while _word(tokens, end) in ("is", "are", "can", "be", "was", "were", "heard", "loudly"):
        end += 1
    if _word(tokens, end) not in _LOUD_VERBS:
        return False
    end += 1
    rest = end
    while rest < len(tokens) and tokens[rest].kind == "word" and rest < end + 4:
        rest += 1
        if tokens[rest - 1].lower in _FAR:
            break
    far = rest > end and tokens[rest - 1].lower in _FAR
    bare = plural and (at == 0 or _word(tokens, at - 1) not in DETERMINERS)
    if not far and not (bare and (end >= len(tokens) or tokens[end].kind == "mark")):
        return False
    start = at
    while _word(tokens, start - 1) in DETERMINERS | {"some", "distant"}:
        start -= 1
    _use(tokens, start, rest if far else end)
    setting.add_sound(_LOUD_THINGS[name])
    return True


def _is_deed(tokens: Sequence[Token], at: int, end: int, spelling: str) -> bool:
    """``The door slams`` is seen; ``door slam``, or that between two lines, is only heard."""
    if end - at < 2 or tokens[end - 1].lower != spelling.rsplit(maxsplit=1)[-1] + "s":
        return False
    start = at
    while _word(tokens, start - 1) in DETERMINERS | ADJECTIVES:
        start -= 1
    return start < at and not any(
        token.kind == "quote" for token in tokens[max(start - 2, 0) : start]
    )


def _read_sound(tokens: Sequence[Token], at: int, setting: Setting) -> bool:
    match = longest(tokens, at, lexicon.sounds())
    near = longest(tokens, at, lexicon.near_sounds())
    stands_in = near is not None and (match is None or near[0] > match[0])
    if stands_in:
        match = near
    if match is None:
        return False
    size, name, spelling, _ = match
    if _is_deed(tokens, at, at + size, spelling):
        return False
    if _is_only_heard(tokens, at, size):
        if stands_in:
            setting.replaced.append((spelling, name))
        return _take_sound(tokens, at, at + size, name, setting)
    if stands_in or _in_a_longer_noun(tokens, at, size):
        return False
    unseen = not (
        spelling in exact_things() or spelling in near_things() or spelling in verb_meanings()
        or spelling == "crowd"
    )  # fmt: skip
    clear_sound = size > 1 or spelling in _CLEAR
    named = _word(tokens, at - 1) == "of" and _word(tokens, at - 2) in ("sound", "sounds", "noise")
    article = _word(tokens, at - 1) in ("a", "an", "the") and _word(tokens, at - 2) == "of"
    named |= article and _word(tokens, at - 3) in ("sound", "sounds", "noise")
    if not (named or (unseen and name not in _BY_VERB) or clear_sound):
        return False
    if name in ("rain", "wind") and size == 1 and not named:
        return False
    if form_is_verb(tokens, at) and not named and not clear_sound:
        return False
    return _take_sound(tokens, at - (2 + article) * named, at + size, name, setting)


def _take_sound(tokens: Sequence[Token], start: int, end: int, name: str, setting: Setting) -> bool:
    """Uses the words around a sound, too: the loud ... rings in the distance."""
    while _word(tokens, start - 1) in DETERMINERS | {"distant", "loud", "soft", "faint", "with"}:
        start -= 1
    while _word(tokens, end) in _SOUND_VERBS:
        end += 1
    if _word(tokens, end) == "in" and _word(tokens, end + 2) in _FAR:
        end += 3
    _use(tokens, start, end)
    setting.add_sound(name)
    return True


def _is_only_heard(tokens: Sequence[Token], at: int, size: int) -> bool:
    """``BANG!``, ``SFX: glass breaking``, ``we hear waves and seagulls``, ``in the distance``."""
    start = at
    while _word(tokens, start - 1) in DETERMINERS | {"distant", "loud", "soft", "faint", "far"}:
        start -= 1
    end = at + size
    ends = end >= len(tokens) or tokens[end].kind == "mark"
    starts = start == 0 or tokens[start - 1].kind == "mark"
    if starts and ends and (lexicon.is_onomatopoeia(_word(tokens, at)) or size > 1):
        return True
    back = start
    while back > 0 and (tokens[back - 1].kind == "word" or tokens[back - 1].lower in (",", ":")):
        back -= 1
        word = tokens[back].lower
        if word in (
            "sfx",
            "sound",
            "sounds",
            "noise",
            "hear",
            "hears",
            "hearing",
            "heard",
            "audio",
        ):
            return back >= start - _SOUND_REACH
        if word in verb_forms() and verb_forms()[word][1] in ("s", "base") and word != "sounds":
            return False
    after = [_word(tokens, step) for step in range(end, end + 5)]
    far = any(word in _FAR for word in after) and after[0] in (
        "in",
        "from",
        "off",
        "offscreen",
        "far",
    )
    return far or (_word(tokens, end) in ("is", "are", "can") and "heard" in after)


def _in_a_longer_noun(tokens: Sequence[Token], at: int, size: int) -> bool:
    """``fire engines`` are neither a fire nor an engine that is only heard."""
    for start in (at, at - 1):
        if start < 0:
            continue
        for known in (exact_things(), near_things()):
            noun = longest(tokens, start, dict.fromkeys(known, ""))
            if noun is not None and start + noun[0] > max(at, start + size - 1) and noun[0] > 1:
                return noun[0] > size or start < at
    return False


def form_is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Does the word bend like a verb and follow a noun (``the crowd cheers``)?"""
    form = verb_forms().get(tokens[at].lower)
    before = _word(tokens, at - 1)
    if form is not None and form[1] == "s" and before == "and":
        back = at - 2 - (_word(tokens, at - 2) == ",")
        earlier = verb_forms().get(_word(tokens, back), ("", ""))[1]
        if earlier == "s" or _word(tokens, at + 1) in ("at", "to", "goodbye", "back", "hello"):
            return True
    leading = (
        before in DETERMINERS
        or (at > 0 and tokens[at - 1].used)
        or before in ("", "and", "of", "with", "distant", "loud")
    )
    return form is not None and not leading
