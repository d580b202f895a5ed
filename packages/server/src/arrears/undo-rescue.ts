import { may } from "#access";
import { AppError, isUuid, readNote } from "#app";
import { withdrawReady } from "#enrolment";
import { change, type Operation } from "#use-case";
import { lockRescues, markUndone } from "./rescue.store.ts";
import { listRescueRows, type RescueRow } from "./rescue.view.ts";

export type UndoRescue = Operation & {
  readonly roundId: string;
  /** Whom of the round; absent for everybody in it. */
  readonly personCodes?: readonly string[];
  readonly reason: string;
};

export type UndoRescueOutcome =
  | {
      readonly outcome: "undone";
      readonly workers: number;
      /** Whose new payer stands in a packet to BPJS already, where it is ended and not taken back; or is another desk's to take back. */
      readonly kept: readonly string[];
    }
  | { readonly outcome: "refused"; readonly reason: "without-reason" | "nothing-open" };

/** Takes back a rescue, of all or of some, with a reason. Money that came meanwhile stays where it is. Throws `not-found`. */
export const undoRescue = change(
  { name: "arrears.undo-rescue", permission: "arrears.rescue" },
  async (step, input: UndoRescue): Promise<UndoRescueOutcome> => {
    const { tx, area, actor, now: at } = step;
    if (!isUuid(input.roundId)) throw new AppError("not-found");
    await lockRescues(tx);
    const all = await listRescueRows(tx, area, input.roundId);
    if (all.length === 0) throw new AppError("not-found", { object: "rescue" });
    const reason = readNote(input.reason);
    if (reason === null) return step.unchanged({ outcome: "refused", reason: "without-reason" });
    const asked = input.personCodes;
    const open = all.filter((row) => row.undoneAt === null && (asked?.includes(row.code) ?? true));
    const funded = open.flatMap(({ enrolmentId }) => (enrolmentId === null ? [] : [enrolmentId]));
    const withdrawn = may(actor, "pledge.match") ? await withdrawReady(step, funded) : new Set<string>();
    const isBack = ({ enrolmentId }: RescueRow) => enrolmentId === null || withdrawn.has(enrolmentId);
    const undone = open.filter(isBack);
    const kept = open.filter((row) => !isBack(row)).map(({ code }) => code);
    if (open.length === 0) return step.unchanged({ outcome: "refused", reason: "nothing-open" });
    if (undone.length === 0) return step.unchanged({ outcome: "undone", workers: 0, kept });
    await markUndone(
      tx,
      undone.map(({ id }) => id),
      { by: actor.userId, at, reason },
    );
    const details = { workers: undone.length, reason, way: undone[0]!.way };
    await step.audit({ objectType: "rescue", objectId: input.roundId, details });
    return { outcome: "undone", workers: undone.length, kept };
  },
);
