import { exportOrphans } from "@tuwai/server/families";
import { redirect } from "react-router";
import { languageOf, localPath } from "#language/language.ts";
import { fileAnswer, forUseCase, type Handle, readFileForm } from "#shell";
import type { Route } from "./+types/orphans-file.route";
import { readOrphanFilter } from "./orphan-filter.ts";

export const handle: Handle = { access: "orphan.list" };

/** `POST …/berkas`: the list with its filters as a file, without names and initials. */
export async function action({ request, context }: Route.ActionArgs) {
  const [app, actor] = forUseCase(context);
  const filter = readOrphanFilter(new URL(request.url).searchParams);
  const format = readFileForm(await request.formData());
  const file = await exportOrphans(app, actor, { ...filter, format });
  return fileAnswer(file.bytes, `anak-yatim-${file.code}`, format);
}

/** Whoever comes here by a link sees the list first. */
export function loader({ request }: Route.LoaderArgs) {
  throw redirect(localPath(languageOf(new URL(request.url).pathname), "/yatim"));
}
