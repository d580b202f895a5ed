import type { Month } from "@tuwai/domain/time";
import { AppError } from "#app";
import {
  listPublished,
  listReleaseRows,
  mapCityFigures,
  type PublishedRow,
  type ReleaseRow,
} from "#coverage";
import { read } from "#use-case";
import { listNotices, listTables, type Notice } from "./published-table.store.ts";
import type { ReleaseTable } from "./release-table.ts";

export type ReleaseListed = ReleaseRow & {
  /** The city's own figure. */
  readonly city: PublishedRow | null;
  readonly notices: readonly Notice[];
};

/** All releases of the city, the newest first; public. */
export const listReleases = read(
  { purpose: "releases", permission: "stats.public.read" },
  async ({ tx, actor }): Promise<readonly ReleaseListed[]> => {
    const rows = await listReleaseRows(tx, actor.regionCode);
    const cities = await mapCityFigures(tx, actor.regionCode);
    const notices = Map.groupBy(await listNotices(tx, actor.regionCode), ({ releaseId }) => releaseId);
    return rows.map((row) => ({
      ...row,
      city: cities.get(row.id) ?? null,
      notices: notices.get(row.id) ?? [],
    }));
  },
);

export type Release = ReleaseRow & {
  readonly rows: readonly PublishedRow[];
  readonly tables: readonly ReleaseTable[];
  readonly notices: readonly Notice[];
  readonly newer: Month | null;
};

/** One release, frozen; public. Throws `not-found`. */
export const getRelease = read(
  { purpose: "release", permission: "stats.public.read" },
  async ({ tx, actor }, { releaseMonth }: { readonly releaseMonth: string }): Promise<Release> => {
    const all = await listReleaseRows(tx, actor.regionCode);
    const release = all.find(({ month }) => month === releaseMonth);
    if (release === undefined) throw new AppError("not-found");
    const notices = await listNotices(tx, actor.regionCode);
    return {
      ...release,
      rows: await listPublished(tx, release.id),
      tables: await listTables(tx, release.id),
      notices: notices.filter(({ releaseId }) => releaseId === release.id),
      newer: all[0]!.month > release.month ? all[0]!.month : null,
    };
  },
);
