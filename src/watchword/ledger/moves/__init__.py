"""How well it is told what moves, on sets in which people marked it."""
