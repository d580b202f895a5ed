import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const bin = fileURLToPath(new URL("../../bin/tuwai-linkage.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "tuwai-generate-"));
const generate = (...args: string[]) =>
  spawnSync(process.execPath, [bin, "generate", ...args], { encoding: "utf8" });
afterAll(() => rmSync(folder, { recursive: true }));

test("generate writes the same two lists and truth for the same seed, and says how many", () => {
  const bytes = ["one", "two"].map((name) => {
    const out = join(folder, name);
    const { status, stdout } = generate(
      "--left",
      "300",
      "--right",
      "200",
      "--seed",
      "9",
      "--out",
      out,
      "--json",
    );
    expect([status, JSON.parse(stdout)]).toEqual([0, { left: 300, right: 200, pairs: 132 }]);
    return ["left.csv", "right.csv", "truth.csv"].map((file) => readFileSync(join(out, file), "utf8"));
  });
  expect(bytes[0]).toEqual(bytes[1]);
});

test.each([
  [["--left", "300"], "--right is missing"],
  [["--left", "0", "--right", "5"], "--left must be a number from 1"],
  [["--left", "10", "--right", "500"], "too short"],
  [["--left", "10", "--right", "10", "--overlap", "2"], "--overlap must be"],
])("generate %o ends with 64, one sentence and no folder", (args, sentence) => {
  const out = join(folder, "none");
  const { status, stderr } = generate(...args, "--out", out);
  expect(status).toBe(64);
  expect(stderr).toContain(sentence);
  expect(existsSync(out)).toBe(false);
});
