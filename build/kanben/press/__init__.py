"""Press a title: read, pass, lay print out, render, pack. Only this room knows the order."""
