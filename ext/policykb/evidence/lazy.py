"""Regular expressions compiled when first used, by the name that evidence calls them."""

from policykb.lazy import lazy as lazy
