import { parseCivilDate } from "@tuwai/domain/time";

/** What shows that somebody works. */
export const evidenceKinds = ["photo", "statement", "licence", "seen-at-work", "other"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export type EvidenceReason =
  | "without-kind"
  | "without-work"
  | "without-reference"
  | "without-day"
  | "in-the-future";

export type ToldEvidence = {
  readonly kind: EvidenceKind;
  /** The work that it shows, in words. */
  readonly shows: string;
  /** Where it is kept or under which number; needless where somebody saw the work themselves. */
  readonly reference?: string;
  /** The day it was made or seen, "YYYY-MM-DD". */
  readonly seenOn: string;
};

/** Everything that speaks against keeping it; empty when nothing does. */
export function reasonsAgainstEvidence(
  { kind, shows, reference = "", seenOn }: ToldEvidence,
  today: string,
): EvidenceReason[] {
  const on = parseCivilDate(seenOn);
  const found: readonly [EvidenceReason, boolean][] = [
    ["without-kind", !evidenceKinds.includes(kind)],
    ["without-work", shows.trim() === ""],
    ["without-reference", kind !== "seen-at-work" && reference.trim() === ""],
    ["without-day", on === undefined],
    ["in-the-future", on !== undefined && on > today],
  ];
  return found.flatMap(([reason, holds]) => (holds ? [reason] : []));
}
