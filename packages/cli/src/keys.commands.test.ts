import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadKeys } from "@tuwai/server/keys";
import { afterEach, expect, test } from "vitest";
import { main } from "./main.ts";

afterEach(() => {
  delete process.env["TUWAI_DATA"];
});

async function run(words: string): Promise<{ readonly exitCode: number; readonly out: string }> {
  let out = "";
  const streams = { out: (text: string) => void (out += text), err: () => undefined };
  return { exitCode: await main(words.split(" "), streams), out };
}

test("rotating adds a key and keeps the identity of the installation", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tuwai-keys-"));
  const { fingerprint } = loadKeys(join(folder, "keys"), () => true);
  process.env["TUWAI_DATA"] = folder;
  const { exitCode, out } = await run("keys rotate --json");
  expect(exitCode).toBe(0);
  expect(JSON.parse(out)).toEqual({ rotated: true, fingerprint });
  expect(JSON.parse(readFileSync(join(folder, "keys"), "utf8"))).toMatchObject({ current: 2 });
});

test("without a key file nothing is made: the sentence says how to begin", async () => {
  process.env["TUWAI_DATA"] = mkdtempSync(join(tmpdir(), "tuwai-keys-"));
  const { exitCode, out } = await run("keys rotate --json");
  expect(exitCode).toBe(2);
  expect(JSON.parse(out)).toMatchObject({ error: { code: "not-set-up" } });
});
