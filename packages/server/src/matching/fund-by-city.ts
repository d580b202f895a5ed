import { monthOf } from "@tuwai/domain/time";
import { areaOf, authorise } from "#access";
import type { Actor, App } from "#app";
import { recordChange } from "#audit";
import { inTransaction, runOnce } from "#database";
import { insertEnrolments, lockPayers, type Wadah } from "#enrolment";
import { latest } from "./accept-proposals.ts";
import { type PayerReason, type PublicFund, reasonsAgainst, reasonsAgainstFund } from "./reasons-against.ts";
import { listCandidates } from "./waiting.store.ts";

/** Group codes of BPJS for vulnerable workers: village through APBD, village through APBDes, company. */
const wadahOf: Readonly<Record<PublicFund, Wadah>> = { apbd: "SA", apbdes: "SD", csr: "SC" };

type Input = {
  readonly operationId: string;
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
export async function fundByCity(app: App, actor: Actor, input: Input): Promise<FundOutcome> {
  const area = areaOf(actor, authorise(actor, "pledge.match"));
  const personIds = [...new Set(input.personIds)];
  const request = { personIds, fundSource: input.fundSource };
  return inTransaction(app, actor, (tx) =>
    runOnce(tx, actor, { id: input.operationId, name: "fund.by-city", request }, async () => {
      await lockPayers(tx);
      const candidates = new Map(
        (await listCandidates(tx, area, personIds)).map((row) => [row.personId, row]),
      );
      const judged = personIds.map((personId) => {
        const candidate = candidates.get(personId);
        const reasons = [
          ...reasonsAgainst(candidate, false),
          ...reasonsAgainstFund(candidate, input.fundSource),
        ];
        return { personId, candidate, reasons };
      });
      const thisMonth = monthOf(app.clock.today());
      const funded = judged.flatMap(({ candidate, reasons }) => {
        if (reasons.length > 0 || !candidate?.programme) return [];
        const fromMonth = latest(thisMonth, candidate.freeFrom ?? thisMonth);
        const { personId, code, programme } = candidate;
        return [{ id: app.newId(), personId, code, programme, fromMonth }];
      });
      const fund = { fundSource: input.fundSource, wadah: wadahOf[input.fundSource], sponsorshipId: null };
      await insertEnrolments(
        tx,
        funded.map(({ code: _code, ...row }) => ({ ...row, ...fund })),
      );
      const refused = judged
        .filter(({ reasons }) => reasons.length > 0)
        .map(({ personId, candidate, reasons }) => ({
          personId,
          ...(candidate === undefined ? {} : { personCode: candidate.code }),
          reasons,
        }));
      await recordChange(app, tx, actor, {
        action: "fund.by-city",
        objectType: "enrolment",
        objectId: input.fundSource,
        operationId: input.operationId,
        details: { funded: funded.map(({ id }) => id), refused: refused.length, wadah: fund.wadah },
      });
      return {
        outcome: "decided",
        funded: funded.map(({ id, code }) => ({ personCode: code, enrolmentId: id })),
        refused,
      };
    }),
  );
}
