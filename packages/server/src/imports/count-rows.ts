import type { Tx } from "#database";
import type { RowCounts } from "./import-batch.ts";
import { countOutcomes } from "./row.store.ts";

/** The conservation law of contracts.md 1 over the stored rows: read = accepted + repair + skipped. */
export async function countRows(tx: Tx, batchId: string): Promise<RowCounts> {
  const by = await countOutcomes(tx, batchId);
  const of = (outcome: string) => by.get(outcome) ?? 0;
  const leftOut = of("left-out");
  const detail = {
    applied: of("applied"),
    unchanged: of("unchanged"),
    quarantined: of("quarantined"),
    duplicate: of("duplicate"),
    blank: of("blank"),
    header: of("header") + of("note"),
    ...(leftOut > 0 ? { leftOut } : {}),
  };
  const waiting = of("accepted");
  return {
    read: [...by.values()].reduce((sum, count) => sum + count, 0),
    accepted: waiting + detail.applied + detail.unchanged,
    repair: detail.quarantined,
    skipped: detail.duplicate + detail.blank + detail.header + leftOut,
    detail,
  };
}
