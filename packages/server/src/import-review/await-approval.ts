import { AppError } from "#app";
import { kindsReadBy } from "#intake";
import { type BatchIn, countBatches, findBatch, isIn, listBatches, requireRead } from "#imports";
import { pageOf, type PageOf, read } from "#use-case";
import type { Actor } from "#app";

const size = 25;

/** What waits for a second person, or has been decided on by one. */
type Asked = BatchIn<"awaiting-approval" | "applying" | "applied" | "undone">;

/**
 * What a second person decides on: file, counts and state, no rows. Village heads approve without reading reports, so this
 * stands on the permission to approve.
 */
export type ApprovalView = Pick<
  Asked,
  | "id"
  | "code"
  | "kind"
  | "villageCode"
  | "state"
  | "fileName"
  | "counts"
  | "uploadedRole"
  | "uploadedAt"
  | "version"
> & { readonly isOwn: boolean; readonly isApprovedByMe: boolean };

/** Batches that wait for a second person and that this actor may approve, longest waiting first. */
export const listAwaitingApproval = read(
  { purpose: "import-approvals", permission: "import.approve" },
  async (
    { app, tx, actor, area },
    input: { readonly page?: number } | undefined,
  ): Promise<PageOf<ApprovalView>> => {
    const choice = {
      area,
      kinds: kindsReadBy(app, actor),
      state: "awaiting-approval",
      notBy: actor.userId,
      sort: "longest-waiting",
    } as const;
    return pageOf(
      { page: input?.page, size },
      () => countBatches(tx, choice),
      async (part) => (await listBatches(tx, choice, part)).map((batch) => show(actor, batch)),
    );
  },
);

/** One batch to decide on, or that the actor has decided on. Anything else is `not-found`. */
export const getAwaitingApproval = read(
  { purpose: "import-approval", permission: "import.approve" },
  async (step, { batchId }: { readonly batchId: string }): Promise<ApprovalView> => {
    const batch = requireRead(step, await findBatch(step.tx, batchId));
    if (!isIn(batch, "awaiting-approval", "applying", "applied", "undone")) throw new AppError("not-found");
    const view = show(step.actor, batch);
    if (batch.state !== "awaiting-approval" && !view.isApprovedByMe) throw new AppError("not-found");
    return view;
  },
);

function show(actor: Actor, batch: Asked): ApprovalView {
  const { id, code, kind, villageCode, state, fileName, counts, uploadedRole, uploadedAt, version } = batch;
  return {
    id,
    code,
    kind,
    villageCode,
    state,
    fileName,
    counts,
    uploadedRole,
    uploadedAt,
    version,
    isOwn: batch.uploadedBy === actor.userId,
    isApprovedByMe: batch.approvedBy === actor.userId,
  };
}
