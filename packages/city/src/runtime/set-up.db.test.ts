import { spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { testDatabase } from "@tuwai/server/testing";
import { afterEach, beforeEach, expect, inject, test } from "vitest";

const database = testDatabase();
let dataDir = "";

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "tuwai-set-up-"));
  copyFileSync(join(inject("testServer").dataDir, "keys"), join(dataDir, "keys"));
  // Says that the server is the one that ships with us: it may be older than what a city's own must be.
  writeFileSync(join(dataDir, "postgres.json"), JSON.stringify({ url: database.url }));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

test("a city in production is set up without a single file of the demo", async () => {
  const said = await setUpApart("0", "the city is set up");
  expect(said).toContain("the city is set up");
  expect(said.filter((line) => line.includes("/packages/demo/"))).toEqual([]);
});

test("a demo city loads them", async () => {
  const said = await setUpApart("1", "/packages/demo/");
  expect(said.some((line) => line.includes("/packages/demo/"))).toBe(true);
});

const settingUp = `
  import { registerHooks } from "node:module";
  registerHooks({ load: (url, context, next) => (console.log(url), next(url, context)) });
  const { openServer, readConfig, setUp } = await import("${new URL("index.ts", import.meta.url).href}");
  const { app, close } = await openServer(readConfig(process.env));
  await setUp(app, () => {});
  await close();
  console.log("the city is set up");`;

/** Every file that a process of its own loads while it sets a city up, one a line; until the first line that holds `until`. */
function setUpApart(demo: "0" | "1", until: string): Promise<readonly string[]> {
  const env = { ...process.env, TUWAI_DEMO: demo, TUWAI_DATA: dataDir, DATABASE_URL: database.url };
  const child = spawn(process.execPath, ["--input-type=module", "-e", settingUp], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (said.includes(until)) child.kill();
    });
  return new Promise((resolve) => child.once("close", () => resolve(said.split("\n"))));
}
