"""Telegram, spoken through python-telegram-bot, which nothing outside this package imports.

It takes a second to import, so import `client` where it is needed, not at the top of a module:

    from bot.adapters.telegram.client import Telegram

    telegram = Telegram(token, base_url=settings.base_url, per_second=settings.per_second)
    identity = await telegram.start()        # waits until Telegram can be reached
    telegram.messenger, telegram.members, telegram.places_to_post    # the ports
    telegram.translate(update)               # Update -> Event | None, for Reception
    await telegram.offer(commands)           # the menu
    await telegram.poll(reception.keep)      # until cancelled
    await telegram.close()
"""
