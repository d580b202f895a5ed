import type { ListedPayer } from "@tuwai/server/payers";
import { formatDate, formatNumber } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { payerTexts } from "#language/payers.ts";

/** How long a payer's money reaches, in a few words. */
export function fundWords(language: Language, { outlook }: Pick<ListedPayer, "outlook">): string {
  const t = payerTexts[language].states;
  const { state, endsOn, daysLeft } = outlook;
  if (state === "open" || state === "ahead" || endsOn === null) return state === "ahead" ? t.ahead : t.open;
  const day = formatDate(language, endsOn);
  return state === "ends-soon" ? t[state](day, formatNumber(language, daysLeft ?? 0)) : t[state](day);
}
