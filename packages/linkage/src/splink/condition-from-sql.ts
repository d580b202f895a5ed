import type { Call, Expression } from "#expression";
import { isDateFormat, type SplinkColumns } from "./splink-columns.ts";
import { UnreadableSql, type SqlTree } from "./sql-tree.ts";

/** Reads a column from its side of the pair, or from the one record a blocking key is worked out for. */
export type ReadColumn = (column: string, side: "left" | "right") => Call;

/** Our expression for a condition of Splink. Throws `UnreadableSql` for what means something else here or nothing. */
export function conditionFromSql(tree: SqlTree, columns: SplinkColumns, read: ReadColumn): Expression {
  const of = (inner: SqlTree): Expression => conditionFromSql(inner, columns, read);
  if (tree.kind === "literal") return tree.value;
  if (tree.kind === "column") return read(columns.column(tree.name), tree.side);
  if (tree.kind === "call") return callFromSql(tree, columns, read);
  const nearDates = tree.args[0] && dateDistance(tree, columns, read);
  if (nearDates) return nearDates;
  if (tree.name === "is-null" && tree.args[0]) {
    const parsed = dateIn(tree.args[0]);
    if (parsed) return ["is-null", read(columns.date(parsed.column, parsed.format), parsed.side)];
  }
  if (tree.name === "-") throw new UnreadableSql("a difference of numbers; columns are read as text here");
  const args = tree.args.map(of);
  refuseMixedTypes(tree);
  return [tree.name, ...args];
}

const isNumber = (side: SqlTree | undefined): boolean =>
  side?.kind === "literal" && typeof side.value === "number";
const isText = (side: SqlTree | undefined): boolean =>
  side?.kind === "column" || (side?.kind === "call" && !numeric.has(side.name));

/** Columns are text here, so `age_l > 30` would compare letters. Distances and lengths are numbers on both sides. */
function refuseMixedTypes(tree: Extract<SqlTree, { kind: "operator" }>): void {
  const [a, b] = tree.args;
  const ordered = ["<", ">", "<=", ">="].includes(tree.name);
  if ((isNumber(a) && isText(b)) || (isNumber(b) && isText(a)) || (ordered && (isText(a) || isText(b))))
    throw new UnreadableSql("a column compared as a number; columns are read as text here");
}

const functions = new Map<string, { operator: Call[0]; least: number; most: number }>([
  ["levenshtein", { operator: "levenshtein", least: 2, most: 2 }],
  ["damerau_levenshtein", { operator: "damerau", least: 2, most: 2 }],
  ["jaro_winkler_similarity", { operator: "jaro-winkler", least: 2, most: 2 }],
  ["jaro_winkler", { operator: "jaro-winkler", least: 2, most: 2 }],
  ["jaccard", { operator: "jaccard", least: 2, most: 2 }],
  ["substr", { operator: "substring", least: 2, most: 3 }],
  ["substring", { operator: "substring", least: 2, most: 3 }],
  ["nullif", { operator: "null-if", least: 2, most: 2 }],
  ["coalesce", { operator: "coalesce", least: 1, most: 9 }],
  ["concat", { operator: "concat", least: 1, most: 9 }],
  ["length", { operator: "length", least: 1, most: 1 }],
  ["len", { operator: "length", least: 1, most: 1 }],
  ["trim", { operator: "trim", least: 1, most: 1 }],
]);
const numeric = new Set([
  "levenshtein",
  "damerau_levenshtein",
  "jaro_winkler_similarity",
  "jaro_winkler",
  "jaccard",
  "length",
  "len",
]);

const arrays = /^(array_|list_|cardinality|size|arrays_)/;

function callFromSql(
  tree: Extract<SqlTree, { kind: "call" }>,
  columns: SplinkColumns,
  read: ReadColumn,
): Expression {
  const inner = tree.args.find((arg) => arg.kind === "call");
  if (arrays.test(tree.name) || (inner?.kind === "call" && arrays.test(inner.name)))
    throw new UnreadableSql(`${tree.name}(…): it compares lists of values; columns hold one value each here`);
  const args = tree.args.map((arg) => conditionFromSql(arg, columns, read));
  if (tree.name === "regexp_extract" && (args.length === 2 || args.length === 3))
    return ["regex-extract", args[0] ?? null, args[1] ?? "", args[2] ?? 0];
  const known = functions.get(tree.name);
  if (!known) throw new UnreadableSql(`the function ${tree.name}`);
  if (args.length < known.least || args.length > known.most)
    throw new UnreadableSql(`${tree.name} with ${args.length} values`);
  return [known.operator, ...args];
}

type DateIn = { column: string; side: "left" | "right"; format: string };

/** A column read as a date: `try_strptime("dob_l", '%Y-%m-%d')`, in DuckDB's and in Spark's spelling. */
function dateIn(tree: SqlTree): DateIn | undefined {
  if (tree.kind !== "call") return undefined;
  const [first, second] = tree.args;
  if (["date", "epoch", "unix_timestamp"].includes(tree.name) && first && !second) return dateIn(first);
  const parses = ["try_strptime", "strptime", "try_to_timestamp", "to_timestamp", "to_date"];
  if (!parses.includes(tree.name) || first?.kind !== "column" || second?.kind !== "literal") return undefined;
  const format = String(second.value).replace("yyyy", "%Y").replace("MM", "%m").replace("dd", "%d");
  if (!isDateFormat(format)) throw new UnreadableSql(`the date format ${format}`);
  return { column: first.name, side: first.side, format };
}

const secondsOfDay = 86_400;

/** `abs(epoch(a) - epoch(b)) <= seconds` and `abs(date_diff('day', a, b)) <= days`, as whole days apart. */
function dateDistance(
  tree: Extract<SqlTree, { kind: "operator" }>,
  columns: SplinkColumns,
  read: ReadColumn,
): Expression | undefined {
  const [distance, limit] = tree.args;
  if (distance?.kind !== "call" || distance.name !== "abs" || limit?.kind !== "literal") return undefined;
  const [inner] = distance.args;
  const found = inner && (secondsApart(inner) ?? daysApart(inner));
  if (!found || typeof limit.value !== "number") return undefined;
  const most = limit.value / found.unit;
  const whole = tree.name === "<=" ? Math.floor(most) : tree.name === "<" ? Math.ceil(most) - 1 : undefined;
  if (whole === undefined) return undefined;
  const days = (date: DateIn): Call => read(columns.days(date.column, date.format), date.side);
  return ["<=", ["abs", ["-", days(found.a), days(found.b)]], whole];
}

type Apart = { a: DateIn; b: DateIn; unit: number };

function secondsApart(tree: SqlTree): Apart | undefined {
  if (tree.kind !== "operator" || tree.name !== "-") return undefined;
  const isEpoch = tree.args.every(
    (arg) => arg.kind === "call" && ["epoch", "unix_timestamp"].includes(arg.name),
  );
  const [a, b] = tree.args.map(dateIn);
  return isEpoch && a && b ? { a, b, unit: secondsOfDay } : undefined;
}

function daysApart(tree: SqlTree): Apart | undefined {
  if (tree.kind !== "call" || !["date_diff", "datediff"].includes(tree.name)) return undefined;
  const unit = tree.args[0];
  if (tree.args.length === 3 && !(unit?.kind === "literal" && unit.value === "day")) return undefined;
  const [a, b] = tree.args.slice(-2).map(dateIn);
  return a && b ? { a, b, unit: 1 } : undefined;
}
