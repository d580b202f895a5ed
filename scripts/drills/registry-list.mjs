// Lists for the linking drill: people of the demo city's DTSEN file, some as they stand there, some written as a village would,
// and the same people again on another village's list, so that links are made and questions are asked.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {{ name: string, nik: string, card: string, born: string, sex: string }} Human */

const perList = 24;

/** Adults of the registry that the city has loaded.
 * @param {string} dataDir @returns {Human[]} */
export function readRegistry(dataDir) {
  const [header = "", ...lines] = readFileSync(join(dataDir, "demo/berkas/dtsen.csv"), "utf8").split(/\r?\n/);
  const columns = header.split(";");
  const adults = lines.filter(Boolean).flatMap((line) => {
    const cells = line.split(";");
    const cell = (/** @type {string} */ name) => String(cells[columns.indexOf(name)]);
    const born = cell("tanggal_lahir");
    if (born > "2000" || !/^\d{16}$/.test(cell("nomor_induk_kependudukan"))) return [];
    return [
      {
        name: cell("nama"),
        nik: cell("nomor_induk_kependudukan"),
        card: cell("nomor_kartu_keluarga"),
        born: born.split("-").reverse().join("-"),
        sex: cell("jenis_kelamin") === "1" ? "L" : "P",
      },
    ];
  });
  // Of every run others, so that a city may be used again.
  const from = Date.now() % adults.length;
  return [...adults.slice(from), ...adults.slice(0, from)];
}

/** A third with their number, a third without number and card, a third of the round before once more, misspelt.
 * @param {readonly Human[]} registry @param {number} round counted from 0 */
export function registryList(registry, round) {
  const third = perList / 3;
  const at = (/** @type {number} */ index) => /** @type {Human} */ (registry[index % registry.length]);
  const own = (/** @type {number} */ of, /** @type {number} */ index) => at(of * 2 * third + index);
  const rows = Array.from({ length: third }, (_, index) => [
    rowOf(own(round, index)),
    rowOf({ ...own(round, third + index), nik: "", card: "" }),
    rowOf({ ...misspelt(own(round - 1 + (round === 0 ? 500 : 0), third + index)), nik: "", card: "" }),
  ]).flat();
  return ["Nama Lengkap;NIK;No KK;Tgl Lahir;L/P;Pekerjaan", ...rows, ""].join("\n");
}

/** @param {Human} human */
function misspelt(human) {
  return { ...human, name: human.name.replace(/([A-Z])\1|I|Y/, (letter) => (letter === "I" ? "Y" : "I")) };
}

/** @param {Human} human */
function rowOf({ name, nik, card, born, sex }) {
  return [name, nik, card, born, sex, "Buruh tani"].join(";");
}
