import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { main } from "./main.ts";

let dir = "";
beforeEach(() => void (dir = mkdtempSync(join(tmpdir(), "tuwai-region-command-"))));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

async function build(code: string, source = dir) {
  let out = "";
  const streams = { out: (text: string) => void (out += text), err: () => undefined };
  const exitCode = await main(
    ["region", "build", code, "--source", source, "--out", join(dir, "out"), "--json"],
    streams,
  );
  return { exitCode, document: JSON.parse(out) as Record<string, unknown> };
}

describe("tuwai region build", () => {
  test("writes a pack, also for a city of which only the codes are known", async () => {
    writeFileSync(
      join(dir, "indonesia.csv"),
      "21;Uji\n21.88;Kota Uji\n21.88.01;Selatan\n21.88.01.1001;Satu\n",
    );
    expect(await build("2188")).toMatchObject({
      exitCode: 0,
      document: { code: "21.88", polygons: { found: 0, missing: ["21.88.01.1001"] } },
    });
    expect(existsSync(join(dir, "out", "regions.csv"))).toBe(true);
  });

  test("needs no source for the codes of any city: they ship with the product", async () => {
    const streams = { out: () => undefined, err: () => undefined };
    expect(await main(["region", "build", "13.75", "--out", join(dir, "out")], streams)).toBe(0);
    expect(readFileSync(join(dir, "out", "regions.csv"), "utf8")).toContain("Kota Bukittinggi");
  });

  test("says in the exit code what is wrong: no source, a code that is none, a city the source lacks", async () => {
    expect(await build("21.88", join(dir, "nowhere"))).toMatchObject({
      exitCode: 2,
      document: { error: { code: "file-not-readable" } },
    });
    expect(await build("21")).toMatchObject({ exitCode: 2, document: { error: { code: "invalid-input" } } });
    expect(await build("21.88")).toMatchObject({ exitCode: 2, document: { error: { code: "not-found" } } });
  });
});
