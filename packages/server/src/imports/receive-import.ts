import { createHash, randomInt } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { newCode } from "@tuwai/domain/identity";
import type { ImportKind, SheetChoice } from "@tuwai/domain/intake";
import { AppError, isAppError } from "#app";
import { lockCity } from "#database";
import { limitsFor } from "#files";
import { importKindOf, requireSender } from "#intake";
import { placeOf } from "#regions";
import { act, type Call, type Operation, type Step } from "#use-case";
import { findBatch, findSameFile, insertBatch } from "./batch.store.ts";
import { requireFilesLeft } from "./file-quota.ts";
import { followAdvance } from "./follow-advance.ts";
import { type ImportBatch, requireRead } from "./import-batch.ts";
import { deleteUpload, saveUpload } from "./upload-store.ts";

export type ReceiveInput = Operation & {
  readonly kind: ImportKind;
  /** Needed for village kinds when the sender is not a village: whose list it is. */
  readonly villageCode?: string;
  /** The sheets of a workbook that hold the list; left out: those that belong together, or a question. */
  readonly sheets?: SheetChoice;
  /** As the sender named it; text only, never used as a path. */
  readonly fileName: string;
  /** Where the received bytes lie now. */
  readonly path: string;
  /** Whoever sits at the machine itself loads what there is; from elsewhere there is a limit of files per day. */
  readonly isAtMachine?: boolean;
};

type Received = { readonly batch: ImportBatch; readonly repeated: boolean };

/**
 * Takes a file in: sealed, hashed, with a batch of its own; nothing is read yet. The same bytes sent again by the same
 * sender return the first batch (`repeated`), with no effect. Throws `too-large`, `invalid-input` (village unknown),
 * `not-found` (a village outside the sender's own), `rate-limited` (too many files today), `disk-full`.
 */
export const receiveImport = act(
  { name: "import.receive", permission: "import.upload" },
  async (call, input: ReceiveInput): Promise<Received> => {
    const { app, actor } = call;
    requireSender(app, actor, input.kind);
    const { size } = await stat(input.path);
    const limit = limitsFor(input.kind).bytes;
    if (size > limit) throw new AppError("too-large", { code: "E-SIZE", bytes: size, limit });
    const hash = await hashOf(input.path);
    const id = app.newId();
    await saveUpload(app, id, { path: input.path, bytes: size, hash });
    try {
      const received = await enter(call, { ...input, id, hash, size });
      if (received.repeated) await deleteUpload(app, id);
      return received;
    } catch (error) {
      // A refusal of ours wrote nothing. Any other failure may have come after the commit: then the original is needed.
      if (isAppError(error)) await deleteUpload(app, id);
      throw error;
    }
  },
);

type Arrived = ReceiveInput & { readonly id: string; readonly hash: Buffer; readonly size: number };

async function enter({ once, look }: Call, arrived: Arrived): Promise<Received> {
  const { operationId, kind, villageCode = null, sheets = null, hash, id } = arrived;
  const request = { kind, villageCode, sheets, hash: hash.toString("hex") };
  const batchId = await once({ id: operationId, request }, (step) => insertOrFind(step, arrived));
  const batch = await look(async (step) => requireRead(step, await findBatch(step.tx, batchId)));
  return { batch, repeated: batchId !== id };
}

/** The id of the batch with these bytes: an earlier one, or the one that is made now. */
async function insertOrFind(step: Step, arrived: Arrived): Promise<string> {
  const { tx, actor, now } = step;
  const { id, kind, hash, size, fileName, sheets = null } = arrived;
  const { regionCode } = actor;
  const place = await requirePlace(step, arrived);
  const villageCode = place?.villageCode ?? null;
  // Whoever sends the same bytes at the same moment waits here, and then finds the batch that was made.
  await lockCity(tx, `import-file|${kind}|${villageCode ?? ""}|${hash.toString("hex")}`);
  const same = await findSameFile(tx, { regionCode, hash, kind, villageCode, sheets });
  if (same) return step.unchanged(same.id);
  if (arrived.isAtMachine !== true) await requireFilesLeft(step);
  await insertBatch(tx, {
    regionCode,
    id,
    code: newCode("IM", (below) => randomInt(below)),
    kind,
    villageCode,
    kecamatanCode: place?.kecamatanCode ?? null,
    fileName: basename(fileName).slice(0, 200),
    fileBytes: size,
    fileHash: hash,
    sheets,
    uploadedBy: actor.userId,
    uploadedRole: actor.role,
    uploadedScope: actor.scope ?? null,
    uploadedAt: now,
  });
  const details = { kind, bytes: size };
  await step.audit({ action: "import.upload", objectType: "import", objectId: id, details });
  await followAdvance(step, { id, kind, villageCode, fileBytes: size });
  return id;
}

async function requirePlace({ app, tx, actor, grant, within }: Step, input: ReceiveInput) {
  const wanted = grant.scope === "V" ? (input.villageCode ?? actor.scope) : input.villageCode;
  if (wanted === undefined && !importKindOf(app, input.kind).needsVillage) return null;
  if (wanted === undefined) throw new AppError("invalid-input", { field: "village", reason: "required" });
  // A village that does not exist and one that is not the operator's are the same answer.
  return within((await placeOf(tx, wanted)) ?? undefined);
}

async function hashOf(path: string): Promise<Buffer> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest();
}
