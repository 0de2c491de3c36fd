"""The old place of `policykb.api`'s rules: other packages import `policykb.rules.rule` from it."""
