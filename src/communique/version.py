"""The version of this package, by Semantic Versioning, and its address. The build reads the version from here too."""

__version__ = "0.1.0"

HOME = "https://example.org/communique"
"""Where the documentation is. A placeholder, as RFC 2606 reserves them: the project has no public address yet."""
