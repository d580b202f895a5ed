import { areaOf, authorise } from "#access";
import { type Actor, type App, AppError } from "#app";
import { inTransaction } from "#database";
import { kindsReadBy } from "#intake";
import { findBatch, type ImportBatch, listBatches, requireWithin } from "#imports";

const mostShown = 100;

/**
 * What a second person decides on: file, counts and state, no rows. Village heads approve without reading reports, so this
 * stands on the permission to approve.
 */
export type ApprovalView = Pick<
  ImportBatch,
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
export async function listAwaitingApproval(app: App, actor: Actor): Promise<readonly ApprovalView[]> {
  const grant = authorise(actor, "import.approve");
  const { batches } = await inTransaction(app, actor, (tx) =>
    listBatches(tx, {
      area: areaOf(actor, grant),
      kinds: kindsReadBy(app, actor),
      limit: mostShown,
      offset: 0,
      state: "awaiting-approval",
    }),
  );
  return batches
    .map((batch) => show(actor, batch))
    .filter(({ isOwn }) => !isOwn)
    .toReversed();
}

/** One batch to decide on, or that the actor has decided on. Anything else is `not-found`. */
export async function getAwaitingApproval(
  app: App,
  actor: Actor,
  input: { readonly batchId: string },
): Promise<ApprovalView> {
  const grant = authorise(actor, "import.approve");
  const batch = requireWithin(
    { app, actor, grant },
    await inTransaction(app, actor, (tx) => findBatch(tx, input.batchId)),
  );
  const view = show(actor, batch);
  if (batch.state !== "awaiting-approval" && !view.isApprovedByMe) throw new AppError("not-found");
  return view;
}

function show(actor: Actor, batch: ImportBatch): ApprovalView {
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
