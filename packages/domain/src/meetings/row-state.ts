import type { CommitmentState } from "#commitments";

/** When a village did what in a meeting, in milliseconds since 1970. */
export type MeetingRow = {
  readonly openedAt: number | null;
  readonly typingAt: number | null;
  readonly typedAt: number | null;
  readonly confirmedAt: number | null;
  readonly objectedAt: number | null;
};

/** `awaiting`: typed for the village, which has not yet said that it is right; `objected`: it said no. */
export type RowState = "unopened" | "opened" | "typing" | "draft" | "declared" | "awaiting" | "objected";

/** Milliseconds for which somebody still counts as typing. */
const typingFor = 20_000;

/**
 * Where a village stands in a meeting, from what it did and what it promised. A promise that somebody else typed counts as declared
 * only once the village has said that it is right.
 */
export function rowStateOf(row: MeetingRow | undefined, promise: CommitmentState, now: number): RowState {
  const isSaid = promise !== "belum" && promise !== "rancangan" && promise !== "ditarik";
  if (row?.objectedAt != null) return "objected";
  if (isSaid) return isAwaiting(row) ? "awaiting" : "declared";
  if (row?.typingAt != null && now - row.typingAt < typingFor) return "typing";
  if (promise === "rancangan") return "draft";
  return row?.openedAt == null ? "unopened" : "opened";
}

const isAwaiting = (row: MeetingRow | undefined): boolean =>
  row?.typedAt != null && (row.confirmedAt === null || row.confirmedAt < row.typedAt);
