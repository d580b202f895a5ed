import { reliefOf } from "./relief-of.ts";
import type { Payer } from "./price-question.ts";
import type { PriceSettings } from "./price-settings.ts";
import { month } from "#time";

/** Codes under which BPJS keeps groups of workers whom others pay for (BPJS-TK process book p. 67, reported). */
const wadahCodes = ["SC", "SB", "SG", "SD", "SA", "SL"] as const;
export type WadahCode = (typeof wadahCodes)[number];

/** Whose money BPJS takes a group to be by its code: a firm, a bank, government, a village by APBDes, by APBD, by other funds. */
const purses: Readonly<Record<WadahCode, Payer>> = {
  SC: "private",
  SB: "private",
  SG: "apbn-apbd",
  SD: "apbdes",
  SA: "apbn-apbd",
  SL: "private",
};

/**
 * Whether BPJS would bill this group as the payer is billed here. Where it would not, the code says public money and the price is that
 * of private money or the other way round, and every receipt would differ from what is owed (PP 50/2025 art. 3).
 */
export function wadahAgrees(code: WadahCode, payer: Payer, settings: PriceSettings): boolean {
  return hasRelief(purses[code], settings) === hasRelief(payer, settings);
}

/** Asked in a month in which the law lowers contributions of private money. */
function hasRelief(payer: Payer, settings: PriceSettings): boolean {
  const question = { segment: "bpu", income: 0, payer, sector: "other", month: month("2026-06") } as const;
  return reliefOf(question, "jkk", settings).relief.applies;
}
