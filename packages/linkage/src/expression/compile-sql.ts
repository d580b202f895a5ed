import type { Dialect } from "./dialect.ts";
import type { Call, Expression } from "./expression.ts";

/** The expression as SQL text of one dialect. Throws when a `raw` part has no text for it. */
export function compileSql(expression: Expression, dialect: Dialect): string {
  if (!isCall(expression)) return dialect.literal(expression);
  const [operator, ...args] = expression;
  if (operator === "row" || operator === "left" || operator === "right") {
    return dialect.column[operator](columnName(args[0]));
  }
  if (operator === "case") return caseSql(args, dialect);
  if (operator === "raw") return rawSql(args, dialect);
  const compiled = args.map((arg) => compileSql(arg, dialect));
  if (operator === "regex-replace") compiled[2] = dialect.literal(dialect.replacement(String(args[2])));
  return dialect.functions[operator](compiled);
}

/** Column names are identifiers of our own making; anything else would be SQL from outside. */
export function columnName(name: unknown): string {
  if (typeof name !== "string" || !/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new TypeError(`not a column name: ${JSON.stringify(name)}`);
  }
  return name;
}

const isCall = (expression: Expression): expression is Call => Array.isArray(expression);

function caseSql(args: readonly Expression[], dialect: Dialect): string {
  const branches: string[] = [];
  for (let i = 0; i + 1 < args.length; i += 2) {
    branches.push(
      `WHEN ${compileSql(args[i] ?? null, dialect)} THEN ${compileSql(args[i + 1] ?? null, dialect)}`,
    );
  }
  return `(CASE ${branches.join(" ")} ELSE ${compileSql(args.at(-1) ?? null, dialect)} END)`;
}

function rawSql(args: readonly Expression[], dialect: Dialect): string {
  const at = args.indexOf(dialect.name);
  if (at < 0) throw new TypeError(`this model's raw SQL has no text for ${dialect.name}`);
  return `(${String(args[at + 1])})`;
}
