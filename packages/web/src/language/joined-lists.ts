import { counted } from "./counted.ts";
import type { TextPair, Texts } from "./language.ts";

const id = {
  title: "Semua daftar disatukan dengan data kemiskinan",
  lead: (done: string, all: string) =>
    `${done} dari ${all} desa dan kelurahan sudah selesai keempat langkahnya.`,
  ticks: {
    sent: "Daftar dikirim",
    linked: "Dipadankan",
    answered: "Pertanyaan dijawab",
    endorsed: "Ditetapkan",
  },
  of: (n: string, all: string) => `${n} dari ${all}`,
  how: "Dihitung dari impor, pemadanan, dan penetapan. Tidak ada yang diisi dengan tangan.",
  caption: "Empat langkah setiap desa dan kelurahan",
  village: "Desa atau kelurahan",
  yes: "Sudah",
  notYet: "Belum",
  notSent: "tunggu daftar operator",
  questions: (n: string) => `${n} pertanyaan terbuka`,
  none: "Belum ada desa di wilayah ini",
} as const;

const en: Texts<typeof id> = {
  title: "All lists joined with the poverty data",
  lead: (done, all) => `${done} of ${all} villages have taken all four steps.`,
  ticks: { sent: "List sent", linked: "Linked", answered: "Questions answered", endorsed: "Endorsed" },
  of: (n, all) => `${n} of ${all}`,
  how: "Worked out from imports, linking and endorsements. Nothing is filled in by hand.",
  caption: "Four steps of each village",
  village: "Village",
  yes: "Yes",
  notYet: "Not yet",
  notSent: "the operator’s list is awaited",
  questions: (n) => counted`${n} open [question|questions]`,
  none: "No village in this area yet",
};

export const joinedListTexts: TextPair<typeof id> = { id, en };
