// Whether anything of a list lies readable on the disk: in the data folder (the database's own files apart) or in /tmp.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const largest = 50 * 1024 * 1024;

/** A fault for each readable copy. Folders that are not ours to read are passed over.
 * @param {string} dataDir @param {string} text the list as it was sent @returns {string[]} */
export function listPlainText(dataDir, text) {
  const niks = [...text.matchAll(/;(\d{16});/g)].slice(0, 20).map(([, nik]) => Buffer.from(String(nik)));
  const places = [...filesBelow(dataDir), ...ofOurs(tmpdir())];
  return places.filter((path) => holdsOne(path, niks)).map((path) => `the list lies readable in ${path}`);
}

/** What this program would leave in the machine's temporary folder.
 * @param {string} folder @returns {string[]} */
function ofOurs(folder) {
  const names = readdirSync(folder).filter((name) => /^tuwai-(form-)?[A-Za-z0-9]{6}$/.test(name));
  return names.flatMap((name) => filesBelow(join(folder, name)));
}

/** @param {string} folder @returns {string[]} */
function filesBelow(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === "pg" || entry.name === "berkas" ? [] : filesBelow(path);
      return entry.isFile() ? [path] : [];
    });
  } catch {
    return [];
  }
}

/** @param {string} path @param {Buffer[]} needles */
function holdsOne(path, needles) {
  try {
    if (statSync(path).size > largest) return false;
    const content = readFileSync(path);
    return needles.some((needle) => content.includes(needle));
  } catch {
    return false;
  }
}
