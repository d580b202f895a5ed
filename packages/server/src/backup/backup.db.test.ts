import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { actorOf, createDemoAccounts, signIn } from "#accounts";
import type { Actor, Config } from "#app";
import { startReleases } from "#releases";
import { holdsData, migrate, moveClock, openDatabase } from "#database";
import { advanceImport, applyImport, getImport, receiveImport } from "#imports";
import { loadKeys } from "#keys";
import { verifyLedger } from "#ledger";
import { ensureRegions } from "#regions";
import { makeAuth } from "#sessions";
import {
  anActor,
  anEndorsedPerson,
  aSponsoredWorker,
  emptyDatabase,
  openCity,
  readRows,
  testDatabase,
} from "#testing";
import { passDay } from "#work";
import { connectBypassing, listMigrations, listTables } from "./backup.store.ts";
import { restoreBackup, writeBackup, writePlain } from "./index.ts";

const village = "13.77.02.2015";
const database = testDatabase();
let folder = "";
let operator: Actor;
let uploadId = "";

/** A city with people, an account, a published number, a file applied and a file that nobody has looked at yet. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "tuwai-backup-"));
  const { app } = database;
  await ensureRegions(app);
  await openCity(app);
  operator = anActor(app, "OPR", village);
  const manager = { email: "mgr@demo.tuwai.id", name: "Manajer", role: "MGR" } as const;
  await createDemoAccounts(app, [manager], "kata sandi yang panjang");
  await anEndorsedPerson(app);
  const applied = await send("ROSMANIAR", 1);
  await advanceImport(app, applied);
  await applyImport(app, operator, { operationId: app.newId(), batchId: applied });
  await advanceImport(app, applied);
  await startReleases(app);
  uploadId = await send("SYAFRIL", 2);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a backup restored into an empty database", () => {
  test("holds every row of every table and every sealed original, and the work goes on there", async () => {
    const { app } = database;
    const path = join(folder, "kota.tuwai");
    const summary = await writeBackup(app.config, app.keys, path);
    expect(summary).toMatchObject({ path, files: 2 });
    const target = await aNewPlace();
    const restored = await restoreBackup(target, app.keys, path);
    expect(restored.rows).toBe(summary.rows);
    const before = await fingerprints(database.url);
    expect(before.get("app.persons")?.rows).toBe(2);
    expect(before.get("auth.account")?.rows).toBe(1);
    expect(await fingerprints(target.databaseUrl)).toEqual(before);
    expect(uploadsOf(target)).toEqual(uploadsOf(app.config));

    const db = openDatabase(target.databaseUrl, app.keys);
    const other = { ...app, config: target, db };
    await advanceImport(other, uploadId);
    const batch = await getImport(other, operator, { batchId: uploadId });
    expect(batch).toMatchObject({ state: "checked", counts: { accepted: 1 } });
    expect(await epochOf(target.databaseUrl)).toBe((await epochOf(database.url)) + 1);
    await db.close();
  });

  test("has the books as they were written, and they go on there", async () => {
    const { app } = database;
    await aSponsoredWorker(app);
    await passDay(app);
    const { entries } = await verifyLedger(app);
    const path = join(folder, "kota.tuwai");
    await writeBackup(app.config, app.keys, path);
    const target = await aNewPlace();
    await restoreBackup(target, app.keys, path);
    expect((await fingerprints(target.databaseUrl)).get("app.ledger_entries")?.rows).toBeGreaterThan(0);
    expect(await fingerprints(target.databaseUrl)).toEqual(await fingerprints(database.url));
    await moveClock(target.databaseUrl, app.clock.now());
    const db = openDatabase(target.databaseUrl, app.keys);
    const there = { ...app, config: target, db };
    expect(await verifyLedger(there)).toMatchObject({ ok: true, entries });
    await aSponsoredWorker(there);
    await passDay(there);
    const later = await verifyLedger(there);
    expect(later.ok).toBe(true);
    expect(later.entries).toBeGreaterThan(entries);
    await db.close();
  });

  test("made by an older version comes into the schema of its time, and is brought up to date", async () => {
    const { app } = database;
    const migrations = await readMigrations(database.url);
    const older = await aNewPlace();
    const of = { keys: app.keys, regionCode: app.config.regionCode, production: false };
    await migrate(older.databaseUrl, { ...of, only: migrations.slice(0, -1) });
    const path = join(folder, "dahulu.tuwai");
    await writeBackup(older, app.keys, path);
    const target = await aNewPlace();
    await restoreBackup(target, app.keys, path);
    expect(await readMigrations(older.databaseUrl)).toEqual(migrations.slice(0, -1));
    expect(await readMigrations(target.databaseUrl)).toEqual(migrations);
  });

  test("knows nobody who was signed in when it was made", async () => {
    const { app } = database;
    const manager = { email: "mgr@demo.tuwai.id", password: "kata sandi yang panjang" };
    const answer = await signIn(app, manager, new Headers());
    if (answer.outcome !== "signed-in") throw new Error(answer.outcome);
    const cookie = answer.cookies.map((line) => line.split(";")[0]).join("; ");
    const path = join(folder, "kota.tuwai");
    await writeBackup(app.config, app.keys, path);
    const target = await aNewPlace();
    await restoreBackup(target, app.keys, path);
    expect([await countSignedIn(database.url), await countSignedIn(target.databaseUrl)]).toEqual([1, 0]);
    const db = openDatabase(target.databaseUrl, app.keys);
    expect(await actorOf(app, new Headers({ cookie }))).toMatchObject({ role: "MGR" });
    const there = { ...app, config: target, db, auth: makeAuth(target, db, app.keys) };
    expect(await actorOf(there, new Headers({ cookie }))).toBeNull();
    await db.close();
  });

  test("is one moment: rows that come while it is written are in none of its tables", async () => {
    const { app } = database;
    const path = join(folder, "kota.tuwai");
    const late: Promise<unknown>[] = [];
    const summary = await writeBackup(app.config, app.keys, path, () => {
      if (late.length === 0) late.push(anEndorsedPerson(app));
    });
    await Promise.all(late);
    const target = await aNewPlace();
    expect((await restoreBackup(target, app.keys, path)).rows).toBe(summary.rows);
    expect((await fingerprints(target.databaseUrl)).get("app.persons")?.rows).toBe(2);
    expect(await readRows(app, "select from app.persons")).toHaveLength(3);
  });
});

describe("a backup that cannot be trusted is refused, and a good one still goes in afterwards", () => {
  test("with one altered byte, wherever it stands", async () => {
    const path = await aBackup();
    const target = await aNewPlace();
    const bytes = readFileSync(path);
    const altered = join(folder, "berubah.tuwai");
    for (const share of [0, 0.01, 0.3, 0.6, 0.99]) {
      const copy = Buffer.from(bytes);
      const place = Math.floor((copy.length - 1) * share);
      copy[place] = copy[place]! ^ 1;
      writeFileSync(altered, copy);
      await expect(restoreBackup(target, database.app.keys, altered)).rejects.toMatchObject({
        code: "invalid-input",
      });
    }
    await comesBack(target, path);
  });

  test("broken off at any piece", async () => {
    const path = await aBackup();
    const target = await aNewPlace();
    const short = join(folder, "putus.tuwai");
    const { length } = readFileSync(path);
    for (const kept of [10, Math.floor(length / 2), length - 1]) {
      copyFileSync(path, short);
      truncateSync(short, kept);
      await expect(restoreBackup(target, database.app.keys, short)).rejects.toMatchObject({
        code: "invalid-input",
      });
    }
    await comesBack(target, path);
  });

  test("with other keys", async () => {
    const path = await aBackup();
    const target = await aNewPlace();
    const others = loadKeys(join(folder, "other-keys"), () => true);
    await expect(restoreBackup(target, others, path)).rejects.toMatchObject({ code: "invalid-input" });
    expect(await holdsData(target.databaseUrl)).toBe(false);
    await comesBack(target, path);
  });

  test("of another city", async () => {
    const path = await aBackup();
    const target = await aNewPlace();
    await expect(
      restoreBackup({ ...target, regionCode: "13.76" }, database.app.keys, path),
    ).rejects.toMatchObject({ code: "invalid-input" });
    await comesBack(target, path);
  });

  test("over a city that stands already, which keeps all it has", async () => {
    const { app } = database;
    const path = await aBackup();
    const before = await fingerprints(database.url);
    await expect(restoreBackup(app.config, app.keys, path)).rejects.toMatchObject({ code: "conflict" });
    expect(await fingerprints(database.url)).toEqual(before);
  });
});

test("neither a NIK nor a name stands readable in a backup", async () => {
  const bytes = readFileSync(await aBackup()).toString("latin1");
  expect(bytes).not.toMatch(/13779\d{11}/);
  expect(bytes).not.toContain("ROSMANIAR");
});

async function send(name: string, serial: number): Promise<string> {
  const { app } = database;
  const path = join(folder, `${name}.csv`);
  writeFileSync(path, `NIK;Nama;Tgl Lahir\n137792010579000${serial};${name};01-05-1979\n`);
  const { batch } = await receiveImport(app, operator, {
    operationId: app.newId(),
    kind: "village-list",
    fileName: `${name}.csv`,
    path,
  });
  return batch.id;
}

async function aBackup(): Promise<string> {
  const path = join(folder, "kota.tuwai");
  await writeBackup(database.app.config, database.app.keys, path);
  return path;
}

/** An empty database and data folder with the city's own keys. */
async function aNewPlace(): Promise<Config> {
  const dataDir = mkdtempSync(join(folder, "tempat-"));
  copyFileSync(join(inject("testServer").dataDir, "keys"), join(dataDir, "keys"));
  return { ...database.app.config, dataDir, databaseUrl: await emptyDatabase() };
}

