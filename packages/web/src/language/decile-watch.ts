import { counted } from "./counted.ts";
import type { TextPair, Texts } from "./language.ts";

/** A new release of DTSEN beside the one before. */
const id = {
  title: "Jaga desil",
  finding: {
    none: "Belum ada dua rilis DTSEN untuk dibandingkan",
    calm: "Tidak ada perubahan rilis yang menunggu keputusan",
    open: (n: string) => `${n} perubahan pada rilis baru menunggu keputusan`,
  },
  lead: "Rilis baru hanya mengusulkan. Kematian, kepindahan, padanan dan keputusan yang sudah dipastikan orang tetap berlaku.",
  fills: "Halaman ini terisi setelah rilis DTSEN yang kedua diterapkan dan dipadankan.",
  size: (repeated: string, missing: string, fresh: string) =>
    `${repeated} orang ada pada kedua rilis, ${missing} tidak ada lagi, ${fresh} baru.`,
  part: "Berkas ini hanya sebagian dari DTSEN, jadi yang tidak ada di dalamnya tidak dianggap hilang.",
  groupsTitle: "Yang berubah",
  caption: "Perubahan menurut jenis; buka satu jenis untuk melihat orangnya",
  columns: { group: "Jenis perubahan", open: "Menunggu", decided: "Diputuskan" },
  groups: {
    "menjadi-miskin": "Desil turun menjadi miskin",
    "keluar-miskin": "Desil naik, tidak lagi miskin",
    meninggal: "Tercatat meninggal di kota, masih ada di DTSEN",
    hilang: "Ada pada daftar kita, tidak ada lagi di DTSEN",
    "pindah-desa": "Pindah desa menurut DTSEN",
    "pecah-keluarga": "Kartu keluarga lain: keluarga pecah atau bergabung",
    "nik-baru": "Orang yang sama dengan NIK baru",
    "desil-berubah": "Desil lain, tidak melewati batas",
    "desil-rentang": "Desil berupa rentang, tidak dapat dipastikan",
    "desil-menyempit": "Desil kini lebih tepat, tidak berpindah",
    "desil-melebar": "Desil kini hanya rentang, tidak berpindah",
  },
  list: {
    caption: (group: string) => `${group}: yang menunggu`,
    columns: { name: "Nama", village: "Desa", was: "Rilis sebelumnya", is: "Rilis baru" },
    decile: (n: string) => `desil ${n}`,
    absent: "tidak ada",
    unknownVillage: "desa tidak diketahui",
  },
  decideTitle: (n: string) => `Putuskan ${n} sekaligus`,
  verdict: "Keputusan untuk seluruh kelompok",
  choose: "Pilih satu",
  verdicts: {
    "register-right": "DTSEN benar",
    "ours-stands": "Catatan kita yang berlaku",
    "ask-village": "Ditanyakan kepada desa",
  },
  submit: "Simpan keputusan",
  done: (n: string) => `${n} perubahan diputuskan.`,
  undone: "Keputusan dibatalkan; perubahannya menunggu lagi.",
  refused: {
    "without-verdict": "Pilih satu keputusan.",
    "nothing-open": "Tidak ada lagi yang menunggu pada kelompok ini.",
  },
  decisions: "Keputusan pada rilis ini",
  decided: (group: string, verdict: string, n: string, on: string) => `${group}: ${verdict} (${n}), ${on}`,
  undo: "Batalkan",
  undoOf: (group: string) => `Batalkan keputusan ${group}`,
};

const en: Texts<typeof id> = {
  title: "Decile watch",
  finding: {
    none: "There are not yet two releases of DTSEN to compare",
    calm: "No change of a release waits for a decision",
    open: (n) => counted`${n} [change|changes] of the new release [waits|wait] for a decision`,
  },
  lead: "A new release only proposes. Deaths, moves, links and decisions that people confirmed stand.",
  fills: "This page fills once a second release of DTSEN is applied and linked.",
  size: (repeated, missing, fresh) =>
    counted`${repeated} [person is|people are] in both releases, ${missing} [is|are] left out, ${fresh} [is|are] new.`,
  part: "This file is only a part of DTSEN, so whoever is not in it does not count as gone.",
  groupsTitle: "What changed",
  caption: "Changes by kind; open one to see the people",
  columns: { group: "Kind of change", open: "Waiting", decided: "Decided" },
  groups: {
    "menjadi-miskin": "Decile fell to poor",
    "keluar-miskin": "Decile rose, no longer poor",
    meninggal: "Dead by the city's records, still in DTSEN",
    hilang: "On our lists, no longer in DTSEN",
    "pindah-desa": "Moved to another village by DTSEN",
    "pecah-keluarga": "Another family card: a household split or joined",
    "nik-baru": "The same person with a new NIK",
    "desil-berubah": "Another decile, across no line",
    "desil-rentang": "A span for a decile, cannot be told",
    "desil-menyempit": "A more exact decile, no move",
    "desil-melebar": "Only a span now, no move",
  },
  list: {
    caption: (group) => `${group}: waiting`,
    columns: { name: "Name", village: "Village", was: "Release before", is: "New release" },
    decile: (n) => `decile ${n}`,
    absent: "not there",
    unknownVillage: "village not known",
  },
  decideTitle: (n) => `Decide on ${n} at once`,
  verdict: "Decision for the whole group",
  choose: "Choose one",
  verdicts: {
    "register-right": "DTSEN is right",
    "ours-stands": "Our record stands",
    "ask-village": "The village is asked",
  },
  submit: "Save the decision",
  done: (n) => counted`${n} [change is|changes are] decided.`,
  undone: "The decision is taken back; its changes wait again.",
  refused: {
    "without-verdict": "Choose one decision.",
    "nothing-open": "Nothing waits in this group any more.",
  },
  decisions: "Decisions on this release",
  decided: (group, verdict, n, on) => `${group}: ${verdict} (${n}), ${on}`,
  undo: "Take back",
  undoOf: (group) => `Take back the decision on ${group}`,
};

export const decileWatchTexts: TextPair<typeof id> = { id, en };
