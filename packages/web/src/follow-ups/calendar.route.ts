import { AppError, publicActor } from "@tuwai/server/app";
import { readCalendar } from "@tuwai/server/follow-ups";
import { followUpTexts } from "#language/follow-ups.ts";
import { appContext, type Handle } from "#shell";
import type { Route } from "./+types/calendar.route";

export const handle: Handle = { access: "public" };

/** `GET /kalender/:alamat`: what a calendar reads; the address is the key, and no cookie counts. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  if (!/^[\w-]{32}$/.test(params.alamat)) throw new AppError("not-found", { object: "calendar" });
  const reader = publicActor(app.config.regionCode);
  const input = { token: params.alamat, headers: request.headers, title: followUpTexts.id.title };
  return new Response(await readCalendar(app, reader, input), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="tindak-lanjut.ics"',
      "Cache-Control": "private, max-age=900",
      "X-Robots-Tag": "noindex",
    },
  });
}
