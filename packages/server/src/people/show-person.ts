import { initialsOf } from "@tuwai/domain/identity";
import type { CivilDate } from "@tuwai/domain/time";
import { maskOf, type PersonField } from "#access";
import type { Role } from "#app";

/** What lists of cover and enrolment may say of a person. A key the role may not see is absent, not empty. */
export type ShownPerson = {
  readonly code?: string;
  /** Full or initials, as the role may see it. */
  readonly name?: string;
  readonly villageCode?: string;
  readonly occupationGroup?: string | null;
};

type PersonColumns = {
  readonly code: string;
  readonly fullName: string | null;
  readonly villageCode: string;
  readonly occupationGroup?: string | null;
};

/** Masks by role (reliability.md B.3). */
export function showPerson(role: Role, person: PersonColumns): ShownPerson {
  return {
    ...(maskOf(role, "worker_code") === null ? {} : { code: person.code }),
    ...(maskOf(role, "full_name") === null || person.fullName === null
      ? {}
      : { name: maskName(role, person.fullName) }),
    ...(maskOf(role, "village") === null ? {} : { villageCode: person.villageCode }),
    ...(maskOf(role, "occupation_group") === null || person.occupationGroup === undefined
      ? {}
      : { occupationGroup: person.occupationGroup }),
  };
}

/** A name in full, or its initials, for a role that may see it at all. */
export function maskName(role: Role, fullName: string): string {
  return maskOf(role, "full_name") === "initials" ? initialsOf(fullName) : fullName;
}

/** A day of birth "YYYY-MM-DD", or its year, for a role that may see it at all. */
export function maskBirthDate(role: Role, birthDate: CivilDate | null): string | null {
  return maskOf(role, "birth_date") === "year" ? (birthDate?.slice(0, 4) ?? null) : birthDate;
}

/** The fields an answer to this role carries, of those given: what the access log says was shown. */
export function seenFields(role: Role, fields: readonly PersonField[]): readonly PersonField[] {
  return fields.filter((field) => maskOf(role, field) !== null);
}

const listed = ["worker_code", "full_name", "village", "occupation_group"] as const;

/** The same for an answer that holds what `showPerson` gives, and `further` fields. */
export function shownFields(role: Role, ...further: readonly PersonField[]): readonly PersonField[] {
  return seenFields(role, [...listed, ...further]);
}
