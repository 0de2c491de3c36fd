"""Give a record another id, make one of two, take one away: with all that names it."""
