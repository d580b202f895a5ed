import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { limitsFor } from "./file-limits.ts";
import { inspectFile } from "./inspect-file.ts";
import { readTable } from "./read-table.ts";
import type { TableEvent } from "./table-events.ts";
import { judgeFile, type JudgedFile } from "./testing-judge-file.ts";
import { rowXml, sheetXml, workbookParts, zipOf, type ZipEntry } from "./testing-zip.ts";

const MB = 1024 * 1024;
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tuwai-bad-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const nik = (serial: number) => `137793010579${String(serial).padStart(4, "0")}`;
const good = sheetXml(rowXml(1, ["NIK", "Nama", "Tgl Lahir"]) + rowXml(2, [nik(1), "Syafril", "01-05-1979"]));

function store(name: string, data: string | Uint8Array): string {
  const path = join(folder, name.replaceAll("/", "_"));
  writeFileSync(path, data);
  return path;
}

async function judge(name: string, data: string | Uint8Array): Promise<JudgedFile> {
  return judgeFile(store(name, data), name, "village-list");
}

async function refusalOf(name: string, data: string | Uint8Array) {
  const judged = await judge(name, data);
  return judged.refused === null ? "accepted" : judged.refused;
}

async function fatesOf(name: string, data: string | Uint8Array) {
  const judged = await judge(name, data);
  if (judged.refused !== null) throw new Error(judged.refused);
  expect(judged.rows).toHaveLength(judged.counted);
  return judged;
}

const withParts = (...more: ZipEntry[]) => zipOf([...workbookParts(good), ...more]);

describe("archives that are not what they say are refused before a row is read", { timeout: 60_000 }, () => {
  test("64 MB of spaces packed a thousandfold", async () => {
    expect(await refusalOf("bomb.xlsx", zipOf(workbookParts(Buffer.alloc(64 * MB, " "))))).toBe(
      "E-ZIP-RATIO",
    );
  });

  test("the same with a small size forged into its directory, stopped at the first byte too many", async () => {
    const parts = workbookParts(Buffer.alloc(64 * MB, " ")).map((part) =>
      part.name.includes("sheet1") ? { ...part, declaredSize: 1_000 } : part,
    );
    expect(await refusalOf("lies.xlsx", zipOf(parts))).toBe("E-ZIP-LIES");
  });

  test("thousands of entries", async () => {
    const many = Array.from({ length: 5_000 }, (_, index) => ({ name: `xl/x${index}.xml`, data: "" }));
    expect(await refusalOf("entries.xlsx", withParts(...many))).toBe("E-ZIP-ENTRIES");
  });

  test("an archive inside an archive", async () => {
    expect(await refusalOf("nested.xlsx", zipOf([{ name: "daftar.xlsx", data: withParts() }]))).toBe(
      "E-ZIP-NESTED",
    );
  });

  test.each([
    ["a path that leaves the folder", { name: "../../etc/cron.d/x", data: "x" }],
    ["an absolute path", { name: "/etc/passwd", data: "x" }],
    ["a path of Windows", { name: "xl\\..\\..\\x", data: "x" }],
    ["a symbolic link", { name: "xl/link", data: "/etc/passwd", mode: 0o120777 }],
  ])("%s", async (_, entry) => {
    expect(await refusalOf("path.xlsx", withParts(entry))).toBe("E-ZIP-PATH");
  });

  test("a part that stands twice", async () => {
    expect(await refusalOf("twice.xlsx", withParts({ name: "xl/Workbook.xml", data: "x" }))).toBe(
      "E-CORRUPT",
    );
  });

  test("shared texts of more than 50 MB", async () => {
    const strings = Array.from(
      { length: 52_000 },
      () => `<si><t>${"a".repeat(960)}${randomBytes(20).toString("hex")}</t></si>`,
    );
    const part = { name: "xl/sharedStrings.xml", data: `<sst>${strings.join("")}</sst>` };
    expect(await refusalOf("strings.xlsx", withParts(part))).toBe("E-UNPACKED");
  });

  test.each([
    "xl/externalLinks/externalLink1.xml",
    "xl/embeddings/oleObject1.bin",
    "xl/connections.xml",
    "xl/activeX/activeX1.xml",
  ])("a workbook that reaches outside itself through %s", async (name) => {
    expect(await refusalOf("active.xlsx", withParts({ name, data: "x" }))).toBe("E-ACTIVE");
  });

  test("an upload that broke off", async () => {
    const whole = withParts();
    expect(await refusalOf("cut.xlsx", whole.subarray(0, Math.floor(whole.length * 0.9)))).toBe("E-TRUNC");
  });
});

