import { monthOf } from "@tuwai/domain/time";
import { readPricing } from "#contributions";
import { enrol, lockPayers, type Wadah } from "#enrolment";
import { requirePayer } from "#payers";
import { readReserved } from "#reservations";
import { change, type Operation, type Step } from "#use-case";
import { latestMonth } from "./latest-month.ts";
import { type PayerReason, type PublicFund, reasonsAgainst, reasonsAgainstFund } from "./reasons-against.ts";
import { type Candidate, listCandidates } from "./waiting.view.ts";

type Input = Operation & {
  readonly personIds: readonly string[];
  readonly fundSource: PublicFund;
  /** Where the kind of money alone does not say who pays: a firm, BAZNAS, a bridging fund. */
  readonly payerId?: string;
};

type Refused = {
  readonly personId: string;
  readonly personCode?: string;
  readonly reasons: readonly PayerReason[];
};

export type FundOutcome = {
  readonly outcome: "decided";
  readonly funded: readonly { readonly personCode: string; readonly enrolmentId: string }[];
  readonly refused: readonly Refused[];
};

/** Puts endorsed workers under public or company money, without a sponsor. Each stands for itself; one payer each. */
export const fundByCity = change(
  { name: "fund.by-city", permission: "pledge.match" },
  async (step, { personIds, payerId, ...input }: Input): Promise<FundOutcome> => {
    const payer = payerId === undefined ? null : await requirePayer(step, payerId);
    const fundSource = payer === null ? input.fundSource : (payer.fundSource as PublicFund);
    const { funded, refused, wadah } = await fundInStep(step, personIds, fundSource, payer?.id ?? null);
    await step.audit({
      objectType: "enrolment",
      objectId: fundSource,
      details: { funded: funded.map(({ enrolmentId }) => enrolmentId), refused: refused.length, wadah },
    });
    return {
      outcome: "decided",
      funded: funded.map(({ personCode, enrolmentId }) => ({ personCode, enrolmentId })),
      refused,
    };
  },
);

/** The same as part of a larger decision under `pledge.match`. */
export async function fundInStep(
  step: Step,
  personIds: readonly string[],
  fundSource: PublicFund,
  payerId: string | null = null,
): Promise<{
  readonly funded: readonly {
    readonly personId: string;
    readonly personCode: string;
    readonly enrolmentId: string;
  }[];
  readonly refused: readonly Refused[];
  readonly wadah: Wadah;
}> {
  await lockPayers(step.tx);
  const judged = await judgeFunding(step, [...new Set(personIds)], fundSource, payerId);
  const thisMonth = monthOf(step.today);
  const { enrolment } = await readPricing(step.tx, step.actor.regionCode);
  const wadah = enrolment[`wadah-for-${fundSource === "bumdes" ? "csr" : fundSource}`].value as Wadah;
  const fund = { fundSource, wadah, sponsorshipId: null, segment: "bpu", wages: [], payerId } as const;
  const funded = judged.flatMap(({ candidate, reasons }) => {
    if (reasons.length > 0 || !candidate?.programme) return [];
    const fromMonth = latestMonth(thisMonth, candidate.freeFrom ?? thisMonth);
    return [{ ...candidate, ...fund, id: step.newId(), programme: candidate.programme, fromMonth }];
  });
  await enrol(step, funded);
  const refused = judged
    .filter(({ reasons }) => reasons.length > 0)
    .map(({ personId, candidate, reasons }) => ({
      personId,
      ...(candidate === undefined ? {} : { personCode: candidate.code }),
      reasons,
    }));
  return {
    funded: funded.map(({ id, personId, code }) => ({ personId, personCode: code, enrolmentId: id })),
    refused,
    wadah,
  };
}

/** Whether each of these persons may be paid for by a fund, or every reason against it. */
export async function judgeFunding(
  { tx, area, today }: Pick<Step, "tx" | "area" | "today">,
  personIds: readonly string[],
  fundSource: PublicFund,
  payerId: string | null = null,
): Promise<
  readonly {
    readonly personId: string;
    readonly candidate: Candidate | undefined;
    readonly reasons: readonly PayerReason[];
  }[]
> {
  const candidates = new Map((await listCandidates(tx, area, personIds)).map((row) => [row.personId, row]));
  const reserved = await readReserved(tx, today);
  return personIds.map((personId) => {
    const candidate = candidates.get(personId);
    const isOthers = (reserved.get(personId) ?? payerId) !== payerId;
    const reasons = [
      ...reasonsAgainst(candidate, false),
      ...reasonsAgainstFund(candidate, fundSource),
      ...(isOthers ? (["reserved"] as const) : []),
    ];
    return { personId, candidate, reasons };
  });
}
