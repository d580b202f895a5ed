import { beforeEach, expect, test } from "vitest";
import { placesDatabase, readRows, withoutRowPolicies } from "#testing";
import { guardedTables } from "./table-owners.ts";
import { type Asked, askedAbout, bagOf } from "./testing-bag.ts";
import { actorIn, allowedRoles } from "./testing-roles.ts";
import { ask, listUseCases } from "./testing-use-cases.ts";

const database = placesDatabase();
let naras: Asked;

beforeEach(async () => {
  naras = await askedAbout(database.app, database.threads.naras);
});

const nik = "1377930101800001";

/** What staff write in their own words, by the fields that use cases take it in; those asked together stand in no change together. */
const written = [
  ["text"],
  ["note"],
  ["reason"],
  ["title", "shows"],
  ["source", "words", "account"],
  ["reference", "denominatorSource", "agreement"],
  ["contact", "office", "denominatorAsOf", "label"],
] as const;

/** Where the bag needs more for a use case to come as far as its words. */
const besides: Readonly<Record<string, object>> = {
  "chart-note.write": { chart: "tren" },
};

async function tablesHolding(text: string): Promise<readonly string[]> {
  const { app, close } = withoutRowPolicies(database.app, database.url);
  const each = guardedTables.map(
    ([table]) => `select '${table}' as name where exists (select 1 from ${table} t where t::text like ?)`,
  );
  const rows = await readRows<{ name: string }>(
    app,
    each.join(" union all "),
    ...each.map(() => `%${text}%`),
  );
  await close();
  return rows.map(({ name }) => name);
}

/** Every change asked with a sentence in each of its own words; answers with those whose answer repeats the number. */
async function writeEverywhere(sentence: string, number: string, only?: readonly string[]) {
  const changes = (await listUseCases()).filter(
    ({ kind, useCase }) => kind !== "read" && (only?.includes(useCase) ?? true),
  );
  const told: string[] = [];
  for (const fields of written) {
    const words = Object.fromEntries(fields.map((field) => [field, sentence]));
    for (const useCase of changes) {
      const [role] = allowedRoles(useCase);
      if (role === undefined) continue;
      const bag = { ...bagOf(database.app, naras), ...besides[useCase.useCase], ...words };
      const answer = await ask(useCase, database.app, actorIn(database.app, naras, role), bag);
      if (answer.includes(number)) told.push(`${useCase.useCase} ${fields.join(" ")}`);
    }
  }
  return told;
}

test("an identity number that is written into the words of any change is kept in no table", async () => {
  expect(await writeEverywhere(`Budi, NIK ${nik}`, nik)).toEqual([]);
  expect(await tablesHolding(nik)).toEqual([]);
}, 240_000);

test("the same words without such a number are kept, so that the test above can fail", async () => {
  await writeEverywhere("Budi, map 20771", "20771", ["chart-note.write"]);
  expect(await tablesHolding("map 20771")).toContain("app.chart_notes");
});
