import type { PlanBaseline, PlannedMeasure, PlanResult } from "./plan.ts";

export type WhyCode =
  | "full-months"
  | "families"
  | "cost"
  | "covered-at-end"
  | "covered-now"
  | "at-present-pace"
  | "nobody-left"
  | PlannedMeasure["measure"]
  | "kecamatan"
  | "village";

/**
 * A number and what it is the sum of, down to one village. At a village `factors` multiply to the value: people, times months or
 * rupiah for each. `place`: a code of region.
 */
export type WhyNode = {
  readonly code: WhyCode;
  readonly place: string | null;
  readonly value: number;
  readonly factors: readonly number[];
  readonly parts: readonly WhyNode[];
};

/** Why the four numbers are what they are; parts of 0 are left out. */
export function whyOf(baseline: PlanBaseline, result: PlanResult): readonly WhyNode[] {
  const { measures, dearestYear } = result;
  const byMeasure = (each: (measure: PlannedMeasure) => number) =>
    measures.map((measure) => measureNode(baseline, measure, each(measure)));
  const now = sum(baseline.villages.map(({ covered }) => covered));
  const alone = baseline.path.at(-1) ?? now;
  const added = byMeasure(({ months }) => (months >= baseline.path.length ? 1 : 0));
  const over = result.coveredAtEnd - alone - sum(added.map(({ value }) => value));
  return [
    node(
      "full-months",
      byMeasure(({ fullMonths }) => fullMonths),
    ),
    node(
      "families",
      byMeasure(({ fullMonths }) => (fullMonths > 0 ? 1 : 0)),
    ),
    node(
      "cost",
      byMeasure(({ costByYear }) => costByYear[dearestYear.year] ?? 0),
    ),
    node("covered-at-end", [
      leaf("covered-now", now),
      leaf("at-present-pace", alone - now),
      ...added,
      leaf("nobody-left", over),
    ]),
  ];
}

function measureNode({ villages }: PlanBaseline, measure: PlannedMeasure, each: number): WhyNode {
  const codes = [...new Set(villages.map(({ kecamatanCode }) => kecamatanCode))];
  const kecamatan = codes.map((code) => {
    const own = villages.flatMap((village, at) => {
      const people = measure.byVillage[at]!;
      if (village.kecamatanCode !== code) return [];
      const value = people * each;
      return [{ code: "village" as const, place: village.code, value, factors: [people, each], parts: [] }];
    });
    return { ...node("kecamatan", own), place: code };
  });
  return node(measure.measure, kecamatan);
}

function node(code: WhyCode, parts: readonly WhyNode[]): WhyNode {
  const kept = parts.filter(({ value }) => value !== 0);
  return { code, place: null, value: sum(kept.map(({ value }) => value)), factors: [], parts: kept };
}

const leaf = (code: WhyCode, value: number): WhyNode => ({
  code,
  place: null,
  value,
  factors: [],
  parts: [],
});

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
