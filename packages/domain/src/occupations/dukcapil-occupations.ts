import type { OccupationGroup } from "./occupation-groups.ts";

/**
 * Occupations of the population office with our group. Who holds a public office is asked about: no village list means them.
 * Source: form F-1.01 of Permendagri 109/2019, as in reference/occupations/dukcapil.csv; a test holds the two together.
 */
// oxfmt-ignore
export const dukcapilOccupations = [
  [1, "Belum/Tidak Bekerja", "not-working"],
  [2, "Mengurus Rumah Tangga", "homemaker"],
  [3, "Pelajar/Mahasiswa", "student"],
  [4, "Pensiunan", "retired"],
  [5, "Pegawai Negeri Sipil", "civil-servant"],
  [6, "Tentara Nasional Indonesia", "soldier"],
  [7, "Kepolisian RI", "police"],
  [8, "Perdagangan", "trader"],
  [9, "Petani/Pekebun", "farmer"],
  [10, "Peternak", "farmer"],
  [11, "Nelayan/Perikanan", "fisher"],
  [12, "Industri", "other"],
  [13, "Konstruksi", "construction-worker"],
  [14, "Transportasi", "driver"],
  [15, "Karyawan Swasta", "employee"],
  [16, "Karyawan BUMN", "state-company"],
  [17, "Karyawan BUMD", "state-company"],
  [18, "Karyawan Honorer", "employee"],
  [19, "Buruh Harian Lepas", "daily-labourer"],
  [20, "Buruh Tani/Perkebunan", "farm-labourer"],
  [21, "Buruh Nelayan/Perikanan", "fisher"],
  [22, "Buruh Peternakan", "farm-labourer"],
  [23, "Pembantu Rumah Tangga", "household-worker"],
  [24, "Tukang Cukur", "craftsperson"],
  [25, "Tukang Listrik", "craftsperson"],
  [26, "Tukang Batu", "construction-worker"],
  [27, "Tukang Kayu", "construction-worker"],
  [28, "Tukang Sol Sepatu", "craftsperson"],
  [29, "Tukang Las/Pandai Besi", "construction-worker"],
  [30, "Tukang Jahit", "craftsperson"],
  [31, "Tukang Gigi", "other"],
  [32, "Penata Rias", "other"],
  [33, "Penata Busana", "craftsperson"],
  [34, "Penata Rambut", "craftsperson"],
  [35, "Mekanik", "craftsperson"],
  [36, "Seniman", "other"],
  [37, "Tabib", "other"],
  [38, "Paraji", "other"],
  [39, "Perancang Busana", "other"],
  [40, "Penterjemah", "other"],
  [41, "Imam Masjid", "religious-officer"],
  [42, "Pendeta", "other"],
  [43, "Pastor", "other"],
  [44, "Wartawan", "other"],
  [45, "Ustadz/Mubaligh", "religious-officer"],
  [46, "Juru Masak", "other"],
  [47, "Promotor Acara", "other"],
  [48, "Anggota DPR-RI", "unknown"],
  [49, "Anggota DPD", "unknown"],
  [50, "Anggota BPK", "unknown"],
  [51, "Presiden", "unknown"],
  [52, "Wakil Presiden", "unknown"],
  [53, "Anggota Mahkamah Konstitusi", "unknown"],
  [54, "Anggota Kabinet/Kementerian", "unknown"],
  [55, "Duta Besar", "unknown"],
  [56, "Gubernur", "unknown"],
  [57, "Wakil Gubernur", "unknown"],
  [58, "Bupati", "unknown"],
  [59, "Wakil Bupati", "unknown"],
  [60, "Walikota", "unknown"],
  [61, "Wakil Walikota", "unknown"],
  [62, "Anggota DPRD Provinsi", "unknown"],
  [63, "Anggota DPRD Kabupaten/Kota", "unknown"],
  [64, "Dosen", "other"],
  [65, "Guru", "other"],
  [66, "Pilot", "other"],
  [67, "Pengacara", "other"],
  [68, "Notaris", "other"],
  [69, "Arsitek", "other"],
  [70, "Akuntan", "other"],
  [71, "Konsultan", "other"],
  [72, "Dokter", "other"],
  [73, "Bidan", "other"],
  [74, "Perawat", "other"],
  [75, "Apoteker", "other"],
  [76, "Psikiater/Psikolog", "other"],
  [77, "Penyiar Televisi", "other"],
  [78, "Penyiar Radio", "other"],
  [79, "Pelaut", "other"],
  [80, "Peneliti", "other"],
  [81, "Sopir", "driver"],
  [82, "Pialang", "other"],
  [83, "Paranormal", "other"],
  [84, "Pedagang", "trader"],
  [85, "Perangkat Desa", "village-officer"],
  [86, "Kepala Desa", "village-officer"],
  [87, "Biarawati", "other"],
  [88, "Wiraswasta", "other"],
  [89, "Anggota Lembaga Tinggi", "unknown"],
  [90, "Artis", "other"],
  [91, "Atlit", "other"],
  [92, "Chef", "other"],
  [93, "Manajer", "employee"],
  [94, "Tenaga Tata Usaha", "employee"],
  [95, "Operator", "employee"],
  [96, "Pekerja Pengolahan, Kerajinan", "craftsperson"],
  [97, "Teknisi", "employee"],
  [98, "Asisten Ahli", "employee"],
  [99, "Lainnya", "other"],
] as const satisfies readonly (readonly [code: number, label: string, group: OccupationGroup])[];

const byLabel = new Map<string, OccupationGroup>(
  dukcapilOccupations.map(([, label, group]) => [spellLabel(label), group]),
);
/** Spellings of the same list in other copies. */
const otherSpellings: Readonly<Record<string, OccupationGroup>> = {
  "imam mesjid": "religious-officer",
  ustaz: "religious-officer",
  "ustadz mubalig": "religious-officer",
  "kepolisian ri polri": "police",
  "pegawai negeri sipil pns": "civil-servant",
  "tentara nasional indonesia tni": "soldier",
  "belum bekerja": "not-working",
  "tidak bekerja": "not-working",
  lain: "unknown",
  "lain lain": "unknown",
};

/** The group of a text that is a label of the list, letter by letter but for signs and case. */
export function dukcapilGroupOf(words: string): OccupationGroup | undefined {
  return byLabel.get(words) ?? (Object.hasOwn(otherSpellings, words) ? otherSpellings[words] : undefined);
}

function spellLabel(label: string): string {
  return label
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
}
