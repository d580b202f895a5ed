import { costRoom, fundMonth, readAlmsAmount } from "@tuwai/domain/alms";
import { rupiah } from "@tuwai/domain/money";
import { monthOf, parseCivilDate } from "@tuwai/domain/time";
import { readNote } from "#app";
import { change, type Operation, type Step, type Refused, refuse } from "#use-case";
import { listMonthFacts, readFund } from "./alms-entry.store.ts";
import { lockAlms, postAlms } from "./post-alms.ts";
import { requireCampaign } from "./record-receipt.ts";

export type CostReason = "bad-amount" | "bad-day" | "without-reason" | "above-cap" | "not-in-fund";
export type CostOutcome =
  | { readonly outcome: "booked"; readonly room: number }
  | (Refused<CostReason> & { readonly room: number });

type Cost = Operation & {
  readonly campaignId: string;
  readonly amount: string;
  readonly on: string;
  readonly why: string;
};

/** Books what collecting and handing out cost. Refused above the cap of law, with what may still be spent. Throws `not-found`. */
export const bookAlmsCost = change(
  { name: "alms.cost", permission: "donation.receive" },
  async (step, { operationId, campaignId, ...typed }: Cost): Promise<CostOutcome> => {
    await lockAlms(step);
    const campaign = await requireCampaign(step, campaignId);
    const amount = readAlmsAmount(typed.amount);
    const on = parseCivilDate(typed.on);
    const why = readNote(typed.why);
    const room = await readCostRoom(step, campaign.id);
    const reasons: CostReason[] = [
      ...(amount === undefined ? (["bad-amount"] as const) : []),
      ...(on === undefined || on > step.today ? (["bad-day"] as const) : []),
      ...(why === null ? (["without-reason"] as const) : []),
      ...(amount !== undefined && amount > room ? (["above-cap"] as const) : []),
      ...(amount !== undefined && amount > (await readFund(step.tx, campaign.code))
        ? (["not-in-fund"] as const)
        : []),
    ];
    if (reasons.length > 0) return { ...refuse(step, ...reasons), room };
    const entry = {
      kind: "cost",
      campaign,
      rupiah: amount!,
      on: on!,
      reason: why!,
      naturalKey: `cost|${operationId}`,
    } as const;
    await postAlms(step, entry);
    await step.audit({ objectType: "alms-cost", objectId: campaign.id, details: { rupiah: amount! } });
    return { outcome: "booked", room: room - amount! };
  },
);

/** Rupiah that may still be spent on costs of a campaign. */
export async function readCostRoom(step: Pick<Step, "tx" | "today">, campaignId: string): Promise<number> {
  const facts = await listMonthFacts(step.tx, campaignId);
  const month = monthOf(step.today);
  const months = [...new Set([...facts.map(({ on }) => monthOf(on)), month])];
  const sums = months.map((each) => fundMonth(facts, each));
  const total = (name: "received" | "costs") => rupiah(sums.reduce((sum, each) => sum + each[name], 0));
  return costRoom({ received: total("received"), costs: total("costs") }, step.today);
}
