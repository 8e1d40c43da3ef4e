"""The version of this package, by Semantic Versioning. The build reads it from here too."""

__version__ = "0.1.0"
