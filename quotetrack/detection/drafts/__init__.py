"""What the steps hand on to each other: attributions in the making, and the frames of cues."""
