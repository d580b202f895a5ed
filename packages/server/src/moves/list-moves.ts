import type { CivilDate } from "@tuwai/domain/time";
import type { App, Role } from "#app";
import { maskName, shownFields } from "#people";
import { type PageOf, pageOf, read } from "#use-case";
import type { MoveDocument, MoveState } from "./move.ts";
import { countToDecide, listToDecide, listUnderWay, type MoveRow } from "./move.store.ts";
import { namePlace } from "./name-place.ts";

export type ListedMove = {
  readonly id: string;
  /** Null once it is settled: whoever still has the person finds them on their list. */
  readonly name: string | null;
  readonly fromVillageCode: string;
  readonly toVillageCode: string;
  readonly movedOn: CivilDate;
  readonly document: MoveDocument;
  readonly note: string | null;
  readonly state: MoveState;
  readonly refusal: string | null;
  readonly recordedAt: Date;
  readonly version: number;
  /** Said or handed over by this very person, who may take it back but not decide it. */
  readonly isMine: boolean;
  /** Whether this desk may take it back. */
  readonly mayWithdraw: boolean;
};

export type Moves = PageOf<ListedMove> & { readonly underWay: readonly ListedMove[] };

/** What this desk has to hand over and to receive, and what is under way or ended. */
export const listMoves = read(
  { purpose: "moves", permission: "worker.move_accept" },
  async (step, { page }: { readonly page?: number } | undefined = {}): Promise<Moves> => {
    const { app, tx, area, actor } = step;
    const found = await pageOf(
      { page, size: 25 },
      () => countToDecide(tx, area, null),
      (part) => listToDecide(tx, area, part),
    );
    const underWay = await listUnderWay(tx, area);
    await step.seen({
      personIds: [...new Set([...found.rows, ...underWay].map(({ personId }) => personId))],
      fields: shownFields(actor.role),
    });
    const show = (row: MoveRow) => shown(app, row, { ...actor, villageCode: area.villageCode });
    return { ...found, rows: found.rows.map(show), underWay: underWay.map(show) };
  },
);

type Reader = { readonly role: Role; readonly userId: string; readonly villageCode: string | null };

function shown(app: App, row: MoveRow, { role, userId, villageCode }: Reader): ListedMove {
  const { id, nameSealed } = row;
  const name = nameSealed === null ? null : maskName(role, app.keys.open(nameSealed, namePlace(id)));
  const isOpen = row.state === "asked" || row.state === "handed-over";
  return {
    id,
    name,
    fromVillageCode: row.fromVillageCode,
    toVillageCode: row.toVillageCode,
    movedOn: row.movedOn,
    document: row.document,
    note: row.note,
    state: row.state,
    refusal: row.refusal,
    recordedAt: row.recordedAt,
    version: row.version,
    isMine: row.recordedBy === userId || row.handedBy === userId,
    mayWithdraw: isOpen && (villageCode === null || row.fromVillageCode === villageCode),
  };
}
