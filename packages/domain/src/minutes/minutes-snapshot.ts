import type { CommitmentSource, VillageKind } from "#commitments";
import type { Group } from "#grants";

/** `awaiting`: typed for the village, which has not said that it is right; `objected`: it said no, and counts in no sum. */
export type VillageMark = "declared" | "awaiting" | "objected" | "silent";

export type SnapshotLine = {
  readonly group: Group;
  readonly heads: number;
  readonly months: number;
  readonly rupiah: number;
  readonly source: CommitmentSource | null;
};

export type SnapshotVillage = {
  readonly code: string;
  readonly name: string;
  readonly kecamatan: string;
  readonly kind: VillageKind;
  /** What it needs in a year for the groups that were asked for, rupiah. */
  readonly need: number;
  readonly lines: readonly SnapshotLine[];
  readonly mark: VillageMark;
  /** Whose hand the promise is; null where there is none. */
  readonly typedBy: "village" | "office" | null;
  readonly objection: string | null;
};

export type SnapshotGuest = {
  readonly place: string | null;
  readonly kecamatan: string | null;
  readonly office: string;
  readonly name: string | null;
  readonly standsInFor: string | null;
  readonly letter: string | null;
  /** Milliseconds since 1970, as every moment here. */
  readonly arrivedAt: number | null;
  readonly leftAt: number | null;
};

export type SnapshotItem = {
  readonly title: string;
  readonly presenter: string | null;
  readonly minutes: number;
  readonly state: "planned" | "running" | "done" | "moved" | "parked" | "dropped";
  readonly notes: string | null;
};

export type SnapshotFollowUp = {
  /** The number of the decision that asks for it. */
  readonly decision: number | null;
  readonly what: string;
  readonly who: string;
  readonly until: string | null;
};

/** Everything of a meeting as it stood at one moment: what minutes are made of, and never changed afterwards. */
export type MinutesSnapshot = {
  readonly city: string;
  readonly meeting: {
    readonly code: string;
    readonly title: string;
    readonly year: number;
    readonly groups: readonly Group[];
    /** When it began and ended; planned where nobody opened or closed it. */
    readonly from: number;
    readonly until: number;
    readonly isClosed: boolean;
    readonly place: string;
    readonly leader: string;
    readonly secretary: string;
    readonly letterNumber: string | null;
    readonly basis: string | null;
  };
  readonly guests: readonly SnapshotGuest[];
  readonly items: readonly SnapshotItem[];
  readonly decisions: readonly string[];
  readonly followUps: readonly SnapshotFollowUp[];
  readonly kecamatan: readonly string[];
  readonly villages: readonly SnapshotVillage[];
  readonly takenAt: number;
};
