import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { TestProject } from "vitest/node";

/** A city served by the very command users type. `output` is what it printed, with the demo accounts in it. */
export type City = { readonly origin: string; readonly dataDir: string; readonly output: string };

declare module "vitest" {
  interface ProvidedContext {
    city: City;
  }
}

const startScript = resolve(import.meta.dirname, "../scripts/start.mjs");
const patienceMs = 600_000;

/**
 * Global setup of the journeys: one demo city on a free port, with data of its own. TEST_CITY_ORIGIN takes a running one,
 * whose data lie in TEST_CITY_DATA and whose start output was kept in the file TEST_CITY_OUTPUT.
 */
export default async function runCity(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env["TEST_CITY_ORIGIN"];
  if (given) {
    const dataDir = resolve(process.env["TEST_CITY_DATA"] ?? ".data");
    const said = process.env["TEST_CITY_OUTPUT"];
    const output = said ? readFileSync(said, "utf8") : "";
    project.provide("city", { origin: given, dataDir, output });
    return async () => undefined;
  }
  const dataDir = mkdtempSync(join(tmpdir(), "tuwai-city-"));
  const { city, stop } = await startCity(dataDir);
  project.provide("city", city);
  return async () => {
    await stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

/** Starts a city with the launcher and waits for its `ready` line; throws with all it printed when it ends before. */
async function startCity(
  dataDir: string,
): Promise<{ readonly city: City; readonly stop: () => Promise<void> }> {
  // A small city lived through here and now, as a change of its play shows in it at once; npm start restores a prepared one.
  const { child, origin } = await launch({ dataDir, env: { TUWAI_DEMO_SCALE: "0.25" } });
  const output = await outputUntil(child, `ready ${origin}`);
  return { city: { origin, dataDir, output }, stop: () => stopped(child) };
}

/** Starts the launcher on a free port and waits for nothing. */
export async function launch(options: {
  readonly dataDir: string;
  readonly databaseUrl?: string;
  readonly argv?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly port?: number;
}): Promise<{ readonly child: ChildProcess; readonly origin: string }> {
  const port = options.port ?? (await freePort());
  const child = spawn(process.execPath, [startScript, ...(options.argv ?? [])], {
    env: {
      ...process.env,
      ...options.env,
      PORT: String(port),
      TUWAI_DATA: options.dataDir,
      DATABASE_URL: options.databaseUrl ?? "",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return { child, origin: `http://localhost:${port}` };
}

/** What the launcher printed until this line; throws when it ends before. */
export function outputUntil(child: ChildProcess, line: string): Promise<string> {
  return new Promise((done, fail) => {
    let output = "";
    const giveUp = setTimeout(() => child.kill("SIGTERM"), patienceMs);
    for (const stream of [child.stdout!, child.stderr!])
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
        if (!output.split("\n").includes(line)) return;
        clearTimeout(giveUp);
        done(output);
      });
    child.once("close", () => {
      clearTimeout(giveUp);
      fail(new Error(`the city did not start:\n${output}`));
    });
  });
}

/** Asks the launcher to stop, and waits until it has. */
export function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((done) => {
    child.once("close", () => done());
    child.kill("SIGTERM");
  });
}

export function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}
