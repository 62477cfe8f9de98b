"""Who plays in a screenplay, with the looks that their introduction gives them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from engine.request import CastMember
from engine.script.screenplay import Screenplay, Speech
from engine.script.story_names import in_small_letters, said_name
from engine.script.story_people import COMMON_NOUNS, Gender, gender_of_name

_AFTER = r"\s*\((?P<looks>[^()]{1,200})\)(?P<more>,\s*[^.!?;]{3,120}?(?=,\s|[.;!?]))?"
_APPOSITION = r",\s*(?P<looks>(?:\d{1,3}s?\b|an?\s|in\s(?:a|an|his|her|their)\s)[^.!?;]{2,120}?)(?=,\s|[.;!?])"  # noqa: E501
_AGED = r",\s(?:(?:early|mid|late)\s)?\d{1,3}s?(?=,\s)"
_IN_BRACKETS = re.compile(r"(?<=[A-ZÀ-ÖØ-Þ.'’])\s*\([^()]{1,200}\)")
_AGE = re.compile(
    r"(?:(?:early|mid|late)[- ]?)?(?P<age>\d{1,3})(?P<tens>['’]?s)?(?:\s*[-–]?\s*years?[- ]old)?|"
    r"\b(?P<word>teens?|twenties|thirties|forties|fifties|sixties|seventies|eighties)\b",
    re.IGNORECASE,
)
_AGE_WORDS = {
    "teen": 15, "teens": 15, "twenties": 25, "thirties": 35, "forties": 45, "fifties": 55,
    "sixties": 65, "seventies": 75, "eighties": 85,
}  # fmt: skip
_CLOTHES = re.compile(
    r"(?:coat|jacket|dress|suit|shirt|t-shirt|blouse|skirt|hat|cap|sweater|jumper|hoodie|uniform|"
    r"trousers|jeans|shorts|boots|shoes|scarf|tie|apron|gown|robe|glasses|cloak|vest|helmet|"
    r"overalls|dungarees|pyjamas|pajamas|raincoat|cardigan|armou?r|sunglasses|beard|hair|"
    r"moustache|mustache|ponytail|eyes)$",
    re.IGNORECASE,
)
_WORN_WITH = re.compile(r"(?:glasses|beard|hair|moustache|mustache|ponytail|eyes)$", re.IGNORECASE)
_WHOLE = re.compile(
    rf"an?\s+(?P<before>(?:[\w-]+\s+)*?)(?P<noun>{'|'.join(sorted(COMMON_NOUNS))})\b(?P<after>.*)"
)
_VOICE = re.compile(r"(?P<how>[\w ,-]*?)\s*voice$", re.IGNORECASE)
_PLURAL = re.compile(
    r"(?:boots|shoes|glasses|jeans|shorts|trousers|overalls|dungarees|hair|armou?r|sunglasses|"
    r"pyjamas|pajamas|eyes)$",
    re.IGNORECASE,
)
_NOBODY = frozenset("narrator voice voice-over everyone everybody all both crowd".split())
_SHE, _HE = re.compile(r"\b(?:she|her|hers)\b", re.I), re.compile(r"\b(?:he|him|his)\b", re.I)
_NOUNS: dict[Gender, tuple[str, str, str]] = {
    "she": ("girl", "woman", "old woman"),
    "he": ("boy", "man", "old man"),
    "": ("child", "person", "old person"),
}
_ADULT_AGE, _OLD_AGE, _YOUNG_AGE = 18, 65, 25


def cast_of(screenplay: Screenplay) -> tuple[dict[str, str], tuple[CastMember, ...]]:
    """Who speaks, or is introduced with a look, in the order of appearance.

    Returns:
        Names as shouted -> as said, and the cast.
    """
    action = [
        each.text
        for each in screenplay.elements
        if not isinstance(each, Speech) and each.kind == "action"
    ]
    names = _names(screenplay, action)
    shouted: dict[str, list[str]] = {}
    for name, said in names.items():
        shouted.setdefault(said, []).append(name)
    members = tuple(
        _member(ways, said, action) for said, ways in shouted.items() if _is_somebody(said)
    )
    return names, members


def _is_somebody(said: str) -> bool:
    return said.casefold() not in _NOBODY


def _names(screenplay: Screenplay, action: list[str]) -> dict[str, str]:
    """Speakers, and names in capitals with brackets behind them."""
    introduced = re.compile(
        r"(?<![\w'’])(?P<name>[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.-]+(?: [A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.-]*)*)"
        r"(?=\s*\([^()]*(?:\d|\bteen|ties\b)[^()]*\)|,\s(?:(?:early|mid|late)\s)?\d{1,3}s?,)"
    )
    found: dict[str, str] = {}
    for text in action:
        for match in introduced.finditer(text):
            found[match["name"]] = said_name(match["name"])
    speakers = [each.speaker for each in screenplay.elements if isinstance(each, Speech)]
    for speaker in speakers:
        whole = [name for name in found if speaker in name.split(" ") and name != speaker]
        if whole:
            found[speaker] = found[whole[0]] = said_name(speaker)
        found.setdefault(speaker, said_name(speaker))
    return found


def _member(shouted: list[str], said: str, action: list[str]) -> CastMember:
    looks = next((words for name in shouted if (words := _introduction(name, action))), "")
    gender = (
        gender_of_name(said) or _gender_in(looks) or _gender_by_pronouns((*shouted, said), action)
    )
    description, voice = _described(looks, gender, said)
    return CastMember(name=said, description=description, voice=voice)


def _introduction(shouted: str, action: list[str]) -> str:
    """What stands in brackets or as an apposition behind the name when it comes first."""
    for form in (_AFTER, _APPOSITION):
        pattern = re.compile(rf"(?<!\w){re.escape(shouted)}{form}")
        for text in action:
            match = pattern.search(text)
            if match:
                more = match.groupdict().get("more") or ""
                looks = match["looks"] + (more if _describes(more) else "")
                return looks + _more_looks(text[match.end() :]) if form is _APPOSITION else looks
    return ""


def _more_looks(rest: str) -> str:
    """Further parts between commas that describe, before the one that tells what happens."""
    found = ""
    while match := re.match(r"(,\s[^,.!?;]{3,60})(?=,\s)", rest):
        if not _describes(match[1]):
            break
        found += match[1]
        rest = rest[match.end() :]
    return found


def without_introductions(text: str, names: Iterable[str]) -> str:
    """Action without the looks behind names in capitals, which the cast has."""
    text = _IN_BRACKETS.sub("", text)
    for name in names:
        match = re.search(rf"(?<!\w){re.escape(name)}{_AGED}", text)
        if match:
            looks = match[0][len(name) :] + _more_looks(text[match.end() :])
            after = text[match.start() + len(name) + len(looks) :].removeprefix(",")
            text = f"{text[: match.start()]}{name}{after}"
    return text


def _describes(more: str) -> bool:
    """Is what stands after the brackets a description, rather than what happens next?"""
    words = more.strip(", ")
    starts = words.casefold().startswith(("a ", "an ", "in ", "with ", "wearing ", "dressed "))
    return starts or bool(_CLOTHES.search(words)) or not re.search(r"\b\w+(?:s|ing)\b", words)


def _gender_in(looks: str) -> Gender:
    return gender_of_name(re.sub(r"[^\w\s]", " ", looks))


def _gender_by_pronouns(names: tuple[str, ...], action: list[str]) -> Gender:
    """What pronouns follow the name, where no other name comes between."""
    she = he = 0
    for text in action:
        for name in names:
            for piece in text.split(name)[1:]:
                near = re.split(r"[A-ZÀ-ÖØ-Þ]{3,}", piece)[0][:160]
                she += len(_SHE.findall(near))
                he += len(_HE.findall(near))
    if she == he:
        return ""
    return "she" if she > he else "he"


def _described(looks: str, gender: Gender, said: str) -> tuple[str, str]:
    """The description and the voice that an introduction gives."""
    years: int | None = None
    before: list[str] = []
    after: list[str] = []
    voice = own = ""
    for part in _parts(looks):
        part = re.sub(r"^in (?:his|her|their) (?=(?:\w+[- ])?(?:\d|\w+ties))", "", part)  # noqa: PLW2901
        match = _AGE.match(part)
        if match and years is None:
            years = _years(match)
            part = part[match.end() :].strip(" ,-")  # noqa: PLW2901 - what is left of it
        spoken = _VOICE.search(part)
        if spoken:
            voice = spoken["how"].strip()
        elif whole := _WHOLE.fullmatch(part):
            own = whole["noun"]
            before += [whole["before"].strip()] if whole["before"].strip() else []
            after += [whole["after"].strip()] if whole["after"].strip() else []
        elif part:
            (before if _is_adjective(part) else after).append(part)
    noun = _noun(gender, years, own or _own_noun(said))
    young = ["young"] if years is not None and _ADULT_AGE <= years <= _YOUNG_AGE else []
    head = " ".join((*young, *before, noun))
    article = "an" if head[0] in "aeiou" else "a"
    return " ".join((article, head, *_joined(after))).replace(" ,", ","), voice


def _parts(looks: str) -> list[str]:
    small = in_small_letters(looks, {}) if looks else ""
    parts = (part.strip() for part in re.split(r"[,;/]", small))
    return [part[:1].lower() + part[1:] for part in parts if part]


def _years(match: re.Match[str]) -> int:
    if match["word"]:
        return _AGE_WORDS[match["word"].casefold()]
    return int(match["age"])


def _is_adjective(part: str) -> bool:
    return " " not in part and not _CLOTHES.search(part) and part.isalpha()


def _noun(gender: Gender, years: int | None, own: str) -> str:
    young, grown, old = _NOUNS.get(gender, _NOUNS[""])
    if own and (years is None or own not in (young, grown, old, "person")):
        return own
    if years is None:
        return grown
    if years < _ADULT_AGE:
        return young
    return old if years >= _OLD_AGE else grown


def _own_noun(said: str) -> str:
    """What a name that is no name says: ``"Old Man"``, ``"Waiter"``; empty for names."""
    words = [word for word in said.casefold().split() if not word.isdigit()]
    if gender_of_name(said) and not any(word in COMMON_NOUNS for word in words):
        return ""
    return " ".join(words) if words and words[-1] in COMMON_NOUNS else ""


def _joined(parts: Iterable[str]) -> list[str]:
    """Clothes with ``in``, hair and glasses with ``with``, the rest as it is."""
    worn: list[str] = []
    borne: list[str] = []
    other: list[str] = []
    for part in parts:
        words = re.sub(r"^(?:wearing|dressed in|wears|in|with)\s+", "", part)
        if _WORN_WITH.search(words):
            borne.append(_with_article(words))
        elif _CLOTHES.search(words):
            worn.append(_with_article(words))
        else:
            other.append(_with_article(part))
    said = [f"in {' and '.join(worn)}"] if worn else []
    said += [f"with {' and '.join(borne)}"] if borne else []
    return [*said, *(f", {words}" for words in other)]


def _with_article(words: str) -> str:
    if re.match(r"(?:an?|the|his|her|their|no)\s", words) or _PLURAL.search(words):
        return re.sub(r"^(?:his|her|their)\s+", "", words)
    return f"{'an' if words[0].lower() in 'aeiou' else 'a'} {words}"
