"""Small pages of our own making, each of a kind met on public portals, with what it offers."""
