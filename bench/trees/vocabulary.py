"""The words synthetic modules are named and written with."""

from __future__ import annotations


def words(text: str) -> list[str]:
    """The text's words."""
    return text.split()


QUALIFIERS = words(
    "active annual archived billing blocked bulk campaign client custom daily default deferred "
    "domain draft external failed global guest hourly inbound internal invited linked local "
    "manual monthly nested outbound partner pending pinned primary public referral regional "
    "scheduled shared trial verified weekly"
)

SUBJECTS = words(
    "account address alert asset audience badge booking budget calendar cart channel comment "
    "contract coupon customer dashboard delivery device discount document event export folder "
    "invoice journal ledger link member message order payment payout plan profile project quota "
    "report reward webhook"
)

PARTS = words(
    "avatar banner card chart column dialog editor empty field filter footer form gallery grid "
    "header item list menu modal notice panel picker preview progress row search section select "
    "sheet sidebar stat status summary switcher table tabs timeline toolbar tooltip wizard"
)

VERBS = words(
    "accept add approve archive assign cancel close confirm copy create decline delete disable "
    "duplicate enable invite join leave merge move publish reject remove rename reset restore "
    "revoke save schedule send submit sync transfer update verify"
)

FIELDS = words(
    "amount balance city code color count country createdAt currency description email expiresAt "
    "group height id index kind label limit locale name owner position price quantity rate region "
    "score slug state status title total type updatedAt url value weight width"
)

CLASSES = words(
    "flex grid items-center justify-between gap-2 gap-4 rounded-md rounded-lg border "
    "border-neutral-200 bg-white bg-neutral-50 p-2 p-4 px-3 py-1.5 text-sm text-xs font-medium "
    "text-neutral-600 text-neutral-900 shadow-sm w-full h-4 truncate hover:bg-neutral-100 mt-2 "
    "transition-colors divide-y"
)

COMPONENT_PACKAGES = (
    ("Link", "next/link"),
    ("Image", "next/image"),
    ("{ motion }", "motion/react"),
    ("{ toast }", "sonner"),
    ("{ ChevronRight, Plus, Trash }", "lucide-react"),
    ("{ cva }", "class-variance-authority"),
    ("{ Command }", "cmdk"),
    ("{ AnimatePresence }", "framer-motion"),
)

LIBRARY_PACKAGES = (
    ("{ nanoid }", "nanoid"),
    ("{ waitUntil }", "@vercel/functions"),
    ("* as z", "zod"),
    ("{ Prisma }", "@prisma/client"),
    ("Stripe", "stripe"),
    ("{ subDays, formatDistance }", "date-fns"),
    ("slugify", "slugify"),
    ("{ headers }", "next/headers"),
)


def pascal(*names: str) -> str:
    """`PascalCase` of words that may hold hyphens."""
    return "".join(part[:1].upper() + part[1:] for name in names for part in name.split("-"))


def camel(*names: str) -> str:
    """`camelCase` of words that may hold hyphens."""
    joined = pascal(*names)
    return joined[:1].lower() + joined[1:]
