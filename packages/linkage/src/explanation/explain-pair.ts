import { compileEvaluator, type RecordValues } from "#expression";
import {
  frequencyBits,
  levelBits,
  otherwise,
  priorBits,
  probabilityOf,
  readCode,
  type Comparison,
  type LinkageModel,
  type Words,
} from "#model";
import { recordPreparer, type PlainRecord } from "./prepare-record.ts";

/** What one comparison says about a pair. `bits` includes `rarenessBits`, the part owed to a rare or common value. */
export type Evidence = {
  comparison: string;
  comparisonLabel: Words;
  level: string;
  label: Words;
  /** The condition under which the level was judged, e.g. "same birth date"; absent when there is none. */
  given?: Words;
  bits: number;
  rarenessBits: number;
  /** The agreeing value whose rarity was weighed and its share of all records, when shares are known. */
  frequency?: { value: string; share: number };
};

/** What speaks for and against one pair, in bits that add up with the prior to `weight`. */
export type PairExplanation = {
  weight: number;
  probability: number;
  priorBits: number;
  evidence: Evidence[];
};

/** Share of a value among all records, for name rarity; undefined when unknown (then rarity adds nothing). */
export type ShareOf = (column: string, value: string) => number | undefined;

/** Explains pairs of plain records without a database: same levels and bits as the linkage run. Make it once per model. */
export function pairExplainer(model: LinkageModel, shareOf: ShareOf = () => undefined) {
  const prepare = recordPreparer(model);
  const judges = model.comparisons.map(comparisonJudge);
  return (left: PlainRecord, right: PlainRecord): PairExplanation => {
    const scope = { left: prepare(left), right: prepare(right) };
    const evidence = model.comparisons.map((comparison, i) => {
      const reached = judges[i]?.(scope) ?? "missing";
      const frequency = reached === "missing" ? undefined : frequencyAt(comparison, reached, scope, shareOf);
      const item = evidenceOf(comparison, reached, (level) =>
        frequency ? frequencyBits(comparison, level.level, level.stratum, frequency.share) : 0,
      );
      return frequency ? { ...item, frequency } : item;
    });
    const prior = priorBits(model);
    const weight = evidence.reduce((sum, item) => sum + item.bits, prior);
    return { weight, probability: probabilityOf(weight), priorBits: prior, evidence };
  };
}

/** One pair of plain records explained; for many pairs of one model use `pairExplainer`. */
export const explainPair = (
  model: LinkageModel,
  left: PlainRecord,
  right: PlainRecord,
  shareOf?: ShareOf,
): PairExplanation => pairExplainer(model, shareOf)(left, right);

/** Evidence from a code and its total bits, as a scoring run stores them. */
export function evidenceFromCode(comparison: Comparison, code: number, bits: number): Evidence {
  const read = readCode(comparison, code);
  return evidenceOf(comparison, read, (at) => bits - levelBits(comparison, at.level, at.stratum));
}

type Scope = { left: RecordValues; right: RecordValues };
type Reached = { level: number; stratum: string };

function comparisonJudge(comparison: Comparison): (scope: Scope) => Reached | "missing" {
  const missing = compileEvaluator(comparison.missing);
  const strata = (comparison.strata ?? []).map((stratum) => ({
    name: stratum.name,
    test: compileEvaluator(stratum.when),
  }));
  const levels = comparison.levels.map((level) => compileEvaluator(level.when));
  return (scope) => {
    if (missing(scope) === true) return "missing";
    const stratum = strata.find(({ test }) => test(scope) === true)?.name ?? otherwise;
    return { level: levels.findIndex((test) => test(scope) === true), stratum };
  };
}

function evidenceOf(
  comparison: Comparison,
  reached: Reached | "missing",
  rarenessBits: (at: Reached) => number,
): Evidence {
  const head = { comparison: comparison.name, comparisonLabel: comparison.label };
  if (reached === "missing") {
    return {
      ...head,
      level: "missing",
      label: { id: "tidak ada isian", en: "no value" },
      bits: 0,
      rarenessBits: 0,
    };
  }
  const level = comparison.levels[reached.level];
  const given = comparison.strata?.find((stratum) => stratum.name === reached.stratum)?.label;
  const extra = level?.frequency ? rarenessBits(reached) : 0;
  return {
    ...head,
    level: level?.id ?? "",
    label: level?.label ?? { id: "", en: "" },
    ...(given ? { given } : {}),
    bits: levelBits(comparison, reached.level, reached.stratum) + extra,
    rarenessBits: extra,
  };
}

/** The value whose rarity a level weighs, and its share: of two different values the more common one. */
function frequencyAt(
  comparison: Comparison,
  at: Reached,
  scope: Scope,
  shareOf: ShareOf,
): { value: string; share: number } | undefined {
  const column = comparison.levels[at.level]?.frequency?.column;
  if (!column) return undefined;
  const known = [scope.left[column], scope.right[column]].flatMap((value) => {
    const share = value === null || value === undefined ? undefined : shareOf(column, String(value));
    return share === undefined ? [] : [{ value: String(value), share }];
  });
  return known.reduce<{ value: string; share: number } | undefined>(
    (most, found) => (most && most.share >= found.share ? most : found),
    undefined,
  );
}
