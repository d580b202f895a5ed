import { initialsOf } from "@tuwai/domain/identity";
import { maskOf } from "#access";
import type { Role } from "#app";

/** What lists of cover and enrolment may say of a person. A key the role may not see is absent, not empty. */
export type ShownPerson = {
  readonly code?: string;
  /** Full or initials, as the role may see it. */
  readonly name?: string;
  readonly villageCode?: string;
  readonly occupationGroup?: string | null;
};

export type PersonColumns = {
  readonly code: string;
  readonly fullName: string | null;
  readonly villageCode: string;
  readonly occupationGroup?: string | null;
};

/** Masks by role (reliability.md B.3). */
export function showPerson(role: Role, person: PersonColumns): ShownPerson {
  const name = maskOf(role, "full_name");
  return {
    ...(maskOf(role, "worker_code") === null ? {} : { code: person.code }),
    ...(name === null || person.fullName === null
      ? {}
      : { name: name === "initials" ? initialsOf(person.fullName) : person.fullName }),
    ...(maskOf(role, "village") === null ? {} : { villageCode: person.villageCode }),
    ...(maskOf(role, "occupation_group") === null || person.occupationGroup === undefined
      ? {}
      : { occupationGroup: person.occupationGroup }),
  };
}

/** The fields of the person an answer to this role carries, for the access log. */
export function shownFields(role: Role): readonly string[] {
  return (["worker_code", "full_name", "village", "occupation_group"] as const).filter(
    (field) => maskOf(role, field) !== null,
  );
}
