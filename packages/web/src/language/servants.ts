import type { TextPair, Texts } from "./language.ts";

const id = {
  title: "Perubahan pegawai penanggung",
  lead: "Menurut daftar BKPSDM terbaru. Tidak ada yang berubah sebelum seseorang memutuskan, dan tidak ada surat yang terkirim sendiri.",
  none: "Tidak ada penanggung yang berubah menurut daftar.",
  noneNext:
    "Pegawai tampil di sini bila daftar kantornya yang baru tidak menyebutnya, menyebut kantor lain, atau pensiunnya dekat.",
  findings: {
    gone: "Tidak ada lagi di daftar kantornya",
    moved: (office: string) => `Daftar menyebut kantor lain: ${office}`,
    retires: (day: string) => `Pensiun ${day}`,
    byHand: "Diubah dengan tangan",
  },
  pledge: (code: string, office: string) => `${code} · ${office}`,
  decide: "Putuskan",
  what: "Yang terjadi",
  choices: {
    move: "Pindah ke perangkat daerah lain: potongan ikut pindah",
    transfer: "Lanjut dengan transfer sendiri (misalnya sesudah pensiun)",
    retired: "Pensiun dan berhenti menanggung",
    left: "Pindah dari kota dan berhenti menanggung",
    died: "Meninggal: potongan berhenti sekarang",
    stays: "Daftarnya keliru, tidak ada yang berubah",
  },
  office: "Perangkat daerah baru",
  month: "Mulai bulan",
  submit: "Simpan",
  pick: "Pilih yang terjadi.",
  moved: (month: string) =>
    `Tersimpan mulai ${month}. Daftar potongan kantor lama menyebutnya berhenti, kantor baru menyebutnya baru.`,
  stopped: (month: string) => `Mandat dihentikan mulai ${month}. Pekerjanya ditahan untuk pengganti.`,
  kept: "Tercatat. Ditanyakan lagi bila daftar menyebut hal lain.",
  refusals: {
    "month-past": "Bulan itu sudah lewat.",
    "month-far": "Bulan itu lebih dari setahun lagi.",
    "nothing-changes": "Kantor dan cara bayarnya sama dengan sekarang; tidak ada yang berubah.",
  },
  find: "Ubah dengan tangan",
  code: "Kode mandat",
  codeHint: "Misalnya IK-7T4M2Q; ada di Mandat penanggung.",
  findSubmit: "Cari mandatnya",
  unknown: (code: string) => `Tidak ada mandat berlaku dengan kode ${code}. Tidak ada yang berubah.`,
  readOnly:
    "Pengelola program yang memutuskan. Kirim daftar pegawai terbaru lewat Impor daftar bila ada yang keliru.",
  task: {
    text: (n: string) => `${n} penanggung berubah menurut daftar BKPSDM`,
    why: "Potongan dan pekerjanya bergantung pada jawaban Anda",
    action: "Periksa",
  },
} as const;

const en: Texts<typeof id> = {
  title: "Changes of sponsoring staff",
  lead: "By the newest list of BKPSDM. Nothing changes before somebody decides, and no letter is sent by itself.",
  none: "No sponsor has changed by the lists.",
  noneNext:
    "Sponsors appear here when a new list of their office leaves them out or names another office, or their retirement is near.",
  findings: {
    gone: "No longer on the list of the office",
    moved: (office) => `The list names another office: ${office}`,
    retires: (day) => `Retires ${day}`,
    byHand: "Changed by hand",
  },
  pledge: (code, office) => `${code} · ${office}`,
  decide: "Decide",
  what: "What happened",
  choices: {
    move: "Moved to another office: the deduction moves along",
    transfer: "Goes on by own transfer (for example after retirement)",
    retired: "Retired and stops sponsoring",
    left: "Left the city and stops sponsoring",
    died: "Died: deductions stop now",
    stays: "The list is wrong, nothing changes",
  },
  office: "New office",
  month: "From month",
  submit: "Save",
  pick: "Choose what happened.",
  moved: (month) =>
    `Saved from ${month}. The payroll of the old office shows the mandate stopped, that of the new one shows it new.`,
  stopped: (month) => `The mandate stops with ${month}. The worker is held for a replacement.`,
  kept: "Noted. It is asked again once a list says something else.",
  refusals: {
    "month-past": "That month is past.",
    "month-far": "That month is more than a year away.",
    "nothing-changes": "Office and way of paying are as they are now; nothing was changed.",
  },
  find: "Change by hand",
  code: "Code of the mandate",
  codeHint: "For example IK-7T4M2Q; it stands among the pledges.",
  findSubmit: "Find the mandate",
  unknown: (code) => `No mandate in force has the code ${code}. Nothing was changed.`,
  readOnly: "The programme manager decides. Send the newest list of staff by Imports if something is wrong.",
  task: {
    text: (n) => `${n} sponsors changed by BKPSDM’s list`,
    why: "Deductions and workers hang on your answer",
    action: "Look",
  },
};

export const servantTexts: TextPair<typeof id> = { id, en };
