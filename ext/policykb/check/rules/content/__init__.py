"""Rules about content that would execute or inject."""
