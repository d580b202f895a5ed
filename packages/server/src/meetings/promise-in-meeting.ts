import { hasGroup, type StepReason } from "@tuwai/domain/commitments";
import type { Group } from "@tuwai/domain/grants";
import { spreadPromise } from "@tuwai/domain/meetings";
import { AppError } from "#app";
import {
  declarePromises,
  type LineRefusal,
  mayWithdraw,
  readYear,
  type VillageCommitments,
  withdrawPromises,
} from "#commitments";
import { placeOf } from "#regions";
import type { Step } from "#use-case";
import type { Meeting } from "./meeting.store.ts";
import { requireMeeting } from "./plan-meeting.ts";
import type { RowKey } from "./row.store.ts";

/** What somebody answers for a village: how many people, for how long, from what money. */
export type PromiseAnswer = {
  readonly heads: number;
  readonly months: number;
  readonly fundSource: string;
  /** For groups whose number was typed; the others share the rest. */
  readonly split?: Readonly<Record<string, number>>;
  /** After the lock: why it changes. */
  readonly reason?: string;
  readonly isSure?: boolean;
};

export type PromiseReason =
  | LineRefusal["reasons"][number]
  | StepReason
  | "not-open"
  | "no-group"
  | "split-differs"
  | "cannot-withdraw";
export type Refused = { readonly outcome: "refused"; readonly reasons: readonly PromiseReason[] };
export const refused = (...reasons: readonly PromiseReason[]): Refused => ({ outcome: "refused", reasons });

/** One village of one meeting, with what it needs and promised for the groups that are asked for. */
export type OfVillage = {
  readonly meeting: Meeting;
  readonly key: RowKey;
  readonly village: VillageCommitments;
};

/** Throws `not-found` for another's village. */
export async function requireVillage(
  step: Step,
  asked: { readonly meetingCode: string; readonly villageCode: string },
): Promise<OfVillage> {
  const place = (await placeOf(step.tx, asked.villageCode)) ?? undefined;
  const { villageCode, kecamatanCode } = step.within(place);
  const meeting = await requireMeeting(step, asked.meetingCode);
  const { year, groups } = meeting;
  const [village] = (await readYear(step, { year, groups, villageCode })).villages;
  if (village === undefined) throw new AppError("not-found", { object: "village" });
  return { meeting, village, key: { meetingId: meeting.id, villageCode, kecamatanCode } };
}

export type Promised = {
  readonly outcome: "promised";
  readonly heads: number;
  readonly rupiah: number;
  /** What stood before; 0 where nothing was promised. */
  readonly was: number;
};
export type PromiseOutcome = Promised | Refused;

/** Spreads the people over the meeting's groups and promises for each; a group that gets nobody any more is taken back. */
export async function promiseInMeeting(
  step: Step,
  { meeting, village }: OfVillage,
  answer: PromiseAnswer & { readonly intent: "draft" | "declare" },
): Promise<PromiseOutcome> {
  const open = village.groups
    .filter(({ isApplicable }) => isApplicable)
    .map(({ group, heads }) => ({ group, unprotected: heads.unprotected }));
  if (open.length === 0) return refused("no-group");
  const heads = countOf(answer.heads);
  const spread = spreadPromise(heads, open, splitOf(answer.split, village));
  if (spread.outcome === "refused") return refused("split-differs");
  const lines = spread.lines.filter((line) => line.heads > 0);
  if (lines.length === 0) return refused("heads-missing");
  const emptied = village.groups.filter(
    ({ group, commitment }) =>
      commitment !== null &&
      !["belum", "ditarik"].includes(commitment.state) &&
      lines.every((line) => line.group !== group),
  );
  if (emptied.some(({ commitment }) => !mayWithdraw(commitment!))) return refused("cannot-withdraw");
  const writer = step.under("village_commitment.write");
  const { year } = meeting;
  const { villageCode } = village;
  const { months, fundSource: source, intent, isSure = false } = answer;
  const declared = await declarePromises(writer, {
    villageCode,
    year,
    lines: lines.map((line) => ({ ...line, months, source })),
    intent,
    isSure,
    reason: answer.reason ?? "",
  });
  const reasons = declared.outcome === "refused" ? reasonsOf(declared.lines) : [];
  const changesNothing = reasons.every((reason) => reason === "changes-nothing");
  if (reasons.length > 0 && !(changesNothing && emptied.length > 0)) return refused(...reasons);
  if (emptied.length > 0)
    await withdrawPromises(writer, {
      villageCode,
      year,
      groups: emptied.map(({ group }) => group),
      reason: regrouped,
    });
  const [now] = (await readYear(step, { year, groups: meeting.groups, villageCode })).villages;
  const rupiah = intent === "draft" ? draftOf(now!) : now!.promised;
  return { outcome: "promised", heads, rupiah, was: village.promised };
}

/** Stands in the paper of the promise, which is Indonesian. */
const regrouped = "Jumlah orang dibagi ulang dalam rakor";

const draftOf = ({ groups }: VillageCommitments): number =>
  groups.reduce(
    (sum, { commitment }) => sum + (commitment?.state === "rancangan" ? commitment.promised : 0),
    0,
  );

const reasonsOf = (lines: readonly LineRefusal[]): readonly PromiseReason[] => [
  ...new Set(lines.flatMap(({ reasons }) => reasons)),
];

/** More than live in any village, and everything that is no count, is none. */
const countOf = (typed: number): number =>
  Number.isSafeInteger(typed) && typed > 0 && typed <= 100_000 ? typed : 0;

function splitOf(
  split: Readonly<Record<string, number>> | undefined,
  { kind, groups }: VillageCommitments,
): Partial<Record<Group, number>> {
  return Object.fromEntries(
    groups.flatMap(({ group }) => {
      const typed = split?.[group];
      return typed === undefined || !hasGroup(kind, group) ? [] : [[group, countOf(typed)]];
    }),
  );
}
