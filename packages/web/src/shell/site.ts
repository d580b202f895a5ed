import { useRouteLoaderData } from "react-router";
import type { Contacts } from "@tuwai/server/settings";
import type { Flash } from "./flash.ts";

/** What every page knows about where it is shown; the root loader's answer. */
export type Site = {
  readonly city: { readonly name: string };
  /** Who reads the page; null for the public. */
  readonly who: { readonly name: string; readonly role: string } | null;
  /** Whose printed card reads a meeting's page; null for everybody with an account and for the public. */
  readonly card: { readonly villageName: string } | null;
  /** A city of paper, whose figures must not be taken for a claim. */
  readonly isSample: boolean;
  /** Whom to call; null while the numbers cannot be read. */
  readonly contacts: Contacts | null;
  readonly flash: Flash | null;
  /** Public address, for links that must be absolute. */
  readonly origin: string;
};

const unknown: Site = {
  city: { name: "" },
  who: null,
  card: null,
  isSample: false,
  contacts: null,
  flash: null,
  origin: "",
};

/** Also answers on an error page, where the root loader may not have run. */
export function useSite(): Site {
  return useRouteLoaderData<() => Site>("root") ?? unknown;
}
