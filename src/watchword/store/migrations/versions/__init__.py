"""The steps, one file each, with the statements that it runs beside it."""
