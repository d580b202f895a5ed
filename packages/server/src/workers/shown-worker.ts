import { registrationAge } from "@tuwai/domain/contributions";
import type { CoverState } from "@tuwai/domain/cover";
import { splitPersonName } from "@tuwai/domain/identity";
import { ageOn, type CivilDate } from "@tuwai/domain/time";
import type { PersonField } from "#access";
import { maskBirthDate, maskName, seenFields } from "#people";
import type { WorkerRow } from "./worker.view.ts";
import type { WorkerSight } from "./worker-sight.ts";
import type { WorkerStage } from "./worker-stage.ts";

export type ShownPlace = { readonly code: string; readonly name: string };

/** A worker as one role may see it: a key outside the role's column of the field table is absent, not empty. */
export type ShownWorker = {
  readonly code?: string;
  /** Full, or initials. */
  readonly fullName?: string;
  readonly givenName?: string;
  readonly village?: ShownPlace;
  readonly kecamatan?: ShownPlace;
  readonly ageBand?: AgeBand;
  /** "YYYY-MM-DD", or "YYYY" where only the year may be known. */
  readonly birthDate?: string | null;
  readonly sex?: "male" | "female" | null;
  readonly occupationGroup?: string | null;
  readonly occupationText?: string | null;
  readonly targetGroup?: string | null;
  readonly nikStatus?: string | null;
  readonly eligible?: "eligible" | "ineligible" | "undetermined" | null;
  readonly isEndorsed?: boolean;
  readonly coverageStatus?: CoverState;
  readonly paidUntil?: CivilDate | null;
  readonly fundSource?: string | null;
  readonly stage?: WorkerStage;
};

/** The first and the last band end where BPJS ends to register: nobody who may be enrolled stands in either. */
export const ageBands = ["unknown", "too-young", "to-29", "30-44", "45-54", "from-55", "too-old"] as const;
export type AgeBand = (typeof ageBands)[number];

/** Which key of the answer belongs to which field of the access table. `stage`, `isEndorsed`: see `WorkerSight`. */
export const shownKeys = {
  code: "worker_code",
  fullName: "full_name",
  givenName: "given_name",
  village: "village",
  kecamatan: "kecamatan",
  ageBand: "age_band",
  birthDate: "birth_date",
  sex: "sex",
  occupationGroup: "occupation_group",
  occupationText: "occupation_text",
  targetGroup: "occupation_text",
  nikStatus: "nik_status",
  eligible: "eligible",
  coverageStatus: "coverage_status",
  paidUntil: "paid_until",
  fundSource: "fund_source",
} as const satisfies Partial<Record<keyof ShownWorker, PersonField>>;

/** Masks by role (reliability.md B.3). */
export function showWorker(sight: WorkerSight, row: WorkerRow, today: CivilDate): ShownWorker {
  const name = row.fullName ?? "";
  const known: Required<Omit<ShownWorker, "isEndorsed" | "stage">> = {
    code: row.code,
    fullName: maskName(sight.role, name),
    givenName: splitPersonName(name).core.split(" ")[0] ?? "",
    village: { code: row.villageCode, name: row.villageName ?? row.villageCode },
    kecamatan: { code: row.kecamatanCode ?? "", name: row.kecamatanName ?? row.kecamatanCode ?? "" },
    ageBand: ageBandOf(row.birthDate, today),
    birthDate: maskBirthDate(sight.role, row.birthDate),
    sex: row.sex,
    occupationGroup: row.occupationGroup,
    occupationText: row.occupationText,
    targetGroup: row.targetGroup,
    nikStatus: row.nikStatus,
    eligible: row.outcome,
    coverageStatus: row.coverageStatus,
    paidUntil: row.paidUntil,
    fundSource: row.fundSource,
  };
  const allowed = (Object.keys(shownKeys) as (keyof typeof shownKeys)[]).filter(
    (key) => sight.sees(shownKeys[key]) && (key !== "fundSource" || sight.enrolments),
  );
  return {
    ...Object.fromEntries(allowed.map((key) => [key, known[key]])),
    ...(sight.stage && row.stage !== null ? { stage: row.stage, isEndorsed: row.isEndorsed === true } : {}),
  };
}

/** The fields an answer of these keys carries, for the access log. */
export function fieldsShown(
  sight: WorkerSight,
  keys: readonly (keyof typeof shownKeys)[],
): readonly PersonField[] {
  return seenFields(sight.role, [...new Set(keys.map((key) => shownKeys[key]))]);
}

function ageBandOf(birthDate: CivilDate | null, today: CivilDate): AgeBand {
  if (birthDate === null) return "unknown";
  const age = ageOn(birthDate, today);
  if (age < registrationAge.from) return "too-young";
  if (age < 30) return "to-29";
  if (age < 45) return "30-44";
  if (age < 55) return "45-54";
  return age < registrationAge.below ? "from-55" : "too-old";
}
