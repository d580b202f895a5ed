/** The same place name in three strictnesses: as written, with abbreviations opened, and as it sounds in Minang. */
export type VillageSpelling = {
  /** Case, accents and punctuation removed: "KP JAWA II". */
  readonly literal: string;
  /** Abbreviations and numerals opened: "KAMPUNG JAWA 2". */
  readonly opened: string;
  /** Minang endings brought to their Indonesian twin and spaces removed: "KAMPUNGJAWA2". */
  readonly sounded: string;
};

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  KP: "KAMPUNG", KPG: "KAMPUNG", KMP: "KAMPUNG", KAMP: "KAMPUNG", KAMPUANG: "KAMPUNG", KAMPONG: "KAMPUNG", KG: "KAMPUNG",
  JL: "JALAN", JLN: "JALAN", SEI: "SUNGAI", SEL: "SELATAN", SLTN: "SELATAN", SLT: "SELATAN",
  SUNGAY: "SUNGAI", SUNGEI: "SUNGAI", SNGAI: "SUNGAI", TJ: "TANJUNG", TJG: "TANJUNG", TG: "TANJUNG",
  PD: "PADANG", PDG: "PADANG", CBD: "CUBADAK", CUB: "CUBADAK", CUBDK: "CUBADAK", BTG: "BATANG", KTO: "KOTO", PLK: "PALAK",
  UTR: "UTARA", TIM: "TIMUR", TMR: "TIMUR", BRT: "BARAT", BAR: "BARAT", TGH: "TENGAH", HLR: "HILIR", MDK: "MUDIK",
  KA: "KERETA API", AIE: "AIR", AIA: "AIR", AYIA: "AIR", AYE: "AIR",
  GDG: "GADANG", BR: "BARU", BRU: "BARU",
  I: "1", II: "2", III: "3", IV: "4", V: "5", VI: "6", SATU: "1", DUA: "2", TIGA: "3", EMPAT: "4",
}; // oxfmt-ignore

const LEADING_WORDS = /^(DESA|DS|DES|KELURAHAN|KEL|KLRHN|NAGARI|NGR|GAMPONG|PEKON)\s+(?=\S)/;
const ADMINISTRATIVE_TAIL = /\s(KEC|KECAMATAN|KOTA|KAB|KABUPATEN|PROV|PROVINSI)\s.*$/;

const MINANG_ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/UANG$/, "UNG"],
  [/IANG$/, "ING"],
  [/IAK$/, "IK"],
  [/UAK$/, "UK"],
  [/UAH$/, "UH"],
  [/AIK$/, "AT"],
  [/UA$/, "UR"],
  [/IA$/, "IR"],
];

export function spellVillage(text: string): VillageSpelling {
  const letters = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toUpperCase()
    .replace(/(\p{L}{3,})2\b/gu, "$1 $1")
    .replace(/(\p{L})(\d)/gu, "$1 $2")
    .replace(/[^\p{L}\d]+/gu, " ")
    .trim();
  const literal = ` ${letters}`.replace(ADMINISTRATIVE_TAIL, "").trim().replace(LEADING_WORDS, "");
  const words = literal.split(" ").flatMap(openWord);
  return { literal, opened: words.join(" "), sounded: words.map(soundWord).join("") };
}

/** "… Kec. Pariaman Utara, Kota …" → "PARIAMAN UTARA"; null when the text names no kecamatan. */
export function kecamatanNamedIn(text: string): string | null {
  const letters = text.toUpperCase().replace(/[^\p{L}\d]+/gu, " ");
  const match = / (?:KEC|KECAMATAN) (.+?)(?= (?:KOTA|KAB|KABUPATEN|PROV|PROVINSI) |$)/u.exec(
    ` ${letters.trim()}`,
  );
  return match?.[1] ?? null;
}

function openWord(word: string): string[] {
  return (ABBREVIATIONS[word] ?? word).split(" ");
}

function soundWord(word: string): string {
  for (const [ending, twin] of MINANG_ENDINGS) if (ending.test(word)) return word.replace(ending, twin);
  return word;
}
