import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { App } from "#app";
import { generateDemo } from "#demo";
import type { Handlers } from "#outbox";
import { createOfficeAccounts, createSponsorAccounts, demoPassword } from "./demo-accounts.ts";
import { findDemoState, listServants, markDemoDone } from "./demo.store.ts";
import { runProgramme } from "./run-programme.ts";
import { sendFiles, type DemoFile } from "./send-files.ts";

const referenceDir = resolve(import.meta.dirname, "../../../../reference");

/** A fifth of the city is made by default: enough for every screen, within a minute on a laptop. */
const defaultScale = 0.2;
const villagesByHand = 8;

/**
 * The synthetic city, loaded through the same imports, links and decisions that people use. Several villages are left to be
 * done by hand; their files and the password are printed at every start. Interrupted, it goes on where it was.
 */
export async function loadDemoCity(app: App, handlers: Handlers, say: (line: string) => void): Promise<void> {
  const folder = join(app.config.dataDir, "demo");
  const state = await findDemoState(app);
  if (!state.isDone) await load(app, handlers, folder, say);
  const byHand = splitVillages(readFiles(folder)).byHand;
  say(
    `Kota contoh siap. Masuk sebagai mgr@demo.tuwai.id, opr-<kode desa>@demo.tuwai.id, … dengan sandi: ${demoPassword}`,
  );
  say(`Daftar desa untuk dimasukkan sendiri: ${join(folder, "berkas")}`);
  for (const file of byHand) say(`  ${file.villageCode}  ${file.file}`);
}

async function load(
  app: App,
  handlers: Handlers,
  folder: string,
  say: (line: string) => void,
): Promise<void> {
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
  const { loaded } = splitVillages(files);
  await sendFiles(app, handlers, {
    folder,
    registries: files.filter((file) => file.kind !== "village-list"),
    villages: loaded,
    tell,
  });
  const servants = await listServants(app);
  const [first] = servants;
  if (first) await createSponsorAccounts(app, first);
  await runProgramme(app, handlers, { folder, villages: loaded, servants, tell });
  await markDemoDone(app);
}

function readFiles(folder: string): readonly DemoFile[] {
  const truth = JSON.parse(readFileSync(join(folder, "kebenaran", "berkas.json"), "utf8")) as {
    readonly files: readonly DemoFile[];
  };
  return truth.files;
}

/**
 * Per kecamatan the two villages with the cleanest files are left to be done by hand, so that a newcomer's first file goes
 * through; the rest is loaded, broken files included.
 */
function splitVillages(files: readonly DemoFile[]): {
  readonly loaded: readonly DemoFile[];
  readonly byHand: readonly DemoFile[];
} {
  const villages = files.filter((file) => file.kind === "village-list");
  const byKecamatan = [...Map.groupBy(villages, (file) => file.villageCode!.slice(0, 8)).values()];
  const each = Math.max(1, Math.floor(villagesByHand / byKecamatan.length));
  const byHand = byKecamatan.flatMap((group) =>
    group.toSorted((a, b) => brokenShare(a) - brokenShare(b) || (a.file < b.file ? -1 : 1)).slice(0, each),
  );
  return { loaded: villages.filter((file) => !byHand.includes(file)), byHand };
}

function brokenShare(file: DemoFile): number {
  return file.expected.blocking / Math.max(1, file.expected.data);
}
