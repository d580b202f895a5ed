import { AppError, isUuid, readNote } from "#app";
import { requireMeeting } from "#meetings";
import { placeOf } from "#regions";
import { change, type Operation, type Step } from "#use-case";
import { readable } from "./get-minutes.ts";
import { answerReplyRow, findReply, insertReply, listReplies } from "./minutes-words.store.ts";

export type ReplyToMinutes = Operation & {
  readonly meetingCode: string;
  readonly kind: "objected" | "confirmed";
  /** What is wrong; needed for an objection. */
  readonly text?: string;
};
export type ReplyOutcome =
  | { readonly outcome: "replied" }
  | { readonly outcome: "unchanged" }
  | {
      readonly outcome: "refused";
      readonly reasons: readonly ("not-shown" | "period-over" | "text-missing")[];
    };

const longest = 1_000;

/**
 * The word of a village head or a camat on minutes that were shown: right, or what is wrong. It is printed with its time; the numbers of
 * the snapshot stay. Throws `not-found`, and `identity-number-in-note`.
 */
export const replyToMinutes = change(
  { name: "minutes.reply", permission: "minutes.reply" },
  async (step, input: ReplyToMinutes): Promise<ReplyOutcome> => {
    const { tx, actor, now: at, today } = step;
    const meeting = await requireMeeting(step, input.meetingCode);
    const [row] = await readable(step, meeting.id);
    const text = readNote(input.text)?.slice(0, longest) ?? null;
    const kind = input.kind === "confirmed" ? "confirmed" : "objected";
    if (row === undefined || row.state !== "published" || row.objectionsUntil === null)
      return step.unchanged({ outcome: "refused", reasons: ["not-shown"] });
    if (today > row.objectionsUntil) return step.unchanged({ outcome: "refused", reasons: ["period-over"] });
    if (kind === "objected" && (text === null || text.length < 3))
      return step.unchanged({ outcome: "refused", reasons: ["text-missing"] });
    const place = await ownPlace(step);
    const before = (await listReplies(tx, meeting.id)).filter(
      ({ villageCode, kecamatanCode, minutesId }) =>
        minutesId === row.id && villageCode === place.villageCode && kecamatanCode === place.kecamatanCode,
    );
    const last = before.at(-1);
    if (last !== undefined && last.kind === kind && last.body === text && last.repliedAt >= row.publishedAt!)
      return step.unchanged({ outcome: "unchanged" });
    await insertReply(tx, {
      ...place,
      id: step.newId(),
      regionCode: actor.regionCode,
      minutesId: row.id,
      meetingId: meeting.id,
      kind,
      body: text,
      by: actor.userId,
      role: actor.role,
      at,
    });
    await step.audit({ objectType: "minutes", objectId: meeting.code, details: { kind } });
    return { outcome: "replied" };
  },
);

async function ownPlace({ tx, area }: Step) {
  if (area.kecamatanCode !== null && area.villageCode === null)
    return { villageCode: null, kecamatanCode: area.kecamatanCode };
  const place = area.villageCode === null ? null : await placeOf(tx, area.villageCode);
  if (place == null) throw new AppError("not-found", { object: "village" });
  return { villageCode: place.villageCode, kecamatanCode: place.kecamatanCode };
}

export type AnswerReply = Operation & { readonly replyId: string; readonly answer: string };
export type AnswerOutcome =
  | { readonly outcome: "answered" }
  | { readonly outcome: "refused"; readonly reasons: readonly ("answer-missing" | "is-final")[] };

/** What the meeting's leader answers to an objection; both are printed. Throws `not-found`, and `identity-number-in-note`. */
export const answerReply = change(
  { name: "minutes.answer", permission: "minutes.write" },
  async (step, { replyId, answer }: AnswerReply): Promise<AnswerOutcome> => {
    const { tx, actor, now: at } = step;
    const reply = isUuid(replyId) ? await findReply(tx, replyId) : undefined;
    if (reply === undefined) throw new AppError("not-found", { object: "reply" });
    const text = readNote(answer)?.slice(0, longest) ?? "";
    const [newest] = await readable(step, reply.meetingId);
    const reasons = [
      ...(text.length < 3 ? (["answer-missing"] as const) : []),
      ...(newest === undefined || newest.finalAt !== null ? (["is-final"] as const) : []),
    ];
    if (reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
    await answerReplyRow(tx, { id: reply.id, answer: text, by: actor.userId, at });
    await step.audit({ objectType: "minutes", objectId: reply.minutesId, details: {} });
    return { outcome: "answered" };
  },
);
