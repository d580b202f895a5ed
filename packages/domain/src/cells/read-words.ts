import type { ImportedRow, Programme } from "#intake";

type Meanings<Meaning extends string> = readonly (readonly [RegExp, Meaning])[];

const memberStatuses: Meanings<NonNullable<ImportedRow["memberStatus"]>> = [
  [/^(non|tidak|tdk|tak) ?aktif|^inactive|^0$|^menunggak|^n$|^tidak$/, "inactive"],
  [/^(berakhir|keluar|berhenti|ended|stop|meninggal|klaim)/, "ended"],
  [/^(aktif|active|1$|y$|ya$)/, "active"],
];

const segments: Meanings<NonNullable<ImportedRow["segment"]>> = [
  [/^(bpu|bukan penerima upah|informal|mandiri)/, "bpu"],
  [/^(pu|penerima upah|formal)( |$)/, "pu"],
  [/^(jakon|jasa konstruksi|jasakon|konstruksi)/, "jakon"],
  [/^(pmi|tki|pekerja migran|migran)/, "pmi"],
];

const results: Meanings<NonNullable<ImportedRow["result"]>> = [
  [/^(ditolak|tolak|gagal|tidak|tdk|invalid|error|reject|belum|batal)/, "rejected"],
  [/^(diterima|terima|berhasil|sukses|success|terdaftar|valid|ok|aktif|accept|ya$)/, "accepted"],
];

const servantStatuses: Meanings<NonNullable<ImportedRow["servantStatus"]>> = [
  [/^(pppk|p3k).*(paruh|part)/, "pppk-part-time"],
  [/^(pppk|p3k|pegawai pemerintah dengan perjanjian)/, "pppk"],
  [/^cpns|^calon/, "cpns"],
  [/^pns|^pegawai negeri/, "pns"],
];

export const readMemberStatus = (text: string) => meaningOf(text, memberStatuses);
export const readSegment = (text: string) => meaningOf(text, segments);
export const readResult = (text: string) => meaningOf(text, results);
export const readServantStatus = (text: string) => meaningOf(text, servantStatuses);

/** "JKK, JKM", "JKK+JKM+JHT", "2 program": in the order of the law; undefined when none is named. */
export function readProgrammes(text: string): readonly Programme[] | undefined {
  const letters = lettersOf(text);
  if (/^2( program)?$/.test(letters)) return ["jkk", "jkm"];
  if (/^3( program)?$/.test(letters)) return ["jkk", "jkm", "jht"];
  const named = (["jkk", "jkm", "jht"] as const).filter((programme) => letters.includes(programme));
  return named.length === 0 ? undefined : named;
}

/** "3", "Desil 3", "D3": 1 to 10. */
export function readDecile(text: string): number | undefined {
  const match = /^(?:desil|d)? ?(10|[1-9])$/.exec(lettersOf(text));
  return match === null ? undefined : Number(match[1]);
}

function meaningOf<Meaning extends string>(text: string, meanings: Meanings<Meaning>): Meaning | undefined {
  const letters = lettersOf(text);
  return meanings.find(([words]) => words.test(letters))?.[1];
}

function lettersOf(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, " ")
    .trim();
}
