import type { Group } from "@tuwai/domain/grants";
import { spreadPromise, type SpreadAnswer } from "@tuwai/domain/meetings";
import { costOf, type GroupPrices } from "#commitments";

/** One group that a meeting asks a village for. */
export type FillGroup = {
  readonly group: Group;
  readonly unprotected: number;
  readonly monthly: number;
  readonly prices: GroupPrices | null;
};

/** What stands in the form, as it was typed. */
export type Typed = {
  readonly orang: string;
  readonly bulan: string;
  readonly sumber: string;
  readonly alasan: string;
  readonly yakin: boolean;
  /** By group; an empty one takes its share of the rest. */
  readonly bagi: Readonly<Partial<Record<Group, string>>>;
};

/** A count as people type it, dots of thousands left out; undefined for nothing and for what is none. */
export function countIn(typed: string | undefined): number | undefined {
  const digits = (typed ?? "").replaceAll(/[.\s]/g, "");
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}

/** How the people typed fall to the groups. */
export function spreadOf(typed: Typed, groups: readonly FillGroup[]): SpreadAnswer {
  const said = Object.fromEntries(
    groups.flatMap(({ group }) => {
      const count = countIn(typed.bagi[group]);
      return count === undefined ? [] : [[group, count]];
    }),
  );
  return spreadPromise(Math.min(100_000, countIn(typed.orang) ?? 0), groups, said);
}

/** Rupiah for so many months, as the server will count it; 0 while something is missing. */
export function sumOf(
  typed: Typed,
  groups: readonly FillGroup[],
  months = countIn(typed.bulan) ?? 0,
): number {
  const spread = spreadOf(typed, groups);
  if (spread.outcome === "refused" || months < 1 || months > 12) return 0;
  const heads = new Map(spread.lines.map((line) => [line.group, line.heads]));
  return groups.reduce(
    (sum, { group, prices }) => sum + (prices === null ? 0 : costOf(prices, heads.get(group) ?? 0, months)),
    0,
  );
}
