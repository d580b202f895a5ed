import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recogniseTable } from "@tuwai/domain/columns";
import type { TableRow } from "@tuwai/domain/intake";
import * as fc from "fast-check";
import { writeXlsx, type CellValue } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { limitsFor } from "./file-limits.ts";
import { readCsv } from "./read-csv.ts";
import { readWorkbook } from "./read-workbook.ts";
import { RefusedFile } from "./refused-file.ts";
import type { TableEvent } from "./table-events.ts";
import { contextFor, judgeRows } from "./testing-judge-file.ts";

/** A night has time for more. */
const runs = process.env["TUWAI_NIGHTLY"] === "1" ? 5_000 : 50;
const limits = limitsFor("village-list");
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tuwai-law-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** In-process, so that hundreds of files can be tried; the child process runs the same readers. */
async function read(data: string | Uint8Array, format: "xlsx" | "csv"): Promise<TableEvent[]> {
  const path = join(folder, `file.${format}`);
  writeFileSync(path, data);
  const events: TableEvent[] = [];
  try {
    const reader = format === "xlsx" ? readWorkbook : readCsv;
    for await (const event of reader(path, { format, limits })) events.push(event);
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    events.push({ type: "refused", code: error.code, details: error.details });
  }
  return events;
}

const nik = (serial: number) => `137793010579${String(serial + 1).padStart(4, "0")}`;
const goodRows: readonly CellValue[][] = [
  ["DAFTAR PEKERJA RENTAN DESA NARAS HILIR"],
  ["No", "NIK", "Nama", "Tgl Lahir", "L/P", "Penghasilan"],
  ...Array.from({ length: 12 }, (_, index) => [
    index + 1,
    nik(index),
    `Orang ${index}`,
    "01-05-1979",
    "L",
    "1.000.000",
  ]),
  ["", "", "Jumlah", "", "", 12_000_000],
  ["", "", "", "Kepala Desa"],
];

type Mutation = (rows: CellValue[][]) => void;
const position = fc.tuple(fc.nat(20), fc.nat(8));
const oddValue = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.constantFrom<CellValue>(
    "",
    " ",
    "-",
    null,
    0,
    -1,
    1.5,
    1e16,
    true,
    "NIK",
    "Jumlah",
    "No",
    "#N/A",
    "=1+1",
    nik(3),
    Number(nik(4)),
    "1,37793E+15",
    new Date(Date.UTC(1979, 4, 1)),
    "Mengetahui,",
    "\u202E\u200B",
  ),
);
const mutation = fc.oneof(
  fc.tuple(position, oddValue).map(([[row, column], value]): Mutation => (rows) => {
    const target = rows[row % rows.length];
    if (target !== undefined) target[column] = value;
  }),
  fc.tuple(fc.nat(20), fc.nat(20)).map(([from, to]): Mutation => (rows) => {
    rows.splice(to % rows.length, 0, ...rows.splice(from % rows.length, 1));
  }),
  fc.nat(20).map(
    (at): Mutation =>
      (rows) =>
        void rows.splice(at % rows.length, 0, [...(rows[(at + 3) % rows.length] ?? [])]),
  ),
  fc.nat(20).map(
    (at): Mutation =>
      (rows) =>
        void rows.splice(at % rows.length, rows.length > 4 ? 1 : 0),
  ),
  fc.nat(8).map(
    (at): Mutation =>
      (rows) =>
        rows.forEach((row) => row.splice(at, 1)),
  ),
);

function fatesAddUp(events: readonly TableEvent[]): void {
  const end = events.at(-1);
  if (end?.type === "refused") return;
  const rows = events.filter((event): event is { type: "row" } & TableRow => event.type === "row");
  const recognition = recogniseTable(rows, "village-list");
  if (recognition.headerRows.length === 0) return;
  const judged = judgeRows(rows, recognition, contextFor("Naras Hilir"));
  const count = (...fates: string[]) => judged.filter(({ fate }) => fates.includes(fate)).length;
  const sum = count("accepted") + count("refused") + count("duplicate", "blank", "header", "note");
  expect(end?.type === "end" && end.sheets.reduce((total, { counted }) => total + counted, 0)).toBe(sum);
  for (const { fate, codes } of judged) if (fate === "refused") expect(codes.length).toBeGreaterThan(0);
}

describe("read = accepted + repair + skipped", { timeout: 600_000 }, () => {
  test("holds for a good workbook however it is mutated", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 12 }), async (mutations) => {
        const rows = goodRows.map((row) => [...row]);
        for (const mutate of mutations) mutate(rows);
        fatesAddUp(await read(await writeXlsx({ sheets: [{ name: "A", rows }] }), "xlsx"));
      }),
      { numRuns: runs },
    );
  });

  test("holds for csv with quotation marks, separators and line ends thrown in anywhere", async () => {
    const lines = goodRows.map((row) => row.join(";")).join("\n");
    const noise = fc.tuple(
      fc.nat(lines.length),
      fc.constantFrom('"', '""', ";", "\n", "\r\n", "\r", '"\n', ';"', ',"', "\t", "x", '"x"y'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(noise, { maxLength: 15 }), async (insertions) => {
        const text = insertions.reduce(
          (whole, [at, sign]) => whole.slice(0, at) + sign + whole.slice(at),
          lines,
        );
        const events = await read(text, "csv");
        expect(events.at(-1)).not.toMatchObject({ code: "E-COUNT" });
        fatesAddUp(events);
      }),
      { numRuns: runs * 3 },
    );
  });

  test("a row with a NIK is never taken for a note, a header or a blank", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(12),
        fc.array(fc.tuple(fc.nat(5), oddValue), { maxLength: 4 }),
        async (at, changes) => {
          const victim = goodRows[3]?.map((value) => value) ?? [];
          for (const [column, value] of changes) if (column !== 1) victim[column] = value;
          const rows = [
            ...goodRows.slice(0, 2),
            ...goodRows.slice(2, 14).toSpliced(at, 0, victim),
            ...goodRows.slice(14),
          ];
          const events = await read(
            await writeXlsx({ sheets: [{ name: "A", rows: rows.map((row) => [...row]) }] }),
            "xlsx",
          );
          const tableRows = events.filter(
            (event): event is { type: "row" } & TableRow => event.type === "row",
          );
          const judged = judgeRows(tableRows, recogniseTable(tableRows, "village-list"), contextFor());
          expect(["accepted", "refused", "duplicate"]).toContain(
            judged.find(({ row }) => row === at + 3)?.fate,
          );
        },
      ),
      { numRuns: runs },
    );
  });
});
