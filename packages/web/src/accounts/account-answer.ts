import type { AccountOutcome, AccountRefusal, OneTimeCode } from "@tuwai/server/accounts";
import { accountAdminTexts } from "#language/account-admin.ts";
import type { Language } from "#language/language.ts";
import type { FormErrors } from "#ui";

/** By which field a refusal is shown; the others stand at the head of the page. */
const fieldOf: Partial<Record<AccountRefusal, string>> = {
  "email-invalid": "email",
  "email-taken": "email",
  "name-missing": "nama",
  "role-unknown": "peran",
  "place-unknown": "wilayah",
  "period-invalid": "sampai",
};

export type Told = {
  readonly errors: FormErrors;
  readonly code: OneTimeCode | null;
  readonly waits: boolean;
  readonly isMailed: boolean;
};

/** An outcome as a page shows it. */
export function tell(language: Language, answer: AccountOutcome): Told {
  if (answer.outcome === "waits") return { errors: {}, code: null, waits: true, isMailed: false };
  if (answer.outcome === "done")
    return { errors: {}, code: answer.code, waits: false, isMailed: answer.isMailed === true };
  const words = accountAdminTexts[language].refusals;
  const errors = Object.fromEntries(answer.reasons.map((reason) => [fieldOf[reason] ?? "", words[reason]]));
  return { errors, code: null, waits: false, isMailed: false };
}
