// The pages in docs/ that list things must list all of them, and their links must lead somewhere.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

type Manifest = Partial<
  Record<"dependencies" | "devDependencies" | "optionalDependencies", Record<string, string>>
>;

const manifests = [
  "package.json",
  "scripts/package.json",
  ...readdirSync(join(root, "packages")).map((name) => `packages/${name}/package.json`),
].map((path) => ({ path, manifest: JSON.parse(read(path)) as Manifest }));
const declared = manifests.flatMap(({ path, manifest }) =>
  [manifest.dependencies, manifest.devDependencies, manifest.optionalDependencies]
    .flatMap((group) => Object.entries(group ?? {}))
    .map(([name, version]) => ({ path, name, version })),
);
const outside = declared.filter(({ name }) => !name.startsWith("@tuwai/"));

/** `(MIT OR Apache-2.0)` leaves the choice (SPDX). */
const licencesOf = (manifest: string): string[] =>
  (JSON.parse(readFileSync(manifest, "utf8")) as { license: string }).license
    .replaceAll(/[()]/g, "")
    .split(" OR ");

describe("dependencies", () => {
  const rows = [
    ...read("docs/dependencies.md").matchAll(/^\| `([^`]+)`\s+\|([^|]*)\|([^|]*)\|([^|]*)\|$/gm),
  ].map(([, name, use, licence, reason]) => ({
    name: name!,
    cells: [use!, licence!, reason!].map((cell) => cell.trim()),
  }));

  test("every dependency is listed with its use, licence and reason, and nothing else is", () => {
    const wanted = [...new Set(outside.map(({ name }) => name))].toSorted();
    expect(rows.map(({ name }) => name).toSorted()).toEqual(wanted);
    for (const { name, cells } of rows) for (const cell of cells) expect(cell, name).not.toBe("");
  });

  test("the licence listed is the one the package declares, or one it leaves to choose, and none is of the GPL family", () => {
    for (const { name, cells } of rows) {
      const manifest = join(root, "node_modules", name, "package.json");
      // The package of another processor is not installed here.
      if (existsSync(manifest)) expect(licencesOf(manifest), name).toContain(cells[1]);
      expect(cells[1], name).not.toMatch(/GPL/);
    }
  });

  test("every version is exact", () => {
    expect(declared.filter(({ version }) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });
});

describe("pages", () => {
  const pages = ["README.md", "CONTRIBUTING.md", ...markdownIn("docs")];

  test("every decision is in the index", () => {
    const decisions = readdirSync(join(root, "docs/decisions")).filter((name) => name !== "README.md");
    const index = read("docs/decisions/README.md");
    expect(decisions.filter((name) => !index.includes(`(${name})`))).toEqual([]);
  });

  test.each(pages)("every link in %s leads to a file", (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)].map(
      ([, target]) => target!,
    );
    const broken = links.filter((target) => !existsSync(join(root, dirname(page), target)));
    // The picture of the home page is made once the pages are finished.
    expect(broken).toEqual([]);
  });

  test("the readme fits on one screen and a half", () => {
    expect(read("README.md").split("\n").length).toBeLessThan(75);
  });
});

function markdownIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name));
}
