import { bpuReliefs, type Programme, type RateRow, type Relief } from "./contribution-rates.ts";
import type { Payer, PriceQuestion } from "./price-question.ts";
import type { PriceSettings } from "./price-settings.ts";

/** The part waived, or the one reason why nothing is. `row` is the law looked at, absent when none concerns the month. */
export type ReliefAnswer = {
  relief:
    | { applies: true; numerator: number; denominator: number }
    | { applies: false; because: "segment" | "month" | "programme" | "public-money" };
  row?: RateRow<Relief>;
};

/** Whether PP 50/2025 lowers this contribution. Workers without a wage only, JKK and JKM only, never public money. */
export function reliefOf(
  question: PriceQuestion,
  programme: Programme,
  settings: PriceSettings,
): ReliefAnswer {
  if (question.segment !== "bpu") return { relief: { applies: false, because: "segment" } };
  const row = bpuReliefs.find(
    ({ value, from, until }) =>
      value.sector === question.sector && from <= question.month && question.month <= until,
  );
  if (row === undefined) return { relief: { applies: false, because: "month" } };
  if (!row.value.programmes.includes(programme)) return { relief: { applies: false, because: "programme" } };
  const isPublic = isPublicMoney(question.payer, settings);
  if (isPublic) return { relief: { applies: false, because: "public-money" }, row };
  const { numerator, denominator } = row.value;
  return { relief: { applies: true, numerator, denominator }, row };
}

function isPublicMoney(payer: Payer, settings: PriceSettings): boolean {
  if (payer === "apbdes") return settings["apbdes-is-apbd"].value;
  if (payer === "pooled-asn") return !settings["pooled-asn-is-private"].value;
  return payer === "apbn-apbd";
}
