import {
  explainFamilyHeirs,
  type FamilyHeirs,
  type HeadProposal,
  type HouseholdRole,
  isAliveOn,
  type Kinship,
  type OpenPurpose,
  openPurposes,
  proposeHead,
  type Term,
  termOn,
} from "@tuwai/domain/families";
import { initialsOf } from "@tuwai/domain/identity";
import { ageOn, type CivilDate } from "@tuwai/domain/time";
import { may } from "#access";
import { AppError } from "#app";
import { requireCode, seenFields, type ShownPerson, showPerson } from "#people";
import { read, type Step } from "#use-case";
import { requireFamily } from "./change-family.ts";
import { findBreadwinner } from "./family.view.ts";
import { type Family, isFollowed, type KnownMember, loadFamilies } from "./load-family.ts";
import { rightsFor } from "./scholarship-right.ts";
import { calendarsOf, showChild, type ShownChild } from "./show-child.ts";

export type ShownMember = {
  readonly memberId: string;
  readonly kinship: Kinship;
  readonly initials: string;
  /** Only in a family that was opened with a reason. */
  readonly name?: string;
  readonly birthDate?: CivilDate | null;
  readonly age: number | null;
  /** What the member is today; null for who left. */
  readonly role: HouseholdRole | null;
  readonly isAlive: boolean;
  readonly terms: readonly Term[];
  readonly childCode: string | null;
};

export type ShownFamily = {
  readonly isKept: true;
  readonly person: ShownPerson;
  readonly lostOn: CivilDate | null;
  readonly disputedAt: Date | null;
  readonly members: readonly ShownMember[];
  readonly children: readonly ShownChild[];
  /** Whom the rule proposes as head; a person confirms. */
  readonly proposal: HeadProposal | null;
  /** Null while the breadwinner lives. */
  readonly heirs: FamilyHeirs | null;
  readonly isOpen: boolean;
  readonly can: FamilyRights;
};

type FamilyRights = { readonly write: boolean; readonly follow: boolean; readonly open: boolean };

/** A worker of whom no family is kept yet. */
export type UnkeptFamily = {
  readonly isKept: false;
  readonly person: ShownPerson;
  readonly can: FamilyRights;
};

const rightsOf = ({ actor }: Step): FamilyRights => ({
  write: may(actor, "family.write"),
  follow: may(actor, "orphan.write"),
  open: may(actor, "family.open"),
});

/** The family of a worker with initials and ages; whose data are shown is noted. Throws `not-found`. */
export const getFamily = read(
  { purpose: "family", permission: "claim.read" },
  async (step, { personCode }: { readonly personCode: string }): Promise<ShownFamily | UnkeptFamily> => {
    const code = requireCode(personCode);
    const [family] = await loadFamilies(step, { personCode: code });
    if (family !== undefined) {
      await noteSeen(step, family, ["worker_code", "full_name"]);
      return showFamily(step, family, false);
    }
    const person = await findBreadwinner(step.tx, step.area, code);
    if (person === undefined) throw new AppError("not-found");
    await step.seen({
      personIds: [person.id],
      fields: [...seenFields(step.actor.role, ["worker_code", "full_name"])],
    });
    return { isKept: false, person: showPerson(step.actor.role, person), can: rightsOf(step) };
  },
);

/** The purpose, as the access log holds it. Throws `invalid-input`. */
export function requirePurpose(asked: string): OpenPurpose {
  const purpose = openPurposes.find((known) => known === asked);
  if (purpose === undefined) throw new AppError("invalid-input", { field: "purpose" });
  return purpose;
}

/** The same with names and days of birth, for a reason that is noted before anything is opened. Throws `not-found`, `invalid-input`. */
export const openFamily = read(
  { purpose: "family-open", permission: "family.open" },
  async (
    step,
    { personCode, purpose: asked }: { readonly personCode: string; readonly purpose: string },
  ): Promise<ShownFamily> => {
    const purpose = requirePurpose(asked);
    const family = await requireFamily(step, personCode, "look");
    await noteSeen(step, family, ["full_name", "birth_date", "phone"], `family-open:${purpose}`);
    return showFamily(step, family, true);
  },
);

type Fields = readonly string[];

export function noteSeen(
  step: Step,
  { row, members }: Family,
  fields: Fields,
  purpose?: string,
): Promise<void> {
  const personIds = [
    row.personId,
    ...members.filter(({ kinship }) => kinship !== "self").map(({ id }) => id),
  ];
  return step.seen({ personIds, fields, ...(purpose === undefined ? {} : { purpose }) });
}

async function showFamily(step: Step, family: Family, isOpen: boolean): Promise<ShownFamily> {
  const { today, actor } = step;
  const { row, members } = family;
  const calendars = calendarsOf(family, today, await rightsFor(step.app, [family]));
  const { lostOn, villageCode } = row;
  const person = { code: row.personCode ?? "", fullName: row.fullName, villageCode };
  return {
    isKept: true,
    person: showPerson(actor.role, person),
    lostOn,
    disputedAt: row.disputedAt,
    members: members.map((member) => showMember(member, { today, isOpen, lostOn })),
    children: members
      .filter(isFollowed)
      .map((child) => showChild(family, child, { today, isOpen, calendar: calendars.get(child.id) ?? null })),
    proposal: proposeHead(members, today),
    heirs: lostOn === null ? null : explainFamilyHeirs(members, lostOn, row.disputedAt !== null),
    isOpen,
    can: rightsOf(step),
  };
}

type MemberSight = { readonly today: CivilDate; readonly isOpen: boolean; readonly lostOn: CivilDate | null };

function showMember(member: KnownMember, { today, isOpen, lostOn }: MemberSight): ShownMember {
  const { id, kinship, name, birthDate, terms, child } = member;
  const isDead = kinship === "self" ? lostOn !== null && lostOn <= today : !isAliveOn(member, today);
  return {
    memberId: id,
    kinship,
    initials: initialsOf(name ?? ""),
    ...(isOpen ? { name: name ?? "", birthDate } : {}),
    age: birthDate === null ? null : ageOn(birthDate, isDead ? endOf(terms, today) : today),
    role: termOn(member, today)?.role ?? null,
    isAlive: !isDead,
    terms,
    childCode: child?.row.code ?? null,
  };
}

const endOf = (terms: readonly Term[], today: CivilDate): CivilDate =>
  terms.find(({ ending }) => ending === "died")?.until ?? today;
