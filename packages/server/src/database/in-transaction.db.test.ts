import { sql } from "kysely";
import { expect, test } from "vitest";
import { anActor, testDatabase } from "#testing";
import { asCityFor, asSystem, inTransaction, type Tx } from "./index.ts";

const database = testDatabase();

async function transactionOf(tx: Tx): Promise<string> {
  const { rows } = await sql<{ id: string }>`select pg_current_xact_id()::text as id`.execute(tx);
  return rows[0]!.id;
}

test("the city's own work inside the city's own is part of it, so that it waits for no second connection", async () => {
  const { app } = database;
  const both = await asSystem(app, async (outer) => [
    await transactionOf(outer),
    await asSystem(app, transactionOf),
  ]);
  expect(both[0]).toBe(both[1]);
  expect(await asSystem(app, transactionOf)).not.toBe(both[0]);
});

test("more of the city's own work at once than there are connections, each within another, comes to an end", async () => {
  const { app } = database;
  const many = Array.from({ length: 30 }, () =>
    asSystem(app, (outer) => transactionOf(outer).then(() => asSystem(app, transactionOf))),
  );
  expect(new Set(await Promise.all(many)).size).toBe(30);
});

test("a transaction of another actor inside one of the same login is refused before it waits", async () => {
  const { app } = database;
  const [manager, analyst] = [anActor(app, "MGR"), anActor(app, "MGR")];
  await expect(inTransaction(app, manager, () => inTransaction(app, analyst, transactionOf))).rejects.toThrow(
    "inside another",
  );
  await expect(asSystem(app, () => asCityFor(app, manager, transactionOf))).rejects.toThrow("inside another");
  expect(await inTransaction(app, manager, () => asSystem(app, transactionOf))).toBeTruthy();
});
