"""Serializers as data. `tests/wire` compares every row with the serializer itself."""
