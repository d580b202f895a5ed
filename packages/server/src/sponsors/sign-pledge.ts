import { randomInt } from "node:crypto";
import type { Chooser } from "@tuwai/domain/matching";
import { monthOf, type Month } from "@tuwai/domain/time";
import { AppError } from "#app";
import { type ExplainedPrice, explainPrices, readPricing } from "#contributions";
import type { Wishes } from "#matching";
import { giveConsents } from "#privacy";
import { change, type Operation, read } from "#use-case";
import { findCivilServant } from "./civil-servant.view.ts";
import { type Channel, findLatestPledge, insertPledge } from "./pledge.store.ts";
import { highestPrice, type PledgePrices, pledgePrices } from "./pledge-prices.ts";

type Input = Operation & {
  /** Most that may be taken per month in all, without a new consent. Whole rupiah. */
  readonly capRupiah: number;
  readonly workerCount: number;
  readonly fromMonth: Month;
  readonly channel: Channel;
  /** Who accepts the worker that is proposed; the manager where nothing is said. */
  readonly chooses?: Chooser;
  readonly wishes: Wishes;
  /** Which wording was on the screen; kept with the consent. */
  readonly consentTextVersion: string;
};

export type SignRefusal =
  | { readonly reason: "already-pledged" | "month-in-past" | "no-rate" | "consent-text-missing" }
  | { readonly reason: "worker-count"; readonly from: number; readonly to: number }
  | { readonly reason: "cap-below-price"; readonly neededRupiah: number };

export type SignOutcome =
  | {
      readonly outcome: "signed";
      readonly pledgeId: string;
      readonly code: string;
      readonly prices: PledgePrices;
    }
  | { readonly outcome: "refused"; readonly reasons: readonly SignRefusal[] };

const mostWorkers = 20;
/** What a sponsor agrees to, as kept with the consent. */
export const consentPurpose = "sponsor-worker-contribution";

/** What a pledge from this month on costs, before anybody signs. */
export const previewPledge = read(
  { purpose: "pledge-preview", permission: "pledge.read" },
  async (
    { tx, actor },
    { fromMonth }: { readonly fromMonth: Month },
  ): Promise<{ readonly prices: PledgePrices; readonly explained: readonly ExplainedPrice[] }> => {
    const pricing = await readPricing(tx, actor.regionCode);
    return { prices: pledgePrices(pricing, fromMonth), explained: explainPrices(pricing, fromMonth) };
  },
);

/** A civil servant's signed, capped, revocable consent to pay for workers. One active pledge each. */
export const signPledge = change(
  { name: "pledge.sign", permission: "pledge.sign" },
  async (step, { operationId: _operation, ...terms }: Input): Promise<SignOutcome> => {
    const { tx, area, actor } = step;
    const servant = await findCivilServant(tx, area);
    if (servant === undefined) throw new AppError("not-found", { object: "civil-servant" });
    const pricing = await readPricing(tx, actor.regionCode);
    const reasons = reasonsAgainst(terms, {
      isPledged: (await findLatestPledge(tx, area))?.state === "active",
      thisMonth: monthOf(step.today),
      highest: highestPrice(pricing, terms.fromMonth),
    });
    if (reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
    const { capRupiah, workerCount, fromMonth, channel, consentTextVersion } = terms;
    const chooses = terms.chooses === "sponsor" ? "sponsor" : "manager";
    const [consentId] = await giveConsents(step, [servant.id], {
      subjectType: "civil-servant",
      purpose: consentPurpose,
      textVersion: consentTextVersion,
    });
    const [id, code] = [step.newId(), newPledgeCode()];
    const isFirst = await insertPledge(tx, {
      ...terms,
      chooses,
      regionCode: actor.regionCode,
      id,
      code,
      civilServantId: servant.id,
      opd: servant.office ?? "-",
      consentId: consentId!,
      signedAt: step.now,
    });
    if (!isFirst) throw new AppError("conflict", { reason: "already-pledged" });
    const details = { code, capRupiah, workerCount, fromMonth, channel, chooses, consentTextVersion };
    await step.audit({ objectType: "pledge", objectId: id, details });
    return { outcome: "signed", pledgeId: id, code, prices: pledgePrices(pricing, fromMonth) };
  },
);

function reasonsAgainst(
  input: Omit<Input, "operationId">,
  by: { readonly isPledged: boolean; readonly thisMonth: Month; readonly highest: number | null },
): readonly SignRefusal[] {
  const reasons: SignRefusal[] = by.isPledged ? [{ reason: "already-pledged" }] : [];
  const isCountFine =
    Number.isInteger(input.workerCount) && input.workerCount >= 1 && input.workerCount <= mostWorkers;
  if (!isCountFine) reasons.push({ reason: "worker-count", from: 1, to: mostWorkers });
  if (input.fromMonth < by.thisMonth) reasons.push({ reason: "month-in-past" });
  if (input.consentTextVersion.trim() === "") reasons.push({ reason: "consent-text-missing" });
  if (by.highest === null) return [...reasons, { reason: "no-rate" }];
  const neededRupiah = by.highest * Math.max(1, Math.trunc(input.workerCount) || 1);
  const isCapFine = Number.isSafeInteger(input.capRupiah) && input.capRupiah >= neededRupiah;
  if (!isCapFine) reasons.push({ reason: "cap-below-price", neededRupiah });
  return reasons;
}

const letters = "23456789CDFHJKMNPQRTVWX";

/** "IK-7T4M2Q": told over the phone, unique in the city; drawn at random so that it says nothing about the sponsor. */
function newPledgeCode(): string {
  return `IK-${Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join("")}`;
}
