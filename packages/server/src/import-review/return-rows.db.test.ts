import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app";
import { writeWorkbook } from "#exports";
import { limitsFor, readTable } from "#files";
import {
  advanceImport,
  applyImport,
  discardImport,
  getImport,
  getLastReturn,
  type ImportBatch,
  mendRows,
  receiveImport,
  returnFaultyRows,
  undoImport,
} from "#imports";
import { ensureRegions } from "#regions";
import { anActor, readRows, testDatabase } from "#testing";
import { faultyRowsFile, type FaultyRowsWords } from "./index.ts";

const narasI = "13.77.02.2015";
const header = "No;Nama Lengkap;NIK;No KK;Tgl Lahir;L/P;Pekerjaan";
const good = [
  "1;ALI;1377920107600007;;01/07/1960;L;Tani",
  "2;BUDI;1377920108600008;;01/08/1960;L;Tani",
  "3;CITRA;1377924109600009;;01/09/1960;P;Tani",
];
const numeric = "4;SYAFRIL;1,37792E+15;;02/05/1970;L;Ojek";
const short = "5;YUSNIDAR;13779201057;;03/05/1980;P;Penjual ikan";
const [syafrilNik, yusnidarNik] = ["1377920205700002", "1377924305800003"];
const nameAt = 1;
const nikAt = 2;
const database = testDatabase();
let operator: Actor;

beforeEach(async () => {
  await ensureRegions(database.app);
  operator = anActor(database.app, "OPR", narasI);
});

