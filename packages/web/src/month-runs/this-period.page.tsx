import { monthOf } from "@tuwai/domain/time";
import { redirect } from "react-router";
import { languageOf, localPath } from "#language/language.ts";
import { forUseCase, type Handle } from "#shell";
import type { Route } from "./+types/this-period.page";

export const handle: Handle = { access: "contribution.month.read" };

/** The month of today. */
export function loader({ request, context }: Route.LoaderArgs) {
  const [app] = forUseCase(context);
  const language = languageOf(new URL(request.url).pathname);
  throw redirect(localPath(language, `/iuran/periode/${monthOf(app.clock.today())}`));
}
