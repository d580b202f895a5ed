import { createRequestHandler, RouterContextProvider, type ServerBuild } from "react-router";
import { identityInAddress, type WebExtras, type WebHandler } from "@tuwai/server/http";
import * as build from "virtual:react-router/server-build";
import { meetingReader } from "./meeting-cards/index.ts";
import { actorContext, appContext, cardContext, failureContext, nonceContext } from "./shell/context.ts";
import { addressForRefusal, isIdentityInAddress } from "./clean-address.ts";
import { accessOfRoutes, guardPages } from "./guard-pages.ts";
import { narrowBuilds } from "./narrow-build.ts";
import { translateFailures } from "./shell/translate-failures.ts";
import { keepUnsent } from "./unsent-data.ts";

type Handler = ReturnType<typeof createRequestHandler>;

let handlerOf: ((pathname: string) => Handler) | undefined;

/** Who may open which route; for the test that asks every page as every role. */
export const pageAccess = accessOfRoutes(build.routes);

/** Request in, page out. `server/http` is handed this and calls it for whatever is neither a file nor an API. */
export const handle: WebHandler = async (request, extras) => {
  const context = new RouterContextProvider();
  context.set(appContext, extras.app);
  const { actor, card } = await meetingReader(extras.app, extras.actor, request);
  context.set(actorContext, actor);
  context.set(cardContext, card);
  context.set(nonceContext, extras.nonce);
  handlerOf ??= openHandlers(extras);
  const isRefused = isIdentityInAddress(request.url);
  context.set(failureContext, isRefused ? identityInAddress() : extras.failure);
  const asked = isRefused
    ? new Request(addressForRefusal(request.url), { headers: request.headers })
    : request;
  const answer = await handlerOf(new URL(asked.url).pathname)(asked, context);
  const wasShown = isRefused || extras.failure !== null || context.get(failureContext) === null;
  return wasShown ? answer : failurePage(handlerOf, request, { answer, context });
};

/** Who asked for a file and met a failure reads a page that says it, under the same status. */
async function failurePage(
  of: (pathname: string) => Handler,
  request: Request,
  { answer, context }: { readonly answer: Response; readonly context: RouterContextProvider },
): Promise<Response> {
  const front = addressForRefusal(request.url);
  const headers = new Headers({ accept: "text/html", cookie: request.headers.get("cookie") ?? "" });
  const page = await of(new URL(front).pathname)(new Request(front, { headers }), context);
  const wait = answer.headers.get("retry-after");
  if (wait !== null) page.headers.set("Retry-After", wait);
  return page;
}

/**
 * Behind a TLS proxy `request.url` is http while browsers send an https `Origin`: React Router would refuse every
 * form. HTTP has compared the full origin by now; here the public host is only named.
 */
function openHandlers({ app }: WebExtras): (pathname: string) => Handler {
  const { origin } = app.config;
  const routes = translateFailures(keepUnsent(guardPages(build.routes)), app.log);
  const allowedActionOrigins = origin === null ? [] : [new URL(origin).host];
  return narrowBuilds({ ...(build as ServerBuild), routes, allowedActionOrigins }, (narrow) =>
    createRequestHandler(narrow, import.meta.env.MODE),
  );
}
