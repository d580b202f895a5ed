import { AppError, type Config } from "#app";
import type { Keys } from "#keys";
import { type Manifest, readFrames } from "./frames.ts";

/**
 * Opens every piece of a backup from the manifest to the end and says what it is. Throws `invalid-input` when one is missing,
 * altered, of other keys or of another city.
 */
export async function openBackup(config: Config, keys: Keys, path: string): Promise<Manifest> {
  const manifest = await readWhole(path, keys);
  requireSameCity(config, keys, manifest);
  return manifest;
}

async function readWhole(path: string, keys: Keys): Promise<Manifest> {
  let manifest: Manifest | null = null;
  let isWhole = false;
  for await (const { head } of readFrames(path, keys)) {
    if (head.type === "manifest") manifest = head.manifest;
    isWhole = head.type === "end";
  }
  if (manifest === null) throw new AppError("invalid-input", { message: "The backup has no manifest." });
  if (!isWhole) throw brokenOff();
  return manifest;
}

export function brokenOff(): AppError {
  return new AppError("invalid-input", {
    message: "The backup breaks off before its end; nothing was changed.",
  });
}

function requireSameCity(config: Config, keys: Keys, manifest: Manifest): void {
  if (manifest.regionCode !== config.regionCode) {
    throw new AppError("invalid-input", {
      message: `The backup is of region ${manifest.regionCode}, not ${config.regionCode}.`,
    });
  }
  if (manifest.keyFingerprint !== keys.fingerprint) {
    throw new AppError("invalid-input", {
      message: "The keys are not those of the backup. Put the right key file in place first.",
    });
  }
}
