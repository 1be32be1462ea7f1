"""How well stories are told apart, on sets that others sorted into stories."""
