// Files that are small when sent and endless when read, or honest and slow; each as bytes.
import { crc32, deflateRawSync } from "node:zlib";
import { randomFrom } from "./drill.mjs";

/** @typedef {{ name: string, bytes: () => Uint8Array<ArrayBuffer> }} Poison */

const letters = "abcdefghijklmnopqrstuvwxyz";
/** @param {number} length */
function noise(length) {
  const random = randomFrom(1);
  return Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join("");
}

/** Tried on a running city on 29 November 2026: the first alone stopped all background work and took 2.8 GB.
 * @type {readonly Poison[]} */
export const poisons = [
  { name: "satu-teks-900-ribu.xlsx", bytes: () => sharedText(900_000) },
  { name: "satu-teks-30-ribu.xlsx", bytes: () => sharedText(30_000) },
  { name: "bom-rasio.xlsx", bytes: () => workbook(`<row r="1">${" ".repeat(600_000_000 >> 3)}</row>`) },
  {
    name: "bom-banyak-baris.xlsx",
    bytes: () => workbook('<row><c t="s"><v>0</v></c></row>'.repeat(1_500_000)),
  },
  { name: "sel-9-megabita.csv", bytes: () => text(`NIK;Nama\n1;"${"x".repeat(9_000_000)}"\n`) },
  { name: "baris-tanpa-akhir.csv", bytes: () => text(`NIK;Nama\n${"1;a\n".repeat(2_400_000)}`) },
  { name: "tanda-kutip-terbuka.csv", bytes: () => text(`NIK;Nama\n1;"${"a;b\n".repeat(2_200_000)}`) },
];

/** The largest that a village may send: it is honest and takes long.
 * @param {number} seed */
export function slowList(seed) {
  const remark = noise(300);
  const rows = Array.from({ length: 19_000 }, (_, at) => {
    const day = String(1 + (at % 28)).padStart(2, "0");
    const year = 60 + (at % 30);
    const serial = String(1 + ((at + seed * 37) % 9_999)).padStart(4, "0");
    return `Syafril ${wordOf(at)};137795${day}01${year}${serial};${day}-01-19${year};L;Nelayan;${remark}`;
  });
  return text(["Nama Lengkap;NIK;Tgl Lahir;L/P;Pekerjaan;Catatan", ...rows, ""].join("\n"));
}

/** Names are letters: a column of anything else is asked about instead of read.
 * @param {number} at */
function wordOf(at) {
  return [at, at / 26, at / 676].map((part) => letters[Math.floor(part) % 26]).join("");
}

/** @param {string} content @returns {Uint8Array<ArrayBuffer>} */
function text(content) {
  return new Uint8Array(Buffer.from(content));
}

/** One shared text, of letters that do not repeat, that 160,000 cells show.
 * @param {number} length */
function sharedText(length) {
  const cells = '<c t="s"><v>0</v></c>'.repeat(8);
  const rows = Array.from({ length: 20_000 }, (_, at) => `<row r="${at + 1}">${cells}</row>`).join("");
  return workbook(rows, `<sst><si><t>${noise(length)}</t></si></sst>`);
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** @param {string} rows @param {string} [strings] */
function workbook(rows, strings = `<sst ${main}><si><t>a</t></si></sst>`) {
  return zip({
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook ${main} xmlns:r="${relation}"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`,
    "xl/sharedStrings.xml": strings,
  });
}

/** Packed fast and badly: what is packed well is refused for that alone.
 * @param {Record<string, string>} parts @returns {Uint8Array<ArrayBuffer>} */
function zip(parts) {
  /** @type {Buffer[]} */
  const files = [];
  /** @type {Buffer[]} */
  const directory = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const data = Buffer.from(content);
    const packed = deflateRawSync(data, { level: 1 });
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(data), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(data.length, 18);
    facts.writeUInt16LE(Buffer.byteLength(name), 22);
    const file = Buffer.concat([Buffer.from("504b0304", "hex"), facts, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("504b01021400", "hex"), facts, place, Buffer.from(name)]));
    files.push(file);
    offset += file.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...files, central, end]));
}
