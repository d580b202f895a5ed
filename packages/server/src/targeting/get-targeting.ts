import {
  type DecileLines,
  type DecileShare,
  exclusionError,
  type FairReach,
  fairReach,
  inclusionError,
  sharesByDecile,
  type WidenedShare,
} from "@tuwai/domain/targeting";
import type { CivilDate } from "@tuwai/domain/time";
import { AppError } from "#app";
import { may, requireSeesPlace } from "#access";
import { read, type Step } from "#use-case";
import { type ReadCounts, readCounts } from "./read-counts.ts";
import { listCounts, listLastReleases } from "./targeting.store.ts";
import { readDecileLines } from "./targeting-settings.ts";
import { listVillages, type NamedVillage } from "./village-names.view.ts";

/** Fewer than so many are told to nobody on this page (reliability.md G.7). */
export const leastShown = 10;

/** Both errors; null where there is nobody to count, or fewer than may be told. */
export type TargetingErrors = {
  readonly exclusion: WidenedShare | null;
  readonly inclusion: WidenedShare | null;
};

export type TargetedVillage = NamedVillage & {
  /** Poor workers of the register; null where so few would tell of one. */
  readonly poorWorkers: number | null;
  readonly exclusion: WidenedShare | null;
};

export type Targeting = TargetingErrors & {
  /** The day of the register, and when it was counted; null before the first. */
  readonly release: { readonly asOf: CivilDate | null; readonly countedAt: Date } | null;
  readonly before: (TargetingErrors & { readonly asOf: CivilDate | null }) | null;
  readonly lines: DecileLines & { readonly confirmed: boolean };
  readonly deciles: readonly DecileShare[];
  readonly reach: FairReach;
  readonly villages: readonly TargetedVillage[];
  /** Villages of which the register holds nobody: nothing can be said of them. */
  readonly withoutRegister: readonly NamedVillage[];
  /** Poor people of the register of whom it says no work; null where so few would tell of one. */
  readonly unknownWork: number | null;
  readonly least: number;
  readonly can: { readonly list: boolean };
};

export type TargetingAsked = { readonly villageCode?: string };

/**
 * Whether cover reaches the right ones, of the actor's area or one village of it: counts of the last release of the register, held
 * against those of the one before. Nobody is named. Throws `not-found` for a village outside the area.
 */
export const getTargeting = read(
  { purpose: "targeting", permission: "targeting.summary.read" },
  async (step, asked: TargetingAsked): Promise<Targeting> => {
    const { tx, actor } = step;
    requireSeesPlace(actor, asked);
    const inArea = await listVillages(tx, step.area);
    const villages = inArea.filter(
      ({ code }) => asked.villageCode === undefined || code === asked.villageCode,
    );
    if (asked.villageCode !== undefined && villages.length === 0) throw new AppError("not-found");
    const lines = await readDecileLines(tx, actor.regionCode);
    const [last, former] = await listLastReleases(tx, actor.regionCode);
    const now = await countsOf(step, last?.id, asked);
    const was = await countsOf(step, former?.id, asked);
    const people = sumOf(now.reach, "people");
    return {
      ...errorsOf(now, lines),
      release: last === undefined ? null : { asOf: last.asOf, countedAt: last.countedAt },
      before: former === undefined ? null : { asOf: former.asOf, ...errorsOf(was, lines) },
      lines,
      deciles: sharesByDecile(now.register, leastShown),
      reach: fairReach(now.reach, {
        city: { people, covered: sumOf(now.reach, "covered") },
        least: leastShown,
      }),
      ...byVillage(villages, now, { lines, seesVillages: may(actor, "stats.village.read") }),
      unknownWork: shown(
        now.register
          .filter(({ work, to }) => work === "unknown" && to !== null && to <= lines.poorTo)
          .reduce((sum, cell) => sum + cell.people, 0),
      ),
      least: leastShown,
      can: { list: may(actor, "targeting.list.read") },
    };
  },
);

async function countsOf(
  step: Step,
  releaseId: string | undefined,
  asked: TargetingAsked,
): Promise<ReadCounts> {
  const rows = releaseId === undefined ? [] : await listCounts(step.tx, step.area, releaseId);
  return readCounts(
    rows.filter((row) => asked.villageCode === undefined || row.villageCode === asked.villageCode),
  );
}

/** Every person has one sex, also an unknown one: the sum over a trait is the whole. */
function sumOf(reach: ReadCounts["reach"], what: "people" | "covered"): number {
  return reach.filter(({ dimension }) => dimension === "sex").reduce((sum, count) => sum + count[what], 0);
}

function errorsOf({ register, covered }: ReadCounts, lines: DecileLines): TargetingErrors {
  return {
    exclusion: largeEnough(exclusionError({ register, covered }, lines)),
    inclusion: largeEnough(inclusionError(covered, lines)),
  };
}

function byVillage(
  villages: readonly NamedVillage[],
  { register, covered }: ReadCounts,
  { lines, seesVillages }: { readonly lines: DecileLines; readonly seesVillages: boolean },
): Pick<Targeting, "villages" | "withoutRegister"> {
  const registerOf = Map.groupBy(register, ({ villageCode }) => villageCode);
  const coveredOf = Map.groupBy(covered, ({ villageCode }) => villageCode);
  const known = villages.filter(({ code }) => registerOf.has(code));
  return {
    villages: known.map((village) => {
      const cells = registerOf.get(village.code) ?? [];
      const counts = { register: cells, covered: coveredOf.get(village.code) ?? [], reach: [] };
      const { exclusion } = errorsOf(counts, lines);
      const isTold = exclusion !== null && (seesVillages || hasLargeParts(exclusion));
      return { ...village, poorWorkers: exclusion?.whole ?? null, exclusion: isTold ? exclusion : null };
    }),
    withoutRegister: villages.filter(({ code }) => !registerOf.has(code)),
  };
}

const shown = (count: number): number | null => (count === 0 || count >= leastShown ? count : null);

/** Neither those left out nor those reached are so few that a share would tell them to whoever works with no list. */
const hasLargeParts = ({ part, whole }: WidenedShare): boolean =>
  part >= leastShown && whole - part >= leastShown;

const largeEnough = (error: WidenedShare | null): WidenedShare | null =>
  error !== null && error.whole >= leastShown ? error : null;
