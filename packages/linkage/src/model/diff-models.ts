import { strataOf } from "./strata.ts";
import type { BlockingRule, Comparison, Feature, Level, LinkageModel } from "./model.ts";

type Named = "input" | "feature" | "comparison" | "blocking-rule" | "certain-rule" | "session";
export type LevelMove = {
  kind: "bits-moved";
  comparison: string;
  level: string;
  stratum: string;
  /** Weight log2(m/u) in bits before and after; `moved` is their difference, of which `byM` is owed to m and `byU` to u. */
  before: number;
  after: number;
  moved: number;
  byM: number;
  byU: number;
};
/** A part of the model that came, went or is another; for levels, which parts of them. */
export type PartChange =
  | { kind: "added" | "removed" | "changed"; what: Named; name: string }
  | {
      kind: "added" | "removed" | "changed";
      what: "level";
      comparison: string;
      name: string;
      parts?: string[];
    };
/** One difference between two models. */
export type ModelChange =
  | PartChange
  | LevelMove
  | { kind: "trained" | "untrained"; comparison: string; level: string; stratum: string }
  | { kind: "prior-moved"; before: number; after: number; moved: number }
  | { kind: "setting-changed"; setting: string; before: unknown; after: unknown };

/** Moves below this many bits are rounding. */
const leastMove = 0.005;

/** What differs from model `a` to model `b`: added, removed and changed parts, and by how many bits every level moved. */
export function diffModels(a: LinkageModel, b: LinkageModel): ModelChange[] {
  return [
    ...settingChanges(a, b),
    ...namedChanges("input", a.inputs, b.inputs, (input) => input.column),
    ...namedChanges("feature", features(a), features(b), (feature) => feature.name),
    ...comparisonChanges(a.comparisons, b.comparisons),
    ...namedChanges("blocking-rule", rules(a), rules(b), (rule) => rule.id),
    ...namedChanges("certain-rule", a.training.certain.rules, b.training.certain.rules, (rule) => rule.id),
    ...namedChanges("session", a.training.sessions, b.training.sessions, (session) => session.rule.id),
  ];
}

const features = (model: LinkageModel): Feature[] => model.features.flatMap((group) => group.columns);

/** What a rule does; the share of matches it finds is a finding, not a difference. */
const rules = (model: LinkageModel): BlockingRule[] =>
  model.blocking.map(({ id, keys, rightKeys }) => (rightKeys ? { id, keys, rightKeys } : { id, keys }));

function settingChanges(a: LinkageModel, b: LinkageModel): ModelChange[] {
  const [before, after] = [settings(a), settings(b)];
  const changes = Object.keys(before).flatMap((setting): ModelChange[] =>
    before[setting] === after[setting]
      ? []
      : [{ kind: "setting-changed", setting, before: before[setting], after: after[setting] }],
  );
  const [from, to] = [prior(a), prior(b)];
  if (from === undefined || to === undefined || Math.abs(to - from) < leastMove) return changes;
  return [{ kind: "prior-moved", before: from, after: to, moved: to - from }, ...changes];
}

const settings = (model: LinkageModel): Record<string, unknown> => ({
  name: model.name,
  preset: model.preset,
  matchRate: model.matchRate,
  pairsPerRecord: model.budget.pairsPerRecord,
  certainRecall: model.training.certain.recall,
  uPairs: model.training.uPairs,
  sessionPairs: model.training.sessionPairs,
});

const prior = (model: LinkageModel): number | undefined =>
  model.lambda === undefined ? undefined : Math.log2(model.lambda / (1 - model.lambda));

function namedChanges<T>(
  what: Named,
  a: readonly T[],
  b: readonly T[],
  nameOf: (item: T) => string,
): ModelChange[] {
  return pairedByName(a, b, nameOf).flatMap(({ name, before, after }): ModelChange[] => {
    if (before === undefined) return [{ kind: "added", what, name }];
    if (after === undefined) return [{ kind: "removed", what, name }];
    return isSame(before, after) ? [] : [{ kind: "changed", what, name }];
  });
}

function comparisonChanges(a: readonly Comparison[], b: readonly Comparison[]): ModelChange[] {
  return pairedByName(a, b, (c) => c.name).flatMap(({ name, before, after }): ModelChange[] => {
    if (!before || !after) return [{ kind: before ? "removed" : "added", what: "comparison", name }];
    const { levels: _a, ...headBefore } = before;
    const { levels: _b, ...headAfter } = after;
    const head: ModelChange[] = isSame(headBefore, headAfter)
      ? []
      : [{ kind: "changed", what: "comparison", name }];
    return [...head, ...levelChanges(before, after)];
  });
}

