"""Reports into copies and origins."""
