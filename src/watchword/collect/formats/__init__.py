"""The formats that are read, one small file each; `register.py` lists them."""
