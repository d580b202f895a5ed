import { startMonthRun } from "@tuwai/server/month-runs";
import { redirect } from "react-router";
import { languageOf, localPath } from "#language/language.ts";
import { monthRunTexts } from "#language/month-runs.ts";
import { flash, forUseCase, type Handle, pageMeta, readOperationId } from "#shell";
import type { Route } from "./+types/period.page";
import { periodData } from "./period-data.ts";
import { PeriodView } from "./period-view.tsx";

export const handle: Handle = { access: "contribution.month.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const language = languageOf(new URL(request.url).pathname);
  return periodData(...forUseCase(context), { month: params.bulan, language, url: request.url });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = monthRunTexts[language].run;
  const [app, actor] = forUseCase(context);
  const operationId = readOperationId(await request.formData(), app);
  const started = await startMonthRun(app, actor, { operationId, month: params.bulan });
  const headers =
    started.outcome === "started" ? flash("ok", t.started) : flash("warn", t.refused[started.reasons[0]!]);
  throw redirect(localPath(language, `/iuran/periode/${params.bulan}`), { status: 303, headers });
}

export default function PeriodPage({ loaderData }: Route.ComponentProps) {
  return <PeriodView page={loaderData} />;
}
