import { wordKey, type ImportedRow, type Programme } from "#intake";

type Segment = NonNullable<ImportedRow["segment"]>;
type ServantStatus = NonNullable<ImportedRow["servantStatus"]>;

/** Words under which nothing is registered: they turn what follows into its opposite or into another time. */
const TURNED = /\b(bukan|non|eks|ex|mantan|pensiun\w*|purna\w*|tanpa|kecuali|tidak|tdk)\b/;

const ended = /\b(berakhir|keluar|berhenti|ended|stop|meninggal|wafat|klaim|diklaim|resign|mundur)\b/;
const inactive =
  /\b((non|tidak|tdk|tak|belum|blm|bukan) ?aktif|nonaktif|inactive|inaktif|\w*unggak\w*)\b|^(0|n|tidak|tdk)$/;
const active =
  /^(status |peserta |masih |kepesertaan )*(aktif|active|1|y|ya)( (bpu|pu|di|segmen|penerima|upah|bukan|jakon|pmi|peserta|\d+ program|jkk|jkm|jht))*$/;

/** "Aktif" is active only when nothing beside it takes it back: "Aktif (menunggak)" is not. */
export function readMemberStatus(text: string): ImportedRow["memberStatus"] {
  const words = wordKey(text)
    .replace(/\b(tidak|tdk|tanpa) (ada )?\w*unggak\w*/g, "")
    .trim();
  if (ended.test(words)) return "ended";
  if (inactive.test(words)) return "inactive";
  return active.test(words) ? "active" : undefined;
}

const segments: readonly (readonly [RegExp, Segment])[] = [
  [/\b(bpu|bukan penerima upah|informal|mandiri)\b/, "bpu"],
  [/\b(?<!bukan )(pu|penerima upah|formal)\b/, "pu"],
  [/\b(jakon|jasa konstruksi|jasakon|konstruksi)\b/, "jakon"],
  [/\b(pmi|tki|pekerja migran|migran)\b/, "pmi"],
];

/** One segment; a cell that names two ("PU/BPU") says neither. */
export function readSegment(text: string): Segment | undefined {
  const words = wordKey(text);
  const named = segments.filter(([pattern]) => pattern.test(words)).map(([, segment]) => segment);
  return named.length === 1 ? named[0] : undefined;
}

export function readServantStatus(text: string): ServantStatus | undefined {
  const words = wordKey(text);
  if (TURNED.test(words)) return undefined;
  const isContract = /^(pppk|p3k|pegawai pemerintah dengan perjanjian)/.test(words);
  if (isContract) return /paruh|part/.test(words) ? "pppk-part-time" : "pppk";
  if (/^cpns|^calon/.test(words)) return "cpns";
  return /^pns|^pegawai negeri/.test(words) ? "pns" : undefined;
}

/** "JKK, JKM", "JKK+JKM+JHT", "2 program": in the order of the law; undefined when none is named or one is excluded. */
export function readProgrammes(text: string): readonly Programme[] | undefined {
  const words = wordKey(text);
  if (/^2( program)?$/.test(words)) return ["jkk", "jkm"];
  if (/^3( program)?$/.test(words)) return ["jkk", "jkm", "jht"];
  if (TURNED.test(words)) return undefined;
  const named = (["jkk", "jkm", "jht"] as const).filter((programme) => words.includes(programme));
  return named.length === 0 ? undefined : named;
}
