"""Files that say what an export is, each in a standard that other programs read.

Each standard is a module here with a `Document`, which is found automatically.
"""