describe("a file of faulty rows that comes back", () => {
  test("mends exactly the rows it names in the list it came from; the others stay, and no second list is made", async () => {
    const batch = await send(...good, numeric, short);
    const [head, syafril] = await download(batch);
    const answer = await giveBack([head!, syafril!.with(nikAt, syafrilNik)]);
    expect(answer).toMatchObject({
      code: batch.code,
      repeated: false,
      receipt: { mended: [5], stillWrong: [], remaining: 1, unknown: [], overtaken: [] },
    });
    expect(await countsOf(batch)).toMatchObject({ read: 6, accepted: 4, repair: 1 });
    expect(await readRows(database.app, "select from app.import_batches")).toHaveLength(1);
    await apply(batch);
    expect(await names()).toEqual(["ALI", "BUDI", "CITRA", "SYAFRIL"]);
  });

  test("sent twice changes nothing, also after what it mended was changed again", async () => {
    const batch = await send(...good, numeric, short);
    const [head, syafril] = await download(batch);
    const rows = [head!, syafril!.with(nikAt, syafrilNik)];
    await giveBack(rows);
    await type(batch, { row: 5, text: "1377920205700099" });
    const { version } = await getImport(database.app, operator, { batchId: batch.id });
    expect(await giveBack(rows)).toMatchObject({ repeated: true, receipt: { mended: [5] } });
    expect((await getImport(database.app, operator, { batchId: batch.id })).version).toBe(version);
    const resaved = await giveBack([...rows, head!.map(() => "")]);
    expect(resaved!.receipt, "the same cells in other bytes").toMatchObject({ mended: [], overtaken: [5] });
  });

  test("may be mended further and sent again: what it did itself is no change of others", async () => {
    const batch = await send(...good, numeric, short);
    const [head, syafril, yusnidar] = await download(batch);
    const first = await giveBack([
      head!,
      syafril!.with(nikAt, "13779202"),
      yusnidar!.with(nikAt, yusnidarNik),
    ]);
    expect(first!.receipt).toMatchObject({ mended: [6], stillWrong: [5], remaining: 1 });
    const second = await giveBack([
      head!,
      syafril!.with(nikAt, syafrilNik),
      yusnidar!.with(nikAt, yusnidarNik),
    ]);
    expect(second!.receipt).toMatchObject({ mended: [5], stillWrong: [], overtaken: [], remaining: 0 });
  });

  test("an older copy of it overwrites nothing that a newer one made right: where they differ is shown", async () => {
    const batch = await send(...good, numeric, short);
    const [head, syafril, yusnidar] = await download(batch);
    await giveBack([head!, syafril!.with(nikAt, syafrilNik), yusnidar!.with(nikAt, "13779243")]);
    const older = await giveBack([
      head!,
      syafril!.with(nikAt, "1377920205700099").with(nameAt, "SYAFRIL ANWAR"),
      yusnidar!.with(nikAt, yusnidarNik),
    ]);
    expect(older!.receipt).toMatchObject({
      mended: expect.arrayContaining([5, 6]) as number[],
      overtaken: [],
      differing: [{ row: 5, columns: ["NIK"] }],
      remaining: 0,
    });
    await apply(batch);
    expect(await names()).toEqual(["ALI", "BUDI", "CITRA", "SYAFRIL ANWAR", "YUSNIDAR"]);
    const kept = await readRows<{ receipt: object }>(
      database.app,
      "select receipt from app.import_returns order by returned_at desc limit 1",
    );
    expect(JSON.stringify(kept)).not.toContain("1377");
  });

  test("overwrites no row that was mended on the page since it was downloaded", async () => {
    const batch = await send(...good, numeric, short);
    const [head, syafril, yusnidar] = await download(batch);
    await type(batch, { row: 5, text: "1377920205700099" });
    const answer = await giveBack([
      head!,
      syafril!.with(nikAt, syafrilNik),
      yusnidar!.with(nikAt, yusnidarNik),
    ]);
    expect(answer!.receipt).toMatchObject({ mended: [6], overtaken: [5], remaining: 0 });
  });

  test("a key that was changed, belongs to another list or stands twice mends nothing, and rows without a key are told", async () => {
    const other = await send("9;DEWI;1377924101700011;;01/01/1970;P;Tani", ...good, short);
    const batch = await send(...good, numeric, short);
    const [head, syafril, yusnidar] = await download(batch);
    const [, foreign] = await download(other);
    const keyAt = head!.indexOf("Kunci baris");
    const codeAt = head!.indexOf("Kode impor");
    const answer = await giveBack([
      head!,
      syafril!.with(nikAt, syafrilNik).with(keyAt, syafril![keyAt]!.replace(/^1-5-/, "1-6-")),
      foreign!.with(nikAt, yusnidarNik).with(codeAt, batch.code),
      foreign!.with(nikAt, yusnidarNik),
      yusnidar!.with(nikAt, yusnidarNik),
      yusnidar!.with(nikAt, "1377924305800004"),
      syafril!.with(nikAt, syafrilNik).with(keyAt, "").with(codeAt, ""),
    ]);
    expect(answer!.receipt).toMatchObject({
      mended: [],
      stillWrong: [],
      remaining: 2,
      unknown: [2, 3, 4],
      twice: [5, 6],
      withoutKey: [7],
    });
    expect(await countsOf(batch)).toMatchObject({ accepted: 3, repair: 2 });
  });

  test("leaves a cell alone that nobody touched, and never takes lost digits for right ones", async () => {
    const batch = await send(...good, numeric, short);
    const [head, syafril] = await download(batch);
    const untouched = await giveBack([head!, syafril!]);
    expect(untouched!.receipt).toMatchObject({ mended: [], stillWrong: [], remaining: 2 });
    const columns = head!.map(
      (name) => ({ header: name, kind: name === "NIK" ? "number" : "text" }) as const,
    );
    const cells = syafril!.map((text, at) => (at === nikAt ? Number(syafrilNik) : text));
    const workbook = await writeWorkbook([{ name: "A", columns, rows: [cells] }], {
      title: "A",
      writtenAt: 0,
    });
    expect((await giveBackBytes(workbook, "p.xlsx"))!.receipt).toMatchObject({ mended: [], stillWrong: [5] });
  });

  test("follows the good rows that were saved before, and is refused with the state once nothing can be mended", async () => {
    const batch = await send(...good, numeric, short);
    const [head, syafril, yusnidar] = await download(batch);
    await apply(batch);
    const answer = await giveBack([head!, syafril!.with(nikAt, syafrilNik)]);
    expect(answer).toMatchObject({ isApplying: true, receipt: { mended: [5] } });
    await advanceImport(database.app, batch.id);
    expect(await names()).toContain("SYAFRIL");
    const late = await giveBack([head!, syafril!.with(nikAt, "1377920205700088"), yusnidar!]);
    expect(late!.receipt, "a row saved meanwhile stays").toMatchObject({ mended: [], saved: [5] });
    await undoImport(database.app, operator, { ...operation(), batchId: batch.id });
    const sent = giveBack([head!, yusnidar!.with(nikAt, yusnidarNik)]);
    await expect(sent).rejects.toMatchObject({
      code: "conflict",
      details: { reason: "state", state: "undone" },
    });
    const aside = await send(...good, "6;DEWI;1377;;03/05/1980;P;Tani");
    const [again, dewi] = await download(aside);
    await discardImport(database.app, operator, { ...operation(), batchId: aside.id });
    const discarded = giveBack([again!, dewi!.with(nikAt, yusnidarNik)]);
    await expect(discarded).rejects.toMatchObject({ details: { reason: "state", state: "discarded" } });
  });

  test("is known by its headers wherever they stand; a missing column changes nothing in it", async () => {
    const batch = await send(...good, numeric, short);
    const [head, , yusnidar] = await download(batch);
    const order = [head!.indexOf("Kunci baris"), nikAt, head!.indexOf("Kode impor")];
    const answer = await giveBack(
      [head!, yusnidar!.with(nikAt, yusnidarNik)].map((row) => order.map((at) => row[at]!)),
    );
    expect(answer!.receipt).toMatchObject({ mended: [6], remaining: 1 });
  });

  test("belongs to the office that sent the list: another village finds none, another kind and an ordinary list are told apart", async () => {
    const batch = await send(...good, short);
    const [head, yusnidar] = await download(batch);
    const rows = [head!, yusnidar!.with(nikAt, yusnidarNik)];
    const by = (actor: Actor, kind: "village-list" | "village-officers" = "village-list") =>
      giveBack(rows, { actor, kind });
    await expect(by(anActor(database.app, "OPR", "13.77.02.2016"))).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(by(anActor(database.app, "DAT"))).rejects.toMatchObject({ code: "forbidden" });
    await expect(by(operator, "village-officers")).rejects.toMatchObject({
      details: { reason: "returned-other-kind", kind: "village-list" },
    });
    const plain = rows.map((row) =>
      row.filter((_, at) => !["Kode impor", "Kunci baris"].includes(head![at]!)),
    );
    expect(await giveBack(plain)).toBeNull();
  });

  test("leaves a receipt of row numbers, and neither cell nor key anywhere in the open", async () => {
    const batch = await send(...good, short);
    const [head, yusnidar] = await download(batch);
    await giveBack([head!, yusnidar!.with(nikAt, yusnidarNik)]);
    expect(await getLastReturn(database.app, operator, { batchId: batch.id })).toMatchObject({
      receipt: { mended: [5] },
    });
    const [{ all } = { all: "" }] = await readRows<{ all: string }>(
      database.app,
      `select (select row_to_json(r)::text from app.import_returns r)
        || (select string_agg(row_to_json(e)::text, '') from audit.entries e where action = 'import.return-rows') as all`,
    );
    expect(all).toContain("import.return-rows");
    expect(all).not.toMatch(/13779243|YUSNIDAR|1-5-0/);
  });
});

