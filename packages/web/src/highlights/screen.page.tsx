import { getHighlights } from "@tuwai/server/dashboards";
import { getCity } from "@tuwai/server/regions";
import { formatDate } from "#language/format.ts";
import { highlightTexts } from "#language/highlights.ts";
import { languageOf } from "#language/language.ts";
import { forUseCase, type Handle, pageMeta } from "#shell";
import type { Route } from "./+types/screen.page";
import { paceCard } from "./pace-chart.ts";
import { Slides } from "./slides.tsx";
import { basisOf, tellHighlights } from "./tell-highlights.ts";

const slideCount = 6;

export const headers = () => ({ "Cache-Control": "no-store" });
export const handle: Handle = { access: "highlight.read", screen: true };
export const meta = ({ loaderData, location }: Route.MetaArgs) =>
  pageMeta(
    loaderData && highlightTexts[languageOf(location.pathname)].screen.title(String(loaderData.shown)),
  );

export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { pathname, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const highlights = await getHighlights(app, actor);
  const charted = { dashboard: highlights.dashboard, language };
  const asked = Number(searchParams.get("layar"));
  return {
    shown: Number.isInteger(asked) && asked >= 1 && asked <= slideCount ? asked : 1,
    told: tellHighlights(highlights, getCity(app.config).name, language),
    pace: paceCard(charted, basisOf(charted)),
    readOn: formatDate(language, highlights.dashboard.today),
  };
}

/** Six screens for a hall. All of them are in the page: moving between them needs no network. */
export default function ScreenPage({ loaderData }: Route.ComponentProps) {
  return <Slides {...loaderData} />;
}
