import { may } from "#access";
import { AppError, isUuid } from "#app";
import { claimCodeOf } from "#claims";
import { seenFields, showPerson, type ShownPerson } from "#people";
import { read, type Step } from "#use-case";
import { type ListedReport, listed } from "./list-reports.ts";
import { findReport, findTold, listNear, type ReportRow } from "./report.store.ts";
import { listSteps, type ReportStep } from "./report-step.store.ts";
import { findReported, listAlike, type ReportedPerson } from "./reported-person.view.ts";
import { openTold, type Told } from "./told.ts";

export type Suggested = ShownPerson & { readonly birthYear: string | null; readonly by: "card" | "name" };

export type Report = ListedReport & {
  readonly code: string;
  readonly told: Told;
  readonly person: (ShownPerson & { readonly diedOn: string | null }) | null;
  /** Workers of the village whom it may be about; only while nobody is linked, and only to who may link. */
  readonly suggested: readonly Suggested[];
  /** Other reports that may be of the same person. */
  readonly near: readonly ListedReport[];
  readonly steps: readonly ReportStep[];
  /** Of the case that began when it was confirmed, to whoever may see cases. */
  readonly claimCode: string | null;
  readonly can: { readonly decide: boolean; readonly follow: boolean };
};

/**
 * One report with what was told, opened; whose data are shown is noted before they are, and so is the opening itself. Throws
 * `not-found`.
 */
export const getIncidentReport = read(
  { purpose: "incident-report", permission: "incident_report.read" },
  async (step, { reportId }: { readonly reportId: string }): Promise<Report> => {
    const { tx, area, actor, app } = step;
    const row = isUuid(reportId) ? await findReport(tx, area, reportId, "look") : undefined;
    if (row === undefined) throw new AppError("not-found");
    const told = openTold(app.keys, row.id, await findTold(tx, row.id));
    const person = row.personId === null ? undefined : await findReported(tx, area, { id: row.personId });
    const can = {
      decide: may(actor, "incident_report.decide"),
      follow: may(actor, "incident_report.follow"),
    };
    const suggested =
      row.state === "reported" && person === undefined && can.decide ? await suggest(step, row, told) : [];
    const shown = [...(person === undefined ? [] : [person]), ...suggested.map(({ of }) => of)];
    // A report of nobody known is noted under its own id: who opened it can be told all the same.
    await step.seen({
      personIds: shown.length === 0 ? [row.id] : shown.map(({ id }) => id),
      fields: [...seenFields(actor.role, ["worker_code", "full_name", "village"])],
    });
    return {
      ...listed(row),
      code: row.code,
      told,
      person: person === undefined ? null : { ...showPerson(actor.role, person), diedOn: person.diedOn },
      suggested: suggested.map(({ of, by }) => ({
        ...showPerson(actor.role, of),
        birthYear: of.birthDate?.slice(0, 4) ?? null,
        by,
      })),
      near: (await listNear(tx, area, row)).map(listed),
      steps: await listSteps(tx, row.id),
      claimCode: await claimCodeOf(step, row.claimId),
      can,
    };
  },
);

type Found = { readonly of: ReportedPerson; readonly by: "card" | "name" };

async function suggest({ tx, area }: Step, row: ReportRow, told: Told): Promise<readonly Found[]> {
  const holder = told.cardCode === "" ? undefined : await findReported(tx, area, { cardCode: told.cardCode });
  const byCard = holder === undefined ? [] : [{ of: holder, by: "card" as const }];
  const { villageCode } = row;
  if (villageCode === null || told.name === "") return byCard;
  const alike = await listAlike(tx, area, { villageCode, name: told.name });
  return [
    ...byCard,
    ...alike.filter(({ id }) => id !== holder?.id).map((of) => ({ of, by: "name" as const })),
  ];
}
