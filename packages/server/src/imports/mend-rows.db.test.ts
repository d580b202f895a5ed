import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app";
import { writeWorkbook } from "#exports";
import { ensureRegions } from "#regions";
import { listTasks } from "#tasks";
import { anActor, readRows, testDatabase } from "#testing";
import {
  advanceImport,
  applyImport,
  approveImport,
  discardImport,
  getImport,
  type ImportBatch,
  leaveOutRows,
  mapColumns,
  type Mend,
  mendRows,
  receiveImport,
  undoMend,
} from "./index.ts";

const narasI = "13.77.02.2015";
const header = "No;Nama Lengkap;NIK;Tgl Lahir;L/P;Pekerjaan";
const nikColumn = 3;
const birthColumn = 4;
const sexColumn = 5;
const good = [
  "1;ALI;1377920107600007;01/07/1960;L;Tani",
  "2;BUDI;1377920108600008;01/08/1960;L;Tani",
  "3;CITRA;1377924109600009;01/09/1960;P;Tani",
];
const short = "4;YUSNIDAR;13779243058003;03/05/1980;P;Penjual ikan";
const database = testDatabase();
let operator: Actor;

beforeEach(async () => {
  await ensureRegions(database.app);
  operator = anActor(database.app, "OPR", narasI);
});

