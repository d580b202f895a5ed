import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { App } from "@tuwai/server/app";
import { type PreparedSummary, writePrepared } from "@tuwai/server/prepared-city";
import { keepMoment } from "@tuwai/server/settings";
import { drainWork } from "@tuwai/server/work";
import { openServer } from "./open-server.ts";
import { readConfig } from "./read-config.ts";
import { setUp } from "./set-up.ts";

export type Preparing = {
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly region: string;
  readonly scale: number;
  readonly months: number;
  /** Only so many of its kecamatan, and of each so many villages, for a play that has to be short. */
  readonly kecamatan?: number;
  readonly perKecamatan?: number;
  /** The moment at which the city stands in the end, such as "2026-11-30T02:00:00Z". */
  readonly until: string;
  readonly out: string;
};

/** Lives through a demo city in an empty database of its own, as `npm start` would, and keeps it in a file to be restored from. */
export async function prepareDemo(
  { databaseUrl, dataDir, region, until, out, ...play }: Preparing,
  say: (line: string) => void,
): Promise<PreparedSummary> {
  const { beginDemoCity, countedIds } = await import("@tuwai/demo/city");
  process.env["TUWAI_DEMO_SCALE"] = String(play.scale);
  const config = readConfig({
    DATABASE_URL: databaseUrl,
    TUWAI_DATA: dataDir,
    TUWAI_REGION: region,
    TUWAI_DEMO: "1",
    TUWAI_NOW: until,
  });
  const { app, close } = await openServer(config, countedIds());
  try {
    await beginDemoCity(app, play);
    await setUp(app, say);
    await drainWork(app);
    await keepMoment(app);
    say("kota contoh disimpan");
    return await writePrepared(app, {
      path: out,
      made: play,
      files: await keptFiles(app),
    });
  } finally {
    delete process.env["TUWAI_DEMO_SCALE"];
    await close();
  }
}

/** What people of the city find in its folder: the lists to take in by hand, and what the demo needs to go on. */
export async function keptFiles({ config }: Pick<App, "config">): Promise<Readonly<Record<string, Buffer>>> {
  const { listKeptFiles } = await import("@tuwai/demo/city");
  const paths = listKeptFiles(join(config.dataDir, "demo")).map((path) => join("demo", path));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(config.dataDir, path))]));
}
