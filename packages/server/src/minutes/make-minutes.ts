import { minutesNumber, minutesSettings, mayBecomeFinal, objectionsUntil } from "@tuwai/domain/minutes";
import { AppError, isUuid, readNote } from "#app";
import { requireMeeting } from "#meetings";
import { readSettings } from "#settings";
import { change, type Operation, type Step } from "#use-case";
import { drawMinutes, paperSizes } from "./draw-minutes.ts";
import { factsOf, finalFacts, readBeside } from "./minutes-facts.ts";
import { keepFile } from "./keep-file.ts";
import {
  insertMinutes,
  listMinutes,
  lockMinutes,
  markFinal,
  markPublished,
  markReplaced,
  type MinutesRow,
  retakeMinutes,
  setLetterNumber,
} from "./minutes.store.ts";
import { newMinutesCode } from "./minutes-code.ts";
import { takeSnapshot } from "./take-snapshot.ts";

export type MakeMinutes = Operation & {
  readonly meetingCode: string;
  /** Why final minutes are corrected; without it there is nothing to make once they are final. */
  readonly correction?: string;
};
export type MakeOutcome =
  | { readonly outcome: "made" | "made-anew"; readonly minutesId: string }
  | { readonly outcome: "refused"; readonly reasons: readonly ("not-begun" | "correction-missing")[] };

/**
 * Takes a snapshot of the meeting as a draft; what people wrote stays. A draft that was shown has to be shown again. Of final minutes a
 * correction is begun, which needs a reason. Throws `not-found`.
 */
export const makeMinutes = change(
  { name: "minutes.make", permission: "minutes.write" },
  async (step, { meetingCode, correction }: MakeMinutes): Promise<MakeOutcome> => {
    const { tx, actor } = step;
    const meeting = await requireMeeting(step, meetingCode);
    if (meeting.openedAt === null)
      return step.unchanged({ outcome: "refused", reasons: ["not-begun"] } as const);
    const [last] = await listMinutes(tx, meeting.id);
    const open = last !== undefined && last.finalAt === null ? last : null;
    const reason = readNote(correction);
    if (open === null && last !== undefined && (reason === null || reason.length < 3))
      return step.unchanged({ outcome: "refused", reasons: ["correction-missing"] } as const);
    const taken = await takeSnapshot(step, meeting);
    const minutesId = open?.id ?? step.newId();
    if (open !== null) await retakeMinutes(tx, open.id, taken);
    else
      await insertMinutes(tx, {
        ...taken,
        regionCode: actor.regionCode,
        id: minutesId,
        meetingId: meeting.id,
        code: newMinutesCode(),
        year: Number(step.today.slice(0, 4)),
        commitmentYear: meeting.year,
        replaces: last === undefined ? null : { id: last.id, revision: last.revision },
        correction: last === undefined ? null : reason,
      });
    const { rupiah, declared } = taken.sums;
    const details = { totalRupiah: rupiah, count: declared };
    await step.audit({ objectType: "minutes", objectId: meeting.code, details });
    return { outcome: open === null ? "made" : "made-anew", minutesId };
  },
);

type OfMinutes = Operation & { readonly minutesId: string; readonly version: number };
export type TurnMinutesOutcome = { readonly outcome: "shown" | "final" | "unchanged" | "too-early" };

/** Shows the draft to all who took part; from here the days for objections run. Throws `not-found` and `stale`. */
export const publishMinutes = change(
  { name: "minutes.publish", permission: "minutes.write" },
  async (step, input: OfMinutes & { readonly letterNumber?: string }): Promise<TurnMinutesOutcome> => {
    const { tx, actor, now: at, today } = step;
    const row = await holdMinutes(step, input);
    if (row.state !== "draft") return step.unchanged({ outcome: "unchanged" });
    const settings = await readSettings(tx, actor.regionCode, minutesSettings);
    const until = objectionsUntil(today, settings["minutes-objection-days"].value);
    const letterNumber = readNote(input.letterNumber);
    if (letterNumber !== null) await setLetterNumber(tx, row.id, letterNumber.slice(0, 80));
    await markPublished(tx, { id: row.id, by: actor.userId, at, until });
    await step.audit({ objectType: "minutes", objectId: minutesNumber(row), details: { until } });
    return { outcome: "shown" };
  },
);

/**
 * Makes shown minutes final once the days for objections are over: every word is kept as it stands, its files are drawn and known by their
 * SHA-256, and what they correct is replaced. Nothing changes them any more. Throws `not-found` and `stale`.
 */
export const finishMinutes = change(
  { name: "minutes.finish", permission: "minutes.write" },
  async (step, input: OfMinutes): Promise<TurnMinutesOutcome> => {
    const { tx, actor, now: at, today } = step;
    const row = await holdMinutes(step, input);
    if (row.state !== "published" || row.objectionsUntil === null)
      return step.unchanged({ outcome: "unchanged" });
    if (!mayBecomeFinal(row.objectionsUntil, today)) return step.unchanged({ outcome: "too-early" });
    const replaced = await replacedBy(step, row);
    const facts = factsOf(step.app, row, { ...(await readBeside(step, row.meetingId)), replaced });
    const document = finalFacts(facts, today);
    await markFinal(tx, { id: row.id, by: actor.userId, at, document });
    if (replaced !== null) await markReplaced(tx, { id: replaced.id, at });
    await drawFiles(step, { ...row, document, finalAt: at });
    await step.audit({ objectType: "minutes", objectId: minutesNumber(row), details: {} });
    return { outcome: "final" };
  },
);

/** Both sizes, kept by their hash. Where they cannot be drawn now the minutes are final all the same, and are drawn when asked for. */
async function drawFiles(step: Step, row: MinutesRow): Promise<void> {
  for (const size of paperSizes) {
    const order = { facts: row.document!, hash: row.snapshotHash, size, at: row.finalAt! };
    const bytes = await drawMinutes(order).catch(() => {
      step.app.log.error({ minutes: minutesNumber(row) }, "minutes are final without their file");
      return null;
    });
    if (bytes === null) return;
    const name = `${minutesNumber(row)}-${size}.pdf`;
    await keepFile(step, {
      minutesId: row.id,
      kind: size,
      name,
      type: "application/pdf",
      bytes: Buffer.from(bytes),
    });
  }
}

/** Held, as its writer saw it. */
export async function holdMinutes(
  { tx }: Step,
  { minutesId, version }: Pick<OfMinutes, "minutesId" | "version">,
): Promise<MinutesRow> {
  const row = isUuid(minutesId) ? await lockMinutes(tx, minutesId) : undefined;
  if (row === undefined) throw new AppError("not-found", { object: "minutes" });
  if (row.version !== version) throw new AppError("stale", { version: row.version });
  return row;
}

/** What this revision corrects; null for the first. */
export async function replacedBy({ tx }: Step, row: MinutesRow): Promise<MinutesRow | null> {
  if (row.replaces === null) return null;
  return (await listMinutes(tx, row.meetingId)).find(({ id }) => id === row.replaces) ?? null;
}
