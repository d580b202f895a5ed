import { AppError } from "#app";
import {
  requireCode,
  seenFields,
  showPerson,
  type ShownPerson,
  wordsTogether,
  type WrittenField,
} from "#people";
import { read, type Step } from "#use-case";
import { type EntryRow, findEntry } from "./identity.view.ts";
import { type MergeReason, reasonsAgainstMerge, type Stakes } from "./merge-reasons.ts";

/** Fields that two entries are compared by; numbers of the cards are only ever told alike or not. */
export const comparedFields = [
  "name",
  "birthDate",
  "sex",
  "address",
  "occupation",
] as const satisfies readonly WrittenField[];
export type ComparedField = (typeof comparedFields)[number];
export type Sameness = "same" | "different" | "one" | "none";

export type MergePreview = {
  readonly kept: ShownPerson;
  readonly other: ShownPerson;
  readonly villages: readonly [string | null, string | null];
  readonly fields: readonly {
    readonly field: ComparedField;
    readonly kept: string | null;
    readonly other: string | null;
    /** What will stand: the newest word of both, as of one person. */
    readonly after: string | null;
  }[];
  readonly nik: Sameness;
  readonly familyCard: Sameness;
  /** What rests on the entry that goes and is read as the kept one's from then on. */
  readonly moves: Stakes;
  readonly keeps: Stakes;
  readonly reasons: readonly MergeReason[];
  /** Whether nothing speaks against it the other way round. */
  readonly isBetterSwapped: boolean;
};

type Pair = { readonly personCode: string; readonly otherPersonCode: string };

/** What follows when `otherPersonCode` is read as part of `personCode`, and all that speaks against it. Throws `not-found`. */
export const previewMerge = read(
  { purpose: "merge-preview", permission: "worker.merge.ask" },
  async (step, input: Pair): Promise<MergePreview> => {
    const pair = await findPair(step, input);
    return previewOf(step, pair);
  },
);

export type EntryPair = { readonly kept: EntryRow; readonly other: EntryRow };

export async function findPair(
  { tx, area }: Step,
  { personCode, otherPersonCode }: Pair,
): Promise<EntryPair> {
  const kept = await findEntry(tx, area, { code: requireCode(personCode) });
  const other = await findEntry(tx, area, { code: requireCode(otherPersonCode) });
  if (kept === undefined || other === undefined) throw new AppError("not-found");
  return { kept, other };
}

export async function previewOf(step: Step, { kept, other }: EntryPair): Promise<MergePreview> {
  const { role } = step.actor;
  await step.seen({
    personIds: [...new Set([kept.id, other.id])],
    fields: seenFields(role, [
      "worker_code",
      "full_name",
      "village",
      "birth_date",
      "sex",
      "address_detail",
      "occupation_text",
    ]),
  });
  const after = await wordsTogether(step, [kept.id, other.id]);
  const reasons = reasonsAgainstMerge(kept, other);
  return {
    kept: showPerson(role, kept),
    other: showPerson(role, other),
    villages: [kept.villageName, other.villageName],
    fields: comparedFields.map((field) => ({
      field,
      kept: textOf(kept, field),
      other: textOf(other, field),
      after: after.get(field) ?? null,
    })),
    nik: sameness(kept.nik, other.nik),
    familyCard: sameness(kept.familyCard, other.familyCard),
    moves: other,
    keeps: kept,
    reasons,
    isBetterSwapped: reasons.length > 0 && reasonsAgainstMerge(other, kept).length === 0,
  };
}

function textOf(entry: EntryRow, field: ComparedField): string | null {
  if (field === "name") return entry.fullName;
  return field === "occupation" ? entry.occupationText : entry[field];
}

function sameness(a: string | null, b: string | null): Sameness {
  if (a === null && b === null) return "none";
  if (a === null || b === null) return "one";
  return a === b ? "same" : "different";
}
