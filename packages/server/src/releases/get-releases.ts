import type { Month } from "@tuwai/domain/time";
import { AppError } from "#app";
import { listPublished, listReleaseRows, type PublishedRow, type ReleaseRow } from "#coverage";
import { read } from "#use-case";
import {
  listNotices,
  listTables,
  listTableSizes,
  type Notice,
  type TableSize,
} from "./published-table.store.ts";
import type { ReleaseTable } from "./release-table.ts";

export type ReleaseListed = ReleaseRow & {
  /** The city's own figure. */
  readonly city: PublishedRow | null;
  readonly notices: readonly Notice[];
  readonly sizes: readonly TableSize[];
};

/** All releases of the city, the newest first; public. */
export const listReleases = read(
  { purpose: "releases", permission: "stats.public.read" },
  async ({ tx, actor }): Promise<readonly ReleaseListed[]> => {
    const rows = await listReleaseRows(tx, actor.regionCode);
    const notices = await listNotices(tx, actor.regionCode);
    const sizes = await listTableSizes(tx, actor.regionCode);
    const listed: ReleaseListed[] = [];
    for (const row of rows)
      listed.push({
        ...row,
        city: (await listPublished(tx, row.id)).find(({ level }) => level === "city") ?? null,
        notices: notices.filter(({ releaseId }) => releaseId === row.id),
        sizes: sizes.filter(({ releaseId }) => releaseId === row.id),
      });
    return listed;
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
