// One-off job after a change of dependencies: adds to package-lock.json the optional packages of other platforms that
// the registry in use did not offer. Without them `npm ci` refuses the lock (npm/cli#9342).
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./launch/root.mjs";
import { missingOptionals, platformOf } from "./lock/missing-optionals.mjs";

const file = join(root, "package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8"));
const missing = missingOptionals(lock.packages);
for (const [path, version] of missing) lock.packages[path] = { version, ...platformOf(path), optional: true };
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${missing.length} packages of other platforms added to the lock`);
