import { counted } from "./counted.ts";
import type { TextPair, Texts } from "./language.ts";

const id = {
  title: "Nasib setiap baris",
  sum: (read: string, parts: string) => `${read} baris dibaca = ${parts}.`,
  linking:
    "Sedang dicocokkan dengan data lain. Sebagian angka di bawah masih dapat berubah; halaman ini boleh ditutup.",
  fates: {
    new: { name: "orang baru", what: "Belum ada di daftar desa ini sebelumnya." },
    known: {
      name: "digabung dengan orang yang sudah dikenal",
      what: "NIK-nya sama, atau nama dan tanggal lahirnya sama persis.",
    },
    "in-question": {
      name: "masih dipertanyakan",
      what: "Mungkin orang yang sama dengan catatan lain; seorang petugas data memutuskan.",
    },
    officer: {
      name: "perangkat desa, ditahan",
      what: "Perangkat desa dilindungi lewat APBDes, bukan sebagai pekerja rentan.",
    },
    "not-eligible": {
      name: "tidak layak untuk program",
      what: "Orangnya tetap tercatat; alasannya tertulis di samping nama.",
    },
  },
  unchanged: "sudah sama dengan daftar sebelumnya",
  repair: "perlu diperbaiki",
  waiting: "menunggu disimpan",
  duplicate: "kembar di berkas",
  leftOut: "dilewati dengan alasan",
  aside: "judul, catatan, dan baris kosong",
  elsewhere: "sudah ditarik lagi",
  people: (n: string, name: string) => `${n} ${name}`,
  row: (n: string) => `baris ${n}`,
  more: (n: string) => `dan ${n} lagi di daftar pekerja`,
  mend: "Perbaiki barisnya",
} as const;

const en: Texts<typeof id> = {
  title: "What became of each row",
  sum: (read, parts) => counted`${read} [row|rows] read = ${parts}.`,
  linking:
    "People are being compared with other data. Some figures below may still change; you may close this page.",
  fates: {
    new: { name: "new people", what: "Not on a list of this village before." },
    known: {
      name: "joined with people already known",
      what: "The same NIK, or exactly the same name and birth date.",
    },
    "in-question": {
      name: "still in question",
      what: "Perhaps the same human being as another record; a data officer decides.",
    },
    officer: {
      name: "village officers, held back",
      what: "The village insures its officers itself, not as vulnerable workers.",
    },
    "not-eligible": {
      name: "not eligible for the programme",
      what: "They stay on record; the reason stands beside the name.",
    },
  },
  unchanged: "the same as on an earlier list",
  repair: "to repair",
  waiting: "waiting to be saved",
  duplicate: "repeated in the file",
  leftOut: "left out with a reason",
  aside: "titles, notes and blank rows",
  elsewhere: "taken back since",
  people: (n, name) => `${n} ${name}`,
  row: (n) => `row ${n}`,
  more: (n) => `and ${n} more in the list of workers`,
  mend: "Repair the rows",
};

export const importFateTexts: TextPair<typeof id> = { id, en };
