import { readPersonCode } from "@tuwai/domain/identity";
import { authorise, maskOf } from "#access";
import { type Actor, type App, AppError } from "#app";
import { recordAccess } from "#audit";
import { inTransaction } from "#database";
import { fieldsShown, shownKeys, type ShownWorker, showWorker } from "./shown-worker.ts";
import {
  countWorkerRows,
  everybody,
  listWorkerRows,
  type WorkerFilter,
  type WorkerSort,
} from "./worker.store.ts";
import { type WorkerSight, workerSight } from "./worker-sight.ts";
import type { WorkerStage } from "./worker-stage.ts";

export const workersPerPage = 50;

export type WorkerQuery = {
  /** A code, or part of a name where the role may know names. */
  readonly q?: string;
  readonly villageCode?: string;
  readonly kecamatanCode?: string;
  readonly stage?: WorkerStage;
  readonly occupationGroup?: string;
  readonly targetGroup?: string;
  readonly sort?: WorkerSort;
};

export type WorkerPage = {
  readonly workers: readonly ShownWorker[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly can: {
    readonly searchNames: boolean;
    readonly filterStage: boolean;
    readonly filterTarget: boolean;
  };
};

/**
 * Workers of the actor's jurisdiction, 50 a page; whose data are shown is noted before they are. Filtering or sorting by
 * something the role may not see is `invalid-input`: the order of a list would tell it (reliability.md T14).
 */
export async function listWorkers(
  app: App,
  actor: Actor,
  input: WorkerQuery & { readonly page: number },
): Promise<WorkerPage> {
  const grant = authorise(actor, "worker.list");
  const sight = workerSight(actor, grant);
  const { filter, sort } = readWorkerQuery(sight, input);
  return inTransaction(app, actor, async (tx) => {
    const total = await countWorkerRows(tx, sight, filter);
    const pages = Math.max(1, Math.ceil(total / workersPerPage));
    const page = Math.min(Math.max(1, Math.trunc(input.page)), pages);
    const offset = (page - 1) * workersPerPage;
    const rows = await listWorkerRows(tx, sight, filter, { sort, limit: workersPerPage, offset });
    await recordAccess(app, tx, actor, {
      personIds: rows.map(({ id }) => id),
      purpose: "worker-list",
      fields: fieldsShown(sight, Object.keys(shownKeys) as (keyof typeof shownKeys)[]),
    });
    const today = app.clock.today();
    return {
      workers: rows.map((row) => showWorker(sight, row, today)),
      total,
      page,
      pages,
      can: {
        searchNames: seesNames(sight),
        filterStage: sight.stage,
        filterTarget: sight.sees("occupation_text"),
      },
    };
  });
}

/** The query as conditions, refused where it asks for what the role may not see. */
export function readWorkerQuery(
  sight: WorkerSight,
  input: WorkerQuery,
): { readonly filter: WorkerFilter; readonly sort: WorkerSort } {
  const sort = input.sort ?? (seesNames(sight) ? "name" : "code");
  const asked: readonly [boolean, string][] = [
    [input.stage !== undefined && !sight.stage, "stage"],
    [input.kecamatanCode !== undefined && !sight.sees("kecamatan"), "kecamatan"],
    [input.targetGroup !== undefined && !sight.sees("occupation_text"), "target-group"],
    [sort === "name" && !seesNames(sight), "sort"],
    [sort === "stage" && !sight.stage, "sort"],
  ];
  const refused = asked.find(([isRefused]) => isRefused);
  if (refused) throw new AppError("invalid-input", { field: refused[1] });
  const filter: WorkerFilter = {
    ...everybody,
    ...searchOf(sight, input.q ?? ""),
    villageCode: input.villageCode ?? null,
    kecamatanCode: input.kecamatanCode ?? null,
    stage: input.stage ?? null,
    occupationGroup: input.occupationGroup ?? null,
    targetGroup: input.targetGroup ?? null,
  };
  return { filter, sort };
}

/** Without names in sight only a whole code finds anybody: searching by initials would spell the name. */
function searchOf(sight: WorkerSight, text: string): Partial<WorkerFilter> {
  const wanted = text.trim().slice(0, 60);
  if (wanted === "") return {};
  const reading = readPersonCode(wanted);
  if (reading.status === "wajar") return { code: reading.code };
  return seesNames(sight) ? { name: wanted } : { code: wanted };
}

function seesNames(sight: WorkerSight): boolean {
  return maskOf(sight.role, "full_name") === "full";
}
