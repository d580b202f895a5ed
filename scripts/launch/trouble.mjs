// Every way the set-up is known to fail, each with one sentence that helps, in both languages.

import { accessSync, constants, existsSync } from "node:fs";
import { dirname } from "node:path";

/** @typedef {{ id: string, en: string }} Sentence */

/** @type {Record<string, (values: Record<string, string | number>) => Sentence>} */
const sentences = {
  "no-network": () => ({
    id: "Paket tidak dapat diunduh: registri npm tidak terjangkau. Periksa sambungan internet atau proxy, lalu ulangi perintah yang sama.",
    en: "Packages could not be downloaded: the npm registry is out of reach. Check the connection or proxy and repeat the same command.",
  }),
  "install-failed": () => ({
    id: `Pemasangan paket gagal. Hapus folder node_modules lalu ulangi.`,
    en: `Installing the packages failed. Delete the node_modules folder and try again.`,
  }),
  "npm-missing": () => ({
    id: "Perintah npm tidak ditemukan. Pasang Node.js beserta npm (versi 18 ke atas), lalu ulangi.",
    en: "The npm command was not found. Install Node.js with npm (version 18 or newer) and try again.",
  }),
  "node-too-old": ({ version, platform }) => ({
    id: `Node 24 untuk ${platform} tidak terpasang dan Node di komputer ini (${version}) terlalu lama. Hapus folder node_modules lalu ulangi, atau pasang Node 22.22 ke atas.`,
    en: `Node 24 for ${platform} is not installed and this machine's own Node (${version}) is too old. Delete the node_modules folder and try again, or install Node 22.22 or newer.`,
  }),
  "build-failed": () => ({
    id: "Halaman web gagal dibangun.",
    en: "Building the web pages failed.",
  }),
  "port-invalid": ({ port }) => ({
    id: `PORT harus bilangan bulat 1 sampai 65535, bukan “${port}”.`,
    en: `PORT must be a whole number from 1 to 65535, not “${port}”.`,
  }),
  "port-taken": ({ port }) => ({
    id: `Port ${port} sudah dipakai program lain. Hentikan program itu, atau pilih port lain: PORT=${Number(port) + 1} npm start`,
    en: `Port ${port} is already used by another program. Stop that program or choose another port: PORT=${Number(port) + 1} npm start`,
  }),
  "port-ours": ({ port }) => ({
    id: `TuWai KeTan sudah berjalan di http://localhost:${port}. Buka alamat itu, atau hentikan yang berjalan dahulu.`,
    en: `TuWai KeTan is already running at http://localhost:${port}. Open that address, or stop the running one first.`,
  }),
  "port-forbidden": ({ port }) => ({
    id: `Port ${port} tidak boleh dibuka oleh pengguna ini (port di bawah 1024 perlu hak khusus). Pilih port lain: PORT=3000 npm start`,
    en: `This user may not open port ${port} (ports below 1024 need a privilege). Choose another port: PORT=3000 npm start`,
  }),
  "host-unknown": ({ host }) => ({
    id: `Alamat HOST=${host} tidak ada di komputer ini.`,
    en: `The address HOST=${host} does not exist on this machine.`,
  }),
  "disk-full": ({ path }) => ({
    id: `Ruang disk habis di ${path}. Kosongkan sedikitnya 1,5 GB lalu ulangi; data yang sudah tersimpan tetap aman.`,
    en: `The disk is full at ${path}. Free at least 1.5 GB and try again; data already saved stay safe.`,
  }),
  "read-only": ({ path }) => ({
    id: `${path} berada di disk yang hanya dapat dibaca. Salin proyek ke tempat yang dapat ditulis, atau arahkan data ke sana: TUWAI_DATA=/folder/lain npm start`,
    en: `${path} is on a read-only disk. Copy the project to a writable place, or send the data there: TUWAI_DATA=/another/folder npm start`,
  }),
  "no-permission": ({ path }) => ({
    id: `Pengguna ini tidak berhak menulis ${path}. Ubah pemilik folder itu, atau arahkan data ke tempat lain: TUWAI_DATA=/folder/lain npm start`,
    en: `This user may not write ${path}. Change the owner of that folder, or send the data elsewhere: TUWAI_DATA=/another/folder npm start`,
  }),
  "database-version": ({ found, ours, path }) => ({
    id: `Data di ${path} dibuat oleh PostgreSQL ${found}, sedangkan program ini membawa PostgreSQL ${ours}. Pakai versi program yang membuatnya (lalu tuwai backup), atau TUWAI_DATA lain. Data tidak disentuh.`,
    en: `The data in ${path} were made by PostgreSQL ${found}, but this program carries PostgreSQL ${ours}. Use the version of the program that made them (then tuwai backup), or another TUWAI_DATA. The data were not touched.`,
  }),
  "database-missing": ({ platform }) => ({
    id: `PostgreSQL bawaan untuk ${platform} tidak terpasang. Hapus folder node_modules lalu ulangi, atau pakai server PostgreSQL sendiri: DATABASE_URL=postgres://… npm start`,
    en: `The embedded PostgreSQL for ${platform} is not installed. Delete the node_modules folder and try again, or use a PostgreSQL server of your own: DATABASE_URL=postgres://… npm start`,
  }),
  "database-in-use": ({ path }) => ({
    id: `Basis data di ${path} sedang dipakai proses lain (mungkin di kontainer lain). Dua server di atas satu folder akan merusak data, jadi program berhenti.`,
    en: `The database in ${path} is in use by another process (perhaps in another container). Two servers on one folder would destroy data, so the program stops.`,
  }),
  "database-identity": ({ path }) => ({
    id: `PostgreSQL menolak berjalan sebagai root, dan unshare, setpriv, maupun pengguna nobody tidak berhasil di ${path}. Jalankan sebagai pengguna biasa, pindahkan data (TUWAI_DATA=/var/lib/tuwai), atau pakai DATABASE_URL.`,
    en: `PostgreSQL refuses to run as root, and unshare, setpriv and the user nobody all failed at ${path}. Run as an ordinary user, move the data (TUWAI_DATA=/var/lib/tuwai), or use DATABASE_URL.`,
  }),
  "database-busy": ({ path }) => ({
    id: `Proses lain masih menyiapkan basis data di ${path}. Tunggu sebentar lalu ulangi.`,
    en: `Another process is still preparing the database in ${path}. Wait a moment and try again.`,
  }),
  "database-failed": ({ path }) => ({
    id: `PostgreSQL bawaan tidak mau berjalan; lihat ${path}.`,
    en: `The embedded PostgreSQL would not run; see ${path}.`,
  }),
  "database-gone": () => ({
    id: "Basis data berhenti dan tidak dapat dihidupkan lagi; program dihentikan. Yang sudah tersimpan tetap aman.",
    en: "The database stopped and could not be brought back; the program stops. What was saved stays safe.",
  }),
  "app-stopped": ({ reason }) => ({
    id: `Program berhenti sendiri (${reason}). Yang sudah tersimpan tetap aman; jalankan npm start lagi.`,
    en: `The program stopped by itself (${reason}). What was saved stays safe; run npm start again.`,
  }),
};

