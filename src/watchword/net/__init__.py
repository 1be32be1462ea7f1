"""The network, to checked addresses only: for those rooms that fetch, and those that send."""