async function readMigrations(url: string): Promise<readonly string[]> {
  const client = await connectBypassing(url);
  try {
    return (await listMigrations(client)).map(({ name }) => name);
  } finally {
    await client.end();
  }
}

async function comesBack(target: Config, path: string): Promise<void> {
  await restoreBackup(target, database.app.keys, path);
  expect(await fingerprints(target.databaseUrl)).toEqual(await fingerprints(database.url));
  expect(uploadsOf(target)).toEqual(uploadsOf(database.app.config));
}

async function countSignedIn(url: string): Promise<number> {
  const client = await connectBypassing(url);
  try {
    const { rows } = await client.query<{ n: number }>(
      `select ((select count(*) from auth."session") + (select count(*) from auth."verification"))::int as n`,
    );
    return rows[0]!.n;
  } finally {
    await client.end();
  }
}

type Fingerprint = { readonly rows: number; readonly hash: string };

/** Every table's number of rows and a hash over their whole content, whatever their order. */
async function fingerprints(url: string): Promise<ReadonlyMap<string, Fingerprint>> {
  const client = await connectBypassing(url);
  try {
    const found = new Map<string, Fingerprint>();
    for (const { name } of await listTables(client)) {
      const { rows } = await client.query<Fingerprint>(
        `select count(*)::int as rows, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from ${name} t`,
      );
      found.set(name, rows[0]!);
    }
    return found;
  } finally {
    await client.end();
  }
}

