import { counted } from "./counted.ts";
import type { TextPair, Texts } from "./language.ts";

const id = {
  title: "Sorot",
  work: {
    title: "Sorot: kota dalam satu pandangan",
    text: "Satu angka, lajunya, tiga keputusan, siapa yang perlu dibantu, dan uang bulan ini; siap disalin untuk sambutan.",
    open: "Buka Sorot",
  },
  when: (month: string) => `Iuran ${month} yang diterima BPJS`,
  headline: {
    estimate: (n: string) => `${n} dari 100 pekerja rentan terlindungi.`,
    listed: (n: string) => `${n} dari 100 pekerja yang didata terlindungi.`,
    none: "Belum ada pekerja yang terhitung.",
    enough: " Lajunya cukup.",
    slow: (percent: string) => ` Lajunya baru ${percent} dari yang diperlukan.`,
    still: " Jumlahnya tidak bertambah.",
    falling: " Jumlahnya sedang turun.",
  },
  ofEstimate: (n: string, middle: string, low: string, high: string) =>
    `${n} dari perkiraan ${middle} orang (${low} sampai ${high}).`,
  ofListed: (n: string, listed: string) => `${n} dari ${listed} orang yang didata.`,
  change: {
    up: (n: string) => `Bertambah ${n} orang dalam tiga bulan.`,
    down: (n: string) => `Berkurang ${n} orang dalam tiga bulan.`,
    same: "Tidak berubah dalam tiga bulan.",
  },
  read: (day: string) => `Dihitung ${day}.`,
  origin: "Asal angka",
  copy: "Salin untuk sambutan",
  copied: "Tersalin",
  toScreen: "Tampilkan di layar",
  readSpeech: "Baca kalimat sambutan",
  speech: {
    first: (month: string, n: string, of: string, city: string) =>
      `Per ${month}, ${n} dari perkiraan ${of} pekerja rentan di ${city} terlindungi`,
    bare: (month: string, n: string, city: string) =>
      `Per ${month}, ${n} pekerja rentan di ${city} terlindungi.`,
    needAll: (year: string, needed: string) =>
      `Agar semua terlindungi pada akhir ${year} kita perlu tambahan ${needed} orang setiap bulan.`,
    need: (percent: string, year: string, needed: string) =>
      `Agar ${percent} terlindungi pada akhir ${year} kita perlu tambahan ${needed} orang setiap bulan.`,
    budget: (n: string, of: string, year: string) =>
      `${n} dari ${of} desa dan kelurahan belum menganggarkan iuran ${year}.`,
    budgeted: (year: string) => `Semua desa dan kelurahan sudah menganggarkan iuran ${year}.`,
    source: (month: string, code: string) =>
      `Angka pekerja dari rilis ${month} (${code}), dihitung dari iuran yang diterima BPJS Ketenagakerjaan.`,
  },
  pace: {
    titles: {
      forecast: {
        more: (year: string, share: string) => `Menurut perkiraan, akhir ${year} baru ${share}`,
        same: (year: string, share: string) => `Menurut perkiraan, akhir ${year} tetap ${share}`,
        fewer: (year: string, share: string) => `Menurut perkiraan, akhir ${year} tinggal ${share}`,
      },
      pace: {
        more: (year: string, share: string) => `Dengan laju sekarang, akhir ${year} baru ${share}`,
        same: (year: string, share: string) => `Dengan laju sekarang, akhir ${year} tetap ${share}`,
        fewer: (year: string, share: string) => `Bila terus turun, akhir ${year} tinggal ${share}`,
      },
    },
    enough: {
      forecast: (year: string) => `Menurut perkiraan, semua terlindungi pada akhir ${year}`,
      pace: (year: string) => `Dengan laju sekarang, semua terlindungi sebelum akhir ${year}`,
    },
    titlePeople: (n: string) => `${n} orang terlindungi, bulan demi bulan`,
    band: "Perkiraan memakai semua bulan di belakang, bukan tiga bulan terakhir saja. Pita: kisaran 8 dari 10 kemungkinan.",
    unconfirmed: (year: string) => `Sasaran akhir ${year} belum dipastikan.`,
    now: "Rata-rata kini",
    needed: "Diperlukan",
    note: (from: string, until: string) => `Orang per bulan; rata-rata ${from} sampai ${until}.`,
    protected: "terlindungi",
    ends: { forecast: "perkiraan", pace: "laju kini" },
    target: "sasaran",
  },
  decisions: {
    title: "Tiga keputusan menunggu Anda",
    budget: {
      text: (of: string, year: string) => `dari ${of} desa dan kelurahan belum menganggarkan ${year}`,
      note: (rp: string) => `Kekurangan ${rp} setahun.`,
    },
    rescue: {
      text: "orang keluar kepesertaan dalam 30 hari",
      note: (grace: string) => `${grace} orang menunggak seluruhnya; yang keluar mulai lagi dari awal.`,
    },
    claim: {
      text: "keluarga menunggu lebih dari 14 hari",
      note: (day: string) => `Berkas klaim yang tidak bergerak, paling lama sejak ${day}.`,
      noteNone: "Tidak ada berkas klaim yang diam.",
    },
  },
  help: {
    title: "Perlu dibantu lebih dulu",
    all: (n: string) => `${n} desa dan kelurahan`,
    open: (n: string) => `${n} orang belum terlindungi`,
    whys: {
      list: "daftar belum dikirim dalam 60 hari",
      import: "daftarnya macet",
      budget: "belum menganggarkan tahun depan",
    },
    best: "Paling maju dalam tiga bulan:",
    points: (n: string) => `+${n} poin`,
    none: "Belum ada desa yang cukup besar untuk dibandingkan.",
  },
  money: {
    title: (month: string, rp: string) => `Uang ${month}: ${rp} belum diterima BPJS`,
    full: (month: string) => `Uang ${month}: semua sudah diterima BPJS`,
    none: "Belum ada iuran yang harus dibayar",
    promised: "Dijanjikan",
    paid: "Dibayar",
    received: "Diterima BPJS",
    workers: (n: string) => `${n} orang, aparat desa ikut dihitung; dibayar pegawai, desa, kota, perusahaan`,
    unpaid: (rp: string) => `${rp} belum disetor`,
    unreceived: (rp: string) => `${rp} belum tercatat`,
    done: "lengkap",
  },
  other: {
    title: "Dua angka, jangan dicampur",
    told: (value: string, since: string, latest: string) =>
      `${value} dalam sambutan menghitung semua pekerja, formal dan informal. Per ${latest}, belum berubah sejak ${since}, dan belum dapat dihitung ulang.`,
    toldOnce: (value: string, latest: string) =>
      `${value} dalam sambutan menghitung semua pekerja, formal dan informal, per ${latest}, dan belum dapat dihitung ulang.`,
    ours: (value: string) =>
      `${value} di halaman ini menghitung pekerja rentan yang iurannya terbukti diterima.`,
    how: "Cara menghitung",
  },
  screen: {
    title: (n: string) => `Layar ${n} dari 6`,
    at: (n: string) => `${n} dari 6`,
    outOf: "dari 100",
    protectedWorkers: "pekerja rentan terlindungi",
    protectedListed: "pekerja yang didata terlindungi",
    nav: "Pindah layar",
    previous: "Sebelumnya",
    next: "Berikutnya",
    back: "Keluar dari layar",
    keys: "Panah: pindah layar. B: gelapkan.",
    helpFirst: "Perlu dibantu lebih dulu",
    money: "Dijanjikan, dibayar, diterima",
    arrears: (n: string) => `${n} orang menunggak`,
    arrearsOut: (n: string) => `${n} orang keluar bulan depan bila tidak dibayar`,
    onTime: (percent: string, month: string) => `${percent} iuran ${month} datang tepat waktu`,
    decide: "Yang perlu diputuskan",
    sample: "kota contoh",
    snapshot: (day: string) => `dihitung ${day}`,
  },
} as const;

