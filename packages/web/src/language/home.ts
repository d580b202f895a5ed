import type { TextPair, Texts } from "./language.ts";

const id = {
  title: (city: string) => `Perlindungan pekerja ${city}`,
  motto: "Satu pegawai melindungi satu pekerja.",
  headline: (n: string, city: string) => `${n} dari 100 pekerja rentan di ${city} terlindungi.`,
  headlineWaiting: (city: string) => `${city} melindungi pekerja rentannya.`,
  description: (city: string) =>
    `Berapa pekerja di ${city} yang terlindungi BPJS Ketenagakerjaan, di mana yang masih perlu dibantu, dan apa yang dilakukan bila terjadi kecelakaan kerja atau kematian.`,
  seeVillage: "Lihat cakupan desa Anda",
  ifSomething: "Bila terjadi sesuatu",
  find: "Cari desa atau kelurahan Anda",
  findName: "Nama desa atau kelurahan",
  findButton: "Cari",
  highest: "Cakupan tertinggi",
  lowest: "Paling perlu dibantu",
  allVillages: "Lihat semua desa dan kelurahan",
  mapTitle: "Cakupan per desa dan kelurahan",
  steps: [
    {
      title: "Tolong orangnya dulu",
      text: "Bawa ke rumah sakit atau puskesmas terdekat. Katakan bahwa ini kecelakaan kerja.",
    },
    {
      title: "Kabari kantor desa atau kelurahan",
      text: "Kecelakaan kerja dilaporkan ke BPJS Ketenagakerjaan paling lambat 2 × 24 jam. Kematian pun perlu dilaporkan; hak keluarga gugur setelah lima tahun.",
    },
    {
      title: "Siapkan surat, jangan bayar siapa pun",
      text: "KTP, kartu keluarga, dan surat keterangan. Layanan ini gratis. Jangan memberi uang, PIN, atau kode OTP kepada siapa pun.",
    },
  ],
  questions: "Pertanyaan umum",
  faq: [
    {
      q: "Apakah bantuan sosial dihentikan bila saya terdaftar?",
      a: "Tidak. Kepesertaan Jamsostek tidak mengurangi dan tidak menghentikan PKH, BPNT, atau bantuan lain.",
    },
    {
      q: "Apa yang ditanggung?",
      a: "Kecelakaan kerja (JKK) dan kematian (JKM). Perawatan karena kecelakaan kerja ditanggung sampai selesai; keluarga menerima santunan bila pencari nafkah meninggal.",
    },
    {
      q: "Mengapa iuran harus dibayar setiap bulan?",
      a: "Perlindungan mengikuti iuran. Bila iuran berhenti lebih dari tiga bulan, kepesertaan berakhir dan masa tunggu santunan kematian dimulai lagi.",
    },
    {
      q: "Siapa yang membayar?",
      a: "Pegawai yang menjadi penanggung, desa, kota, perusahaan, atau pekerja sendiri. Satu pekerja mempunyai satu pembayar untuk satu bulan.",
    },
  ],
} as const;

const en: Texts<typeof id> = {
  title: (city) => `Worker protection in ${city}`,
  motto: "One civil servant protects one worker.",
  headline: (n, city) => `${n} of every 100 vulnerable workers in ${city} are protected.`,
  headlineWaiting: (city) => `${city} protects its vulnerable workers.`,
  description: (city) =>
    `How many workers in ${city} are insured by BPJS Ketenagakerjaan, where help is still needed, and what to do after a work accident or a death.`,
  seeVillage: "See your village",
  ifSomething: "If something happens",
  find: "Find your village",
  findName: "Name of the village",
  findButton: "Find",
  highest: "Highest coverage",
  lowest: "Need help most",
  allVillages: "See all villages",
  mapTitle: "Coverage by village",
  steps: [
    {
      title: "Help the person first",
      text: "Go to the nearest hospital or health centre. Say that it was an accident at work.",
    },
    {
      title: "Tell the village office",
      text: "A work accident is reported to BPJS Ketenagakerjaan within 2 × 24 hours. A death must be reported too; the family’s right lapses after five years.",
    },
    {
      title: "Prepare the papers, pay nobody",
      text: "Identity card, family card and certificates. This service is free. Do not give money, a PIN or an OTP to anyone.",
    },
  ],
  questions: "Common questions",
  faq: [
    {
      q: "Will social assistance stop if I am enrolled?",
      a: "No. Membership neither lowers nor ends PKH, BPNT or any other assistance.",
    },
    {
      q: "What is covered?",
      a: "Accidents at work (JKK) and death (JKM). Treatment after a work accident is covered until it is finished; the family receives a benefit when the breadwinner dies.",
    },
    {
      q: "Why must contributions be paid every month?",
      a: "Protection follows the contribution. After more than three unpaid months membership ends, and the waiting time for the full death benefit starts again.",
    },
    {
      q: "Who pays?",
      a: "A sponsoring civil servant, the village, the city, a company, or the worker. One worker has one payer for one month.",
    },
  ],
};

export const homeTexts: TextPair<typeof id> = { id, en };
