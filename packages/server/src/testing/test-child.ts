import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, inject } from "vitest";
import { readRows } from "./people-rows.ts";
import type { testDatabase } from "./test-database.ts";

type City = ReturnType<typeof testDatabase>;

/**
 * Runs scripts in processes of their own, which tests strike; each test has a data folder with the keys of its database, and leaves
 * no process behind. `cwd` is the package whose imports they use; `hears` is called with everything said so far; answers with it when the process has ended.
 */
export function testChild(city: City, cwd: URL) {
  let dataDir = "";
  let child: ChildProcess | null = null;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), "tuwai-kill-"));
    copyFileSync(join(inject("testServer").dataDir, "keys"), join(dataDir, "keys"));
  });
  afterEach(() => {
    child?.kill("SIGKILL");
    rmSync(dataDir, { recursive: true, force: true });
  });
  return async (
    script: string,
    env: Readonly<Record<string, string>>,
    hears: (said: string, kill: () => void) => void,
  ): Promise<string> => {
    const started = spawn(process.execPath, ["--input-type=module", "-e", script], {
      cwd,
      env: {
        ...process.env,
        TUWAI_DATA: dataDir,
        DATABASE_URL: city.url,
        TUWAI_NOW: "2026-11-21T02:00:00Z",
        ...env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child = started;
    let said = "";
    for (const stream of [started.stdout, started.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        said += text;
        hears(said, () => started.kill("SIGKILL"));
      });
    await new Promise((resolve) => started.once("close", resolve));
    return said;
  };
}

/** A lease runs out by itself after half a minute; nobody waits for that in a test. */
export async function letLeaseRunOut(city: City): Promise<void> {
  await readRows(
    city.app,
    "update app.work set leased_until = clock_timestamp() - interval '1 s' where leased_by is not null returning id",
  );
}
