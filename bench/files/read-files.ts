/**
 * Read, recognise and check: a workbook of 20,000 rows and a DTSEN csv of 100,000 and 1,000,000 rows.
 * Run: node bench/files/read-files.ts. Prints rows per second and the most memory of the reading child and of this process.
 */
import { createWriteStream, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recogniseTable } from "@tuwai/domain/columns";
import { checkRow, createFileCheck, createRowClassifier, mapRow } from "@tuwai/domain/imports";
import type { ImportKind } from "@tuwai/domain/intake";
import { civilDate } from "@tuwai/domain/time";
import { writeWorkbook } from "@tuwai/server/exports";
import { inspectFile, limitsFor, readTable, sampleTable } from "@tuwai/server/files";

const context = { today: civilDate("2026-11-21"), identityNumbers: "synthetic", region: "13.77" } as const;
const folder = await mkdtemp(join(tmpdir(), "tuwai-bench-"));

await measure("village-list", "xlsx", await writeVillageList(19_998));
await measure("dtsen", "csv", await writeDtsen(100_000));
await measure("dtsen", "csv", await writeDtsen(999_999));
await rm(folder, { recursive: true });

async function measure(kind: ImportKind, format: "xlsx" | "csv", path: string): Promise<void> {
  const peaks = { child: 0, main: 0 };
  const timer = setInterval(() => watch(peaks), 20);
  const limits = limitsFor(kind);
  const start = performance.now();
  const inspection = await inspectFile(path, `berkas.${format}`, limits);
  if (inspection.outcome === "refused") throw new Error(inspection.code);
  const sample = await sampleTable(path, { format, limits });
  const recognition = recogniseTable(
    sample.filter((event) => event.type === "row"),
    kind,
  );
  const recognised = performance.now();
  const classOf = createRowClassifier(recognition);
  const fileCheck = createFileCheck(kind);
  let rows = 0;
  let accepted = 0;
  for await (const event of readTable(path, { format, limits, sheet: recognition.sheet })) {
    if (event.type === "refused") throw new Error(event.code);
    if (event.type !== "row") continue;
    rows += 1;
    if (classOf(event) !== "data") continue;
    const checked = checkRow(kind, mapRow(event, recognition), context);
    fileCheck.add(event.row, checked);
    if (checked.outcome === "accepted") accepted += 1;
  }
  const { issues } = fileCheck.finish();
  clearInterval(timer);
  const seconds = (performance.now() - start) / 1000;
  console.log(
    JSON.stringify({
      kind,
      rows,
      accepted,
      conflicting: issues.size,
      fileMegabytes: megabytes((await stat(path)).size),
      recogniseMs: Math.round(recognised - start),
      seconds: Number(seconds.toFixed(2)),
      rowsPerSecond: Math.round(rows / seconds),
      childMegabytes: megabytes(peaks.child),
      mainMegabytes: megabytes(peaks.main),
    }),
  );
}

async function writeVillageList(count: number): Promise<string> {
  const path = join(folder, "desa.xlsx");
  const headers = [
    "No",
    "NIK",
    "No KK",
    "Nama",
    "Tempat Lahir",
    "Tgl Lahir",
    "L/P",
    "Alamat",
    "Pekerjaan",
    "No HP",
  ];
  const rows = Array.from({ length: count }, (_, index) => {
    const { nik, card, day, name } = personAt(index);
    return [
      index + 1,
      nik,
      card,
      name,
      "Pariaman",
      day,
      "L",
      `Jl. Merdeka No. ${index}`,
      "Nelayan",
      "081267001234",
    ];
  });
  const columns = headers.map((header) => ({
    header,
    kind: header === "No" ? ("number" as const) : ("text" as const),
  }));
  await writeFile(path, await writeWorkbook([{ name: "Data", columns, rows }], { title: "", writtenAt: 0 }));
  return path;
}

async function writeDtsen(count: number): Promise<string> {
  const path = join(folder, `dtsen-${count}.csv`);
  const out = createWriteStream(path);
  const more = Array.from({ length: 12 }, (_, index) => `kolom_${index}`);
  out.write(
    `id_keluarga;nomor_kartu_keluarga;nomor_induk_kependudukan;nama;jenis_kelamin;tanggal_lahir;kelurahan_desa;desil_nasional;${more.join(";")}\n`,
  );
  for (let index = 0; index < count; index += 1) {
    const { nik, card, day, name } = personAt(index);
    const line = `K${index};${card};${nik};${name};1;${day};NARAS I;${(index % 10) + 1};${more.map((_, at) => at).join(";")}\n`;
    if (!out.write(line)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
  return path;
}

/** A different made-up person for every number below two million. */
function personAt(index: number) {
  const serial = String((index % 9_999) + 1).padStart(4, "0");
  const group = Math.floor(index / 9_999);
  const [day, month, year] = [
    two((group % 28) + 1),
    two((Math.floor(group / 28) % 12) + 1),
    two(60 + (Math.floor(group / 336) % 39)),
  ];
  return {
    nik: `137793${day}${month}${year}${serial}`,
    card: `137793${day}${month}10${serial}`,
    day: `${day}-${month}-19${year}`,
    name: `SYAFRIL ${"ABCDEFGHIJ".charAt(index % 10)}MRI`,
  };
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

function watch(peaks: { child: number; main: number }): void {
  peaks.main = Math.max(peaks.main, process.memoryUsage().rss);
  for (const task of readdirSync("/proc/self/task")) {
    const children = readFileSync(`/proc/self/task/${task}/children`, "latin1").split(" ").filter(Boolean);
    for (const pid of children) peaks.child = Math.max(peaks.child, residentPeak(pid));
  }
}

function residentPeak(pid: string): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
