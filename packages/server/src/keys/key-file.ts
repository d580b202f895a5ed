import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { AppError } from "#ground";
import { type Keys, keysFrom, type KeySet } from "./keys.ts";

type KeyFile = {
  readonly format: 1;
  readonly current: number;
  readonly root: string;
  readonly versions: Record<string, string>;
};

/**
 * The keys of this installation: `TUWAI_KEYS` (the file's text) or `<dataDir>/keys`, mode 0600.
 * A missing file is made only when `mayCreate` says that no data exist yet: new keys over old data would make
 * every sealed NIK unreadable for ever, so a lost key is a refusal to start.
 */
export function loadKeys(path: string, mayCreate: () => boolean): Keys {
  const text = process.env["TUWAI_KEYS"] ?? (existsSync(path) ? readFileSync(path, "utf8") : null);
  if (text !== null) return keysFrom(parse(text));
  if (!mayCreate()) {
    throw new AppError("not-set-up", {
      message: `The key file ${path} is missing but the database holds data sealed with it. Put the key file back from its safe copy; nothing was changed.`,
    });
  }
  const file: KeyFile = { format: 1, current: 1, root: secret(), versions: { "1": secret() } };
  write(path, file);
  return keysFrom(parse(JSON.stringify(file)));
}

/** Adds a new field key and makes it current; older keys stay so that older rows still open. */
export function rotateKeyFile(path: string): Keys {
  const file = JSON.parse(readFileSync(path, "utf8")) as KeyFile;
  const next = Math.max(...Object.keys(file.versions).map(Number)) + 1;
  if (next > 255)
    throw new AppError("invalid-input", { message: "255 key versions are the limit of the sealed format." });
  const rotated: KeyFile = { ...file, current: next, versions: { ...file.versions, [next]: secret() } };
  write(path, rotated);
  return keysFrom(parse(JSON.stringify(rotated)));
}

function parse(text: string): KeySet {
  const file = JSON.parse(text) as KeyFile;
  if (file.format !== 1)
    throw new AppError("not-set-up", { message: "The key file has a newer format than this program knows." });
  const versions = new Map(
    Object.entries(file.versions).map(([id, value]) => [Number(id), Buffer.from(value, "base64url")]),
  );
  return { current: file.current, root: Buffer.from(file.root, "base64url"), versions };
}

function write(path: string, file: KeyFile): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600, flush: true });
  chmodSync(`${path}.new`, 0o600);
  renameSync(`${path}.new`, path);
}

function secret(): string {
  return randomBytes(32).toString("base64url");
}
