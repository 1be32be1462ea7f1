"""Answers kept in a folder and given again, so that the same brief has the same bytes.

One file an inquiry, named by its content key; it says what was asked of which model, and what was
answered. A file that was tampered with so that it is of another inquiry is refused.
"""

import json
from dataclasses import asdict
from pathlib import Path
from tempfile import NamedTemporaryFile

from watchword.consult.answering import Answering
from watchword.consult.envelope import MOST_CHARACTERS
from watchword.errors import UnansweredError
from watchword.model.inquiry import Answer, Inquiry, request_key


class RecordedModel:
    """Gives recorded answers, and records new ones where there is a model to ask.

    Args:
        folder: where the answers are; made where it is not there.
        name: name of the model.
        model: is asked what is not recorded; None where nothing may go out.
    """

    def __init__(self, folder: Path, name: str, model: Answering | None = None) -> None:
        self._folder = folder
        self._name = name
        self._model = model

    @property
    def name(self) -> str:
        """The model's name."""
        return self._name

    def answer(self, inquiry: Inquiry) -> Answer:
        """Give what is recorded, else ask and record.

        Raises:
            UnansweredError: if it is not recorded and nobody is there to be asked, or the
                record cannot be read or written.
        """
        request = request_key(self._name, inquiry)
        file = self._folder / f"{request}.json"
        if file.is_file():
            return self._replayed(file, request, inquiry)
        if self._model is None:
            raise UnansweredError("no answer is recorded to this", key=str(file))
        answer = self._model.answer(inquiry)
        self._record(file, inquiry, answer)
        return answer

    def _replayed(self, file: Path, request: str, inquiry: Inquiry) -> Answer:
        try:
            kept = json.loads(file.read_text(encoding="utf-8"))
            text, asked, model = kept["answer"], kept["inquiry"], kept["model"]
        except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
            raise UnansweredError("this is no recorded answer", key=str(file)) from error
        if not isinstance(text, str) or (model, asked) != (self._name, asdict(inquiry)):
            raise UnansweredError("this is recorded of another inquiry", key=str(file))
        return Answer(request=request, model=self._name, text=text[:MOST_CHARACTERS])

    def _record(self, file: Path, inquiry: Inquiry, answer: Answer) -> None:
        kept = {"model": answer.model, "inquiry": asdict(inquiry), "answer": answer.text}
        words = json.dumps(kept, ensure_ascii=False, indent=2) + "\n"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile("wb", dir=self._folder, delete=False) as stream:
                stream.write(words.encode(errors="replace"))
            Path(stream.name).replace(file)
        except OSError as error:
            raise UnansweredError(
                f"the answer cannot be recorded: {error.strerror}", key=str(file)
            ) from error
