"""What every part of a build uses: its state, its inputs and its notes."""
