import { counted } from "./counted.ts";
import type { TextPair, Texts } from "./language.ts";

const id = {
  village: {
    roles: { desa: "Kepala desa", kelurahan: "Lurah" },
    text: (of: string, name: string) => `dari ${of} pekerja rentan ${name} terlindungi`,
    none: (name: string) => `Belum ada pekerja ${name} dalam daftar`,
    names: "Tiga orang yang perlu dilihat dulu",
    ends: (day: string) => `Batas aman ${day}`,
    endsToday: "Batas hari ini",
    endsPast: "Batas aman sudah lewat",
    endsWhy: (until: string, day: string) => `Dibayar sampai ${until}; keluar dari kepesertaan mulai ${day}.`,
    waits: "Belum ada yang membayar",
    waitsWhy: "Memenuhi syarat dan menunggu penanggung.",
    look: "Lihat orang ini",
  },
  city: {
    text: (n: string, of: string) => `pekerja rentan kota terlindungi: ${n} dari ${of}`,
    none: "Angka kota tampil sesudah daftar pertama tersimpan",
    note: (day: string) => `Angka yang dipublikasikan per ${day}, dibulatkan.`,
    names: "Tiga desa dan kelurahan yang perlu perhatian",
  },
  pay: {
    text: (month: string, day: string) => `iuran ${month} belum sampai di BPJS; batas bayarnya ${day}`,
    textOpen: (month: string) => `iuran ${month} belum sampai di BPJS`,
    allPaid: (month: string) => `Tidak ada iuran ${month} yang harus dibayar kota sekarang`,
    people: (n: string) => `Untuk ${n} pekerja dari APBD dan potongan pegawai.`,
    unbilled: (n: string) => `${n} tagihan belum dibuat BPJS.`,
    past: (days: string) => `Lewat ${days} hari.`,
    names: "Tiga pembayar yang terlambat",
    look: "Lihat tagihan",
  },
  record: {
    title: (kept: string, rest: string) => `${kept} desa menepati janji, ${rest} belum`,
    allKept: (kept: string) => `Semua ${kept} desa menepati janji`,
    lead: (year: string, until: string, paid: string, due: string) =>
      `Janji ${year} sampai ${until}, menurut bukti bayar BPJS: ${paid} dari ${due}.`,
    short: (rupiah: string) => `Kurang ${rupiah}.`,
    shortAndBelow: (all: string, short: string, below: string) =>
      `Selisihnya ${all}: ${short} kurang di desa yang belum menepati janji; ${below} lagi karena desa yang menepati membayar semua orangnya dengan iuran lebih rendah daripada janji.`,
    shortAndAbove: (short: string, above: string) =>
      `Desa yang belum menepati janji kurang ${short}; desa lain membayar ${above} lebih dari janji.`,
    caption: "Desa yang janjinya belum terbayar penuh",
    village: "Desa dan janji",
    months: "Bulan terbayar",
    shortHead: "Kurang",
    state: "Keadaan",
    people: (n: string) => `${n} orang`,
    of: (n: string, of: string) => `${n} dari ${of}`,
    unpaid: "Belum dibayar",
    partly: "Sebagian",
    restList: (n: string) => `${n} desa lain yang belum menepati janji`,
    keptList: (n: string) => `${n} desa yang menepati janji`,
    none: (year: string) => `Belum ada janji tercatat untuk ${year}`,
    noneText:
      "Janji desa dan kelurahan tercatat di rapat koordinasi; sesudah itu bulan yang terbayar tampil di sini.",
    notDue: (year: string) => `Janji ${year} belum jatuh tempo`,
    open: "Buka komitmen",
  },
  asked: {
    title: (declared: string, of: string, year: string) =>
      `${declared} dari ${of} sudah menyatakan komitmen ${year}`,
    locked: "Komitmen tahun ini sudah dikunci.",
    missing: (names: string) => `Belum: ${names}.`,
    more: (names: string, n: string) => `Belum: ${names}, dan ${n} lainnya.`,
    all: "Semua sudah menyatakan.",
  },
} as const;

const en: Texts<typeof id> = {
  village: {
    roles: { desa: "Village head", kelurahan: "Lurah" },
    text: (of, name) => `of ${of} vulnerable workers of ${name} protected`,
    none: (name) => `Nobody of ${name} is on a list yet`,
    names: "Three people to look at first",
    ends: (day) => `Safe until ${day}`,
    endsToday: "Last day today",
    endsPast: "Past the safe day",
    endsWhy: (until, day) => `Paid to ${until}; membership ends on ${day}.`,
    waits: "Nobody pays yet",
    waitsWhy: "Eligible, and waiting for a sponsor.",
    look: "Look at this person",
  },
  city: {
    text: (n, of) => `of the city’s vulnerable workers protected: ${n} of ${of}`,
    none: "The city’s figure appears once the first list is saved",
    note: (day) => `As published on ${day}, rounded.`,
    names: "Three villages that need attention",
  },
  pay: {
    text: (month, day) => `of the contribution of ${month} has not reached BPJS; due by ${day}`,
    textOpen: (month) => `of the contribution of ${month} has not reached BPJS`,
    allPaid: (month) => `Nothing of ${month} is for the city to pay now`,
    people: (n) => counted`For ${n} [worker|workers] paid by the city and by civil servants’ deductions.`,
    unbilled: (n) => counted`BPJS has not made ${n} [bill|bills] yet.`,
    past: (days) => counted`${days} [day|days] past.`,
    names: "Three late payers",
    look: "See the bills",
  },
  record: {
    title: (kept, rest) => counted`${kept} [village|villages] kept the promise, ${rest} did not yet`,
    allKept: (kept) => counted`All ${kept} [village|villages] kept the promise`,
    lead: (year, until, paid, due) =>
      `Promises of ${year} up to ${until}, by what BPJS confirms: ${paid} of ${due}.`,
    short: (rupiah) => `${rupiah} short.`,
    shortAndBelow: (all, short, below) =>
      `The difference is ${all}: ${short} is missing in villages that did not keep the promise yet; ${below} more, as villages that kept it paid for everybody at a lower contribution than promised.`,
    shortAndAbove: (short, above) =>
      `Villages that did not keep the promise yet are ${short} short; others paid ${above} more than promised.`,
    caption: "Villages whose promise is not paid in full",
    village: "Village and promise",
    months: "Months paid",
    shortHead: "Short",
    state: "State",
    people: (n) => counted`${n} [person|people]`,
    of: (n, of) => `${n} of ${of}`,
    unpaid: "Nothing paid",
    partly: "Partly",
    restList: (n) => counted`${n} more [village|villages] that did not keep the promise yet`,
    keptList: (n) => counted`${n} [village|villages] that kept the promise`,
    none: (year) => `No promise is on record for ${year}`,
    noneText: "Promises are recorded at the coordination meeting; then the months paid show here.",
    notDue: (year) => `The promises of ${year} are not due yet`,
    open: "Open commitments",
  },
  asked: {
    title: (declared, of, year) => `${declared} of ${of} have declared a commitment for ${year}`,
    locked: "The commitments of that year are locked.",
    missing: (names) => `Not yet: ${names}.`,
    more: (names, n) => `Not yet: ${names}, and ${n} more.`,
    all: "Everybody has declared.",
  },
};

export const frontTexts: TextPair<typeof id> = { id, en };
