import { monthOf } from "@tuwai/domain/time";
import { enrol, lockPayers } from "#enrolment";
import { change, type Operation } from "#use-case";
import { type OfficerReason, reasonsAgainst } from "./judge-officer.ts";
import { listOfficersOf } from "./officer.view.ts";

/** Under which enrolments of officers stand; endorsed by their village's own list of officers, not by the programme of the poor. */
const programme = "aparatur-desa";

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
    const known = new Map(
      (await listOfficersOf(step.tx, step.area, personIds)).map((row) => [row.personId, row]),
    );
    const month = monthOf(step.today);
    const judged = personIds.map((personId) => {
      const officer = known.get(personId);
      const reasons = officer === undefined ? (["unknown-person"] as const) : reasonsAgainst(officer);
      return { personId, officer, reasons };
    });
    const enrolled = judged.flatMap(({ officer, reasons }) => {
      if (officer?.wageRupiah == null || reasons.length > 0) return [];
      const fromMonth = officer.freeFrom !== null && officer.freeFrom > month ? officer.freeFrom : month;
      const wages = [{ from: fromMonth, rupiah: officer.wageRupiah }];
      return [{ ...officer, ...asWageEarner, id: step.newId(), programme, fromMonth, wages }];
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

const asWageEarner = {
  segment: "pu-village",
  sector: "other",
  fundSource: "apbdes",
  wadah: "PU",
  sponsorshipId: null,
} as const;
