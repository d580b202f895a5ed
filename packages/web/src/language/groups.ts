import { counted } from "./counted.ts";
import type { TextPair, Texts } from "./language.ts";

const id = {
  title: "Kelompok BPJS",
  lead: "Di BPJS setiap pekerja berada dalam satu kelompok: wadah menurut sumber dana, atau desa sebagai pemberi kerja. Paket, tagihan, dan bukti bayar dibuat per kelompok.",
  caption: (groups: string) => `${groups} kelompok`,
  empty: (n: string) => `${n} kelompok tanpa peserta`,
  nobodyYet: "Belum ada peserta",
  columns: {
    group: "Kelompok",
    workers: "Pekerja",
    number: "NPP",
    agreement: "Perjanjian (PKS)",
    warnings: "Perlu dilihat",
  },
  ofFund: (fund: string, wadah: string) => `${fund}, wadah ${wadah}`,
  ofVillage: (village: string) => `Aparatur ${village}`,
  agreed: (number: string, until: string) => `${number}, sampai ${until}`,
  openEnd: (number: string) => `${number}, tanpa batas waktu`,
  unknown: "Belum dicatat",
  notNeeded: "Tidak perlu",
  noWarning: "Tidak ada",
  none: "Belum ada kelompok.",
  noneNext:
    "Kelompok muncul sendiri begitu ada pekerja yang mendapat penanggung atau desa mengirim daftar aparatur.",
  warnings: {
    "code-contradicts-price":
      "Kode wadahnya tidak sesuai dengan tarif yang dihitung; BPJS akan menagih jumlah lain",
    "number-missing": "NPP belum dicatat",
    "agreement-missing": "PKS belum dicatat",
    "agreement-ends": "PKS berakhir dalam 90 hari",
    "agreement-over": "PKS sudah berakhir",
  },
  needsYou: (n: string) => `${n} kelompok perlu dilihat.`,
  why: "Kode wadah setiap sumber dana adalah pengaturan yang belum dipastikan BPJS. Lihat Tarif.",
  edit: {
    lead: (workers: string) => `${workers} pekerja berada di kelompok ini.`,
    number: "Nomor (NPP)",
    numberHint: "Seperti ditulis BPJS, misalnya 15070955.",
    agreement: "Nomor perjanjian (PKS)",
    from: "Berlaku sejak",
    until: "Berlaku sampai",
    untilHint: "Kosongkan bila tanpa batas waktu.",
    employer: "Desa mendaftarkan aparaturnya sebagai pemberi kerja; cukup nomornya.",
    save: "Simpan",
    saved: "Kelompok disimpan.",
    stale: "Kelompok ini baru saja diubah orang lain. Periksa isinya, lalu simpan lagi.",
    reasons: {
      "number-unclear": "NPP terdiri dari 6 sampai 12 angka atau huruf.",
      "agreement-too-long": "Nomor perjanjian paling panjang 100 huruf.",
      "dates-without-agreement": "Tulis nomor perjanjiannya, atau kosongkan tanggalnya.",
      "ends-before-it-begins": "Perjanjian berakhir sebelum mulai. Periksa tanggalnya.",
    },
  },
  tasks: {
    "mend-groups": {
      text: (n: string) => `${n} kelompok BPJS perlu dilengkapi`,
      why: "NPP atau PKS belum dicatat, hampir berakhir, atau kode wadahnya tidak sesuai tarif",
      action: "Lengkapi",
    },
  },
} as const;

const en: Texts<typeof id> = {
  title: "Groups at BPJS",
  lead: "At BPJS every worker is in one group: a wadah by source of funds, or a village as employer. Packets, bills and receipts are made by group.",
  caption: (groups) => `${groups} groups`,
  empty: (n) => counted`${n} [group|groups] without members`,
  nobodyYet: "No members yet",
  columns: {
    group: "Group",
    workers: "Workers",
    number: "Number (NPP)",
    agreement: "Agreement (PKS)",
    warnings: "To be seen to",
  },
  ofFund: (fund, wadah) => `${fund}, wadah ${wadah}`,
  ofVillage: (village) => `Officers of ${village}`,
  agreed: (number, until) => `${number}, until ${until}`,
  openEnd: (number) => `${number}, without an end`,
  unknown: "Not noted",
  notNeeded: "Not needed",
  noWarning: "Nothing",
  none: "There is no group yet.",
  noneNext: "A group appears by itself once a worker has a payer or a village sends its list of officers.",
  warnings: {
    "code-contradicts-price":
      "Its code does not agree with the price we reckon; BPJS will bill another amount",
    "number-missing": "The number is not noted",
    "agreement-missing": "The agreement is not noted",
    "agreement-ends": "The agreement ends within 90 days",
    "agreement-over": "The agreement is over",
  },
  needsYou: (n) => `${n} groups have to be seen to.`,
  why: "The code of each source of funds is a setting that BPJS has not confirmed. See Tariff.",
  edit: {
    lead: (workers) => `${workers} workers are in this group.`,
    number: "Number (NPP)",
    numberHint: "As BPJS writes it, for example 15070955.",
    agreement: "Number of the agreement (PKS)",
    from: "Holds from",
    until: "Holds until",
    untilHint: "Leave empty where it has no end.",
    employer: "A village registers its officers as their employer; its number is enough.",
    save: "Save",
    saved: "The group is saved.",
    stale: "Somebody has just changed this group. Look at it, then save again.",
    reasons: {
      "number-unclear": "A number has 6 to 12 digits or letters.",
      "agreement-too-long": "The number of an agreement has 100 letters at most.",
      "dates-without-agreement": "Write the number of the agreement, or leave its dates empty.",
      "ends-before-it-begins": "The agreement ends before it begins. Look at the dates.",
    },
  },
  tasks: {
    "mend-groups": {
      text: (n) => `${n} groups at BPJS are incomplete`,
      why: "Number or agreement is not noted, is about to end, or the code contradicts the price",
      action: "Complete them",
    },
  },
};

export const groupTexts: TextPair<typeof id> = { id, en };
