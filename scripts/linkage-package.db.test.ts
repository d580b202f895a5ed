// The linkage package as it would be published: packed, unpacked somewhere else, used by plain Node and by TypeScript.
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "tuwai-package-"));
const installed = join(folder, "node_modules/@tuwai/linkage");
let files: string[] = [];

function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args[0]}: ${stdout}${stderr}`);
  return stdout;
}

function link(target: string, place: string): void {
  mkdirSync(join(place, ".."), { recursive: true });
  symlinkSync(target, place);
}

beforeAll(() => {
  const built = join(folder, "built");
  run(process.execPath, [join(root, "packages/linkage/build.mjs"), "--out", built], root);
  const [packed] = JSON.parse(
    run("npm", ["pack", "--json", "--offline", "--pack-destination", folder], built),
  ) as [{ filename: string; files: { path: string }[] }];
  files = packed.files.map(({ path }) => path);
  mkdirSync(installed, { recursive: true });
  run("tar", ["-xzf", join(folder, packed.filename), "--strip-components=1", "-C", installed], folder);
  link(join(root, "node_modules/@duckdb"), join(folder, "node_modules/@duckdb"));
});
afterAll(() => rmSync(folder, { recursive: true }));

type Doors = Record<string, string | { types: string; default: string }>;
const manifest = () =>
  JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as {
    exports: Doors;
    bin: Record<string, string>;
  };

describe("the packed package", () => {
  test("holds code, declarations, documents, licences and the generator's data, and no test, TypeScript source or labelled set", () => {
    expect(files).toEqual(
      expect.arrayContaining([
        "LICENSE", "NOTICE", "README.md", "CHANGELOG.md", "docs/api.md", "docs/theory.md", "generator/names/LICENSE.id-names",
      ]),
    ); // oxfmt-ignore
    const wanted = /(\.js|\.d\.ts|\.md|^package\.json|^LICENSE|^NOTICE|^generator\/(names|places)\/[\w.-]+)$/;
    expect(files.filter((file) => !wanted.test(file))).toEqual([]);
    expect(files.filter((file) => /test|\.sql$|(?<!\.d)\.ts$/.test(file))).toEqual([]);
  });

  test("opens the same doors as the workspace, each on a file that is there", () => {
    const source = JSON.parse(readFileSync(join(root, "packages/linkage/package.json"), "utf8")) as {
      exports: Doors;
    };
    const { exports, bin } = manifest();
    expect(Object.keys(exports)).toEqual([...Object.keys(source.exports), "./package.json"]);
    const targets = Object.values(exports).flatMap((door) =>
      typeof door === "string" ? [door] : [door.types, door.default],
    );
    for (const target of [...targets, ...Object.values(bin)])
      expect(existsSync(join(installed, target)), target).toBe(true);
  });

  test("links two generated lists from plain JavaScript", () => {
    const script = `
      import { linkRows } from "@tuwai/linkage";
      import { personModel } from "@tuwai/linkage/indonesia";
      import { generateLists } from "@tuwai/linkage/generator";
      const { left, right } = generateLists({ left: 200, right: 60, seed: 3 });
      const { links } = await linkRows({ left, right, model: personModel() });
      const who = new Map([...left, ...right].map((row) => [row.id, row.personId]));
      const chosen = links.filter((link) => link.chosen);
      const correct = chosen.filter((link) => who.get(link.leftId) === who.get(link.rightId));
      console.log(JSON.stringify({ chosen: chosen.length, correct: correct.length }));`;
    writeFileSync(join(folder, "link.mjs"), script);
    const { chosen, correct } = JSON.parse(run(process.execPath, ["link.mjs"], folder)) as {
      chosen: number;
      correct: number;
    };
    expect(chosen).toBeGreaterThan(30);
    expect(correct / chosen).toBeGreaterThan(0.95);
  });

  test("opens every door without a missing import", () => {
    const doors = Object.keys(manifest().exports).filter((door) => door !== "./package.json");
    const script = doors.map((door) => `await import("@tuwai/linkage${door.slice(1)}");`).join("\n");
    writeFileSync(join(folder, "doors.mjs"), script);
    run(process.execPath, ["doors.mjs"], folder);
  });

  test("brings a command that runs", () => {
    const command = join(installed, manifest().bin["tuwai-linkage"] ?? "");
    expect(run(process.execPath, [command, "help"], folder)).toContain("tuwai-linkage");
    const args = [
      command,
      "generate",
      "--left",
      "20",
      "--right",
      "10",
      "--out",
      join(folder, "lists"),
      "--json",
    ];
    expect(JSON.parse(run(process.execPath, args, folder))).toMatchObject({ left: 20, right: 10 });
  });

  test("gives TypeScript its types through every #import", () => {
    const code = `
      import { linkRows, type RowLink } from "@tuwai/linkage";
      import { personModel } from "@tuwai/linkage/indonesia";
      export const weights = async (): Promise<number[]> =>
        (await linkRows({ left: [{ id: "a" }], right: [{ id: "b" }], model: personModel() })).links.map((l: RowLink) => l.weight);
      // @ts-expect-error a weight is a number
      export const wrong = (link: RowLink): string => link.weight;
      // @ts-expect-error so is the sum of the bits of its evidence
      export const alsoWrong = (link: RowLink): string => link.evidence[0]!.bits;`;
    writeFileSync(join(folder, "use.ts"), code);
    const options = { strict: true, noEmit: true, module: "nodenext", target: "es2024", types: [] };
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({ compilerOptions: options, files: ["use.ts"] }),
    );
    run(join(root, "node_modules/.bin/tsc"), ["-p", folder, "--skipLibCheck"], folder);
  });

  test("compiles every TypeScript example of its pages", () => {
    const known =
      "declare const registryRecords: { id: string }[], villageRecords: { id: string }[], a: { id: string }, b: { id: string };\n";
    const pages = files.filter((file) => file.endsWith(".md") && file !== "docs/api.md");
    const examples = pages.flatMap((page) => {
      const text = readFileSync(join(installed, page), "utf8");
      return [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = ""], place) => {
        const file = `${page.replaceAll(/\W/g, "-")}-${place}.ts`;
        // Only what an example speaks of without making it is declared for it.
        writeFileSync(
          join(folder, file),
          /registryRecords|explainPair\(personModel\(\), a, b\)/.test(code) ? known + code : code,
        );
        return file;
      });
    });
    expect(examples.length).toBeGreaterThan(10);
    for (const name of ["@types/node", "undici-types", "@clickhouse/client"])
      link(join(root, "node_modules", name), join(folder, "node_modules", name));
    const options = { strict: true, noEmit: true, module: "nodenext", target: "es2024", types: ["node"] };
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({ compilerOptions: options, files: examples }),
    );
    run(join(root, "node_modules/.bin/tsc"), ["-p", folder, "--skipLibCheck"], folder);
  });
});

test("the folder of sources refuses to be published, as nobody could run it", () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, "packages/linkage/build.mjs"), "--refuse"],
    { encoding: "utf8" },
  );
  expect([status, stderr]).toEqual([1, expect.stringContaining("npm publish ./dist")]);
});
