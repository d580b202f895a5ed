import { compileSql, type Call, type Dialect, type Expression } from "#expression";
import type { BlockingRule, LinkageModel } from "#model";
import { isOneList, stage, type Sides, type Stage, type TableName } from "./stage.ts";

/**
 * Every pair that some rule brings together, once, under the first rule that does. As one query each rule joins by its
 * keys alone and repeats are folded afterwards: carrying the keys of all earlier rules along would cost twice as much.
 * In parts, for engines that fill a table rule by rule, each rule leaves out the pairs of the earlier ones.
 */
export function pairsStage(model: LinkageModel, dialect: Dialect, sides: Sides): Stage {
  const parts = model.blocking.map((rule, i) =>
    pairsSql(rule, dialect, sides, { rule: i, except: model.blocking.slice(0, i) }),
  );
  const found = model.blocking.map((rule, i) => pairsSql(rule, dialect, sides, { rule: i }));
  const sql = `SELECT min(rule) AS rule, lid, rid FROM (\n${found.join("\nUNION ALL\n")}\n) GROUP BY lid, rid`;
  const says = "one row per candidate pair: the first rule that found it and the two record numbers";
  const reads: TableName[] = [`records_${sides.left}`, `records_${sides.right}`];
  return { ...stage("pairs", reads, says, sql), parts };
}

type PairOptions = { rule: number; except?: readonly BlockingRule[]; where?: string };

/** The pairs of one rule as a query (rule, lid, rid). */
export function pairsSql(rule: BlockingRule, dialect: Dialect, sides: Sides, options: PairOptions): string {
  const conditions = [
    ...(isOneList(sides) ? ["l.id < r.id"] : []),
    ...(options.where ? [options.where] : []),
    ...(options.except?.length
      ? [`NOT (${options.except.map((other) => `coalesce(${meets(other, dialect)}, FALSE)`).join(" OR ")})`]
      : []),
  ];
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(" AND ")}` : "";
  return `SELECT ${dialect.cast(String(options.rule), "utinyint")} AS rule, l.id AS lid, r.id AS rid FROM records_${sides.left} l JOIN records_${sides.right} r ON ${meets(rule, dialect)}${where}`;
}

/** The condition under which a rule brings two records together. */
export function meets(rule: BlockingRule, dialect: Dialect): string {
  const rightKeys = rule.rightKeys ?? rule.keys;
  const parts = rule.keys.map((key, i) => {
    const left = compileSql(onSide(key, "left"), dialect);
    return `${left} = ${compileSql(onSide(rightKeys[i] ?? key, "right"), dialect)}`;
  });
  return parts.length > 0 ? parts.join(" AND ") : "TRUE";
}

/**
 * How many pairs a rule makes, without forming one: left records counted by key, then looked up by every right one.
 * With `share` below 1 only that share of the left records is counted and the result scaled up.
 */
export function ruleSizeSql(rule: BlockingRule, dialect: Dialect, sides: Sides, share: number): string {
  const names = rule.keys.map((_, i) => `k${i}`).join(", ");
  const sampled = share < 1 ? ` WHERE ${sampledRecord(dialect, { share, seed: 0 })}` : "";
  const counts = `SELECT ${names}, count(*) AS n FROM (SELECT ${keyColumns(rule.keys, dialect)} FROM records_${sides.left}${sampled}) WHERE ${allPresent(rule)} GROUP BY ALL`;
  const others = `SELECT ${keyColumns(rule.rightKeys ?? rule.keys, dialect)} FROM records_${sides.right}`;
  const joined = `FROM (${counts}) a JOIN (${others}) b USING (${names})`;
  if (!isOneList(sides))
    return `SELECT ${dialect.cast("coalesce(sum(a.n), 0)", "double")} / ${share} AS pairs ${joined}`;
  const itself = `(SELECT coalesce(sum(n), 0) FROM (${counts}))`;
  return `SELECT ${dialect.cast(`(coalesce(sum(a.n), 0) - ${itself})`, "double")} / 2 / ${share} AS pairs ${joined}`;
}

/** Pairs of the fullest key of a rule: what makes it too wide. */
export function hottestKeySql(rule: BlockingRule, dialect: Dialect, sides: Sides): string {
  const names = rule.keys.map((_, i) => `k${i}`).join(", ");
  const counts = (table: string, keys: readonly Expression[]) =>
    `SELECT ${names}, count(*) AS n FROM (SELECT ${keyColumns(keys, dialect)} FROM ${table}) WHERE ${allPresent(rule)} GROUP BY ALL`;
  const left = counts(`records_${sides.left}`, rule.keys);
  const right = counts(`records_${sides.right}`, rule.rightKeys ?? rule.keys);
  return `SELECT ${dialect.cast("coalesce(max(a.n * b.n), 0)", "double")} AS pairs FROM (${left}) a JOIN (${right}) b USING (${names})`;
}

/** True for a fixed share of the records: hashing the record's number chooses the same ones in every run. */
export const sampledRecord = (dialect: Dialect, { share, seed }: Sample): string =>
  `${dialect.sampleHash(`id + ${Math.trunc(seed)}`)} % ${million} < ${Math.round(share * million)}`;
export type Sample = { share: number; seed: number };

const million = 1_000_000;
const keyColumns = (keys: readonly Expression[], dialect: Dialect): string =>
  keys.map((key, i) => `${compileSql(key, dialect)} AS k${i}`).join(", ");
const allPresent = (rule: BlockingRule): string => rule.keys.map((_, i) => `k${i} IS NOT NULL`).join(" AND ");

/** A row expression read from one side of a pair. */
export function onSide(expression: Expression, side: "left" | "right"): Expression {
  if (!Array.isArray(expression)) return expression;
  const [operator, ...args] = expression as Call;
  if (operator === "row") return [side, ...args];
  return [operator, ...args.map((arg) => onSide(arg, side))];
}