describe("a row mended where it is seen", () => {
  test("is read again by the rules of the file, counts as accepted, and is saved with the rest", async () => {
    const batch = await send(...good, short);
    expect(batch.counts).toMatchObject({ read: 5, accepted: 3, repair: 1, skipped: 1 });
    const still = await mend(batch, { row: 5, column: nikColumn, text: "1377924305" });
    expect(still.counts, "a wrong answer is kept and still wrong").toMatchObject({ accepted: 3, repair: 1 });
    const answer = await mend(batch, { row: 5, column: nikColumn, text: "1377924305800003" });
    expect(answer).toMatchObject({
      changed: 1,
      isApplying: false,
      counts: { read: 5, accepted: 4, repair: 0, skipped: 1 },
    });
    await apply(batch);
    expect(await names()).toEqual(["ALI", "BUDI", "CITRA", "YUSNIDAR"]);
  });

  test("after the good rows were saved is saved too, without another yes", async () => {
    const batch = await apply(await send(...good, short));
    expect(await names()).toEqual(["ALI", "BUDI", "CITRA"]);
    const answer = await mend(batch, { row: 5, column: nikColumn, text: "1377924305800003" });
    expect(answer.isApplying).toBe(true);
    await advanceImport(database.app, batch.id);
    expect(await names()).toEqual(["ALI", "BUDI", "CITRA", "YUSNIDAR"]);
    const after = await getImport(database.app, operator, { batchId: batch.id });
    expect(after).toMatchObject({
      state: "applied",
      counts: { accepted: 4, repair: 0, detail: { applied: 4 } },
    });
  });

  test("frees the other row that carried the same number", async () => {
    const batch = await send(...good, "4;DEWI;1377920107600007;05/05/1970;P;Tani");
    expect(batch.counts).toMatchObject({ accepted: 2, repair: 2 });
    const answer = await mend(batch, { row: 5, column: nikColumn, text: "1377924505700004" });
    expect(answer.counts).toMatchObject({ accepted: 4, repair: 0 });
  });

  test("answers for the same wrong word in other rows at once, but never for a number of a person", async () => {
    const batch = await send(
      ...good,
      wrong(4, "1377924405800001"),
      wrong(5, "1377924505800001"),
      wrong(6, "9999999999999999"),
    );
    const answer = await mend(batch, { row: 5, column: sexColumn, text: "P", alsoSame: true });
    expect(answer).toMatchObject({ changed: 3, counts: { accepted: 5, repair: 1 } });
    const numbers = await send(...good, "4;ANI;12345;04/05/1980;P;Tani", "5;ENI;12345;05/05/1980;P;Tani");
    const one = await mend(numbers, { row: 5, column: nikColumn, text: "1377924405800001", alsoSame: true });
    expect(one).toMatchObject({ changed: 1, counts: { repair: 1 } });
  });

  test("with the digits it had counts as read from the card only where a spreadsheet may have rounded them", async () => {
    const batch = await send(...good, short);
    const again = {
      sheet: 1,
      row: 5,
      changes: [{ column: birthColumn, text: "03/05/1980", isRetyped: true }],
    };
    expect((await mendAll(batch, [again])).changed, "a csv holds text").toBe(0);
    const columns = [
      { header: "Nama", kind: "text" },
      { header: "NIK", kind: "number" },
      { header: "Tgl Lahir", kind: "text" },
    ] as const;
    const rows = ["ALI", "BUDI", "CITRA"].map((name, n) => [name, 1377920107600010 + n * 10, "01/07/1960"]);
    const stamp = { title: "A", writtenAt: 0 };
    const rounded = await sendFile(await writeWorkbook([{ name: "A", columns, rows }], stamp), "daftar.xlsx");
    expect(rounded.counts).toMatchObject({ accepted: 0, repair: 3 });
    const read = { sheet: 1, row: 2, changes: [{ column: 2, text: "1377920107600010", isRetyped: true }] };
    expect(await mendAll(rounded, [read])).toMatchObject({ changed: 1, counts: { accepted: 1, repair: 2 } });
  });

  test("goes back to what the file says when it is undone, and not once it is saved", async () => {
    const batch = await send(...good, short);
    await mend(batch, { row: 5, column: nikColumn, text: "1377924305800003" });
    const undone = await undoMend(database.app, operator, {
      ...operation(),
      batchId: batch.id,
      rows: [{ sheet: 1, row: 5 }],
    });
    expect(undone.counts).toMatchObject({ accepted: 3, repair: 1 });
    await mend(batch, { row: 5, column: nikColumn, text: "1377924305800003" });
    await apply(batch);
    const late = undoMend(database.app, operator, {
      ...operation(),
      batchId: batch.id,
      rows: [{ sheet: 1, row: 5 }],
    });
    await expect(late).rejects.toMatchObject({ code: "conflict", details: { reason: "row-saved" } });
  });

  test("left out with a reason counts as skipped, and comes back when that is undone", async () => {
    const batch = await send(...good, short);
    const rows = [{ sheet: 1, row: 5 }];
    const left = await leaveOutRows(database.app, operator, {
      ...operation(),
      batchId: batch.id,
      rows,
      reason: "moved",
    });
    expect(left.counts).toMatchObject({
      read: 5,
      accepted: 3,
      repair: 0,
      skipped: 2,
      detail: { leftOut: 1 },
    });
    const back = await undoMend(database.app, operator, { ...operation(), batchId: batch.id, rows });
    expect(back.counts).toMatchObject({ repair: 1, skipped: 1 });
  });

  test("is remembered with who, when, before and after; neither text stands anywhere in the open", async () => {
    const batch = await send(...good, short);
    await mend(batch, { row: 5, column: nikColumn, text: "1377924305800003" });
    const rows = await readRows<{ decidedBy: string; all: string }>(
      database.app,
      "select decided_by, row_to_json(m)::text || (select string_agg(row_to_json(e)::text, '') from audit.entries e) as all from app.import_mends m",
    );
    expect(rows[0]!.decidedBy).toBe(operator.userId);
    expect(rows[0]!.all).toContain("import.mend-rows");
    expect(rows[0]!.all).not.toMatch(/13779243058/);
  });
});

test("what was mended stands when the file is read again by other columns", async () => {
  const batch = await send(...good, short);
  await mend(batch, { row: 5, column: nikColumn, text: "1377924305800003" });
  const { version } = await getImport(database.app, operator, { batchId: batch.id });
  const choices = [{ column: 6, field: null }];
  await mapColumns(database.app, operator, { ...operation(), batchId: batch.id, version, choices });
  await advanceImport(database.app, batch.id);
  const again = await getImport(database.app, operator, { batchId: batch.id });
  expect(again).toMatchObject({ state: "checked", counts: { accepted: 4, repair: 0 } });
});

