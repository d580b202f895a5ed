import { counted } from "./counted.ts";
import type { TextPair, Texts } from "./language.ts";

const id = {
  title: (place: string) => `Dasbor ${place}`,
  kecamatan: (name: string) => `Kecamatan ${name}`,
  lead: (month: string, at: string) =>
    `Bulan lengkap terakhir: ${month}. Dihitung ${at} dari data yang sedang berjalan; angka terbitan ada di Cakupan.`,
  never:
    "Dasbor ini belum pernah dihitung. Isinya muncul setelah pekerjaan malam pertama, atau begitu satu daftar diolah.",
  leadEarlier: (month: string, at: string) =>
    `Bulan ${month}, menurut yang diketahui ${at}. Grafik yang hanya mengenal keadaan hari ini tidak ditampilkan.`,
  area: "Wilayah",
  month: "Bulan",
  findings: (n: string) => `${n} temuan di halaman ini`,
  wholeCity: "Seluruh kota",
  growing: (month: string, share: string, months: string) =>
    `${month} masih bertambah: pada tanggal ini biasanya ${share} pembayaran sudah masuk (${months} bulan terakhir).`,
  growingUnknown: (month: string) =>
    `${month} masih bertambah; belum cukup bulan untuk mengatakan berapa lagi.`,
  actTitle: (n: string) => `${n} hal perlu ditindak`,
  actNone: "Tidak ada yang menunggu lebih lama dari seharusnya.",
  actAll: "Lihat daftar tugas",
  since: (day: string) => `sejak ${day}`,
  waits: {
    rescue: {
      text: (n: string) => `${n} orang menunggak tiga bulan dan hampir keluar dari kepesertaan`,
      who: "Pengelola program bersama operator desa",
    },
    incident: {
      text: (n: string) => `${n} laporan kejadian belum ditanggapi lebih dari 2 × 24 jam`,
      who: "Operator desa",
    },
    claim: {
      text: (n: string) => `${n} berkas klaim diam lebih dari 14 hari`,
      who: "Operator desa, lalu BPJS",
    },
    "first-payment": {
      text: (n: string) => `${n} orang diterima BPJS tetapi 14 hari belum dibayar`,
      who: "Pengelola program",
    },
    import: { text: (n: string) => `${n} daftar desa macet lebih dari seminggu`, who: "Operator desa" },
    budget: {
      text: (n: string) => `${n} desa dan kelurahan belum menganggarkan tahun depan`,
      who: "Kepala desa atau lurah, lewat camat",
    },
    list: {
      text: (n: string) => `${n} desa dan kelurahan belum mengirim daftar dalam 60 hari`,
      who: "Camat",
    },
    disputed: { text: (n: string) => `${n} NIK dipakai dua orang`, who: "Petugas data" },
  },
  open: "Buka",
  few: "kurang dari 10",
  toHighlights: "Sorot",
  toReports: "Laporan bulanan",
  note: {
    label: "Catatan",
    hint: "Cara membaca grafik ini, 3 sampai 500 huruf. Tanpa nama orang dan tanpa NIK; ditandatangani peran Anda dan tidak dapat diubah.",
    send: "Simpan catatan",
    written: "Catatan tersimpan di samping grafik.",
    refused: {
      length: "Catatan harus 3 sampai 500 huruf.",
      "identity-number":
        "Catatan tidak disimpan karena memuat nomor 16 angka seperti NIK. Hapus nomornya, lalu kirim lagi.",
    },
    by: (role: string, day: string) => `${role}, ${day}`,
  },
  noteInFile: "Catatan",
  sheet: "Data",
  internal: "Angka kerja dalam kantor, bukan untuk umum",
  mark: (day: string) => `Dihitung ${day}`,
} as const;

const en: Texts<typeof id> = {
  title: (place) => `Dashboard: ${place}`,
  kecamatan: (name) => `Kecamatan ${name}`,
  lead: (month, at) =>
    `Last complete month: ${month}. Counted ${at} from data that still move; published figures stand under Coverage.`,
  never:
    "This dashboard was never counted. It fills after the first night's work, or as soon as one list is taken over.",
  leadEarlier: (month, at) =>
    `${month}, by what is known on ${at}. Charts that know only how it stands today are left out.`,
  area: "Area",
  month: "Month",
  findings: (n) => counted`${n} [finding|findings] on this page`,
  wholeCity: "Whole city",
  growing: (month, share, months) =>
    counted`${month} is still growing: by this day usually ${share} of the payments have come in (last ${months} [month|months]).`,
  growingUnknown: (month) => `${month} is still growing; there are too few months to say by how much.`,
  actTitle: (n) => counted`${n} [thing needs|things need] action`,
  actNone: "Nothing waits longer than it should.",
  actAll: "See the list of tasks",
  since: (day) => `since ${day}`,
  waits: {
    rescue: {
      text: (n) => counted`${n} [person is|people are] three months in arrears and about to lose membership`,
      who: "Programme manager with the village operator",
    },
    incident: {
      text: (n) => counted`${n} incident [report has|reports have] waited more than 2 × 24 hours`,
      who: "Village operator",
    },
    claim: {
      text: (n) => counted`${n} claim [file stands|files stand] still for more than 14 days`,
      who: "Village operator, then BPJS",
    },
    "first-payment": {
      text: (n) => counted`${n} [person was|people were] accepted by BPJS and not paid for in 14 days`,
      who: "Programme manager",
    },
    import: {
      text: (n) => counted`${n} village [list is|lists are] stuck for more than a week`,
      who: "Village operator",
    },
    budget: {
      text: (n) => counted`${n} [village has|villages have] not budgeted for next year`,
      who: "Village head, through the camat",
    },
    list: { text: (n) => counted`${n} [village has|villages have] sent no list in 60 days`, who: "Camat" },
    disputed: { text: (n) => counted`${n} [NIK is|NIK are] used by two people`, who: "Data officer" },
  },
  open: "Open",
  few: "fewer than 10",
  toHighlights: "Highlights",
  toReports: "Monthly reports",
  note: {
    label: "Note",
    hint: "How to read this chart, 3 to 500 characters. No names and no NIK; signed by your role, and never changed.",
    send: "Save note",
    written: "The note stands beside the chart.",
    refused: {
      length: "A note has 3 to 500 characters.",
      "identity-number":
        "The note was not saved, as it holds a 16-digit number like a NIK. Take the number out and send again.",
    },
    by: (role, day) => `${role}, ${day}`,
  },
  noteInFile: "Note",
  sheet: "Data",
  internal: "Working figures inside the office, not for the public",
  mark: (day) => `Counted ${day}`,
};

export const dashboardTexts: TextPair<typeof id> = { id, en };
