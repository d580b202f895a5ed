import { monthOf } from "@tuwai/domain/time";
import { readPricing } from "#contributions";
import { enrol, lockPayers, type Wadah } from "#enrolment";
import { change, type Operation, type Step } from "#use-case";
import { latestMonth } from "./latest-month.ts";
import { type PayerReason, type PublicFund, reasonsAgainst, reasonsAgainstFund } from "./reasons-against.ts";
import { type Candidate, listCandidates } from "./waiting.view.ts";

type Input = Operation & {
  readonly personIds: readonly string[];
  readonly fundSource: PublicFund;
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
  async (step, { personIds, fundSource }: Input): Promise<FundOutcome> => {
    const { funded, refused, wadah } = await fundInStep(step, personIds, fundSource);
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
  const judged = await judgeFunding(step, [...new Set(personIds)], fundSource);
  const thisMonth = monthOf(step.today);
  const { enrolment } = await readPricing(step.tx, step.actor.regionCode);
  const wadah = enrolment[`wadah-for-${fundSource}`].value as Wadah;
  const fund = { fundSource, wadah, sponsorshipId: null, segment: "bpu", wages: [] } as const;
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
  { tx, area }: Pick<Step, "tx" | "area">,
  personIds: readonly string[],
  fundSource: PublicFund,
): Promise<
  readonly {
    readonly personId: string;
    readonly candidate: Candidate | undefined;
    readonly reasons: readonly PayerReason[];
  }[]
> {
  const candidates = new Map((await listCandidates(tx, area, personIds)).map((row) => [row.personId, row]));
  return personIds.map((personId) => {
    const candidate = candidates.get(personId);
    const reasons = [...reasonsAgainst(candidate, false), ...reasonsAgainstFund(candidate, fundSource)];
    return { personId, candidate, reasons };
  });
}
