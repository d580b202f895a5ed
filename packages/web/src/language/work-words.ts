import { counted } from "./counted.ts";
import { contributionTexts } from "./contributions.ts";
import type { TextPair, Texts } from "./language.ts";

const id = {
  title: "Arti pekerjaan",
  lead: "Pekerjaan yang tertulis di daftar dan belum dikenal. Jawab satu kali; semua orang dengan tulisan itu dinilai ulang.",
  none: "Semua pekerjaan yang tertulis sudah dikenal.",
  fills: "Kata pekerjaan yang belum dikenal dari daftar berikutnya tampil di sini, sekali saja.",
  more: (n: string) => `Ada ${n} kata. Yang paling banyak orangnya tampil dulu.`,
  word: (word: string) => `“${word}”`,
  people: (n: string) => `${n} orang menunggu.`,
  means: "Artinya",
  choose: "Pilih artinya",
  unchosen: "Pilih salah satu arti.",
  gone: "Tidak ada lagi orang di daftar Anda dengan tulisan itu.",
  likely: (meaning: string) => `Kemungkinan: ${meaning}. Pastikan dulu.`,
  submit: "Simpan artinya",
  saved: "Artinya tersimpan dan diingat untuk seluruh kota. Orang dengan tulisan itu sedang dinilai ulang.",
  meanings: contributionTexts.id.occupations,
  tasks: {
    "explain-work": {
      text: (n: string) => `${n} pekerjaan yang tertulis belum dikenal`,
      why: "Tanpa artinya, orangnya belum dapat dinilai",
      action: "Jelaskan",
    },
  },
} as const;

const en: Texts<typeof id> = {
  title: "What work means",
  lead: "Work as lists write it that is not known here. Answer once; everybody with these words is judged anew.",
  none: "All work that is written is known.",
  fills: "Words for work that the next lists bring and nobody knows stand here, once.",
  more: (n) => counted`${n} [word|words]. Those of most people come first.`,
  word: (word) => `“${word}”`,
  people: (n) => counted`${n} [person|people] [waits|wait].`,
  means: "It means",
  choose: "Choose its meaning",
  unchosen: "Choose one of the meanings.",
  gone: "Nobody on your lists has these words any more.",
  likely: (meaning) => `Likely: ${meaning}. Make sure first.`,
  submit: "Save the meaning",
  saved: "The meaning is saved and remembered for the whole city. Those people are being judged anew.",
  meanings: contributionTexts.en.occupations,
  tasks: {
    "explain-work": {
      text: (n) => counted`${n} [word|words] for work [is|are] not known`,
      why: "Without a meaning the people cannot be judged",
      action: "Explain",
    },
  },
};

export const workWordsTexts: TextPair<typeof id> = { id, en };
