import type { SignInOutcome } from "@tuwai/server/accounts";
import { isAppError } from "@tuwai/server/app";
import { accountTexts } from "#language/accounts.ts";
import type { Language } from "#language/language.ts";

type Refused = Extract<SignInOutcome, { readonly outcome: "refused" }>;

/** A refusal at the door in words, with the status it is sent under and how long to wait. */
export function refusalOf(
  language: Language,
  refused: Refused,
): { readonly text: string; readonly init: { readonly status: number; readonly headers?: HeadersInit } } {
  const t = accountTexts[language];
  if (refused.reason !== "too-many-attempts")
    return { text: t.errors[refused.reason], init: { status: 401 } };
  const { retryAfterSeconds } = refused;
  const headers = { "Retry-After": String(retryAfterSeconds) };
  return { text: t.tooMany(t.wait(retryAfterSeconds)), init: { status: 429, headers } };
}

/** The same for an attempt that threw; null for any other failure. */
export function tooManyOf(language: Language, error: unknown): ReturnType<typeof refusalOf> | null {
  if (!isAppError(error) || error.code !== "rate-limited") return null;
  const retryAfterSeconds = Number(error.details["retryAfterSeconds"]);
  return refusalOf(language, { outcome: "refused", reason: "too-many-attempts", retryAfterSeconds });
}
