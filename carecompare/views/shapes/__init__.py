"""Views that several topics share: ranked bars, profile, course, passport."""
