import type { Keys } from "#keys";
import { sealPlaceOf } from "#backup";
import { contentHash } from "#people";
import type { ImportedRow } from "@tuwai/domain/intake";
import { bytesField, bytesOf, fromField, none, toField } from "./copy-text.ts";
import { unusable } from "./prepared-file.ts";

/** Rows of one table as fields in the order of these columns. */
export type Shape = { readonly table: string; readonly columns: readonly string[] };

/** What the rows of other tables say that a row's digest also covers. */
export type Known = {
  readonly keys: Keys;
  /** Keyed digests met so far, with the number each stands for. */
  readonly numbers: Map<string, string>;
  readonly batches: Map<string, { readonly kind: string; readonly villageCode: string | null }>;
  /** What was understood of each row of a list, by batch, sheet and row. */
  readonly understood: Map<string, string>;
};

export function newKnown(keys: Keys): Known {
  return { keys, numbers: new Map(), batches: new Map(), understood: new Map() };
}

type Rows = (fields: string[]) => string[];
type Column = Parameters<Keys["blindIndex"]>[0];

/** What a plain hash covers is no secret of the city: it is carried as it is. */
const plainHash = /(^|_)(hash|sha256)$/;

/** What has to be done with a column of bytes; throws for one that nobody has thought of. */
export function roleOf(table: string, column: string): "sealed" | "index" | "content" | "carried" {
  if (column === "sealed" || column.endsWith("_sealed")) return "sealed";
  if (column.endsWith("_index")) return "index";
  if (table === "app.source_records" && column === "content_hash") return "content";
  // Whose secret it was, nobody can know from here: a code given out elsewhere opens nothing.
  if (plainHash.test(column) || column === "secret_digest") return "carried";
  throw unusable(`nobody has said whether ${table}.${column} depends on the city's keys`);
}

const sealedMembers = "app.source_records.attributes";

/** Columns whose sealed text is JSON: most of what a file holds. */
export const sealedJson: ReadonlySet<string> = new Set([
  "app.import_rows.raw_sealed",
  "app.import_rows.clean_sealed",
]);

/** Fields as the city holds them to fields that no key is in. */
export function openRows(shape: Shape & { readonly bytes: readonly string[] }, known: Known): Rows {
  const plan = planOf(shape);
  return (fields) => {
    const row = (column: string) => fields[plan.at(column)]!;
    const plain = [...fields];
    for (const { place, column, base } of plan.sealed) {
      const bytes = bytesOf(fields[place]!);
      if (bytes === null) continue;
      const opened = known.keys.openBytes(bytes, sealPlaceOf(shape.table, row, column));
      plain[place] = sayBytes(opened);
      if (base in indexed) note(known, indexed[base]!, opened.toString("utf8"));
    }
    for (const { place, base, sealedAt } of plan.indexes) {
      const hex = bytesOf(fields[place]!)?.toString("hex");
      if (hex === undefined) continue;
      const number = known.numbers.get(`${base} ${hex}`);
      if (number === undefined) throw unusable(`${shape.table} holds a ${base} that is sealed nowhere`);
      plain[place] = sealedAt >= 0 && plain[sealedAt] === `t${number}` ? "=" : number;
    }
    if (plan.json >= 0) plain[plan.json] = openJson(fields[plan.json]!, row("id"), known);
    noteRow(shape.table, row, (column) => plain[plan.at(column)]!, known);
    if (plan.content >= 0) {
      const expected = contentOf(known, row);
      if (expected !== null && bytesField(expected) === fields[plan.content]) plain[plan.content] = "=";
    }
    return plain;
  };
}

/** Back again, with the keys of the city that is being filled. */
export function sealRows(shape: Shape & { readonly bytes: readonly string[] }, known: Known): Rows {
  const plan = planOf(shape);
  const { keys } = known;
  return (plain) => {
    const row = (column: string) => plain[plan.at(column)]!;
    const fields = [...plain];
    for (const { place, column } of plan.sealed)
      if (plain[place] !== none)
        fields[place] = bytesField(keys.sealBytes(bytesSaid(plain[place]!), sealPlaceOf(shape.table, row, column))); // prettier-ignore
    for (const { place, base, sealedAt } of plan.indexes) {
      const said = plain[place]!;
      if (said === none) continue;
      const number = said === "=" ? plain[sealedAt]!.slice(1) : said;
      fields[place] = bytesField(keys.blindIndex(indexed[base]!, number));
    }
    if (plan.json >= 0) fields[plan.json] = sealJson(plain[plan.json]!, row("id"), keys);
    noteRow(shape.table, row, row, known);
    if (plan.content >= 0 && plain[plan.content] === "=") {
      const hash = contentOf(known, row);
      if (hash === null) throw unusable("a record stands without its row");
      fields[plan.content] = bytesField(hash);
    }
    return fields;
  };
}

