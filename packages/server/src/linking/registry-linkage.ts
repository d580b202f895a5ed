import { type Evidence, linkRows } from "@tuwai/linkage";
import { personModel, type PersonRecord } from "@tuwai/linkage/indonesia";
import type { RegistryKind } from "./registry-kind.ts";

export type { PersonRecord } from "@tuwai/linkage/indonesia";

/** One comparison of two descriptions: which level it reached and what that is worth. Codes and bits, never a value. */
export type EvidenceCode = {
  readonly comparison: string;
  readonly level: string;
  /** Condition under which the level was judged, e.g. "same-birth-date". */
  readonly given?: string;
  readonly bits: number;
};

/** A description on the left that may be the person on the right. */
export type Candidate = {
  readonly leftId: string;
  readonly personId: string;
  readonly weight: number;
  readonly pairProbability: number;
  readonly evidence: readonly EvidenceCode[];
};

/**
 * Share of a work list thought to stand in each registry; shifts every weight by a few bits at most. Nearly every
 * worker is in DTSEN (286 of 285 million people nationwide are), one in five has been a BPJS member, few are civil servants.
 */
const expectedMatchRate: Record<RegistryKind, number> = {
  dtsen: 0.9,
  "bpjs-members": 0.2,
  "civil-servants": 0.02,
};
const expectedDuplicateRate = 0.02;

/**
 * All pairs of a person and a registry record whose own probability reaches `threshold`. Runs in an in-memory engine:
 * identity numbers exist in this process only while it runs.
 */
export function linkToRegistry(input: {
  readonly kind: RegistryKind;
  readonly records: readonly PersonRecord[];
  readonly persons: readonly PersonRecord[];
  readonly threshold: number;
}): Promise<readonly Candidate[]> {
  return candidatesOf(input.records, input.persons, {
    threshold: input.threshold,
    matchRate: expectedMatchRate[input.kind],
  });
}

/** Pairs of persons that look like one human being; a person is never paired with itself. */
export async function findDuplicates(input: {
  readonly everyone: readonly PersonRecord[];
  readonly persons: readonly PersonRecord[];
  readonly threshold: number;
}): Promise<readonly Candidate[]> {
  const found = await candidatesOf(input.everyone, input.persons, {
    threshold: input.threshold,
    matchRate: expectedDuplicateRate,
  });
  return found.filter((pair) => pair.leftId !== pair.personId);
}

async function candidatesOf(
  left: readonly PersonRecord[],
  right: readonly PersonRecord[],
  options: { readonly threshold: number; readonly matchRate: number },
): Promise<readonly Candidate[]> {
  if (left.length === 0 || right.length === 0) return [];
  const result = await linkRows({ left, right, model: personModel(), ...options });
  return result.links.map((link) => ({
    leftId: link.leftId,
    personId: link.rightId,
    weight: link.weight,
    pairProbability: link.pairProbability,
    evidence: link.evidence.map(evidenceCode),
  }));
}

function evidenceCode(evidence: Evidence): EvidenceCode {
  return {
    comparison: evidence.comparison,
    level: evidence.level,
    ...(evidence.given ? { given: evidence.given.en.replaceAll(/[^a-z]+/gi, "-").toLowerCase() } : {}),
    bits: Math.round(evidence.bits * 100) / 100,
  };
}
