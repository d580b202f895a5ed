import type { Step } from "#use-case";
import { type OfficerReason, reasonsAgainst } from "./judge-officer.ts";
import { listOfficersOf, type OfficerRow } from "./officer.view.ts";

/** Under which enrolments of officers stand; endorsed by their village's own list of officers, not by the programme of the poor. */
export const officersProgramme = "aparatur-desa";

/** As what an officer is enrolled: a wage earner of the village. */
export const asWageEarner = {
  segment: "pu-village",
  sector: "other",
  fundSource: "apbdes",
  wadah: "PU",
  sponsorshipId: null,
  programme: officersProgramme,
} as const;

export type JudgedOfficer = {
  readonly personId: string;
  readonly officer: OfficerRow | undefined;
  readonly reasons: readonly (OfficerReason | "unknown-person")[];
};

/** Whether each of these persons may be put under their village's number, or every reason against it. */
export async function judgeOfficers(
  { tx, area }: Pick<Step, "tx" | "area">,
  personIds: readonly string[],
): Promise<readonly JudgedOfficer[]> {
  const known = new Map((await listOfficersOf(tx, area, personIds)).map((row) => [row.personId, row]));
  return personIds.map((personId) => {
    const officer = known.get(personId);
    const reasons = officer === undefined ? (["unknown-person"] as const) : reasonsAgainst(officer);
    return { personId, officer, reasons };
  });
}
