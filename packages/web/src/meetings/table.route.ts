import { languageOf } from "#language/language.ts";
import { forUseCase, type Handle } from "#shell";
import type { Route } from "./+types/table.route";
import { actOnTable } from "./act-on-table.ts";
import { loadRows } from "./load-table.ts";

export const handle: Handle = { access: "meeting.run" };

const headers = { "Cache-Control": "private, no-store" };

/** `GET …/papan/baris`: every row as it stands, for a table that stays open. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  return Response.json(await loadRows(app, actor, params.kode), { headers });
}

/** One row that the table's script sends, once or again after the line broke. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const language = languageOf(new URL(request.url).pathname);
  return Response.json(await actOnTable(app, actor, { form, language, meetingCode: params.kode }), {
    headers,
  });
}
