import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { limitsFor } from "./file-limits.ts";
import { readTable } from "./read-table.ts";
import type { TableEvent } from "./table-events.ts";
import { judgeFile } from "./testing-judge-file.ts";
import { zipOf } from "./testing-zip.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tuwai-ods-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = (value: string, more = "") =>
  `<table:table-cell office:value-type="string" ${more}><text:p>${value}</text:p></table:table-cell>`;
const row = (cells: string, more = "") => `<table:table-row ${more}>${cells}</table:table-row>`;
const covered = "<table:covered-table-cell/>";
const header = row(["NIK", "No KK", "Nama", "Tgl Lahir"].map((word) => text(word)).join(""));
const born =
  '<table:table-cell office:value-type="date" office:date-value="1979-05-01"><text:p>1 Mei 79</text:p></table:table-cell>';
const blankEnd = row(
  '<table:table-cell table:number-columns-repeated="16384"/>',
  'table:number-rows-repeated="1048000"',
);
const sheet = (rows: string, name = "Daftar") => `<table:table table:name="${name}">${rows}</table:table>`;

function store(tables: string): string {
  const path = join(folder, "daftar.ods");
  const content = `<office:document-content><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
  const mimetype = "application/vnd.oasis.opendocument.spreadsheet";
  writeFileSync(
    path,
    zipOf([
      { name: "mimetype", data: mimetype },
      { name: "content.xml", data: content },
    ]),
  );
  return path;
}

test(
  "an ods is read as a workbook is: dates, a merged family card, remarks left out, a million blank rows no row",
  { timeout: 60_000 },
  async () => {
    const remark = "<office:annotation><text:p>catatan</text:p></office:annotation>";
    const first = row(
      `${text("1377930105790001")}${text("1377931403120001", 'table:number-rows-spanned="2"')}<table:table-cell office:value-type="string">${remark}<text:p>Syafril<text:s text:c="1"/>Koto</text:p></table:table-cell>${born}`,
    );
    const second = row(`${text("1377930105790002")}${covered}${text("Yusmaniar")}${born}`);
    const path = store(sheet(header + first + second + blankEnd));
    const events: TableEvent[] = [];
    for await (const event of readTable(path, { format: "ods", limits: limitsFor("village-list") }))
      events.push(event);
    const rows = events.filter((event) => event.type === "row");
    expect(rows.map(({ cells }) => cells.map((cell) => cell.text))).toEqual([
      ["NIK", "No KK", "Nama", "Tgl Lahir"],
      ["1377930105790001", "1377931403120001", "Syafril Koto", "1979-05-01"],
      ["1377930105790002", "1377931403120001", "Yusmaniar", "1979-05-01"],
    ]);
    const judged = await judgeFile(path, "daftar.ods", "village-list");
    if (judged.refused !== null) throw new Error(judged.refused);
    expect(judged.rows.map(({ fate }) => fate)).toEqual(["header", "accepted", "accepted"]);
  },
);

test(
  "a row repeated a million times is refused at the limit of rows, not unpacked",
  { timeout: 60_000 },
  async () => {
    const person = row(
      text("1377930105790001") + text("") + text("Syafril") + born,
      'table:number-rows-repeated="1000000"',
    );
    const judged = await judgeFile(store(sheet(header + person)), "daftar.ods", "village-list");
    expect(judged.refused).toBe("E-ROWS");
  },
);
