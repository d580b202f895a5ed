import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { main } from "./main.ts";

let dir = "";
beforeEach(() => void (dir = mkdtempSync(join(tmpdir(), "tuwai-demo-command-"))));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

async function generate(...argv: string[]) {
  let out = "";
  const streams = { out: (text: string) => void (out += text), err: () => undefined };
  const exitCode = await main(["demo", "generate", ...argv, "--json"], streams);
  return { exitCode, document: JSON.parse(out) as Record<string, unknown> };
}

describe("tuwai demo generate", () => {
  test("writes the files of a city, twice into the same directory", async () => {
    const flags = ["--region", "13.74", "--seed", "3", "--scale", "0.02", "--out", dir];
    const first = await generate(...flags);
    expect(first).toMatchObject({ exitCode: 0, document: { region: "13.74", seed: 3, villages: 16 } });
    expect(readdirSync(join(dir, "berkas", "desa"))).toHaveLength(16);
    expect(existsSync(join(dir, "kebenaran", "berkas.json"))).toBe(true);
    expect(await generate(...flags)).toEqual(first);
  });

  test("refuses a directory that holds anything else, and touches nothing in it", async () => {
    writeFileSync(join(dir, "penting.txt"), "jangan dihapus");
    expect(await generate("--out", dir)).toMatchObject({
      exitCode: 2,
      document: { error: { code: "invalid-input" } },
    });
    expect(readdirSync(dir)).toEqual(["penting.txt"]);
  });

  test.each([[["--region", "99.99"], 2], [["--scale", "0"], 64], [["--seed", "x"], 64], [["--on", "31-12-2026"], 64]])(
    "%s is refused with exit %i",
    async (flags, exitCode) => {
      expect((await generate(...flags, "--out", dir)).exitCode).toBe(exitCode);
    },
  ); // oxfmt-ignore
});

test("tuwai demo day refuses a folder without a city, and makes none there", async () => {
  const { TUWAI_DATA: data, DATABASE_URL: url } = process.env;
  process.env["TUWAI_DATA"] = join(dir, "kosong");
  delete process.env["DATABASE_URL"];
  try {
    let out = "";
    const streams = { out: (text: string) => void (out += text), err: () => undefined };
    expect(await main(["demo", "day", "--json"], streams)).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ error: { code: "not-set-up" } });
    expect(existsSync(join(dir, "kosong"))).toBe(false);
  } finally {
    if (data === undefined) delete process.env["TUWAI_DATA"];
    else process.env["TUWAI_DATA"] = data;
    if (url !== undefined) process.env["DATABASE_URL"] = url;
  }
});
