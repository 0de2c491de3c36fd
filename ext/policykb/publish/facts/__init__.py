"""What pages show, without HTML: facts, quotations, statuses, figures, words."""
