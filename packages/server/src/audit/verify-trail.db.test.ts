import { Client } from "pg";
import { beforeEach, expect, test } from "vitest";
import { anActor, insertPerson, insertBatch, runAsAdmin, testDatabase } from "#testing";
import { inTransaction } from "#database";
import { recordChange, verifyTrail } from "./index.ts";

const database = testDatabase();
const note = async (objectId: string) => {
  const actor = anActor(database.app, "MGR");
  await inTransaction(database.app, actor, (tx) =>
    recordChange(database.app, tx, actor, { action: "test", objectType: "test", objectId }),
  );
};

beforeEach(async () => {
  await Promise.all(["a", "b", "c", "d"].map(note));
  const batchId = await insertBatch(database.app, "village-list");
  await insertPerson(database.app, batchId, { name: "Seseorang" });
});

test("the trail as it was written is whole, also when many wrote at once and when old rows are forgotten", async () => {
  expect(await verifyTrail(database.app)).toEqual({ entries: 4, fault: null });
  await runAsAdmin(database.url, [
    "update app_private.links set at = at - interval '11 years' where link = 1 and strand = 1",
  ]);
  await runAsAdmin(database.url, [
    "delete from audit.entries where id = (select row_id from app_private.links where link = 1 and strand = 1)",
  ]);
  expect(await verifyTrail(database.app)).toMatchObject({ fault: null });
});

test.each([
  ["changed", "update audit.entries set details = '{\"n\": 1}' where object_id = 'c'"],
  ["removed", "delete from audit.entries where object_id = 'b'"],
  [
    "inserted",
    `set session_replication_role = replica; insert into audit.entries (id, region_code, actor_id, actor_role, action, object_type, object_id)
     values (gen_random_uuid(), '13.77', gen_random_uuid(), 'MGR', 'x', 'x', 'x')`,
  ],
  [
    "broken",
    "update app_private.links set hash = sha256('x') where row_id = (select id from audit.entries where object_id = 'd')",
  ],
  [
    "removed",
    "truncate app_private.links; set session_replication_role = replica; delete from audit.entries",
  ],
])("a row that was %s is named, whoever did it", async (kind, statement) => {
  const owner = new Client(database.url);
  await owner.connect();
  await owner.query(statement);
  await owner.end();
  const state = await verifyTrail(database.app);
  expect(state).toMatchObject({ fault: { kind } });
});
