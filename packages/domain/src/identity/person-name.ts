/** A written name taken apart: what people are called, and the titles before and after it. */
export type PersonName = {
  readonly before: readonly string[];
  readonly core: string;
  readonly after: readonly string[];
};

const TITLES_BEFORE: Readonly<Record<string, string>> = {
  H: "H.", HJ: "Hj.", HAJI: "H.", HAJJAH: "Hj.", HAJAH: "Hj.", HJH: "Hj.", KH: "K.H.", DRS: "Drs.", DRA: "Dra.", IR: "Ir.", DR: "Dr.",
  PROF: "Prof.", USTADZ: "Ustadz", UST: "Ust.", BUYA: "Buya", TUANKU: "Tuanku", TK: "Tk.", LABAI: "Labai",
  ALM: "Alm.", ALMH: "Almh.", NS: "Ns.",
}; // oxfmt-ignore

const TITLES_AFTER: Readonly<Record<string, string>> = {
  SPD: "S.Pd", SPDI: "S.Pd.I", SE: "S.E", SH: "S.H", SHI: "S.H.I", SSOS: "S.Sos", SIP: "S.IP", SSTP: "S.STP",
  SKEP: "S.Kep", SKM: "S.KM", SKOM: "S.Kom", ST: "S.T", SPT: "S.Pt", SP: "S.P", SAG: "S.Ag", SPSI: "S.Psi", SSI: "S.Si",
  MM: "M.M", MSI: "M.Si", MH: "M.H", MT: "M.T", MKES: "M.Kes", MKOM: "M.Kom", AMD: "A.Md", AMDKEB: "A.Md.Keb",
  AMDKEP: "A.Md.Kep", STRKEB: "S.Tr.Keb", SSTRKEB: "S.Tr.Keb", BA: "B.A", LC: "Lc",
  SSOSI: "S.Sos.I", SFARM: "S.Farm", SHUM: "S.Hum", SKH: "S.K.H", SKG: "S.KG", SKED: "S.Ked", SGZ: "S.Gz", SPDSD: "S.Pd.SD", SPDAUD: "S.Pd.AUD",
  STP: "S.TP", SSN: "S.Sn", SDS: "S.Ds", SARS: "S.Ars", SAP: "S.AP", SAB: "S.AB", SAK: "S.Ak", SIKOM: "S.I.Kom", SIPOL: "S.I.Pol", SHAN: "S.Han",
  SEI: "S.E.I", SESY: "S.E.Sy", SHUT: "S.Hut", SPI: "S.Pi", SST: "S.ST", STRIP: "S.Tr.IP", STRKES: "S.Tr.Kes", STRKEP: "S.Tr.Kep", SMB: "S.MB",
  MKN: "M.Kn", MAP: "M.AP", MAG: "M.Ag", MPDI: "M.Pd.I", MHUM: "M.Hum", MSC: "M.Sc", MA: "M.A", ME: "M.E", MESY: "M.E.Sy", MFARM: "M.Farm",
  MKEP: "M.Kep", MKM: "M.KM", MEC: "M.Ec", MECDEV: "M.Ec.Dev", MENG: "M.Eng", MPSI: "M.Psi", MSOS: "M.Sos", MIKOM: "M.I.Kom", MAK: "M.Ak", MP: "M.P",
  MTP: "M.T.P", MPD: "M.Pd", MIP: "M.IP", MSN: "M.Sn", MMR: "M.MR", MARS: "M.ARS", MBA: "M.B.A", MBIOMED: "M.Biomed", MTI: "M.T.I", MDS: "M.Ds",
  AMDKL: "A.Md.KL", AMDKOM: "A.Md.Kom", AMDFARM: "A.Md.Farm", AMDKES: "A.Md.Kes", AMDAK: "A.Md.AK", AMDGZ: "A.Md.Gz", AMA: "A.Ma", AMAPD: "A.Ma.Pd",
  APT: "Apt.", PHD: "Ph.D", SPA: "Sp.A", SPOG: "Sp.OG", SPPD: "Sp.PD", SPB: "Sp.B", SPM: "Sp.M", SPKJ: "Sp.KJ", SPAN: "Sp.An", SPTHT: "Sp.THT",
  SPJP: "Sp.JP", SPS: "Sp.S", SPN: "Sp.N", SPRAD: "Sp.Rad", SPKK: "Sp.KK", SPPK: "Sp.PK", SPPM: "Sp.PM", SPU: "Sp.U", SPBS: "Sp.BS", SPOT: "Sp.OT", SPKFR: "Sp.KFR",
}; // oxfmt-ignore

