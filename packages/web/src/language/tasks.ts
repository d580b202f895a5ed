import type { TextPair, Texts } from "./language.ts";

const id = {
  title: "Tugas saya",
  greeting: {
    morning: (name: string) => `Selamat pagi, ${name}.`,
    noon: (name: string) => `Selamat siang, ${name}.`,
    afternoon: (name: string) => `Selamat sore, ${name}.`,
    evening: (name: string) => `Selamat malam, ${name}.`,
  },
  nobody: "rekan",
  toDo: (n: number) => `Perlu Anda kerjakan: ${n}`,
  effort: (why: string, minutes: number) => `${why} · ±${minutes} menit`,
  allDone: (time: string) => `Semua beres. Terakhir diperiksa pukul ${time}.`,
  allDoneNext: "Tugas baru akan tampil di sini bila ada yang menunggu Anda.",
  yourArea: "Wilayah Anda",
  wholeCity: "Seluruh kota",
  parts: (n: string, of: string) => `${n} dari ${of} pekerja terlindungi`,
  countedNow: "Dihitung sekarang dari daftar di wilayah ini",
  missing: "Belum ada angka yang diterbitkan untuk wilayah ini.",
  seeCoverage: "Lihat cakupan",
  account: "Akun Anda",
  role: "Peran",
  secondFactor: "Pasang kode kedua",
  signOut: "Keluar",
} as const;

const en: Texts<typeof id> = {
  title: "My tasks",
  greeting: {
    morning: (name) => `Good morning, ${name}.`,
    noon: (name) => `Good day, ${name}.`,
    afternoon: (name) => `Good afternoon, ${name}.`,
    evening: (name) => `Good evening, ${name}.`,
  },
  nobody: "colleague",
  toDo: (n) => `For you to do: ${n}`,
  effort: (why, minutes) => `${why} · about ${minutes} min`,
  allDone: (time) => `All done. Last checked at ${time}.`,
  allDoneNext: "New tasks appear here when something waits for you.",
  yourArea: "Your area",
  wholeCity: "Whole city",
  parts: (n, of) => `${n} of ${of} workers protected`,
  countedNow: "Counted just now from the lists of this area",
  missing: "No figure has been published for this area yet.",
  seeCoverage: "See coverage",
  account: "Your account",
  role: "Role",
  secondFactor: "Set up a second code",
  signOut: "Sign out",
};

export const taskTexts: TextPair<typeof id> = { id, en };
