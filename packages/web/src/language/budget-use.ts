import { counted } from "./counted.ts";
import type { TextPair, Texts } from "./language.ts";

const id = {
  title: "Pakai anggaran sebaik-baiknya",
  finding: (rupiah: string, people: string, months: string) =>
    `${rupiah} memberi ${people} orang ${months} bulan perlindungan penuh`,
  findingNone: (rupiah: string) => `${rupiah} belum cukup untuk satu bulan perlindungan penuh`,
  lead: "Siapa yang didahulukan ditentukan aturan penilaian. Uang tidak melompat ke urutan berikut selama masih dapat memberi satu bulan penuh lagi pada urutan sebelumnya. Ini hitungan; belum ada yang didaftarkan atau dibayar.",
  form: {
    rupiah: "Anggaran (rupiah)",
    rupiahHint: "Misalnya 100.000.000",
    months: "Paling lama dibayari (bulan)",
    monthsHint: "1 sampai 24",
    fund: "Sumber dana",
    submit: "Hitung",
    errors: {
      rupiah:
        "Tulis anggaran dengan angka dalam rupiah penuh, misalnya 5000000 untuk lima juta; paling banyak 100 miliar.",
      months: "Tulis bulan 1 sampai 24.",
    },
  },
  funds: { apbd: "APBD", csr: "CSR" },
  cheapest: (rupiah: string) =>
    `Satu bulan perlindungan penuh untuk satu orang paling murah ${rupiah}. Tulis anggaran sebesar itu atau lebih.`,
  none: "Tidak ada yang menunggu penanggung atau menunggak.",
  noneNext: "Sahkan daftar desa dulu; yang disahkan tanpa penanggung muncul di sini.",
  beside: {
    caption: "Di samping cara biasa: menurut daftar, selama uang cukup",
    what: "Yang dicapai",
    plain: "Cara biasa",
    best: "Terbaik",
    difference: "Selisih",
    fullMonths: "Bulan perlindungan penuh",
    funded: "Orang yang dibayari",
    settled: "Di antaranya tunggakan yang diselamatkan",
    cost: "Terpakai",
    left: "Sisa",
  },
  plainTaken: {
    "no-answer": "Pilihan terbaik tidak ditemukan, jadi yang tampil ialah cara biasa.",
    "below-the-plain-way": "Pilihan terbaik kalah dari cara biasa, jadi yang tampil ialah cara biasa.",
    "too-slow": "Menghitung terlalu lama, jadi yang tampil ialah cara biasa.",
    "solver-failed": "Perhitungannya gagal, jadi yang tampil ialah cara biasa.",
  },
  ranks: {
    caption: "Menurut urutan aturan penilaian",
    rank: "Urutan",
    people: "Orang",
    funded: "Dibayari",
    fullMonths: "Bulan penuh",
    cost: "Biaya",
    why: "Yang belum",
    all: "semua terbayari",
    reasons: {
      "used-up-before": "uang habis di urutan sebelumnya",
      "not-enough-left": "sisa uang tidak cukup untuk semua",
      "no-full-month": "sebagian tidak mendapat bulan penuh dengan cara apa pun",
    },
  },
  people: {
    caption: "Siapa yang dibayari",
    shown: (n: string, all: string) => `${n} pertama dari ${all} orang.`,
    person: "Pekerja",
    what: "Untuk apa",
    fullMonths: "Bulan penuh",
    cost: "Biaya",
    why: "Sebab",
    nobody: "tanpa nama",
    grant: (months: string) => `peserta baru, ${months} bulan`,
    settle: "tunggakannya dilunasi",
    settleAndPay: (months: string) => `tunggakannya dilunasi, lalu ${months} bulan`,
    payOn: (months: string) => `diteruskan ${months} bulan`,
    rank: (rank: string) => `urutan ${rank}`,
  },
  notes: {
    title: "Cara menghitung",
    fullMonth:
      "Bulan penuh ialah bulan yang dibayar dan pada tanggal 1-nya santunan kematian penuh sudah berlaku. Peserta baru menunggu tiga bulan dulu; peserta lama yang tunggakannya dilunasi tidak.",
    settled:
      "Bila masih ada yang wajib membayar, hanya tunggakannya yang dihitung. Bulan sesudahnya tetap urusan pembayarnya.",
    price: (month: string) => `Iuran menurut tarif tiap bulan, mulai ${month}.`,
    over: (n: string) => `${n} orang tidak ikut dihitung karena kepesertaannya sudah berakhir.`,
    beingRescued: (n: string) => `${n} orang tidak ikut dihitung karena sedang diselamatkan.`,
  },
};

