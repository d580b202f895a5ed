export type { Call, Expression, Literal, Value } from "./expression.ts";
export { and, columnsOf, eitherMissing, left, not, oneOf, or, right, row, same } from "./expression.ts";
export type { Dialect, DialectName } from "./dialect.ts";
export { clickHouseDialect, clickHouseSettings } from "./clickhouse-dialect.ts";
export { duckdbDialect } from "./duckdb-dialect.ts";
export { sparkDialect } from "./spark-dialect.ts";
export { columnName, compileSql } from "./compile-sql.ts";
export { literalSql } from "./literal-sql.ts";
export { type RecordValues, type Scope, compileEvaluator } from "./evaluate.ts";
