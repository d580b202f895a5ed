/** A condition of Splink as a tree. Columns keep the spelling of the source; `side` says which record they are read from. */
export type SqlTree =
  | { kind: "column"; name: string; side: "left" | "right" }
  | { kind: "literal"; value: string | number | boolean | null }
  | { kind: "call"; name: string; args: SqlTree[] }
  | { kind: "operator"; name: SqlOperator; args: SqlTree[] };
export type SqlOperator =
  | "and"
  | "or"
  | "not"
  | "is-null"
  | "concat"
  | "-"
  | "="
  | "<>"
  | "<"
  | "<="
  | ">"
  | ">=";

type Token = { kind: "name" | "quoted" | "text" | "number" | "sign"; text: string };

/** What stands in a condition that this reader does not know; the words say which piece. */
export class UnreadableSql extends Error {}

/** Reads one condition as Splink writes it: comparisons with `first_name_l`, blocking rules with `l.first_name`. */
export function readSql(sql: string): SqlTree {
  const reader: Reader = { tokens: tokensOf(sql), at: 0 };
  const tree = readEither(reader);
  const rest = reader.tokens[reader.at];
  if (rest) throw new UnreadableSql(`"${rest.text}" after the condition`);
  return tree;
}

type Reader = { tokens: Token[]; at: number };

const tokenPattern =
  /\s*(?:"((?:[^"]|"")+)"|`([^`]+)`|'((?:[^']|'')*)'|([0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)|([A-Za-z_][A-Za-z0-9_]*)|(<=|>=|<>|!=|\|\||[=<>(),.+*/-]))/y;

function tokensOf(sql: string): Token[] {
  const tokens: Token[] = [];
  const end = sql.trimEnd().length;
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < end) {
    const from = tokenPattern.lastIndex;
    const found = tokenPattern.exec(sql);
    if (!found) throw new UnreadableSql(`"${sql.slice(from).trim().slice(0, 12)}"`);
    const [, quoted, ticked, text, number, name, sign] = found;
    if (quoted !== undefined) tokens.push({ kind: "quoted", text: quoted.replaceAll('""', '"') });
    else if (ticked !== undefined) tokens.push({ kind: "quoted", text: ticked });
    else if (text !== undefined) tokens.push({ kind: "text", text: text.replaceAll("''", "'") });
    else if (number !== undefined) tokens.push({ kind: "number", text: number });
    else if (name !== undefined) tokens.push({ kind: "name", text: name });
    else tokens.push({ kind: "sign", text: sign ?? "" });
  }
  return tokens;
}

const isWord = (token: Token | undefined, word: string): boolean =>
  token?.kind === "name" && token.text.toUpperCase() === word;
const isSign = (token: Token | undefined, sign: string): boolean =>
  token?.kind === "sign" && token.text === sign;
const peek = (reader: Reader): Token | undefined => reader.tokens[reader.at];

function takeWord(reader: Reader, word: string): boolean {
  if (!isWord(peek(reader), word)) return false;
  reader.at++;
  return true;
}

function takeSign(reader: Reader, sign: string): boolean {
  if (!isSign(peek(reader), sign)) return false;
  reader.at++;
  return true;
}

function expectSign(reader: Reader, sign: string): void {
  if (!takeSign(reader, sign))
    throw new UnreadableSql(`"${peek(reader)?.text ?? "the end"}" where "${sign}" should stand`);
}

const operator = (name: SqlOperator, ...args: SqlTree[]): SqlTree => ({ kind: "operator", name, args });

function readEither(reader: Reader): SqlTree {
  const parts = [readBoth(reader)];
  while (takeWord(reader, "OR")) parts.push(readBoth(reader));
  return parts.length === 1 && parts[0] ? parts[0] : operator("or", ...parts);
}

function readBoth(reader: Reader): SqlTree {
  const parts = [readNot(reader)];
  while (takeWord(reader, "AND")) parts.push(readNot(reader));
  return parts.length === 1 && parts[0] ? parts[0] : operator("and", ...parts);
}

const readNot = (reader: Reader): SqlTree =>
  takeWord(reader, "NOT") ? operator("not", readNot(reader)) : readPredicate(reader);

const comparators: readonly [sign: string, name: SqlOperator][] = [
  ["=", "="],
  ["<>", "<>"],
  ["!=", "<>"],
  ["<=", "<="],
  [">=", ">="],
  ["<", "<"],
  [">", ">"],
];

function readPredicate(reader: Reader): SqlTree {
  const value = readSum(reader);
  if (takeWord(reader, "IS")) {
    const negated = takeWord(reader, "NOT");
    if (!takeWord(reader, "NULL")) throw new UnreadableSql("IS without NULL");
    return negated ? operator("not", operator("is-null", value)) : operator("is-null", value);
  }
  const found = comparators.find(([sign]) => isSign(peek(reader), sign));
  if (!found) return value;
  reader.at++;
  return operator(found[1], value, readSum(reader));
}

function readSum(reader: Reader): SqlTree {
  let value = readValue(reader);
  for (;;) {
    if (takeSign(reader, "||")) value = operator("concat", value, readValue(reader));
    else if (takeSign(reader, "-")) value = operator("-", value, readValue(reader));
    else return value;
  }
}

function readValue(reader: Reader): SqlTree {
  const token = peek(reader);
  if (!token) throw new UnreadableSql("the end where a value should stand");
  reader.at++;
  if (isSign(token, "(")) {
    const inner = readEither(reader);
    expectSign(reader, ")");
    return inner;
  }
  if (token.kind === "text") return { kind: "literal", value: token.text };
  if (token.kind === "number") return { kind: "literal", value: Number(token.text) };
  if (isSign(token, "-") && peek(reader)?.kind === "number")
    return { kind: "literal", value: -Number(reader.tokens[reader.at++]?.text) };
  if (token.kind === "sign") throw new UnreadableSql(`"${token.text}"`);
  if (token.kind === "name") {
    const constant = constants.get(token.text.toUpperCase());
    if (constant !== undefined) return { kind: "literal", value: constant };
    if (takeSign(reader, "("))
      return { kind: "call", name: token.text.toLowerCase(), args: readArgs(reader) };
  }
  return readColumn(reader, token);
}

const constants = new Map<string, boolean | null>([
  ["TRUE", true],
  ["FALSE", false],
  ["NULL", null],
]);

function readArgs(reader: Reader): SqlTree[] {
  const args: SqlTree[] = [];
  if (takeSign(reader, ")")) return args;
  do args.push(readEither(reader));
  while (takeSign(reader, ","));
  expectSign(reader, ")");
  return args;
}

function readColumn(reader: Reader, token: Token): SqlTree {
  const table = token.text.toLowerCase();
  if ((table === "l" || table === "r") && takeSign(reader, ".")) {
    const column = peek(reader);
    if (column?.kind !== "name" && column?.kind !== "quoted") throw new UnreadableSql(`"${table}."`);
    reader.at++;
    return { kind: "column", name: column.text, side: table === "l" ? "left" : "right" };
  }
  const suffix = token.text.slice(-2).toLowerCase();
  if (token.text.length > 2 && (suffix === "_l" || suffix === "_r"))
    return { kind: "column", name: token.text.slice(0, -2), side: suffix === "_l" ? "left" : "right" };
  throw new UnreadableSql(`"${token.text}", which is no column of either record`);
}
