import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { jakartaDate } from "@tuwai/domain/time";
import type { App } from "@tuwai/server/app";
import { keepMoment, markDemoCity } from "@tuwai/server/settings";
import { listCivilServants } from "@tuwai/server/sponsors";
import { passTo, startClock } from "@tuwai/server/work";
import { generateDemo } from "#files";
import { type CityBook, keepBook, newBook, readBook } from "./city-book.ts";
import { createOfficeAccounts, createSponsorAccounts, demoPassword } from "./demo-accounts.ts";
import { isDemoLoaded, markDemoLoaded } from "./demo-state.ts";
import { monthsUntil, playMonths } from "./play-months.ts";
import { bringPaperFigures } from "./paper-figures.ts";
import { sendFiles, type DemoFile } from "./send-files.ts";

const referenceDir = resolve(import.meta.dirname, "../../../../reference");

/** A quarter of the city is made, and of its villages so many per kecamatan are loaded: within minutes on a laptop. */
const defaultScale = 0.25;
const loadedPerKecamatan = 7;
/** The whole city: all of its villages that are not left to be done by hand. */
const everyVillage = 99;
const defaultMonths = 2;
const seed = 1;

export type DemoOptions = {
  readonly scale?: number;
  readonly months?: number;
  /** Only so many of its kecamatan, for a play that has to be short. */
  readonly kecamatan?: number;
  /** How many villages of each send their list; all of them where the whole city is made. */
  readonly perKecamatan?: number;
};

/**
 * Whether the play is still to come: then the clock of the city stands at the first day of its play, before anything stands in it, and
 * it is the play that moves it.
 */
export async function beginDemoCity(app: App, options: DemoOptions = {}): Promise<boolean> {
  const folder = folderOf(app);
  if (await isDemoLoaded(app)) return false;
  if (readBook(folder) !== null) return true;
  const months = options.months ?? Number(process.env["TUWAI_DEMO_MONTHS"] ?? defaultMonths);
  const until = app.clock.now();
  const [first] = monthsUntil(until, months);
  await startClock(app, firstMoment(first!, until));
  mkdirSync(folder, { recursive: true });
  const { kecamatan = 99 } = options;
  const perKecamatan = options.perKecamatan ?? (scaleOf(options) < 1 ? loadedPerKecamatan : everyVillage);
  const play = { seed, first: first!, months, until: until.toISOString(), kecamatan, perKecamatan };
  keepBook(folder, newBook(play));
  return true;
}

const scaleOf = ({ scale }: DemoOptions): number =>
  scale ?? Number(process.env["TUWAI_DEMO_SCALE"] ?? defaultScale);

/** The programme's month begins on its third day, like the programme itself (3 July 2025). */
function firstMoment(month: string, until: Date): Date {
  const third = new Date(`${month}-03T08:00:00+07:00`);
  return third < until ? third : until;
}

const folderOf = (app: App): string => join(app.config.dataDir, "demo");

/**
 * The synthetic city, loaded through the same imports, links and decisions that people use, and lived through for some months. Several
 * villages are left to be done by hand; their files and the password are printed at every start. Interrupted, it goes on where it was.
 */
export async function loadDemoCity(
  app: App,
  say: (line: string) => void,
  options: DemoOptions = {},
): Promise<void> {
  const folder = folderOf(app);
  if (!(await isDemoLoaded(app))) {
    await beginDemoCity(app, options);
    await bringPaperFigures(app, scaleOf(options));
    await load(app, folder, { say, options });
  }
  const { byHand } = splitVillages(readFiles(folder));
  say(
    `Kota contoh siap. Masuk sebagai mgr@demo.tuwai.id, opr-<kode desa>@demo.tuwai.id, … dengan sandi: ${demoPassword}`,
  );
  say(`Daftar desa untuk dimasukkan sendiri: ${join(folder, "berkas")}`);
  for (const file of byHand) say(`  ${file.villageCode}  ${file.file}`);
}

type Loading = { readonly say: (line: string) => void; readonly options: DemoOptions };

async function load(app: App, folder: string, { say, options }: Loading): Promise<void> {
  await markDemoCity(app);
  const started = performance.now();
  const tell = (line: string) =>
    say(`${(((performance.now() - started) / 1000) | 0).toString().padStart(4)} s  ${line}`);
  if (!existsSync(join(folder, "kebenaran", "berkas.json"))) {
    tell("kota contoh: penduduk dan berkas kantor");
    const { regionCode } = app.config;
    const scale = scaleOf(options);
    const asOf = jakartaDate(app.clock.now().getTime());
    await generateDemo({ referenceDir, regionCode, seed, scale, asOf, outDir: folder });
  }
  await createOfficeAccounts(app);
  const files = readFiles(folder);
  const book = readBook(folder)!;
  const { loaded, byHand } = splitVillages(files, book);
  if (!book.done.includes(filesIn)) {
    const registries = files
      .filter((file) => file.kind !== "village-list" && isOf(file, loaded))
      .map((file) => (file.kind === "dtsen" ? keepVillages(folder, file, [...loaded, ...byHand]) : file));
    await sendFiles(app, { folder, registries, villages: loaded, tell });
    await createSponsorAccounts(app, await listCivilServants(app));
    book.done.push(filesIn);
    keepBook(folder, book);
  }
  await play(app, { folder, book, tell });
  // In real time, in which nobody pays for its people, it would fall apart.
  await keepMoment(app);
  await markDemoLoaded(app);
}