/** Degrees that without their dots are also names or parts of them. */
const NAMES_TOO = new Set([
  "SARS",
  "MARS",
  "SPAN",
  "AMA",
  "MAP",
  "MAK",
  "SAP",
  "SAB",
  "SAK",
  "SPA",
  "SPI",
  "STRIP",
  "SHAN",
  "SPOT",
]);

/** Written small inside a name. */
const PARTICLES = new Set(["BIN", "BINTI", "BT", "B", "ALIAS", "GELAR"]);
const SHORTENED: Readonly<Record<string, string>> = { DT: "Dt.", ST: "St.", BGD: "Bgd.", MUHD: "Muhd.", MHD: "Mhd.", MUH: "Muh.", MOH: "Moh.", ABD: "Abd." }; // oxfmt-ignore
const ROMAN = /^(II|III|IV|VI|VII|VIII)$/;

/** Separates titles and degrees from the name. A title is only taken off while another word remains. */
export function splitPersonName(text: string): PersonName {
  const clean = text
    .normalize("NFC")
    .replace(/[\p{Cf}]/gu, "")
    .replace(/[\s_]+/g, " ")
    .replace(/^[\s,]+/, "")
    .trim();
  const [beforeComma = "", ...degrees] = clean.split(/,\s*/);
  const words = beforeComma.split(" ").filter((word) => word !== "");
  const before: string[] = [];
  while (words.length > 1 && titleBefore(words[0]) !== undefined)
    before.push(titleBefore(words.shift()) ?? "");
  const trailing: string[] = [];
  while (words.length > 1 && isDegree(words.at(-1))) trailing.unshift(degree(words.pop() ?? ""));
  const written = degrees
    .flatMap((part) => (isDegree(part) ? [part] : part.split(" ")))
    .filter((part) => part !== "");
  return { before, core: words.join(" "), after: [...trailing, ...written.map(degree)] };
}

/** The name as it should stand on a screen: "ROSMANIAR, S.PD" → "Rosmaniar, S.Pd". Words and their order never change. */
export function tidyPersonName(text: string): string {
  const { before, core, after } = splitPersonName(text);
  const name = core.split(" ").map(tidyWord).join(" ");
  return [[...before, name].join(" "), ...after].filter((part) => part !== "").join(", ");
}

/** A physician writes dr., a doctor of science Dr.: only small letters tell them apart. */
function titleBefore(word: string | undefined): string | undefined {
  if (word === "dr." || word === "dr") return "dr.";
  return word === undefined ? undefined : TITLES_BEFORE[keyOf(word)];
}

/** "ST" at the end may be Sutan or sarjana teknik, "SARS" a name: only with a dot inside they are degrees. */
function isDegree(word: string | undefined): boolean {
  if (word === undefined || TITLES_AFTER[keyOf(word)] === undefined) return false;
  const isDotted = /\p{L}\.\p{L}/u.test(word);
  const isLikeAName = keyOf(word).length <= 2 || NAMES_TOO.has(keyOf(word));
  return !isLikeAName || isDotted || ["SE", "SH", "MM"].includes(keyOf(word));
}

function degree(word: string): string {
  return TITLES_AFTER[keyOf(word)] ?? tidyWord(word.trim(), 1);
}

function keyOf(word: string): string {
  return word.toUpperCase().replace(/[^\p{L}]/gu, "");
}

function tidyWord(word: string, place: number): string {
  const key = keyOf(word);
  if (PARTICLES.has(key) && place > 0 && (key !== "B" || !word.includes("."))) return word.toLowerCase();
  if (SHORTENED[key] !== undefined) return SHORTENED[key];
  if (ROMAN.test(word.toUpperCase())) return word.toUpperCase();
  return word
    .toLowerCase()
    .replace(/(^|[-.(])(\p{L})/gu, (_, edge: string, letter: string) => edge + letter.toUpperCase());
}
