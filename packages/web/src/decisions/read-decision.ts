import { type App, isAppError } from "@tuwai/server/app";
import { decisionTexts } from "#language/decisions.ts";
import type { Language } from "#language/language.ts";
import { formText, readOperationId } from "#shell";
import type { FormErrors } from "#ui";

type Decision = {
  readonly operationId: string;
  /** The state the person looked at; 0 where the form says none. */
  readonly version: number;
  readonly verdict: "approve" | "refuse";
  readonly reason: string;
};

/** What `DecisionForm` sent; whatever is no agreement is a refusal. */
export function readDecision(form: FormData, app: App): Decision {
  return {
    operationId: readOperationId(form, app),
    version: Number(formText(form, "versi")) || 0,
    verdict: formText(form, "putusan") === "setuju" ? "approve" : "refuse",
    reason: formText(form, "alasan"),
  };
}

/** Why a decision was not taken, at the field that mends it. */
export function refuseDecision<Reason extends string>(
  reasons: readonly Reason[],
  words: Readonly<Record<NoInfer<Reason>, string>>,
): { readonly errors: FormErrors } {
  const field = reasons.some((reason) => reason === "without-reason") ? "alasan" : "";
  return { errors: { [field]: reasons.map((reason) => words[reason]).join(" ") } };
}

/** Somebody was quicker, or an identity number stands in the reason. Anything else is thrown on. */
export function sayDecisionError(error: unknown, language: Language): { readonly errors: FormErrors } {
  const t = decisionTexts[language];
  if (isAppError(error) && error.code === "stale") return { errors: { "": t.settled } };
  if (isAppError(error) && error.code === "identity-number-in-note")
    return { errors: { alasan: t.noteRefused } };
  throw error;
}
