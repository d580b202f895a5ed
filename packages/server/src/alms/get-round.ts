import { may } from "#access";
import { read } from "#use-case";
import { type Campaign, findCampaign } from "./campaign.store.ts";
import { type DeskRound, deskRound } from "./get-desk.ts";
import { previewRound, requireRound, type RoundPreview } from "./plan-round.ts";
import { findRound, hasFollowUp, listRoundChildren, type RoundChildRow } from "./round.store.ts";
import { openNote } from "./tell-handover.ts";

export type ShownRound = DeskRound & {
  readonly campaign: Pick<Campaign, "code" | "title" | "holderName">;
  /** What locking would do now; null once it is locked, and for whoever does not plan. */
  readonly preview: RoundPreview | null;
  readonly list: readonly (Omit<RoundChildRow, "noteSealed"> & { readonly note: string | null })[];
  readonly sourceCode: string | null;
  readonly hasFollowUp: boolean;
};

/** A round with its children by code: as a preview while it is a draft, as they were kept afterwards. Throws `not-found`. */
export const getAlmsRound = read(
  { purpose: "alms-round", permission: "donation.disburse" },
  async (step, { almsRoundCode }: { readonly almsRoundCode: string }): Promise<ShownRound> => {
    const { tx, app } = step;
    const round = await requireRound(step, almsRoundCode, "look");
    const { code, title, holderName } = (await findCampaign(tx, round.campaignId))!;
    const isDraft = round.state === "draft";
    const list = isDraft ? [] : await listRoundChildren(tx, round);
    if (list.length > 0)
      await step.seen({ personIds: list.map(({ childId }) => childId), fields: ["village"] });
    const source =
      round.sourceRoundId === null ? undefined : await findRound(tx, { id: round.sourceRoundId }, "look");
    return {
      ...deskRound(step, round),
      campaign: { code, title, holderName },
      preview: isDraft && may(step.actor, "donation.plan") ? await previewRound(step, round) : null,
      list: list.map(({ noteSealed, ...child }) => ({
        ...child,
        note: openNote(app.keys, `${round.id}|${child.childId}`, noteSealed),
      })),
      sourceCode: source?.code ?? null,
      hasFollowUp: await hasFollowUp(tx, round.id),
    };
  },
);
