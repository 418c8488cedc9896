"""How trouble on order changes an answer."""

from tests.botapi.faults import Effect, Fault
from tests.botapi.wire import Answer, answer_json
from tests.botapi.world import Message, Refusal


def instead_of_answering(fault: Fault) -> Answer | None:
    """Return what is answered with nothing done; None where something is done first."""
    match fault.effect:
        case Effect.STATUS:
            waiting = {} if fault.retry_after is None else {"retry_after": fault.retry_after}
            body = Refusal(fault.status, fault.description, **waiting).as_json()
            return answer_json(body, fault.status)
        case Effect.ANSWER:
            return Answer(fault.body.encode("utf-8", "surrogatepass"), fault.status)
        case Effect.ENDLESS:
            return Answer(b'{"ok": true, "result": ["', is_endless=True)
        case Effect.DROP_UNREAD:
            return Answer(b"", keep=0)
        case Effect.BAD_GATEWAY:
            page = b"<html><head><title>502 Bad Gateway</title></head></html>"
            return Answer(page, 502, b"text/html")
        case _:
            return None


def spoil(answer: Answer, fault: Fault) -> Answer:
    """Return the answer as its trouble leaves it."""
    match fault.effect:
        case Effect.DROP_ANSWER:
            return Answer(b"", keep=0)
        case Effect.CUT_ANSWER:
            answer.keep = 90
        case Effect.GARBAGE:
            return Answer(b"<html>a captive portal</html>", 200, b"text/html")
        case Effect.SLOW:
            answer.delay = fault.seconds
        case _:
            pass
    return answer


def note_answered(message: Message, effect: Effect) -> None:
    """Note that an answer has left, and whether it said that the message was taken."""
    message.answered = effect is not Effect.GARBAGE
