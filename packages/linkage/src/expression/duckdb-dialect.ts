import { call, commonColumn, commonFunctions, infix } from "./common-spelling.ts";
import type { Dialect } from "./dialect.ts";
import { inlineRows, literalSql } from "./literal-sql.ts";

/** The DuckDB spelling. The regular expressions allowed are those RE2 and JavaScript read alike. */
export const duckdbDialect: Dialect = {
  name: "duckdb",
  column: commonColumn,
  functions: {
    ...commonFunctions,
    "//": infix("//"),
    "null-if": call("nullif"),
    length: call("length"),
    substring: call("substr"),
    concat: infix("||"),
    fold: ([a]) => `strip_accents(upper(${a}))`,
    trim: ([a]) => `trim(${a})`,
    replace: call("replace"),
    translate: call("translate"),
    "regex-replace": ([a, pattern, by]) => `regexp_replace(${a}, ${pattern}, ${by}, 'g')`,
    "regex-test": call("regexp_matches"),
    "regex-extract": call("regexp_extract"),
    /* A plain cast would also read 0B1 and 1E3 as numbers. */
    integer: ([a]) => `(CASE WHEN regexp_matches(${a}, '^-?[0-9]{1,9}$') THEN CAST(${a} AS INTEGER) END)`,
    "starts-with": call("starts_with"),
    "ends-with": call("ends_with"),
    token: ([a, n]) => `nullif(split_part(${a}, ' ', ${n}), '')`,
    "token-count": ([a]) => `(length(${a}) - length(replace(${a}, ' ', '')) + 1)`,
    "token-mask": ([a, half]) => tokenMask(a ?? "", half === "1" ? "begin" : "end"),
    "bit-and": infix("&"),
    "jaro-winkler": call("jaro_winkler_similarity"),
    levenshtein: call("levenshtein"),
    damerau: call("damerau_levenshtein"),
    /* DuckDB refuses an empty text; two texts that share no byte are nothing alike. */
    jaccard: ([a, b]) => `(CASE WHEN ${a} = '' OR ${b} = '' THEN 0.0::DOUBLE ELSE jaccard(${a}, ${b}) END)`,
    hamming: call("hamming"),
  },
  literal: literalSql,
  cast: (value, type) => `${value}::${type.toUpperCase()}`,
  inlinePairs: (pairs) => `(VALUES ${inlineRows(pairs, literalSql)}) t(n, a, b)`,
  fill: ({ name, says, sql }) => [`CREATE OR REPLACE TABLE ${name} AS\n-- ${says}\n${sql}`],
  truth: (condition) => condition,
  columnsOf: (table, _, but) => `${table}.*${but === undefined ? "" : ` EXCLUDE (${but})`}`,
  sampleHash: (number) => `hash(${number})`,
  keyHash: call("hash"),
  replacement: (text) => text.replaceAll("$", "\\"),
};

/**
 * A 62-bit set of the words in a text: equal words set equal bits, so `a & b = a` says "a's words all occur in b".
 * Two halves, by how words begin and how they end: words that share both and their length count as one.
 */
function tokenMask(text: string, half: "begin" | "end"): string {
  const [first, second, third] = half === "begin" ? [1, 2, 3] : [-1, -2, -3];
  const hash = `(${letterCode(first)} * 961 + ${letterCode(second)} * 31 + ${letterCode(third)} + length(t) * 7)`;
  return `list_bit_or(list_transform(string_split(${text}, ' '), lambda t: (1::BIGINT << (${hash} % 62)::INTEGER)))`;
}

const letterCode = (at: number | undefined): string => `ascii(substr(t, ${at}, 1))`;
