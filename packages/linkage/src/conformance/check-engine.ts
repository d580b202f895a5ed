import { compileEvaluator, compileSql, type Expression } from "#expression";
import { LinkageError, type LinkageModel } from "#model";
import type { Engine } from "#stages";
import { checkedFunctions, type CheckedFunction } from "./checked-functions.ts";
import { textPairs, type TextPair } from "./text-pairs.ts";

/** What an engine does otherwise than the reference: on how many of the pairs, and the first of them. */
export type Difference = {
  function: string;
  pairs: number;
  example?: { a: string | null; b: string | null; expected: unknown; found: unknown };
  /** The engine has no such function or refuses it. */
  refusal?: string;
};
/** Which operators of an engine give the numbers of the reference. */
export type EngineCheck = { engine: string; agrees: string[]; differs: Difference[] };

/** Runs every operator over the conformance pairs and tells which give the numbers of the reference in JavaScript. Writes nothing. */
export const engineCheck = (engine: Engine): Promise<EngineCheck> =>
  checkFunctions(engine, checkedFunctions, textPairs());

async function checkFunctions(
  engine: Engine,
  functions: readonly CheckedFunction[],
  pairs: readonly TextPair[],
): Promise<EngineCheck> {
  const differences = new Map<string, Difference>();
  for (const checked of functions) {
    const difference = await compare(engine, checked, pairs);
    if (difference && !differences.has(checked.operator)) differences.set(checked.operator, difference);
  }
  const names = [...new Set(functions.map((checked) => checked.operator))];
  return {
    engine: engine.name,
    agrees: names.filter((name) => !differences.has(name)),
    differs: [...differences.values()],
  };
}

/** Enough before every run; the test suite takes all. */
const pairsBeforeRun = 400;

/** Throws `engine-differs`, naming the function, when the engine works out otherwise what this model uses. */
export async function requireAgreement(engine: Engine, model: LinkageModel): Promise<void> {
  const used = operatorsOf(model);
  const functions = checkedFunctions.filter((checked) => used.has(checked.operator));
  const { differs } = await checkFunctions(engine, functions, textPairs().slice(0, pairsBeforeRun));
  const [first] = differs;
  if (!first) return;
  throw new LinkageError(
    "engine-differs",
    `${engine.name} works out ${first.function} differently: its links would not be those of other engines`,
    { engine: engine.name, function: first.function },
  );
}

async function compare(
  engine: Engine,
  checked: CheckedFunction,
  all: readonly TextPair[],
): Promise<Difference | undefined> {
  const pairs = all.filter((pair) => checked.fits?.(pair) ?? true);
  const difference = { function: checked.operator, pairs: pairs.length };
  let rows;
  try {
    const result = compileSql(checked.expression, engine.dialect);
    const from = engine.dialect.inlinePairs(pairs);
    rows = await engine.rows(`SELECT n, ${result} AS result FROM ${from} ORDER BY n`);
  } catch (cause) {
    return { ...difference, refusal: cause instanceof Error ? cause.message : String(cause) };
  }
  const expected = expectedResults(checked.expression, pairs);
  const unequal = pairs.flatMap(([a, b], i) => {
    const found = comparable(rows[i]?.["result"]);
    return found === expected[i] ? [] : [{ a, b, expected: expected[i], found }];
  });
  const [example] = unequal;
  return example ? { ...difference, pairs: unequal.length, example } : undefined;
}

/** What the reference gives for every pair, in a form results of engines can be compared with. */
export function expectedResults(expression: Expression, pairs: readonly TextPair[]): unknown[] {
  const evaluate = compileEvaluator(expression);
  return pairs.map(([a, b]) => comparable(evaluate({ row: { a, b } })));
}

/** Some engines say 1 for true and give whole numbers beyond 2^53 as doubles. */
function comparable(value: unknown): unknown {
  return typeof value === "boolean" || typeof value === "bigint" ? Number(value) : (value ?? null);
}

function operatorsOf(model: LinkageModel): Set<string> {
  const found = new Set<string>();
  const walk = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    if (typeof part[0] === "string") found.add(part[0]);
    part.forEach(walk);
  };
  const rules = [...model.blocking, ...model.training.certain.rules];
  for (const rule of rules) [...rule.keys, ...(rule.rightKeys ?? [])].forEach(walk);
  for (const group of model.features) for (const column of group.columns) walk(column.is);
  for (const comparison of model.comparisons) {
    walk(comparison.missing);
    for (const { when } of [...comparison.levels, ...(comparison.strata ?? [])]) walk(when);
  }
  return found;
}
