"""Classes that frameworks bring, and the kinds by which serializer tables know their instances. Rows of data."""

IMPORTED = {
    "anvil": dict.fromkeys(("Media", "BlobMedia", "URLMedia"), "Media"),
    "anvil.server": {"Capability": "Capability"},
}
"""By the module that programs import them from."""

DEFINED = {
    **dict.fromkeys(("anvil.BlobMedia", "anvil.URLMedia", "anvil._server.LazyMedia"), "Media"),
    "anvil._server.Capability": "Capability",
}
"""By their full names where they are defined, as checkers print them."""
