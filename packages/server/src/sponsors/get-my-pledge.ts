import type { CoverState } from "@tuwai/domain/cover";
import { endReasons, meaningOf } from "@tuwai/domain/endings";
import type { Proof } from "@tuwai/domain/proof";
import { monthOf, type CivilDate, type Month } from "@tuwai/domain/time";
import { maskOf } from "#access";
import { type Actor, AppError } from "#app";
import { listCaredFor } from "#claims";
import { type ExplainedPrice, explainPrices, readPricing } from "#contributions";
import { type DeductedMonth, deductedMonths } from "#payroll";
import { seenFields, showPerson } from "#people";
import { ownHeldUntil } from "#replacements";
import { read, type Step } from "#use-case";
import { type CapAsk, findOpenAsk } from "./cap-ask.store.ts";
import { listSponsoredWorkers, type SponsoredWorker } from "./my-pledge.view.ts";
import { type PledgePrices, pledgePrices } from "./pledge-prices.ts";
import { readProof } from "./read-proof.ts";
import { findLatestPledge, listEarlierPledges, type EarlierPledge, type Pledge } from "./pledge.store.ts";

/** Initials, kind of work and village; nothing that names or finds the person (reliability.md T19). */
export type MyWorker = {
  readonly sponsorshipId: string;
  readonly name?: string;
  readonly occupationGroup?: string | null;
  readonly villageName: string | null;
  readonly coverState: CoverState | "not-registered";
  readonly paidUntil: CivilDate | null;
  /** The line of steps: agreed, at BPJS from, accepted by BPJS, ended. */
  readonly agreedAt: Date | null;
  readonly enrolmentState: string | null;
  readonly fromMonth: Month | null;
  readonly acceptedOn: CivilDate | null;
  readonly endedAt: Date | null;
  /** After the worker's death: the family is accompanied. Nothing more of it is a sponsor's to know. */
  readonly isCaredFor?: true;
};

export type MyPledge = {
  readonly pledge: Omit<Pledge, "civilServantId" | "consentId"> | null;
  readonly workers: readonly MyWorker[];
  /** A place is kept for another worker until that day, while the manager looks; null where none is. */
  readonly heldUntil: CivilDate | null;
  /** Pledges before it, all of them stopped. */
  readonly earlier: readonly EarlierPledge[];
  /** What was promised and what BPJS received, month by month, over all of them. */
  readonly proof: Proof;
  /** What the office's payroll took, month by month; empty until a treasurer has answered for one. */
  readonly deductions: readonly DeductedMonth[];
  /** The manager asks for a higher cap, as the price rises above what the pledge allows. */
  readonly ask: CapAsk | null;
  /** What a worker costs from this month on, or from the first month of the pledge. */
  readonly prices: PledgePrices;
  /** How the first of them comes about. */
  readonly explained: readonly ExplainedPrice[];
};

/** The sponsor's own page. Without a pledge: what one would cost. */
export const getMyPledge = read(
  { purpose: "my-pledge", permission: "pledge.read" },
  async (step): Promise<MyPledge> => {
    const { tx, area, actor, today, seen } = step;
    if (area.civilServantId === null)
      throw new AppError("forbidden", { permission: "pledge.read", role: actor.role });
    const found = await findLatestPledge(tx, area);
    const thisMonth = monthOf(today);
    const from = found !== undefined && found.fromMonth > thisMonth ? found.fromMonth : thisMonth;
    const pricing = await readPricing(tx, actor.regionCode);
    const cost = { prices: pledgePrices(pricing, from), explained: explainPrices(pricing, from) };
    const proof = await readProof(step);
    const deductions = await deductedMonths(step.app, area.civilServantId);
    if (found === undefined)
      return {
        pledge: null,
        workers: [],
        heldUntil: null,
        earlier: [],
        proof,
        deductions,
        ask: null,
        ...cost,
      };
    const ask = (await findOpenAsk(tx, area)) ?? null;
    const workers = (await listSponsoredWorkers(tx, area, found.id)).filter(isHistory);
    await seen({
      personIds: workers.map(({ personId }) => personId),
      fields: seenFields(actor.role, [
        "full_name",
        "occupation_group",
        "village",
        "coverage_status",
        "paid_until",
        "claim_flag",
      ]),
    });
    const cared = await caredFor(step, workers);
    const { civilServantId: _servant, consentId: _consent, ...pledge } = found;
    const earlier = await listEarlierPledges(tx, area, pledge.id);
    return {
      pledge,
      workers: workers.map((worker) => show(actor, worker, cared)),
      heldUntil: await ownHeldUntil(step),
      earlier,
      proof,
      deductions,
      ask,
      ...cost,
    };
  },
);

/** What ended because it should never have been is no part of it. */
function isHistory({ endReason }: SponsoredWorker): boolean {
  const reason = endReasons.find((known) => known === endReason);
  return reason === undefined || meaningOf(reason).isHistory;
}

/** Asked of the dead alone: a worker who lives has an accident that is nobody's to guess. */
const caredFor = (step: Step, workers: readonly SponsoredWorker[]): Promise<ReadonlySet<string>> =>
  maskOf(step.actor.role, "claim_flag") === null
    ? Promise.resolve(new Set())
    : listCaredFor(
        step,
        workers.filter(({ coverState }) => coverState === "died").map(({ personId }) => personId),
      );

function show(actor: Actor, worker: SponsoredWorker, cared: ReadonlySet<string>): MyWorker {
  const { code: _code, villageCode: _village, ...person } = showPerson(actor.role, worker);
  const { sponsorshipId, villageName, paidUntil, agreedAt, enrolmentState, fromMonth, acceptedOn, endedAt } =
    worker;
  const steps = { agreedAt, enrolmentState, fromMonth, acceptedOn, endedAt };
  return {
    sponsorshipId,
    ...person,
    villageName,
    coverState: worker.coverState ?? "not-registered",
    paidUntil,
    ...steps,
    ...(cared.has(worker.personId) ? { isCaredFor: true as const } : {}),
  };
}
