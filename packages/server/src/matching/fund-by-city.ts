import { monthOf } from "@tuwai/domain/time";
import { readPricing } from "#contributions";
import { enrol, lockPayers, type Wadah } from "#enrolment";
import { change, type Operation, type Step } from "#use-case";
import { latestMonth } from "./latest-month.ts";
import { type PayerReason, type PublicFund, reasonsAgainst, reasonsAgainstFund } from "./reasons-against.ts";
import { listCandidates } from "./waiting.view.ts";

type Input = Operation & {
  readonly personIds: readonly string[];
  readonly fundSource: PublicFund;
};

export type FundOutcome = {
  readonly outcome: "decided";
  readonly funded: readonly { readonly personCode: string; readonly enrolmentId: string }[];
  readonly refused: readonly {
    readonly personId: string;
    readonly personCode?: string;
    readonly reasons: readonly PayerReason[];
  }[];
};

/** Puts endorsed workers under public or company money, without a sponsor. Each stands for itself; one payer each. */
export const fundByCity = change(
  { name: "fund.by-city", permission: "pledge.match" },
  async (step, input: Input): Promise<FundOutcome> => {
    await lockPayers(step.tx);
    const judged = await judge(step, [...new Set(input.personIds)], input.fundSource);
    const thisMonth = monthOf(step.today);
    const { enrolment } = await readPricing(step.tx, step.actor.regionCode);
    const fund = {
      fundSource: input.fundSource,
      wadah: enrolment[`wadah-for-${input.fundSource}`].value as Wadah,
      sponsorshipId: null,
      segment: "bpu",
      wages: [],
    } as const;
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
    await step.audit({
      objectType: "enrolment",
      objectId: input.fundSource,
      details: { funded: funded.map(({ id }) => id), refused: refused.length, wadah: fund.wadah },
    });
    return {
      outcome: "decided",
      funded: funded.map(({ id, code }) => ({ personCode: code, enrolmentId: id })),
      refused,
    };
  },
);

async function judge({ tx, area }: Step, personIds: readonly string[], fundSource: PublicFund) {
  const candidates = new Map((await listCandidates(tx, area, personIds)).map((row) => [row.personId, row]));
  return personIds.map((personId) => {
    const candidate = candidates.get(personId);
    const reasons = [...reasonsAgainst(candidate, false), ...reasonsAgainstFund(candidate, fundSource)];
    return { personId, candidate, reasons };
  });
}