const operation = () => ({ operationId: database.app.newId() });

function type(batch: ImportBatch, { row, text }: { readonly row: number; readonly text: string }) {
  const mends = [{ sheet: 1, row, changes: [{ column: nikAt + 1, text }] }];
  return mendRows(database.app, operator, { ...operation(), batchId: batch.id, mends });
}

async function send(...lines: readonly string[]): Promise<ImportBatch> {
  const { batch } = await receiveImport(database.app, operator, {
    ...operation(),
    kind: "village-list",
    fileName: "daftar.csv",
    path: fileWith([header, ...lines].join("\n")),
  });
  await advanceImport(database.app, batch.id);
  return getImport(database.app, operator, { batchId: batch.id });
}

async function apply(batch: ImportBatch): Promise<void> {
  await applyImport(database.app, operator, { ...operation(), batchId: batch.id });
  await advanceImport(database.app, batch.id);
}

async function countsOf(batch: ImportBatch) {
  return (await getImport(database.app, operator, { batchId: batch.id })).counts;
}

const words: FaultyRowsWords = {
  sheet: "Perbaiki",
  problem: "Masalah",
  repair: "Cara memperbaiki",
  sentences: ({ code }) => ({ problem: code, repair: code }),
};

function lineOf(row: readonly string[]): string {
  return row.map((value) => `"${value.replaceAll('"', '""')}"`).join(";");
}

async function download(batch: ImportBatch): Promise<readonly string[][]> {
  const { bytes } = await faultyRowsFile(database.app, operator, { batchId: batch.id, words });
  const rows: string[][] = [];
  let width = 0;
  const options = { format: "xlsx", limits: limitsFor("village-list") } as const;
  for await (const event of readTable(fileWith(bytes), options)) {
    if (event.type !== "row") continue;
    width = Math.max(width, ...event.cells.map(({ column }) => column));
    const text = (at: number) => event.cells.find(({ column }) => column === at + 1)?.text ?? "";
    rows.push(Array.from({ length: width }, (_, at) => text(at)));
  }
  return rows;
}

type By = { readonly actor?: Actor; readonly kind?: "village-list" | "village-officers" };

function giveBack(rows: readonly (readonly string[])[], by: By = {}) {
  return giveBackBytes(rows.map(lineOf).join("\n"), "perbaikan.csv", by);
}

function giveBackBytes(content: string | Uint8Array, fileName: string, { actor = operator, kind }: By = {}) {
  return returnFaultyRows(database.app, actor, {
    ...operation(),
    kind: kind ?? "village-list",
    fileName,
    path: fileWith(content),
  });
}

function fileWith(content: string | Uint8Array): string {
  const path = join(mkdtempSync(join(database.app.config.dataDir, "send-")), "upload");
  writeFileSync(path, content);
  return path;
}

async function names(): Promise<readonly string[]> {
  const rows = await readRows<{ fullName: string }>(
    database.app,
    "select full_name from app.persons where withdrawn_at is null order by 1",
  );
  return rows.map(({ fullName }) => fullName.toUpperCase());
}
