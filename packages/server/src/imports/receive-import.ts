import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { newPersonCode } from "@tuwai/domain/identity";
import type { ImportKind } from "@tuwai/domain/imports";
import { randomInt } from "node:crypto";
import { authorise, type Grant, requireWithin } from "#access";
import { type Actor, type App, AppError, isAppError } from "#app";
import { recordChange } from "#audit";
import { inTransaction, runOnce, type Tx } from "#database";
import { limitsFor } from "#files";
import { enqueue } from "#work";
import { placeOf } from "#regions";
import { importKindOf, requireSender } from "#intake";
import type { ImportBatch } from "./import-batch.ts";
import { findBatch, findSameFile, insertBatch } from "./import.store.ts";
import { deleteUpload, saveUpload } from "./upload-store.ts";

export type ReceiveInput = {
  readonly operationId: string;
  readonly kind: ImportKind;
  /** Needed for village kinds when the sender is not a village: whose list it is. */
  readonly villageCode?: string;
  /** As the sender named it; text only, never used as a path. */
  readonly fileName: string;
  /** Where the received bytes lie now. */
  readonly path: string;
};

type Received = { readonly batch: ImportBatch; readonly repeated: boolean };

/**
 * Takes a file in: sealed, hashed, with a batch of its own; nothing is read yet. The same bytes sent again by the same
 * sender return the first batch (`repeated`), with no effect. Throws `too-large`, `invalid-input` (village unknown),
 * `not-found` (a village outside the sender's own).
 */
export async function receiveImport(app: App, actor: Actor, input: ReceiveInput): Promise<Received> {
  const grant = authorise(actor, "import.upload");
  requireSender(app, actor, input.kind);
  const { size } = await stat(input.path);
  const limit = limitsFor(input.kind).bytes;
  if (size > limit) throw new AppError("too-large", { code: "E-SIZE", bytes: size, limit });
  const hash = await hashOf(input.path);
  const id = app.newId();
  await saveUpload(app, id, input.path);
  try {
    const received = await enter(app, { actor, grant }, { ...input, id, hash, size });
    if (received.batch.id !== id) await deleteUpload(app, id);
    return received;
  } catch (error) {
    // A refusal of ours wrote nothing. Any other failure may have come after the commit: then the original is needed.
    if (isAppError(error)) await deleteUpload(app, id);
    throw error;
  }
}

type Arrived = ReceiveInput & { readonly id: string; readonly hash: Buffer; readonly size: number };

function enter(app: App, by: By, input: Arrived): Promise<Received> {
  const { actor } = by;
  const { id, hash, size } = input;
  return inTransaction(app, actor, async (tx) => {
    const place = await requirePlace(app, tx, by, input);
    const same = await findSameFile(tx, {
      regionCode: actor.regionCode,
      hash,
      kind: input.kind,
      villageCode: place?.villageCode ?? null,
    });
    if (same) return { batch: same, repeated: true };
    const request = { kind: input.kind, village: place?.villageCode ?? null, hash: hash.toString("hex") };
    const batchId = await runOnce(
      tx,
      actor,
      { id: input.operationId, name: "import.receive", request },
      async () => {
        await insertBatch(tx, {
          regionCode: actor.regionCode,
          id,
          code: newPersonCode((below) => randomInt(below)).replace("PK-", "IM-"),
          kind: input.kind,
          villageCode: place?.villageCode ?? null,
          kecamatanCode: place?.kecamatanCode ?? null,
          fileName: basename(input.fileName).slice(0, 200),
          fileBytes: size,
          fileHash: hash,
          uploadedBy: actor.userId,
          uploadedRole: actor.role,
          uploadedScope: actor.scope ?? null,
          uploadedAt: app.clock.now(),
        });
        await recordChange(app, tx, actor, {
          action: "import.upload",
          objectType: "import",
          objectId: id,
          operationId: input.operationId,
          details: { kind: input.kind, bytes: size },
        });
        await enqueue(app, tx, actor, { topic: "import.advance", payload: { batchId: id } });
        return id;
      },
    );
    return { batch: (await findBatch(tx, batchId))!, repeated: batchId !== id };
  });
}

type By = { readonly actor: Actor; readonly grant: Grant };

async function requirePlace(app: App, tx: Tx, { actor, grant }: By, input: ReceiveInput) {
  const wanted = grant.scope === "V" ? (input.villageCode ?? actor.scope) : input.villageCode;
  if (wanted === undefined && !importKindOf(app, input.kind).needsVillage) return null;
  if (wanted === undefined) throw new AppError("invalid-input", { field: "village", reason: "required" });
  // A village that does not exist and one that is not the operator's are the same answer.
  return requireWithin(actor, grant, (await placeOf(tx, wanted)) ?? undefined);
}

async function hashOf(path: string): Promise<Buffer> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest();
}
