import type { LinkingSettings } from "./linking-settings.ts";
import type { Candidate, EvidenceCode } from "./registry-linkage.ts";

/** What is already decided or made, read before the machine chooses. */
export type KnownLinks = {
  /** Person → record of this registry it is linked to. */
  readonly recordOf: ReadonlyMap<string, string>;
  /** Record → person it is linked to. */
  readonly personOf: ReadonlyMap<string, string>;
  /** `pairKey`s a person has answered "different" or whose link a person ended: never proposed again. */
  readonly refused: ReadonlySet<string>;
  /** `pairKey`s a person was unsure about: kept as they are. */
  readonly unsure: ReadonlySet<string>;
  /** `pairKey`s whose link a person ended and whose question is open again: asked, never linked by the machine. */
  readonly askOnly: ReadonlySet<string>;
};

export type Proposal = {
  readonly personId: string;
  readonly recordId: string;
  readonly probability: number;
  readonly weight: number;
  readonly evidence: readonly EvidenceCode[];
};

export type Choice = {
  readonly links: readonly Proposal[];
  readonly questions: readonly Proposal[];
  /** Persons whose best record already belongs to another person: the two may be one. */
  readonly sharedRecords: readonly {
    readonly personId: string;
    readonly otherPersonId: string;
    readonly probability: number;
  }[];
  /** Persons whose existing link the data no longer support at all. */
  readonly contradicted: readonly string[];
};

export const pairKey = (personId: string, recordId: string): string => `${personId} ${recordId}`;

/**
 * Chooses what to link, what to ask and what to leave, for one registry. A link is made without asking only when the
 * probability counts all rival records in and reaches the threshold, and no other record of the person and no other
 * person of the record comes within `competitorBits`. Each person gets at most one record and each record at most one
 * person; what loses becomes a question or nothing. Earlier decisions stand.
 */
export function chooseLinks(
  candidates: readonly Candidate[],
  known: KnownLinks,
  settings: LinkingSettings,
): Choice {
  const open = candidates
    .filter((pair) => !known.refused.has(keyOf(pair)))
    .toSorted((a, b) => b.weight - a.weight || compareText(keyOf(a), keyOf(b)));
  const byPerson = groupBy(open, (pair) => pair.personId);
  const byRecord = groupBy(open, (pair) => pair.leftId);
  const links: Proposal[] = [];
  const questions: Proposal[] = [];
  const sharedRecords: Choice["sharedRecords"][number][] = [];
  const rivalsOf = (pair: Candidate) => [
    ...(byPerson.get(pair.personId) ?? []),
    ...(byRecord.get(pair.leftId) ?? []).filter((rival) => !known.recordOf.has(rival.personId)),
  ];
  const isClear = (pair: Candidate, probability: number) =>
    probability >= settings.automaticProbability && !isContested(pair, rivalsOf(pair), settings);
  const taken = new Map(known.personOf);
  const linked = new Set(known.recordOf.keys());
  for (const pair of open) {
    if (linked.has(pair.personId)) continue;
    const probability = competingProbability(pair, byPerson.get(pair.personId) ?? []);
    if (probability < settings.questionProbability) continue;
    const owner = taken.get(pair.leftId);
    const proposal = {
      personId: pair.personId,
      recordId: pair.leftId,
      probability,
      weight: pair.weight,
      evidence: pair.evidence,
    };
    if (owner !== undefined) {
      sharedRecords.push({ personId: pair.personId, otherPersonId: owner, probability });
    } else if (known.unsure.has(keyOf(pair))) {
      continue;
    } else if (isClear(pair, probability) && !known.askOnly.has(keyOf(pair))) {
      links.push(proposal);
      taken.set(pair.leftId, pair.personId);
      linked.add(pair.personId);
    } else {
      questions.push(proposal);
    }
  }
  return {
    links,
    questions: questions.filter((question) => !linked.has(question.personId)),
    sharedRecords,
    contradicted: contradictedPersons(known.recordOf, candidates),
  };
}

/** Probability of a pair when all records that may be this person compete: at most one of them is. */
function competingProbability(pair: Candidate, rivals: readonly Candidate[]): number {
  const odds = rivals.reduce((sum, rival) => sum + oddsOf(rival), 0);
  return oddsOf(pair) / (1 + odds);
}

/** Odds above 2^60 are certainty; the cap keeps sums finite. */
const oddsOf = (pair: Candidate): number => 2 ** Math.min(pair.weight, 60);

function isContested(pair: Candidate, rivals: readonly Candidate[], settings: LinkingSettings): boolean {
  return rivals.some((rival) => rival !== pair && rival.weight > pair.weight - settings.competitorBits);
}

function contradictedPersons(
  recordOf: ReadonlyMap<string, string>,
  candidates: readonly Candidate[],
): readonly string[] {
  const supported = new Set(candidates.map(keyOf));
  return [...recordOf]
    .filter(([personId, recordId]) => !supported.has(pairKey(personId, recordId)))
    .map(([personId]) => personId);
}

const keyOf = (pair: Candidate): string => pairKey(pair.personId, pair.leftId);

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
