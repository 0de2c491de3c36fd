"""Rules run over a base; what they find, what is kept quiet, how it is reported."""