/** Numbers that are found by a keyed digest, by the column that holds them sealed. */
const indexed: Readonly<Record<string, Column>> = {
  nik: "nik",
  family_card: "family-card",
  kpj: "kpj",
  nip: "nip",
};

function note(known: Known, kind: Column, number: string): void {
  known.numbers.set(`${baseOf(kind)} ${known.keys.blindIndex(kind, number).toString("hex")}`, number);
}

const baseOf = (kind: Column) => kind.replace("-", "_");

function planOf({ table, columns, bytes }: Shape & { readonly bytes: readonly string[] }) {
  const places = new Map(columns.map((column, place) => [column, place]));
  const at = (column: string) => places.get(column) ?? -1;
  const inRole = (role: string) => bytes.filter((column) => roleOf(table, column) === role);
  return {
    at,
    sealed: inRole("sealed").map((column) => {
      const base = column.replace(/_?sealed$/, "");
      return { place: at(column), column, base };
    }),
    indexes: inRole("index").map((column) => {
      const base = column.replace(/_index$/, "");
      return { place: at(column), base, sealedAt: at(`${base}_sealed`) };
    }),
    content: at(inRole("content")[0] ?? ""),
    json: sealedMembers.startsWith(`${table}.`) ? at(sealedMembers.slice(table.length + 1)) : -1,
  };
}

function noteRow(
  table: string,
  row: (column: string) => string,
  plain: (column: string) => string,
  known: Known,
): void {
  // prettier-ignore
  if (table === "app.import_batches") {
    const village = row("village_code");
    known.batches.set(row("id"), { kind: row("kind"), villageCode: village === none ? null : village });
  }
  if (table === "app.import_rows" && plain("clean_sealed") !== none)
    known.understood.set(keyOf(row), plain("clean_sealed"));
}

const keyOf = (row: (column: string) => string) => `${row("batch_id")}:${row("sheet")}:${row("row_no")}`;

function contentOf(known: Known, row: (column: string) => string): Buffer | null {
  const batch = known.batches.get(row("batch_id"));
  const said = known.understood.get(keyOf(row));
  if (batch === undefined || said === undefined) return null;
  return contentHash(known.keys, batch, JSON.parse(fromField(said.slice(1))) as ImportedRow);
}

/** Bytes as a field: text where they are text. */
function sayBytes(bytes: Buffer): string {
  const text = bytes.toString("utf8");
  return Buffer.from(text, "utf8").equals(bytes) ? sayText(text) : `b${bytes.toString("base64")}`;
}

/** The text of an opened field; how `sayBytes` writes it is undone by `sayText`. */
export function textSaid(field: string): string {
  return bytesSaid(field).toString("utf8");
}

export function sayText(text: string): string {
  return `t${toField(text)}`;
}

function bytesSaid(field: string): Buffer {
  return field[0] === "t" ? Buffer.from(fromField(field.slice(1)), "utf8") : Buffer.from(field.slice(1), "base64"); // prettier-ignore
}

/** Members such as `nipSealed` and `nipIndex` of a record's attributes. */
function openJson(field: string, rowId: string, known: Known): string {
  if (!field.includes('Sealed"')) return field;
  const members = JSON.parse(fromField(field)) as Record<string, unknown>;
  for (const [name, value] of Object.entries(members)) {
    if (!name.endsWith("Sealed") || typeof value !== "string") continue;
    const base = snake(name.slice(0, -"Sealed".length));
    const place = { table: "source_records", column: base, rowId };
    const text = known.keys.open(Buffer.from(value, "base64"), place);
    members[name] = text;
    if (base in indexed) note(known, indexed[base]!, text);
    if (`${base}Index` in members) members[`${base}Index`] = "=";
  }
  return toField(JSON.stringify(members));
}

function sealJson(field: string, rowId: string, keys: Keys): string {
  if (!field.includes('Sealed"')) return field;
  const members = JSON.parse(fromField(field)) as Record<string, unknown>;
  for (const [name, text] of Object.entries(members)) {
    if (!name.endsWith("Sealed") || typeof text !== "string") continue;
    const base = snake(name.slice(0, -"Sealed".length));
    members[name] = keys.seal(text, { table: "source_records", column: base, rowId }).toString("base64");
    if (members[`${base}Index`] === "=") members[`${base}Index`] = keys.blindIndex(indexed[base]!, text).toString("hex"); // prettier-ignore
  }
  return toField(JSON.stringify(members));
}

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
