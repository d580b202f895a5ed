import { isAppError } from "@tuwai/server/app";
import { printCard } from "@tuwai/server/cards";
import { redirect } from "react-router";
import { languageOf, localPath } from "#language/language.ts";
import { forUseCase, type Handle } from "#shell";
import type { Route } from "./+types/card-file.route";

export const handle: Handle = { access: "worker.card" };

/** The card to be printed; a worker without one leads to the page that makes it. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  try {
    const { bytes, fileName } = await printCard(...forUseCase(context), { personCode: params.kode });
    return new Response(bytes, {
      headers: {
        "Content-Type": "application/pdf",
        "Content-Disposition": `attachment; filename="${fileName}"`,
        "Cache-Control": "private, no-store",
      },
    });
  } catch (error) {
    if (!isAppError(error) || error.details["object"] !== "card") throw error;
    const page = localPath(languageOf(new URL(request.url).pathname), `/pekerja/${params.kode}/kartu`);
    throw redirect(page, 303);
  }
}
