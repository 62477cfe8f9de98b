"""Instruments."""

from __future__ import annotations

EXACT = """
guitar: acoustic guitar, ukulele, banjo, electric guitar
violin: fiddle, viola
piano: upright piano
drum: snare drum, bass drum, drum kit
trumpet: bugle, cornet
microphone: mic
hand bell: handbell, school bell, brass bell
"""
"""The very thing: the canonical name, and other words for it."""

NEAR = """
"""
"""What stands in, with the attributes that bring it nearer: the words it is told for."""
