import { stat } from "node:fs/promises";
import {
  type BudgetReport,
  type ReportProblem,
  type ReportStage,
  reportStages,
} from "@tuwai/domain/budget-reports";
import type { RegionCode } from "@tuwai/domain/regions";
import { type CivilDate, parseCivilDate } from "@tuwai/domain/time";
import { AppError, readNote } from "#app";
import { kindOfVillage, requireYear } from "#commitments";
import { placeOf, villageReader } from "#regions";
import { act, type Operation, type Step } from "#use-case";
import { mostReportBytes, type ReadFile, readReportFile, type UnreadableFile } from "./read-report-file.ts";
import { findSameReport, insertReport } from "./report.store.ts";

export type HandInBudgetReport = Operation & {
  readonly villageCode: string;
  readonly year: number;
  /** "draft" or "enacted" */
  readonly stage: string;
  readonly paperNumber: string;
  /** "YYYY-MM-DD" */
  readonly paperOn: string;
  readonly fileName: string;
  /** Where the received bytes lie now. */
  readonly path: string;
};

export type HandInProblem =
  | ReportProblem
  | UnreadableFile
  | {
      readonly problem:
        | "not-of-kelurahan"
        | "stage-missing"
        | "evidence-missing"
        | "day"
        | "no-year"
        | "says-draft"
        | "village-unclear";
    }
  | { readonly problem: "other-year"; readonly year: number }
  | { readonly problem: "other-village"; readonly village: string };

export type HandInOutcome =
  /** `isKnown`: the same file was handed in before; it is that one. */
  | { readonly outcome: "handed-in"; readonly reportId: string; readonly isKnown: boolean }
  | { readonly outcome: "refused"; readonly problems: readonly HandInProblem[] };

/**
 * Takes in the exported report of a village's budget: read whole, held against its own printed totals, and kept sealed. Nothing of the
 * commitments changes by it. Throws `not-found`, `too-large`, `invalid-input`.
 */
export const handInBudgetReport = act(
  { name: "budget-report.hand-in", permission: "village_commitment.write" },
  async ({ once }, input: HandInBudgetReport): Promise<HandInOutcome> => {
    const { size } = await stat(input.path);
    if (size > mostReportBytes) throw new AppError("too-large", { bytes: size, limit: mostReportBytes });
    const read = await readReportFile(input);
    const { operationId: id, path: _, ...told } = input;
    const hash = read.outcome === "read" ? read.file.hash.toString("hex") : null;
    return once({ id, request: { ...told, hash } }, (step) => keep(step, input, read));
  },
);

async function keep(step: Step, input: HandInBudgetReport, read: ReadFile): Promise<HandInOutcome> {
  const { tx, today } = step;
  const place = step.within((await placeOf(tx, input.villageCode)) ?? undefined);
  const year = requireYear(input.year, today);
  const stage = reportStages.find((one) => one === input.stage);
  const number = readNote(input.paperNumber);
  const on = parseCivilDate(input.paperOn);
  const problems: readonly HandInProblem[] = [
    ...(kindOfVillage(place.villageCode as RegionCode) === "kelurahan" ? [{ problem: "not-of-kelurahan" as const }] : []), // oxfmt-ignore
    ...(stage === undefined ? [{ problem: "stage-missing" as const }] : []),
    ...(number === null || on === undefined ? [{ problem: "evidence-missing" as const }] : []),
    ...(on !== undefined && on > today ? [{ problem: "day" as const }] : []),
    ...(read.outcome === "refused"
      ? read.problems
      : await reasonsAgainst(step, read.report, { villageCode: place.villageCode, year, stage })),
  ];
  if (problems.length > 0 || read.outcome === "refused")
    return step.unchanged({ outcome: "refused", problems });
  return keepRead(step, read, { ...place, year, stage: stage!, paperNumber: number!, paperOn: on! });
}

/** What a report says of itself, held against what it was handed in for. */
async function reasonsAgainst(
  { tx }: Step,
  { years, villages, isDraft }: BudgetReport,
  of: { readonly villageCode: string; readonly year: number; readonly stage: ReportStage | undefined },
): Promise<readonly HandInProblem[]> {
  const meant = await villageReader(tx);
  const readings = villages.map((text) => ({ text, reading: meant(text) }));
  const isOwn = readings.some(
    ({ reading }) =>
      (reading.outcome === "found" && reading.code === of.villageCode) ||
      (reading.outcome === "ask" && reading.candidates.includes(of.villageCode)),
  );
  const other = readings.find(({ reading }) => reading.outcome === "found")?.text;
  const [year] = years;
  return [
    ...(isOwn
      ? []
      : [
          other === undefined
            ? { problem: "village-unclear" as const }
            : { problem: "other-village" as const, village: other },
        ]),
    ...(year === undefined ? [{ problem: "no-year" as const }] : []),
    ...(year !== undefined && !years.includes(of.year) ? [{ problem: "other-year" as const, year }] : []),
    ...(isDraft && of.stage === "enacted" ? [{ problem: "says-draft" as const }] : []),
  ];
}

type Kept = {
  readonly regionCode: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly year: number;
  readonly stage: ReportStage;
  readonly paperNumber: string;
  readonly paperOn: CivilDate;
};

async function keepRead(
  step: Step,
  { report, file }: Extract<ReadFile, { outcome: "read" }>,
  of: Kept,
): Promise<HandInOutcome> {
  const { tx, actor, app, now } = step;
  const same = await findSameReport(tx, { ...of, fileHash: file.hash });
  if (same !== undefined) return step.unchanged({ outcome: "handed-in", reportId: same, isKnown: true });
  const id = step.newId();
  await insertReport(tx, {
    ...of,
    id,
    hasChange: report.hasChange,
    fileName: file.name,
    fileFormat: file.format,
    fileHash: file.hash,
    fileSealed: app.keys.sealBytes(file.bytes, { table: "budget_reports", column: "file", rowId: id }),
    lines: report.lines,
    by: actor.userId,
    handedRole: actor.role,
    handedAt: now,
  });
  const { year, villageCode, stage } = of;
  // Its beginning is enough to tell files apart; the whole could hold digits that look like a person's.
  const fingerprint = file.hash.toString("hex").slice(0, 12);
  await step.audit({
    objectType: "budget_report",
    objectId: id,
    details: { year, villageCode, kind: stage, fingerprint, lines: report.lines.length },
  });
  return { outcome: "handed-in", reportId: id, isKnown: false };
}
