import { dukcapilGroupOf } from "./dukcapil-occupations.ts";
import {
  doubtful,
  type OccupationGroup,
  occupationGroups as groups,
  type Standing,
} from "./occupation-groups.ts";
import { likelyGroup } from "./likely-group.ts";

export type Occupation = {
  /** `unknown` where only a person can say; the text is kept and asked about. */
  readonly group: OccupationGroup;
  readonly sector: "transport" | "other";
  readonly hazardous: boolean;
  /** What an unknown word looks like, for whoever is asked. */
  readonly suggests?: OccupationGroup;
};

const everyGroup = Object.keys(groups) as OccupationGroup[];

/** Groups of work, for whoever looks for workers. */
export const occupationGroups: readonly OccupationGroup[] = everyGroup.filter(
  (group) => groups[group].standing === "works" && group !== "unknown",
);

/** What a person may say that a word means. */
export const occupationMeanings: readonly OccupationGroup[] = everyGroup.filter(
  (group) => group !== "unknown",
);

/** The words by which a meaning was remembered: the whole text, without signs. */
export type SaidOccupation = (text: string) => string | undefined;

/**
 * What a written occupation says of a person: what somebody in the city said of these words, else the population office's
 * own list, else the words people use. Never a guess by likeness, and nothing where two things are said at once that
 * matter differently: sector changes the price, and whoever does not work, or serves the state, is not insured by this.
 */
export function readOccupation(text: string, said?: SaidOccupation): Occupation {
  const words = spell(text);
  if (words === "") return asked("other");
  const meaning = said?.(text);
  if (meaning !== undefined && isOccupationGroup(meaning)) return asked(meaning);
  const official = dukcapilGroupOf(words);
  if (official !== undefined) return asked(official);
  return readWords(words);
}

/** What a group means for insurance. */
export function standingOf(group: OccupationGroup): Standing | "unknown" {
  return group === "unknown" ? "unknown" : groups[group].standing;
}

function isOccupationGroup(text: string): text is OccupationGroup {
  return Object.hasOwn(groups, text);
}

/** Apparatus of the village, whom the village insures as wage earners (domain.md 4.6); not its cadres and block heads. */
export function isVillageApparatus(text: string): boolean {
  return /perangkat (desa|nagari)|kepala (desa|dusun)|\bkades\b|wali nagari|\bkadus\b|\bkaur\b|\bkasi\b|sekdes|sekretaris desa|staf desa/.test(
    spell(text),
  );
}

function readWords(words: string): Occupation {
  const found = groupsIn(words);
  if (found.length === 0) return unknown(likelyGroup(words));
  const first = found.find((group) => groups[group].standing === "works") ?? found[0]!;
  if (doubtful.test(words)) return unknown(first);
  const state = found.filter((group) => groups[group].standing === "state");
  if (found.includes("retired")) return readRetired(found);
  if (state.length > 0) return readServant(found, state);
  const idle = found.filter((group) => groups[group].standing === "none");
  const trades = found.filter((group) => groups[group].standing === "works" && group !== "other");
  if (idle.length > 0) return readIdle(idle, found, first);
  const sectors = new Set(trades.map((group) => groups[group].sector));
  if (sectors.size > 1) return unknown(first);
  return asked(found.includes("state-company") ? "state-company" : readEmployed(found, first));
}

/** "Tukang" alone is a craft; beside the word of another trade ("tukang ojek") it says nothing. */
function groupsIn(words: string): readonly OccupationGroup[] {
  const found = everyGroup.filter((group) => groups[group].words.test(words));
  const isCraft = groups.craftsperson.words.test(words.replaceAll(/\btukang\b/g, " "));
  return isCraft || found.length === 1 ? found : found.filter((group) => group !== "craftsperson");
}

/** "Karyawan" beside a trade ("karyawan bengkel") is an employee all the same. */
function readEmployed(found: readonly OccupationGroup[], first: OccupationGroup): OccupationGroup {
  return found.includes("employee") ? "employee" : first;
}

/** "Pensiunan TNI" is retired; one who farms besides is somebody to ask about. */
function readRetired(found: readonly OccupationGroup[]): Occupation {
  const trade = found.find((group) => groups[group].standing === "works");
  return trade === undefined ? asked("retired") : unknown(trade);
}

/** "Guru PNS" serves the state; "PNS dan petani" is somebody to ask about. */
function readServant(found: readonly OccupationGroup[], [state]: readonly OccupationGroup[]): Occupation {
  const isPlain = found.every(
    (group) => groups[group].standing === "state" || group === "other" || group === "employee",
  );
  return isPlain ? asked(state!) : unknown(state);
}

/** A housewife who sells cakes works; one said to have no work and a trade at once is somebody to ask about. */
function readIdle(
  idle: readonly OccupationGroup[],
  found: readonly OccupationGroup[],
  first: OccupationGroup,
): Occupation {
  if (idle.length === found.length) return asked(idle[0]!);
  return idle.every((group) => group === "homemaker") && groups[first].standing === "works"
    ? asked(first)
    : unknown(first);
}

function asked(group: OccupationGroup): Occupation {
  const { sector, hazardous } = groups[group];
  return { group, sector, hazardous };
}

function unknown(suggests: OccupationGroup | undefined): Occupation {
  return { ...asked("unknown"), ...(suggests === undefined ? {} : { suggests }) };
}

function spell(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, " ")
    .replaceAll(/\btkg\b/g, "tukang")
    .trim();
}
