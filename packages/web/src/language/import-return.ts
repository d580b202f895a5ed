import { counted } from "./counted.ts";
import { listNumbers } from "./list-numbers.ts";
import type { TextPair, Texts } from "./language.ts";

const id = {
  title: "Berkas perbaikan yang terakhir masuk",
  at: (time: string) => `Diterima ${time}`,
  done: (n: string) => `Berkas perbaikan masuk ke daftar ini: ${n} baris diperbaiki.`,
  left: (n: string) => `${n} baris masih perlu diperbaiki.`,
  allGood: "Tidak ada lagi yang perlu diperbaiki.",
  more: "Rinciannya di bawah.",
  repeated: "Berkas perbaikan ini sudah pernah masuk. Tidak ada yang berubah.",
  mended: (rows: readonly number[]) => `Diperbaiki: baris ${listNumbers("id", rows)}.`,
  stillWrong: (rows: readonly number[]) =>
    `Diubah tetapi belum benar: baris ${listNumbers("id", rows)}. Alasannya tertulis di bawah.`,
  overtaken: (rows: readonly number[]) =>
    `Tidak dipakai, karena sudah diubah orang lain sesudah berkas diunduh: baris ${listNumbers("id", rows)}. Isi yang sekarang tetap; bandingkan, lalu ketik di sini bila perlu.`,
  saved: (rows: readonly number[]) =>
    `Tidak dipakai, karena sudah tersimpan: baris ${listNumbers("id", rows)}. Ubah di halaman orangnya.`,
  differing: (row: number, columns: string) =>
    `Baris ${row}, kolom ${columns}: berkas ini berbeda dari perbaikan yang masuk sebelumnya dan sudah benar. Perbaikan itu tetap; bandingkan, lalu ketik di sini bila berkas ini yang benar.`,
  unknown: (rows: readonly number[]) =>
    `Kunci tidak dikenal di baris ${listNumbers("id", rows)} berkas perbaikan: kuncinya berubah atau milik daftar lain. Baris itu tidak dipakai; unduh berkasnya lagi.`,
  twice: (rows: readonly number[]) =>
    `Kunci yang sama berulang di baris ${listNumbers("id", rows)} berkas perbaikan. Tidak satu pun dipakai; sisakan satu baris, lalu kirim lagi.`,
  withoutKey: (rows: readonly number[]) =>
    `Tanpa kunci: baris ${listNumbers("id", rows)} berkas perbaikan. Orang baru dikirim sebagai daftar tersendiri.`,
  refused: {
    list: "Kode impor di berkas ini bukan milik daftar kantor Anda. Tidak ada yang berubah. Untuk mengirimnya sebagai daftar baru, hapus kolom Kode impor dan Kunci baris.",
    kind: (kind: string) =>
      `Berkas perbaikan ini milik daftar jenis “${kind}”. Pilih jenis itu, lalu kirim lagi. Tidak ada yang berubah.`,
    noCode: "Kolom Kode impor kosong di semua baris. Tidak ada yang berubah; unduh berkasnya lagi.",
    columns:
      "Judul kolom di berkas perbaikan ini berubah, jadi isinya tidak dapat dicocokkan. Tidak ada yang berubah; pakai judul kolom seperti saat diunduh.",
    unreadable:
      "Berkas perbaikan ini tidak terbaca sampai akhir. Tidak ada yang berubah; simpan lagi dari Excel, lalu kirim lagi.",
    atSource: "Daftar ini tidak diperbaiki di sini. Tidak ada yang berubah.",
    states: {
      undone:
        "Daftar asalnya sudah diurungkan, jadi tidak ada yang dapat diperbaiki di dalamnya. Berkas Anda tetap ada pada Anda: hapus kolom Kode impor dan Kunci baris, lalu kirim sebagai daftar baru.",
      discarded:
        "Daftar asalnya sudah disisihkan, jadi tidak ada yang dapat diperbaiki di dalamnya. Berkas Anda tetap ada pada Anda: hapus kolom Kode impor dan Kunci baris, lalu kirim sebagai daftar baru.",
      "awaiting-approval":
        "Daftar asalnya sedang menunggu persetujuan orang kedua. Tidak ada yang berubah; kirim lagi berkas ini sesudah disetujui.",
      received: "Daftar asalnya sedang dibaca. Tidak ada yang berubah; kirim lagi berkas ini sebentar lagi.",
      other: "Daftar asalnya belum sampai pada pemeriksaan. Tidak ada yang berubah; selesaikan dulu di sana.",
    },
  },
} as const;

const en: Texts<typeof id> = {
  title: "The last repaired file that came in",
  at: (time) => `Taken in ${time}`,
  done: (n) => counted`The repaired file went into this list: ${n} [row|rows] repaired.`,
  left: (n) => counted`${n} [row|rows] still [needs|need] repair.`,
  allGood: "Nothing is left to repair.",
  more: "Details are below.",
  repeated: "This repaired file was taken in before. Nothing has changed.",
  mended: (rows) => `Repaired: rows ${listNumbers("en", rows)}.`,
  stillWrong: (rows) => `Changed but not right yet: rows ${listNumbers("en", rows)}. The reasons are below.`,
  overtaken: (rows) =>
    `Not taken, as others changed them after the file was downloaded: rows ${listNumbers("en", rows)}. What stands now stays; compare, and type it here if needed.`,
  saved: (rows) =>
    `Not taken, as they are saved already: rows ${listNumbers("en", rows)}. Change them on the person’s page.`,
  differing: (row, columns) =>
    `Row ${row}, column ${columns}: this file says something else than the repair that came before and is right. That repair stays; compare, and type it here if this file is right.`,
  unknown: (rows) =>
    `Unknown keys in rows ${listNumbers("en", rows)} of the repaired file: changed, or of another list. Those rows were not taken; download the file again.`,
  twice: (rows) =>
    `The same key in rows ${listNumbers("en", rows)} of the repaired file. None was taken; keep one row and send it again.`,
  withoutKey: (rows) =>
    `Without a key: rows ${listNumbers("en", rows)} of the repaired file. Send new people as a list of their own.`,
  refused: {
    list: "The import code in this file is of no list of your office. Nothing has changed. To send it as a new list, delete the columns Kode impor and Kunci baris.",
    kind: (kind) =>
      `This repaired file belongs to a list of kind “${kind}”. Choose that kind and send it again. Nothing has changed.`,
    noCode: "The column Kode impor is empty in all rows. Nothing has changed; download the file again.",
    columns:
      "The headings in this repaired file have changed, so that its cells cannot be matched. Nothing has changed; use the headings it was downloaded with.",
    unreadable:
      "This repaired file could not be read to its end. Nothing has changed; save it again from Excel and send it again.",
    atSource: "This list is not repaired here. Nothing has changed.",
    states: {
      undone:
        "Its list was undone, so nothing can be repaired in it. You still have your file: delete the columns Kode impor and Kunci baris and send it as a new list.",
      discarded:
        "Its list was set aside, so nothing can be repaired in it. You still have your file: delete the columns Kode impor and Kunci baris and send it as a new list.",
      "awaiting-approval":
        "Its list waits for a second person. Nothing has changed; send this file again after the approval.",
      received: "Its list is being read. Nothing has changed; send this file again in a moment.",
      other: "Its list has not been checked yet. Nothing has changed; finish that first.",
    },
  },
};

export const importReturnTexts: TextPair<typeof id> = { id, en };
