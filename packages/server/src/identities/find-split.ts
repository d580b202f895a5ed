import { AppError, isUuid } from "#app";
import { requireCode } from "#people";
import type { Step } from "#use-case";
import { findDescribingRow, findEntry } from "./identity.view.ts";

export type RowOf = {
  readonly personCode: string;
  readonly recordId: string;
  readonly otherPersonCode?: string;
};

/** The person, the list row that may describe somebody else, and whom it would go to: null for somebody new. Throws `not-found`. */
export async function findSplit({ tx, area }: Pick<Step, "tx" | "area">, input: RowOf) {
  const person = await findEntry(tx, area, { code: requireCode(input.personCode) });
  const row = isUuid(input.recordId) ? await findDescribingRow(tx, area, input.recordId) : undefined;
  if (person === undefined || row === undefined || row.personId !== person.id)
    throw new AppError("not-found");
  const other = input.otherPersonCode
    ? await findEntry(tx, area, { code: requireCode(input.otherPersonCode) })
    : null;
  if (other === undefined) throw new AppError("not-found");
  return { person, row, other };
}
