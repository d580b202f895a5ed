import { isSafe } from "@tuwai/domain/coverage";
import { requireSecondPerson } from "#access";
import { AppError, isUuid, readNote } from "#app";
import { change, type Operation, read, type Refused, refuse, type Step } from "#use-case";
import { listReleaseRows } from "#coverage";
import {
  confirmDraft,
  type Draft,
  type DraftHead,
  dropDraft,
  findDraft,
  listDrafts,
  submitDraft,
} from "./draft.store.ts";
import { insertNotice } from "./published-table.store.ts";

type Asked = Operation & { readonly draftId: string; readonly version: number };
export type DecideReason = "moved-on" | "attacks-found" | "without-reason";
export type Decided<Outcome extends string> = { readonly outcome: Outcome } | Refused<DecideReason>;

/** Releases that wait for somebody, and those of the past; without true counts. */
export const listReleaseDrafts = read(
  { purpose: "release-drafts", permission: "release.publish" },
  async ({ tx, actor }): Promise<readonly DraftHead[]> => listDrafts(tx, actor.regionCode),
);

/** One draft as it would be published. Throws `not-found`. */
export const getReleaseDraft = read(
  { purpose: "release-draft", permission: "release.publish" },
  (step, { draftId }: { readonly draftId: string }): Promise<Draft> => requireDraft(step, draftId),
);

/** Says that the figures were looked at; another person then confirms them. */
export const submitRelease = change(
  { name: "release.submit", permission: "release.prepare" },
  async (step, { draftId, version }: Asked): Promise<Decided<"submitted">> => {
    const draft = await requireDraft(step, draftId);
    if (!isSafe(draft.attacks)) return refuse<DecideReason>(step, "attacks-found");
    if (draft.version !== version || !(await submitDraft(step, draft)))
      return refuse<DecideReason>(step, "moved-on");
    await step.audit({ objectType: "release", objectId: draft.id, details: { month: draft.month } });
    return { outcome: "submitted" };
  },
);

/** The second person: the release is published at once, and stays for good. Throws `four-eyes`, `not-found`. */
export const confirmRelease = change(
  { name: "release.confirm", permission: "release.publish" },
  async (step, { draftId, version }: Asked): Promise<Decided<"confirmed">> => {
    const draft = await requireDraft(step, draftId);
    if (draft.submittedBy === null) return refuse<DecideReason>(step, "moved-on");
    requireSecondPerson(step.actor, draft.submittedBy);
    if (draft.version !== version || !(await confirmDraft(step, draft)))
      return refuse<DecideReason>(step, "moved-on");
    await step.follow("coverage.publish", {});
    await step.audit({ objectType: "release", objectId: draft.id, details: { month: draft.month } });
    return { outcome: "confirmed" };
  },
);

/** Puts a draft aside with a reason; the month is prepared anew from what is known then. */
export const dropRelease = change(
  { name: "release.drop", permission: "release.publish" },
  async (
    step,
    { draftId, version, reason }: Asked & { readonly reason: string },
  ): Promise<Decided<"dropped">> => {
    const draft = await requireDraft(step, draftId);
    const note = readNote(reason);
    if (note === null || note === undefined) return refuse<DecideReason>(step, "without-reason");
    if (draft.version !== version || !(await dropDraft(step, draft, note)))
      return refuse<DecideReason>(step, "moved-on");
    await step.follow("coverage.publish", {});
    await step.audit({ objectType: "release", objectId: draft.id, details: { month: draft.month } });
    return { outcome: "dropped" };
  },
);

/** Says what was found wrong in a release; it stays as it was, with the notice on its page and in its files. */
export const noteOnRelease = change(
  { name: "release.notice", permission: "release.publish" },
  async (
    step,
    { releaseMonth, words }: Operation & { readonly releaseMonth: string; readonly words: string },
  ): Promise<{ readonly outcome: "noted" } | Refused<"too-short">> => {
    const release = (await listReleaseRows(step.tx, step.actor.regionCode)).find(
      ({ month }) => month === releaseMonth,
    );
    if (release === undefined) throw new AppError("not-found");
    const note = readNote(words) ?? "";
    if (note.length < 10) return refuse(step, "too-short");
    await insertNotice(step, release.id, note);
    await step.audit({ objectType: "release", objectId: release.id, details: { month: release.month } });
    return { outcome: "noted" };
  },
);

async function requireDraft({ tx }: Pick<Step, "tx">, draftId: string): Promise<Draft> {
  const draft = isUuid(draftId) ? await findDraft(tx, draftId) : undefined;
  if (draft === undefined) throw new AppError("not-found");
  return draft;
}