function levelChanges(before: Comparison, after: Comparison): ModelChange[] {
  const comparison = before.name;
  return pairedByName(before.levels, after.levels, (level) => level.id).flatMap((pair): ModelChange[] => {
    const { name } = pair;
    if (!pair.before || !pair.after)
      return [{ kind: pair.before ? "removed" : "added", what: "level", comparison, name }];
    const [a, b] = [pair.before, pair.after];
    const parts = (["label", "when", "frequency"] as const).filter((part) => !isSame(a[part], b[part]));
    const changed: ModelChange[] =
      parts.length > 0 ? [{ kind: "changed", what: "level", comparison, name, parts }] : [];
    const strata = [...new Set([...strataOf(before), ...strataOf(after)])];
    return [...changed, ...strata.flatMap((stratum) => chanceChanges(comparison, stratum, a, b))];
  });
}

function chanceChanges(comparison: string, stratum: string, a: Level, b: Level): ModelChange[] {
  const [before, after] = [chancesOf(a, stratum), chancesOf(b, stratum)];
  const at = { comparison, level: a.id, stratum };
  if (!before && !after) return [];
  if (!before || !after) return [{ kind: after ? "trained" : "untrained", ...at }];
  const byM = Math.log2(after.m / before.m);
  const byU = Math.log2(before.u / after.u);
  if (Math.abs(byM) < leastMove && Math.abs(byU) < leastMove) return [];
  const from = Math.log2(before.m / before.u);
  const to = Math.log2(after.m / after.u);
  return [{ kind: "bits-moved", ...at, before: from, after: to, moved: to - from, byM, byU }];
}

function chancesOf(level: Level, stratum: string): { m: number; u: number } | undefined {
  const m = level.m?.[stratum];
  const u = level.u?.[stratum];
  return m === undefined || u === undefined ? undefined : { m, u };
}

type Paired<T> = { name: string; before: T | undefined; after: T | undefined };

/** In the order of `a`, then what only `b` has. */
function pairedByName<T>(a: readonly T[], b: readonly T[], nameOf: (item: T) => string): Paired<T>[] {
  const before = new Map(a.map((item) => [nameOf(item), item]));
  const after = new Map(b.map((item) => [nameOf(item), item]));
  return [...new Set([...before.keys(), ...after.keys()])].map((name) => ({
    name,
    before: before.get(name),
    after: after.get(name),
  }));
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

/** Keys in order, so that two spellings of one object are the same. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toSorted(([x], [y]) => (x < y ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/** The differences as lines, one each. */
export const diffInWords = (changes: readonly ModelChange[]): string[] =>
  changes.length === 0 ? ["no difference"] : changes.map(lineOf);

function lineOf(change: ModelChange): string {
  if ("what" in change) return partLine(change);
  if (change.kind === "bits-moved") return moveLine(change);
  if (change.kind === "prior-moved")
    return `prior: ${signed(change.moved)} bits (${change.before.toFixed(2)} -> ${change.after.toFixed(2)})`;
  if (change.kind === "setting-changed")
    return `${change.setting}: ${valueText(change.before)} -> ${valueText(change.after)}`;
  return `${change.comparison} / ${change.level} | ${change.stratum}: now ${change.kind}`;
}

function partLine(change: PartChange): string {
  const of = change.what === "level" ? ` of ${change.comparison}` : "";
  const parts = change.what === "level" && change.parts ? ` (${change.parts.join(", ")})` : "";
  return `${change.what} ${change.name}${of}: ${change.kind}${parts}`;
}

function moveLine(move: LevelMove): string {
  const given = move.stratum === "otherwise" ? "" : ` | ${move.stratum}`;
  const shares = `m ${signed(move.byM)}, u ${signed(move.byU)}`;
  return `${move.comparison} / ${move.level}${given}: ${signed(move.moved)} bits (${move.before.toFixed(2)} -> ${move.after.toFixed(2)}; ${shares})`;
}

const valueText = (value: unknown): string => (value === undefined ? "none" : JSON.stringify(value));
const signed = (bits: number): string => `${bits >= 0 ? "+" : ""}${bits.toFixed(2)}`;
