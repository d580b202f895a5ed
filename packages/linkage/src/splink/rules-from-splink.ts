import { columnsOf, type Call, type Expression } from "#expression";
import type { BlockingRule } from "#model";
import { conditionFromSql, type ReadColumn } from "./condition-from-sql.ts";
import type { SplinkColumns } from "./splink-columns.ts";
import { unsupported } from "./splink-settings.ts";
import { readSql, UnreadableSql, type SqlTree } from "./sql-tree.ts";

const onRow: ReadColumn = (column) => ["row", column];

/** A blocking rule of Splink as equal keys: `l.surname = r.surname AND substr(l.dob, 1, 4) = substr(r.dob, 1, 4)`. */
export function ruleFromSplink(
  rule: { sql: string; path: string },
  columns: SplinkColumns,
  taken: readonly string[],
): BlockingRule {
  const refuse = (why: string) =>
    unsupported(`${rule.path}: ${why}; a rule here is made of equal keys of both records, joined by AND`, {
      path: rule.path,
      sql: rule.sql,
    });
  try {
    const tree = readSql(rule.sql);
    const parts = tree.kind === "operator" && tree.name === "and" ? tree.args : [tree];
    const keys = parts.map((part) => keyOf(part, columns));
    const left = keys.map((key) => key.left);
    const right = keys.map((key) => key.right);
    const same = JSON.stringify(left) === JSON.stringify(right);
    return { id: ruleId(left, taken), keys: left, ...(same ? {} : { rightKeys: right }) };
  } catch (cause) {
    if (cause instanceof UnreadableSql) throw refuse(`cannot read ${cause.message}`);
    throw cause;
  }
}

function keyOf(part: SqlTree, columns: SplinkColumns): { left: Expression; right: Expression } {
  if (part.kind !== "operator" || part.name !== "=" || !part.args[0] || !part.args[1])
    throw new UnreadableSql("a condition that is no equality");
  const [a, b] = [part.args[0], part.args[1]];
  const sides = [sidesOf(a), sidesOf(b)];
  const read = (tree: SqlTree) => conditionFromSql(tree, columns, onRow);
  if (sides[0]?.join() === "left" && sides[1]?.join() === "right") return { left: read(a), right: read(b) };
  if (sides[0]?.join() === "right" && sides[1]?.join() === "left") return { left: read(b), right: read(a) };
  throw new UnreadableSql("an equality that does not stand between the two records");
}

function sidesOf(tree: SqlTree): string[] {
  if (tree.kind === "column") return [tree.side];
  if (tree.kind === "literal") return [];
  return [...new Set(tree.args.flatMap(sidesOf))];
}

function keyName(key: Expression): string {
  const [column = "key"] = columnsOf(key);
  return Array.isArray(key) && (key as Call)[0] !== "row" ? `${column}-part` : column;
}

function ruleId(keys: readonly Expression[], taken: readonly string[]): string {
  const stem = keys.map(keyName).join("-and-");
  for (let i = 1; ; i++) {
    const id = i === 1 ? stem : `${stem}-${i}`;
    if (!taken.includes(id)) return id;
  }
}
