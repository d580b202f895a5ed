import { useRouteLoaderData } from "react-router";
import type { Flash } from "./flash.ts";

/** What every page knows about where it is shown; the root loader's answer. */
export type Site = {
  readonly city: { readonly name: string };
  readonly signedIn: boolean;
  readonly flash: Flash | null;
  /** Public address, for links that must be absolute. */
  readonly origin: string;
};

const unknown: Site = { city: { name: "" }, signedIn: false, flash: null, origin: "" };

/** Also answers on an error page, where the root loader may not have run. */
export function useSite(): Site {
  return useRouteLoaderData<() => Site>("root") ?? unknown;
}
