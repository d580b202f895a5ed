import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FileLimits, limitsFor } from "./file-limits.ts";
import { inspectFile } from "./inspect-file.ts";
import { splitIntoLines } from "./read-lines.ts";
import { readTable, sampleTable } from "./read-table.ts";
import type { TableEvent } from "./table-events.ts";
import { judgeFile } from "./testing-judge-file.ts";
import { rowXml, sheetXml, workbookParts, zipOf } from "./testing-zip.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tuwai-poison-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const limits = limitsFor("village-list");
const header = ["NIK", "Nama", "Tgl Lahir", "Alamat"];
const person = (number: number, address: string) =>
  rowXml(number, [`137793010579${String(number).padStart(4, "0")}`, "Syafril", "01-05-1979", address]);

function store(name: string, data: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, data);
  return path;
}

/** Few shared strings that very many cells refer to: small when packed, endless when read. */
function sharedBook(text: string, { rows, columns }: { readonly rows: number; readonly columns: number }) {
  const cells = Array.from({ length: columns }, () => '<c t="s"><v>0</v></c>').join("");
  const listed = Array.from({ length: rows }, (_, at) => `<row r="${at + 1}">${cells}</row>`).join("");
  return zipOf([
    ...workbookParts(sheetXml(listed)),
    { name: "xl/sharedStrings.xml", data: `<sst><si><t>${text}</t></si></sst>` },
  ]);
}

async function collect(path: string, format: "xlsx" | "csv", of: Partial<FileLimits> = {}) {
  const events: TableEvent[] = [];
  for await (const event of readTable(path, { format, limits: { ...limits, ...of } })) events.push(event);
  return events;
}

const noise = (length: number) =>
  Array.from({ length }, (_, at) => String.fromCharCode(97 + ((at * 7919 + (at >> 3) * 31) % 26))).join("");

describe("a file that is small when it is sent and endless when it is read", { timeout: 60_000 }, () => {
  test("a shared text longer than any spreadsheet holds is refused by the first cell that shows it", async () => {
    const path = store("shared.xlsx", sharedBook(noise(900_000), { rows: 20_000, columns: 8 }));
    expect(await inspectFile(path, "shared.xlsx", limits)).toMatchObject({ outcome: "readable" });
    expect((await sampleTable(path, { format: "xlsx", limits })).at(-1)).toEqual({
      type: "refused",
      code: "E-CELL-SIZE",
      details: { row: 1, column: 1, limit: 32_767 },
    });
  });

  test("a long text shown a hundred thousand times is refused for what it unpacks to, and the sample stays small", async () => {
    const path = store("many.xlsx", sharedBook(noise(30_000), { rows: 20_000, columns: 8 }));
    expect((await collect(path, "xlsx")).at(-1)).toMatchObject({ type: "refused", code: "E-UNPACKED" });
    const sample = await sampleTable(path, { format: "xlsx", limits });
    const characters = sample.flatMap((event) => (event.type === "row" ? event.cells : []));
    expect(characters.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(3_000_000);
  });

  test("one inline text beyond what a spreadsheet holds names its row and column", async () => {
    const rows = rowXml(1, header) + person(2, "x") + person(3, "y".repeat(40_000));
    const judged = await judgeFile(
      store("inline.xlsx", zipOf(workbookParts(sheetXml(rows)))),
      "inline.xlsx",
      "village-list",
    );
    expect(judged).toMatchObject({ refused: "E-CELL-SIZE", details: { row: 3, column: 4 } });
  });

  test.each(["xlsx", "csv"] as const)(
    "a cell of 1,200 characters in a %s is that row's to repair",
    async (format) => {
      const long = noise(1_200);
      const rows = rowXml(1, header) + person(2, "Jalan 1") + person(3, long) + person(4, "Jalan 2");
      const csv = [
        header.join(";"),
        ...[2, 3, 4].map(
          (n) => `1377930105790${String(n).padStart(3, "0")};Syafril;01-05-1979;${n === 3 ? long : "x"}`,
        ),
      ].join("\n");
      const data = format === "csv" ? csv : zipOf(workbookParts(sheetXml(rows)));
      const judged = await judgeFile(store(`long.${format}`, data), `long.${format}`, "village-list");
      if (judged.refused !== null) throw new Error(judged.refused);
      const data3 = judged.rows.filter(({ fate }) => fate !== "header");
      expect(data3.map(({ fate }) => fate)).toEqual(["accepted", "refused", "accepted"]);
      expect(data3[1]!.codes).toContain("E-LEN");
    },
  );

  test("a row of more text than a line may have is refused by its number", async () => {
    const wide = rowXml(
      3,
      Array.from({ length: 64 }, () => noise(32_000)),
    );
    const path = store(
      "wide.xlsx",
      zipOf(workbookParts(sheetXml(rowXml(1, header) + person(2, "x") + wide))),
    );
    expect((await collect(path, "xlsx", { cellLength: 2_000 })).at(-1)).toMatchObject({
      type: "refused",
      code: "E-LINE",
      details: { line: 3 },
    });
  });

  test("a reader that lives too long is ended, and so is one whose sender has thought better of it", async () => {
    const slow = store(
      "slow.xlsx",
      zipOf(workbookParts(sheetXml(Array.from({ length: 20_000 }, (_, at) => person(at + 1, "x")).join("")))),
    );
    expect((await collect(slow, "xlsx", { wallSeconds: 0.01 })).at(-1)).toMatchObject({
      code: "E-LIMIT",
      details: { limit: "time" },
    });
    const stop = new AbortController();
    const events = readTable(slow, { format: "xlsx", limits }, stop.signal);
    await events.next();
    stop.abort(new Error("set aside"));
    await expect(takeAll(events)).rejects.toThrow("set aside");
  });
});

async function takeAll<T>(items: AsyncIterable<T>): Promise<T[]> {
  const taken: T[] = [];
  for await (const item of items) taken.push(item);
  return taken;
}

async function* cut(text: string, size: number) {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

function refuse(): never {
  throw new RangeError("too long");
}

test("lines come out of any pieces as they went in; one without end is refused before it is whole", async () => {
  for (const size of [1, 2, 3, 7, 100])
    expect(await takeAll(splitIntoLines(cut("a\n\nbcdef\ngh\nhalf", size), 10, refuse))).toEqual([
      "a",
      "",
      "bcdef",
      "gh",
    ]);
  let asked = 0;
  async function* endless() {
    for (;;) {
      asked += 1;
      yield "x".repeat(1_000);
    }
  }
  await expect(takeAll(splitIntoLines(endless(), 10_000, refuse))).rejects.toThrow("too long");
  expect(asked).toBe(11);
});
