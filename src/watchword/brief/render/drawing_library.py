"""The drawing library, which is an extra and slow to import."""

from types import ModuleType

from watchword.errors import MissingExtraError


def load_vl_convert(mend: str = "pip install 'watchword[print]'") -> ModuleType:
    """The module.

    Raises:
        MissingExtraError: if it is not installed.
    """
    try:
        import vl_convert  # noqa: PLC0415 - an extra, and slow to import
    except ImportError as error:
        raise MissingExtraError(
            "drawing a plot needs vl-convert", key="vl_convert", mend=mend
        ) from error
    return vl_convert
