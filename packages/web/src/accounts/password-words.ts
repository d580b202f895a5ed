import type { PasswordFault } from "@tuwai/domain/accounts";
import type { Language } from "#language/language.ts";
import { passwordTexts } from "#language/passwords.ts";

/** Everything that is wrong with a password, in sentences. */
export function sayFaults(language: Language, faults: readonly PasswordFault[]): string {
  return faults.map((fault) => passwordTexts[language].faults[fault]).join(" ");
}
