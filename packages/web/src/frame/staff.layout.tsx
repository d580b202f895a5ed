import { Outlet, redirect, useMatches } from "react-router";
import { localPath, languageOf } from "#language/language.ts";
import type { Route } from "./+types/staff.layout";
import { actorContext, cardContext, getActor, type Handle, returnHere } from "#shell";
import { carriesCard } from "#meeting-cards";
import { Frame } from "./frame.tsx";
import { StaffBeside } from "./staff-beside.tsx";
import { menuFor } from "./work-menu.ts";

/** Strangers go to the sign-in page and come back afterwards. Checked here, before any loader below runs. */
export const middleware: Route.MiddlewareFunction[] = [
  async ({ request, context }, next) => {
    if (context.get(actorContext) !== null) return next();
    const { pathname } = new URL(request.url);
    const language = languageOf(pathname);
    const card = context.get(cardContext);
    // The list of meetings is not a card's: it leads to the one that is.
    if (card !== null && /^(\/en)?\/rakor\/?$/.test(pathname))
      throw redirect(localPath(language, `/rakor/${card.meetingCode}`));
    // A card that is good no more: its meeting is over, it was revoked, or it is another meeting's.
    if (/^(\/en)?\/rakor(\/|$)/.test(pathname) && carriesCard(request))
      throw redirect(localPath(language, "/rakor/masuk"));
    throw redirect(`${localPath(language, "/masuk")}?lanjut=${returnHere(request)}`);
  },
];

/** Every protected layout has a loader: without one, client navigations may skip the middleware. */
export function loader({ context }: Route.LoaderArgs) {
  const actor = getActor(context);
  // A card opens one meeting and nothing that the menu leads to.
  const isAccount = context.get(cardContext) === null && actor.lacksSecondFactor !== true;
  return { menu: isAccount ? menuFor(actor) : [] };
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
