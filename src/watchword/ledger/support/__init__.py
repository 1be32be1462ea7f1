"""How well it is told what cited pages bear out, beside shared words and embeddings."""
