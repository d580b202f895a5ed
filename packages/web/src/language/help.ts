import type { TextPair, Texts } from "./language.ts";

const id = {
  title: "Bantuan",
  lead: "Jawaban pendek, dan ke mana bertanya bila belum cukup.",
  ask: "Ke mana bertanya",
  askRows: [
    {
      name: "Pekerja dan keluarga",
      value: "Kantor desa atau kelurahan tempat tinggal, pada jam kerja. Gratis.",
    },
    {
      name: "Petugas desa, kelurahan, dan dinas",
      value: "Admin sistem di kota Anda. Sebutkan kode galat bila ada.",
    },
    { name: "Kepesertaan dan klaim", value: "Kantor cabang BPJS Ketenagakerjaan yang melayani kota Anda." },
  ],
  safety: "Petugas tidak pernah meminta uang, PIN, atau kode OTP Anda.",
  reading: "Membaca angka di sini",
  faq: [
    {
      q: "Mengapa angka cakupan selalu disertai pembilang dan penyebut?",
      a: "Persentase tanpa penyebut dapat menyesatkan. Dua angka dengan penyebut yang berbeda tidak boleh dibandingkan.",
    },
    {
      q: "Mengapa beberapa angka ditutup?",
      a: "Bila jumlahnya sangat kecil, orang dapat dikenali. Angka seperti itu ditutup, dan angka lain dibulatkan.",
    },
    {
      q: "Seberapa sering angka diperbarui?",
      a: "Sekali sebulan, dari rilis yang sudah dibekukan. Tanggalnya tertulis di samping setiap angka.",
    },
  ],
  keys: "Tanpa tetikus",
  keysText:
    "Semua halaman dapat dipakai dengan papan ketik: tombol Tab berpindah, Enter membuka. Tautan pertama di setiap halaman melompat ke isi. Halaman dapat diperbesar sampai 200 persen dan dicetak.",
} as const;

const en: Texts<typeof id> = {
  title: "Help",
  lead: "Short answers, and whom to ask when they are not enough.",
  ask: "Whom to ask",
  askRows: [
    {
      name: "Workers and families",
      value: "The village office where you live, in office hours. Free of charge.",
    },
    {
      name: "Officers of villages and departments",
      value: "Your city’s system administrator. Mention the error code.",
    },
    { name: "Membership and claims", value: "The BPJS Ketenagakerjaan branch that serves your city." },
  ],
  safety: "Officers never ask for your money, PIN or OTP.",
  reading: "Reading the numbers here",
  faq: [
    {
      q: "Why does coverage always come with numerator and denominator?",
      a: "A percentage without its denominator can mislead. Two figures with different denominators must not be compared.",
    },
    {
      q: "Why are some numbers hidden?",
      a: "When a number is very small, people could be recognised. Such numbers are hidden, and others are rounded.",
    },
    {
      q: "How often are numbers renewed?",
      a: "Once a month, from a frozen release. Its date stands beside every number.",
    },
  ],
  keys: "Without a mouse",
  keysText:
    "Every page works from the keyboard: Tab moves, Enter opens. The first link of each page jumps to its content. Pages can be enlarged to 200 per cent, and printed.",
};

export const helpTexts: TextPair<typeof id> = { id, en };
