import type { Actor, App } from "@tuwai/server/app";
import { sourcesOf } from "@tuwai/domain/commitments";
import { getTable, type TableVillage } from "@tuwai/server/meetings";
import { listRegions } from "@tuwai/server/regions";
import { pricesOf } from "#commitments";
import type { FillGroup } from "./fill-sums.ts";

export type TableRow = ReturnType<typeof rowOf>;
export type TableNow = Awaited<ReturnType<typeof loadRows>>;
export type TablePage = Awaited<ReturnType<typeof loadTable>>;

/** What moves while the meeting goes on: each village's state and what stands for it. */
export async function loadRows(app: App, actor: Actor, meetingCode: string) {
  const { villages, totals, meeting, at } = await getTable(app, actor, { meetingCode });
  const { declared, need, promised } = totals;
  return {
    rows: villages.map(rowOf),
    totals: { declared, need, promised, villages: totals.villages },
    state: meeting.state,
    at: at.toISOString(),
  };
}

function rowOf(village: TableVillage) {
  const { villageCode, name, rowState, row, promised, promisedHeads, stand, changes, groups } = village;
  const first = groups.find(({ stages }) => stages.promised > 0)?.commitment;
  return {
    code: villageCode as string,
    name,
    state: rowState,
    objection: row?.objection ?? null,
    heads: promisedHeads,
    months: first?.months ?? null,
    source: first?.source ?? null,
    rupiah: promised,
    stand,
    changes: changes.map(({ kind, byRole, at, details }) => ({
      kind,
      byRole,
      at: at.toISOString(),
      rupiah: typeof details["rupiah"] === "number" ? details["rupiah"] : null,
    })),
  };
}

/** The same with what does not move: who needs what, at what price, out of which money. */
export async function loadTable(app: App, actor: Actor, meetingCode: string) {
  const { villages, meeting, lockedAt } = await getTable(app, actor, { meetingCode });
  const regions = await listRegions(app, actor);
  const { year } = meeting;
  return {
    code: meeting.code,
    title: meeting.title,
    isLocked: lockedAt !== null,
    villages: villages.map(({ villageCode, kecamatanCode, kind, need, heads, groups }) => ({
      code: villageCode as string,
      kecamatanCode,
      need,
      heads,
      sources: sourcesOf(kind),
      groups: groups
        .filter(({ isApplicable }) => isApplicable)
        .map((group): FillGroup => ({
          group: group.group,
          unprotected: group.heads.unprotected,
          monthly: group.need?.monthly ?? 0,
          prices: pricesOf(group, { kind, year }),
        })),
    })),
    kecamatan: regions
      .filter(({ kind }) => kind === "kecamatan")
      .map(({ code, name }) => ({ value: code as string, label: name })),
    now: await loadRows(app, actor, meetingCode),
  };
}
