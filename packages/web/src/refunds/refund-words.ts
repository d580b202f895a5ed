import type { ShownRefund } from "@tuwai/server/refunds";
import { contributionTexts } from "#language/contributions.ts";
import { dayOf } from "#language/day-of.ts";
import { formatRupiah } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { refundTexts } from "#language/refunds.ts";
import { wordOf } from "#language/word-of.ts";

/** What BPJS answered, in one line; null where it has not. */
export function answerWords(language: Language, line: ShownRefund): string | null {
  const t = refundTexts[language].answers;
  const { answer, answerRupiah, answerNote, answeredAt } = line;
  if (answer === null || answeredAt === null) return null;
  const day = dayOf(language, answeredAt);
  if (answer === "refused") return t.refused(answerNote ?? "", day);
  return t[answer](formatRupiah(language, answerRupiah ?? 0), day);
}

/** Whose money it was, as far as it is known. */
export function payerWords(language: Language, { fundSource }: ShownRefund): string {
  return fundSource === null
    ? refundTexts[language].unknownPayer
    : wordOf(contributionTexts[language].fundSources, fundSource);
}
