import type { RateSource } from "#law";
import { minimumBaseIn, type Segment } from "#contributions";
import { explainCover, type Benefit, type CoverInput } from "#cover";
import { monthOf, type CivilDate } from "#time";
import { findBenefitParts, type BenefitParts } from "./benefit-parts.ts";
import {
  claimDeadlines,
  claimDocuments,
  type ClaimDocument,
  type ClaimKind,
  type Deadlines,
} from "./claim-terms.ts";
import { explainScholarships, scholarshipSource, type Child, type ChildScholarship } from "./scholarship.ts";

export type BenefitFacts = {
  segment: Segment;
  /** Wage base in rupiah; without one that of the registration, or the lowest of the month. */
  base?: number | undefined;
  kind: ClaimKind;
  cover: CoverInput;
  /** The day of the death, or of the accident. */
  on: CivilDate;
  /** Of a death at work the day of the accident, where it was another. */
  accidentOn?: CivilDate | undefined;
  /** When the file is complete; the day itself where nobody says. */
  completeOn?: CivilDate | undefined;
  monthsUnable: number;
  disability?: { kind: "total" | "partial" | "function"; percent?: number | undefined } | undefined;
  transport: { land: number; sea: number; air: number };
  children: readonly Child[];
};

export type BenefitPart = { part: string; amount: number; rule: string; sources: RateSource[] };

/** `total` is null where the law leaves the whole open; `ifSettled` then says what it would be if arrears paid up counted. */
export type BenefitExplanation = {
  parts: BenefitPart[];
  total: number | null;
  ifSettled?: number;
  /** `isDue`: cover and cause bring scholarships, whether any child studies or not. */
  scholarship: { isDue: boolean; children: ChildScholarship[]; total: number; sources: RateSource[] };
  deadlines: Deadlines;
  documents: ClaimDocument[];
  certainty: Benefit["certainty"];
  rule: Benefit["rule"];
  questions: string[];
};

/** Every part of what a family may claim, with its rule; undefined where no row of law covers the day. */
export function explainBenefit(facts: BenefitFacts): BenefitExplanation | undefined {
  const rows = findBenefitParts(facts.on);
  const base = facts.base ?? registeredBase(facts) ?? minimumBaseIn(monthOf(facts.on));
  const { ifDeath } = explainCover(coverWithDeath(facts), facts.on);
  const benefit = facts.kind === "natural-death" ? ifDeath.natural : ifDeath.workAccident;
  if (rows === undefined || base === undefined || benefit.rule === "no-rate") return undefined;
  const isNothing = benefit.amount === 0;
  const parts = isNothing ? [] : partsOf(facts, { rows, base, benefit });
  const sum = parts.reduce((total, { amount }) => total + amount, 0);
  const isOpen = benefit.amount === null;
  const hasScholarship = (benefit.scholarship.ceiling ?? 0) > 0 && brings(facts);
  const children = explainScholarships(facts.children, facts.on, hasScholarship);
  return {
    parts,
    total: isOpen ? null : sum,
    ...(isOpen ? { ifSettled: sum } : {}),
    scholarship: {
      isDue: hasScholarship,
      children,
      total: children.reduce((total, child) => total + child.total, 0),
      sources: [scholarshipSource],
    },
    deadlines: claimDeadlines(facts.kind, facts.on, facts.completeOn ?? facts.on),
    documents: claimDocuments(facts.kind, hasScholarship && facts.children.length > 0),
    certainty: benefit.certainty,
    rule: benefit.rule,
    questions: questionsOf(facts, benefit),
  };
}

/** A death tells the clock to judge by the day of the accident that it followed. */
function coverWithDeath({ kind, cover, on, accidentOn }: BenefitFacts): CoverInput {
  const isTold = cover.events.some((event) => event.type === "died");
  if (kind !== "work-accident-death" || isTold) return cover;
  const died = {
    type: "died" as const,
    on,
    cause: "work-accident",
    ...(accidentOn === undefined ? {} : { accidentOn }),
  };
  return { ...cover, events: [...cover.events, died] };
}

