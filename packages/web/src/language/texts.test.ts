import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "vite";
import { describe, expect, it } from "vitest";

const source = join(import.meta.dirname, "..");
const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name) && !name.includes(".test."))
  .map((name) => ({ name, code: readFileSync(join(source, name), "utf8") }));
const outside = files.filter(({ name }) => !name.startsWith("language/"));
const tables = import.meta.glob<Record<string, { id: unknown; en: unknown }>>("./*.ts", { eager: true });
const pairs = Object.entries(tables).flatMap(([path, module]) =>
  Object.entries(module)
    .filter(([name]) => name.endsWith("Texts") && name !== "useTexts")
    .map(([, pair]) => ({ feature: path.slice(2), pair })),
);

describe("the texts of the screens", () => {
  it("are found at all", () => expect(pairs.length).toBeGreaterThan(5));

  it.each(pairs)("$feature: both languages have the same keys, each with words in it", ({ pair }) => {
    expect(shapeOf(pair.en)).toEqual(shapeOf(pair.id));
    expect(
      leaves(pair.id)
        .concat(leaves(pair.en))
        .filter((leaf) => leaf.text === ""),
    ).toEqual([]);
  });

  it.each(pairs)("$feature: every key is used by a page or component", ({ feature, pair }) => {
    const users = outside.concat(files).filter(({ code }) => code.includes(`/${feature}"`));
    const code = users.map((user) => user.code).join("\n");
    expect(
      leaves(pair.id)
        .map((leaf) => leaf.path)
        .filter((path) => !isUsed(path, code)),
    ).toEqual([]);
  });

  it("stand in language/ and nowhere else: no element holds a literal sentence", () => {
    const literals = outside.filter(({ name }) => name.endsWith(".tsx")).flatMap(literalsOf);
    expect(literals).toEqual([]);
  });

  it("would notice a literal sentence", () => {
    const code = `const a = <p title="Judul">Halo {"dunia"} {\`pagi\`} <b className="x">·</b></p>;`;
    expect(literalsOf({ name: "x.tsx", code })).toEqual([
      "x.tsx: Judul",
      "x.tsx: Halo",
      "x.tsx: dunia",
      "x.tsx: pagi",
    ]);
  });
});

type Leaf = { readonly path: readonly string[]; readonly text: string | undefined };

function leaves(value: unknown, path: readonly string[] = []): Leaf[] {
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
  }
  return [{ path, text: typeof value === "string" ? value.trim() : undefined }];
}

function shapeOf(value: unknown): string[] {
  return leaves(value).map(
    ({ path, text }) => `${path.join(".")}: ${text === undefined ? "sentence with values" : "text"}`,
  );
}

/** A key is used by its name, or its parent is: looked up by a code, or handed on whole. */
function isUsed(path: readonly string[], code: string): boolean {
  const [own, ...parents] = path.toReversed();
  const named = (key: string): boolean => new RegExp(`\\.${key.replaceAll(/\W/g, "\\$&")}\\b`).test(code);
  const whole = (key: string): boolean =>
    new RegExp(`(?:\\b[tc]|\\])\\.${key}(\\[|\\.map\\(|\\}|,|;|\\))`).test(code);
  return (/^\w/.test(own ?? "") && named(own!)) || parents.some(whole);
}

const spoken = new Set([
  "title",
  "alt",
  "label",
  "placeholder",
  "summary",
  "aria-label",
  "aria-description",
  "lead",
  "hint",
]);

/** Words in elements: text between tags, string expressions, and attributes that people read or hear. */
function literalsOf({ name, code }: { name: string; code: string }): string[] {
  const found: string[] = [];
  const say = (text: unknown): void => {
    if (typeof text === "string" && /\p{L}{2}/u.test(text)) found.push(`${name}: ${text.trim()}`);
  };
  walk(parseSync(name, code).program, (node) => {
    if (node["type"] === "JSXText") say(node["value"]);
    if (node["type"] === "JSXAttribute" && spoken.has(part(node, "name")["name"] as string))
      say(part(node, "value")["value"]);
    if (node["type"] !== "JSXElement") return;
    for (const child of node["children"] as Node[]) {
      const expression = part(child, "expression");
      if (expression["type"] === "Literal") say(expression["value"]);
      if (expression["type"] === "TemplateLiteral") {
        for (const quasi of expression["quasis"] as Node[]) say(part(quasi, "value")["cooked"]);
      }
    }
  });
  return found.toSorted(
    (a, b) => code.indexOf(a.slice(name.length + 2)) - code.indexOf(b.slice(name.length + 2)),
  );
}

type Node = Record<string, unknown>;

function part(node: Node, key: string): Node {
  const value = node[key];
  return typeof value === "object" && value !== null ? (value as Node) : {};
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, visit);
  } else if (typeof value === "object" && value !== null) {
    const node = value as Node;
    if (typeof node["type"] === "string") visit(node);
    for (const inner of Object.values(node)) walk(inner, visit);
  }
}
