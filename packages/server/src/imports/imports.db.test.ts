import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app";
import { loginName } from "#database";
import { ensureRegions } from "#regions";
import { anActor, readRows, testDatabase } from "#testing";
import { applyChunk } from "./apply-batch.ts";
import {
  advanceImport,
  applyImport,
  approveImport,
  discardImport,
  getImport,
  type ImportBatch,
  listImportRows,
  listImports,
  mapColumns,
  receiveImport,
  undoImport,
} from "./index.ts";

const narasI = "13.77.02.2015";
const balaiNaras = "13.77.02.2016";
const header = "No;Nama Lengkap;NIK;No KK;Tgl Lahir;L/P;Pekerjaan;No HP";
const database = testDatabase();
let operator: Actor;
let head: Actor;

beforeEach(async () => {
  await ensureRegions(database.app);
  operator = anActor(database.app, "OPR", narasI);
  head = anActor(database.app, "KDS", narasI);
});

describe("a village list", () => {
  test("becomes persons, and every physical row is accounted for", async () => {
    const batch = await send(
      listOf(["ROSMANIAR", "SYAFRIL", "YUSNIDAR"], { tail: [";;;;;;;", "Jumlah;3;;;;;;"] }),
    );
    expect(batch).toMatchObject({
      state: "checked",
      counts: { read: 6, accepted: 3, repair: 0, skipped: 3 },
    });
    const applied = await apply(batch);
    expect(applied.counts).toEqual({
      read: 6,
      accepted: 3,
      repair: 0,
      skipped: 3,
      detail: { applied: 3, unchanged: 0, quarantined: 0, duplicate: 0, blank: 1, header: 2 },
    });
    expect(await persons()).toEqual(["ROSMANIAR", "SYAFRIL", "YUSNIDAR"]);
  });

  test("sent again as the same file is the same batch, with no effect", async () => {
    const text = listOf(["ROSMANIAR"]);
    const first = await apply(await send(text));
    const { batch, repeated } = await receive(text);
    expect(repeated).toBe(true);
    expect(batch.code).toBe(first.code);
    expect(await persons()).toEqual(["ROSMANIAR"]);
    expect(readdirSync(join(database.app.config.dataDir, "uploads"))).toEqual([first.id]);
  });

  test("may take longer than a statement may: whoever comes second waits and finds the work done", async () => {
    const { batch } = await receive(listOf(["ROSMANIAR"]));
    const owner = new Client(database.url);
    await owner.connect();
    const shortly = `alter role ${loginName("app_village", database.app.keys)} in database "${new URL(database.url).pathname.slice(1)}" set statement_timeout = '200ms'`;
    await owner.query(shortly);
    await owner.query("begin");
    await owner.query("select pg_advisory_xact_lock(hashtextextended('import|' || $1, 0))", [batch.id]);
    const second = advanceImport(database.app, batch.id);
    await pause(800);
    await owner.query("commit");
    await owner.end();
    await second;
    expect((await show(batch)).state).toBe("checked");
  });

  test("sent again as another file leaves the rows unchanged and adds nobody", async () => {
    await apply(await send(listOf(["ROSMANIAR", "SYAFRIL"])));
    const second = await apply(await send(`DAFTAR TERBARU;;;;;;;\n${listOf(["ROSMANIAR", "SYAFRIL"])}`));
    expect(second.counts!.detail).toMatchObject({ applied: 0, unchanged: 2 });
    expect(await persons()).toEqual(["ROSMANIAR", "SYAFRIL"]);
  });

  test("with a new phone number updates the person, and a blank never wipes out what was known", async () => {
    await apply(
      await send(
        `${header}\n1;ROSMANIAR;1377920105790001;1377920101100001;03/05/1979;P;Penjual ikan;081234567890\n`,
      ),
    );
    await apply(await send(`${header}\n1;ROSMANIAR;1377920105790001;1377920101100001;;P;;081299999999\n`));
    const [person] = await readRows<{ birthDate: string; occupationText: string; version: number }>(
      database.app,
      "select birth_date::text, occupation_text, version from app.persons",
    );
    expect(person).toMatchObject({ birthDate: "1979-05-03", occupationText: "Penjual ikan", version: 2 });
  });

  test("with a numeric NIK is held back row by row, never imported silently", async () => {
    const batch = await send(
      `${header}\n1;ROSMANIAR;1,37792E+15;1377920101100001;03/05/1979;P;Nelayan;\n${rowsOf(["SYAFRIL"], 2)}`,
    );
    expect(batch.counts).toMatchObject({ accepted: 1, repair: 1 });
    const rows = await listImportRows(database.app, operator, {
      batchId: batch.id,
      page: 1,
      outcome: "quarantined",
    });
    expect(rows.rows[0]!.issues.some((issue) => issue.severity === "error")).toBe(true);
  });

  test("killed between two chunks goes on where it stood, and nobody is there twice", async () => {
    const batch = await send(listOf(namesUpTo(450)));
    await applyImport(database.app, operator, { operationId: database.app.newId(), batchId: batch.id });
    await approveImport(database.app, head, { operationId: database.app.newId(), batchId: batch.id });
    await applyChunk(database.app, batch);
    expect(await persons()).toHaveLength(200);
    await advanceImport(database.app, batch.id);
    expect((await show(batch)).counts!.detail.applied).toBe(450);
    expect(new Set(await persons())).toHaveLength(450);
  });

  test("undone takes its persons back and restores what it had replaced", async () => {
    await apply(await send(`${header}\n1;ROSMANIAR;1377920105790001;;03/05/1979;P;Nelayan;\n`));
    const second = await apply(
      await send(
        `${header}\n1;ROSMANIAR ZEN;1377920105790001;;03/05/1979;P;Nelayan;\n2;SYAFRIL;1377920105790002;;01/01/1970;L;Ojek;\n`,
      ),
    );
    expect(await persons()).toEqual(["ROSMANIAR ZEN", "SYAFRIL"]);
    expect(
      await undoImport(database.app, operator, { operationId: database.app.newId(), batchId: second.id }),
    ).toEqual({ outcome: "undone" });
    expect(await persons()).toEqual(["ROSMANIAR"]);
    expect((await show(second)).state).toBe("undone");
  });

  test("cannot be undone after thirty days", async () => {
    const batch = await apply(await send(listOf(["ROSMANIAR"])));
    await database.setNow("2026-12-22T03:00:00Z");
    await expect(
      undoImport(database.app, operator, { operationId: database.app.newId(), batchId: batch.id }),
    ).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("a file that cannot be read", () => {
  test("is refused with a code, keeps no row, and can be laid aside", async () => {
    const batch = await send("ini bukan daftar\n", "catatan.csv");
    expect(batch).toMatchObject({ state: "refused", counts: null });
    expect(batch.refusal!.code).toMatch(/^E-/);
    expect(await readRows(database.app, "select * from app.import_rows")).toEqual([]);
    await discardImport(database.app, operator, { operationId: database.app.newId(), batchId: batch.id });
    expect((await show(batch)).state).toBe("discarded");
  });

  test("with a column that could be two things asks, and remembers the answer for the next file", async () => {
    const batch = await send(unclear("ROSMANIAR"));
    const column = batch.recognition!.columns.find(({ header }) => header === "Kolom X")!;
    const ready = await mapColumns(database.app, operator, {
      operationId: database.app.newId(),
      batchId: batch.id,
      version: batch.version,
      choices: [{ column: column.column, field: "occupation" }],
    });
    expect(ready).toEqual({ ready: true });
    await advanceImport(database.app, batch.id);
    const next = await send(unclear("SYAFRIL"));
    expect(next.recognition!.columns.find(({ header }) => header === "Kolom X")).toMatchObject({
      field: "occupation",
      remembered: true,
    });
  });
});

describe("a second person", () => {
  test("is needed above 200 rows, and may not be the uploader", async () => {
    const batch = await send(listOf(namesUpTo(201)));
    expect(
      await applyImport(database.app, operator, { operationId: database.app.newId(), batchId: batch.id }),
    ).toEqual({ state: "awaiting-approval" });
    expect(await persons()).toEqual([]);
    const asHead: Actor = { ...head, userId: operator.userId };
    await expect(
      approveImport(database.app, asHead, { operationId: database.app.newId(), batchId: batch.id }),
    ).rejects.toMatchObject({ code: "four-eyes" });
    await approveImport(database.app, head, { operationId: database.app.newId(), batchId: batch.id });
    await advanceImport(database.app, batch.id);
    expect(await persons()).toHaveLength(201);
  });

  test("pressing the button twice with one operation has one effect", async () => {
    const batch = await send(listOf(["ROSMANIAR"]));
    const operationId = database.app.newId();
    const first = await applyImport(database.app, operator, { operationId, batchId: batch.id });
    await advanceImport(database.app, batch.id);
    expect(await applyImport(database.app, operator, { operationId, batchId: batch.id })).toEqual(first);
    await expect(
      applyImport(database.app, operator, { operationId: database.app.newId(), batchId: batch.id }),
    ).rejects.toMatchObject({ code: "conflict" });
  });

  test("looking at an outdated preview is told so", async () => {
    const batch = await send(listOf(["ROSMANIAR"]));
    await expect(
      applyImport(database.app, operator, {
        operationId: database.app.newId(),
        batchId: batch.id,
        version: batch.version - 1,
      }),
    ).rejects.toMatchObject({ code: "stale" });
  });
});

describe("access", () => {
  test("another village, another city and an unknown batch are the same not-found", async () => {
    const batch = await send(listOf(["ROSMANIAR"]));
    const strangers = [
      anActor(database.app, "OPR", balaiNaras),
      anActor(database.app, "OPR", "13.76.01.1001", "13.76"),
    ];
    for (const stranger of strangers) {
      await expect(getImport(database.app, stranger, { batchId: batch.id })).rejects.toMatchObject({
        code: "not-found",
        details: {},
      });
      await expect(
        applyImport(database.app, stranger, { operationId: database.app.newId(), batchId: batch.id }),
      ).rejects.toMatchObject({ code: "not-found" });
      expect((await listImports(database.app, stranger, { page: 1 })).rows).toEqual([]);
    }
    await expect(getImport(database.app, operator, { batchId: database.app.newId() })).rejects.toMatchObject({
      code: "not-found",
      details: {},
    });
  });

  test("an operator cannot send another village's list", async () => {
    await expect(receive(listOf(["ROSMANIAR"]), "a.csv", { villageCode: balaiNaras })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(readdirSync(join(database.app.config.dataDir, "uploads"))).toEqual([]);
  });

  test.each(["SPN", "CMT", "EXE", "CHR", "PUB"] as const)("%s may not upload", async (role) => {
    const actor = anActor(database.app, role, role === "CMT" ? "13.77.02" : undefined);
    await expect(receive(listOf(["ROSMANIAR"]), "a.csv", {}, actor)).rejects.toMatchObject({
      code: role === "PUB" ? "unauthenticated" : "forbidden",
    });
  });

  test("an operator may not send a registry, nor BKPSDM a village list", async () => {
    await expect(receive(listOf(["ROSMANIAR"]), "a.csv", { kind: "dtsen" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(
      receive(listOf(["ROSMANIAR"]), "a.csv", {}, anActor(database.app, "BKP")),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

test("neither a NIK nor a name stands readable in a row of the import", async () => {
  await apply(await send(listOf(["ROSMANIAR"])));
  for (const table of [
    "app.import_rows",
    "app.import_batches",
    "audit.entries",
    "app.work",
    "app.operations",
  ]) {
    const text = JSON.stringify(await readRows(database.app, `select t::text from ${table} t`));
    expect(text).not.toMatch(/1377920105\d{6}/);
    expect(text).not.toContain("ROSMANIAR");
  }
});

type Options = { readonly kind?: "village-list" | "dtsen"; readonly villageCode?: string };

function receive(text: string, fileName = "daftar.csv", options: Options = {}, actor: Actor = operator) {
  const path = join(mkdtempSync(join(database.app.config.dataDir, "send-")), "upload");
  writeFileSync(path, text);
  return receiveImport(database.app, actor, {
    operationId: database.app.newId(),
    kind: "village-list",
    fileName,
    path,
    ...options,
  });
}

async function send(text: string, fileName?: string): Promise<ImportBatch> {
  const { batch } = await receive(text, fileName);
  await advanceImport(database.app, batch.id);
  return show(batch);
}

async function apply(batch: ImportBatch): Promise<ImportBatch> {
  await applyImport(database.app, operator, { operationId: database.app.newId(), batchId: batch.id });
  await advanceImport(database.app, batch.id);
  return show(batch);
}

function show(batch: ImportBatch): Promise<ImportBatch> {
  return getImport(database.app, operator, { batchId: batch.id });
}

async function persons(): Promise<readonly string[]> {
  const rows = await readRows<{ fullName: string }>(
    database.app,
    "select full_name from app.persons where withdrawn_at is null order by 1",
  );
  return rows.map((row) => row.fullName.toUpperCase());
}

function listOf(names: readonly string[], { tail = [] }: { readonly tail?: readonly string[] } = {}): string {
  return `${header}\n${rowsOf(names, 1)}${tail.map((line) => `${line}\n`).join("")}`;
}

function rowsOf(names: readonly string[], from: number): string {
  return names
    .map(
      (name, index) =>
        `${index + from};${name};1377920105${String(60 + (index % 30))}${String(index + from).padStart(4, "0")};;01/05/19${60 + (index % 30)};L;Nelayan;\n`,
    )
    .join("");
}

/** A list whose last column has a header nobody knows. */
function unclear(name: string): string {
  return `Nama;NIK;Tgl;Kolom X\n${name};1377920105790001;03/05/1979;Nelayan\n`;
}

/** Names of letters alone: AA, AB, … */
function namesUpTo(count: number): readonly string[] {
  return Array.from(
    { length: count },
    (_, index) => `SYAFRIL ${letter(Math.floor(index / 26))}A${letter(index)}I`,
  );
}

function letter(index: number): string {
  return String.fromCharCode(65 + (index % 26));
}
