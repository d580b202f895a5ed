import type { TextPair, Texts } from "./language.ts";

const id = {
  title: "Perkiraan cakupan",
  finding: {
    all: (n: string) => `Semua ${n} pekerja rentan sudah terlindungi`,
    fan: (month: string, percent: string, target: string) =>
      `Menurut pola 12 bulan terakhir, ${month} baru ${percent} terlindungi; targetnya ${target}`,
    reached: (month: string, percent: string) =>
      `Menurut pola 12 bulan terakhir, target tercapai: ${percent} terlindungi pada ${month}`,
    pace: (perMonth: string, month: string) =>
      `Perlu tambahan ${perMonth} orang setiap bulan sampai ${month}`,
    none: "Belum ada perkiraan",
  },
  lead: (covered: string, everyone: string, month: string, percent: string) =>
    `${covered} dari ${everyone} pekerja rentan terlindungi pada akhir ${month}, ${percent}.`,
  none: "Perkiraan dihitung setiap malam, sesudah angka bulanan pertama ada. Daerah dengan kurang dari sepuluh pekerja tidak ditampilkan.",
  fills: "Angka bulanan terisi dari iuran yang diterima BPJS Ketenagakerjaan.",
  area: "Daerah",
  wholeArea: "Seluruh daerah Anda",
  chart: "Terlindungi dari waktu ke waktu",
  summary: (first: string, firstPercent: string, last: string, percent: string) =>
    `Garis naik atau turun dari ${firstPercent} pada ${first} ke ${percent} pada ${last}. Sumbu dari 0 sampai 100 persen.`,
  ahead: (month: string, median: string, low: string, high: string) =>
    `Perkiraan ${month}: tengah ${median}, 8 dari 10 kemungkinan ${low} sampai ${high}.`,
  model:
    "Perkiraan dari pola 12 bulan terakhir, bukan janji. 8 dari 10 kemungkinan berada di dalam pita muda.",
  noFan: {
    "too-few-observations":
      "Tidak ada pita perkiraan: angkanya baru berubah kurang dari enam kali. Yang tampak hanya laju yang diperlukan.",
    "not-tested": "Tidak ada pita perkiraan: bulan di belakang belum cukup untuk mengujinya.",
    "not-better":
      "Tidak ada pita perkiraan: pada bulan-bulan yang lalu, menebak angka tetap atau laju tetap sama baiknya.",
  },
  scenarios: {
    label: "Bandingkan dengan rencana tersimpan",
    none: "Tanpa rencana",
    end: "dengan rencana",
    leads: (title: string, percent: string, month: string) =>
      `Dengan rencana “${title}”, ${percent} terlindungi pada ${month}.`,
    asKept:
      "Rencana ini tidak dapat dihitung lagi dengan angka hari ini; yang tampak adalah hitungan saat disimpan.",
    open: "Buka rencana ini",
  },
  now: "pola kini",
  targetEnd: "target",
  pace: {
    title: "Laju",
    now: "Rata-rata kini",
    needed: "Diperlukan",
    perMonth: "Orang per bulan; rata-rata tiga bulan terakhir.",
    when: (month: string) => `Dengan laju tiga bulan terakhir semua terlindungi pada ${month}.`,
    never: (year: string) => `Dengan laju tiga bulan terakhir tidak semua terlindungi sebelum ${year}.`,
    unconfirmed: "target belum dipastikan",
    target: (percent: string, month: string) => `Target ${percent} pada akhir ${month}.`,
    plan: "Buat rencana",
  },
  tested: {
    title: "Seberapa baik perkiraan ini dulu",
    inBand: (share: string, low: string, high: string, of: string) =>
      `${share} dari ${of} perkiraan desa tiga bulan ke depan jatuh di dalam pita 8 dari 10 (selang 95%: ${low}–${high}).`,
    moved: (share: string, low: string, high: string, of: string) =>
      `Di antara ${of} perkiraan yang angkanya memang bergerak: ${share} (${low}–${high}). Di antara yang bergerak bagian itu selalu lebih kecil: desa yang diam mudah ditebak.`,
    city: (hits: string, of: string) =>
      `Untuk seluruh kota: ${hits} dari ${of}. Sesedikit itu belum membuktikan apa-apa.`,
    none: "Belum cukup bulan untuk menguji perkiraan.",
    errors: (forecast: string, last: string, pace: string) =>
      `Rata-rata meleset di daerah ini: perkiraan ${forecast} orang, angka tetap ${last}, laju tetap ${pace}.`,
    how: "Cara mengujinya: dari setiap bulan di belakang dibuat perkiraan seolah-olah bulan itu yang terakhir, lalu dibandingkan dengan yang terjadi. Selang menganggap perkiraan saling bebas; bulan yang bersambung sebenarnya tidak, jadi kenyataannya lebih lebar.",
  },
  origin: {
    title: "Asal angka",
    simulated:
      "Setiap bulan ke depan meniru salah satu bulan di belakang atau meneruskan bulan sebelumnya: berapa desa mulai, dengan bagian berapa, lalu siapa menyusul, berhenti, dan kembali. Seberapa berbeda desa-desa dan seberapa bergerombol orang ikut ikut diundi. Seribu kali, desa demi desa; kota adalah jumlah undian yang sama.",
    estimated: "Jumlah pekerja rentan: perkiraan kota per desa.",
    listed:
      "Jumlah pekerja rentan: orang di daftar desa, karena perkiraan per desa belum ada. Desa tanpa daftar terhitung nol.",
    season: (join: string, stop: string, n: string) =>
      `Bulan Idulfitri: orang baru ${join} kali bulan biasa, yang berhenti ${stop} kali; dari ${n} bulan yang terlihat.`,
    noSeason: "Belum ada bulan Idulfitri di belakang; musim tidak diperhitungkan.",
    incomplete: "Bulan yang belum lengkap tidak dipakai.",
    computed: (when: string, version: string) => `Dihitung ${when}, cara hitung versi ${version}.`,
  },
  month: "Tabel bulan demi bulan",
} as const;

