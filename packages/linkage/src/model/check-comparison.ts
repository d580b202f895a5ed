import { expressionFaults, type ExpressionPlace } from "./check-expression.ts";
import {
  flagFaults,
  isPlain,
  join,
  labelFaults,
  listAt,
  numberFaults,
  repeatFaults,
  textFaults,
  type Fault,
  type Plain,
} from "./faults.ts";
import { otherwise, stratumStep } from "./strata.ts";

/** What a comparison may read: derived columns, and those among them whose value shares are counted. */
export type ComparisonPlace = { columns: ReadonlySet<string>; shared: ReadonlySet<string> };

/** Chances of one stratum may miss 1 by this much: floors and smoothing move them a little. */
const sumTolerance = 0.1;

/** What is wrong with one comparison. */
export function* comparisonFaults(value: unknown, path: string, place: ComparisonPlace): Generator<Fault> {
  if (!isPlain(value)) {
    yield { path, says: "must be an object" };
    return;
  }
  const pair: ExpressionPlace = { over: "pair", columns: place.columns };
  yield* textFaults(value, "name", path);
  yield* labelFaults(value, path);
  yield* flagFaults(value, "costly", path);
  yield* flagFaults(value, "tieM", path);
  yield* requiredExpression(value, "missing", path, pair);
  yield* strataFaults(value, path, pair);
  const { items, faults } = listAt(value, "levels", path);
  yield* faults;
  if (faults.length > 0) return;
  yield* levelListFaults(items, value, path);
  const ids = items.map((level) => (isPlain(level) ? level["id"] : undefined));
  for (const [i, level] of items.entries()) {
    const at = `${path}.levels[${i}]`;
    yield* levelFaults(level, at, place);
    if (isPlain(level)) yield* averageFaults(level["frequency"], ids, at);
  }
  yield* chanceFaults(items, value, path);
}

function* strataFaults(comparison: Plain, path: string, pair: ExpressionPlace): Generator<Fault> {
  if (comparison["strata"] === undefined) return;
  const { items, faults } = listAt(comparison, "strata", path);
  yield* faults;
  if (items.length > 3)
    yield { path: `${path}.strata`, says: `comparison ${nameOf(comparison)} has more than three strata` };
  for (const [i, stratum] of items.entries()) {
    const at = `${path}.strata[${i}]`;
    if (!isPlain(stratum)) {
      yield { path: at, says: "must be an object" };
      continue;
    }
    yield* textFaults(stratum, "name", at);
    yield* labelFaults(stratum, at);
    yield* requiredExpression(stratum, "when", at, pair);
    if (stratum["name"] === otherwise)
      yield { path: `${at}.name`, says: `"${otherwise}" is the name of the rest and cannot be given` };
  }
  yield* repeatFaults(items, "name", (i) => `${path}.strata[${i}]`);
}

function* levelListFaults(items: readonly unknown[], comparison: Plain, path: string): Generator<Fault> {
  const at = `${path}.levels`;
  const name = `comparison ${nameOf(comparison)}`;
  if (items.length < 2) yield { path: at, says: `${name} needs at least two levels` };
  if (items.length > stratumStep) yield { path: at, says: `${name} has more than ${stratumStep} levels` };
  const rest = items.at(-1);
  if (!isPlain(rest) || rest["when"] !== true)
    yield { path: at, says: `${name}: its last level must be \`true\`` };
  const early = items.slice(0, -1).findIndex((level) => isPlain(level) && level["when"] === true);
  if (early >= 0)
    yield { path: `${at}[${early}].when`, says: "is always true, so the levels after it are never reached" };
  yield* repeatFaults(items, "id", (i) => `${at}[${i}]`);
}

function* levelFaults(level: unknown, path: string, place: ComparisonPlace): Generator<Fault> {
  if (!isPlain(level)) {
    yield { path, says: "must be an object" };
    return;
  }
  yield* textFaults(level, "id", path);
  yield* labelFaults(level, path);
  yield* requiredExpression(level, "when", path, { over: "pair", columns: place.columns });
  const frequency = level["frequency"];
  if (frequency === undefined) return;
  if (!isPlain(frequency)) {
    yield { path: `${path}.frequency`, says: "must be an object" };
    return;
  }
  yield* numberFaults(frequency, "weight", `${path}.frequency`, { least: 0, most: 2 });
  yield* numberFaults(frequency, "floor", `${path}.frequency`, { above: 0, most: 1 });
  if (!place.shared.has(String(frequency["column"]))) {
    const says = `shares are counted for columns worked out per different value only; "${String(frequency["column"])}" is none`;
    yield { path: `${path}.frequency.column`, says };
  }
}

function* averageFaults(frequency: unknown, ids: readonly unknown[], path: string): Generator<Fault> {
  const average = isPlain(frequency) ? frequency["average"] : undefined;
  if (average !== undefined && !ids.includes(average))
    yield { path: `${path}.frequency.average`, says: "names no level of this comparison" };
}

/** m and u: known strata only, each above 0 and at most 1, all levels or none, and about 1 in sum. */
function* chanceFaults(levels: readonly unknown[], comparison: Plain, path: string): Generator<Fault> {
  const strata = Array.isArray(comparison["strata"]) ? (comparison["strata"] as unknown[]) : [];
  const names = [...strata.map((s) => (isPlain(s) ? String(s["name"]) : "")), otherwise];
  for (const which of ["m", "u"] as const) {
    const tables = levels.map((level) => (isPlain(level) ? level[which] : undefined));
    const sound: boolean[] = [];
    for (const [i, table] of tables.entries()) {
      const faults = [...tableFaults(table, `${path}.levels[${i}].${which}`, names)];
      sound.push(faults.length === 0);
      yield* faults;
    }
    if (!sound.every(Boolean)) continue;
    for (const stratum of names) yield* sumFaults(tables, which, { stratum, path });
  }
}

function* tableFaults(table: unknown, path: string, strata: readonly string[]): Generator<Fault> {
  if (table === undefined) return;
  if (!isPlain(table)) {
    yield { path, says: "must be an object of stratum and chance" };
    return;
  }
  for (const [stratum, chance] of Object.entries(table)) {
    if (!strata.includes(stratum)) yield { path, says: `"${stratum}" is no stratum of this comparison` };
    if (typeof chance !== "number" || !(chance > 0 && chance <= 1))
      yield { path: join(path, stratum), says: "m and u must lie above 0 and at most 1" };
  }
}

function* sumFaults(
  tables: readonly unknown[],
  which: "m" | "u",
  { stratum, path }: { stratum: string; path: string },
): Generator<Fault> {
  const chances = tables.map((table) => (isPlain(table) ? table[stratum] : undefined));
  const known = chances.filter((chance) => typeof chance === "number");
  if (known.length === 0) return;
  const at = `${path}.levels[].${which}.${stratum}`;
  if (known.length < chances.length) {
    yield { path: at, says: `is given for ${known.length} of ${chances.length} levels; give all or none` };
    return;
  }
  const sum = known.reduce((total, chance) => total + chance, 0);
  if (Math.abs(sum - 1) > sumTolerance)
    yield { path: at, says: `the levels' chances sum to ${sum.toPrecision(3)}, not to 1` };
}

function* requiredExpression(
  parent: Plain,
  key: string,
  path: string,
  place: ExpressionPlace,
): Generator<Fault> {
  if (parent[key] === undefined) yield { path: join(path, key), says: "is missing" };
  else yield* expressionFaults(parent[key], join(path, key), place);
}

const nameOf = (comparison: Plain): string => String(comparison["name"]);
