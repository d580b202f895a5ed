import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { App } from "@tuwai/server/app";
import { markDemoCity } from "@tuwai/server/settings";
import { listCivilServants } from "@tuwai/server/sponsors";
import { generateDemo } from "#files";
import { createOfficeAccounts, createSponsorAccounts, demoPassword } from "./demo-accounts.ts";
import { isDemoLoaded, markDemoLoaded } from "./demo-state.ts";
import { runProgramme } from "./run-programme.ts";
import { sendFiles, type DemoFile } from "./send-files.ts";

const referenceDir = resolve(import.meta.dirname, "../../../../reference");

/** A quarter of the city is made, and of its villages so many per kecamatan are loaded: within a minute on a laptop. */
const defaultScale = 0.25;
const loadedPerKecamatan = 7;

/**
 * The synthetic city, loaded through the same imports, links and decisions that people use. Several villages are left to be
 * done by hand; their files and the password are printed at every start. Interrupted, it goes on where it was.
 */
export async function loadDemoCity(app: App, say: (line: string) => void): Promise<void> {
  const folder = join(app.config.dataDir, "demo");
  if (!(await isDemoLoaded(app))) await load(app, folder, say);
  const byHand = splitVillages(readFiles(folder)).byHand;
  say(
    `Kota contoh siap. Masuk sebagai mgr@demo.tuwai.id, opr-<kode desa>@demo.tuwai.id, … dengan sandi: ${demoPassword}`,
  );
  say(`Daftar desa untuk dimasukkan sendiri: ${join(folder, "berkas")}`);
  for (const file of byHand) say(`  ${file.villageCode}  ${file.file}`);
}

async function load(app: App, folder: string, say: (line: string) => void): Promise<void> {
  await markDemoCity(app);
  const started = performance.now();
  const tell = (line: string) =>
    say(`${(((performance.now() - started) / 1000) | 0).toString().padStart(4)} s  ${line}`);
  if (!existsSync(join(folder, "kebenaran", "berkas.json"))) {
    tell("kota contoh: penduduk dan berkas kantor");
    const { regionCode } = app.config;
    const scale = Number(process.env["TUWAI_DEMO_SCALE"] ?? defaultScale);
    await generateDemo({ referenceDir, regionCode, seed: 1, scale, outDir: folder });
  }
  await createOfficeAccounts(app);
  const files = readFiles(folder);
  const { loaded, byHand } = splitVillages(files);
  const registries = files
    .filter((file) => file.kind !== "village-list")
    .map((file) => (file.kind === "dtsen" ? keepVillages(folder, file, [...loaded, ...byHand]) : file));
  await sendFiles(app, { folder, registries, villages: loaded, tell });
  const servants = await listCivilServants(app);
  const [first] = servants;
  if (first) await createSponsorAccounts(app, first);
  await runProgramme(app, { folder, villages: loaded, servants, tell });
  await markDemoLoaded(app);
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
function splitVillages(files: readonly DemoFile[]): {
  readonly loaded: readonly DemoFile[];
  readonly byHand: readonly DemoFile[];
} {
  const villages = files.filter((file) => file.kind === "village-list");
  const groups = [...Map.groupBy(villages, (file) => file.villageCode!.slice(0, 8)).values()];
  const byHand = groups.flatMap((group) => {
    const cleanest = group.toSorted((a, b) => brokenShare(a) - brokenShare(b) || (a.file < b.file ? -1 : 1));
    const toRepair = cleanest.find((file) => file !== cleanest[0] && isRepairable(file));
    return [...cleanest.slice(0, 1), ...(toRepair ? [toRepair] : [])];
  });
  const loaded = groups.flatMap((group) =>
    group.filter((file) => !byHand.includes(file)).slice(0, loadedPerKecamatan),
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
