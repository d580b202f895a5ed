import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { Client } from "pg";
import { expect, test } from "vitest";
import { readRows, testDatabase } from "#testing";
import { asSystem } from "./index.ts";

const database = testDatabase();

test("a connection that dies between two queries fails its own work only, and the next work gets another", async () => {
  const { app } = database;
  const owner = new Client(database.url);
  await owner.connect();
  const torn = asSystem(app, async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    await owner.query("select pg_terminate_backend($1)", [rows[0]!.pid]);
    // Nobody listens to the connection now but the pool: an error without a listener would end the process.
    await pause(200);
    await sql`select 1`.execute(tx);
  });
  await expect(torn).rejects.toThrow();
  expect(await readRows(app, "select 1 as one")).toEqual([{ one: 1 }]);
  await owner.end();
});
