"""Text and language: what words and signs are, whoever asks."""
