import { noteOpened, noteTyping } from "@tuwai/server/meetings";
import { redirect } from "react-router";
import { languageOf, localPath } from "#language/language.ts";
import { flash, formText, forUseCase, type Handle } from "#shell";
import type { Route } from "./+types/fill.route";
import { actOnFill, villageOf } from "./act-on-fill.ts";

export const handle: Handle = { access: "meeting.fill" };

const signs = new Map([
  ["dibuka", noteOpened],
  ["mengetik", noteTyping],
]);

/**
 * `POST …/isi/kirim`: the same form sent by the page's script, which keeps what was typed until it hears that it is saved; and the
 * light signs that the form is open or typed in.
 */
export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const of = { meetingCode: params.kode, villageCode: villageOf(actor) };
  const sign = signs.get(formText(form, "aksi"));
  if (sign !== undefined) {
    await sign(app, actor, of);
    return new Response(null, { status: 204 });
  }
  const answer = await actOnFill(app, actor, { form, language, ...of });
  const headers = "done" in answer ? flash("ok", answer.done) : {};
  return Response.json(answer, { headers });
}

export function loader({ request, params }: Route.LoaderArgs) {
  throw redirect(
    localPath(languageOf(new URL(request.url).pathname), `/rakor/${encodeURIComponent(params.kode)}/isi`),
  );
}
