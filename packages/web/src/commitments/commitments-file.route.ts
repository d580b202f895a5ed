import { exportCommitments } from "@tuwai/server/commitments";
import { redirect } from "react-router";
import { languageOf, localPath } from "#language/language.ts";
import { fileAnswer, forUseCase, type Handle, readFileForm } from "#shell";
import type { Route } from "./+types/commitments-file.route";
import { readYear } from "./read-year.ts";

export const handle: Handle = { access: "village_commitment.file" };

/** `POST …/berkas`: every village and group of the year as a file. */
export async function action({ request, context }: Route.ActionArgs) {
  const [app, actor] = forUseCase(context);
  const year = readYear(new URL(request.url).searchParams, app);
  const format = readFileForm(await request.formData());
  const file = await exportCommitments(app, actor, { year, format });
  return fileAnswer(file.bytes, `komitmen-${year}-${file.code}`, format);
}

/** Whoever comes here by a link sees the list first. */
export function loader({ request }: Route.LoaderArgs) {
  throw redirect(localPath(languageOf(new URL(request.url).pathname), "/anggaran/komitmen"));
}
