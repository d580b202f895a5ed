import { readNote } from "#app";
import { withdrawPromises } from "#commitments";
import { act, change, type Operation, type Step } from "#use-case";
import { appendEvent } from "./event.store.ts";
import {
  type PromiseAnswer,
  promiseInMeeting,
  type PromiseReason,
  type Refused,
  refused,
  requireVillage,
} from "./promise-in-meeting.ts";
import { markVillageRow, type VillageRow } from "./row.store.ts";

export type OfRow = { readonly meetingCode: string; readonly villageCode: string };

export type DeclareInMeeting = Operation & OfRow & PromiseAnswer & { readonly intent: "draft" | "declare" };
export type FillOutcome =
  | {
      readonly outcome: "declared" | "corrected" | "drafted" | "confirmed";
      readonly heads: number;
      readonly rupiah: number;
    }
  | Refused;

/**
 * A village's own word in a meeting; a draft also before it opens. Said once more as it was typed for the village, it says that this is
 * right. Throws `not-found` of another village.
 */
export const declareInMeeting = change(
  { name: "meeting.declare", permission: "meeting.fill" },
  async (step, input: DeclareInMeeting): Promise<FillOutcome> => {
    const of = await requireVillage(step, input);
    const { meeting, key, village } = of;
    const isDraft = input.intent === "draft";
    const states = isDraft ? ["invited", "open"] : ["open"];
    if (!states.includes(meeting.state)) return step.unchanged(refused("not-open"));
    const answer = await promiseInMeeting(step, of, input);
    const { promised: rupiah, promisedHeads: heads } = village;
    if (answer.outcome === "refused") {
      if (!isOnly(answer.reasons, "changes-nothing")) return step.unchanged(answer);
      const isSaid = await sayRight(step, of, "phone");
      return isSaid ? { outcome: "confirmed", heads, rupiah } : step.unchanged(answer);
    }
    await markVillageRow(step, key, (row) => ({
      openedAt: row.openedAt ?? step.now,
      typingAt: null,
      ...(isDraft ? {} : { objectedAt: null, objection: null, confirmedAt: step.now }),
    }));
    const outcome = isDraft ? "drafted" : answer.was > 0 ? "corrected" : "declared";
    const { was } = answer;
    const details = { heads: answer.heads, months: input.months, rupiah: answer.rupiah, was };
    await appendEvent(step, { meetingId: meeting.id, kind: outcome, ...placeOf(key), details });
    await step.audit({
      objectType: "meeting",
      objectId: meeting.code,
      details: { villageCode: key.villageCode, outcome },
    });
    return { outcome, heads: answer.heads, rupiah: answer.rupiah };
  },
);

const isOnly = (reasons: readonly PromiseReason[], one: PromiseReason) =>
  reasons.length > 0 && reasons.every((reason) => reason === one);

export const placeOf = ({ villageCode, kecamatanCode }: { villageCode: string; kecamatanCode: string }) => ({
  villageCode,
  kecamatanCode,
});

type Village = Awaited<ReturnType<typeof requireVillage>>;

export const isAwaiting = ({ typedAt, confirmedAt, objectedAt }: VillageRow): boolean =>
  typedAt !== null && objectedAt === null && (confirmedAt === null || confirmedAt < typedAt);

/** What was typed for a village is right; false where nothing waits for that word. */
export async function sayRight(
  step: Step,
  { meeting, key, village }: Village,
  how: "phone" | "paper",
): Promise<boolean> {
  const before = await markVillageRow(step, key, (row) => (isAwaiting(row) ? { confirmedAt: step.now } : {}));
  if (!isAwaiting(before)) return false;
  const details = { how, rupiah: village.promised, heads: village.promisedHeads };
  await appendEvent(step, { meetingId: meeting.id, kind: "confirmed", ...placeOf(key), details });
  await step.audit({
    objectType: "meeting",
    objectId: meeting.code,
    details: { villageCode: key.villageCode },
  });
  return true;
}

export type AnswerOutcome =
  | { readonly outcome: "confirmed" | "objected" | "unchanged" }
  | { readonly outcome: "refused"; readonly reasons: readonly ("reason-missing" | "not-open")[] };

/** The village says that what the operator typed for it is right. */
export const confirmRow = change(
  { name: "meeting.confirm", permission: "meeting.fill" },
  async (step, input: Operation & OfRow): Promise<AnswerOutcome> => {
    const of = await requireVillage(step, input);
    if (of.meeting.state !== "open") return step.unchanged({ outcome: "refused", reasons: ["not-open"] });
    const isSaid = await sayRight(step, of, "phone");
    return isSaid ? { outcome: "confirmed" } : step.unchanged({ outcome: "unchanged" });
  },
);

/** The village says no to what was typed for it: the promise is taken back with that reason and does not count. */
export const objectToRow = change(
  { name: "meeting.object", permission: "meeting.fill" },
  async (step, input: Operation & OfRow & { readonly reason?: string }): Promise<AnswerOutcome> => {
    const { meeting, key } = await requireVillage(step, input);
    const reason = readNote(input.reason);
    if (meeting.state !== "open") return step.unchanged({ outcome: "refused", reasons: ["not-open"] });
    if (reason === null || reason.length > 1000)
      return step.unchanged({ outcome: "refused", reasons: ["reason-missing"] });
    const mark = { confirmedAt: null, objectedAt: step.now, objection: reason };
    const before = await markVillageRow(step, key, (row) => (isAwaiting(row) ? mark : {}));
    if (!isAwaiting(before)) return step.unchanged({ outcome: "unchanged" });
    const { year, groups } = meeting;
    const { villageCode } = key;
    const rupiah = await withdrawPromises(step.under("village_commitment.write"), {
      villageCode,
      year,
      groups,
      reason,
    });
    await appendEvent(step, {
      meetingId: meeting.id,
      kind: "objected",
      ...placeOf(key),
      details: { rupiah },
    });
    await step.audit({ objectType: "meeting", objectId: meeting.code, details: { villageCode } });
    return { outcome: "objected" };
  },
);

/** A form that was opened or typed in answers for nothing: it is seen in the hall, and not audited. */
const note = (name: string, mark: (row: VillageRow, now: Date) => Partial<VillageRow>) =>
  act({ name, permission: "meeting.fill" }, (call, asked: OfRow): Promise<{ readonly isNoted: boolean }> =>
    call.look(async (step) => {
      const { meeting, key } = await requireVillage(step, asked);
      if (!["invited", "open"].includes(meeting.state)) return { isNoted: false };
      await markVillageRow(step, key, (row) => mark(row, step.now));
      return { isNoted: true };
    }),
  );

/** The village has its form before it. */
export const noteOpened = note("meeting.note-opened", (row, now) => ({ openedAt: row.openedAt ?? now }));

/** Somebody of the village is typing. */
export const noteTyping = note("meeting.note-typing", (row, now) => ({
  openedAt: row.openedAt ?? now,
  typingAt: now,
}));
