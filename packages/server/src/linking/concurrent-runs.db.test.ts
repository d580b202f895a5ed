import { beforeEach, expect, test } from "vitest";
import type { App } from "#app";
import { asSystem, beside, lockCity } from "#database";
import { insertBatch, insertPerson, insertPlaces, insertRecord, readRows, testDatabase } from "#testing";
import { linkBatch } from "./index.ts";
import { lockLinks } from "./link.store.ts";

const database = testDatabase();
let app: App;

beforeEach(async () => {
  app = database.app;
  await insertPlaces(app);
});

const elsewhere = (): App => ({ ...app, config: { ...app.config, regionCode: "13.76" } });

/** How many sessions of this database wait for such a lock. */
async function waiting(): Promise<number> {
  const [row] = await readRows<{ n: number }>(
    app,
    `select count(*)::int as n from pg_locks where locktype = 'advisory' and not granted
       and database = (select oid from pg_database where datname = current_database())`,
  );
  return row!.n;
}

async function untilWaiting(count: number): Promise<void> {
  const deadline = Date.now() + 10_000;
  while ((await waiting()) < count) {
    if (Date.now() > deadline) throw new Error("nobody waits");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test("two linking runs of one city write one after the other, so that neither can wait for the other's persons", async () => {
  const listId = await insertBatch(app, "village-list");
  const nik = "1377934305790001";
  const described = { name: "Rosmaniar", nik, birthDate: "1979-05-03", sex: "female" } as const;
  await insertPerson(app, listId, described);
  const registryId = await insertBatch(app, "dtsen");
  await insertRecord(app, { id: registryId, kind: "dtsen" }, described);
  const runs: Promise<void>[] = [];
  await asSystem(app, async (tx) => {
    await lockLinks(tx);
    for (const batchId of [listId, registryId]) runs.push(beside(() => linkBatch(app, { batchId })));
    await untilWaiting(2);
  });
  await Promise.all(runs);
  expect(await readRows(app, "select kind from app.links")).toEqual([{ kind: "dtsen" }]);
});

test("another city on the same database waits for nobody", async () => {
  for (const work of ["links", "one-payer", "receipts", "cover-refresh", "coverage-publication"]) {
    await asSystem(app, async (tx) => {
      await lockCity(tx, work);
      await beside(() => asSystem(elsewhere(), (other) => lockCity(other, work)));
      expect(await waiting()).toBe(0);
    });
  }
});
