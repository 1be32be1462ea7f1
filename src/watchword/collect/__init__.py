"""The world into reports: files, folders, archives, addresses; one small reader a format."""
