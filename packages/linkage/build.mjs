// `npm run build -w @tuwai/linkage`: dist/ becomes the package as it is published, plain JavaScript and declarations.
// Inside the workspace nothing reads it: there the sources run as they are. Publish with: npm publish packages/linkage/dist
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { out: { type: "string" }, refuse: { type: "boolean" } } });
if (values.refuse) {
  console.error("This folder holds the sources. Run `npm run build`, then `npm publish ./dist`.");
  process.exit(1);
}
const root = import.meta.dirname;
const out = resolve(values.out ?? join(root, "dist"));
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
compile();
for (const file of listFiles(out, ".d.ts"))
  rewrite(file, (text) => text.replaceAll(/(["'])(\.\/[^"']+)\.ts\1/g, "$1$2.js$1"));
for (const folder of ["generator/names", "generator/places"]) copy(join("src", folder), folder);
for (const file of ["README.md", "CHANGELOG.md", "LICENSE", "NOTICE", "docs"]) copy(file, file);
mkdirSync(join(out, "bin"));
writeFileSync(join(out, "bin/tuwai-linkage.js"), binary());
writeFileSync(join(out, "package.json"), `${JSON.stringify(published(manifest), null, 2)}\n`);

function compile() {
  const tsc = resolve(root, "../../node_modules/.bin/tsc");
  const { status, stdout } = spawnSync(tsc, ["-p", join(root, "tsconfig.build.json"), "--outDir", out], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`tsc: ${stdout}`);
}

/** @param {string} from @param {string} to */
function copy(from, to) {
  cpSync(join(root, from), join(out, to), {
    recursive: true,
    filter: (path) => !/\.test\.|\.unfinished$/.test(basename(path)),
  });
}

/** @param {string} folder @param {string} ending @returns {string[]} */
function listFiles(folder, ending) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));
}

/** @param {string} file @param {(text: string) => string} change */
function rewrite(file, change) {
  writeFileSync(file, change(readFileSync(file, "utf8")));
}

function binary() {
  return `#!/usr/bin/env node
import { runCommand } from "../command/main.js";
process.exitCode = await runCommand(process.argv.slice(2));
`;
}

/** The manifest with the doors of dist instead of those of src, and without what is only for building.
 * @param {Record<string, any>} manifest */
function published(manifest) {
  const exports = Object.fromEntries(
    Object.entries(manifest.exports).map(([name, { default: door }]) => {
      const file = door.replace("./src/", "./").replace(/\.js$/, "");
      return [name, { types: `${file}.d.ts`, default: `${file}.js` }];
    }),
  );
  const doors = {
    imports: { "#*": { types: "./*/index.d.ts", default: "./*/index.js" } },
    exports: { ...exports, "./package.json": "./package.json" },
    publishConfig: { access: manifest.publishConfig.access },
  };
  const building = ["scripts", "devDependencies", "files"];
  return Object.fromEntries(
    Object.entries({ ...manifest, ...doors }).filter(([key]) => !building.includes(key)),
  );
}
