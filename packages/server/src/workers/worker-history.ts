import { may } from "#access";
import { AppError } from "#app";
import { requireCode, seenFields } from "#people";
import { read } from "#use-case";
import { findWorkerRow } from "./worker.view.ts";
import {
  type HistoryRow,
  listCoverHistory,
  listEndorsementHistory,
  listImportHistory,
  listLifeHistory,
  listLinkHistory,
} from "./worker-history.view.ts";
import { workerSight } from "./worker-sight.ts";

/** What happened to one worker, newest first: lists, links, endorsements, life, and the evidence of cover. */
export const workerHistory = read(
  { purpose: "worker-history", permission: "worker.history.read" },
  async (step, { personCode }: { readonly personCode: string }): Promise<readonly HistoryRow[]> => {
    const { tx, actor } = step;
    const worker = await findWorkerRow(tx, workerSight(step), requireCode(personCode));
    if (!worker) throw new AppError("not-found");
    await step.seen({
      personIds: [worker.id],
      fields: seenFields(actor.role, ["worker_code", "coverage_status"]),
    });
    const decisions = may(actor, "worker.decision.read");
    const parts = [
      may(actor, "worker.source.read") ? await listImportHistory(tx, worker.id) : [],
      decisions ? await listEndorsementHistory(tx, worker.id) : [],
      decisions ? await listCoverHistory(tx, worker.id) : [],
      await listLifeHistory(tx, worker.id),
      may(actor, "worker.registry_link.read") ? await listLinkHistory(tx, worker.id) : [],
    ];
    return parts.flat().toSorted((a, b) => b.at.getTime() - a.at.getTime());
  },
);
