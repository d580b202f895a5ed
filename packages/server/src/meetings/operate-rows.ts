import { readNote } from "#app";
import { restorePromises } from "#commitments";
import { change, type Operation, type Step } from "#use-case";
import { appendEvent, listRowEvents } from "./event.store.ts";
import { type AnswerOutcome, isAwaiting, type OfRow, sayRight } from "./fill-row.ts";
import {
  type OfVillage,
  type PromiseAnswer,
  promiseInMeeting,
  type Refused,
  refused,
  requireVillage,
} from "./promise-in-meeting.ts";
import { markVillageRow } from "./row.store.ts";
import { standOf } from "./stand-of.ts";

export type TypeForVillage = Operation &
  OfRow &
  PromiseAnswer & {
    /** What stood for the village when it was typed: `standOf`. Where something else stands now, nothing is written over it. */
    readonly seen: string;
  };

/** What stands for a village: how many people for how much. */
export type Standing = {
  readonly heads: number;
  readonly months: number;
  readonly rupiah: number;
  readonly stand: string;
};

export type TypedOutcome =
  | { readonly outcome: "typed"; readonly heads: number; readonly rupiah: number; readonly stand: string }
  | { readonly outcome: "conflict"; readonly now: Standing }
  | Refused;

const standingOf = (of: OfVillage): Standing => ({
  heads: of.village.promisedHeads,
  months: of.village.groups.find(({ stages }) => stages.promised > 0)?.commitment?.months ?? 0,
  rupiah: of.village.promised,
  stand: standOf(of.village),
});

/**
 * What somebody at the hall's table types for a village; it waits for the village's word. Where the village declared meanwhile, both stand
 * side by side and nothing is written. Throws `not-found`.
 */
export const typeForVillage = change(
  { name: "meeting.type", permission: "meeting.run" },
  async (step, input: TypeForVillage): Promise<TypedOutcome> => {
    const of = await requireVillage(step, input);
    const { meeting, key } = of;
    if (meeting.state !== "open") return step.unchanged(refused("not-open"));
    if (standOf(of.village) !== input.seen)
      return step.unchanged({ outcome: "conflict", now: standingOf(of) });
    const answer = await promiseInMeeting(step, of, { ...input, intent: "declare" });
    if (answer.outcome === "refused") return step.unchanged(answer);
    await markVillageRow(step, key, () => ({
      typedAt: step.now,
      confirmedAt: null,
      objectedAt: null,
      objection: null,
    }));
    const { heads, rupiah, was } = answer;
    const details = { heads, months: input.months, rupiah, was };
    await appendEvent(step, { ...key, kind: "typed", details });
    await audit(step, of);
    return { outcome: "typed", heads, rupiah, stand: standOf((await requireVillage(step, input)).village) };
  },
);

const audit = (step: Step, { meeting, key }: OfVillage) =>
  step.audit({
    objectType: "meeting",
    objectId: meeting.code,
    details: { villageCode: key.villageCode },
  });

/** The village initialled its row on the printed list, as somebody at the table saw. */
export const confirmOnPaper = change(
  { name: "meeting.confirm-on-paper", permission: "meeting.run" },
  async (step, input: Operation & OfRow): Promise<AnswerOutcome> => {
    const of = await requireVillage(step, input);
    if (of.meeting.state !== "open") return step.unchanged({ outcome: "refused", reasons: ["not-open"] });
    const isSaid = await sayRight(step, of, "paper");
    return isSaid ? { outcome: "confirmed" } : step.unchanged({ outcome: "unchanged" });
  },
);

export type UndoOutcome = { readonly outcome: "undone" | "unchanged" };

/** Takes back what was typed for a village and not yet confirmed by it; what a village said itself only the village changes. */
export const undoRow = change(
  { name: "meeting.undo", permission: "meeting.run" },
  async (step, input: Operation & OfRow & { readonly reason?: string }): Promise<UndoOutcome> => {
    const of = await requireVillage(step, input);
    const { meeting, key, village } = of;
    if (meeting.state !== "open") return step.unchanged({ outcome: "unchanged" });
    const isTypedTwice = await wasTypedBefore(step, of);
    const row = await markVillageRow(step, key, (now) =>
      isAwaiting(now) ? { typedAt: isTypedTwice ? step.now : null } : {},
    );
    if (!isAwaiting(row)) return step.unchanged({ outcome: "unchanged" });
    const { year, groups } = meeting;
    const asked = { villageCode: key.villageCode, year, groups, reason: readNote(input.reason) ?? slip };
    const writer = step.under("village_commitment.write");
    // What the village had said before somebody typed over it stands again.
    const to = await restorePromises(writer, { ...asked, before: row.typedAt! });
    const details = { rupiah: village.promised, to };
    await appendEvent(step, { ...key, kind: "undone", details });
    await audit(step, of);
    return { outcome: "undone" };
  },
);

/** What stands again was typed by somebody as well, and still waits for the village's word. */
async function wasTypedBefore(step: Step, { meeting, key }: OfVillage): Promise<boolean> {
  const events = await listRowEvents(step.tx, step.area, meeting.id);
  const own = events.filter(({ villageCode, kind }) => villageCode === key.villageCode && kind !== "drafted");
  return own[0]?.kind === "typed" && own[1]?.kind === "typed";
}

/** Stands in the paper of the promise, which is Indonesian. */
const slip = "Salah ketik dalam rakor, dibatalkan operator";
