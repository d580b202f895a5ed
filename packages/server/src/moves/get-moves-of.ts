import { AppError } from "#app";
import { requireCode, shownFields, showPerson, type ShownPerson } from "#people";
import { read } from "#use-case";
import type { MoveState } from "./move.ts";
import { listMovesOf } from "./move.store.ts";
import { findMovingPerson } from "./moving-person.view.ts";

export type MovesOf = {
  readonly person: ShownPerson;
  readonly villageCode: string;
  /** Newest first. */
  readonly moves: readonly {
    readonly id: string;
    readonly fromVillageCode: string;
    readonly toVillageCode: string;
    readonly state: MoveState;
    readonly recordedAt: Date;
  }[];
};

/** Where one worker lives and moved from and to. Throws `not-found`. */
export const getMovesOf = read(
  { purpose: "worker-moves", permission: "worker.move_request" },
  async (step, { personCode }: { readonly personCode: string }): Promise<MovesOf> => {
    const { tx, area, actor } = step;
    const person = await findMovingPerson(tx, area, requireCode(personCode));
    if (person === undefined) throw new AppError("not-found");
    await step.seen({ personIds: [person.id], fields: shownFields(actor.role) });
    const moves = await listMovesOf(tx, person.id);
    return {
      person: showPerson(actor.role, person),
      villageCode: person.villageCode,
      moves: moves.map(({ id, fromVillageCode, toVillageCode, state, recordedAt }) => ({
        id,
        fromVillageCode,
        toVillageCode,
        state,
        recordedAt,
      })),
    };
  },
);
