import { counted } from "./counted.ts";
import type { TextPair, Texts } from "./language.ts";

const id = {
  toTasks: "Ke tugas saya",
  toFix: (n: number) => `Ada ${n} hal yang perlu diperbaiki`,
  crumbs: "Letak halaman ini",
  pages: "Halaman daftar",
  previous: "Sebelumnya",
  next: "Berikutnya",
  pageOf: (page: number, pages: number) => `Halaman ${page} dari ${pages}`,
  show: "Tampilkan",
  choose: "Pilih",
  clearFilters: "Hapus saringan",
  typeToConfirm: (word: string) => `Ketik “${word}” untuk melanjutkan`,
  asOf: (date: string) => `per ${date}`,
  released: (month: string, date: string) => `${month}, terbit ${date}`,
  unchangedSince: (month: string) => `belum berubah sejak ${month}`,
  heldSince: (time: string, minutes: number) =>
    `Sistem sedang tidak tersambung. Angka ini diambil pukul ${time}, ${minutes} menit yang lalu.`,
  howNumber: "Asal angka",
  undated: "tanggal belum diketahui",
  numerator: (n: string, date: string) => `Pembilang: ${n} (${date})`,
  denominator: (n: string, date: string) => `Penyebut: ${n} (${date})`,
  source: (source: string) => `Sumber: ${source}`,
  download: { xlsx: "Unduh Excel", csv: "Unduh CSV" },
} as const;

const en: Texts<typeof id> = {
  toTasks: "To my tasks",
  toFix: (n) => (n === 1 ? "There is 1 thing to fix" : counted`There are ${n} [thing|things] to fix`),
  crumbs: "Where this page is",
  pages: "Pages of the list",
  previous: "Previous",
  next: "Next",
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
  show: "Show",
  choose: "Choose",
  clearFilters: "Clear filters",
  typeToConfirm: (word) => `Type “${word}” to go on`,
  asOf: (date) => `as of ${date}`,
  released: (month, date) => `${month}, published ${date}`,
  unchangedSince: (month) => `unchanged since ${month}`,
  heldSince: (time, minutes) =>
    counted`The system is not connected. This number was read at ${time}, ${minutes} [minute|minutes] ago.`,
  howNumber: "Where this number comes from",
  undated: "date not known yet",
  numerator: (n, date) => `Numerator: ${n} (${date})`,
  denominator: (n, date) => `Denominator: ${n} (${date})`,
  source: (source) => `Source: ${source}`,
  download: { xlsx: "Download Excel", csv: "Download CSV" },
};

export const uiTexts: TextPair<typeof id> = { id, en };
