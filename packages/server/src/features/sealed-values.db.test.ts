import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sealPlaceOf, writePlain } from "#backup";
import { fillEveryTable, placesDatabase } from "#testing";

// What a feature seals is bound to a place that it names itself; a backup in plain and a prepared city find that place by the table, the
// column and the row. Each place in the source is held against them, and one value of each new table is opened.

const database = placesDatabase();
const folder = mkdtempSync(join(tmpdir(), "tuwai-sealed-"));
let owner: Client;

beforeEach(async () => {
  owner = new Client(database.url);
  await owner.connect();
  owner.on("error", () => {});
  await fillEveryTable(owner, database.threads.naras.branch);
});
afterEach(async () => {
  await owner.end();
  rmSync(folder, { recursive: true, force: true });
});

const sources = globSync("{claims,families,alms,aftercare,incident-reports,handovers,releases}/*.ts", {
  cwd: resolve(import.meta.dirname, ".."),
}).filter((name) => !name.includes("test"));

/** Table and column as the features say them: `{ table: "claims", column: "facts", rowId }`. */
const said = sources.flatMap((name) => {
  const text = readFileSync(resolve(import.meta.dirname, "..", name), "utf8");
  return [...text.matchAll(/\{ table: "([a-z_]+)", column: "([a-z_]+)", rowId/g)].map(
    ([, table, column]) => ({ table: table!, column: column! }),
  );
});
/** Where one function seals for several tables. */
const severally = [
  { table: "household_members", column: "told" },
  { table: "child_guardians", column: "told" },
  { table: "alms_pledges", column: "donor" },
  { table: "alms_receipts", column: "donor" },
];
const places = [...said, ...severally];

test("every sealed column of claims, families, alms, releases and what follows has its place, and a plain copy opens it there", async () => {
  const { rows: columns } = await owner.query<{ table: string; column: string }>(
    `select c.relname as table, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
     where c.relkind = 'r' and c.relnamespace = 'app'::regnamespace and a.attname ~ '(^|_)sealed$'
       and c.relname ~ '^(claim|incident|family|house|child|alms|asked|release)' order by 1, 2`,
  );
  expect(columns.length).toBeGreaterThanOrEqual(13);
  const expected = columns.map(({ table, column }) => `${table} ${column.replace(/_sealed$/, "")}`);
  expect([...new Set(places.map(({ table, column }) => `${table} ${column}`))].toSorted()).toEqual(
    expected.toSorted(),
  );
  await owner.query("set session_replication_role = replica");
  // Doubled records have the numbers of those that they were doubled from.
  await owner.query("update app.source_records set nik_sealed = null, family_card_sealed = null");
  for (const { table, column } of columns) await sealOne(table, column);
  const out = join(folder, "keluar");
  await writePlain(database.app.config, database.app.keys, out);
  const opened = columns.filter(({ table, column }) =>
    readFileSync(join(out, `app.${table}.csv`), "utf8").includes(wordOf(table, column)),
  );
  // Pictures are no column of a plain copy: they open, and stay behind.
  expect(columns.filter((each) => !opened.includes(each))).toEqual([
    { table: "claim_documents", column: "sealed" },
  ]);
});

const wordOf = (table: string, column: string) => `kata ${table} ${column}`;

/** Every row of the table sealed as its feature does: by its id, or the child's of a round. */
async function sealOne(table: string, column: string): Promise<void> {
  const { keys } = database.app;
  const of = table === "alms_round_children" ? "round_id || '|' || child_id" : "id::text";
  const { rows } = await owner.query<{ key: string; row: Record<string, unknown> }>(
    `select ${of} as key, to_jsonb(t) as row from app.${table} t`,
  );
  expect({ table, isFilled: rows.length > 0 }).toEqual({ table, isFilled: true });
  for (const { key, row } of rows) {
    const place = { table, column: column.replace(/_sealed$/, ""), rowId: key };
    expect(sealPlaceOf(`app.${table}`, (name) => String(row[name]), column)).toEqual(place);
    const sealed = keys.seal(wordOf(table, column), place);
    await owner.query(`update app.${table} set ${column} = $1 where ${of} = $2`, [sealed, key]);
  }
}
