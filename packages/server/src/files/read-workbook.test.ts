import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TableRow } from "@tuwai/domain/intake";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { limitsFor } from "./file-limits.ts";
import { readWorkbook } from "./read-workbook.ts";
import type { TableEvent } from "./table-events.ts";
import { sheetXml, workbookParts, zipOf, type ZipEntry } from "./testing-zip.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tuwai-read-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(parts: readonly ZipEntry[]): Promise<TableEvent[]> {
  const path = join(folder, "file.xlsx");
  writeFileSync(path, zipOf(parts));
  const events: TableEvent[] = [];
  for await (const event of readWorkbook(path, { format: "xlsx", limits: limitsFor("village-list") }))
    events.push(event);
  return events;
}

async function rowsOf(rows: string, more: readonly ZipEntry[] = []): Promise<TableRow[]> {
  return (await read([...workbookParts(sheetXml(rows)), ...more])).filter((event) => event.type === "row");
}

async function cellsOf(cells: string, more: readonly ZipEntry[] = []) {
  const [row] = await rowsOf(`<row r="3">${cells}</row>`, more);
  return row?.cells.map(({ column, kind, text, raw }) => [column, kind, text, raw]);
}

function textsOf(events: readonly TableEvent[]) {
  return events.flatMap((event) =>
    event.type === "row" ? event.cells.map(({ kind, text }) => [kind, text]) : [],
  );
}

const replace = (parts: readonly ZipEntry[], name: string, change: (text: string) => string): ZipEntry[] =>
  parts.map((part) => (part.name === name ? { ...part, data: change(String(part.data)) } : part));

const empty = (row: number): string => `<row r="${row}"><c r="A${row}" s="1"/></row>`;
const full = (row: number): string => `<row r="${row}"><c r="A${row}"><v>1</v></c></row>`;

test("formatted rows without a value are records between two rows with one, and none at the end", async () => {
  const sheet = [full(1), empty(2), full(3), ...[4, 5, 6].map(empty), '<row r="7" ht="20"/>'].join("");
  const events = await read(workbookParts(sheetXml(sheet)));
  const rows = events.flatMap((event) => (event.type === "row" ? [event.row] : []));
  expect(rows).toEqual([1, 2, 3]);
  expect(events.at(-1)).toMatchObject({ type: "end", sheets: [{ read: 3, counted: 3 }] });
});

describe("the kinds of a cell", () => {
  test("a number keeps its literal and is written out in plain digits", async () => {
    expect(await cellsOf('<c r="B3"><v>1.37792010579E+15</v></c><c r="C3"><v>0.5</v></c>')).toEqual([
      [2, "number", "1377920105790000", "1.37792010579E+15"],
      [3, "number", "0.5", "0.5"],
    ]);
  });

  test("a formula shows its last value and keeps its source; one that was never computed shows its source", async () => {
    const cells =
      '<c r="A3" t="str"><f>B3&amp;"x"</f><v>ax</v></c><c r="B3"><f>1+1</f><v>2</v></c><c r="C3"><f>A1</f></c><c r="D3"><f t="shared" si="0"/><v>7</v></c>';
    expect(await cellsOf(cells)).toEqual([
      [1, "formula", "ax", '=B3&"x"'],
      [2, "formula", "2", "=1+1"],
      [3, "formula", "=A1", "=A1"],
      [4, "formula", "7", "="],
    ]);
  });

  test("truth values and errors are named as such", async () => {
    expect(await cellsOf('<c r="A3" t="b"><v>1</v></c><c r="B3" t="e"><v>#N/A</v></c>')).toEqual([
      [1, "boolean", "TRUE", "1"],
      [2, "error", "#N/A", "#N/A"],
    ]);
  });

  test("shared texts join their runs and leave out how they are pronounced", async () => {
    const strings =
      '<sst><si><r><t>Ros</t></r><r><rPr><b/></rPr><t xml:space="preserve"> maniar</t></r><rPh sb="0" eb="1"><t>XX</t></rPh></si><si><t>a_x000D_b</t></si></sst>';
    expect(
      await cellsOf('<c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c>', [
        { name: "xl/sharedStrings.xml", data: strings },
      ]),
    ).toEqual([
      [1, "text", "Ros maniar", "Ros maniar"],
      [2, "text", "a\rb", "a\rb"],
    ]);
  });

  test("cells without value are left out, cells without position follow the one before", async () => {
    expect(
      await cellsOf(
        '<c r="C3" s="4"/><c r="D3"><v>1</v></c><c><v>2</v></c><c t="inlineStr"><is><t/></is></c>',
      ),
    ).toEqual([
      [4, "number", "1", "1"],
      [5, "number", "2", "2"],
    ]);
  });
});

describe("dates", () => {
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-421]dd mmmm yyyy;@"/><numFmt numFmtId="165" formatCode="&quot;hari&quot;0"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>';
  const cells =
    '<c r="A3" s="1"><v>29344</v></c><c r="B3" s="2"><v>29344.75</v></c><c r="C3" s="3"><v>29344</v></c><c r="D3"><v>29344</v></c>';
  const relation =
    '<Relationship Id="rId3" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/styles" Target="/xl/styles.xml"/></Relationships>';
  const withStyles = [
    ...replace(workbookParts(sheetXml(`<row r="1">${cells}</row>`)), "xl/_rels/workbook.xml.rels", (text) =>
      text.replace("</Relationships>", relation),
    ),
    { name: "xl/styles.xml", data: styles },
  ];

  test("a number is a day when its format shows one, whatever it shows beside", async () => {
    expect(textsOf(await read(withStyles))).toEqual([
      ["date", "1980-05-03"],
      ["date", "1980-05-03T18:00:00"],
      ["number", "29344"],
      ["number", "29344"],
    ]);
  });

  test("a workbook that counts from 1904 gives other days", async () => {
    const parts = replace(withStyles, "xl/workbook.xml", (text) =>
      text.replace("<sheets>", '<workbookPr date1904="1"/><sheets>'),
    );
    expect(textsOf(await read(parts))[0]).toEqual(["date", "1984-05-04"]);
  });
});

describe("rows", () => {
  test("hidden rows are read and said to be hidden", async () => {
    const rows = await rowsOf('<row r="2" hidden="1"><c><v>1</v></c></row><row r="7"><c><v>2</v></c></row>');
    expect(rows.map(({ row, hidden }) => [row, hidden])).toEqual([
      [2, true],
      [7, false],
    ]);
  });

  test("every row of a hidden sheet is hidden", async () => {
    const parts = replace(
      workbookParts(sheetXml('<row r="1"><c><v>1</v></c></row>')),
      "xl/workbook.xml",
      (text) => text.replace("<sheet ", '<sheet state="veryHidden" '),
    );
    expect((await read(parts)).filter((event) => event.type === "row")).toMatchObject([{ hidden: true }]);
  });

  test("another prefix for the same names changes nothing", async () => {
    const xml =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>NIK</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    const events = await read(workbookParts(xml));
    expect(events.at(-1)).toMatchObject({ type: "end", sheets: [{ read: 1, counted: 1 }] });
  });

  test("the second count sees rows that only pretend to be a comment's text", async () => {
    const reading = rowsOf('<row r="1"><c><v>1</v></c></row><!-- <row r="2"></row> -->');
    await expect(reading).rejects.toMatchObject({ code: "E-COUNT", details: { read: 1, counted: 2 } });
  });

  test("row numbers that go back are a broken file", async () => {
    await expect(rowsOf('<row r="5"/><row r="4"/>')).rejects.toMatchObject({ code: "E-CORRUPT" });
  });
});
