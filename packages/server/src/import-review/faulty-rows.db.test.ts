import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app";
import { readTable, limitsFor, type TableEvent } from "#files";
import {
  advanceImport,
  applyImport,
  approveImport,
  getImport,
  type ImportBatch,
  receiveImport,
} from "#imports";
import { ensureRegions } from "#regions";
import { anActor, readRows, testDatabase } from "#testing";
import {
  faultyRowsFile,
  type FaultyRowsWords,
  getAwaitingApproval,
  listAwaitingApproval,
  listProblemRows,
  sampleColumns,
  summariseProblems,
} from "./index.ts";

const narasI = "13.77.02.2015";
const header = "No;Nama Lengkap;NIK;No KK;Tgl Lahir;L/P;Pekerjaan";
const good = "1;ROSMANIAR;1377920105790001;;01/05/1979;P;Nelayan";
const numeric = "2;SYAFRIL;1,37792E+15;;02/05/1970;L;Ojek";
const short = "3;YUSNIDAR;13779201057;;03/05/1980;P;Penjual ikan";
/** Enough good rows that the NIK column is taken for one, as in any real list. */
const others = [
  "7;ALI;1377920107600007;;01/07/1960;L;Tani",
  "8;BUDI;1377920108600008;;01/08/1960;L;Tani",
  "9;CITRA;1377924109600009;;01/09/1960;P;Tani",
];
const database = testDatabase();
let operator: Actor;
let head: Actor;

const words: FaultyRowsWords = {
  sheet: "Perbaiki",
  problem: "Masalah",
  repair: "Cara memperbaiki",
  sentences: ({ code }) => ({ problem: `masalah ${code}`, repair: `perbaiki ${code}` }),
};

beforeEach(async () => {
  await ensureRegions(database.app);
  operator = anActor(database.app, "OPR", narasI);
  head = anActor(database.app, "KDS", narasI);
});

describe("the file of faulty rows", () => {
  test("keeps the sender's columns, adds two, and holds only the rows at fault", async () => {
    const batch = await send(listOf(good, numeric, short));
    expect(batch.counts).toMatchObject({ accepted: 4, repair: 2 });
    const file = await faultyRowsFile(database.app, operator, { batchId: batch.id, words });
    expect(file).toMatchObject({ fileName: `daftar-${batch.code}.xlsx`, rows: 2 });
    const rows = await rowsOf(file.bytes);
    expect(rows[0]).toEqual([
      ...header.split(";"),
      "Masalah",
      "Cara memperbaiki",
      "Kode impor",
      "Kunci baris",
    ]);
    expect(rows.map((row) => row[1])).toEqual(["Nama Lengkap", "SYAFRIL", "YUSNIDAR"]);
    expect(rows[1]!.join()).toContain("masalah E-NUM");
    expect(rows[2]!.join()).toContain("perbaiki E-NIK-LEN");
  });

  test("never turns a number that lost digits into one that looks right", async () => {
    const batch = await send(listOf(good, numeric));
    const file = await faultyRowsFile(database.app, operator, { batchId: batch.id, words });
    const again = await send(csvOf(await rowsOf(file.bytes)), "perbaikan.csv");
    expect(again).toMatchObject({ state: "checked", counts: { accepted: 0, repair: 1 } });
  });

  test("comes in again repaired: its rows are applied, nobody is there twice, the rest stays as it was", async () => {
    const first = await apply(await send(listOf(good, numeric, short)));
    expect(await names()).toEqual(["ALI", "BUDI", "CITRA", "ROSMANIAR"]);
    const file = await faultyRowsFile(database.app, operator, { batchId: first.id, words });
    const [head, syafril, yusnidar] = await rowsOf(file.bytes);
    const repaired = [
      head!,
      syafril!.with(2, "1377920205700002"),
      yusnidar!.with(2, "1377924305800003"),
      good.split(";"),
    ];
    const again = await send(csvOf(repaired), "perbaikan.csv");
    expect(again.refusal).toBeNull();
    expect(again).toMatchObject({ state: "checked", counts: { accepted: 3, repair: 0 } });
    const applied = await apply(again);
    expect(applied.counts!.detail).toMatchObject({ applied: 2, unchanged: 1 });
    expect(await names()).toEqual(["ALI", "BUDI", "CITRA", "ROSMANIAR", "SYAFRIL", "YUSNIDAR"]);
    expect(await apply(await send(`${csvOf(repaired)}\n;;;;;;;;\n`))).toMatchObject({
      counts: { detail: { applied: 0, unchanged: 3 } },
    });
  });

  test("names a known person by a hidden code, and the repair goes to that person", async () => {
    await apply(await send(listOf(good)));
    const batch = await send(listOf("1;ROSMANIAR;13779201;;01/05/1979;P;Pedagang"));
    const file = await faultyRowsFile(database.app, operator, { batchId: batch.id, words });
    const [head, row] = await rowsOf(file.bytes);
    expect(head!.at(-1)).toBe("_kode");
    const [known] = await readRows<{ code: string }>(
      database.app,
      "select code from app.persons where lower(full_name) = 'rosmaniar'",
    );
    expect(row!.at(-1)).toBe(known!.code);
    const again = await apply(
      await send(csvOf([head!, row!.with(1, "ROSMANIAR ZEN").with(2, "1377920105790001")]), "p.csv"),
    );
    expect(again.counts!.detail.applied).toBe(1);
    expect(await names()).toEqual(["ALI", "BUDI", "CITRA", "ROSMANIAR ZEN"]);
  });

  test("is noted, without a number or a name", async () => {
    const batch = await send(listOf(numeric));
    await faultyRowsFile(database.app, operator, { batchId: batch.id, words });
    const rows = await readRows<{ details: object }>(
      database.app,
      "select details from audit.entries where action = 'import.download-faulty-rows'",
    );
    expect(rows).toEqual([{ details: { rows: 1 } }]);
  });

  test("does not exist for a batch without faulty rows", async () => {
    const batch = await send(listOf(good));
    await expect(faultyRowsFile(database.app, operator, { batchId: batch.id, words })).rejects.toMatchObject({
      code: "conflict",
    });
  });
});

