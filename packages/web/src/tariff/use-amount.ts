import type { LawAmount } from "@tuwai/domain/tariff";
import { formatNumber, formatPercent, formatRupiah } from "#language/format.ts";
import { tariffTexts } from "#language/tariff.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";

/** The number of a row of law in words. */
export function useAmount(): (amount: LawAmount) => string {
  const t = useTexts(tariffTexts).amounts;
  const language = useLanguage();
  const rupiah = (value: number) => formatRupiah(language, value);
  const number = (value: number) => formatNumber(language, value);
  return (amount): string => {
    switch (amount.unit) {
      case "rupiah":
        return rupiah(amount.value);
      case "rupiah-a-month":
        return t.aMonth(rupiah(amount.value));
      case "wage-bases":
        return t.wageBases(number(amount.value));
      case "months":
        return amount.value === 0 ? t.noMonths : t.months(number(amount.value));
      case "brackets": {
        const [lowest, highest] = [amount.lines[0]?.amount ?? 0, amount.lines.at(-1)?.amount ?? 0];
        return t.brackets(rupiah(lowest), rupiah(highest), number(amount.lines.length));
      }
      case "wage-share": {
        const percent = (part: number) => `${formatNumber(language, part / 100, 2)}%`;
        return amount.officer === 0
          ? t.share(percent(amount.employer))
          : t.shares(percent(amount.employer), percent(amount.officer));
      }
      case "waived":
        return t.waived(formatPercent(language, (100 * amount.numerator) / amount.denominator));
      case "pay-by":
        return amount.monthsLater === 0 ? t.payBySame(number(amount.day)) : t.payByNext(number(amount.day));
      default:
        return t.daysOff(number(amount.holidays), number(amount.jointLeave));
    }
  };
}