/** Children study after a death, or a total disability. */
function brings({ kind, disability }: BenefitFacts): boolean {
  return kind !== "work-accident" || disability?.kind === "total";
}

function registeredBase({ cover }: BenefitFacts): number | undefined {
  const told = cover.events.findLast((event) => event.type === "registered" || event.type === "wage");
  return told?.type === "registered" || told?.type === "wage" ? told.baseRupiah : undefined;
}

function questionsOf({ kind, disability }: BenefitFacts, { question }: Benefit): string[] {
  const isTotal = kind === "work-accident" && disability?.kind === "total";
  return [
    ...(question === undefined ? [] : [question]),
    // Some offices add the 12 million of a death to a total disability; no instrument was read.
    ...(isTotal ? ["is-the-periodic-sum-paid-for-total-disability"] : []),
  ];
}

type Terms = { rows: BenefitParts; base: number; benefit: Benefit };

function partsOf(facts: BenefitFacts, terms: Terms): BenefitPart[] {
  if (facts.kind === "natural-death") return naturalParts(terms);
  const death = facts.kind === "work-accident-death" ? accidentDeathParts(terms) : [];
  return [...death, ...careParts(facts, terms)].filter(({ amount }) => amount > 0);
}

function naturalParts({ rows, benefit }: Terms): BenefitPart[] {
  const funeral = part("funeral", rows.funeral, benefit.rule);
  const isFull =
    benefit.rule !== "natural-death-before-three-months" &&
    (benefit.amount ?? benefit.ifSettled ?? 0) > rows.funeral.value;
  if (!isFull) return [funeral];
  return [
    part("death-lump", rows.deathLump, benefit.rule),
    part("periodic", rows.periodic, benefit.rule),
    funeral,
  ];
}

function accidentDeathParts({ rows, base, benefit }: Terms): BenefitPart[] {
  const bases = Math.max(rows.accidentBases.value * base, rows.accidentFloor.value);
  const sources = [rows.accidentBases.source, rows.accidentFloor.source];
  return [
    { part: "death-lump", amount: bases, rule: "48-bases-at-least-20-million", sources },
    part("periodic", rows.periodic, benefit.rule),
    part("funeral", rows.funeral, benefit.rule),
  ];
}

function careParts(facts: BenefitFacts, { rows, base }: Terms): BenefitPart[] {
  const whole = Math.min(facts.monthsUnable, rows.wholePayMonths.value);
  const half = facts.monthsUnable - whole;
  const unable = whole * base + Math.floor((half * base) / 2);
  const unableRule = "whole-base-12-months-then-half";
  return [
    { part: "temporary-disability", amount: unable, rule: unableRule, sources: [rows.wholePayMonths.source] },
    ...disabilityParts(facts, rows, base),
    ...(["land", "sea", "air"] as const).map((way) => {
      const { value, source } = rows.transport[way];
      return {
        part: "transport",
        amount: Math.min(facts.transport[way], value),
        rule: `transport-${way}-at-most-${value}`,
        sources: [source],
      };
    }),
  ];
}

function disabilityParts({ disability }: BenefitFacts, rows: BenefitParts, base: number): BenefitPart[] {
  if (disability === undefined) return [];
  const { kind, percent = 0 } = disability;
  if (kind === "total") {
    const { value, source } = rows.totalDisabilityBases;
    return [{ part: "disability", amount: value * base, rule: "total-56-bases", sources: [source] }];
  }
  const { value, source } = rows.disabilityBases;
  const amount = Math.round((percent * value * base) / 100);
  return [{ part: "disability", amount, rule: `${kind}-percent-of-80-bases`, sources: [source] }];
}

function part(
  name: string,
  { value, source }: { value: number; source: RateSource },
  rule: string,
): BenefitPart {
  return { part: name, amount: value, rule, sources: [source] };
}
