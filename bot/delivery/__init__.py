"""From the outbox to the chats: pace, order, retries, remedies."""

from bot.delivery.engine import Engine
from bot.delivery.pace import Limits
from bot.delivery.policy import Policy, Uncertain
from bot.delivery.posts import Posts
from bot.delivery.recovery import EVERY
from bot.delivery.report import Drained

__all__ = ["EVERY", "Drained", "Engine", "Limits", "Policy", "Posts", "Uncertain"]
