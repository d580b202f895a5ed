import { may } from "#access";
import { read } from "#use-case";
import { type EstimatePlace, listEstimatePlaces } from "./estimate-place.view.ts";
import { listProposedTargets, type TargetRow } from "./target.store.ts";

export type IndicatorDesk = {
  readonly proposals: readonly (TargetRow & { readonly isOwn: boolean })[];
  /** Kecamatan and villages that a source of the estimate can be of. */
  readonly places: readonly EstimatePlace[];
  readonly can: { readonly target: boolean };
};

/** What whoever enters figures needs beside the public page: targets that wait, and places to enter sources for. */
export const getIndicatorDesk = read(
  { purpose: "indicator-desk", permission: "indicator.write" },
  async ({ tx, actor }): Promise<IndicatorDesk> => ({
    proposals: (await listProposedTargets(tx)).map(({ enteredBy, ...target }) => ({
      ...target,
      isOwn: enteredBy === actor.userId,
    })),
    places: await listEstimatePlaces(tx),
    can: { target: may(actor, "target.write") },
  }),
);
