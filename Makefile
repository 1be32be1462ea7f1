# The commands of make.py, for those who would rather type `make test`.
PYTHON ?= python3

.PHONY: brief test check lock build
brief test check lock build:
	@$(PYTHON) make.py $@
