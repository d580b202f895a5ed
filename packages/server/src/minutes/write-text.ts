import { type TextPart, textParts } from "@tuwai/domain/minutes";
import { AppError, readNote } from "#app";
import { requireMeeting } from "#meetings";
import { change, type Operation } from "#use-case";
import { listMinutes } from "./minutes.store.ts";
import { insertText, listTexts, type TextVersion } from "./minutes-words.store.ts";

export type WriteMinutesText = Operation & {
  readonly meetingCode: string;
  readonly part: string;
  readonly text: string;
  /** The version that the writer saw; 0 where nobody had written. */
  readonly seen: number;
};
export type TextOutcome =
  | { readonly outcome: "written" | "unchanged" }
  /** Somebody else wrote meanwhile: nothing is lost, both are shown. */
  | { readonly outcome: "stale"; readonly theirs: TextVersion }
  | { readonly outcome: "refused"; readonly reasons: readonly ("too-long" | "is-final" | "not-made")[] };

const longest = 20_000;

/**
 * One part of the minutes in somebody's own words, as its next version; what is made anew leaves it alone. Throws `not-found`, and
 * `identity-number-in-note`.
 */
export const writeMinutesText = change(
  { name: "minutes.write-text", permission: "minutes.write" },
  async (step, input: WriteMinutesText): Promise<TextOutcome> => {
    const { tx, actor, now: at } = step;
    const meeting = await requireMeeting(step, input.meetingCode);
    const part = textParts.find((one): one is TextPart => one === input.part);
    if (part === undefined) throw new AppError("not-found", { object: "part" });
    const [row] = await listMinutes(tx, meeting.id);
    const body = input.text.replaceAll("\r\n", "\n").trim();
    readNote(body);
    const reasons = [
      ...(row === undefined ? (["not-made"] as const) : []),
      ...(row !== undefined && row.finalAt !== null ? (["is-final"] as const) : []),
      ...(body.length > longest ? (["too-long"] as const) : []),
    ];
    if (row === undefined || reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
    const newest = (await listTexts(tx, meeting.id)).find((text) => text.part === part);
    if (newest?.body === body) return step.unchanged({ outcome: "unchanged" });
    if (newest !== undefined && newest.version !== input.seen)
      return step.unchanged({ outcome: "stale", theirs: newest });
    const version = (newest?.version ?? 0) + 1;
    await insertText(tx, {
      id: step.newId(),
      regionCode: actor.regionCode,
      meetingId: meeting.id,
      part,
      version,
      body,
      by: actor.userId,
      writtenRole: actor.role,
      writtenAt: at,
    });
    await step.audit({ objectType: "minutes", objectId: meeting.code, details: { field: part, version } });
    return { outcome: "written" };
  },
);
