import { makeMinutesPdf } from "@tuwai/server/minutes";
import { redirect } from "react-router";
import { languageOf, localPath } from "#language/language.ts";
import { minutesTexts } from "#language/minutes.ts";
import { flash, forUseCase, type Handle } from "#shell";
import type { Route } from "./+types/minutes-file.route";
import { askedRevision } from "./asked-revision.ts";
import { toMinutes } from "./to-minutes.ts";

export const handle: Handle = { access: "minutes.read" };

/** The paper as PDF, A4 or F4; where it cannot be made, the page for printing that says the same. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { pathname, search, searchParams } = new URL(request.url);
  const size = searchParams.get("kertas") === "f4" ? "f4" : "a4";
  const asked = { meetingCode: params.kode, size, ...askedRevision(searchParams) } as const;
  const made = await makeMinutesPdf(...forUseCase(context), asked);
  if (made.outcome === "no-minutes") throw toMinutes(request, params.kode);
  if (made.outcome === "no-engine") {
    const language = languageOf(pathname);
    throw redirect(localPath(language, `/rakor/${params.kode}/berita-acara/cetak`) + search, {
      status: 303,
      headers: flash("warn", minutesTexts[language].files.engine),
    });
  }
  return new Response(made.bytes, {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `inline; filename="${made.fileName}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
