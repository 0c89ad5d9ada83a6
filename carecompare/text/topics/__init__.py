"""Words and sentences of one topic each."""
