"""From the outbox to the chats: pace, order, retries, remedies."""
