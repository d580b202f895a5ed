import type { Language } from "./language.ts";

/** What region packs write in their own tongue about where a number of persons is from; names of sources stay as they are. */
const known: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  "ESTIMATE: kecamatan population x share of polling stations 2024": {
    id: "Perkiraan: penduduk kecamatan × bagian TPS pada Pemilu 2024",
    en: "Estimate: population of the kecamatan × its share of polling stations in 2024",
  },
};

/** Words in which the product and region packs tell sources and notes in Indonesian, in parts that stand alone. */
const inEnglish: Readonly<Record<string, string>> = {
  "iuran yang diterima BPJS Ketenagakerjaan": "contributions received by BPJS Ketenagakerjaan",
  "pembilang, penyebut dan definisi tidak disebutkan": "numerator, denominator and definition are not stated",
  "11.000 peserta dari 48.881 yang bekerja adalah 22,5 %, bukan 37 %":
    "11,000 members of 48,881 people in work are 22.5%, not 37%",
  'pembilang "sekitar 11 ribu"; jumlah ASN, TNI dan Polri belum diketahui, jadi belum dikurangkan':
    'numerator "about 11 thousand"; how many are civil servants, army and police is not known, so they are not taken off yet',
  'pembilang "1.100-an"; semesta PBPU kota ini belum diketahui':
    'numerator "some 1,100"; how many self-employed workers (PBPU) the city has is not known',
  "provinsi; dilaporkan November 2024": "province; reported in November 2024",
  "nasional; target tahun itu 52,15 %": "national; the target of that year was 52.15%",
  "Sakernas Agustus 2024: 51.627 angkatan kerja dikurangi 2.746 penganggur":
    "Sakernas August 2024: 51,627 in the labour force less 2,746 unemployed",
  "BPJS Ketenagakerjaan dan Kemendagri": "BPJS Ketenagakerjaan and Kemendagri",
  "target nasional 2025": "national target of 2025",
  " menurut http": " according to http",
};

/** A source or a note on one, or a longer text that names it, in the words of the reader; what a city typed stays as it is. */
export function sourceInWords(language: Language, source: string): string {
  const pairs = Object.entries(known).map(([written, words]) => [written, words[language]] as const);
  const all = language === "en" ? [...pairs, ...Object.entries(inEnglish)] : pairs;
  return all.reduce((text, [written, words]) => text.replaceAll(written, words), source);
}
