"""Adds definitions of sources, actors, instruments and occasions to the files of a corpus."""
