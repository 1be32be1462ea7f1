"""How the model that judges support is made: pages, pairs composed from them, training, export."""
