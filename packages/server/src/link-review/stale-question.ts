import { AppError } from "#app";
import type { QuestionRow } from "./question-detail.view.ts";

/** Somebody else was first; the details say what they answered, so that the page can show it and ask. */
export function staleQuestion(question: QuestionRow): AppError {
  return new AppError("stale", {
    state: question.state,
    version: question.version,
    decidedAt: question.decidedAt?.toISOString() ?? null,
    decidedBy: question.decidedBy,
  });
}
