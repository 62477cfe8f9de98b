"""Parametric things and places: names and adjectives become models of real size and weight."""
