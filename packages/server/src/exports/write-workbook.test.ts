import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { limitsFor } from "#files";
import { readTable } from "#files";
import type { TableEvent } from "#files";
import { writeWorkbook } from "./write-workbook.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tuwai-write-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function readBack(bytes: Uint8Array): Promise<TableEvent[]> {
  const path = join(folder, "file.xlsx");
  writeFileSync(path, bytes);
  const events: TableEvent[] = [];
  for await (const event of readTable(path, { format: "xlsx", limits: limitsFor("village-list") }))
    events.push(event);
  return events;
}

const stamp = { title: "Paket", writtenAt: Date.UTC(2026, 10, 21) };

describe("a workbook that other offices open", () => {
  test("identity numbers, formulas, dates and strange signs come back exactly as written, as text", async () => {
    const values = [
      "1377920105790001",
      "=HYPERLINK(1)",
      "+6281234567321",
      "@SUM(1)",
      "_x0041_",
      " tepi ",
      "Nurhayâti 🌊",
      "a\r\nb",
    ];
    const events = await readBack(
      await writeWorkbook(
        [{ name: "Paket", columns: [{ header: "Isi", kind: "text" }], rows: values.map((value) => [value]) }],
        stamp,
      ),
    );
    const cells = events.flatMap((event) => (event.type === "row" ? event.cells : []));
    expect(cells.map(({ text }) => text)).toEqual(["Isi", ...values]);
    expect(new Set(cells.map(({ kind }) => kind))).toEqual(new Set(["text"]));
  });

  test("amounts are numbers and days are dates", async () => {
    const columns = [
      { header: "Iuran", kind: "rupiah" },
      { header: "Lahir", kind: "date" },
    ] as const;
    const events = await readBack(
      await writeWorkbook([{ name: "A", columns, rows: [[16_800, "1979-05-03"]] }], stamp),
    );
    const row = events.filter((event) => event.type === "row").at(-1);
    expect(row?.cells).toEqual([
      { column: 1, text: "16800", kind: "number", raw: "16800" },
      { column: 2, text: "1979-05-03", kind: "date", raw: "28978" },
    ]);
  });

  test("a template has its notes above a frozen header, lists of choices and text format in the rows to fill", async () => {
    const bytes = await writeWorkbook(
      [
        {
          name: "Daftar",
          notes: ["Isi satu orang per baris."],
          columns: [
            { header: "NIK", kind: "text" },
            { header: "L/P", kind: "text", choices: ["L", "P"] },
            { header: "_kode", kind: "text", isHidden: true },
          ],
          rows: [],
          openRows: 3,
        },
      ],
      stamp,
    );
    const book = await readXlsx(bytes, { readStyles: true });
    const [sheet, lists] = book.sheets;
    expect(sheet?.freezePane?.rows).toBe(2);
    expect(sheet?.dataValidations).toMatchObject([
      { type: "list", range: "B3:B5", formula1: "_pilihan!$A$1:$A$2" },
    ]);
    expect(lists).toMatchObject({ hidden: true, rows: [["L"], ["P"]] });
    expect(sheet?.columns?.[2]?.hidden).toBe(true);
    expect(sheet?.cells?.get("4,0")?.style?.numFmt).toBe("@");
  });

  test("the author stays empty", async () => {
    const book = await readXlsx(
      await writeWorkbook([{ name: "A", columns: [{ header: "X", kind: "text" }], rows: [] }], stamp),
    );
    expect(book.properties?.creator ?? "").toBe("");
  });
});
