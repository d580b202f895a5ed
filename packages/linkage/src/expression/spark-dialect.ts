import { call, commonColumn, commonFunctions, infix } from "./common-spelling.ts";
import type { Dialect, NumberType } from "./dialect.ts";
import type { Literal } from "./expression.ts";
import { inlineRows, literalSql } from "./literal-sql.ts";
import { longUpperCase } from "./long-upper-case.ts";
import { damerau, hamming, jaccard, jaroWinkler, levenshtein } from "./spark-distances.ts";

const types: Record<NumberType, string> = {
  tinyint: "TINYINT",
  utinyint: "SMALLINT",
  integer: "INT",
  float: "FLOAT",
  double: "DOUBLE",
};

/** A backslash escapes; a doubled quote does not in every version. */
const literal = (value: Literal): string =>
  typeof value === "string"
    ? `'${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`
    : literalSql(value);

/** The Spark SQL spelling, with the results of DuckDB and of our own functions; built-ins of Spark 3.4 and later only. */
export const sparkDialect: Dialect = {
  name: "spark",
  column: commonColumn,
  functions: {
    ...commonFunctions,
    "null-if": call("nullif"),
    "//": infix("div"),
    length: call("length"),
    substring: call("substring"),
    concat: call("concat"),
    fold: ([a = ""]) => `if(rlike(${a}, '[^ -~]'), ${foldUnicode(a)}, upper(${a}))`,
    trim: ([a]) => `trim(${a})`,
    replace: call("replace"),
    translate: call("translate"),
    "regex-replace": ([a, what, by]) => `regexp_replace(${a}, ${pattern(what)}, ${by})`,
    "regex-test": ([a, what]) => `rlike(${a}, ${pattern(what)})`,
    "regex-extract": ([a, what, group]) => `regexp_extract(${a}, ${pattern(what)}, ${group})`,
    integer: ([a]) => `(CASE WHEN rlike(${a}, '^-?[0-9]{1,9}\\\\z') THEN CAST(${a} AS INT) END)`,
    "starts-with": call("startswith"),
    "ends-with": call("endswith"),
    token: ([a, n]) => `nullif(split_part(${a}, ' ', ${n}), '')`,
    "token-count": ([a]) => `(length(${a}) - length(replace(${a}, ' ', '')) + 1)`,
    "token-mask": ([a, half]) => tokenMask(a ?? "", half === "1" ? [1, 2, 3] : [-1, -2, -3]),
    "bit-and": infix("&"),
    "jaro-winkler": jaroWinkler,
    levenshtein,
    damerau,
    jaccard,
    hamming,
  },
  literal,
  inlinePairs: (pairs) => `(VALUES ${inlineRows(pairs, literal)}) AS t(n, a, b)`,
  cast: (value, type) => `CAST(${value} AS ${types[type]})`,
  truth: (condition) => condition,
  columnsOf: (table, names) => names.map((name) => `${table}.${name} AS ${name}`).join(", "),
  sampleHash: (number) => `pmod(xxhash64(${number}), 9223372036854775807)`,
  keyHash: (keys) => `pmod(xxhash64(${keys.join(", ")}), 9223372036854775807)`,
  fill: ({ name, says, sql }) => [
    `DROP TABLE IF EXISTS ${name}`,
    `CREATE TABLE ${name} USING PARQUET AS\n-- ${says}\n${sql}`,
  ],
  replacement: (text) => text,
};

/** A dollar at the end of a Java pattern also stands before a last line break. */
function pattern(text = ""): string {
  return text.replaceAll(/(?<!\\)\$(?![^[]*\])/g, "\\\\z");
}

/** Spark cannot take accents off: a table of the Latin letters does, single marks go by their class. */
function foldUnicode(text: string): string {
  const waiting = String.fromCodePoint(...Array.from(longUpperCase, (_, i) => 0xe000 + i));
  const upper = `translate(upper(translate(${text}, '${longUpperCase}', '${waiting}')), '${waiting}', '${longUpperCase}')`;
  return `regexp_replace(translate(${upper}, '${accented.join("")}', '${accented.map(plain).join("")}'), '\\\\p{Mn}', '')`;
}

const plain = (letter: string): string => letter.normalize("NFD").replace(/\p{Mn}/gu, "");
const accented: readonly string[] = Array.from({ length: 0x2200 - 0x80 }, (_, i) =>
  String.fromCodePoint(i + 0x80),
).filter((letter) => /^[A-Za-z]$/.test(plain(letter)));

/** See the DuckDB dialect: the same bits. */
function tokenMask(text: string, places: readonly number[]): string {
  const [first, second, third] = places.map((at) => {
    const code = `ascii(substring(_t, ${at}, 1))`;
    return at < 0 ? `if(length(_t) < ${-at}, 0, ${code})` : code;
  });
  const bit = `shiftleft(1L, CAST((${first} * 961 + ${second} * 31 + ${third} + length(_t) * 7) % 62 AS INT))`;
  return `aggregate(transform(split(${text}, ' '), _t -> ${bit}), 0L, (_x, _y) -> _x | _y)`;
}