/** A list of officers is of one kecamatan. */
function isOf({ kind, file }: DemoFile, villages: readonly DemoFile[]): boolean {
  if (kind !== "village-officers") return true;
  return villages.some(({ villageCode }) => file.includes(villageCode!.slice(0, 8)));
}

const filesIn = "files";

async function play(
  app: App,
  of: { readonly folder: string; readonly book: CityBook; readonly tell: (line: string) => void },
): Promise<void> {
  const until = new Date(of.book.until);
  const months = monthsUntil(until, of.book.months);
  await playMonths(app, months, {
    ...of,
    villages: loadedVillages(of.folder, of.book),
    shown: months.at(-1)!,
  });
  await passTo(app, until);
}

type Part = Pick<CityBook, "kecamatan" | "perKecamatan">;

/** Codes of the villages whose lists are in, in the order of their files. */
export function loadedVillages(folder: string, book: Part): readonly string[] {
  return splitVillages(readFiles(folder), book).loaded.map(({ villageCode }) => villageCode!);
}

/** Village lists that are left to be taken in by hand, by their path under `berkas`. */
export function byHandFiles(folder: string): readonly string[] {
  return splitVillages(readFiles(folder)).byHand.map(({ file }) => file);
}

function readFiles(folder: string): readonly DemoFile[] {
  const truth = JSON.parse(readFileSync(join(folder, "kebenaran", "berkas.json"), "utf8")) as {
    readonly files: readonly DemoFile[];
  };
  return truth.files;
}

/**
 * Per kecamatan two villages are left to be done by hand: the one with the cleanest file, so that a newcomer's first file goes
 * through, and the cleanest with something to repair. Of the others some are loaded, broken files included, and the rest have not sent their list yet.
 */
function splitVillages(
  files: readonly DemoFile[],
  { kecamatan, perKecamatan }: Part = { kecamatan: 99, perKecamatan: loadedPerKecamatan },
): {
  readonly loaded: readonly DemoFile[];
  readonly byHand: readonly DemoFile[];
} {
  const villages = files.filter((file) => file.kind === "village-list");
  const groups = [...Map.groupBy(villages, (file) => file.villageCode!.slice(0, 8)).values()].slice(
    0,
    kecamatan,
  );
  const byHand = groups.flatMap((group) => {
    const cleanest = group.toSorted((a, b) => brokenShare(a) - brokenShare(b) || (a.file < b.file ? -1 : 1));
    const toRepair = cleanest.find((file) => file !== cleanest[0] && isRepairable(file));
    return [...cleanest.slice(0, 1), ...(toRepair ? [toRepair] : [])];
  });
  const loaded = groups.flatMap((group) =>
    group.filter((file) => !byHand.includes(file)).slice(0, perKecamatan),
  );
  return { loaded, byHand };
}

/** Something is wrong with it, and nothing that cannot be put right by typing what stands on the person's card. */
function isRepairable({ expected: { blocking, defects } }: DemoFile): boolean {
  return blocking > 0 && !beyondTheCard.some((code) => defects[code] !== undefined);
}

const beyondTheCard = [
  "village-foreign",
  "same-nik-other-name",
  "name-missing",
  "noted-dead",
  "noted-moved",
  "unidentified",
];

/** The part of the DTSEN extract that concerns these villages, in a file beside it. */
function keepVillages(folder: string, file: DemoFile, villages: readonly DemoFile[]): DemoFile {
  const wanted = new Set(villages.map((village) => village.villageCode!.replaceAll(".", "")));
  const [header = "", ...lines] = readFileSync(join(folder, "berkas", file.file), "utf8").split(/\r?\n/);
  const column = header.split(";").indexOf("desa_kode");
  const kept = lines.filter((line) => wanted.has(line.split(";")[column] ?? ""));
  const part = "dtsen-bagian.csv";
  writeFileSync(join(folder, "berkas", part), `${[header, ...kept].join("\n")}\n`);
  return { ...file, file: part };
}

function brokenShare(file: DemoFile): number {
  return file.expected.blocking / Math.max(1, file.expected.data);
}
