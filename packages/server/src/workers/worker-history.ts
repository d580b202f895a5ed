import { authorise } from "#access";
import { type Actor, type App, AppError, type Role } from "#app";
import { recordAccess } from "#audit";
import { inTransaction } from "#database";
import { seenFields } from "#people";
import { requireCode } from "#people";
import { findWorkerRow } from "./worker.store.ts";
import {
  type HistoryRow,
  listCoverHistory,
  listEndorsementHistory,
  listImportHistory,
  listLifeHistory,
  listLinkHistory,
} from "./worker-history.store.ts";
import { workerSight } from "./worker-sight.ts";

/** Which parts of a history the database shows to whom. */
const readers = {
  imports: ["OPR", "KDS", "DAT", "DPO"],
  endorsements: ["OPR", "KDS", "MGR", "DAT", "AUD"],
  cover: ["OPR", "KDS", "MGR", "DAT", "AUD"],
  links: ["DAT"],
} as const satisfies Record<string, readonly Role[]>;

/** What happened to one worker, newest first: lists, links, endorsements, and the evidence of cover. */
export async function workerHistory(
  app: App,
  actor: Actor,
  input: { readonly code: string },
): Promise<readonly HistoryRow[]> {
  const grant = authorise(actor, "worker.history.read");
  const code = requireCode(input.code);
  const sight = workerSight(actor, grant);
  const reads = (part: keyof typeof readers) => (readers[part] as readonly Role[]).includes(actor.role);
  return inTransaction(app, actor, async (tx) => {
    const worker = await findWorkerRow(tx, sight, code);
    if (!worker) throw new AppError("not-found");
    await recordAccess(app, tx, actor, {
      personIds: [worker.id],
      purpose: "worker-history",
      fields: seenFields(actor.role, ["worker_code", "coverage_status"]),
    });
    const parts = [
      reads("imports") ? await listImportHistory(tx, worker.id) : [],
      reads("endorsements") ? await listEndorsementHistory(tx, worker.id) : [],
      reads("cover") ? await listCoverHistory(tx, worker.id) : [],
      await listLifeHistory(tx, worker.id),
      reads("links") ? await listLinkHistory(tx, worker.id) : [],
    ];
    return parts.flat().toSorted((a, b) => b.at.getTime() - a.at.getTime());
  });
}
