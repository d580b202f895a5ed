import { ageOn, type CivilDate } from "@tuwai/domain/time";
import { maskOf } from "#access";
import type { Role } from "#app";
import { shownFields, type ShownPerson, showPerson } from "#people";

/** A judgement as it may leave the system: codes, never the decile, never points of welfare. */
export type ShownReason = Readonly<Record<string, unknown>> & { readonly code: string };

export type JudgedColumns = {
  readonly personId: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: string;
  readonly occupationGroup: string | null;
  readonly birthDate: string | null;
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
    fullName: row.fullName,
    villageCode: row.villageCode,
    occupationGroup: row.occupationGroup,
  });
  if (maskOf(role, "age_band") === null) return { id: row.personId, ...shown };
  const age = row.birthDate === null ? null : ageOn(row.birthDate as CivilDate, today);
  return { id: row.personId, ...shown, age };
}

export function judgedPersonFields(role: Role): readonly string[] {
  return shownFields(role, "age_band", "eligible");
}
