import { type Actor, type App, AppError, readNote } from "#app";
import { areaOf, authorise } from "#access";
import { recordChange } from "#audit";
import { inTransaction, runOnce, type Tx } from "#database";
import { lockLinks } from "#linking";
import { enqueue } from "#work";
import {
  endLink,
  findLink,
  insertDecision,
  insertQuestionOfLink,
  type LinkRow,
  updateQuestionState,
} from "./decision.store.ts";

export type Unlink = { readonly operationId: string; readonly linkId: string; readonly reason: string };

/** `questionId` is where the pair can be looked at again and the end of the link taken back. */
export type UnlinkOutcome = { readonly outcome: "unlinked"; readonly questionId: string };

/**
 * Ends a link, made by the machine or by a person, and keeps it from being made again by the machine. Reversible
 * through `undoLinkDecision` on the returned question. Throws `not-found`, and `stale` when the link has already ended.
 */
export async function unlink(app: App, actor: Actor, input: Unlink): Promise<UnlinkOutcome> {
  const area = areaOf(actor, authorise(actor, "link_review.undo"));
  const reason = readNote(input.reason);
  if (reason === null) throw new AppError("invalid-input", { field: "reason" });
  return inTransaction(app, actor, (tx) =>
    runOnce(tx, actor, { id: input.operationId, name: "link.end", request: input }, async () => {
      await lockLinks(tx);
      const link = await findLink(tx, area, input.linkId);
      if (!link) throw new AppError("not-found");
      const at = app.clock.now();
      const pair = { personId: link.personId, recordId: link.recordId };
      if (!(await endLink(tx, pair, { actorId: actor.userId, at })))
        throw new AppError("stale", { state: "ended" });
      const questionId = await answerDifferent(app, tx, { actor, link, reason, at });
      await recordChange(app, tx, actor, {
        action: "link.end",
        objectType: "link",
        objectId: link.id,
        operationId: input.operationId,
        details: { kind: link.kind, personId: link.personId, questionId },
      });
      await enqueue(app, tx, actor, { topic: "people.link", payload: { personIds: [link.personId] } });
      return { outcome: "unlinked", questionId };
    }),
  );
}

async function answerDifferent(
  app: App,
  tx: Tx,
  end: { readonly actor: Actor; readonly link: LinkRow; readonly reason: string; readonly at: Date },
): Promise<string> {
  const { actor, link } = end;
  const questionId = link.questionId ?? app.newId();
  if (link.questionId === null) await insertQuestionOfLink(tx, questionId, link.id);
  const who = { actorId: actor.userId, reason: end.reason, at: end.at };
  await updateQuestionState(
    tx,
    { id: questionId, version: link.questionVersion ?? 1 },
    { ...who, state: "different" },
  );
  await insertDecision(tx, {
    ...who,
    regionCode: actor.regionCode,
    id: app.newId(),
    questionId,
    verdict: "different",
  });
  return questionId;
}
