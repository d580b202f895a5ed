import type { ImportedRow, RowIssue, TableCell } from "@tuwai/domain/intake";
import type { MendFacts } from "@tuwai/domain/mending";
import { type ImportBatch, openValues } from "#imports";
import { placeOf } from "#regions";
import type { Step } from "#use-case";
import { listKnownBornOn, sampleGoodRows } from "./rows-to-mend.view.ts";

/** A row held back, as it stands with what was mended so far. */
export type Faulty = {
  readonly sheet: number;
  readonly row: number;
  readonly version: number;
  readonly issues: readonly RowIssue[];
  readonly cells: readonly TableCell[];
  readonly values: ImportedRow;
  /** Columns to look at. */
  readonly wrong: readonly number[];
};

const sampleRows = 300;

/** What answers are drawn from: how numbers of the same list begin, people of the village born the same day, and its name. */
export async function aroundFaults(
  step: Step,
  batch: ImportBatch,
  faulty: readonly Faulty[],
): Promise<MendFacts> {
  const { app, tx, today } = step;
  const good = await sampleGoodRows(tx, batch.id, sampleRows);
  const niks = good.flatMap((row) => openValues(app, batch.id, row, row.cleanSealed).nik ?? []);
  const candidates = faulty.flatMap(({ issues }) =>
    issues.flatMap(({ details }) => details["candidates"] ?? []),
  );
  const names = new Map<string, string>();
  for (const code of new Set([
    ...candidates.flatMap(asList),
    ...(batch.villageCode === null ? [] : [batch.villageCode]),
  ])) {
    const place = await placeOf(tx, code);
    if (place !== null) names.set(code, place.name);
  }
  return {
    today,
    regions: new Set(niks.map((nik) => nik.slice(0, 6))),
    known: await knownPeople(step, batch, faulty),
    ownVillage: batch.villageCode === null ? undefined : names.get(batch.villageCode),
    villageName: (code) => names.get(code),
  };
}

function asList(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

/** Only of the village whose list it is, and only for whoever sees the row's own numbers; that they were looked at is noted. */
async function knownPeople(
  step: Step,
  batch: ImportBatch,
  faulty: readonly Faulty[],
): Promise<MendFacts["known"]> {
  const { app, tx, actor } = step;
  if (batch.villageCode === null || actor.userId !== batch.uploadedBy) return [];
  const hasNikFault = faulty.filter(({ issues }) =>
    issues.some(({ code }) => code.startsWith("E-NIK") || code === "E-NUM"),
  );
  const days = [...new Set(hasNikFault.flatMap(({ values }) => values.birthDate ?? []))];
  const found = await listKnownBornOn(tx, batch.villageCode, days);
  if (found.length === 0) return [];
  await step.seen({ personIds: found.map(({ id }) => id), fields: ["nik"] });
  return found.map(({ id, fullName, birthDate, nikSealed }) => ({
    name: fullName,
    birthDate,
    nik: app.keys.open(nikSealed, { table: "persons", column: "nik", rowId: id }),
  }));
}
