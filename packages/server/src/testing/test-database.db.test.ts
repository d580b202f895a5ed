import { sql } from "kysely";
import { Client } from "pg";
import { expect, test } from "vitest";
import { asSystem } from "#database";
import { ensureRegions } from "#regions";
import { testDatabase } from "./test-database.ts";

const database = testDatabase({ now: "2026-11-21T18:00:00Z" });

test("a test starts from the migrated template, without rows", async () => {
  const client = new Client(database.url);
  await client.connect();
  const { rows } = await client.query<{ places: number; steps: number }>(
    "select (select count(*)::int from app.regions) as places, (select count(*)::int from app_private.migrations) as steps",
  );
  await client.end();
  expect(rows[0]!.places).toBe(0);
  expect(rows[0]!.steps).toBeGreaterThan(0);
});

test("rows committed by a test can be read back through another transaction", async () => {
  expect(await ensureRegions(database.app)).toBeGreaterThanOrEqual(76);
  const names = await asSystem(database.app, async (tx) => {
    const { rows } = await sql<{ name: string }>`select name from app.regions where kind = 'kota'`.execute(
      tx,
    );
    return rows.map((row) => row.name);
  });
  expect(names).toHaveLength(1);
});

test("rows of the test before are gone", async () => {
  const count = await asSystem(database.app, async (tx) => {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from app.regions`.execute(tx);
    return rows[0]!.count;
  });
  expect(count).toBe(0);
});

test("the clock stands still in Jakarta until the test moves it", async () => {
  expect(database.app.clock.today()).toBe("2026-11-22");
  await database.setNow("2027-01-01T00:00:00Z");
  expect(database.app.clock.today()).toBe("2027-01-01");
});