const en: Texts<typeof id> = {
  title: "Use a budget as well as can be",
  finding: (rupiah: string, people: string, months: string) =>
    counted`For ${rupiah}, ${people} [person has|people have] ${months} [month|months] of full cover`,
  findingNone: (rupiah: string) => `${rupiah} is not enough for one month of full cover`,
  lead: "Who comes first is decided by the rules of judgement. Money does not pass to the next rank while it can still give one more full month to the rank before. This is a calculation; nobody is enrolled or paid for yet.",
  form: {
    rupiah: "Budget (rupiah)",
    rupiahHint: "For example 100,000,000",
    months: "Paid for at most (months)",
    monthsHint: "1 to 24",
    fund: "Source of money",
    submit: "Calculate",
    errors: {
      rupiah:
        "Write the budget in digits, in whole rupiah, such as 5000000 for five million; at most 100 billion.",
      months: "Write months from 1 to 24.",
    },
  },
  funds: { apbd: "City budget (APBD)", csr: "CSR" },
  cheapest: (rupiah: string) =>
    `One month of full cover for one person costs ${rupiah} at the least. Write that much or more.`,
  none: "Nobody waits for a payer or is in arrears.",
  noneNext: "Endorse the villages' lists first; whoever is endorsed without a payer appears here.",
  beside: {
    caption: "Beside the usual way: down the list while the money lasts",
    what: "What is reached",
    plain: "Usual way",
    best: "Best",
    difference: "Difference",
    fullMonths: "Months of full cover",
    funded: "People paid for",
    settled: "Arrears rescued among them",
    cost: "Spent",
    left: "Left",
  },
  plainTaken: {
    "no-answer": "No best choice was found, so the usual way is shown.",
    "below-the-plain-way": "The best choice is below the usual way, so the usual way is shown.",
    "too-slow": "The calculation took too long, so the usual way is shown.",
    "solver-failed": "The calculation failed, so the usual way is shown.",
  },
  ranks: {
    caption: "By the rank of the rules of judgement",
    rank: "Rank",
    people: "People",
    funded: "Paid for",
    fullMonths: "Full months",
    cost: "Cost",
    why: "Who is not",
    all: "all paid for",
    reasons: {
      "used-up-before": "the money went to the ranks before",
      "not-enough-left": "what is left is not enough for all",
      "no-full-month": "some get no full month in any way",
    },
  },
  people: {
    caption: "Who is paid for",
    shown: (n: string, all: string) => counted`The first ${n} of ${all} [person|people].`,
    person: "Worker",
    what: "For what",
    fullMonths: "Full months",
    cost: "Cost",
    why: "Why",
    nobody: "no name",
    grant: (months: string) => counted`new member, ${months} [month|months]`,
    settle: "arrears settled",
    settleAndPay: (months: string) => counted`arrears settled, then ${months} [month|months]`,
    payOn: (months: string) => counted`paid on for ${months} [month|months]`,
    rank: (rank: string) => `rank ${rank}`,
  },
  notes: {
    title: "How it is calculated",
    fullMonth:
      "A full month is one that is paid and on whose first day the full death benefit holds. A new member waits three months first; a member whose arrears are settled does not.",
    settled: "Where somebody still has to pay, only the arrears count. The months after are the payer's.",
    price: (month: string) => `Contributions by the rate of each month, from ${month} on.`,
    over: (n: string) => counted`${n} [person is|people are] left out as the membership has ended.`,
    beingRescued: (n: string) => counted`${n} [person is|people are] left out, being rescued already.`,
  },
};

export const budgetUseTexts: TextPair<typeof id> = { id, en };
