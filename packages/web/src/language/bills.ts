import { counted } from "./counted.ts";
import type { TextPair, Texts } from "./language.ts";

const id = {
  title: (month: string) => `Tagihan ${month}`,
  lead: "BPJS menagih setiap kelompok sekali sebulan dengan satu kode iuran. Tagihan dibandingkan dengan daftar kita, dan yang diterima BPJS dengan tagihannya, sampai rupiah terakhir.",
  caption: (groups: string) => `${groups} kelompok`,
  columns: {
    group: "Kelompok",
    workers: "Pekerja",
    owed: "Menurut daftar",
    billed: "Ditagih",
    received: "Diterima BPJS",
    state: "Keadaan",
  },
  noBill: "belum ada",
  states: {
    "no-bill": "Tagihan belum dicatat",
    unpaid: "Belum diterima BPJS",
    differs: "Ada selisih",
    answered: "Selisih sudah dijawab",
    even: "Cocok",
  },
  receivedOtherwise: "Diterima BPJS tanpa kode ini",
  otherwise: (sum: string) =>
    `BPJS sudah mencatat terima ${sum} untuk bulan ini tanpa kode iuran yang tercatat di sini. Uangnya ada di BPJS, hanya belum dapat dicocokkan dengan tagihan.`,
  upload: {
    title: "Catat semua kode iuran dari berkas BPJS",
    what: "Berkas dibaca utuh atau tidak sama sekali. Tagihan yang sama dibiarkan, yang lain diganti dan yang lama tetap dalam riwayat.",
    file: "Berkas tagihan",
    hint: "Excel atau CSV dengan kolom NPP (atau Kelompok, seperti di unduhan halaman ini), Kode Iuran, dan Jumlah. Kolom Bulan boleh ada.",
    send: "Catat tagihan dari berkas",
    noFile: "Pilih berkasnya dahulu.",
    tooLarge: "Berkas lebih dari 10 MB. Kirim hanya daftar tagihannya.",
    done: (bills: string, sum: string) => `${bills} tagihan tercatat, ${sum}.`,
    nothingKept: "Tidak ada yang disimpan; tagihan yang sudah tercatat tetap.",
    problems: {
      "no-header": "Judul kolom NPP (atau Kelompok), Kode Iuran, dan Jumlah tidak ditemukan.",
      empty: "Di bawah judul kolom tidak ada baris tagihan.",
      unreadable: "Berkas tidak dapat dibaca. Simpan ulang sebagai Excel atau CSV.",
    },
    rows: {
      "unknown-group": (n: string, rows: string) =>
        `${n} baris dengan NPP atau kelompok yang tidak terutang bulan ini (baris ${rows}). Periksa NPP di halaman Kelompok BPJS.`,
      "code-unclear": (n: string, rows: string) =>
        `${n} baris dengan kode iuran yang bukan 6 sampai 24 angka atau huruf (baris ${rows}).`,
      "amount-unclear": (n: string, rows: string) =>
        `${n} baris dengan jumlah yang bukan rupiah lebih dari nol (baris ${rows}).`,
      "other-month": (n: string, rows: string) =>
        `${n} baris untuk bulan lain (baris ${rows}). Pilih bulannya dahulu di halaman ini.`,
      "group-twice": (n: string, rows: string) =>
        `${n} baris mengulang kelompok yang sama (baris ${rows}). Satu kelompok satu tagihan sebulan.`,
      "code-twice": (n: string, rows: string) => `${n} baris mengulang kode iuran yang sama (baris ${rows}).`,
      "code-of-another-bill": (n: string, rows: string) =>
        `${n} baris memakai kode iuran yang sudah milik tagihan lain (baris ${rows}).`,
    },
  },
  file: {
    says: "Daftar tagihan bulan ini; tanpa nama pekerja.",
    sheet: "Tagihan",
    mark: "Tanda Unduhan",
    number: "NPP",
    key: "Kode Kelompok",
    billDiffers: "Selisih Tagihan",
    moneyDiffers: "Selisih Penerimaan",
  },
  total: "Semua",
  none: "Belum ada yang terutang untuk bulan ini.",
  noneNext: "Hitung bulannya di Iuran bulanan; sesudah itu daftar setiap kelompok ada di sini.",
  one: {
    title: (group: string, month: string) => `${group}, ${month}`,
    lead: (owed: string, workers: string) => `Menurut daftar ${owed} untuk ${workers} pekerja.`,
    facts: { code: "Kode iuran", billed: "Ditagih", received: "Diterima BPJS", state: "Keadaan" },
    enter: "Catat tagihan",
    replace: "Ganti tagihan",
    replaceLead: "Tagihan yang sekarang tetap tersimpan dalam riwayat.",
    code: "Kode iuran",
    codeHint: "Seperti di tagihan BPJS, misalnya 632309048826.",
    amount: "Jumlah tagihan (rupiah)",
    amountHint: "Jumlah seluruhnya, angka saja.",
    save: "Simpan tagihan",
    saved: "Tagihan disimpan.",
    reasons: {
      "code-unclear": "Kode iuran terdiri dari 6 sampai 24 angka atau huruf.",
      "amount-unclear": "Isi jumlahnya dengan angka saja, lebih dari nol.",
      "code-of-another-bill": "Kode itu sudah dipakai tagihan lain. Periksa kodenya.",
    },
    sumsOnly: "Nama pekerja dibaca pengelola program dan auditor; di sini hanya jumlahnya.",
    lines: (workers: string) => `Daftar ${workers} pekerja`,
    lineColumns: { person: "Pekerja", owed: "Terutang", received: "Diterima BPJS" },
  },
  difference: {
    billed: {
      more: (rupiah: string) => `Tagihan BPJS ${rupiah} lebih besar daripada daftar kita.`,
      less: (rupiah: string) => `Tagihan BPJS ${rupiah} lebih kecil daripada daftar kita.`,
    },
    received: {
      more: (rupiah: string) => `BPJS mencatat terima ${rupiah} lebih besar daripada tagihannya.`,
      less: (rupiah: string) => `BPJS mencatat terima ${rupiah} lebih kecil daripada tagihannya.`,
    },
    question: "Apa yang terjadi dengan selisih ini?",
    answers: {
      "bpjs-corrects": "BPJS memperbaiki tagihannya",
      "list-mended": "Daftar kita yang keliru dan sudah diperbaiki",
      "paid-as-billed": "Dibayar sesuai tagihan",
      "rest-follows": "Kekurangannya menyusul",
      "comes-back": "Kelebihannya dikembalikan",
      "kept-for-next-month": "Kelebihannya untuk bulan berikutnya",
      "bank-fee": "Biaya bank",
    },
    note: "Keterangan (bila perlu)",
    save: "Simpan jawaban",
    saved: "Jawaban disimpan. Bila selisihnya berubah, ia ditanyakan lagi.",
    given: (answer: string) => `Jawaban: ${answer}.`,
    reasons: {
      "answer-missing": "Pilih apa yang terjadi dengan selisih ini.",
      "difference-changed": "Selisihnya sudah lain. Periksa angkanya, lalu jawab lagi.",
    },
    noteRefused: "Hapus nomor identitas dari keterangan.",
  },
  tasks: {
    "answer-bills": {
      text: (n: string) => `${n} tagihan BPJS berselisih`,
      why: "Daftar, tagihan, dan yang diterima tidak sama sampai rupiah terakhir",
      action: "Jawab",
    },
    "enter-bills": {
      text: (n: string) => `${n} kelompok belum punya kode iuran bulan ini`,
      why: "BPJS sudah menerima pekerjanya; tanpa tagihan, pembayaran tidak dapat dicocokkan",
      action: "Catat",
    },
  },
} as const;

