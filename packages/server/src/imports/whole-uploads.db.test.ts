import { createHash, randomBytes } from "node:crypto";
import disk from "node:fs/promises";
import { mkdtempSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Actor } from "#app";
import { ensureRegions } from "#regions";
import { anActor, readRows, testDatabase } from "#testing";
import { filesPerDay } from "./file-quota.ts";
import { advanceImport, getImport, receiveImport, withUpload } from "./index.ts";
import { saveUpload } from "./upload-store.ts";

const realOpen = disk.open;
type Open = typeof disk.open;

/** What `open` is everywhere in this process from now on. */
function openBy(open: Open): void {
  disk.open = open;
  syncBuiltinESMExports();
}
afterEach(() => openBy(realOpen));

const narasI = "13.77.02.2015";
const database = testDatabase();
let operator: Actor;
beforeEach(async () => {
  await ensureRegions(database.app);
  operator = anActor(database.app, "OPR", narasI);
});

const sha = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest();
const keptFiles = () => readdirSync(join(database.app.config.dataDir, "uploads"));

function place(bytes: Uint8Array | string): string {
  const path = join(mkdtempSync(join(database.app.config.dataDir, "send-")), "upload");
  writeFileSync(path, bytes);
  return path;
}

const noRoom = async () => {
  throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
};

function receive(bytes: Uint8Array | string, of: Partial<Parameters<typeof receiveImport>[2]> = {}) {
  const { app } = database;
  const operationId = app.newId();
  const path = place(bytes);
  return receiveImport(app, operator, { operationId, kind: "village-list", fileName: "a.csv", path, ...of });
}

const list = (serial: number) =>
  `NIK;Nama;Tgl Lahir;L/P;Pekerjaan\n1377920105790${String(serial).padStart(3, "0")};ROSMANIAR;01/05/1979;L;Nelayan\n`;

/** From now on a disk that takes less than it is given, and now and then has no room at all. */
function nearlyFull(): void {
  let asked = 0;
  openBy(async (path, ...rest) => {
    const file = await realOpen(path, ...rest);
    if (!String(path).endsWith(".new")) return file;
    const write = file.write.bind(file) as (
      bytes: Uint8Array,
      at?: number,
      length?: number,
    ) => Promise<unknown>;
    file.write = (async (bytes: Uint8Array, at = 0, length = bytes.length - at) => {
      asked += 1;
      if (asked % 7 === 0) throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
      return write(bytes, at, Math.max(1, Math.ceil(length / ((asked % 3) + 1))));
    }) as never;
    return file;
  });
}

test("of 200 uploads to a disk that is nearly full none is acknowledged and lost, and none refused leaves anything", async () => {
  const { app } = database;
  nearlyFull();
  const kept = new Map<string, Buffer>();
  let refused = 0;
  for (let n = 0; n < 200; n += 1) {
    const bytes = randomBytes(20_000 + n * 97);
    const id = app.newId();
    try {
      await saveUpload(app, id, { path: place(bytes), bytes: bytes.length, hash: sha(bytes) });
      kept.set(id, bytes);
    } catch (error) {
      expect(error).toMatchObject({ code: "disk-full" });
      refused += 1;
    }
  }
  expect(refused).toBeGreaterThan(20);
  expect(kept.size).toBeGreaterThan(20);
  expect(keptFiles().toSorted()).toEqual([...kept.keys()].toSorted());
  for (const [id, bytes] of kept)
    await withUpload(app, { id, fileBytes: bytes.length }, async (path) =>
      expect(readFileSync(path).equals(bytes)).toBe(true),
    );
});

test("an upload that a full disk refuses leaves no batch behind, and comes in when there is room", async () => {
  openBy(async (path, ...rest) => {
    const file = await realOpen(path, ...rest);
    if (String(path).endsWith(".new")) file.write = noRoom;
    return file;
  });
  await expect(receive(list(1))).rejects.toMatchObject({ code: "disk-full" });
  expect(await readRows(database.app, "select 1 from app.import_batches")).toEqual([]);
  openBy(realOpen);
  const { batch, repeated } = await receive(list(1));
  expect({ state: batch.state, repeated }).toEqual({ state: "received", repeated: false });
});

test.each([
  ["cut short", (path: string, size: number) => truncateSync(path, size - 10)],
  [
    "altered",
    (path: string) => {
      const bytes = readFileSync(path);
      bytes[bytes.length - 1]! ^= 0xff;
      writeFileSync(path, bytes);
    },
  ],
  ["emptied", (path: string) => truncateSync(path, 0)],
])("an original that was %s is told in words, and the same bytes may be sent again", async (_, harm) => {
  const { app } = database;
  const { batch } = await receive(list(2));
  const path = join(app.config.dataDir, "uploads", batch.id);
  harm(path, statSync(path).size);
  await advanceImport(app, batch.id);
  expect(await getImport(app, operator, { batchId: batch.id })).toMatchObject({
    state: "refused",
    refusal: { code: "E-DAMAGED" },
  });
  const again = await receive(list(2));
  expect(again.repeated).toBe(false);
  await advanceImport(app, again.batch.id);
  expect(await getImport(app, operator, { batchId: again.batch.id })).toMatchObject({ state: "checked" });
});

test("the same bytes sent ten times at once are one batch with one original", async () => {
  const sent = await Promise.all(Array.from({ length: 10 }, () => receive(list(3))));
  expect(new Set(sent.map(({ batch }) => batch.id)).size).toBe(1);
  expect(sent.filter(({ repeated }) => !repeated)).toHaveLength(1);
  expect(keptFiles()).toEqual([sent[0]!.batch.id]);
  expect(await readRows(database.app, "select 1 from app.import_batches")).toHaveLength(1);
});

test("nobody sends more files a day than the limit, and whoever sits at the machine is not counted", async () => {
  const { app } = database;
  for (let n = 0; n < filesPerDay; n += 1) await receive(list(100 + n));
  await expect(receive(list(900))).rejects.toMatchObject({
    code: "rate-limited",
    details: { reason: "files-per-day", limit: filesPerDay },
  });
  expect(keptFiles()).toHaveLength(filesPerDay);
  await receive(list(900), { isAtMachine: true });
  await database.setNow("2026-11-22T02:00:00Z");
  expect((await receive(list(901))).repeated).toBe(false);
  expect(readdirSync(join(app.config.dataDir, "uploads"))).toHaveLength(filesPerDay + 2);
}, 60_000);
