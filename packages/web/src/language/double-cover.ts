import type { TextPair, Texts } from "./language.ts";

const id = {
  title: "Perlindungan rangkap",
  lead: "Pekerja yang iurannya dibayar kita dan juga oleh pihak lain, misalnya provinsi: per orang, program dan bulan. Mengakhiri yang kita bayar membebaskan uang untuk pekerja lain.",
  open: (heads: string, rupiah: string, frees: string) =>
    `${heads} pekerja dibayar rangkap dan belum diputuskan. Sudah terbayar ganda ${rupiah}; mengakhiri yang kita bayar membebaskan ${frees} setiap bulan.`,
  noneOpen: "Tidak ada yang perlu diputuskan.",
  precedence: {
    "other-first":
      "Aturan sekarang: bila dua pihak dapat membayar, pihak lain yang membayar dan kita berhenti.",
    "ours-first": "Aturan sekarang: bila dua pihak dapat membayar, kita yang membayar.",
    unconfirmed: "Belum dipastikan dengan provinsi.",
  },
  none: "Belum ada perlindungan rangkap yang diketahui.",
  noneNext: "Tempelkan daftar provinsi atau pihak lain di bawah; yang sama orangnya ditemukan sendiri.",
  single: (n: string) => `${n} pekerja di daftar pihak lain tidak kita bayar pada bulan yang sama.`,
  caption: "Yang belum diputuskan lebih dulu",
  columns: {
    person: "Pekerja",
    others: "Pihak lain",
    months: "Bulan rangkap",
    rupiah: "Terbayar ganda",
    decision: "Keputusan",
  },
  span: (payer: string, from: string, last: string | null) =>
    last === null ? `${payer}, sejak ${from}` : `${payer}, ${from} sampai ${last}`,
  withdraw: "Tarik catatan",
  withdrawOf: (payer: string) => `Tarik catatan ${payer}`,
  withdrawn: "Catatan pihak lain ditarik.",
  frees: (rupiah: string) => `membebaskan ${rupiah} setiap bulan`,
  decide: "Putuskan",
  past: "Kita tidak membayar lagi",
  answers: {
    "end-ours": (month: string, reason: string) => `Kita berhenti mulai ${month}: ${reason}`,
    "keep-ours": (reason: string) => `Tetap kita bayar: ${reason}`,
  },
  undo: "Urungkan",
  undone: "Keputusan diurungkan. Semua kembali seperti semula.",
  undoRefused: {
    "undone-already": "Keputusan itu sudah diurungkan.",
    "has-payer": "Pekerja itu sudah punya penanggung lain sejak itu, jadi tidak dapat diurungkan.",
  },
  form: {
    title: (person: string) => `Putuskan: ${person}`,
    question: "Siapa yang membayar?",
    options: {
      "end-ours": (month: string) => `Pihak lain: kita berhenti mulai ${month}`,
      "keep-ours": "Kita: tetap dibayar, dengan alasan",
    },
    why: "Alasan",
    whyHint: "Misalnya: provinsi membayar sampai 2028. Jangan menulis NIK.",
    save: "Simpan keputusan",
    saved: "Keputusan disimpan.",
    noteRefused: "Ada yang tampak seperti NIK atau nomor KK. Hapus nomor itu.",
    reasons: {
      "answer-unknown": "Pilih siapa yang membayar.",
      "without-reason": "Tulis alasannya.",
      "answered-already": "Sudah diputuskan. Urungkan dulu bila berubah.",
      "nobody-pays": "Kita tidak membayar pekerja ini lagi.",
      "at-bpjs": "Berkasnya masih di BPJS dan belum dijawab. Tunggu jawabannya.",
      "village-officer": "Aparatur desa dibayar desanya sebagai pemberi kerja; bicarakan dengan desa.",
      sponsored:
        "Dibayar seorang pegawai: akhiri pasangannya di halaman penanggung, dengan alasan dilindungi pihak lain.",
      "not-open": "Tidak ada yang membayar lagi.",
    },
  },
  enter: {
    title: "Tempelkan daftar pihak lain",
    label: "Daftar",
    hint: "Satu baris satu orang: NIK, nama, bulan pertama, bulan terakhir (boleh kosong), penanggung. Tempel dari Excel, atau pisahkan dengan titik koma. Paling banyak 200 baris sekali kirim.",
    example: "NIK; Nama; 2026-01; 2026-12; Provinsi Sumatera Barat",
    save: "Simpan daftar",
    saved: (n: string, already: string) =>
      already === "0" ? `${n} catatan disimpan.` : `${n} catatan disimpan, ${already} sudah ada.`,
    problemsTitle: (n: string) => `${n} baris belum tersimpan`,
    problemsNext:
      "Baris lain sudah tersimpan. Perbaiki baris ini lalu kirim lagi; yang sudah ada tidak menjadi ganda.",
    line: (n: string, problem: string) => `Baris ${n}: ${problem}`,
    problems: {
      "columns-missing": "kolomnya kurang dari lima",
      "nik-unclear": "NIK tidak lengkap atau salah",
      "month-unclear": "bulan ditulis seperti 2026-01",
      "ends-before-it-begins": "bulan terakhir mendahului bulan pertama",
      "payer-missing": "penanggungnya kosong",
      "unknown-person": "NIK itu tidak ada di daftar kita; tidak disimpan",
      "name-differs": "namanya berbeda dengan pemilik NIK itu di daftar kita",
    },
    reasons: {
      "nothing-read": "Tempelkan sekurangnya satu baris.",
      "too-many": "Lebih dari 200 baris. Kirim sebagian-sebagian; tidak ada yang tersimpan.",
    },
  },
  tasks: {
    "answer-double-cover": {
      text: (n: string) => `${n} pekerja dibayar rangkap`,
      why: "Pihak lain membayar bulan yang sama; uangnya dapat melindungi pekerja lain",
      action: "Putuskan",
    },
  },
} as const;

