"""Other people's data as drafts: sheets of announcements, exports of trackers, libraries of references.

Each layout of such data is a module of `layouts` with a `Layout`, which is found automatically.
"""
