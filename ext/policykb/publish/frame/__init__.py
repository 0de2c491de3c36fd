"""What pages share: templates, styles, layout, lists in several pages."""
