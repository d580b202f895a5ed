import type { VillageCommitments } from "#commitments";

/** Changes whenever something else stands for a village; empty while nothing does. */
export const standOf = ({
  promised,
  changedAt,
}: Pick<VillageCommitments, "promised" | "changedAt">): string =>
  promised === 0 ? "" : (changedAt?.toISOString() ?? "");
