import type { FieldName, ImportKind } from "@tuwai/domain/intake";
import type { Actor } from "#app";
import type { Step } from "#use-case";
import { headerHash } from "./check-file.ts";
import { upsertMapping } from "./mapping.store.ts";

type Column = { readonly header: string; readonly field: FieldName | null };

/** What columns under this header row mean is remembered for this sender's next file of the kind. */
export async function rememberColumns(
  { tx, actor, now }: Pick<Step, "tx" | "actor" | "now">,
  { kind, columns }: { readonly kind: ImportKind; readonly columns: readonly Column[] },
): Promise<void> {
  await upsertMapping(tx, {
    regionCode: actor.regionCode,
    kind,
    scopeKey: scopeKeyOf(actor),
    headerHash: headerHash(columns),
    mapping: columns.map(({ header, field }) => ({ header, field })),
    at: now,
  });
}

/** Mappings are remembered per village or branch, and for city offices per role. */
export function scopeKeyOf(actor: Actor): string {
  return actor.scope ?? actor.role;
}
