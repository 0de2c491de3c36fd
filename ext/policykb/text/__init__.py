"""Text as such: how it is compared, cut into sentences and numbers, and the tables of its words."""
