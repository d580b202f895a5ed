import { counted } from "./counted.ts";
import type { TextPair, Texts } from "./language.ts";

const id = {
  title: "Dibandingkan dengan daftar desa ini sekarang",
  counts: (added: string, changed: string, same: string, gone: string) =>
    `${added} baru, ${changed} berubah, ${same} sama, ${gone} tidak ada lagi di daftar ini.`,
  added: (n: string) => `${n} baru`,
  movedHere: (n: string) => `${n} di antaranya tercatat di desa lain.`,
  movedFrom: (village: string) => `tercatat di ${village}`,
  changed: (n: string) => `${n} berubah`,
  row: (n: string) => `baris ${n}`,
  more: (n: string) => `dan ${n} lagi`,
  fields: {
    name: "nama",
    nik: "NIK",
    familyCard: "nomor KK",
    birthDate: "tanggal lahir",
    sex: "jenis kelamin",
    address: "alamat",
    occupation: "pekerjaan",
  },
  gone: (n: string) => `${n} orang tidak ada lagi di daftar ini`,
  goneWhat:
    "Tidak ada yang dihapus. Jawab apa yang terjadi; yang tidak diketahui menjadi kunjungan. Pindah ke desa lain di kota ini: pilih tidak tahu.",
  goneRead: "Kantor pengirim menjawab apa yang terjadi. Tidak ada yang dihapus.",
  movedTo: (village: string) => `juga tercatat di ${village}`,
  answer: (name: string) => `Apa yang terjadi dengan ${name}?`,
  on: (name: string) => `Tanggal meninggal atau pindah: ${name}`,
  choose: "belum dijawab",
  answers: {
    "still-here": "masih tinggal",
    moved: "pindah ke luar kota",
    died: "meninggal",
    "no-longer-works": "tidak bekerja lagi",
    unknown: "tidak tahu",
  },
  others: (n: string) => `Jawaban yang sama untuk semua yang belum dijawab (${n} orang)`,
  othersOn: "Tanggal untuk semua, bila pindah atau meninggal",
  submit: "Simpan jawaban",
  saved: (n: string) => `Jawaban untuk ${n} orang tersimpan.`,
  partly: (told: string, refused: string) =>
    `${told} jawaban tersimpan, ${refused} belum. Perbaiki yang ditandai.`,
  empty: "Pilih sedikitnya satu jawaban.",
  absent: {
    title: "Orang yang dicari",
    lead: "Tidak ada lagi di daftar terakhir desa, dan belum diketahui sebabnya. Datangi, lalu jawab di sini.",
    none: "Tidak ada orang yang dicari.",
    fills: "Orang tampil di sini bila tidak ada lagi di daftar terbaru dan sebabnya belum diketahui.",
  },
  task: {
    text: (n: string) => `${n} orang tidak ada lagi di daftar dan belum diketahui sebabnya`,
    why: "Perlindungan mereka bergantung pada jawabannya",
    action: "Lihat orangnya",
  },
} as const;

const en: Texts<typeof id> = {
  title: "Beside the village's list as it stands",
  counts: (added, changed, same, gone) =>
    `${added} new, ${changed} changed, ${same} the same, ${gone} no longer on this list.`,
  added: (n) => `${n} new`,
  movedHere: (n) => `${n} of them are on record in another village.`,
  movedFrom: (village) => `on record in ${village}`,
  changed: (n) => `${n} changed`,
  row: (n) => `row ${n}`,
  more: (n) => `and ${n} more`,
  fields: {
    name: "name",
    nik: "NIK",
    familyCard: "family card number",
    birthDate: "date of birth",
    sex: "sex",
    address: "address",
    occupation: "occupation",
  },
  gone: (n) => counted`${n} [person|people] [is|are] no longer on this list`,
  goneWhat:
    "Nobody is deleted. Say what happened; who is unknown becomes a visit. Moved to another village of this city: choose not known.",
  goneRead: "The office that sent the list says what happened. Nobody is deleted.",
  movedTo: (village) => `also on record in ${village}`,
  answer: (name) => `What happened to ${name}?`,
  on: (name) => `Day of death or move: ${name}`,
  choose: "not answered",
  answers: {
    "still-here": "still lives here",
    moved: "moved out of the city",
    died: "died",
    "no-longer-works": "no longer works",
    unknown: "not known",
  },
  others: (n) => counted`The same answer for all not answered (${n} [person|people])`,
  othersOn: "Day for all, if moved or died",
  submit: "Save answers",
  saved: (n) => counted`Answers for ${n} [person|people] [is|are] saved.`,
  partly: (told, refused) =>
    counted`${told} [answer|answers] [is|are] saved, ${refused} [is|are] not. Repair those marked.`,
  empty: "Choose at least one answer.",
  absent: {
    title: "People looked for",
    lead: "No longer on the village's newest list, and nobody knows why. Visit them, then answer here.",
    none: "Nobody is looked for.",
    fills: "People stand here who are no longer on the newest list and nobody knows why.",
  },
  task: {
    text: (n) => counted`${n} [person|people] [is|are] no longer on a list and nobody knows why`,
    why: "Their cover depends on the answer",
    action: "See who",
  },
};

export const comparisonTexts: TextPair<typeof id> = { id, en };