/** A failure the user can do something about; `code` is a key of the table above. A `detail` follows the sentences. */
export class Trouble extends Error {
  /** @param {string} code @param {Record<string, string | number>} [values] @param {unknown} [cause] */
  constructor(code, values = {}, cause) {
    const sentence = /** @type {(values: Record<string, string | number>) => Sentence} */ (sentences[code])(
      values,
    );
    super([sentence.id, sentence.en, values["detail"]].filter(Boolean).join("\n"), { cause });
    this.name = "Trouble";
    this.code = code;
  }
}

export const troubleCodes = Object.keys(sentences);

const systemErrors = /** @type {Record<string, string>} */ ({
  ENOSPC: "disk-full",
  EDQUOT: "disk-full",
  EROFS: "read-only",
  EACCES: "no-permission",
  EPERM: "no-permission",
});

/**
 * Turns a file-system error, or program output that mentions one, into a Trouble; null when it is none.
 * @param {unknown} error an Error with a code, or text
 * @param {string} path what was being written
 */
export function fileTrouble(error, path) {
  const text =
    error instanceof Error ? String(/** @type {NodeJS.ErrnoException} */ (error).code) : String(error);
  const code = Object.keys(systemErrors).find((name) => text.includes(name)) ?? nameOf(text);
  return code ? new Trouble(/** @type {string} */ (systemErrors[code]), { path }, error) : null;
}

/**
 * Throws when nothing could be written at `path`, which need not exist yet. Asked beforehand, because mkdir and npm
 * report a read-only disk as a missing folder.
 * @param {string} path
 */
export function refuseUnwritable(path) {
  let nearest = path;
  while (!existsSync(nearest)) nearest = dirname(nearest);
  try {
    accessSync(nearest, constants.W_OK);
  } catch (error) {
    throw fileTrouble(error, path) ?? error;
  }
}

/** @param {string} text */
function nameOf(text) {
  if (/no space left on device|disk quota exceeded/i.test(text)) return "ENOSPC";
  if (/read-only file system/i.test(text)) return "EROFS";
  return /permission denied/i.test(text) ? "EACCES" : undefined;
}
