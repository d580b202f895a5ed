import type { Language } from "./language.ts";

/** What region packs write in their own tongue about where a number of persons is from; names of sources stay as they are. */
const known: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  "ESTIMATE: kecamatan population x share of polling stations 2024": {
    id: "Perkiraan: penduduk kecamatan × bagian TPS pada Pemilu 2024",
    en: "Estimate: population of the kecamatan × its share of polling stations in 2024",
  },
};

/** A source, or a longer text that names one, in the words of the reader. */
export const sourceInWords = (language: Language, source: string): string =>
  Object.entries(known).reduce((text, [written, words]) => text.replaceAll(written, words[language]), source);
