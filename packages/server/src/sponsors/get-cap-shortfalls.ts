import { isTooFewOfAnOffice } from "@tuwai/domain/privacy";
import type { CapSums } from "@tuwai/domain/tariff";
import { monthOf } from "@tuwai/domain/time";
import { may } from "#access";
import { readPricing } from "#contributions";
import { read, type Step } from "#use-case";
import { listAsked } from "./cap-ask.store.ts";
import { type CappedPledge, listCappedPledges } from "./capped-pledge.view.ts";
import { pledgePrices } from "./pledge-prices.ts";
import { type PriceRise, priceRises, type ShortPledge, shortfallsOf, shortPledges } from "./price-rises.ts";

/** The mandates of a rise by office; inside an office's own screen nothing of fewer than five (contracts.md 1). */
export type RiseShortfalls = PriceRise & {
  readonly total: CapSums;
  readonly offices: readonly (CapSums & { readonly office: string })[];
};

export type CapRises = {
  /** The nearest first. */
  readonly rises: readonly RiseShortfalls[];
  /** Fewer than five mandates in the reader's own office: no number is given. */
  readonly isTooFew: boolean;
  /** The reader may not see which worker a sponsor has: all are counted at the price that rises first. */
  readonly isUpperBound: boolean;
  /** Sponsors whose mandates fall short from the nearest rise: not asked yet, and asked without an answer; null for whoever does not ask. */
  readonly asks: { readonly open: number; readonly asked: number } | null;
};

/** Which mandates in force do not allow the prices to come, and by how much they fall short. */
export const getCapShortfalls = read(
  { purpose: "pledge-caps", permission: "pledge.list" },
  async (step): Promise<CapRises> => {
    const mayAsk = may(step.actor, "pledge.cap_ask.send");
    const { pledges, rises } = await readCaps(step, mayAsk);
    const isTooFew = step.area.opd !== null && isTooFewOfAnOffice(pledges.length);
    const told = isTooFew ? [] : rises.map((rise) => ({ ...rise, ...shortfallsOf(pledges, rise) }));
    return { rises: told, isTooFew, isUpperBound: !mayAsk, asks: mayAsk ? await countAsks(step) : null };
  },
);

async function readCaps({ tx, area, actor, today }: Step, seesWorkers: boolean) {
  const pricing = await readPricing(tx, actor.regionCode);
  const pledges: readonly CappedPledge[] = await listCappedPledges(tx, area, { seesWorkers });
  return { pledges, rises: priceRises(pledgePrices(pricing, monthOf(today))) };
}

/** Mandates short from the nearest rise whose sponsors were not asked for as much yet, and those that were. */
export async function sortShort(step: Step): Promise<{
  readonly nearest: PriceRise | undefined;
  readonly open: readonly ShortPledge[];
  readonly asked: readonly ShortPledge[];
}> {
  const { pledges, rises } = await readCaps(step, true);
  const askedRupiah = await listAsked(step.tx, step.area);
  const short = shortPledges(pledges, rises);
  const isAsked = ({ id, neededRupiah }: ShortPledge) => (askedRupiah.get(id) ?? 0) >= neededRupiah;
  return {
    nearest: rises[0],
    open: short.filter((pledge) => !isAsked(pledge)),
    asked: short.filter(isAsked),
  };
}

async function countAsks(step: Step): Promise<CapRises["asks"]> {
  const { open, asked } = await sortShort(step);
  return { open: open.length, asked: asked.length };
}
