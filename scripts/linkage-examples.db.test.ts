// The pages of the linkage package say what its commands and its first example print: here they are made to.
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const linkage = join(root, "packages/linkage");
const page = (name: string) => readFileSync(join(linkage, name), "utf8");
const folder = mkdtempSync(join(tmpdir(), "tuwai-examples-"));

beforeAll(() => {
  mkdirSync(join(folder, "bin"));
  const command = join(folder, "bin/tuwai-linkage");
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${linkage}/bin/tuwai-linkage.js" "$@"\n`);
  chmodSync(command, 0o755);
  for (const file of ["dataset4a.csv", "dataset4b.csv"])
    cpSync(join(linkage, "testdata/febrl", file), join(folder, file));
  mkdirSync(join(folder, "node_modules/@tuwai"), { recursive: true });
  symlinkSync(linkage, join(folder, "node_modules/@tuwai/linkage"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Code blocks of one language, each with the ```text block that follows it, if any. */
function blocksOf(text: string, language: string): { code: string; printed: string | undefined }[] {
  const pattern = new RegExp(
    `\`\`\`${language}\\n([\\s\\S]*?)\`\`\`(?:\\s*\`\`\`text\\n([\\s\\S]*?)\`\`\`)?`,
    "g",
  );
  return [...text.matchAll(pattern)].map(([, code = "", printed]) => ({ code, printed }));
}

function run(command: string, args: readonly string[]): string {
  const PATH = `${join(folder, "bin")}${delimiter}${process.env["PATH"] ?? ""}`;
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, PATH, LC_ALL: "C" },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

const number = /-?\d+(?:\.\d+)?/g;

/** The same words; numbers within two in a hundred, or a twentieth where they are small. */
function expectSame(printed: string, expected: string): void {
  const words = (text: string) =>
    text
      .trim()
      .replaceAll(number, "#")
      .replaceAll(/[+-]{2,}| +/g, " ");
  expect(words(printed)).toBe(words(expected));
  const wanted = expected.match(number) ?? [];
  for (const [place, found] of (printed.match(number) ?? []).entries()) {
    const figure = Number(wanted[place]);
    const tolerance = Math.max(Math.abs(figure) * 0.02, 0.05);
    expect(Math.abs(Number(found) - figure), `${found} for ${figure}`).toBeLessThanOrEqual(tolerance);
  }
}

describe("docs/examples.md", () => {
  const blocks = blocksOf(page("docs/examples.md"), "sh");

  test("shows what every one of its commands prints", () => {
    expect(blocks.length).toBeGreaterThan(5);
    expect(blocks.filter(({ printed }) => printed === undefined)).toEqual([]);
  });

  test.each(blocks)("prints what it says: $code", ({ code, printed = "" }) => {
    expectSame(run("bash", ["-c", code]), printed);
  });
});

describe("README.md", () => {
  const [start] = blocksOf(page("README.md"), "ts");

  test("starts with an example of 20 lines that runs and prints what it says", () => {
    const code = start?.code ?? "";
    expect(code.trim().split("\n").length).toBeLessThanOrEqual(20);
    writeFileSync(join(folder, "start.ts"), code);
    expect(run(process.execPath, ["start.ts"]).trim()).toBe(start?.printed?.trim());
  });

  test("imports in its other examples only what is there", async () => {
    const imports = [...page("README.md").matchAll(/import \{([^}]*)\} from "([^"]+)"/g)];
    expect(imports.length).toBeGreaterThan(4);
    for (const [place, [, names = "", from = ""]] of imports.entries()) {
      const script = `import * as all from "${from}"; console.log(Object.keys(all).join(" "));`;
      writeFileSync(join(folder, `door${place}.mjs`), script);
      const there = run(process.execPath, [`door${place}.mjs`]).split(/\s+/);
      for (const name of names.split(",").map((word) => word.trim())) expect(there, from).toContain(name);
    }
  });
});
