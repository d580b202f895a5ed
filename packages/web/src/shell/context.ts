import { createContext, type RouterContextProvider } from "react-router";
import type { Actor, App } from "@tuwai/server/app";
import type { CardHolder } from "@tuwai/server/meetings";
import type { Failure } from "@tuwai/server/http";
import type { Flash } from "./flash.ts";

type Context = Readonly<RouterContextProvider>;

/** The application every use case takes first. No default: reading it outside a request is a mistake. */
export const appContext = createContext<App>();
/** Who reads the page; null for the public. */
export const actorContext = createContext<Actor | null>(null);
/** The printed card of a meeting by which somebody without an account reads its pages; null for everybody else. */
export const cardContext = createContext<CardHolder | null>(null);
/** Nonce of this answer's content security policy; empty in development. */
export const nonceContext = createContext<string>("");
/** Set when HTTP refused the request before any page could see it. */
export const failureContext = createContext<Failure | null>(null);
/** A sentence left by the previous page. */
export const flashContext = createContext<Flash | null>(null);

/** The signed-in actor of a page behind the staff layout, which has already sent strangers to the sign-in page. */
export function getActor(context: Context): Actor {
  const actor = context.get(actorContext);
  if (actor === null) throw new Error("This page must stand under frame/staff.layout.tsx.");
  return actor;
}

/** Both things a use case wants, in its order: `await listWorkers(...forUseCase(context), input)`. */
export function forUseCase(context: Context): [app: App, actor: Actor] {
  return [context.get(appContext), getActor(context)];
}
