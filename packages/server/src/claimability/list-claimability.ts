import {
  type CheckCode,
  checks,
  type ClaimabilityResult,
  claimabilityResults,
  isHeld,
  needsDecision,
  type ShownCode,
  shownCodes,
} from "@tuwai/domain/claimability";
import { may } from "#access";
import type { Role } from "#app";
import { type ShownPerson, showPerson, shownFields } from "#people";
import { type PageOf, pageOf, read, type Step } from "#use-case";
import { type Judged, judgeCandidates } from "./judge-candidates.ts";
import { readClaimabilitySettings } from "./claimability-settings.ts";

export type ClaimabilityShow = ClaimabilityResult | "held";

export type ClaimabilityRow = {
  readonly enrolmentId: string;
  readonly person: ShownPerson;
  readonly result: ClaimabilityResult;
  readonly missing: readonly ShownCode[];
  readonly packetCode: string | null;
  /** The last thing a person decided of somebody red; null where nobody had to. */
  readonly decision: {
    readonly decision: "hold" | "send";
    readonly reason: string;
    readonly role: Role;
    readonly at: Date;
  } | null;
  readonly needsDecision: boolean;
};

export type ClaimabilityPage = PageOf<ClaimabilityRow> & {
  readonly counts: ClaimabilityCounts;
  /** How many lack each thing, the most common first. */
  readonly lacks: readonly { readonly code: ShownCode; readonly count: number }[];
  readonly can: { readonly decide: boolean; readonly draw: boolean; readonly visit: boolean };
  /** Whether a packet waits for the decisions, and whether the city confirmed it. */
  readonly waits: { readonly value: boolean; readonly confirmed: boolean };
};

export type ClaimabilityCounts = Readonly<Record<ClaimabilityResult | "held" | "toDecide" | "all", number>>;

type Input = {
  readonly show?: string;
  readonly lack?: string;
  readonly villageCode?: string;
  readonly packetCode?: string;
  readonly page?: number | undefined;
};

/** Who of those about to be registered would not be paid for, and what each of them lacks; nothing is ever left out silently. */
export const listClaimability = read(
  { purpose: "claimability", permission: "claimability.read" },
  async (step, input: Input | undefined = {}): Promise<ClaimabilityPage> => {
    const { actor } = step;
    const choice = { villageCode: input.villageCode || undefined, packetCode: input.packetCode || undefined };
    const judged = await judgeCandidates(step, choice);
    const rows = judged.map((row) => rowOf(step, row));
    const shown = rows.filter(showing(input)).map(({ judgement }) => judgement);
    const found = await pageOf(
      { page: input.page, size: 50 },
      async () => shown.length,
      async ({ limit, offset }) => shown.slice(offset, offset + limit),
    );
    await step.seen({
      personIds: found.rows.map(({ personId }) => personId),
      fields: shownFields(actor.role),
    });
    const settings = await readClaimabilitySettings(step.tx, actor.regionCode);
    return {
      ...found,
      rows: found.rows.map(({ personId: _person, ...row }) => row),
      counts: countsOf(rows.map(({ judgement }) => judgement)),
      lacks: lacksOf(rows.map(({ judgement }) => judgement)),
      can: {
        decide: may(actor, "claimability.decide"),
        draw: may(actor, "claimability.draw"),
        visit: may(actor, "claimability.visit"),
      },
      waits: settings["claimability-red-needs-decision"],
    };
  },
);

type Shown = ClaimabilityRow & { readonly personId: string };

function rowOf({ actor }: Step, row: Judged): { readonly judgement: Shown } {
  const { decision } = row;
  const isStanding = decision !== null && decision.decision !== "release";
  return {
    judgement: {
      enrolmentId: row.enrolmentId,
      personId: row.personId,
      person: showPerson(actor.role, row),
      result: row.result,
      missing: shownCodes(row.missing, may(actor, "worker.correction.read")),
      packetCode: row.packetCode,
      decision: isStanding
        ? {
            decision: decision.decision,
            reason: decision.reason,
            role: decision.decidedRole,
            at: decision.decidedAt,
          }
        : null,
      needsDecision: needsDecision(row.missing, decision),
    },
  };
}

const showing =
  ({ show = "", lack = "" }: Input) =>
  ({ judgement }: { readonly judgement: Shown }): boolean => {
    const isKnown = show === "held" || (claimabilityResults as readonly string[]).includes(show);
    if (lack !== "" && !(judgement.missing as readonly string[]).includes(lack)) return false;
    if (!isKnown) return true;
    return show === "held" ? heldOf(judgement) : judgement.result === show && !heldOf(judgement);
  };

const heldOf = ({ decision }: Shown): boolean => isHeld(decision);

function countsOf(rows: readonly Shown[]): ClaimabilityCounts {
  const of = (result: ClaimabilityResult) =>
    rows.filter((row) => row.result === result && !heldOf(row)).length;
  return {
    red: of("red"),
    amber: of("amber"),
    green: of("green"),
    held: rows.filter(heldOf).length,
    toDecide: rows.filter((row) => row.needsDecision).length,
    all: rows.length,
  };
}

function lacksOf(rows: readonly Shown[]): ClaimabilityPage["lacks"] {
  const counts = Map.groupBy(
    rows.flatMap(({ missing }) => missing),
    (code) => code,
  );
  return [...counts]
    .map(([code, all]) => ({ code, count: all.length }))
    .toSorted((a, b) => b.count - a.count || a.code.localeCompare(b.code));
}

/** How a draft stands, for the page of the packet. Nobody of it is shown. */
export const countClaimability = read(
  { purpose: "claimability-counts", permission: "claimability.read" },
  async (step, { packetCode }: { readonly packetCode: string }): Promise<ClaimabilityCounts> =>
    countsOf((await judgeCandidates(step, { packetCode })).map((row) => rowOf(step, row).judgement)),
);

/** People of a village whom the village itself can complete before they are sent, those held back among them. */
export async function countToComplete(step: Step): Promise<number> {
  const judged = await judgeCandidates(step, {});
  return judged.filter(({ missing }) => missing.some((code) => isVillages(code))).length;
}

const isVillages = (code: CheckCode): boolean => checks[code].mender === "village";
