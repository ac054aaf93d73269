import sqlite3

import anvil.server


@anvil.server.callable
def orders():
    return [dict(row) for row in sqlite3.connect("shop.db").execute("select * from orders")]


@anvil.server.callable(require_user=True)
def buy(price: float) -> None:
    print(price)


@anvil.server.callable("cancel_order")
def cancel(order) -> None:
    print(order)
