import type { LawAmount } from "@tuwai/domain/tariff";
import { formatNumber, formatPercent, formatRupiah } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { tariffTexts } from "#language/tariff.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";

/** The number of a row of law in words. */
export function useAmount(): (amount: LawAmount) => string {
  const t = useTexts(tariffTexts).amounts;
  const language = useLanguage();
  const number = (value: number) => formatNumber(language, value);
  return (amount) => {
    if ("value" in amount) return sayOne(language, amount);
    if (amount.unit === "brackets") {
      const [lowest, highest] = [amount.lines[0]?.amount ?? 0, amount.lines.at(-1)?.amount ?? 0];
      const rupiah = (value: number) => formatRupiah(language, value);
      return t.brackets(rupiah(lowest), rupiah(highest), number(amount.lines.length));
    }
    if (amount.unit === "wage-share") {
      const percent = (part: number) => `${formatNumber(language, part / 100, 2)}%`;
      const [employer, officer] = [percent(amount.employer), percent(amount.officer)];
      return amount.officer === 0 ? t.share(employer) : t.shares(employer, officer);
    }
    if (amount.unit === "waived")
      return t.waived(formatPercent(language, (100 * amount.numerator) / amount.denominator));
    if (amount.unit === "days-off") return t.daysOff(number(amount.holidays), number(amount.jointLeave));
    return amount.monthsLater === 0 ? t.payBySame(number(amount.day)) : t.payByNext(number(amount.day));
  };
}

function sayOne(language: Language, { unit, value }: Extract<LawAmount, { value: number }>): string {
  const t = tariffTexts[language].amounts;
  const number = formatNumber(language, value);
  if (unit === "months") return value === 0 ? t.noMonths : t.months(number);
  if (unit === "wage-bases") return t.wageBases(number);
  const rupiah = formatRupiah(language, value);
  return unit === "rupiah" ? rupiah : t.aMonth(rupiah);
}
