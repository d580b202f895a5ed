import { monthOf } from "@tuwai/domain/time";
import { languageOf } from "#language/language.ts";
import { forUseCase, type Handle, pageMeta } from "#shell";
import type { Route } from "./+types/this-period.page";
import { periodData } from "./period-data.ts";
import { PeriodView } from "./period-view.tsx";

export const handle: Handle = { access: "contribution.month.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

/** The month of today; its form goes to the month's own address. */
export function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const language = languageOf(new URL(request.url).pathname);
  return periodData(app, actor, { month: monthOf(app.clock.today()), language, url: request.url });
}

export default function ThisPeriodPage({ loaderData }: Route.ComponentProps) {
  return <PeriodView page={loaderData} />;
}
