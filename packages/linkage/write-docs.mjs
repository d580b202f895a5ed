// `npm run docs -w @tuwai/linkage`: writes docs/api.md from the docstrings, and the table of errors into docs/generator.md.
// With --examples also what the commands of docs/examples.md print now; read the difference before you keep it.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const root = import.meta.dirname;
/** @param {number} rate */
const percent = (rate) => `${Number((rate * 100).toFixed(2))} %`;
const built = mkdtempSync(join(tmpdir(), "linkage-docs-"));
const { status, stderr } = spawnSync(process.execPath, [join(root, "build.mjs"), "--out", built], {
  encoding: "utf8",
});
if (status !== 0) throw new Error(stderr);
const manifest = JSON.parse(readFileSync(join(built, "package.json"), "utf8"));
writeFileSync(join(root, "docs/api.md"), referenceOf(manifest.exports));
await writeRates();
if (process.argv.includes("--examples")) writeExamples();
rmSync(built, { recursive: true });
spawnSync("oxfmt", [join(root, "docs")], { stdio: "inherit" });

/** @param {Record<string, string | { types: string }>} doors */
function referenceOf(doors) {
  const chapters = Object.entries(doors).flatMap(([door, target]) =>
    typeof target === "string"
      ? []
      : [chapterOf(`@tuwai/linkage${door.slice(1)}`, join(built, target.types))],
  );
  return `# API reference

Written from the docstrings by \`npm run docs -w @tuwai/linkage\`. Functions first, types after them. Everything throws \`LinkageError\` with a closed
\`code\` and a sentence that holds no value of a record.

${chapters.join("\n")}`;
}

/** @param {string} name @param {string} file */
function chapterOf(name, file) {
  const entries = namesIn(file).map((found) => ({ ...found, ...declarationOf(file, found) }));
  const sections = entries
    .toSorted((a, b) => Number(a.isType) - Number(b.isType) || a.name.localeCompare(b.name, "en"))
    .map(({ name, text, comment }) => `### \`${name}\`\n\n${comment}\n\n\`\`\`ts\n${text}\n\`\`\`\n`);
  return `## ${name}\n\n${sections.join("\n")}`;
}

/** The names a door exports, and where from.
 * @param {string} file @returns {{ name: string, isType: boolean, from: string }[]} */
function namesIn(file) {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/export (type )?\{([^}]*)\} from "([^"]+)"/g)].flatMap(
    ([, all, names = "", from = ""]) =>
      names
        .split(",")
        .map((name) => name.trim())
        .filter(Boolean)
        .map((name) => ({
          name: name.replace(/^type /, ""),
          isType: all !== undefined || name.startsWith("type "),
          from,
        })),
  );
}

/** Follows a name through the doors of features to its declaration.
 * @param {string} file @param {{ name: string, from: string }} found @returns {{ text: string, comment: string }} */
function declarationOf(file, { name, from }) {
  const next = from.startsWith("#")
    ? join(built, from.slice(1), "index.d.ts")
    : join(dirname(file), from.replace(/\.js$/, ".d.ts"));
  if (!existsSync(next)) throw new Error(`${name}: no ${from}`);
  const text = readFileSync(next, "utf8");
  const again = namesIn(next).find((other) => other.name === name);
  const pattern = new RegExp(
    `(?:/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\n)?export (?:declare )?(?:function|const|class|type) ${name}\\b`,
  );
  const found = pattern.exec(text);
  if (!found) {
    if (again) return declarationOf(next, again);
    for (const [, star = ""] of text.matchAll(/export \* from "([^"]+)"/g)) {
      const behind = join(dirname(next), star.replace(/\.js$/, ".d.ts"));
      if (new RegExp(`export (?:declare )?\\w+ ${name}\\b`).test(readFileSync(behind, "utf8")))
        return declarationOf(next, { name, from: star });
    }
    throw new Error(`${name} is not declared in ${from}`);
  }
  const start =
    found.index + found[0].search(/export (?:declare )?(?:function|const|class|type) (?![\s\S]*export )/);
  return { text: shortened(statementAt(text, start)), comment: sentenceOf(found[1] ?? "") };
}

/** The statement that begins here: up to the first semicolon or closing brace outside all brackets.
 * @param {string} text @param {number} start */
function statementAt(text, start) {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const letter = text[at] ?? "";
    if ("{([".includes(letter)) depth += 1;
    if ("})]".includes(letter)) depth -= 1;
    if (depth === 0 && letter === ";") return text.slice(start, at + 1);
    if (depth === 0 && letter === "}" && text.startsWith("export declare class", start))
      return text.slice(start, at + 1);
  }
  return text.slice(start);
}

/** @param {string} text */
function shortened(text) {
  const plain = text.replace(/^export (declare )?/, "");
  const lines = plain.split("\n");
  return lines.length > 70 || plain.length > 4000 ? `${lines[0]} … }` : plain;
}

/** @param {string} comment */
function sentenceOf(comment) {
  return comment
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, "").trim())
    .join("\n")
    .trim();
}

function writeExamples() {
  const folder = mkdtempSync(join(tmpdir(), "linkage-examples-"));
  mkdirSync(join(folder, "bin"));
  const command = `#!/bin/sh\nexec "${process.execPath}" "${join(root, "bin/tuwai-linkage.js")}" "$@"\n`;
  writeFileSync(join(folder, "bin/tuwai-linkage"), command, { mode: 0o755 });
  for (const file of ["dataset4a.csv", "dataset4b.csv"])
    cpSync(join(root, "testdata/febrl", file), join(folder, file));
  const env = { ...process.env, PATH: `${join(folder, "bin")}:${process.env["PATH"]}`, LC_ALL: "C" };
  rewrite(join(root, "docs/examples.md"), (text) =>
    text.replaceAll(/(```sh\n([\s\S]*?)```\s*```text\n)[\s\S]*?```/g, (_, start, code) => {
      const { status, stdout, stderr } = spawnSync("bash", ["-c", code], {
        cwd: folder,
        encoding: "utf8",
        env,
      });
      if (status !== 0) throw new Error(stderr);
      return `${start}${stdout.trimEnd()}\n\`\`\``;
    }),
  );
  rmSync(folder, { recursive: true });
}

/** @param {string} file @param {(text: string) => string} change */
function rewrite(file, change) {
  writeFileSync(file, change(readFileSync(file, "utf8")));
}

async function writeRates() {
  const { errorTable } = await import(pathToFileURL(join(built, "generator/index.js")).href);
  const rows = Object.entries(errorTable).flatMap(([group, faults]) =>
    Object.entries(faults).map(
      ([fault, rate]) =>
        `| ${group} | ${fault} | ${percent(rate.registry)} | ${percent(rate.field)} | ${rate.what} | ${rate.source ?? ""} |`,
    ),
  );
  const table = [
    "| | error | registry | field list | what | source |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
  rewrite(join(root, "docs/generator.md"), (text) =>
    text.replace(/(<!-- rates -->)[\s\S]*(<!-- \/rates -->)/, `$1\n\n${table}\n\n$2`),
  );
}