describe("files of another kind are named as what they are", { timeout: 60_000 }, () => {
  test("a workbook with a password", async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: "A", rows: [["NIK"]] }],
      encryption: { password: "rahasia", spinCount: 1000 },
    });
    expect(await refusalOf("sandi.xlsx", bytes)).toBe("E-ENCRYPTED");
  });

  test.each([
    ["xls", "lama.xlsx", ole("Workbook")],
    ["xls", "lama.xls", ole("Workbook")],
    ["xlsm", "makro.xlsx", withParts({ name: "xl/vbaProject.bin", data: "x" })],
    ["xlsb", "biner.xlsx", zipOf([{ name: "xl/workbook.bin", data: "x" }])],
    ["docx", "surat.xlsx", zipOf([{ name: "word/document.xml", data: "x" }])],
    [
      "ods",
      "daftar.xlsx",
      zipOf([
        { name: "mimetype", data: "x" },
        { name: "content.xml", data: "x" },
      ]),
    ],
    ["zip", "kosong.xlsx", zipOf([{ name: "catatan.txt", data: "x" }])],
    ["jpeg", "foto.xlsx", Buffer.from("ffd8ffe000104a464946", "hex")],
    ["png", "foto.xlsx", Buffer.from("89504e470d0a1a0a00", "hex")],
    ["pdf", "daftar.csv", Buffer.from("%PDF-1.7\n")],
    ["html", "daftar.xls", Buffer.from("<html><table><tr><td>NIK</td></tr></table>")],
    ["xlsx", "daftar.csv", withParts()],
    ["text", "daftar.xlsx", Buffer.from("NIK;Nama\n")],
    ["text", "daftar.docx", Buffer.from("NIK;Nama\n")],
  ])("%s under the name %s", async (real, name, data) => {
    const judged = await judge(name, data);
    expect(judged).toMatchObject({ refused: "E-TYPE", details: { real } });
  });
});

