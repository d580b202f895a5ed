import { monthOf } from "@tuwai/domain/time";
import { enrol, lockPayers } from "#enrolment";
import { change, type Operation } from "#use-case";
import type { OfficerReason } from "./judge-officer.ts";
import { asWageEarner, judgeOfficers } from "./judge-officers.ts";

export type EnrolOfficers = Operation & { readonly personIds: readonly string[] };

export type EnrolOfficersOutcome = {
  readonly outcome: "decided";
  readonly enrolled: readonly { readonly personCode: string; readonly enrolmentId: string }[];
  readonly refused: readonly {
    readonly personId: string;
    readonly personCode?: string;
    readonly reasons: readonly (OfficerReason | "unknown-person")[];
  }[];
};

/** Puts officers forward as wage earners of their village, by the wage of the newest list. Each stands for themselves. */
export const enrolOfficers = change(
  { name: "officer.enrol", permission: "officer.enrol" },
  async (step, input: EnrolOfficers): Promise<EnrolOfficersOutcome> => {
    await lockPayers(step.tx);
    const personIds = [...new Set(input.personIds)];
    const month = monthOf(step.today);
    const judged = await judgeOfficers(step, personIds);
    const enrolled = judged.flatMap(({ officer, reasons }) => {
      if (officer?.wageRupiah == null || reasons.length > 0) return [];
      const fromMonth = officer.freeFrom !== null && officer.freeFrom > month ? officer.freeFrom : month;
      const wages = [{ from: fromMonth, rupiah: officer.wageRupiah }];
      return [{ ...officer, ...asWageEarner, id: step.newId(), fromMonth, wages }];
    });
    await enrol(step, enrolled);
    const refused = judged.flatMap(({ personId, officer, reasons }) =>
      reasons.length === 0 ? [] : [{ personId, ...(officer && { personCode: officer.code }), reasons }],
    );
    const details = { enrolled: enrolled.map(({ id }) => id), refused: refused.length };
    await step.audit({ objectType: "enrolment", objectId: "officers", details });
    return {
      outcome: "decided",
      enrolled: enrolled.map(({ id, code }) => ({ personCode: code, enrolmentId: id })),
      refused,
    };
  },
);
