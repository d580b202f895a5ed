import { getMinutes } from "@tuwai/server/minutes";
import { languageOf } from "#language/language.ts";
import { minutesTexts } from "#language/minutes.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { forUseCase, type Handle, pageMeta } from "#shell";
import type { Route } from "./+types/print.page";
import { askedRevision } from "./asked-revision.ts";
import { toMinutes } from "./to-minutes.ts";
import { PaperView } from "./paper-view.tsx";

export const handle: Handle = { access: "minutes.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

/** The same paper as a page, for a browser to print: also where no PDF can be made. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const asked = { meetingCode: params.kode, ...askedRevision(searchParams) };
  const { meeting, minutes } = await getMinutes(...forUseCase(context), asked);
  if (minutes === null) throw toMinutes(request, params.kode);
  const title = minutesTexts[languageOf(pathname)].pageTitle(meeting.title);
  return { title, code: meeting.code, paper: minutes.paper };
}

export default function PrintPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(minutesTexts).print;
  const to = useLocalPath();
  return (
    <div className="page">
      <h1 className="no-print">{page.title}</h1>
      <p className="no-print">
        <a href={to(`/rakor/${page.code}/berita-acara`)}>{t.back}</a>. {t.hint}
      </p>
      <PaperView paper={page.paper} />
    </div>
  );
}
