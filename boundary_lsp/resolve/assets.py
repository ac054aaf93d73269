"""Files that are no modules, by their extension."""

from __future__ import annotations

import re

_ASSET = re.compile(
    r"\.(?:css|scss|sass|less|styl|pcss|postcss|svg|png|jpe?g|gif|webp|avif|ico|bmp|woff2?|ttf|otf|eot|json5?|jsonc|wasm|"
    r"txt|md|graphql|gql|sql|html?|ya?ml|toml|csv|xml|pdf|mp[34]|webm|ogg|wav|glsl|frag|vert|node|prisma|lottie|riv|zip|"
    r"hbs|ejs|liquid|proto|geojson|map|bin|onnx|glb|gltf|hdr|vue|svelte|astro|coffee|elm|rs|py|sh)$",
    re.IGNORECASE,
)


def is_asset(path: str) -> bool:
    """A stylesheet, image, font, data file, or a module of a language that is not read."""
    return _ASSET.search(path) is not None
