import type { RateSource } from "#law";

/** Who can put a missing thing right. */
export type Mender = "village" | "data-officer" | "manager";

/** `red`: BPJS would refuse the registration, or the claim of the family. `amber`: it may, unless something is added first. */
export type Weight = "red" | "amber";

type CheckOf = {
  readonly weight: Weight;
  readonly mender: Mender;
  /** Learnt about somebody's health or at a visit: whoever may not read the village's answers reads only that there is one. */
  readonly isTold: boolean;
  /** What BPJS refuses by, and how far that is known. */
  readonly source: RateSource;
};

const participant: RateSource = {
  instrument: "PP 44/2015",
  article: "peserta bukan penerima upah ialah orang yang bekerja atas risiko sendiri",
  mark: "from-memory",
};
const practice = (article: string): RateSource => ({
  instrument: "praktik BPJS Ketenagakerjaan",
  article,
  mark: "reported",
});
const identity = practice("pendaftaran dan klaim dicocokkan dengan NIK dan KTP di Dukcapil");
const refusedFamilies = practice(
  "klaim keluarga pekerja rentan ditolak karena sakit atau tidak bekerja ketika didaftarkan",
);
const age = practice("umur pada hari pendaftaran");

const check = (
  weight: Weight,
  mender: Mender,
  source: RateSource,
  more: { readonly isTold?: boolean } = {},
): CheckOf => ({ weight, mender, isTold: false, source, ...more });

/** Every check of somebody about to be registered, in the order in which they are told: what nobody can change first. */
export const checks = {
  died: check("red", "village", participant),
  moved: check("red", "village", practice("peserta pindah didaftarkan di tempat barunya")),
  withdrawn: check("red", "data-officer", participant),
  "too-young": check("red", "data-officer", age),
  "too-old": check("red", "data-officer", age),
  "birth-date-unknown": check("red", "village", age),
  "nik-missing": check("red", "village", identity),
  "nik-disputed": check("red", "data-officer", identity),
  "covered-elsewhere": check("red", "manager", practice("NIK yang sudah aktif tidak didaftarkan lagi")),
  "does-not-work": check("red", "village", participant),
  "gravely-ill": check("red", "village", refusedFamilies, { isTold: true }),
  "found-not-working": check("red", "village", refusedFamilies, { isTold: true }),
  "cover-asked": check("amber", "data-officer", practice("NIK yang sudah aktif tidak didaftarkan lagi")),
  "identity-unverified": check("amber", "data-officer", identity),
  "name-differs": check("amber", "village", identity),
  "work-unknown": check("amber", "village", participant),
  "place-unknown": check("amber", "village", practice("tempat kerja ditanyakan ketika klaim diperiksa")),
  "evidence-missing": check("amber", "village", refusedFamilies),
  "evidence-old": check("amber", "village", refusedFamilies),
  "illness-not-asked": check("amber", "village", refusedFamilies),
  "not-found": check("amber", "village", refusedFamilies, { isTold: true }),
} as const satisfies Readonly<Record<string, CheckOf>>;

export type CheckCode = keyof typeof checks;
export const checkCodes = Object.keys(checks) as readonly CheckCode[];

/** What stands in the place of a check whose answer the village alone reads. */
export const toldByVillage = "told-by-village";
export type ShownCode = CheckCode | typeof toldByVillage;

/** The checks as somebody may read them who may, or may not, read what families told the village. */
export function shownCodes(codes: readonly CheckCode[], readsTold: boolean): readonly ShownCode[] {
  const shown = codes.map((code): ShownCode => (checks[code].isTold && !readsTold ? toldByVillage : code));
  return [...new Set(shown)];
}
