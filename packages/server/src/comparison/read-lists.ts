import { compareLists, type ListComparison, type Stated } from "@tuwai/domain/comparison";
import { addressLine, type ImportedRow } from "@tuwai/domain/intake";
import type { App } from "#app";
import { type ImportBatch, openValues } from "#imports";
import type { Step } from "#use-case";
import { type ListedPerson, listStanding, listStated } from "./last-list.view.ts";

export type ComparedLists = {
  readonly comparison: ListComparison;
  readonly listed: ReadonlyMap<string, ListedPerson>;
  readonly stated: readonly (Stated & { readonly row: number })[];
};

/** Rows that will not be saved still say that somebody is there. */
const saved = new Set(["accepted", "applied", "unchanged"]);
const workLists = new Set<string>(["village-list", "village-officers"]);

/** The village's list as it stands beside the one that came; null where there is nothing to compare. */
export async function readLists({ app, tx }: Step, batch: ImportBatch): Promise<ComparedLists | null> {
  const { id, kind, villageCode } = batch;
  if (villageCode === null || !workLists.has(kind)) return null;
  const last = await listStanding(tx, { villageCode, kind, exceptBatch: id });
  if (last.length === 0) return null;
  const stated = (await listStated(tx, id)).map((row) => ({
    ...statedBy(app, openValues(app, id, row, row.cleanSealed)),
    row: row.row,
    isHeld: !saved.has(row.outcome),
  }));
  const listed = new Map(last.map((person) => [person.person, person]));
  return { comparison: compareLists(last, stated), listed, stated };
}

function statedBy({ keys }: App, values: ImportedRow): Omit<Stated, "isHeld"> {
  const digest = (name: "nik" | "family-card", text: string | undefined) =>
    text === undefined ? null : keys.blindIndex(name, text).toString("hex");
  return {
    code: values.personCode ?? null,
    name: values.name ?? null,
    nik: digest("nik", values.nik),
    familyCard: digest("family-card", values.familyCard),
    birthDate: values.birthDate ?? null,
    sex: values.sex ?? null,
    address: addressLine(values),
    occupation: values.occupation ?? values.position ?? null,
  };
}

/** Whom to ask about: not who is known to have gone, and nobody twice for one list. */
export function toAsk({ comparison, listed }: ComparedLists, batchId: string): readonly ListedPerson[] {
  return comparison.gone
    .map((id) => listed.get(id)!)
    .filter(
      ({ isGoneAlready, answer, answeredFor }) =>
        !isGoneAlready && answer !== "no-longer-works" && answeredFor !== batchId,
    )
    .toSorted((a, b) => a.name.localeCompare(b.name, "id"));
}
