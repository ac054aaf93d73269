import hashlib

import anvil.server

from ._anvil_designer import MainTemplate
from ..prices import total


class Main(MainTemplate):
    def __init__(self, **properties):
        self.init_components(**properties)
        self.orders = anvil.server.call("orders")

    def buy_click(self, **event_args):
        anvil.server.call("buy", total(self.orders))

    def cancel_click(self, **event_args):
        anvil.server.call("cancel_ordr", self.orders[0])
