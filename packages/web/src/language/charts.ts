import type { TextPair, Texts } from "./language.ts";

const id = {
  legend: "Arti warna",
  band: (from: number, until: number) => `${from}–${until}%`,
  noNumber: "tidak ditampilkan",
  indicative: "Batas indikatif, bukan acuan hukum.",
  arrows: "Tombol panah: pindah ke desa tetangga. Enter: buka.",
} as const;

const en: Texts<typeof id> = {
  legend: "What the colours mean",
  band: (from, until) => `${from}–${until}%`,
  noNumber: "not shown",
  indicative: "Boundaries are indicative, not a legal reference.",
  arrows: "Arrow keys: go to the neighbouring village. Enter: open.",
};

export const chartTexts: TextPair<typeof id> = { id, en };
