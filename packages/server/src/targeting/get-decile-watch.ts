import {
  type WatchDirection,
  watchDirections,
  type WatchKind,
  watchKinds,
  watchVerdicts,
} from "@tuwai/domain/targeting";
import { AppError, isUuid } from "#app";
import { change, type Operation, read } from "#use-case";
import { type ChangeRow, listChangeRows } from "./change-list.view.ts";
import {
  type ChangeGroup,
  countChanges,
  decideGroup,
  findLastWatch,
  type GroupDecision,
  listGroupDecisions,
  reopenGroup,
  type Watch,
} from "./watch.store.ts";

export type DecileWatch = {
  /** Null before a second release. */
  readonly watch: Watch | null;
  readonly groups: readonly ChangeGroup[];
  readonly shown: { readonly kind: WatchKind; readonly direction: WatchDirection | null } | null;
  readonly rows: readonly ChangeRow[];
  readonly page: number;
  readonly pages: number;
  readonly decisions: readonly GroupDecision[];
};

export type DecileWatchAsked = {
  readonly kind?: string;
  readonly direction?: string;
  readonly page?: number;
};

const rowsPerPage = 50;

/** What the last release says otherwise than the one before, by kind, and the open changes of one group of them. */
export const getDecileWatch = read(
  { purpose: "decile-watch", permission: "targeting.list.read" },
  async (step, asked: DecileWatchAsked): Promise<DecileWatch> => {
    const { tx, area, actor } = step;
    const watch = (await findLastWatch(tx, actor.regionCode)) ?? null;
    if (watch === null) return { watch, groups: [], shown: null, rows: [], page: 1, pages: 1, decisions: [] };
    const groups = await countChanges(tx, area, watch.batchId);
    const asks = groupOf(asked.kind, asked.direction);
    const shown =
      groups.find((group) => group.kind === asks.kind && group.direction === asks.direction) ?? null;
    const pages = Math.max(1, Math.ceil((shown?.open ?? 0) / rowsPerPage));
    const page = Math.min(Math.max(1, Math.trunc(asked.page ?? 1) || 1), pages);
    const at = { limit: rowsPerPage, offset: (page - 1) * rowsPerPage };
    const rows =
      shown === null ? [] : await listChangeRows(tx, area, { ...shown, batchId: watch.batchId }, at);
    await step.seen({ personIds: rows.flatMap(({ personId }) => personId ?? []), fields: ["desil"] });
    const decisions = await listGroupDecisions(tx, actor.regionCode, watch.batchId);
    return { watch, groups, shown, rows, page, pages, decisions };
  },
);

function groupOf(kind: string | undefined, direction: string | undefined) {
  return {
    kind: watchKinds.find((known) => known === kind) ?? null,
    direction: watchDirections.find((known) => known === direction) ?? null,
  };
}

export type DecideChanges = Operation & {
  readonly kind: string;
  readonly direction?: string;
  readonly verdict: string;
};

export type ChangesOutcome =
  | { readonly outcome: "decided"; readonly count: number }
  | { readonly outcome: "refused"; readonly reasons: readonly ("without-verdict" | "nothing-open")[] };

/** Decides all open changes of one group of the last release at once. Nothing that somebody confirmed changes by it. */
export const decideChanges = change(
  { name: "decile-watch.decide", permission: "targeting.list.read" },
  async (step, input: DecideChanges): Promise<ChangesOutcome> => {
    const refused = (reason: "without-verdict" | "nothing-open") =>
      step.unchanged({ outcome: "refused" as const, reasons: [reason] });
    const verdict = watchVerdicts.find((known) => known === input.verdict);
    if (verdict === undefined) return refused("without-verdict");
    const { kind, direction } = groupOf(input.kind, input.direction);
    const watch = await findLastWatch(step.tx, step.actor.regionCode);
    if (watch === undefined || kind === null) return refused("nothing-open");
    const id = step.newId();
    const count = await decideGroup(step, { id, batchId: watch.batchId, kind, direction, verdict });
    if (count === 0) return refused("nothing-open");
    await step.audit({ objectType: "targeting", objectId: id, details: { kind, verdict, count } });
    return { outcome: "decided", count };
  },
);

/** Opens a group of changes again. Throws `not-found` where no such decision stands. */
export const undoChanges = change(
  { name: "decile-watch.undo", permission: "targeting.list.read" },
  async (
    step,
    input: Operation & { readonly targetingDecisionId: string },
  ): Promise<{ readonly outcome: "undone" }> => {
    const { targetingDecisionId: id } = input;
    const count = isUuid(id) ? await reopenGroup(step, id) : undefined;
    if (count === undefined) throw new AppError("not-found");
    await step.audit({ objectType: "targeting", objectId: id, details: { count } });
    return { outcome: "undone" };
  },
);
