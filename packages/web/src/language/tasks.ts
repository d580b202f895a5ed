import { counted } from "./counted.ts";
import type { TextPair, Texts } from "./language.ts";

const id = {
  title: "Tugas saya",
  greeting: {
    morning: "Selamat pagi.",
    noon: "Selamat siang.",
    afternoon: "Selamat sore.",
    evening: "Selamat malam.",
  },
  nobody: "rekan",
  toDo: "Perlu Anda kerjakan",
  effort: (why: string, minutes: number) => `${why} · ±${minutes} menit`,
  yourArea: "Wilayah Anda",
  wholeCity: "Seluruh kota",
  parts: (n: string, of: string) => `${n} dari ${of} pekerja terlindungi`,
  partsOfEstimate: (n: string, of: string) => `${n} dari sekitar ${of} pekerja rentan terlindungi`,
  estimated: "Perkiraan jumlah pekerja rentan dari sumber tetap; daftar desa tidak mengubahnya",
  countedNow: "Dihitung sekarang dari daftar di wilayah ini",
  missing: "Belum ada pekerja dalam daftar wilayah ini. Angka tampil sesudah daftar pertama tersimpan.",
  seeCoverage: "Lihat cakupan",
} as const;

const en: Texts<typeof id> = {
  title: "My tasks",
  greeting: {
    morning: "Good morning.",
    noon: "Good day.",
    afternoon: "Good afternoon.",
    evening: "Good evening.",
  },
  nobody: "colleague",
  toDo: "For you to do",
  effort: (why, minutes) => `${why} · about ${minutes} min`,
  yourArea: "Your area",
  wholeCity: "Whole city",
  parts: (n, of) => counted`${n} of ${of} [worker|workers] protected`,
  partsOfEstimate: (n, of) => counted`${n} of about ${of} vulnerable [worker|workers] protected`,
  estimated: "Estimate of vulnerable workers from fixed sources; no village's list changes it",
  countedNow: "Counted just now from the lists of this area",
  missing: "Nobody is on a list of this area yet. A figure appears once the first list is saved.",
  seeCoverage: "See coverage",
};

export const taskTexts: TextPair<typeof id> = { id, en };
