import type { ImportKind } from "@tuwai/domain/intake";
import { may, type Permission } from "#access";
import { type Actor, type App, AppError, part } from "#app";
import type { BatchTopic } from "#work";
import type { Applier } from "./applier.ts";

/** What the feature that turns a kind of file into facts says of it. */
export type ImportKindOf = {
  readonly kind: ImportKind;
  /** The matrix says whose files of this kind are believed. */
  readonly send: Extract<Permission, `import.send.${string}`>;
  /** Money always waits for a second person; whoever may not read lists of people reads these. */
  readonly isMoney: boolean;
  /** A village list is one village's; officer lists also come per kecamatan, with the village in each row. */
  readonly needsVillage: boolean;
  readonly applier: Applier;
  /** Work with `{ batchId }` that follows when the whole batch is applied or undone. */
  readonly topics: readonly BatchTopic[];
};

/** Kinds of file, each given by the feature it becomes facts in. */
export const importKinds = part<ImportKindOf>("import-kinds");

/** Throws for a kind that no feature takes. */
export function importKindOf(app: App, kind: ImportKind): ImportKindOf {
  const found = importKinds.all(app.features).find((given) => given.kind === kind);
  if (found === undefined) throw new Error(`no feature takes files of kind ${kind}`);
  return found;
}

/** The kinds of file that the actor's office sends. */
export function kindsSentBy(app: App, actor: Pick<Actor, "role">): readonly ImportKindOf[] {
  return importKinds.all(app.features).filter(({ send }) => may(actor, send));
}

export function requireSender(app: App, actor: Actor, kind: ImportKind): void {
  if (!may(actor, importKindOf(app, kind).send)) throw new AppError("forbidden", { kind, role: actor.role });
}

/** Whoever may not read lists of people is the second pair of eyes on money; null: every kind. */
export function kindsReadBy(app: App, actor: Pick<Actor, "role">): readonly ImportKind[] | null {
  if (may(actor, "import.read_people")) return null;
  return importKinds
    .all(app.features)
    .filter(({ isMoney }) => isMoney)
    .map(({ kind }) => kind);
}
