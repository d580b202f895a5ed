import { applyChoices, type FieldName } from "@tuwai/domain/imports";
import { authorise } from "#access";
import { type Actor, type App, AppError } from "#app";
import { recordChange } from "#audit";
import { inTransaction, runOnce } from "#database";
import { enqueue } from "#work";
import { requireBatch } from "./apply-import.ts";
import { headerHash } from "./check-file.ts";
import { rememberMapping, updateBatch } from "./import.store.ts";

type Choice = { readonly column: number; readonly field: FieldName | null };
type Input = {
  readonly operationId: string;
  readonly batchId: string;
  readonly version: number;
  readonly choices: readonly Choice[];
};

/**
 * A person says what columns mean. The choice is remembered for this sender and header row; the file is then checked anew.
 * Returns what is still open: `ready` false keeps the batch in `needs-mapping`.
 */
export async function mapColumns(app: App, actor: Actor, input: Input): Promise<{ readonly ready: boolean }> {
  const grant = authorise(actor, "import.upload");
  return inTransaction(app, actor, (tx) =>
    runOnce(
      tx,
      actor,
      {
        id: input.operationId,
        name: "import.map",
        request: { batchId: input.batchId, choices: input.choices },
      },
      async () => {
        const batch = await requireBatch(tx, { app, actor, grant }, input, "needs-mapping", "checked");
        if (!batch.recognition) throw new AppError("conflict", { reason: "no-table-found" });
        const recognition = applyChoices(batch.recognition, input.choices);
        if (recognition.isReady) {
          const mapping = recognition.columns.map(({ header, field }) => ({ header, field }));
          await rememberMapping(tx, {
            regionCode: actor.regionCode,
            kind: batch.kind,
            scopeKey: scopeKeyOf(actor),
            headerHash: headerHash(recognition.columns),
            mapping,
            at: app.clock.now(),
          });
          await enqueue(app, tx, actor, { topic: "import.advance", payload: { batchId: batch.id } });
        }
        await updateBatch(tx, batch.id, {
          state: recognition.isReady ? "received" : "needs-mapping",
          recognition,
        });
        await recordChange(app, tx, actor, {
          action: "import.map",
          objectType: "import",
          objectId: batch.id,
          operationId: input.operationId,
          details: { ready: recognition.isReady },
        });
        return { ready: recognition.isReady };
      },
    ),
  );
}

/** Mappings are remembered per village or branch, and for city offices per role. */
export function scopeKeyOf(actor: Actor): string {
  return actor.scope ?? actor.role;
}