describe("a second person", () => {
  test("looks at a long list with its mended rows, and is nobody who mended", async () => {
    const long = Array.from({ length: 201 }, (_, n) => {
      const year = 20 + (n % 60);
      const nik = `1377920107${year}${String(n + 1).padStart(4, "0")}`;
      return `${n};ORANG ${letters(n)};${nik};01/07/19${year};L;Tani`;
    });
    const batch = await send(...long, short);
    expect(batch.counts).toMatchObject({ accepted: 201, repair: 1 });
    const { state } = await applyImport(database.app, operator, { ...operation(), batchId: batch.id });
    expect(state).toBe("awaiting-approval");
    await approve(batch);
    const answer = await mend(batch, { row: 203, column: nikColumn, text: "1377924305800003" });
    expect(answer, "no mended row slips past the second person").toMatchObject({
      isApplying: false,
      counts: { accepted: 202 },
    });
    const waits = async (actor: Actor, task: string) =>
      (await listTasks(database.app, actor)).find(({ code }) => code === task)?.count;
    expect(await waits(operator, "ask-for-mended"), "the desk is told to ask").toBe(1);
    expect(await applyImport(database.app, operator, { ...operation(), batchId: batch.id })).toEqual({
      state: "awaiting-approval",
    });
    expect(await waits(operator, "ask-for-mended")).toBeUndefined();
    expect(await waits(anActor(database.app, "KDS", narasI), "approve-imports"), "and the head sees it").toBe(
      1,
    );
    await expect(
      discardImport(database.app, operator, { ...operation(), batchId: batch.id }),
    ).rejects.toMatchObject({ code: "conflict" });
    await approve(batch);
    expect(await names()).toContain("YUSNIDAR");
  });
});

describe("access", () => {
  test("only the office that sent the list mends it; another village finds nothing", async () => {
    const batch = await send(...good, short);
    const by = (actor: Actor) =>
      mendAll(batch, [{ sheet: 1, row: 5, changes: [{ column: nikColumn, text: "1" }] }], actor);
    await expect(by(anActor(database.app, "OPR", "13.77.02.2016"))).rejects.toMatchObject({
      code: "not-found",
    });
    for (const role of ["KDS", "MGR", "DAT"] as const)
      await expect(
        by(anActor(database.app, role, ...(role === "KDS" ? [narasI] : []))),
      ).rejects.toMatchObject({ code: "forbidden" });
  });
});

function wrong(n: number, nik: string): string {
  return `${n};EKA ${"ABC"[n - 4]};${nik};0${n}/05/1980;X;Tani`;
}

function letters(n: number): string {
  return String.fromCodePoint(65 + (n % 26), 65 + (Math.trunc(n / 26) % 26));
}

const operation = () => ({ operationId: database.app.newId() });

type One = {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly alsoSame?: boolean;
};

function mend(batch: ImportBatch, { row, column, text, alsoSame = false }: One) {
  return mendAll(batch, [{ sheet: 1, row, changes: [{ column, text }], alsoSame }]);
}

function mendAll(batch: ImportBatch, mends: readonly Mend[], actor = operator) {
  return mendRows(database.app, actor, { ...operation(), batchId: batch.id, mends });
}

async function approve(batch: ImportBatch): Promise<void> {
  const head = anActor(database.app, "KDS", narasI);
  await approveImport(database.app, head, { ...operation(), batchId: batch.id });
  await advanceImport(database.app, batch.id);
}

function send(...lines: readonly string[]): Promise<ImportBatch> {
  return sendFile([header, ...lines].join("\n"), "daftar.csv");
}

async function sendFile(content: string | Uint8Array, fileName: string): Promise<ImportBatch> {
  const path = join(mkdtempSync(join(database.app.config.dataDir, "send-")), "upload");
  writeFileSync(path, content);
  const { batch } = await receiveImport(database.app, operator, {
    ...operation(),
    kind: "village-list",
    fileName,
    path,
  });
  await advanceImport(database.app, batch.id);
  return getImport(database.app, operator, { batchId: batch.id });
}

async function apply(batch: ImportBatch): Promise<ImportBatch> {
  await applyImport(database.app, operator, { ...operation(), batchId: batch.id });
  await advanceImport(database.app, batch.id);
  return getImport(database.app, operator, { batchId: batch.id });
}

async function names(): Promise<readonly string[]> {
  const rows = await readRows<{ fullName: string }>(
    database.app,
    "select full_name from app.persons where withdrawn_at is null order by 1",
  );
  return rows.map(({ fullName }) => fullName);
}