const en: Texts<typeof id> = {
  title: (month) => `Bills of ${month}`,
  lead: "BPJS bills each group once a month under one code (kode iuran). The bill is compared with our list, and what BPJS received with its bill, to the rupiah.",
  caption: (groups) => `${groups} groups`,
  columns: {
    group: "Group",
    workers: "Workers",
    owed: "By our list",
    billed: "Billed",
    received: "Received by BPJS",
    state: "State",
  },
  noBill: "none yet",
  states: {
    "no-bill": "No bill noted",
    unpaid: "Not received by BPJS",
    differs: "Differs",
    answered: "Difference answered",
    even: "Even",
  },
  receivedOtherwise: "Received by BPJS without this code",
  otherwise: (sum) =>
    `BPJS has confirmed ${sum} for this month without a code that is noted here. The money is at BPJS, it only cannot be held against a bill yet.`,
  upload: {
    title: "Note all codes from the file of BPJS",
    what: "The file is read whole or not at all. Bills that are the same are left alone, others are replaced and the old ones stay in the history.",
    file: "File of bills",
    hint: "Excel or CSV with the columns NPP (or Kelompok, as in the download of this page), Kode Iuran and Jumlah. A column Bulan may be there.",
    send: "Note the bills from the file",
    noFile: "Choose the file first.",
    tooLarge: "The file is larger than 10 MB. Send the list of bills alone.",
    done: (bills, sum) => counted`${bills} [bill|bills] noted, ${sum}.`,
    nothingKept: "Nothing was saved; bills noted before stay.",
    problems: {
      "no-header": "The headings NPP (or Kelompok), Kode Iuran and Jumlah were not found.",
      empty: "Beneath the headings there is no row with a bill.",
      unreadable: "The file cannot be read. Save it again as Excel or CSV.",
    },
    rows: {
      "unknown-group": (n, rows) =>
        counted`${n} [row|rows] with a number (NPP) or group that owes nothing this month (row ${rows}). Check the number under Groups of BPJS.`,
      "code-unclear": (n, rows) =>
        counted`${n} [row|rows] with a code that is not 6 to 24 digits or letters (row ${rows}).`,
      "amount-unclear": (n, rows) =>
        counted`${n} [row|rows] with a sum that is not rupiah above zero (row ${rows}).`,
      "other-month": (n, rows) =>
        counted`${n} [row|rows] for another month (row ${rows}). Choose that month on this page first.`,
      "group-twice": (n, rows) =>
        counted`${n} [row repeats|rows repeat] a group (row ${rows}). A group has one bill a month.`,
      "code-twice": (n, rows) => counted`${n} [row repeats|rows repeat] a code (row ${rows}).`,
      "code-of-another-bill": (n, rows) =>
        counted`${n} [row bears|rows bear] the code of another bill (row ${rows}).`,
    },
  },
  file: {
    says: "The bills of this month; no worker is named.",
    sheet: "Bills",
    mark: "Download Mark",
    number: "NPP",
    key: "Group Key",
    billDiffers: "Bill Differs By",
    moneyDiffers: "Money Differs By",
  },
  total: "All",
  none: "Nothing is owed for this month yet.",
  noneNext: "Run the month under Monthly contributions; after it the list of each group stands here.",
  one: {
    title: (group, month) => `${group}, ${month}`,
    lead: (owed, workers) => `By our list ${owed} for ${workers} workers.`,
    facts: { code: "Code (kode iuran)", billed: "Billed", received: "Received by BPJS", state: "State" },
    enter: "Note the bill",
    replace: "Replace the bill",
    replaceLead: "The bill of now stays in the history.",
    code: "Code (kode iuran)",
    codeHint: "As on the bill of BPJS, for example 632309048826.",
    amount: "Total of the bill (rupiah)",
    amountHint: "The whole sum, digits only.",
    save: "Save the bill",
    saved: "The bill is saved.",
    reasons: {
      "code-unclear": "A code has 6 to 24 digits or letters.",
      "amount-unclear": "Fill in the sum in digits, above zero.",
      "code-of-another-bill": "Another bill has that code. Check it.",
    },
    sumsOnly: "Programme managers and auditors read the names; here are sums alone.",
    lines: (workers) => `List of ${workers} workers`,
    lineColumns: { person: "Worker", owed: "Owed", received: "Received by BPJS" },
  },
  difference: {
    billed: {
      more: (rupiah) => `BPJS billed ${rupiah} more than our list.`,
      less: (rupiah) => `BPJS billed ${rupiah} less than our list.`,
    },
    received: {
      more: (rupiah) => `BPJS confirmed ${rupiah} more than it billed.`,
      less: (rupiah) => `BPJS confirmed ${rupiah} less than it billed.`,
    },
    question: "What becomes of this difference?",
    answers: {
      "bpjs-corrects": "BPJS corrects its bill",
      "list-mended": "Our list was wrong and is mended",
      "paid-as-billed": "Paid as billed",
      "rest-follows": "The rest follows",
      "comes-back": "The excess comes back",
      "kept-for-next-month": "The excess is kept for the next month",
      "bank-fee": "Fee of the bank",
    },
    note: "Note (if needed)",
    save: "Save the answer",
    saved: "The answer is saved. When the difference changes, it is asked again.",
    given: (answer) => `Answer: ${answer}.`,
    reasons: {
      "answer-missing": "Choose what becomes of this difference.",
      "difference-changed": "The difference is another by now. Check the figures, then answer again.",
    },
    noteRefused: "Remove the identity number from the note.",
  },
  tasks: {
    "answer-bills": {
      text: (n) => `${n} bills of BPJS differ`,
      why: "List, bill and receipts are not the same to the rupiah",
      action: "Answer",
    },
    "enter-bills": {
      text: (n) => `${n} groups have no code for this month`,
      why: "Without a bill no payment can be compared",
      action: "Note them",
    },
  },
};

export const billTexts: TextPair<typeof id> = { id, en };
