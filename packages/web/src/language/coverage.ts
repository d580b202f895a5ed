import { counted } from "./counted.ts";
import type { TextPair, Texts } from "./language.ts";

const id = {
  title: "Cakupan perlindungan pekerja",
  headline: (n: string, city: string) => `${n} dari 100 pekerja rentan di ${city} terlindungi`,
  headlineWaiting: (city: string) => `Cakupan perlindungan pekerja di ${city}`,
  areaTitle: (area: string) => `Kecamatan ${area}`,
  description: (city: string) =>
    `Berapa pekerja di ${city} yang terlindungi BPJS Ketenagakerjaan, desa demi desa, dengan pembilang, penyebut, tanggal, dan sumbernya.`,
  parts: (n: string, of: string) => `${n} dari perkiraan ${of} pekerja rentan`,
  missing: "Angka pertama belum terbit. Angka akan tampil di sini setelah rilis bulanan yang pertama.",
  definition: (code: string) =>
    `Definisi “${code}”: pekerja yang kepesertaannya berlaku pada tanggal angka, dibagi semua pekerja dalam penyebut. Angka dari definisi lain tidak boleh dicampur dengan angka ini.`,
  whyOthersDiffer:
    "Angka lain yang pernah diumumkan bisa berbeda karena penyebutnya berbeda. Karena itu pembilang dan penyebut selalu ditulis di sini.",
  definitions: {
    "pekerja-rentan-terlindungi-3":
      "Pembilang: orang dalam daftar pekerja desa dan kelurahan yang iuran bulan itu terbukti diterima BPJS; yang menunggak, yang belum pernah dibayar, dan yang hanya ada di daftar BPJS tidak dihitung. Penyebut: perkiraan pekerja rentan dari sumber tetap bertanggal, sehingga daftar baru tidak mengecilkan angka ini. Bulan yang dipakai adalah bulan lengkap terakhir. Angka dibulatkan ke kelipatan lima dan baru berubah bila berubah lima orang; angka kecil ditutup.",
    "pekerja-rentan-terlindungi-2":
      "Pembilang: orang dalam daftar pekerja desa dan kelurahan yang iuran bulan itu terbukti dibayar, atau belum jatuh tempo sedangkan bulan sebelumnya sudah dibayar. Tidak dihitung: yang menunggak, yang diterima BPJS tetapi belum pernah dibayar, dan yang hanya ada di daftar BPJS. Penyebut: semua orang dalam daftar itu yang boleh menjadi peserta; ASN, TNI, dan Polri tidak dihitung. Angka desa, kecamatan, dan kota dibulatkan sendiri-sendiri dari hitungan penuh, dan angka kecil ditutup.",
    "pekerja-rentan-terlindungi":
      "Pembilang: orang dalam daftar pekerja desa dan kelurahan yang kepesertaannya berlaku pada tanggal angka. Penyebut: semua orang dalam daftar itu yang boleh menjadi peserta; ASN, TNI, dan Polri tidak dihitung. Angka desa, kecamatan, dan kota dibulatkan sendiri-sendiri dari hitungan penuh, dan angka kecil ditutup.",
  },
  beside: {
    title: "Di samping angka ini, tidak dihitung di dalamnya:",
    grace: "Menunggak",
    waitingFirstPayment: "Diterima BPJS, belum pernah dibayar",
    listOnly: "Hanya ada di daftar BPJS",
  },
  silent: (n: string) => `Belum mengirim daftar (${n})`,
  silentShort: "belum mengirim daftar",
  silentWhy:
    "Daftar desa dan kelurahan ini belum dikirim atau masih diperbaiki, sehingga pekerjanya belum terhitung di angka mana pun.",
  silentWhyOne: "Daftar pekerjanya belum dikirim atau masih diperbaiki.",
  fewerThanTen: "< 10",
  fewerThanTenPeople: "< 10 orang",
  moreThan: (n: string) => `lebih dari ${n}`,
  smallWhy:
    "Kurang dari 10 pekerja terlindungi. Angka sekecil itu tidak ditulis persis, supaya orangnya tidak dikenali.",
  villageSmall: (name: string) => `${name}: kurang dari 10 pekerja terlindungi`,
  villageCovered: (name: string, n: string) => `${name}: ${n} pekerja terlindungi`,
  hidden: "ditutup",
  noneYet: "belum ada",
  few: "kecil",
  hiddenWhy:
    "Ditutup: jumlahnya kecil, atau akan membuka angka kecil di sebelahnya, sehingga orangnya bisa dikenali.",
  villageLabel: (name: string, percent: string, n: string, of: string) =>
    `${name}: ${percent}, ${n} dari perkiraan ${of} pekerja rentan`,
  villageHidden: (name: string) => `${name}: angka ditutup untuk menjaga privasi`,
  villageFew: (name: string, n: string, of: string) =>
    `${name}: ${n} dari perkiraan ${of} pekerja rentan; terlalu sedikit untuk persentase`,
  villageNone: (name: string) => `${name}: belum ada angka yang diterbitkan`,
  city: "Seluruh kota",
  kecamatan: "Kecamatan",
  byKecamatan: "Menurut kecamatan",
  kecamatanNote: "Dibulatkan sendiri; desa dan kelurahan yang angkanya ditutup ikut dihitung.",
  hiddenCount: (n: number) => `${n} ditutup`,
  villages: "Desa dan kelurahan",
  villagesCount: (n: number) => `${n} desa dan kelurahan`,
  villagesOf: (n: number, of: number) => `${n} dari ${of} desa dan kelurahan`,
  views: { peringkat: "Peringkat", petak: "Petak", peta: "Peta", tabel: "Tabel" },
  viewLabel: "Cara melihat",
  search: "Cari desa atau kelurahan",
  kind: "Jenis",
  kinds: { "": "Semua", desa: "Desa", kelurahan: "Kelurahan" },
  order: "Urutkan",
  orders: {
    terendah: "Terendah",
    tertinggi: "Tertinggi",
    belum: "Belum terlindungi",
    nama: "Abjad",
  },
  rankingTitle: {
    terendah: "Cakupan terendah",
    tertinggi: "Cakupan tertinggi",
    belum: "Terbanyak belum terlindungi",
    nama: "Menurut abjad",
  },
  cityLine: (percent: string) => `Garis putus: seluruh kota, ${percent}.`,
  kelurahanShort: "Kel.",
  desa: "Desa",
  kelurahan: "Kelurahan",
  showAll: (n: number) => `Tampilkan semua ${n}`,
  none: "Tidak ada desa atau kelurahan yang cocok dengan saringan ini.",
  noneTodo: "Hapus satu saringan atau ubah kata cari.",
  mapTitle: "Peta cakupan per desa dan kelurahan",
  noMap: "Peta batas wilayah kota ini belum tersedia. Gunakan peringkat atau tabel.",
  tileTitle: "Petak cakupan per desa dan kelurahan",
  tileNote: "Satu petak untuk satu desa atau kelurahan, kira-kira di tempatnya. Angka dalam persen.",
  tableTitle: "Cakupan per desa dan kelurahan",
  columns: {
    village: "Desa/kelurahan",
    kecamatan: "Kecamatan",
    kind: "Jenis",
    protected: "Terlindungi",
    workers: "Perkiraan pekerja rentan",
    listed: "Didata",
    share: "Cakupan",
    unprotected: "Belum terlindungi",
  },
  share: "Bagikan ke WhatsApp",
  download: "Unduh data",
  csv: "CSV untuk Excel",
  json: "JSON",
  rank: (n: number, of: number) => `Urutan ${n} dari ${of}`,
  rankNote: "dari cakupan tertinggi, di antara desa dan kelurahan yang angkanya tampil",
  notYet: "Belum terlindungi",
  rankName: "Kedudukan di kota",
  neighbours: (area: string) => `Desa dan kelurahan lain di ${area}`,
  responsible: "Siapa yang mengurus",
  responsibleText: (kind: "desa" | "kelurahan", name: string) =>
    kind === "desa"
      ? `Kantor Desa ${name} menyusun daftar pekerja dan menganggarkan iuran dalam APBDes.`
      : `Kantor Kelurahan ${name} menyusun daftar pekerja. Kelurahan tidak mempunyai APBDes; iurannya dianggarkan kota.`,
} as const;