describe("problems of a batch", () => {
  test("are counted by code, and listed with the cells as they stood in the file", async () => {
    const batch = await send(listOf(good, numeric, short));
    const counts = await summariseProblems(database.app, operator, { batchId: batch.id });
    expect(counts).toEqual(
      expect.arrayContaining([
        { code: "E-NUM", severity: "error", field: "nik", rows: 1 },
        { code: "E-NIK-LEN", severity: "error", field: null, rows: 1 },
      ]),
    );
    const page = await problems(batch, operator, { code: "E-NIK-LEN" });
    expect(page).toMatchObject({ total: 1, pages: 1 });
    expect(page.rows[0]!.cells.map(({ text }) => text)).toContain("13779201057");
  });

  test("show numbers of people to the uploader alone; a colleague of the office sees them masked, others no cell", async () => {
    const batch = await send(listOf(good, numeric, short));
    const texts = async (actor: Actor) =>
      JSON.stringify((await problems(batch, actor)).rows.map(({ cells }) => cells));
    const colleague = anActor(database.app, "OPR", narasI);
    expect(await texts(operator)).toContain("13779201057");
    expect(await texts(colleague)).toContain("YUSNIDAR");
    expect(await texts(colleague)).not.toMatch(/13779|1,37/);
    expect(await texts(anActor(database.app, "DAT"))).toMatch(/^\[(\[\],?)+\]$/);
  });

  test("come with three values of every column when columns wait for a choice", async () => {
    const text =
      "Nama;NIK;Nama Lengkap\n1;2;3\nROSMANIAR;1377920105790001;Uni\nSYAFRIL;1377920205700002;Ujang\n";
    const batch = await send(text);
    expect(batch.state).toBe("needs-mapping");
    const samples = await sampleColumns(database.app, operator, { batchId: batch.id });
    expect(samples.find(({ column }) => column === 3)).toEqual({ column: 3, values: ["Uni", "Ujang"] });
    expect(samples.find(({ column }) => column === 2)!.values).toHaveLength(2);
    const colleague = anActor(database.app, "OPR", narasI);
    const masked = await sampleColumns(database.app, colleague, { batchId: batch.id });
    expect(JSON.stringify(masked)).not.toMatch(/\d{16}/);
  });
});

describe("waiting for a second person", () => {
  test("shows the village head what is asked, without any row", async () => {
    const batch = await send([header, ...rowsUpTo(201)].join("\n"));
    await applyImport(database.app, operator, { operationId: database.app.newId(), batchId: batch.id });
    const [waiting] = (await listAwaitingApproval(database.app, head)).rows;
    expect(waiting).toMatchObject({ code: batch.code, isOwn: false, counts: { accepted: 201 } });
    const asked = await getAwaitingApproval(database.app, head, { batchId: batch.code });
    await approveImport(database.app, head, {
      operationId: database.app.newId(),
      batchId: batch.id,
      version: asked.version,
    });
    expect(await getAwaitingApproval(database.app, head, { batchId: batch.code })).toMatchObject({
      state: "applying",
      isApprovedByMe: true,
    });
    expect((await listAwaitingApproval(database.app, head)).rows).toEqual([]);
  });
});