const en: Texts<typeof id> = {
  title: "Double cover",
  lead: "Workers whose contributions we pay and somebody else pays too, for instance the province: by person, programme and month. Ending ours frees money for other workers.",
  open: (heads, rupiah, frees) =>
    `${heads} workers are paid for twice and not decided. ${rupiah} was paid twice; ending ours frees ${frees} a month.`,
  noneOpen: "Nothing has to be decided.",
  precedence: {
    "other-first": "The rule now: where two could pay, the other pays and we stop.",
    "ours-first": "The rule now: where two could pay, we pay.",
    unconfirmed: "Not yet agreed with the province.",
  },
  none: "No double cover is known.",
  noneNext: "Paste the list of the province or of others below; who is the same person is found by itself.",
  single: (n) => `${n} workers on lists of others are not paid for by us in the same months.`,
  caption: "What is not decided first",
  columns: {
    person: "Worker",
    others: "Others",
    months: "Double months",
    rupiah: "Paid twice",
    decision: "Decision",
  },
  span: (payer, from, last) => (last === null ? `${payer}, since ${from}` : `${payer}, ${from} to ${last}`),
  withdraw: "Take back",
  withdrawOf: (payer) => `Take back what is noted of ${payer}`,
  withdrawn: "What was noted of the other is taken back.",
  frees: (rupiah) => `frees ${rupiah} a month`,
  decide: "Decide",
  past: "We no longer pay",
  answers: {
    "end-ours": (month, reason) => `We stop from ${month} on: ${reason}`,
    "keep-ours": (reason) => `We go on paying: ${reason}`,
  },
  undo: "Undo",
  undone: "The decision is taken back. All is as it was.",
  undoRefused: {
    "undone-already": "That decision is taken back already.",
    "has-payer": "The worker has another payer since, so it cannot be taken back.",
  },
  form: {
    title: (person) => `Decide: ${person}`,
    question: "Who pays?",
    options: {
      "end-ours": (month) => `The other: we stop from ${month} on`,
      "keep-ours": "We: we go on, with a reason",
    },
    why: "Reason",
    whyHint: "For example: the province pays until 2028. Never write a NIK.",
    save: "Save the decision",
    saved: "The decision is saved.",
    noteRefused: "Something looks like a NIK or family card number. Remove it.",
    reasons: {
      "answer-unknown": "Choose who pays.",
      "without-reason": "Write the reason.",
      "answered-already": "It is decided. Undo that first if it changes.",
      "nobody-pays": "We no longer pay for this worker.",
      "at-bpjs": "The packet lies at BPJS unanswered. Wait for the answer.",
      "village-officer": "The village pays its officers as employer; speak to the village.",
      sponsored:
        "A civil servant pays: end the pair on the page of sponsors, for the reason that somebody else protects the worker.",
      "not-open": "Nobody pays any more.",
    },
  },
  enter: {
    title: "Paste a list of others",
    label: "List",
    hint: "One line a person: NIK, name, first month, last month (may be empty), payer. Paste from Excel or put semicolons between. At most 200 lines at a time.",
    example: "NIK; Name; 2026-01; 2026-12; Province of West Sumatra",
    save: "Save the list",
    saved: (n, already) =>
      already === "0" ? `${n} entries are saved.` : `${n} entries are saved, ${already} stood already.`,
    problemsTitle: (n) => `${n} lines are not saved`,
    problemsNext: "All other lines are saved. Mend these and send again; what stands is not doubled.",
    line: (n, problem) => `Line ${n}: ${problem}`,
    problems: {
      "columns-missing": "it has fewer than five columns",
      "nik-unclear": "the NIK is incomplete or wrong",
      "month-unclear": "months are written like 2026-01",
      "ends-before-it-begins": "the last month is before the first",
      "payer-missing": "the payer is empty",
      "unknown-person": "that NIK is not in our lists; it is not kept",
      "name-differs": "the name differs from whose NIK it is in our lists",
    },
    reasons: {
      "nothing-read": "Paste at least one line.",
      "too-many": "More than 200 lines. Send them in parts; nothing was saved.",
    },
  },
  tasks: {
    "answer-double-cover": {
      text: (n) => `${n} workers are paid for twice`,
      why: "Somebody else pays the same months; the money could protect others",
      action: "Decide",
    },
  },
};

export const doubleCoverTexts: TextPair<typeof id> = { id, en };
