import { randomInt } from "node:crypto";
import { monthOf, type Month } from "@tuwai/domain/time";
import { areaOf, authorise } from "#access";
import { type Actor, type App, AppError } from "#app";
import { recordChange } from "#audit";
import { type ExplainedPrice, explainPrices, readPricing } from "#contributions";
import { inTransaction, runOnce } from "#database";
import {
  type Channel,
  findCivilServant,
  findLatestPledge,
  insertConsent,
  insertPledge,
  type Wishes,
} from "./pledge.store.ts";
import { highestPrice, type PledgePrices, pledgePrices } from "./pledge-prices.ts";

type Input = {
  readonly operationId: string;
  /** Most that may be taken per month in all, without a new consent. Whole rupiah. */
  readonly capRupiah: number;
  readonly workerCount: number;
  readonly fromMonth: Month;
  readonly channel: Channel;
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
const purpose = "sponsor-worker-contribution";

/** What a pledge from this month on costs, before anybody signs. */
export async function previewPledge(
  app: App,
  actor: Actor,
  input: { readonly fromMonth: Month },
): Promise<{ readonly prices: PledgePrices; readonly explained: readonly ExplainedPrice[] }> {
  authorise(actor, "pledge.read");
  return inTransaction(app, actor, async (tx) => {
    const pricing = await readPricing(tx, actor.regionCode);
    return {
      prices: pledgePrices(pricing, input.fromMonth),
      explained: explainPrices(pricing, input.fromMonth),
    };
  });
}

/** A civil servant's signed, capped, revocable consent to pay for workers. One active pledge each. */
export async function signPledge(app: App, actor: Actor, input: Input): Promise<SignOutcome> {
  const area = areaOf(actor, authorise(actor, "pledge.sign"));
  const { operationId, ...request } = input;
  return inTransaction(app, actor, (tx) =>
    runOnce(tx, actor, { id: operationId, name: "pledge.sign", request }, async () => {
      const servant = await findCivilServant(tx, area);
      if (servant === undefined) throw new AppError("not-found", { object: "civil-servant" });
      const pricing = await readPricing(tx, actor.regionCode);
      const reasons = reasonsAgainst(input, {
        isPledged: (await findLatestPledge(tx, area))?.state === "active",
        thisMonth: monthOf(app.clock.today()),
        highest: highestPrice(pricing, input.fromMonth),
      });
      if (reasons.length > 0) return { outcome: "refused", reasons };
      const signed = { regionCode: actor.regionCode, civilServantId: servant.id };
      const [pledgeId, consentId, signedAt] = [app.newId(), app.newId(), app.clock.now()];
      const code = newPledgeCode();
      const consent = { textVersion: input.consentTextVersion, givenAt: signedAt, recordedBy: actor.userId };
      await insertConsent(tx, { ...signed, id: consentId, purpose, ...consent });
      const terms = { ...request, opd: servant.office ?? "-", consentId, signedAt };
      const isFirst = await insertPledge(tx, { ...signed, id: pledgeId, code, ...terms });
      if (!isFirst) throw new AppError("conflict", { reason: "already-pledged" });
      const { capRupiah, workerCount, fromMonth, channel, consentTextVersion } = input;
      await recordChange(app, tx, actor, {
        action: "pledge.sign",
        objectType: "pledge",
        objectId: pledgeId,
        operationId,
        details: { code, capRupiah, workerCount, fromMonth, channel, consentTextVersion },
      });
      return { outcome: "signed", pledgeId, code, prices: pledgePrices(pricing, fromMonth) };
    }),
  );
}

function reasonsAgainst(
  input: Input,
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
