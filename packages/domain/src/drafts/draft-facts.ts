import type { CommitmentSource, VillageKind } from "#commitments";
import type { Segment } from "#contributions";
import type { Group } from "#grants";
import type { CivilDate } from "#time";

/** One line of a village's promise, as its papers name it. */
export type DraftLine = {
  readonly group: Group;
  readonly heads: number;
  readonly months: number;
  readonly segment: Segment;
  readonly rupiah: number;
  readonly source: CommitmentSource | null;
  readonly account: string | null;
};

/** Somebody of the list by name and address. No digit of an identity number is printed: the office writes it from the card. */
export type DraftPerson = {
  readonly group: Group;
  readonly code: string;
  readonly name: string;
  readonly position: string | null;
  /** Rupiah a month by law; null where nobody can say. */
  readonly monthly: number | null;
};

export type DraftFacts = {
  readonly kind: VillageKind;
  readonly village: string;
  readonly kecamatan: string;
  readonly city: string;
  readonly year: number;
  readonly today: CivilDate;
  readonly lines: readonly DraftLine[];
  readonly people: readonly DraftPerson[];
};

export const draftKinds = ["sk", "klausul", "berita-acara", "usulan"] as const;
export type DraftKind = (typeof draftKinds)[number];

/** A village decides itself; a kelurahan asks for a line in the city's budget. */
export const draftsOf = (kind: VillageKind): readonly DraftKind[] =>
  kind === "desa" ? ["sk", "klausul", "berita-acara"] : ["usulan"];

/** Whether people are named in it. */
export const namesPeople = (kind: DraftKind): boolean => kind === "sk" || kind === "usulan";

/** What of the register a draft lacks; the blanks to be filled by hand are no lack. */
export type DraftLack =
  | "nothing-promised"
  | "people-short"
  | "price-missing"
  | "account-missing"
  | "source-missing";

/** Why a draft is not ready: it can be printed all the same, with dots where something lacks. */
export function lacksOf(kind: DraftKind, { lines, people }: DraftFacts): readonly DraftLack[] {
  if (lines.length === 0) return ["nothing-promised"];
  const heads = lines.reduce((sum, line) => sum + line.heads, 0);
  const needsPeople = namesPeople(kind);
  return [
    ...(needsPeople && people.length < heads ? (["people-short"] as const) : []),
    ...(needsPeople && people.some(({ monthly }) => monthly === null) ? (["price-missing"] as const) : []),
    ...(kind !== "berita-acara" && lines.some(({ account }) => account === null)
      ? (["account-missing"] as const)
      : []),
    ...(lines.some(({ source }) => source === null) ? (["source-missing"] as const) : []),
  ];
}