const en: Texts<typeof id> = {
  title: "Worker protection coverage",
  headline: (n, city) => `${n} of every 100 vulnerable workers in ${city} are protected`,
  headlineWaiting: (city) => `Worker protection coverage in ${city}`,
  areaTitle: (area) => `Kecamatan ${area}`,
  description: (city) =>
    `How many workers in ${city} are insured by BPJS Ketenagakerjaan, village by village, with numerator, denominator, date and source.`,
  parts: (n, of) => `${n} of an estimated ${of} vulnerable workers`,
  missing:
    "The first figure has not been published yet. It will appear here after the first monthly release.",
  definition: (code) =>
    `Definition “${code}”: workers whose membership is in force on the date of the figure, divided by all workers in the denominator. Figures of another definition must not be mixed with this one.`,
  whyOthersDiffer:
    "Other published figures can differ because their denominator differs. That is why numerator and denominator always stand here.",
  definitions: {
    "pekerja-rentan-terlindungi-3":
      "Numerator: people on the village lists of workers whose contribution for that month BPJS is proven to have; those in arrears, those never paid for and those on BPJS's list only are not counted. Denominator: the estimate of vulnerable workers from fixed, dated sources, so that no new list makes this figure smaller. The month is the last complete one. Figures are rounded to multiples of five and change only once five people changed; small ones are hidden.",
    "pekerja-rentan-terlindungi-2":
      "Numerator: people on the village lists of workers whose contribution for the month is proven paid, or not yet due after a month that was paid. Not counted: those in arrears, those BPJS has accepted but nobody ever paid for, and those on BPJS's list only. Denominator: everyone on those lists who may become a member; civil servants, army and police are not counted. Figures of villages, kecamatan and city are each rounded from the full count, and small ones hidden.",
    "pekerja-rentan-terlindungi":
      "Numerator: people on the village lists of workers whose membership is in force on the date of the figure. Denominator: everyone on those lists who may become a member; civil servants, army and police are not counted. Figures of villages, kecamatan and city are each rounded from the full count, and small ones hidden.",
  },
  beside: {
    title: "Beside this figure, not counted in it:",
    grace: "In arrears",
    waitingFirstPayment: "Accepted by BPJS, never paid",
    listOnly: "On BPJS's list only",
  },
  silent: (n) => `No list yet (${n})`,
  silentShort: "no list yet",
  silentWhy:
    "The list of these villages has not been sent or is still being repaired, so that their workers are counted in no figure yet.",
  silentWhyOne: "Its list of workers has not been sent, or is still being repaired.",
  fewerThanTen: "< 10",
  fewerThanTenPeople: "< 10 people",
  moreThan: (n) => `more than ${n}`,
  smallWhy:
    "Fewer than 10 workers are protected. So small a figure is not written exactly, so that nobody is recognised.",
  villageSmall: (name) => `${name}: fewer than 10 workers protected`,
  villageCovered: (name, n) => `${name}: ${n} workers protected`,
  hidden: "hidden",
  noneYet: "none yet",
  few: "small",
  hiddenWhy:
    "Hidden: the number is small, or would reveal a small one beside it, so that people could be recognised.",
  villageLabel: (name, percent, n, of) =>
    `${name}: ${percent}, ${n} of an estimated ${of} vulnerable workers`,
  villageHidden: (name) => `${name}: figure hidden to protect privacy`,
  villageFew: (name, n, of) =>
    `${name}: ${n} of an estimated ${of} vulnerable workers; too few for a percentage`,
  villageNone: (name) => `${name}: no figure published yet`,
  city: "Whole city",
  kecamatan: "Kecamatan",
  byKecamatan: "By kecamatan",
  kecamatanNote: "Rounded on their own; villages whose figures are hidden are counted too.",
  hiddenCount: (n) => `${n} hidden`,
  villages: "Villages",
  villagesCount: (n) => counted`${n} [village|villages]`,
  villagesOf: (n, of) => counted`${n} of ${of} [village|villages]`,
  views: { peringkat: "Ranking", petak: "Tiles", peta: "Map", tabel: "Table" },
  viewLabel: "How to look at it",
  search: "Find a village",
  kind: "Kind",
  kinds: { "": "All", desa: "Desa", kelurahan: "Kelurahan" },
  order: "Sort by",
  orders: {
    terendah: "Lowest",
    tertinggi: "Highest",
    belum: "Unprotected",
    nama: "Alphabet",
  },
  rankingTitle: {
    terendah: "Lowest coverage",
    tertinggi: "Highest coverage",
    belum: "Most workers unprotected",
    nama: "By alphabet",
  },
  cityLine: (percent) => `Dotted line: whole city, ${percent}.`,
  kelurahanShort: "Kel.",
  desa: "Desa",
  kelurahan: "Kelurahan",
  showAll: (n) => `Show all ${n}`,
  none: "No village matches these filters.",
  noneTodo: "Remove one filter or change the search.",
  mapTitle: "Map of coverage by village",
  noMap: "There is no boundary map of this city yet. Use the ranking or the table.",
  tileTitle: "Tiles of coverage by village",
  tileNote: "One tile for each village, roughly where it lies. Numbers are percentages.",
  tableTitle: "Coverage by village",
  columns: {
    village: "Village",
    kecamatan: "Kecamatan",
    kind: "Kind",
    protected: "Protected",
    workers: "Estimated vulnerable workers",
    listed: "Listed",
    share: "Coverage",
    unprotected: "Not yet protected",
  },
  share: "Share on WhatsApp",
  download: "Download the data",
  csv: "CSV for Excel",
  json: "JSON",
  rank: (n, of) => `Rank ${n} of ${of}`,
  rankNote: "from the highest coverage, among villages whose figure is shown",
  notYet: "Not yet protected",
  rankName: "Place in the city",
  neighbours: (area) => `Other villages in ${area}`,
  responsible: "Who looks after this",
  responsibleText: (kind, name) =>
    kind === "desa"
      ? `The office of Desa ${name} compiles the list of workers and budgets contributions in the village budget (APBDes).`
      : `The office of Kelurahan ${name} compiles the list of workers. A kelurahan has no budget of its own; the city budgets its contributions.`,
};

export const coverageTexts: TextPair<typeof id> = { id, en };