function uploadsOf({ dataDir }: Config): ReadonlyMap<string, string> {
  const folder = join(dataDir, "uploads");
  return new Map(
    readdirSync(folder)
      .toSorted()
      .map((name) => [name, readFileSync(join(folder, name), "base64")]),
  );
}

async function epochOf(url: string): Promise<number> {
  const client = new Client(url);
  await client.connect();
  const { rows } = await client.query<{ epoch: string }>(
    "select restore_epoch as epoch from app_private.installation",
  );
  await client.end();
  return Number(rows[0]!.epoch);
}

describe("everything in plain, for another program", () => {
  test("holds every record with its sealed numbers opened, and no secret of signing in", async () => {
    const { app } = database;
    const out = join(folder, "keluar");
    const summary = await writePlain(app.config, app.keys, out);
    expect(statSync(out).mode & 0o777).toBe(0o700);
    const files = readdirSync(out);
    expect(files).toHaveLength(summary.tables);
    expect(files.filter((name) => name.startsWith("auth."))).toEqual([]);
    const persons = readFileSync(join(out, "app.persons.csv"), "utf8").split("\r\n");
    expect(persons).toHaveLength(4);
    expect(persons[0]!.split(",")).toContain("nik");
    expect(persons.slice(1).join()).toMatch(/1377\d{2}9\d|13779\d{11}/);
    for (const name of files) expect(readFileSync(join(out, name), "utf8")).not.toMatch(/_sealed|\\x0101/);
  });

  test("is not written over anything that is there", async () => {
    const { app } = database;
    await expect(writePlain(app.config, app.keys, folder)).rejects.toMatchObject({ code: "invalid-input" });
  });
});
