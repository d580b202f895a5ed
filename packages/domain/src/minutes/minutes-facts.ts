import type { CivilDate } from "#time";
import type { MinutesSnapshot } from "./minutes-snapshot.ts";
import type { MinutesTexts } from "./minutes-texts.ts";

/** What a village or a camat said to minutes that were shown, and what was answered. */
export type MinutesReply = {
  readonly kind: "objected" | "confirmed";
  /** "Naras I", or "Kecamatan Pariaman Utara". */
  readonly place: string;
  readonly text: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly answer: string | null;
  readonly answeredAt: number | null;
};

/** Everything that minutes say; kept as it is once they are final. */
export type MinutesFacts = {
  readonly number: string;
  /** The office's own number of the letter. */
  readonly letterNumber: string | null;
  readonly state: "draft" | "published" | "final";
  readonly objectionsUntil: CivilDate | null;
  readonly finalOn: CivilDate | null;
  readonly corrects: { readonly number: string; readonly reason: string } | null;
  readonly snapshot: MinutesSnapshot;
  readonly snapshotName: string;
  readonly texts: MinutesTexts;
  readonly replies: readonly MinutesReply[];
  /** Of the page on which anybody can check the paper. */
  readonly address: string;
};
