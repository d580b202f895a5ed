import { redirect } from "react-router";
import { may } from "@tuwai/server/access";
import type { Actor, App } from "@tuwai/server/app";
import { getImport } from "@tuwai/server/imports";
import { kindsSentBy } from "@tuwai/server/intake";
import { shortDayOf } from "#language/day-of.ts";
import { villageNamer } from "#regions";
import { languageOf, localPath, type Language } from "#language/language.ts";
import { importMendingTexts } from "#language/import-mending.ts";
import { flash, forUseCase } from "#shell";
import type { Route } from "./+types/import.page";
import { type BatchAt, isAt, stepsAllowed, type ImportStep } from "./import-step.ts";

type Asked = Pick<Route.LoaderArgs, "request" | "context" | "params">;

/** A batch as every step shows it: words and codes, nothing of its rows. */
export type ShownImport<Step extends ImportStep = ImportStep> = Pick<
  BatchAt<Step>,
  | "id"
  | "code"
  | "kind"
  | "state"
  | "fileName"
  | "counts"
  | "progress"
  | "refusal"
  | "uploadedRole"
  | "version"
> & {
  readonly village: string | null;
  readonly uploadedOn: string;
  /** Whether the reader's office is a sender of this kind and may therefore choose columns, save and undo. */
  readonly mayWork: boolean;
};

export type LoadedImport<Step extends ImportStep = ImportStep> = {
  readonly app: App;
  readonly actor: Actor;
  readonly language: Language;
  readonly batch: BatchAt<Step>;
  readonly shown: ShownImport<Step>;
  readonly villageName: (code: string | undefined) => string | undefined;
};

/** The batch of `/impor/:kode` as the reader may see it; sends them to the right step when it is not at this one. */
export async function loadImport<Step extends ImportStep>(
  asked: Asked,
  step: Step,
): Promise<LoadedImport<Step>> {
  const { pathname } = new URL(asked.request.url);
  const language = languageOf(pathname);
  const [app, actor] = forUseCase(asked.context);
  const batch = await getImport(app, actor, { batchId: asked.params.kode.toUpperCase() });
  if (!isAt(batch, step)) {
    const t = importMendingTexts[language];
    const isSent = asked.request.method === "POST";
    const said = flash("warn", step === "periksa" ? t.moved : t.movedOn);
    const there = importPath(language, batch.code, stepsAllowed(batch.state)[0]!);
    throw redirect(there, isSent ? { status: 303, headers: said } : {});
  }
  const villageName = await villageNamer(app, actor);
  return {
    app,
    actor,
    language,
    batch,
    shown: showImport({ app, actor, language, batch, villageName }),
    villageName,
  };
}

export function importPath(language: Language, code: string, step: ImportStep): string {
  return localPath(language, step === "" ? `/impor/${code}` : `/impor/${code}/${step}`);
}

function showImport<Step extends ImportStep>(
  of: Pick<LoadedImport<Step>, "app" | "actor" | "language" | "batch" | "villageName">,
): ShownImport<Step> {
  const { app, actor, language, batch, villageName } = of;
  const { id, code, kind, state, fileName, counts, progress, refusal, uploadedRole, version } = batch;
  return {
    id,
    code,
    kind,
    state,
    fileName,
    counts,
    progress,
    refusal,
    uploadedRole,
    version,
    village: batch.villageCode === null ? null : (villageName(batch.villageCode) ?? null),
    uploadedOn: shortDayOf(language, batch.uploadedAt),
    mayWork: may(actor, "import.apply") && kindsSentBy(app, actor).some((sent) => sent.kind === kind),
  } as ShownImport<Step>;
}
