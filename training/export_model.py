"""Write a trained model as the files that the product runs.

    python training/export_model.py runs/first src/watchword/engines/data
    python training/export_model.py runs/first runs/first/exact --exact

The first writes whole numbers, as shipped. The second writes the same weights unrounded, to see
what rounding costs: `watchword ledger model --beside runs/first/exact`.
"""

import argparse
from pathlib import Path

from language.export import write_model
from language.train import network_of_run


def main() -> None:
    """Load a run and write it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--exact", action="store_true", help="unrounded, in single precision")
    arguments = parser.parse_args()
    size = write_model(network_of_run(arguments.run), arguments.folder, exact=arguments.exact)
    print(f"{arguments.folder}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
