import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ImportKind } from "@tuwai/domain/intake";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { limitsFor } from "./file-limits.ts";
import { readTable } from "./read-table.ts";
import { judgeFile } from "./testing-judge-file.ts";
import { rowXml, sheetXml, workbookParts, zipOf } from "./testing-zip.ts";

const folder = new URL("../../testdata/workbooks/", import.meta.url);

type Expected = {
  readonly kind: ImportKind;
  readonly village: string;
  readonly sheet: number;
  readonly counts: {
    readonly read: number;
    readonly accepted: number;
    readonly repair: number;
    readonly skipped: number;
  };
  readonly rows: readonly {
    readonly row: number;
    readonly fate: string;
    readonly codes: readonly string[];
    readonly hidden?: boolean;
  }[];
};

const files = ["1-rapi", "2-kop-tiga-baris", "3-angka-rusak", "4-ttl-gabung", "5-aparatur"];

describe.each(files)("the office workbook %s", { timeout: 60_000 }, (file) => {
  const path = fileURLToPath(new URL(`${file}.xlsx`, folder));
  const expected = JSON.parse(readFileSync(new URL(`${file}.json`, folder), "utf8")) as Expected;

  test("every physical row meets the fate its author gave it, and nothing is lost", async () => {
    const judged = await judgeFile(path, `${file}.xlsx`, expected.kind, expected.village);
    if (judged.refused !== null) throw new Error(`refused: ${judged.refused}`);
    const rows = judged.rows.map(({ row, fate, codes, hidden }) => ({
      row,
      fate,
      codes: codes.toSorted(),
      ...(hidden ? { hidden } : {}),
    }));
    expect(rows).toEqual(expected.rows.map((row) => ({ ...row, codes: row.codes.toSorted() })));
    const count = (...fates: string[]) => rows.filter(({ fate }) => fates.includes(fate)).length;
    const counts = {
      read: rows.length,
      accepted: count("accepted"),
      repair: count("refused"),
      skipped: count("duplicate", "blank", "header", "note"),
    };
    expect(counts).toEqual({ ...counts, ...expected.counts, detail: undefined });
    expect(counts.accepted + counts.repair + counts.skipped).toBe(judged.counted);
    expect(judged.recognition.sheet).toBe(expected.sheet);
    expect(judged.recognition.isReady).toBe(true);
  });

  test("our reader sees the same values as hucre's own", async () => {
    const book = await readXlsx(readFileSync(path));
    const limits = limitsFor(expected.kind);
    for await (const event of readTable(path, { format: "xlsx", limits })) {
      if (event.type !== "row") continue;
      const theirs = book.sheets[event.sheet - 1]?.rows[event.row - 1] ?? [];
      const filled = theirs.flatMap((value, index) =>
        value === null || value === "" ? [] : [[index + 1, asText(value).slice(0, limits.cellLength + 1)]],
      );
      const written = event.cells.filter(({ spread }) => spread === undefined);
      expect(written.map(({ column, text }) => [column, text])).toEqual(filled);
    }
  });
});

test("borders drawn down to row 40,000 do not make a bomb of four people", { timeout: 60_000 }, async () => {
  const people = [1, 2, 3, 4].map((n) =>
    rowXml(n + 1, [`137793010579000${n}`, `Syafril ${"Koto".repeat(n)}`]),
  );
  const bordered = Array.from(
    { length: 39_995 },
    (_, at) => `<row r="${at + 6}">${'<c s="1"/>'.repeat(10)}</row>`,
  );
  const own = mkdtempSync(join(tmpdir(), "tuwai-office-"));
  const path = join(own, "bingkai.xlsx");
  const xml = sheetXml([rowXml(1, ["NIK", "Nama"]), ...people, ...bordered].join(""));
  writeFileSync(path, zipOf(workbookParts(xml)));
  const judged = await judgeFile(path, "bingkai.xlsx", "village-list");
  rmSync(own, { recursive: true });
  if (judged.refused === null) expect(judged.rows.filter(({ fate }) => fate === "accepted")).toHaveLength(4);
  else expect(judged.refused).toBe("E-ROWS");
});

function asText(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === "number" ? BigInt(value).toString() : String(value);
}
