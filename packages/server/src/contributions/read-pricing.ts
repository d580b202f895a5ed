import {
  defaultPriceSettings,
  priceOf,
  type PriceOutcome,
  type PriceSettings,
  type ReportedWage,
  type Sector,
  type Segment,
  wageIn,
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

/** As what a worker is priced: under which money, in which segment, and of a village officer the wages reported. */
export type PricedAs = {
  readonly fundSource: FundSource;
  readonly sector: Sector;
  /** Left out for whoever works without a wage. */
  readonly segment?: Segment;
  readonly wages?: readonly ReportedWage[];
};

/** What one worker whom somebody else pays for costs in one month, by the law of that month; an officer by the wage of that month. */
export function priceFor(pricing: Pricing, line: PricedAs & { readonly month: Month }): PriceOutcome {
  return priceOf({
    segment: line.segment ?? "bpu",
    income: incomeOf(pricing, line, line.month),
    payer: payerOf(line.fundSource),
    sector: line.sector,
    month: line.month,
    settings: pricing.price,
  });
}

/** The monthly income reported to BPJS, in whole rupiah: the wage of an officer, else the one base of the city. */
export function incomeOf({ enrolment }: Pricing, { segment, wages = [] }: PricedAs, month: Month): number {
  const base = enrolment["enrolment-wage-base-rupiah"].value;
  return segment === "pu-village" ? (wageIn(wages, month) ?? base) : base;
}

/** The same few prices are asked for every worker of a city. */
export function priceList(pricing: Pricing): (line: PricedAs & { readonly month: Month }) => PriceOutcome {
  const known = new Map<string, PriceOutcome>();
  return (line) => {
    const { fundSource, sector, segment = "bpu", month } = line;
    const key = `${fundSource}|${sector}|${segment}|${month}|${incomeOf(pricing, line, month)}`;
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