describe("access", () => {
  test("faulty rows are for the office that sent them: others are refused or find nothing", async () => {
    const batch = await send(listOf(numeric));
    const asking = (actor: Actor) => faultyRowsFile(database.app, actor, { batchId: batch.id, words });
    for (const actor of [anActor(database.app, "DAT"), anActor(database.app, "MGR"), head])
      await expect(asking(actor)).rejects.toMatchObject({ code: "forbidden" });
    for (const actor of [
      anActor(database.app, "OPR", "13.77.02.2016"),
      anActor(database.app, "OPR", "13.76.01.1001", "13.76"),
    ])
      await expect(asking(actor)).rejects.toMatchObject({ code: "not-found" });
    expect((await asking(anActor(database.app, "OPR", narasI))).rows).toBe(1);
  });

  test("another village finds neither problems nor samples nor anything to approve", async () => {
    const batch = await send([header, ...rowsUpTo(201)].join("\n"));
    await applyImport(database.app, operator, { operationId: database.app.newId(), batchId: batch.id });
    const { app } = database;
    const stranger = anActor(app, "OPR", "13.77.02.2016");
    const otherHead = anActor(app, "KDS", "13.77.02.2016");
    const input = { batchId: batch.id };
    await expect(summariseProblems(app, stranger, input)).rejects.toMatchObject({ code: "not-found" });
    await expect(problems(batch, stranger)).rejects.toMatchObject({ code: "not-found" });
    await expect(sampleColumns(app, stranger, input)).rejects.toMatchObject({ code: "not-found" });
    await expect(getAwaitingApproval(app, otherHead, input)).rejects.toMatchObject({ code: "not-found" });
    expect((await listAwaitingApproval(app, otherHead)).rows).toEqual([]);
  });

  test.each(["SPN", "CMT", "EXE"] as const)("%s may not look at problems", async (role) => {
    const actor = anActor(database.app, role, role === "CMT" ? "13.77.02" : narasI);
    const input = { batchId: database.app.newId() };
    await expect(summariseProblems(database.app, actor, input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(sampleColumns(database.app, actor, input)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("an operator may not approve, and finds no list of what waits", async () => {
    await expect(listAwaitingApproval(database.app, operator)).rejects.toMatchObject({ code: "forbidden" });
  });
});

function listOf(...rows: readonly string[]): string {
  return [header, ...rows, ...others].join("\n");
}

function problems(batch: ImportBatch, actor: Actor, query: { readonly code?: string } = {}) {
  return listProblemRows(database.app, actor, { batchId: batch.id, page: 1, ...query });
}

async function send(content: string | Uint8Array, fileName = "daftar.csv"): Promise<ImportBatch> {
  const { batch } = await receiveImport(database.app, operator, {
    operationId: database.app.newId(),
    kind: "village-list",
    fileName,
    path: fileWith(content),
  });
  await advanceImport(database.app, batch.id);
  return getImport(database.app, operator, { batchId: batch.id });
}

async function apply(batch: ImportBatch): Promise<ImportBatch> {
  await applyImport(database.app, operator, { operationId: database.app.newId(), batchId: batch.id });
  await advanceImport(database.app, batch.id);
  return getImport(database.app, operator, { batchId: batch.id });
}

function fileWith(content: string | Uint8Array): string {
  const path = join(mkdtempSync(join(database.app.config.dataDir, "send-")), "upload");
  writeFileSync(path, content);
  return path;
}

async function rowsOf(bytes: Uint8Array): Promise<readonly string[][]> {
  const events: TableEvent[] = [];
  for await (const event of readTable(fileWith(bytes), { format: "xlsx", limits: limitsFor("village-list") }))
    events.push(event);
  const rows = events.filter((event) => event.type === "row");
  const width = Math.max(...rows.flatMap(({ cells }) => cells.map(({ column }) => column)));
  return rows.map(({ cells }) =>
    Array.from({ length: width }, (_, at) => cells.find(({ column }) => column === at + 1)?.text ?? ""),
  );
}

/** Without the two columns of its keys the file is a list of its own. */
function csvOf(rows: readonly (readonly string[])[]): string {
  const keys = ["Kode impor", "Kunci baris"].map((header) => rows[0]!.indexOf(header));
  return rows
    .map((row) => row.filter((_, at) => !keys.includes(at)))
    .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(";"))
    .join("\n");
}

function rowsUpTo(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const letters = `${String.fromCharCode(65 + (index % 26))}${String.fromCharCode(65 + Math.floor(index / 26))}`;
    return `${index + 1};SYAFRIL ${letters};1377920105${60 + (index % 30)}${String(index + 1).padStart(4, "0")};;01/05/19${60 + (index % 30)};L;Nelayan`;
  });
}

async function names(): Promise<readonly string[]> {
  const rows = await readRows<{ fullName: string }>(
    database.app,
    "select full_name from app.persons where withdrawn_at is null order by 1",
  );
  return rows.map(({ fullName }) => fullName.toUpperCase());
}
