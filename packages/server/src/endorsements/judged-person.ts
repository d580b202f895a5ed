import { ageOn, type CivilDate } from "@tuwai/domain/time";
import { maskOf } from "#access";
import type { Role } from "#app";
import { showPerson, shownFields, type ShownPerson } from "#cover";

/** A judgement as it may leave the system: codes, never the decile, never points of welfare. */
export type ShownReason = Readonly<Record<string, unknown>> & { readonly code: string };

export type JudgedColumns = {
  readonly person_id: string;
  readonly code: string;
  readonly full_name: string;
  readonly village_code: string;
  readonly occupation_group: string | null;
  readonly birth_date: string | null;
};

export type JudgedPerson = ShownPerson & {
  readonly id: string;
  /** Completed years on the day of asking; absent where the role sees no age. */
  readonly age?: number | null;
};

/** A person on a candidate or endorsement list, masked by role (reliability.md B.3). */
export function showJudgedPerson(role: Role, row: JudgedColumns, today: CivilDate): JudgedPerson {
  const shown = showPerson(role, {
    code: row.code,
    fullName: row.full_name,
    villageCode: row.village_code,
    occupationGroup: row.occupation_group,
  });
  if (maskOf(role, "age_band") === null) return { id: row.person_id, ...shown };
  const age = row.birth_date === null ? null : ageOn(row.birth_date as CivilDate, today);
  return { id: row.person_id, ...shown, age };
}

export function judgedPersonFields(role: Role): readonly string[] {
  return [...shownFields(role), "age_band", "eligible"];
}