const en: Texts<typeof id> = {
  title: "Coverage forecast",
  finding: {
    all: (n) => `All ${n} vulnerable workers are covered`,
    fan: (month, percent, target) =>
      `By the pattern of the last 12 months ${percent} are covered in ${month}; the target is ${target}`,
    reached: (month, percent) =>
      `By the pattern of the last 12 months the target is reached: ${percent} covered in ${month}`,
    pace: (perMonth, month) => `${perMonth} more people are needed every month until ${month}`,
    none: "No forecast yet",
  },
  lead: (covered, everyone, month, percent) =>
    `${covered} of ${everyone} vulnerable workers were covered at the end of ${month}, ${percent}.`,
  none: "Forecasts are made every night, once there are figures of months. Places with fewer than ten workers are not shown.",
  fills: "Figures of months come from contributions that BPJS Ketenagakerjaan has received.",
  area: "Area",
  wholeArea: "All of your area",
  chart: "Covered over time",
  summary: (first, firstPercent, last, percent) =>
    `The line goes from ${firstPercent} in ${first} to ${percent} in ${last}. The axis runs from 0 to 100 percent.`,
  ahead: (month, median, low, high) =>
    `Forecast for ${month}: middle ${median}, 8 of 10 possibilities ${low} to ${high}.`,
  model:
    "A forecast from the pattern of the last 12 months, no promise. 8 of 10 possibilities lie within the light band.",
  noFan: {
    "too-few-observations":
      "No band is drawn: the number has changed fewer than six times. Only the pace that is needed is shown.",
    "not-tested": "No band is drawn: there are not enough months behind to test one.",
    "not-better":
      "No band is drawn: in the months behind, guessing the same number or the same pace did as well.",
  },
  scenarios: {
    label: "Compare with a kept plan",
    none: "Without a plan",
    end: "with the plan",
    leads: (title, percent, month) => `With the plan “${title}” ${percent} are covered in ${month}.`,
    asKept:
      "This plan cannot be reckoned with today's figures any more; what is shown was reckoned when it was kept.",
    open: "Open this plan",
  },
  now: "pattern now",
  targetEnd: "target",
  pace: {
    title: "Pace",
    now: "Average now",
    needed: "Needed",
    perMonth: "People a month; average of the last three months.",
    when: (month) => `At the pace of the last three months everyone is covered in ${month}.`,
    never: (year) => `At the pace of the last three months not everyone is covered before ${year}.`,
    unconfirmed: "target unconfirmed",
    target: (percent, month) => `Target ${percent} by the end of ${month}.`,
    plan: "Make a plan",
  },
  tested: {
    title: "How good this forecast was before",
    inBand: (share, low, high, of) =>
      `${share} of ${of} forecasts of villages three months ahead fell within the 8-of-10 band (95% interval: ${low}–${high}).`,
    moved: (share, low, high, of) =>
      `Among the ${of} whose number did move: ${share} (${low}–${high}). Among those it is always a smaller part: a village that stands still is easily guessed.`,
    city: (hits, of) => `For the whole city: ${hits} of ${of}. So few prove nothing yet.`,
    none: "Not enough months to test a forecast.",
    errors: (forecast, last, pace) =>
      `Off by on average here: forecast ${forecast} people, same number ${last}, same pace ${pace}.`,
    how: "How it is tested: from every month behind a forecast is made as if it were the last, and held against what came. The interval takes forecasts as independent; months in a row are not, so the truth is wider.",
  },
  origin: {
    title: "Where the numbers come from",
    simulated:
      "Every month ahead repeats one of the months behind or goes on as the one before: how many villages begin and with which share, then who follows, stops and comes back. How far villages differ, and how much people come in groups, is drawn as well. A thousand times, village by village; the city is the sum of the same draws.",
    estimated: "Number of vulnerable workers: the city's estimate for each village.",
    listed:
      "Number of vulnerable workers: people on village lists, as there is no estimate per village yet. A village without a list counts as none.",
    season: (join, stop, n) =>
      `Months of Idulfitri: people join ${join} times as often as in other months and stop ${stop} times as often; from ${n} such months.`,
    noSeason: "No month of Idulfitri lies behind yet; no season is reckoned with.",
    incomplete: "Months that are not complete are not used.",
    computed: (when, version) => `Made ${when}, version ${version} of the reckoning.`,
  },
  month: "Table month by month",
};

export const forecastTexts: TextPair<typeof id> = { id, en };
