import type { CoverageRelease } from "@tuwai/domain/coverage";
import type { App } from "#app";
import type { TrueValues } from "#coverage";
import type { Revisions } from "./release-tables.ts";

/** The true counts behind a draft. */
export type Bases = {
  readonly places: TrueValues;
  readonly groups: CoverageRelease;
  readonly revisions: Revisions;
};

const placeOf = (draftId: string) => ({ table: "release_drafts", column: "bases", rowId: draftId });

export const sealBases = (app: App, draftId: string, bases: Bases): Buffer =>
  app.keys.seal(JSON.stringify(bases), placeOf(draftId));

export const openBases = (
  app: App,
  { id, basesSealed }: { readonly id: string; readonly basesSealed: Buffer },
): Bases => JSON.parse(app.keys.open(basesSealed, placeOf(id))) as Bases;
