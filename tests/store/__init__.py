"""A store of one's own: Apple's and Wikimedia's shapes over a real socket, with real ranks, misbehaving on command."""

from tests.store import faults
from tests.store.asked import Asked
from tests.store.server import StoreServer

__all__ = ["Asked", "StoreServer", "faults"]
