import { ageOn, type CivilDate } from "#time";

/** What a member is to the breadwinner, by whom the household is kept; `self` is the breadwinner. */
export const kinships = [
  "self",
  "spouse",
  "child",
  "parent",
  "grandparent",
  "grandchild",
  "sibling",
  "parent-in-law",
  "will",
  "burier",
  "other",
] as const;
export type Kinship = (typeof kinships)[number];

/** What somebody is in the household for a time. */
export const householdRoles = [
  "head",
  "spouse",
  "child",
  "parent",
  "sibling",
  "parent-in-law",
  "other",
] as const;
export type HouseholdRole = (typeof householdRoles)[number];

/** Why a term ended. `new-head`: the role changed and the membership goes on in another. */
export const endings = ["died", "moved", "divorced", "mistaken", "new-head"] as const;
export type Ending = (typeof endings)[number];

/** `from` is its first day, null since birth or since before anybody noted it; `until` the first day on which it no longer holds. */
export type Term = {
  role: HouseholdRole;
  from: CivilDate | null;
  until: CivilDate | null;
  ending: Ending | null;
};

export type Member = {
  id: string;
  kinship: Kinship;
  /** Of a child it is always known; null for a grown member whose papers nobody has seen. */
  birthDate: CivilDate | null;
  terms: readonly Term[];
};

export type HouseholdFault = "until-before-from" | "overlaps" | "second-head" | "before-birth";

/** The role in which somebody of this kinship comes into a household that has a head. */
export function roleOf(kinship: Kinship): HouseholdRole {
  if (kinship === "self") return "head";
  return householdRoles.find((role) => role === kinship) ?? "other";
}

export function holdsOn({ from, until }: Pick<Term, "from" | "until">, on: CivilDate): boolean {
  return (from === null || from <= on) && (until === null || on < until);
}

/** Two stretches of days that share one; the day on which one ends is free for the next. */
export function overlaps(a: Pick<Term, "from" | "until">, b: Pick<Term, "from" | "until">): boolean {
  return beginsBeforeEnd(a, b) && beginsBeforeEnd(b, a);
}

const beginsBeforeEnd = ({ from }: Pick<Term, "from">, { until }: Pick<Term, "until">): boolean =>
  from === null || until === null || from < until;

/** What is wrong with the dates of a household: nobody stands in it twice on one day, and no day has two heads. */
export function householdFaults(members: readonly Member[]): HouseholdFault[] {
  const terms = members.flatMap((member) => member.terms.map((term) => ({ member, term })));
  const heads = terms.filter(({ term }) => term.role === "head").map(({ term }) => term);
  const faults: [HouseholdFault, boolean][] = [
    ["until-before-from", terms.some(({ term }) => endsTooSoon(term))],
    ["before-birth", terms.some(({ member, term }) => isBeforeBirth(member, term))],
    ["overlaps", members.some((member) => anyOverlap(member.terms))],
    ["second-head", anyOverlap(heads)],
  ];
  return faults.filter(([, is]) => is).map(([fault]) => fault);
}

const endsTooSoon = ({ from, until }: Term): boolean => from !== null && until !== null && until <= from;

function isBeforeBirth({ birthDate }: Member, { from, until }: Term): boolean {
  if (birthDate === null) return false;
  return (from !== null && from < birthDate) || (until !== null && until <= birthDate);
}

function anyOverlap(terms: readonly Term[]): boolean {
  return terms.some((term, at) => terms.slice(at + 1).some((other) => overlaps(term, other)));
}

/** The day that the register holds for the breadwinner's death ends the breadwinner's term, whether somebody wrote that or not. */
export function withDeath<M extends Member>(members: readonly M[], diedOn: CivilDate | null): M[] {
  if (diedOn === null) return [...members];
  return members.map((member) => {
    if (member.kinship !== "self") return member;
    const before = member.terms.filter(({ from }) => from === null || from < diedOn);
    const terms = before.map((term) =>
      holdsOn(term, diedOn) ? { ...term, until: diedOn, ending: "died" as const } : term,
    );
    return { ...member, terms };
  });
}

/** The term in which somebody stands in the household on a day. */
export function termOn({ terms }: Member, on: CivilDate): Term | undefined {
  return terms.find((term) => holdsOn(term, on));
}

export function isMistaken({ terms }: Member): boolean {
  return terms.some(({ ending }) => ending === "mistaken");
}

/** Born by that day and not noted as dead, or noted to stand again after that was found wrong. Who left the household lives on. */
export function isAliveOn({ birthDate, terms }: Member, on: CivilDate): boolean {
  if (birthDate !== null && birthDate > on) return false;
  const deaths = terms.filter(({ ending, until }) => ending === "died" && until! <= on);
  return deaths.every(({ until }) => terms.some(({ from }) => from !== null && from >= until!));
}

const adultAge = 18;

/** Who may take over the household when its head died, nearest first. */
const successors = [
  { kinship: "spouse", because: "spouse" },
  { kinship: "child", because: "eldest-adult-child" },
  { kinship: "parent", because: "parent" },
  { kinship: "sibling", because: "eldest-adult-sibling" },
  { kinship: "parent-in-law", because: "parent-in-law" },
  { kinship: "grandparent", because: "grandparent" },
  { kinship: "other", because: "another-adult" },
] as const;

export type HeadProposal = { id: string; because: (typeof successors)[number]["because"] };

/**
 * Whom the rule proposes as head on a day: the spouse, then the eldest grown child, parent, sibling, parent-in-law. A person confirms. Null
 * where a head stands or no grown member is left.
 */
export function proposeHead(members: readonly Member[], on: CivilDate): HeadProposal | null {
  const present = members.filter((member) => termOn(member, on) !== undefined && isAliveOn(member, on));
  if (present.some((member) => termOn(member, on)?.role === "head")) return null;
  const grown = present
    .filter(({ birthDate }) => birthDate === null || ageOn(birthDate, on) >= adultAge)
    .toSorted(byAge);
  for (const { kinship, because } of successors) {
    const found = grown.find((member) => member.kinship === kinship);
    if (found !== undefined) return { id: found.id, because };
  }
  return null;
}

/** The eldest first, whose birth nobody knows last. */
function byAge(a: Member, b: Member): number {
  const [one, other] = [a, b].map(({ birthDate, id }) => `${birthDate ?? "9999"} ${id}`) as [string, string];
  return one < other ? -1 : 1;
}

/** The household after somebody became its head on that day: whoever was it goes on in the role of the own kinship, unless dead. */
export function withHead(members: readonly Member[], id: string, on: CivilDate): Member[] {
  return members.map((member) => {
    const standing = termOn(member, on);
    if (member.id === id) {
      if (standing?.role === "head") return member;
      return { ...member, terms: turnInto(member.terms, "head", on) };
    }
    if (standing?.role !== "head") return member;
    const role = member.kinship === "self" ? "other" : roleOf(member.kinship);
    return { ...member, terms: turnInto(member.terms, role, on) };
  });
}

/** A term that begins on that day changes its role; an earlier one ends. */
function turnInto(terms: readonly Term[], role: HouseholdRole, on: CivilDate): Term[] {
  if (terms.some(({ from }) => from === on))
    return terms.map((term) => (term.from === on ? { ...term, role } : term));
  const ended = terms.map((term) =>
    holdsOn(term, on) ? { ...term, until: on, ending: "new-head" as const } : term,
  );
  return [...ended, { role, from: on, until: null, ending: null }];
}