describe("hostile and broken workbooks", { timeout: 60_000 }, () => {
  test.each([
    ["entities that multiply", '<!DOCTYPE a [<!ENTITY b "&c;&c;">]>'],
    ["a definition from elsewhere", '<!DOCTYPE a SYSTEM "http://example.invalid/x.dtd">'],
  ])("%s are refused unread", async (_, declaration) => {
    expect(await refusalOf("dtd.xlsx", zipOf(workbookParts(declaration + good)))).toBe("E-XML-DTD");
  });

  test("XML that does not close is refused as broken", async () => {
    expect(await refusalOf("xml.xlsx", zipOf(workbookParts(good.slice(0, -30))))).toBe("E-CORRUPT");
  });

  test("more sheets than forty", async () => {
    const names = Array.from({ length: 41 }, (_, index) => `RT ${index + 1}`);
    expect(await refusalOf("sheets.xlsx", zipOf(workbookParts(good, names)))).toBe("E-SHEETS");
  });

  test("20,000 columns", async () => {
    const wide = sheetXml(
      rowXml(
        1,
        Array.from({ length: 20_000 }, (_, index) => `K${index}`),
      ),
    );
    expect(await refusalOf("columns.xlsx", zipOf(workbookParts(wide)))).toBe("E-COLUMNS");
  });

  test("a cell in the last corner of the sheet is read and remarked on", async () => {
    const far = `<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>hai</t></is></c></row>`;
    const judged = await fatesOf(
      "far.xlsx",
      zipOf(workbookParts(good.replace("</sheetData>", `${far}</sheetData>`))),
    );
    expect(judged.counted).toBe(3);
    expect(judged.remarks).toEqual(["W-SPARSE"]);
  });

  test("a million rows are given up at the first one too many, in little memory", async () => {
    const rows = Array.from(
      { length: 1_000_000 },
      (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>${(index * 7_919) % 99_991}</v></c></row>`,
    );
    const path = store("million.xlsx", zipOf(workbookParts(sheetXml(rows.join("")))));
    const before = process.memoryUsage().rss;
    const { result, peak } = await watchChildren(() => judgeFile(path, "million.xlsx", "village-list"));
    expect(result).toMatchObject({ refused: "E-HEADER" });
    const { result: events, peak: peakWhole } = await watchChildren(() => readAll(path));
    expect(events.at(-1)).toMatchObject({ type: "refused", code: "E-ROWS", details: { limit: 20_000 } });
    expect(Math.max(peak, peakWhole)).toBeLessThan(150 * MB);
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * MB);
  });

  test.each([
    ["an empty sheet", ""],
    ["nothing but a header", rowXml(1, ["NIK", "Nama"])],
  ])("%s is empty", async (_, rows) => {
    const judged = await judge("empty.xlsx", zipOf(workbookParts(sheetXml(rows))));
    const code = judged.refused ?? judged.recognition.remarks[0]?.code;
    expect(code).toBe("E-EMPTY");
  });

  test("a list without header is not guessed at", async () => {
    expect(
      await refusalOf("nohead.xlsx", zipOf(workbookParts(sheetXml(rowXml(1, [nik(1), "Syafril"]))))),
    ).toBe("E-HEADER");
  });
});

describe("csv as offices save it", { timeout: 60_000 }, () => {
  const list = `NIK;Nama;Tgl Lahir\n${nik(1)};Nurhayâti;01-05-1979\n`;
  test.each([
    ["UTF-8", Buffer.from(list)],
    ["UTF-8 with its mark", Buffer.from(`\uFEFF${list}`)],
    ["UTF-16 little end first", Buffer.from(`\uFEFF${list}`, "utf16le")],
    ["UTF-16 big end first", Buffer.from(`\uFEFF${list}`, "utf16le").swap16()],
    ["Windows-1252", Buffer.from(list, "latin1")],
  ])("names survive %s", async (_, data) => {
    expect(await nameIn("huruf.csv", data)).toBe("Nurhayâti");
  });

  test("a guessed encoding is said, with words to judge it by and no number among them", async () => {
    const events = await readAll(store("ansi.csv", Buffer.from(list, "latin1")), "csv");
    expect(events.find((event) => event.type === "remark")).toEqual({
      type: "remark",
      code: "W-ENC",
      details: { encoding: "windows-1252", sample: ["Nurhayâti"] },
    });
  });

  test("semicolons separate, commas stay inside amounts", async () => {
    const { rows, recognition } = await fatesOf(
      "koma.csv",
      `NIK;Nama;Tgl Lahir;Penghasilan\n${nik(1)};Syafril;01-05-1979;900000,00\n${nik(2)};Amir;01-05-1979;16.800,00\n`,
    );
    expect(recognition.columns.at(-1)?.field).toBe("income");
    expect(rows.map(({ fate }) => fate)).toEqual(["header", "accepted", "accepted"]);
  });

  test("a quotation mark left open on line 812 costs that line and no other", async () => {
    const lines = Array.from(
      { length: 900 },
      (_, index) => `${nik(index + 1)};"Orang ${index % 10}";01-05-1979`,
    );
    lines[810] = `${nik(811)};"Tidak ditutup;01-05-1979`;
    const { rows } = await fatesOf("kutip.csv", `NIK;Nama;Tgl Lahir\n${lines.join("\n")}\n`);
    expect(rows.filter(({ fate }) => fate === "refused")).toEqual([
      { row: 812, fate: "refused", codes: ["E-CSV"], hidden: false },
    ]);
    expect(rows.filter(({ fate }) => fate === "accepted")).toHaveLength(899);
  });

  test("a line with more fields than the list is held back whole", async () => {
    const { rows } = await fatesOf(
      "lebih.csv",
      `NIK,Nama,Alamat\n${nik(1)},Syafril,Jl. A\n${nik(2)},Amir,Jl. B,No. 2\n${nik(3)},Ali,Jl. C\n`,
    );
    expect(rows[2]).toMatchObject({ fate: "refused", codes: ["E-CSV"] });
  });

  test("quotation marks inside a name are part of it", async () => {
    const { rows } = await fatesOf(
      "gelar.csv",
      `NIK;Nama;Tgl Lahir\n${nik(1)};Datuk "Rajo" Basa;01-05-1979\n`,
    );
    expect(rows[1]?.fate).toBe("accepted");
  });

  test.each([
    ["zero bytes", Buffer.from("NIK;Nama\n\0\0;x\n")],
    ["random bytes", randomBytes(4_000)],
    ["control signs", Buffer.from(`NIK;Nama\n${"\u0001\u0002".repeat(50)}`)],
  ])("%s are no text", async (_, data) => {
    expect(["E-BINARY", "E-TYPE"]).toContain(await refusalOf("biner.csv", data));
  });

  test("one endless line", async () => {
    expect(await refusalOf("panjang.csv", `NIK;Nama\n${"x".repeat(5 * MB)}`)).toBe("E-LINE");
  });

  test("no bytes at all", async () => {
    expect(await refusalOf("kosong.csv", "")).toBe("E-EMPTY");
  });

  test("an exponent in place of a NIK is never guessed back", async () => {
    const { rows } = await fatesOf("ilmiah.csv", `NIK;Nama;Tgl Lahir\n1,37793E+15;Syafril;13-05-1979\n`);
    expect(rows[1]).toMatchObject({ fate: "refused", codes: ["E-NUM"] });
  });
});

describe("the process that reads", { timeout: 60_000 }, () => {
  const limits = limitsFor("dtsen");

  test.each([
    ["memory", { ...limits, memoryBytes: 20 * MB }],
    ["cpu", { ...limits, cpuSeconds: 0 }],
  ])("is ended when it takes more %s than it may, and the file is refused", async (limit, tight) => {
    const events: TableEvent[] = [];
    for await (const event of readTable(big(), { format: "csv", limits: tight }))
      if (event.type !== "row") events.push(event);
    expect(events.at(-1)).toEqual({ type: "refused", code: "E-LIMIT", details: { limit } });
  });

  test("killed by a stranger's hand it is a failure to try again, not the file's fault", async () => {
    const reading = readTable(big(), { format: "csv", limits });
    await reading.next();
    for (const pid of listChildren())
      if (readFileSync(`/proc/${pid}/cmdline`, "latin1").includes("besar.csv")) process.kill(pid, "SIGKILL");
    await expect(drain(reading)).rejects.toMatchObject({ code: "unavailable" });
  });

  test("ends with its reader", async () => {
    const path = big();
    for await (const event of readTable(path, { format: "csv", limits })) if (event.type === "row") break;
    await expect.poll(() => listChildren().filter((pid) => commandOf(pid).includes(path))).toEqual([]);
  });

  test("a name is never used as a path", async () => {
    const path = store("aman.csv", "NIK;Nama\n");
    expect(await inspectFile(path, "../../etc/passwd.csv", limits)).toMatchObject({
      outcome: "readable",
      format: "csv",
    });
  });
});

/** An old Office container that has a stream of this name. */
function ole(stream: string): Buffer {
  return Buffer.concat([
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    Buffer.alloc(600),
    Buffer.from(stream, "utf16le"),
  ]);
}

async function nameIn(name: string, data: string | Uint8Array): Promise<string | undefined> {
  const { recognition } = await fatesOf(name, data);
  expect(recognition.isReady).toBe(true);
  const rows = (await readAll(store(name, data), "csv")).filter((item) => item.type === "row");
  return rows[1]?.cells[1]?.text;
}

function big(): string {
  return store("besar.csv", `NIK;Nama\n${`${nik(1)};Syafril Amir\n`.repeat(200_000)}`);
}

async function readAll(path: string, format: "xlsx" | "csv" = "xlsx"): Promise<TableEvent[]> {
  const events: TableEvent[] = [];
  for await (const event of readTable(path, { format, limits: limitsFor("village-list") }))
    events.push(event);
  return events;
}

async function drain(events: AsyncIterable<TableEvent>): Promise<void> {
  let rows = 0;
  for await (const event of events) if (event.type === "row") rows += 1;
  expect(rows).toBeGreaterThan(0);
}

function listChildren(): number[] {
  return readdirSync("/proc/self/task").flatMap((task) =>
    readFileSync(`/proc/self/task/${task}/children`, "latin1").split(" ").filter(Boolean).map(Number),
  );
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "latin1");
  } catch {
    return "";
  }
}

/** The most memory any child process had while the work was done, in bytes. */
async function watchChildren<Result>(work: () => Promise<Result>): Promise<{ result: Result; peak: number }> {
  let peak = 0;
  const timer = setInterval(() => {
    for (const pid of listChildren()) peak = Math.max(peak, peakOf(pid));
  }, 10);
  const result = await work();
  clearInterval(timer);
  return { result, peak };
}

function peakOf(pid: number): number {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}
