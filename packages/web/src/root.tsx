import type { ReactNode } from "react";
import {
  data,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteError,
} from "react-router";
import { getCity } from "@tuwai/server/regions";
import { accountTexts } from "#language/accounts.ts";
import { languageOf, languages, samePageIn } from "#language/language.ts";
import type { Route } from "./+types/root";
import { Announcer } from "./frame/announcer.tsx";
import { actorContext, appContext, cardContext, failureContext, flashContext } from "./shell/context.ts";
import { FailurePage } from "./frame/failure-page.tsx";
import { clearFlash, readFlash } from "./shell/flash.ts";
import { Frame } from "./frame/frame.tsx";
import type { Handle } from "./shell/handle.ts";
import { useNonce } from "./shell/nonce.ts";
import { readContacts } from "./shell/read-contacts.ts";
import { useSite, type Site } from "./shell/site.ts";
import "./ui/ui.css";

export const middleware: Route.MiddlewareFunction[] = [
  async ({ request, context }, next) => {
    const failure = context.get(failureContext);
    if (failure !== null) throw data(failure, { status: failure.status });
    const flash = readFlash(request);
    context.set(flashContext, flash);
    const response = await next();
    if (flash !== null && request.method === "GET" && isPage(response))
      response.headers.append("Set-Cookie", clearFlash);
    return response;
  },
];

/** One that leads on shows nothing: the sentence waits for the page behind it. Navigations by script lead on with 202. */
function isPage({ status }: Response): boolean {
  return status !== 202 && (status < 300 || status >= 400);
}

export async function loader({ request, context }: Route.LoaderArgs): Promise<Site> {
  const app = context.get(appContext);
  const { config } = app;
  // Whoever holds a card has no account to show a menu of.
  const card = context.get(cardContext);
  const actor = card === null ? context.get(actorContext) : null;
  const roles = accountTexts[languageOf(new URL(request.url).pathname)].roles;
  return {
    city: { name: getCity(config).name },
    who: actor && { name: actor.displayName ?? roles[actor.role], role: roles[actor.role] },
    card: card && { villageName: card.villageName },
    isSample: config.demo,
    contacts: await readContacts(app),
    flash: context.get(flashContext),
    origin: config.origin ?? new URL(request.url).origin,
  };
}

/** A failure may say when to come back. */
export const headers = ({ errorHeaders }: Route.HeadersArgs): HeadersInit => errorHeaders ?? {};

export function Layout({ children }: { readonly children: ReactNode }) {
  const { pathname, search } = useLocation();
  const { origin } = useSite();
  const nonce = useNonce();
  const failed = Boolean(useRouteError());
  // Once a page has brought its script, the script stays while one clicks on, whatever the next page asks for.
  const isRunning = typeof document !== "undefined";
  const asked = useMatches().some(({ handle }) => (handle as Handle | undefined)?.hydrate);
  // In development every page carries the script: it is what shows a change as soon as the file is saved.
  const hydrate = asked || isRunning || import.meta.env.DEV;
  return (
    <html lang={languageOf(pathname)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0a3641" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        {/* A failure repeats nothing of the address: what is missing and what is out of reach look the same. */}
        {failed ||
          languages.map((language) => (
            <link
              key={language}
              rel="alternate"
              hrefLang={language}
              href={origin + samePageIn(language, pathname, search)}
            />
          ))}
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {hydrate && (
          <>
            <Announcer />
            <ScrollRestoration {...(nonce === undefined ? {} : { nonce })} />
            <Scripts {...(nonce === undefined ? {} : { nonce })} />
          </>
        )}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return (
    <Frame>
      <FailurePage error={error} />
    </Frame>
  );
}
