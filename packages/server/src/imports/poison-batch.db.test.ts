import { mkdtempSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "#app";
import { ensureRegions } from "#regions";
import { anActor, readRows, testDatabase } from "#testing";
import { drainWork, startWork } from "#work";
import { advanceInTurn } from "./advance-in-turn.ts";
import { advanceImport, discardImport, getImport, receiveImport } from "./index.ts";

const narasI = "13.77.02.2015";
const database = testDatabase();
let operator: Actor;
beforeEach(async () => {
  await ensureRegions(database.app);
  operator = anActor(database.app, "OPR", narasI);
});

async function receive(rows: number, sender = operator) {
  const { app } = database;
  const lines = Array.from(
    { length: rows },
    (_, at) =>
      `1377920105${60 + (at % 30)}${String(at % 10_000).padStart(4, "0")};SYAFRIL;01/05/19${60 + (at % 30)};L;Nelayan`,
  );
  const path = join(mkdtempSync(join(app.config.dataDir, "send-")), "upload");
  writeFileSync(path, `NIK;Nama;Tgl Lahir;L/P;Pekerjaan\n${lines.join("\n")}\n`);
  const operationId = app.newId();
  const { batch } = await receiveImport(app, sender, {
    operationId,
    kind: "village-list",
    fileName: "a.csv",
    path,
  });
  return batch;
}

const show = (batchId: string) => getImport(database.app, operator, { batchId });
const setAside = (batchId: string) =>
  discardImport(database.app, operator, { operationId: database.app.newId(), batchId });

async function asOwner(statement: string): Promise<void> {
  const owner = new Client(database.url);
  await owner.connect();
  await owner.query(statement);
  await owner.end();
}

/** Whether somebody holds the file open: its original lies opened meanwhile. */
const openedFiles = () => readdir(join(database.app.config.dataDir, "opened")).catch(() => []);

test("a sender sets a file aside that waits, and one that is being read: the reader ends and nothing of it stays", async () => {
  const { app } = database;
  const waiting = await receive(2);
  await setAside(waiting.id);
  await advanceImport(app, waiting.id);
  expect(await show(waiting.id)).toMatchObject({ state: "discarded" });

  const { id } = await receive(15_000);
  const reading = advanceImport(app, id);
  await expect.poll(async () => (await openedFiles()).length, { timeout: 20_000 }).toBe(1);
  await setAside(id);
  await reading;
  expect(await show(id)).toMatchObject({ state: "discarded", counts: null });
  expect(await readRows(app, "select 1 from app.import_rows")).toEqual([]);
  expect(await openedFiles()).toEqual([]);
}, 60_000);

test("a server that stops in the middle of reading ends at once, and the next one reads the file", async () => {
  const { app } = database;
  const { id } = await receive(15_000);
  const worker = startWork(app);
  await expect.poll(async () => (await openedFiles()).length, { timeout: 20_000 }).toBe(1);
  await worker.stop();
  expect(await openedFiles()).toEqual([]);
  expect(
    await readRows(app, "select attempts, leased_by from app.work where topic like 'import.advance%'"),
  ).toEqual([{ attempts: 0, leasedBy: null }]);
  await drainWork(app);
  expect(await show(id)).toMatchObject({ state: "checked" });
}, 60_000);

test("a file that its reader's process died of three times ends refused in words, as a task of its sender", async () => {
  const { app } = database;
  const { id } = await receive(2);
  await asOwner(
    "update app.work set attempts = 3, deaths = 2, leased_until = clock_timestamp() - interval '1 s'",
  );
  await drainWork(app);
  expect(await show(id)).toMatchObject({
    state: "refused",
    refusal: { code: "E-READER", details: { times: 3 } },
  });
  const again = await receive(2);
  expect(again.id).not.toBe(id);
  await setAside(id);
});

test("a file that takes longer than its turn goes behind those who wait, and simply goes on while nobody does", async () => {
  const { app } = database;
  const alone = await receive(2_000);
  await asOwner("delete from app.work");
  await advanceInTurn(app, alone.id, { millis: 0 });
  expect(await show(alone.id)).toMatchObject({ state: "checked" });

  const slow = await receive(6_000);
  await asOwner("delete from app.work");
  const other = anActor(app, "OPR", "13.77.02.2016");
  const ordinary = await receive(2, other);
  await advanceInTurn(app, slow.id, { millis: 0 });
  expect(await show(slow.id)).toMatchObject({ state: "received", counts: null });
  expect(await readRows(app, "select topic, key from app.work order by topic")).toEqual([
    { topic: "import.advance", key: "13.77.02.2016" },
    { topic: "import.advance-slow", key: narasI },
  ]);
  await drainWork(app);
  expect(await show(slow.id)).toMatchObject({ state: "checked" });
  expect(await getImport(app, other, { batchId: ordinary.id })).toMatchObject({ state: "checked" });
}, 60_000);

test("a list longer than any village has goes behind ordinary ones from the start", async () => {
  const { app } = database;
  await receive(24_000);
  await receive(2, anActor(app, "OPR", "13.77.02.2016"));
  const waiting = await readRows<{ topic: string; key: string }>(
    app,
    "select topic, key from app.work where topic like 'import.advance%' order by topic desc limit 2",
  );
  expect(waiting).toEqual([
    { topic: "import.advance-slow", key: narasI },
    { topic: "import.advance", key: "13.77.02.2016" },
  ]);
});