const en: Texts<typeof id> = {
  title: "Highlights",
  work: {
    title: "Highlights: the city in one glance",
    text: "One number, its pace, three decisions, who needs help, and the money of the month; ready to be copied for a speech.",
    open: "Open Highlights",
  },
  when: (month) => `Contributions for ${month} received by BPJS`,
  headline: {
    estimate: (n) => `${n} of every 100 vulnerable workers are protected.`,
    listed: (n) => `${n} of every 100 listed workers are protected.`,
    none: "No worker is counted yet.",
    enough: " The pace is enough.",
    slow: (percent) => ` The pace is only ${percent} of what is needed.`,
    still: " The number does not grow.",
    falling: " The number is falling.",
  },
  ofEstimate: (n, middle, low, high) => `${n} of an estimated ${middle} people (${low} to ${high}).`,
  ofListed: (n, listed) => `${n} of ${listed} listed people.`,
  change: {
    up: (n) => counted`${n} [person|people] more in three months.`,
    down: (n) => counted`${n} [person|people] fewer in three months.`,
    same: "Unchanged in three months.",
  },
  read: (day) => `Counted ${day}.`,
  origin: "Where the number comes from",
  copy: "Copy for a speech",
  copied: "Copied",
  toScreen: "Show on a screen",
  readSpeech: "Read the sentences for a speech",
  speech: {
    first: (month, n, of, city) =>
      `As of ${month}, ${n} of an estimated ${of} vulnerable workers in ${city} are protected`,
    bare: (month, n, city) => `As of ${month}, ${n} vulnerable workers in ${city} are protected.`,
    needAll: (year, needed) =>
      `For all to be protected by the end of ${year}, ${needed} more a month are needed.`,
    need: (percent, year, needed) =>
      `For ${percent} to be protected by the end of ${year}, ${needed} more a month are needed.`,
    budget: (n, of, year) => `${n} of ${of} villages have not budgeted contributions for ${year}.`,
    budgeted: (year) => `All villages have budgeted contributions for ${year}.`,
    source: (month, code) =>
      `Workers as in the release of ${month} (${code}), counted from contributions received by BPJS Ketenagakerjaan.`,
  },
  pace: {
    titles: {
      forecast: {
        more: (year, share) => `By the forecast only ${share} by the end of ${year}`,
        same: (year, share) => `By the forecast still ${share} at the end of ${year}`,
        fewer: (year, share) => `By the forecast down to ${share} by the end of ${year}`,
      },
      pace: {
        more: (year, share) => `At the present pace only ${share} by the end of ${year}`,
        same: (year, share) => `At the present pace still ${share} at the end of ${year}`,
        fewer: (year, share) => `If it goes on falling, only ${share} by the end of ${year}`,
      },
    },
    enough: {
      forecast: (year) => `By the forecast all are protected at the end of ${year}`,
      pace: (year) => `At the present pace all are protected before the end of ${year}`,
    },
    titlePeople: (n) => counted`${n} [person|people] protected, month by month`,
    band: "The forecast uses all months behind, not the last three alone. Band: range of 8 in 10 possibilities.",
    unconfirmed: (year) => `The target of the end of ${year} is unconfirmed.`,
    now: "Average now",
    needed: "Needed",
    note: (from, until) => `People a month; average of ${from} to ${until}.`,
    protected: "protected",
    ends: { forecast: "forecast", pace: "present pace" },
    target: "target",
  },
  decisions: {
    title: "Three decisions wait for you",
    budget: {
      text: (of, year) => `of ${of} villages have not budgeted for ${year}`,
      note: (rp) => `${rp} short for the year.`,
    },
    rescue: {
      text: "people lose membership within 30 days",
      note: (grace) => counted`${grace} [person is|people are] in arrears in all; who loses it begins anew.`,
    },
    claim: {
      text: "families have waited more than 14 days",
      note: (day) => `Claim files that do not move, the oldest since ${day}.`,
      noteNone: "No claim file stands still.",
    },
  },
  help: {
    title: "Needs help first",
    all: (n) => counted`${n} [village|villages]`,
    open: (n) => counted`${n} [person|people] not protected`,
    whys: { list: "no list in 60 days", import: "its list is stuck", budget: "not budgeted for next year" },
    best: "Most improved in three months:",
    points: (n) => counted`+${n} [point|points]`,
    none: "No village is large enough to be compared.",
  },
  money: {
    title: (month, rp) => `Money of ${month}: ${rp} not yet received by BPJS`,
    full: (month) => `Money of ${month}: all received by BPJS`,
    none: "No contribution is owed yet",
    promised: "Promised",
    paid: "Paid",
    received: "Received by BPJS",
    workers: (n) =>
      counted`${n} [person|people], village officers among them; paid by civil servants, villages, city, companies`,
    unpaid: (rp) => `${rp} not remitted`,
    unreceived: (rp) => `${rp} not recorded`,
    done: "complete",
  },
  other: {
    title: "Two numbers, not to be mixed",
    told: (value, since, latest) =>
      `${value} in speeches counts all workers, formal and informal. As of ${latest}, unchanged since ${since}, and it cannot be computed again yet.`,
    toldOnce: (value, latest) =>
      `${value} in speeches counts all workers, formal and informal, as of ${latest}, and cannot be computed again yet.`,
    ours: (value) => `${value} on this page counts vulnerable workers whose contribution is proven received.`,
    how: "How it is counted",
  },
  screen: {
    title: (n) => `Screen ${n} of 6`,
    at: (n) => `${n} of 6`,
    outOf: "of 100",
    protectedWorkers: "vulnerable workers protected",
    protectedListed: "listed workers protected",
    nav: "Change screen",
    previous: "Previous",
    next: "Next",
    back: "Leave the screen",
    keys: "Arrows: change screen. B: dark.",
    helpFirst: "Needs help first",
    money: "Promised, paid, received",
    arrears: (n) => counted`${n} [person|people] in arrears`,
    arrearsOut: (n) => counted`${n} [person loses|people lose] membership next month if not paid for`,
    onTime: (percent, month) => `${percent} of the contributions for ${month} came in time`,
    decide: "To be decided",
    sample: "sample city",
    snapshot: (day) => `counted ${day}`,
  },
};

export const highlightTexts: TextPair<typeof id> = { id, en };
