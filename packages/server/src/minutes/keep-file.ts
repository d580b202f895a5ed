import { createHash } from "node:crypto";
import type { Step } from "#use-case";
import { type FileKind, insertFile } from "./minutes-file.store.ts";

type Kept = {
  readonly minutesId: string;
  readonly kind: FileKind;
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
};

/** Where the sealed bytes of a file belong, so that they open nowhere else. */
export const placeOfFile = (rowId: string) => ({ table: "minutes_files", column: "sealed", rowId });

/** A file of final minutes, sealed, and known by its SHA-256. */
export async function keepFile(step: Step, { bytes, ...file }: Kept): Promise<string> {
  const { tx, actor, now: at, app } = step;
  const id = step.newId();
  const hash = createHash("sha256").update(bytes).digest();
  const sealed = app.keys.sealBytes(bytes, placeOfFile(id));
  await insertFile(tx, { ...file, id, regionCode: actor.regionCode, hash, sealed, by: actor.userId, at });
  return id;
}
