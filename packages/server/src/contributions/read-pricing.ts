import {
  defaultPriceSettings,
  priceOf,
  type PriceOutcome,
  type PriceSettings,
  type Sector,
} from "@tuwai/domain/contributions";
import { defaultCoverSettings } from "@tuwai/domain/cover";
import type { Month } from "@tuwai/domain/time";
import type { App } from "#app";
import type { Tx } from "#database";
import { readSettings, writeMissingSettings } from "#settings";
import {
  defaultEnrolmentSettings,
  enrolmentSettingSources,
  type EnrolmentSettings,
} from "./enrolment-settings.ts";
import { type FundSource, payerOf } from "./payer-of.ts";

/** The city's answers to what the law on prices and the practice of enrolling leave open. */
export type Pricing = { readonly price: PriceSettings; readonly enrolment: EnrolmentSettings };

/** Everything a price rests on besides the worker; read once per use case. */
export async function readPricing(tx: Tx, regionCode: string): Promise<Pricing> {
  return {
    price: await readSettings(tx, regionCode, defaultPriceSettings),
    enrolment: await readSettings(tx, regionCode, defaultEnrolmentSettings),
  };
}

/** What one worker whom somebody else pays for costs in one month, by the law of that month. */
export function priceFor(
  pricing: Pricing,
  line: { readonly fundSource: FundSource; readonly sector: Sector; readonly month: Month },
): PriceOutcome {
  return priceOf({
    segment: "bpu",
    income: pricing.enrolment["enrolment-wage-base-rupiah"].value,
    payer: payerOf(line.fundSource),
    sector: line.sector,
    month: line.month,
    settings: pricing.price,
  });
}

/** The same for many workers, among whom a few prices are asked again and again. */
export function priceList(pricing: Pricing): (line: Parameters<typeof priceFor>[1]) => PriceOutcome {
  const known = new Map<string, PriceOutcome>();
  return (line) => {
    const key = `${line.fundSource}|${line.sector}|${line.month}`;
    const price = known.get(key) ?? priceFor(pricing, line);
    known.set(key, price);
    return price;
  };
}

/** Puts every open question with its default on the table of settings, marked unconfirmed. Run at each start. */
export function ensureSettings(app: App): Promise<void> {
  const all = { ...defaultPriceSettings, ...defaultCoverSettings, ...defaultEnrolmentSettings };
  const sources: Readonly<Record<string, string>> = enrolmentSettingSources;
  return writeMissingSettings(app, all, (name) => sources[name] ?? "open in the law");
}
