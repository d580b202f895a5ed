import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ImportKind } from "@tuwai/domain/intake";
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

  test("never answers for the day of birth of others, though they wrote the same impossible day", async () => {
    const impossible = [4, 5, 6].map((n) => `${n};EKA ${"ABC"[n - 4]};1377924${n}05800001;31/02/1980;P;Tani`);
    const batch = await send(...good, ...impossible);
    const answer = await mend(batch, { row: 5, column: birthColumn, text: "04/05/1980", alsoSame: true });
    expect(answer).toMatchObject({ changed: 1, counts: { repair: 2 } });
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

describe("two people over one list", () => {
  test("typing into one cell at the same moment: one text stands, the other person is told, and other rows lose nothing", async () => {
    const batch = await send(...good, short, wrong(5, "1377924505800001"));
    const colleague = anActor(database.app, "OPR", narasI);
    const typed = (nik: string, sex: string) => [
      { sheet: 1, row: 5, seen: 0, changes: [{ column: nikColumn, text: nik }] },
      { sheet: 1, row: 6, seen: 0, changes: [{ column: sexColumn, text: sex }] },
    ];
    // The second one's page still shows what the file said of row 6.
    const answers = await Promise.all([
      mendAll(batch, typed("1377924305800003", "X")),
      mendAll(batch, typed("1377924305800004", "X"), colleague),
    ]);
    expect(answers.reduce((sum, { changed }) => sum + changed, 0)).toBe(1);
    expect(answers.flatMap(({ overtaken }) => overtaken)).toEqual([{ sheet: 1, row: 5 }]);
    const late = await mendAll(batch, typed("13779243058003", "P"), colleague);
    expect(late, "an old page takes back nothing it did not change").toMatchObject({
      changed: 1,
      overtaken: [],
      counts: { accepted: 5, repair: 0 },
    });
    const seenAgain = [
      { sheet: 1, row: 5, seen: 1, changes: [{ column: nikColumn, text: "1377924305800005" }] },
    ];
    expect(await mendAll(batch, seenAgain, colleague)).toMatchObject({ changed: 1, overtaken: [] });
  });

  test("deciding about a row that another changed meanwhile is refused, and taking a decision back as well", async () => {
    const batch = await send(...good, short);
    await mend(batch, { row: 5, column: nikColumn, text: "1377924305" });
    const rows = [{ sheet: 1, row: 5, seen: 0 }];
    const asked = { ...operation(), batchId: batch.id, rows };
    const refusal = { code: "conflict", details: { reason: "row-overtaken" } };
    await expect(leaveOutRows(database.app, operator, { ...asked, reason: "moved" })).rejects.toMatchObject(
      refusal,
    );
    await expect(undoMend(database.app, operator, { ...asked, ...operation() })).rejects.toMatchObject(
      refusal,
    );
  });

  test("saving at the same moment: the list is saved once, the second is told; what was typed before is in it, what comes later waits", async () => {
    const batch = await send(...good, short, wrong(5, "1377924505800001"));
    const colleague = anActor(database.app, "OPR", narasI);
    const { version } = await getImport(database.app, operator, { batchId: batch.id });
    const save = (actor: Actor) =>
      applyImport(database.app, actor, { ...operation(), batchId: batch.id, version });
    const typed = [{ sheet: 1, row: 5, seen: 0, changes: [{ column: nikColumn, text: "1377924305800003" }] }];
    const ended = await Promise.allSettled([
      save(operator),
      save(colleague),
      mendAll(batch, typed, colleague),
    ]);
    expect(
      ended.filter(({ status }) => status === "fulfilled").length,
      "a mend never fails by a save",
    ).toBeGreaterThan(0);
    for (const one of ended.slice(0, 2))
      if (one.status === "rejected")
        expect(["stale", "conflict"]).toContain((one.reason as { code: string }).code);
    expect(ended.slice(0, 2).filter(({ status }) => status === "fulfilled").length).toBeLessThan(2);
    expect(ended[2].status).toBe("fulfilled");
    if (ended.slice(0, 2).every(({ status }) => status === "rejected"))
      await applyImport(database.app, operator, { ...operation(), batchId: batch.id });
    await advanceImport(database.app, batch.id);
    expect(await names()).toEqual(["ALI", "BUDI", "CITRA", "YUSNIDAR"]);
    const old = [
      { sheet: 1, row: 5, seen: 0, changes: [{ column: nikColumn, text: "1377924305800009" }] },
      { sheet: 1, row: 6, seen: 0, changes: [{ column: sexColumn, text: "P" }] },
    ];
    expect(await mendAll(batch, old), "a row saved meanwhile stays, the others are taken").toMatchObject({
      changed: 1,
      saved: [{ sheet: 1, row: 5 }],
    });
  });
});

describe("a list of an office of the city", () => {
  test("is mended by the office that keeps it: BKPSDM its civil servants, and nobody else", async () => {
    const keeper = anActor(database.app, "BKP");
    const text = [
      "NIP;Nama;Unit Kerja;OPD;Tgl Lahir",
      "197905012005011001;SYAFRIL;Bidang Umum;Dinas Sosial;01/05/1979",
      "197005021998031002;ALI AKBAR;Bidang Umum;Dinas Sosial;02/05/1970",
      "19600903199003200;CITRA DEWI;Sekretariat;Dinas Sosial;03/09/1960",
    ].join("\n");
    const batch = await sendFile(text, "pegawai.csv", { actor: keeper, kind: "civil-servants" });
    expect(batch.counts).toMatchObject({ accepted: 2, repair: 1 });
    const typed = [{ sheet: 1, row: 4, seen: 0, changes: [{ column: 1, text: "196009031990032003" }] }];
    await expect(mendAll(batch, typed, anActor(database.app, "DAT"))).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await mendAll(batch, typed, keeper)).toMatchObject({
      changed: 1,
      counts: { accepted: 3, repair: 0 },
    });
  });

  test("of DTSEN by the data officer; a list of BPJS is evidence and is mended where it comes from", async () => {
    const officer = anActor(database.app, "DAT");
    const dtsen = await sendFile(
      "NIK;Nama;Desil\n1377920107600007;ALI;1\n1377920108600008;BUDI;2\n13779241096;CITRA;1",
      "dtsen.csv",
      { actor: officer, kind: "dtsen" },
    );
    expect(dtsen.counts).toMatchObject({ accepted: 2, repair: 1 });
    expect(await mendAll(dtsen, inRow4(1, "1377924109600009"), officer)).toMatchObject({
      counts: { repair: 0 },
    });
    const members = await sendFile(
      "KPJ;NIK;Nama;Status\n12345678901;1377920107600007;ALI;aktif\n12345678902;1377920108600008;BUDI;aktif\n12345678903;13779241096;CITRA;aktif",
      "peserta.csv",
      { actor: officer, kind: "bpjs-members" },
    );
    await expect(mendAll(members, inRow4(2, "1377924109600009"), officer)).rejects.toMatchObject({
      code: "conflict",
      details: { reason: "not-mended-here", why: "at-source" },
    });
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

function inRow4(column: number, text: string): readonly Mend[] {
  return [{ sheet: 1, row: 4, changes: [{ column, text }] }];
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

type By = { readonly actor?: Actor; readonly kind?: ImportKind };

async function sendFile(
  content: string | Uint8Array,
  fileName: string,
  { actor = operator, kind = "village-list" }: By = {},
): Promise<ImportBatch> {
  const path = join(mkdtempSync(join(database.app.config.dataDir, "send-")), "upload");
  writeFileSync(path, content);
  const { batch } = await receiveImport(database.app, actor, {
    ...operation(),
    kind,
    fileName,
    path,
  });
  await advanceImport(database.app, batch.id);
  return getImport(database.app, actor, { batchId: batch.id });
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
