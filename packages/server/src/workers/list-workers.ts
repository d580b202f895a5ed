import type { ExitName, StageName } from "@tuwai/domain/dashboards";
import { cleanDigits, holdsIdentityNumber, readPersonCode } from "@tuwai/domain/identity";
import type { LadderStage } from "@tuwai/domain/indicators";
import { maskOf, may } from "#access";
import { type Actor, AppError } from "#app";
import { type PageOf, pageOf, read, type Step } from "#use-case";
import { fieldsShown, shownKeys, type ShownWorker, showWorker } from "./shown-worker.ts";
import {
  countWorkerRows,
  everybody,
  listWorkerRows,
  type WorkerFilter,
  type WorkerSort,
} from "./worker.view.ts";
import { type WorkerSight, workerSight } from "./worker-sight.ts";
import type { WorkerStage } from "./worker-stage.ts";

export type WorkerQuery = {
  /** A code, part of a name where the role may know names, or sixteen digits where it may find by them. */
  readonly q?: string;
  readonly villageCode?: string;
  readonly kecamatanCode?: string;
  readonly stage?: WorkerStage;
  /** A stage of the ladder from the register to cover, whose people the list then is. */
  readonly ladderStage?: LadderStage;
  /** A stage on the way to cover, whose people the list then is. */
  readonly standing?: StageName | ExitName;
  readonly occupationGroup?: string;
  readonly targetGroup?: string;
  readonly sort?: WorkerSort;
};

export type WorkerPage = PageOf<ShownWorker> & {
  readonly can: {
    readonly searchNames: boolean;
    readonly filterStage: boolean;
    readonly filterTarget: boolean;
  };
};

/**
 * Workers of the actor's jurisdiction, 50 a page or `most` of them; whose data are shown is noted before they are. Filtering or sorting by
 * something the role may not see is `invalid-input`: the order of a list would tell it (reliability.md T14).
 */
export const listWorkers = read(
  { purpose: "worker-list", permission: "worker.list" },
  async (
    step,
    input: WorkerQuery & { readonly page?: number; readonly most?: number },
  ): Promise<WorkerPage> => {
    const sight = workerSight(step);
    const { filter, sort } = readWorkerQuery(step, sight, input);
    const found = await pageOf(
      { page: input.page, size: Math.min(50, Math.max(1, input.most ?? 50)) },
      () => countWorkerRows(step.tx, sight, filter),
      (part) => listWorkerRows(step.tx, sight, filter, { sort, ...part }),
    );
    await step.seen({
      personIds: found.rows.map(({ id }) => id),
      fields: fieldsShown(sight, Object.keys(shownKeys) as (keyof typeof shownKeys)[]),
    });
    return {
      ...found,
      rows: found.rows.map((row) => showWorker(sight, row, step.today)),
      can: {
        searchNames: seesNames(sight),
        filterStage: sight.stage,
        filterTarget: sight.sees("occupation_text"),
      },
    };
  },
);

/** How many workers a query finds, for whoever takes them along; shows nobody. */
export const countWorkers = read(
  { purpose: "worker-count", permission: "worker.export" },
  async (step, input: WorkerQuery): Promise<number> => {
    const sight = workerSight(step);
    return countWorkerRows(step.tx, sight, readWorkerQuery(step, sight, input).filter);
  },
);

/** The query as conditions, refused where it asks for what the role may not see. */
export function readWorkerQuery(
  step: Pick<Step, "app" | "actor">,
  sight: WorkerSight,
  input: WorkerQuery,
): { readonly filter: WorkerFilter; readonly sort: WorkerSort } {
  const sort = input.sort ?? (seesNames(sight) ? "name" : "code");
  const asked: readonly [boolean, string][] = [
    [isIdentityNumber(input.q ?? "") && !mayFindByNumber(step.actor), "number"],
    [input.stage !== undefined && !sight.stage, "stage"],
    [input.ladderStage !== undefined && !sight.stage, "ladder"],
    [input.standing !== undefined && !sight.stage, "standing"],
    [input.kecamatanCode !== undefined && !sight.sees("kecamatan"), "kecamatan"],
    [input.targetGroup !== undefined && !sight.sees("occupation_text"), "target-group"],
    [sort === "name" && !seesNames(sight), "sort"],
    [sort === "stage" && !sight.stage, "sort"],
  ];
  const refused = asked.find(([isRefused]) => isRefused);
  if (refused) throw new AppError("invalid-input", { field: refused[1] });
  const filter: WorkerFilter = {
    ...everybody,
    ...searchOf(step, sight, input.q ?? ""),
    villageCode: input.villageCode ?? null,
    kecamatanCode: input.kecamatanCode ?? null,
    stage: input.stage ?? null,
    ladderStage: input.ladderStage ?? null,
    standing: input.standing ?? null,
    occupationGroup: input.occupationGroup ?? null,
    targetGroup: input.targetGroup ?? null,
  };
  return { filter, sort };
}

/** Without names in sight only a whole code finds anybody: searching by initials would spell the name. */
function searchOf({ app }: Pick<Step, "app">, sight: WorkerSight, text: string): Partial<WorkerFilter> {
  const wanted = text.trim().slice(0, 60);
  if (wanted === "") return {};
  if (isIdentityNumber(wanted)) {
    const digits = cleanDigits(wanted).text;
    const card = maskOf(sight.role, "kk") === null ? null : app.keys.blindIndex("family-card", digits);
    return { number: { nik: app.keys.blindIndex("nik", digits), familyCard: card } };
  }
  const reading = readPersonCode(wanted);
  if (reading.status === "wajar") return { code: reading.code };
  return seesNames(sight) ? { name: wanted } : { code: wanted };
}

/** Whether somebody typed a NIK or a family card number, in whatever groups. */
export function isIdentityNumber(text: string): boolean {
  return holdsIdentityNumber(text) && /^\d{16}$/.test(cleanDigits(text).text);
}

/** Who may ask whether a number is on the list: whoever enters persons and must know it, and whoever may see numbers one by one. */
export function mayFindByNumber(actor: Pick<Actor, "role">): boolean {
  return may(actor, "worker.dup_check") || may(actor, "worker.unmask_nik");
}

function seesNames(sight: WorkerSight): boolean {
  return maskOf(sight.role, "full_name") === "full";
}
