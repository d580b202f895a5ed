import {
  data,
  isRouteErrorResponse,
  redirect,
  type RouterContextProvider,
  type ServerBuild,
} from "react-router";
import { isAppError, type App, type ErrorCode, type Role } from "@tuwai/server/app";
import { describeFailure, type Failure } from "@tuwai/server/http";
import { accountTexts } from "#language/accounts.ts";
import { languageOf, localPath } from "#language/language.ts";
import { failureContext } from "./context.ts";
import { localAddress } from "./local-address.ts";
import { returnHere } from "./return-here.ts";

type Routes = ServerBuild["routes"];
type Work = (...values: never[]) => unknown;

/**
 * Wraps every loader and action, so that what a use case throws reaches the error page as a status, a code and a
 * reference, and the log as a line. Pages never catch.
 */
export function translateFailures(routes: Routes, log: App["log"]): Routes {
  return Object.fromEntries(
    Object.entries(routes).map(([id, route]) => {
      if (route === undefined) return [id, route];
      const module = { ...route.module };
      const isFile = module.default === undefined;
      if (module.loader) module.loader = translated(module.loader, log, isFile);
      if (module.action) module.action = translated(module.action, log, isFile);
      return [id, { ...route, module }];
    }),
  );
}

type Asked = { readonly request: Request; readonly context: RouterContextProvider };

function translated<W extends Work>(work: W, log: App["log"], isFile: boolean): W {
  const safe = async (...values: Parameters<W>): Promise<unknown> => {
    const [{ request, context }] = values as unknown as [Asked];
    try {
      return stayHere(await work(...values), request);
    } catch (error) {
      if (error instanceof Response) throw stayHere(error, request);
      if (isRouteErrorResponse(error) || isData(error)) throw error;
      const door = isAppError(error) ? doorFor(error.code, request) : null;
      if (door !== null) throw redirect(door, 303);
      const failure = describeFailure(log, error);
      // A route without a page cannot show its failure: the handler answers with the page that can.
      if (isFile && isForPerson(request)) context.set(failureContext, inWords(failure, request));
      throw data(inWords(failure, request), { status: failure.status, headers: retryAfter(failure) });
    }
  };
  return safe as unknown as W;
}

/** A browser that opens an address or sends a form; programs ask for what they can read. */
const isForPerson = ({ headers }: Request): boolean => headers.get("accept")?.includes("text/html") === true;

function retryAfter({ details }: Failure): Record<string, string> {
  const wait = details["retryAfterSeconds"];
  return typeof wait === "number" ? { "Retry-After": String(wait) } : {};
}

/** No page leads away from this site, whatever its address was made of: who is sent elsewhere finds nothing there. */
function stayHere(answer: unknown, request: Request): unknown {
  const to = answer instanceof Response ? answer.headers.get("location") : null;
  if (to === null || localAddress(to) !== null) return answer;
  throw data(inWords(nothingThere, request), { status: nothingThere.status });
}

const nothingThere: Failure = { code: "not-found", status: 404, reference: "", details: {} };

/** Names the roles here, so that no browser has to carry the names of all of them for a refusal. */
function inWords(failure: Failure, request: Request): Failure {
  const roles = failure.details["roles"] as readonly Role[] | undefined;
  if (roles === undefined) return failure;
  const names = accountTexts[languageOf(new URL(request.url).pathname)].roles;
  return { ...failure, details: { ...failure.details, roles: roles.map((role) => names[role]) } };
}

/** `throw data(…)` and `throw redirect(…)` are answers of a page, not failures. */
function isData(error: unknown): boolean {
  return (
    typeof error === "object" && error !== null && "type" in error && error.type === "DataWithResponseInit"
  );
}

const doors: Readonly<Partial<Record<ErrorCode, string>>> = {
  unauthenticated: "/masuk",
  "step-up-required": "/masuk/ulang",
  "second-factor-required": "/profil/kode-kedua",
};

/** Three failures are asked about instead of explained: who are you, are you still the one who signed in, and with which factor? */
function doorFor(code: ErrorCode, request: Request): string | null {
  const door = doors[code];
  if (door === undefined) return null;
  const language = languageOf(new URL(request.url).pathname);
  const lost = code === "unauthenticated" ? lostWith(request) : "";
  return `${localPath(language, door)}?lanjut=${returnHere(request)}${lost}`;
}

/** A form that came after the session had ended was not kept: whoever sent it is told so at the door, and of which kind it was. */
function lostWith({ method, headers }: Request): string {
  if (method === "GET" || method === "HEAD") return "";
  const isFile = headers.get("content-type")?.startsWith("multipart/form-data") === true;
  return `&belum=${isFile ? "berkas" : "isian"}`;
}
