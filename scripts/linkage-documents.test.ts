// The API reference of the linkage package names every export, its pages lead somewhere, and its tables are those of the code.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const linkage = resolve(import.meta.dirname, "../packages/linkage");
const read = (path: string) => readFileSync(join(linkage, path), "utf8");
const doors = Object.entries(
  (JSON.parse(read("package.json")) as { exports: Record<string, { types: string }> }).exports,
);

test.each(doors)(
  "every export of %s stands in docs/api.md (npm run docs -w @tuwai/linkage)",
  (door, { types }) => {
    const names = [...read(types).matchAll(/export (?:type )?\{([^}]*)\}/g)].flatMap(([, list = ""]) =>
    list.split(",").map((name) => name.replace(/\btype\b/, "").trim()).filter(Boolean),
  ); // oxfmt-ignore
    expect(names.length).toBeGreaterThan(0);
    const chapter = `## @tuwai/linkage${door.slice(1)}\n`;
    const [, after = ""] = `\n${read("docs/api.md")}`.split(`\n${chapter}`);
    const written = new Set(
      [...(after.split(/\n## /)[0] ?? "").matchAll(/^### `(\w+)`/gm)].map(([, name]) => name),
    );
    expect(names.filter((name) => !written.has(name))).toEqual([]);
  },
);

test("everything in docs/api.md says what it is", () => {
  const entries = read("docs/api.md").split("\n### ").slice(1);
  const silent = entries.filter((entry) => /^`\w+`\s+```ts/.test(entry));
  expect(silent.map((entry) => entry.split("\n")[0])).toEqual([]);
});

test("every link of a page of the package leads to a file", () => {
  const pages = ["README.md", ...readdirSync(join(linkage, "docs")).map((name) => `docs/${name}`)];
  for (const page of pages) {
    const folder = join(linkage, page, "..");
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link = ""]) => link);
    expect(
      links.filter((link) => !existsSync(join(folder, link))),
      page,
    ).toEqual([]);
  }
});

const percent = (rate = "") => `${Number((Number(rate) * 100).toFixed(2))} %`;

test("the generator's page holds the rates of the code", () => {
  const source = read("src/generator/error-rates.ts");
  const rows = [...source.matchAll(/^ {4}(\w+): \{ registry: ([\d.]+), field: ([\d.]+),/gm)];
  expect(rows.length).toBeGreaterThan(35);
  const page = read("docs/generator.md");
  for (const [, fault = "", registry, field] of rows)
    expect(page, fault).toMatch(
      new RegExp(
        `\\| ${fault} +\\| ${percent(registry).replace(".", "\\.")} +\\| ${percent(field).replace(".", "\\.")} +\\|`,
      ),
    );
});

/** "−20.6" as a number. */
const minus = (text = "") => Number(text.replace("−", "-").replaceAll(",", ""));

test("the worked number of the theory adds up", () => {
  const page = read("docs/theory.md");
  const rows = [...page.matchAll(/^\| .+? \| ([\d.]+) \/ ([\d.,]+) +\| ([−+]?[\d.]+) +\|$/gm)];
  expect(rows).toHaveLength(5);
  for (const [line, m, u, bits] of rows)
    expect(Math.abs(Math.log2(minus(m) / minus(u)) - minus(bits)), line).toBeLessThan(0.06);
  const sum = rows.reduce((total, [, , , bits]) => total + minus(bits), 0);
  expect(page).toContain(`**${sum.toFixed(1)}**`);
  expect(page).toContain(`**${(1 / (1 + 2 ** -sum)).toFixed(4)}**`);
  const [strong, weak] = [2 ** sum, 2 ** 9.2];
  expect(page).toContain(`**${(strong / (1 + strong + weak)).toFixed(3)}**`);
});
