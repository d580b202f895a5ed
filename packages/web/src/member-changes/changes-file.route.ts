import { parseMonth } from "@tuwai/domain/time";
import { AppError } from "@tuwai/server/app";
import { downloadMemberChanges } from "@tuwai/server/member-changes";
import { redirect } from "react-router";
import { languageOf, localPath } from "#language/language.ts";
import { forUseCase, type Handle } from "#shell";
import type { Route } from "./+types/changes-file.route";

export const handle: Handle = { access: "member_change.download" };

/** `POST …/berkas`: the workbook for BPJS, never kept by browser or proxy. */
export async function action({ context, params }: Route.ActionArgs) {
  const file = await downloadMemberChanges(...forUseCase(context), { month: params.bulan });
  return new Response(Uint8Array.from(file.bytes), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="${file.fileName}"`,
      "Cache-Control": "private, no-store",
    },
  });
}

/** Whoever comes here by a link, or back from proving the password, sees the list first. */
export function loader({ request, params }: Route.LoaderArgs) {
  if (parseMonth(params.bulan) === undefined) throw new AppError("not-found");
  const language = languageOf(new URL(request.url).pathname);
  throw redirect(localPath(language, `/iuran/perubahan?bulan=${encodeURIComponent(params.bulan)}`));
}
