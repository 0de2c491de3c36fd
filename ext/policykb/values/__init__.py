"""Value types: one file each, shared by the model, the rules and the fixes."""
