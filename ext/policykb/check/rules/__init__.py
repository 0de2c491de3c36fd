"""Rules, a folder for each family; `catalog` finds them. What several rules share is here."""
