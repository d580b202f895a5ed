/** Every way in which a call can fail. */
export type LinkageErrorCode =
  | "file-unreadable"
  | "column-missing"
  | "meaning-unknown"
  | "ids-not-unique"
  | "table-empty"
  | "nothing-to-compare"
  | "blocking-too-wide"
  | "model-invalid"
  | "model-untrained"
  | "registry-mismatch"
  | "registry-busy"
  | "memory-too-small"
  | "engine-missing"
  | "engine-differs"
  | "splink-unsupported"
  | "labels-invalid"
  | "decisions-conflict"
  | "usage";

/** A failure the caller can act on: a closed code, a sentence, and the facts that name the culprit. Never carries record values. */
export class LinkageError extends Error {
  readonly code: LinkageErrorCode;
  readonly details: Record<string, unknown>;
  constructor(
    code: LinkageErrorCode,
    sentence: string,
    details: Record<string, unknown> = {},
    cause?: unknown,
  ) {
    super(sentence, { cause });
    this.name = "LinkageError";
    this.code = code;
    this.details = details;
  }
}
