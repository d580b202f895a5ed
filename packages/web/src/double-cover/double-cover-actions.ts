import { type Actor, type App, isAppError } from "@tuwai/server/app";
import {
  answerDoubleCover,
  enterOtherCovers,
  type LineProblem,
  undoDoubleAnswer,
  withdrawOther,
} from "@tuwai/server/double-cover";
import { doubleCoverTexts } from "#language/double-cover.ts";
import { formatNumber } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { formText, readOperationId } from "#shell";
import type { FormErrors } from "#ui";

type Sent = { readonly form: FormData; readonly language: Language };
type Answer =
  | { readonly errors: FormErrors; readonly saved: string | null; readonly problems: readonly LineProblem[] }
  | { readonly done: string; readonly tone?: "ok" | "warn" };

const wrong = (errors: FormErrors): Answer => ({ errors, saved: null, problems: [] });

export async function enterList(app: App, actor: Actor, { form, language }: Sent): Promise<Answer> {
  const t = doubleCoverTexts[language].enter;
  const answer = await enterOtherCovers(app, actor, {
    operationId: readOperationId(form, app),
    pasted: formText(form, "daftar"),
  });
  if (answer.outcome === "refused")
    return wrong({ daftar: answer.reasons.map((reason) => t.reasons[reason]).join(" ") });
  const saved = t.saved(formatNumber(language, answer.workers), formatNumber(language, answer.already));
  return answer.problems.length === 0
    ? { done: saved }
    : { errors: {}, saved: answer.workers + answer.already > 0 ? saved : null, problems: answer.problems };
}

export async function decide(app: App, actor: Actor, { form, language }: Sent): Promise<Answer> {
  const t = doubleCoverTexts[language].form;
  try {
    const answer = await answerDoubleCover(app, actor, {
      operationId: readOperationId(form, app),
      personId: formText(form, "orang"),
      doubleAnswer: formText(form, "putusan"),
      reason: formText(form, "alasan"),
    });
    if (answer.outcome === "answered") return { done: t.saved };
    const says = answer.reasons.map(
      (reason) => [reason === "without-reason" ? "alasan" : "putusan", t.reasons[reason]] as const,
    );
    return wrong(Object.fromEntries(says));
  } catch (error) {
    if (isAppError(error) && error.code === "identity-number-in-note")
      return wrong({ alasan: t.noteRefused });
    throw error;
  }
}

export async function undoDecision(app: App, actor: Actor, { form, language }: Sent): Promise<Answer> {
  const t = doubleCoverTexts[language];
  const answer = await undoDoubleAnswer(app, actor, {
    operationId: readOperationId(form, app),
    answerId: formText(form, "jawaban"),
  });
  if (answer.outcome === "undone") return { done: t.undone };
  return { done: answer.reasons.map((reason) => t.undoRefused[reason]).join(" "), tone: "warn" };
}

export async function withdrawLine(app: App, actor: Actor, { form, language }: Sent): Promise<Answer> {
  await withdrawOther(app, actor, {
    operationId: readOperationId(form, app),
    otherCoverId: formText(form, "catatan"),
  });
  return { done: doubleCoverTexts[language].withdrawn };
}
