import { budgetUseTexts } from "#language/budget-use.ts";
import type { Language } from "#language/language.ts";
import type { FormErrors } from "#ui";

export type Asked = {
  /** As typed, to be shown again. */
  readonly rupiah: string;
  readonly months: string;
  readonly fund: "apbd" | "csr";
  readonly errors: FormErrors;
  /** Null until a budget is given that can be weighed. */
  readonly input: { readonly budgetRupiah: number; readonly paidMonths: number } | null;
};

const MOST_RUPIAH = 100_000_000_000;
const MOST_MONTHS = 24;

/** What the address asks for; thousands may be parted by points, commas or spaces. */
export function readAsked(query: URLSearchParams, language: Language): Asked {
  const t = budgetUseTexts[language].form.errors;
  const rupiah = (query.get("rupiah") ?? "").slice(0, 30);
  const months = (query.get("bulan") ?? "12").slice(0, 5);
  const fund = query.get("dana") === "csr" ? "csr" : "apbd";
  const shown = { rupiah, months, fund } as const;
  if (rupiah.trim() === "") return { ...shown, errors: {}, input: null };
  const budgetRupiah = wholeOf(rupiah.replaceAll(/rp|[.,\s]/giu, ""), MOST_RUPIAH);
  const paidMonths = wholeOf(months.trim(), MOST_MONTHS);
  const errors = {
    ...(budgetRupiah === undefined && { rupiah: t.rupiah }),
    ...(paidMonths === undefined && { bulan: t.months }),
  };
  const input = budgetRupiah === undefined || paidMonths === undefined ? null : { budgetRupiah, paidMonths };
  return { ...shown, errors, input };
}

function wholeOf(text: string, most: number): number | undefined {
  const value = /^\d{1,12}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= most ? value : undefined;
}
