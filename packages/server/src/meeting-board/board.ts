import { type BoardPart, boardStateOf, isStanding } from "@tuwai/domain/meetings";
import type { Hall, HallVillage } from "#meetings";
import type { RunningItem } from "./agenda.view.ts";

/** A village as a hall sees it. */
export type BoardVillage = BoardPart & {
  readonly code: string;
  readonly name: string;
  readonly kecamatan: string;
  readonly isKelurahan: boolean;
  /** People whom the promise is for. */
  readonly promisedHeads: number;
};

/**
 * Everything that a board shows, small enough to be sent whole. Codes, names of villages, numbers and moments only: no field of it
 * can hold a person's name. `title` is the meeting's and the running item's, as whoever leads the meeting wrote them.
 */
export type Board = {
  readonly code: string;
  readonly title: string;
  readonly year: number;
  readonly state: Hall["meeting"]["state"];
  /** In milliseconds since 1970, as all moments here. */
  readonly startsAt: number;
  readonly closedAt: number | null;
  readonly item: RunningItem | null;
  readonly villages: readonly BoardVillage[];
  /** Who spoke last, the newest first. */
  readonly latest: readonly { readonly village: string; readonly at: number }[];
  /** When it was counted. */
  readonly at: number;
};

const mostLatest = 5;

/** What is shown of a hall that was read for the whole city. */
export function boardOf({ meeting, villages, latest, at }: Hall, item: RunningItem | null): Board {
  const since = meeting.openedAt?.getTime() ?? 0;
  const spoken = villages
    .filter((village) => isStanding(boardStateOf(village.rowState)))
    .map((village) => ({ village: village.villageCode, at: spokeAt(village) }))
    .filter((one) => one.at >= since);
  // Within one moment the meeting's line says who was later.
  const later = (village: string) => latest.find(({ villageCode }) => villageCode === village)?.seq ?? 0;
  return {
    code: meeting.code,
    title: meeting.title,
    year: meeting.year,
    state: meeting.state,
    startsAt: meeting.startsAt.getTime(),
    closedAt: meeting.closedAt?.getTime() ?? null,
    item,
    villages: villages.map(asBoardVillage),
    latest: spoken
      .toSorted((a, b) => b.at - a.at || later(b.village) - later(a.village))
      .slice(0, mostLatest),
    at: at.getTime(),
  };
}

function asBoardVillage(village: HallVillage): BoardVillage {
  const state = boardStateOf(village.rowState);
  const stands = isStanding(state);
  return {
    code: village.villageCode,
    name: village.name,
    kecamatan: village.kecamatanCode,
    isKelurahan: village.kind === "kelurahan",
    state,
    need: village.need,
    promised: stands ? village.promised : 0,
    promisedHeads: stands ? village.promisedHeads : 0,
    isShort: stands && village.isShort,
  };
}

/** When it was promised, typed for it, or said to be right; the last of them. */
const spokeAt = ({ changedAt, row }: HallVillage): number =>
  Math.max(...[changedAt, row?.typedAt, row?.confirmedAt].map((at) => at?.getTime() ?? 0));
