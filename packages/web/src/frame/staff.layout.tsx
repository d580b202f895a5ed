import { Outlet, redirect, useMatches } from "react-router";
import { localPath, languageOf } from "#language/language.ts";
import type { Route } from "./+types/staff.layout";
import { actorContext, getActor, type Handle, returnHere } from "#shell";
import { Frame } from "./frame.tsx";
import { StaffBeside } from "./staff-beside.tsx";
import { menuFor } from "./work-menu.ts";

/** Strangers go to the sign-in page and come back afterwards. Checked here, before any loader below runs. */
export const middleware: Route.MiddlewareFunction[] = [
  async ({ request, context }, next) => {
    if (context.get(actorContext) !== null) return next();
    const language = languageOf(new URL(request.url).pathname);
    throw redirect(`${localPath(language, "/masuk")}?lanjut=${returnHere(request)}`);
  },
];

/** Every protected layout has a loader: without one, client navigations may skip the middleware. */
export function loader({ context }: Route.LoaderArgs) {
  const actor = getActor(context);
  return { menu: actor.lacksSecondFactor === true ? [] : menuFor(actor) };
}

export default function StaffLayout({ loaderData }: Route.ComponentProps) {
  const isScreen = useMatches().some(({ handle }) => (handle as Handle | undefined)?.screen);
  if (isScreen) return <Outlet />;
  return (
    <Frame beside={<StaffBeside items={loaderData.menu} />}>
      <Outlet />
    </Frame>
  );
}
