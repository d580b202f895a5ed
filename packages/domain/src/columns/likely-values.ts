import type { ValueKind } from "#intake";

const dateLike =
  /^\d{4}-\d{2}-\d{2}|^\d{1,2}[-/. ]([\p{L}.]+|\d{1,2})[-/. ]\d{2,4}$|^\d{5}$|^\d{8}$|(^|\D)(19|20)\d{2}\b/u;

/** What text in a column of this kind usually looks like. Only for guessing columns; rows are read with more care. */
const patterns: Readonly<Partial<Record<ValueKind, RegExp>>> = {
  nik: /^\D{0,2}(\d[ .\-']?){15,17}$/,
  "family-card": /^\D{0,2}(\d[ .\-']?){15,17}$/,
  nip: /^\D{0,2}(\d[ .\-']?){18}$/,
  kpj: /^\D{0,2}(\d[ .\-']?){11}$/,
  phone: /^(\+?62|0|8)[\d .()/-]{7,34}$/,
  date: dateLike,
  "place-date": /\p{L}.*\d{2,4}$|^\d.*\d{4}\P{N}+$/u,
  sex: /^(l|p|lk|pr|lk\.|pr\.|laki[ -]?laki|pria|perempuan|wanita|m|f|1|2)$/i,
  amount: /^\D{0,12}\d[\d.,]*\D{0,20}$|\d ?(rb|ribu|jt|juta)|^(tidak|tdk|belum)/i,
  decile: /^\D{0,20}\d{1,2}\b.{0,25}$|^(tidak|tdk|belum)/i,
  "head-nik": /^\D{0,2}(\d[ .\-']?){15,17}$/,
  count: /^\d{1,2}( ?(bulan|bln))?$/i,
  month: /20\d{2}|^\p{L}+\.?[ -]+'?\d{2}$|^\d{1,2}[-/]\d{2}$|\d ?(bulan|bln)/u,
  name: /^(\(?\d{1,4}[\s.)\]:-]+)?\D{2,}$/u,
  "row-number": /^\d{1,7}\.?$/,
};

/** Kinds whose values alone tell that a column holds them. */
const tellingKinds: ReadonlySet<ValueKind> = new Set([
  "nik", "family-card", "nip", "kpj", "phone", "date", "sex", "decile", "place-date", "amount",
]); // oxfmt-ignore

export function looksLike(kind: ValueKind, text: string): boolean {
  const pattern = patterns[kind];
  return pattern === undefined || pattern.test(bareOf(text));
}

/** Without the signs that keep a spreadsheet from taking the value for a number: a leading apostrophe, ="…". */
function bareOf(text: string): string {
  const bare = text.normalize("NFKC").trim();
  return /^="?([^"]*)"?$/.exec(bare)?.[1] ?? bare.replace(/^['`\u2018\u2019]/, "");
}

export function isTellingKind(kind: ValueKind): boolean {
  return tellingKinds.has(kind);
}
