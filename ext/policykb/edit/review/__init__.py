"""A person reads what the machine cannot judge, passage by passage, and stamps what was read."""
