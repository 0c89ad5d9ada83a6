"""Parts that several charts share."""
