from tests.cli.conftest import program
from tests.support.chromium_page import browser, screenshots

__all__ = ["browser", "program", "screenshots"]
