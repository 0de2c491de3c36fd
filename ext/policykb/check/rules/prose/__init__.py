"""Rules about text: links, references, names and numbers in it."""
