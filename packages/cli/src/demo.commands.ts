import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { DemoSummary } from "@tuwai/demo/files";
import type { CivilDate } from "@tuwai/domain/time";
import { passDay } from "@tuwai/server/work";
import { type Command, InvalidArgumentError } from "commander";
import { CommandError } from "./command-error.ts";
import type { AddCommands } from "./command-feature.ts";
import { refuseWithoutCity } from "./data-folder.ts";
import { addLiveCommand } from "./demo-live.command.ts";
import { dateOption } from "./options.ts";
import { withApp } from "./with-app.ts";

type GenerateOptions = { region: string; seed: number; scale: number; out: string; on?: CivilDate };

const referenceDir = resolve(import.meta.dirname, "../../../reference");

/** `tuwai demo generate`: a synthetic city and the files its offices would send, the same for the same seed. */
export const addDemoCommands: AddCommands = (program, reply) => {
  const demo = program
    .command("demo")
    .summary("Kota contoh dengan penduduk rekaan")
    .description("Kota contoh dengan penduduk rekaan");
  demo
    .command("generate")
    .description("Membuat penduduk rekaan dan berkas seperti yang dikirim kantor-kantor")
    .option("--region <kode>", "kode kabupaten atau kota", "13.77")
    .option("--seed <bilangan>", "benih; benih yang sama memberi berkas yang sama", seedOption, 1)
    .option("--scale <bagian>", "1 untuk seluruh penduduk, 0.1 untuk sepersepuluh", scaleOption, 1)
    .option("--on <tanggal>", "hari permainan, YYYY-MM-DD; bawaan: hari kota contoh", dateOption)
    .requiredOption("--out <map>", "map tujuan; isinya dari pembuatan lama diganti")
    .action(async ({ region, seed, scale, out, on }: GenerateOptions) => {
      clearEarlierRun(out);
      const { generateDemo } = await import("@tuwai/demo/files");
      const summary = await generateDemo({
        referenceDir,
        regionCode: region,
        seed,
        scale,
        outDir: out,
        ...(on === undefined ? {} : { asOf: on }),
        onProgress,
      });
      reply({ document: { out, seed, scale, ...summary }, text: () => summaryText(out, summary) });
    });
  addDayCommand(demo, reply);
  addPrepareCommand(demo, reply);
  addLiveCommand(demo, reply);
};

type PrepareOptions = {
  region: string;
  scale: number;
  months: number;
  villages?: number;
  until: string;
  out: string;
};

/** `tuwai demo prepare`: the city that `npm start` restores, lived through once and kept in a file. */
function addPrepareCommand(demo: Command, reply: Parameters<AddCommands>[1]): void {
  demo
    .command("prepare")
    .description("Menjalani kota contoh dari awal dan menyimpannya untuk npm start")
    .option("--region <kode>", "kode kabupaten atau kota", "13.77")
    .option("--scale <bagian>", "1 untuk seluruh penduduk, 0.1 untuk sepersepuluh", scaleOption, 1)
    .option("--months <bilangan>", "berapa bulan dijalani", monthsOption, 17)
    .option(
      "--villages <bilangan>",
      "berapa desa tiap kecamatan yang sudah mengirim daftar; bawaan: semua",
      villagesOption,
    )
    .option("--until <saat>", "saat kota contoh berhenti", "2026-11-30T02:00:00Z")
    .requiredOption("--out <berkas>", "berkas tujuan")
    .action(async ({ region, scale, months, villages, until, out }: PrepareOptions) => {
      const part = villages === undefined ? {} : { perKecamatan: villages };
      const { prepareDemo } = await import("@tuwai/city/runtime");
      const asked = { region, scale, months, until, out: resolve(out) };
      const made = await withOwnDatabase((place) => prepareDemo({ ...asked, ...place, ...part }, onProgress));
      reply({
        document: made,
        text: () =>
          `${sumOf(made.rows)} baris dalam ${made.bytes} bita tersimpan di ${made.path}\n` +
          Object.entries(made.largest)
            .map(([table, bytes]) => `  ${String(bytes).padStart(9)}  ${table}`)
            .join("\n"),
      });
    });
}

function sumOf(rows: Readonly<Record<string, number>>): number {
  return Object.values(rows).reduce((sum, count) => sum + count, 0);
}

/** A database and a folder that are there for this work alone. */
async function withOwnDatabase<T>(
  work: (place: { readonly databaseUrl: string; readonly dataDir: string }) => Promise<T>,
): Promise<T> {
  const { attachOrStart } = await import("@tuwai/scripts/postgres");
  const dataDir = mkdtempSync(join(tmpdir(), "tuwai-prepare-"));
  try {
    const database = await attachOrStart({ dataDir });
    try {
      return await work({ databaseUrl: database.url, dataDir });
    } finally {
      await database.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function villagesOption(text: string): number {
  const villages = Number(text);
  if (!Number.isInteger(villages) || villages < 1 || villages > 99)
    throw new InvalidArgumentError("antara 1 dan 99");
  return villages;
}

function monthsOption(text: string): number {
  const months = Number(text);
  if (!Number.isInteger(months) || months < 1 || months > 60)
    throw new InvalidArgumentError("antara 1 dan 60");
  return months;
}

/** `tuwai demo day`: the city's clock moves to ten past midnight of the next day, and that night's work is done. */
function addDayCommand(demo: Command, reply: Parameters<AddCommands>[1]): void {
  demo
    .command("day")
    .description("Memajukan jam kota contoh sehari, dengan pekerjaan malamnya")
    .option("--days <bilangan>", "berapa hari", daysOption, 1)
    .action(async ({ days }: { days: number }) => {
      refuseWithoutCity();
      const { now, today } = await withApp(async (app) => {
        for (let day = 0; day < days; day += 1) await passDay(app);
        return { now: app.clock.now().toISOString(), today: app.clock.today() };
      });
      reply({
        document: { now, today, days },
        text: () => `Kota contoh sekarang ${today}, lewat tengah malam`,
      });
    });
}

function daysOption(text: string): number {
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1 || days > 400) throw new InvalidArgumentError("antara 1 dan 400");
  return days;
}

function onProgress(step: string): void {
  process.stderr.write(`demo: ${step}\n`);
}

/** Only what an earlier run made is replaced; a directory with anything else in it is refused. */
function clearEarlierRun(out: string): void {
  const entries = existsSync(out) ? readdirSync(out) : [];
  const isEarlierRun = existsSync(join(out, "kebenaran", "berkas.json"));
  const hasOthers = entries.some((entry) => entry !== "berkas" && entry !== "kebenaran");
  if (hasOthers || (entries.length > 0 && !isEarlierRun)) {
    throw new CommandError("invalid-input", "Map tujuan berisi hal lain. Pilih map yang kosong.");
  }
  for (const entry of entries) rmSync(join(out, entry), { recursive: true });
}

function seedOption(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("Benih adalah bilangan bulat mulai 0.");
  return Number(text);
}

function scaleOption(text: string): number {
  const scale = Number(text);
  if (!(scale > 0 && scale <= 20))
    throw new InvalidArgumentError("Bagian adalah bilangan di atas 0, paling besar 20.");
  return scale;
}

function summaryText(out: string, { region, villages, residents, households, files }: DemoSummary): string {
  return [
    `Kota contoh ${region}: ${villages} desa/kelurahan, ${households} keluarga, ${residents} penduduk.`,
    `${files.length} berkas di ${join(out, "berkas")}, kebenarannya di ${join(out, "kebenaran")}.`,
  ].join("\n");
}
