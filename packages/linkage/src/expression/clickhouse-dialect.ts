import { call, commonColumn, commonFunctions } from "./common-spelling.ts";
import type { Dialect, NumberType } from "./dialect.ts";
import type { Literal } from "./expression.ts";
import { damerau, jaccard, jaroWinkler } from "./clickhouse-distances.ts";
import { literalSql } from "./literal-sql.ts";
import { longUpperCase } from "./long-upper-case.ts";

/** In ClickHouse a dot also stands for a line break, in JavaScript and DuckDB it does not. */
const pattern = (literal = ""): string => (literal.includes(".") ? literal.replace("'", "'(?-s)") : literal);

const types: Record<NumberType, string> = {
  tinyint: "toInt8",
  utinyint: "toUInt8",
  integer: "toInt32",
  float: "toFloat32",
  double: "toFloat64",
};

/** A backslash escapes. */
const literal = (value: Literal): string =>
  literalSql(typeof value === "string" ? value.replaceAll("\\", "\\\\") : value);

/** The ClickHouse spelling, with the results of DuckDB and of our own functions. Needs the settings in `clickHouseSettings`. */
export const clickHouseDialect: Dialect = {
  name: "clickhouse",
  column: commonColumn,
  functions: {
    ...commonFunctions,
    "//": call("intDiv"),
    "null-if": call("nullIf"),
    length: ([a]) => `toInt32(lengthUTF8(${a}))`,
    substring: substringOf,
    concat: call("concat"),
    fold: ([a = ""]) => `if(match(${a}, '[^ -~]'), removeDiacriticsUTF8(${upperUnicode(a)}), upper(${a}))`,
    trim: ([a]) => `trimBoth(${a})`,
    replace: call("replaceAll"),
    translate: call("translateUTF8"),
    "regex-replace": ([a, what, by]) => `replaceRegexpAll(${a}, ${what}, ${by})`,
    "regex-test": ([a, what]) => `match(${a}, ${pattern(what)})`,
    "regex-extract": ([a, what, group]) => `regexpExtract(${a}, ${pattern(what)}, ${group})`,
    integer: ([a]) => `if(match(${a}, '^-?[0-9]{1,9}$'), toInt32OrNull(${a}), NULL)`,
    "starts-with": call("startsWith"),
    "ends-with": call("endsWith"),
    token: ([a, n]) => `nullIf(${words(a)}[${n}], '')`,
    "token-count": ([a]) => `(toInt32(countSubstrings(${a}, ' ')) + 1)`,
    "token-mask": ([a, half]) => tokenMask(a ?? "", half === "1" ? [1, 2, 3] : [-1, -2, -3]),
    "bit-and": call("bitAnd"),
    "jaro-winkler": jaroWinkler,
    levenshtein: call("levenshteinDistance"),
    damerau,
    jaccard,
    hamming: call("byteHammingDistance"),
  },
  literal,
  cast: (value, type) => `${types[type]}(${value})`,
  truth: (condition) => `toBool(${condition})`,
  /* A star over joined tables would name columns after their table. */
  columnsOf: (table, names) => names.map((name) => `${table}.${name} AS ${name}`).join(", "),
  sampleHash: (number) => mixed(`toUInt64(${number})`),
  keyHash: call("cityHash64"),
  inlinePairs: (pairs) => {
    const lines = pairs.map(([a, b], n) => JSON.stringify([n, a, b]));
    return `format(JSONCompactEachRow, 'n Int32, a Nullable(String), b Nullable(String)', ${literal(lines.join("\n"))})`;
  },
  fill: ({ name, says, sql, parts = [sql] }) =>
    parts.map((part, i) =>
      i === 0
        ? `CREATE OR REPLACE TABLE ${name} ENGINE = MergeTree ORDER BY tuple() AS\n-- ${says}\n${part}`
        : `INSERT INTO ${name}\n${part}`,
    ),
  replacement: (text) => text.replaceAll("$", "\\"),
};

/** What a connection must set: missing partners of outer joins are null, and long texts of queries are allowed. */
export const clickHouseSettings = {
  join_use_nulls: 1,
  max_query_size: 16_000_000,
  max_ast_elements: 2_000_000,
  max_expanded_ast_elements: 20_000_000,
  max_ast_depth: 10_000,
  max_parser_depth: 10_000,
} as const;

/** From the end, ClickHouse starts a text that is too short at its first letter but still takes the full count. */
function substringOf([a, from = "1", count]: readonly string[]): string {
  if (count === undefined) return `substringUTF8(${a}, ${from})`;
  if (!from.startsWith("-")) return `substringUTF8(${a}, ${from}, ${count})`;
  const lacking = `greatest(${from.slice(1)} - toInt32(lengthUTF8(${a})), 0)`;
  return `substringUTF8(substringUTF8(${a}, ${from}), 1, greatest(${count} - ${lacking}, 0))`;
}

/** Letters whose upper case is several letters keep their form, as elsewhere: they wait in the private area. */
function upperUnicode(text: string): string {
  const waiting = String.fromCodePoint(...Array.from(longUpperCase, (_, i) => 0xe000 + i));
  return `translateUTF8(upperUTF8(translateUTF8(${text}, '${longUpperCase}', '${waiting}')), '${waiting}', '${longUpperCase}')`;
}

const words = (text = ""): string => `splitByChar(' ', coalesce(${text}, ''))`;

/** See the DuckDB dialect: the same bits. */
function tokenMask(text: string, places: readonly number[]): string {
  const [first, second, third] = places.map(
    (at) =>
      `reinterpretAsUInt32(convertCharset(${substringOf(["_t", String(at), "1"])}, 'UTF-8', 'UTF-32LE'))`,
  );
  const hash = `(${first} * 961 + ${second} * 31 + ${third} + lengthUTF8(_t) * 7)`;
  const bits = `arrayMap(_t -> bitShiftLeft(toInt64(1), ${hash} % 62), ${words(text)})`;
  return `if(${text} IS NULL, NULL, arrayReduce('groupBitOr', ${bits}))`;
}

/** DuckDB's hash of a whole number, shift and multiply with 64 wrapping bits: the same records are sampled here. */
function mixed(value: string): string {
  const factor = "15485907386658061715";
  return shifted(`(${shifted(`(${shifted(value)} * ${factor})`)} * ${factor})`);
}

const shifted = (bits: string): string => `bitXor(${bits}, bitShiftRight(${bits}, 32))`;
