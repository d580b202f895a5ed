import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@react-router/node";
import type { ReactNode } from "react";
import { renderToPipeableStream, renderToStaticMarkup } from "react-dom/server";
import {
  isRouteErrorResponse,
  ServerRouter,
  type EntryContext,
  type RouterContextProvider,
} from "react-router";
import { describeFailure } from "@tuwai/server/http";
import { appContext, nonceContext } from "./shell/context.ts";
import { NonceContext } from "./shell/nonce.ts";
import { hasScript, takeUnsent } from "./unsent-data.ts";

export const streamTimeout = 5_000;

/** Renders the whole page before the first byte: without scripts there is nothing that could fill gaps later. */
// oxlint-disable-next-line max-params -- React Router's signature
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
): Promise<Response> | Response {
  headers.set("Content-Type", "text/html; charset=utf-8");
  if (request.method === "HEAD") return new Response(null, { status, headers });
  takeUnsent(entry);
  const nonce = context.get(nonceContext) || undefined;
  const page = (
    <NonceContext value={nonce}>
      <ServerRouter context={entry} url={request.url} {...(nonce === undefined ? {} : { nonce })} />
    </NonceContext>
  );
  // Nothing in a page without a script waits for anything, and text costs half of what a stream does.
  if (!hasScript(entry))
    return new Response(`<!DOCTYPE html>${renderToStaticMarkup(page)}`, { status, headers });
  return streamed(page, { nonce, status, headers, log: context.get(appContext).log });
}

type Streaming = {
  readonly nonce: string | undefined;
  readonly status: number;
  readonly headers: Headers;
  readonly log: Parameters<typeof describeFailure>[0];
};

function streamed(page: ReactNode, { nonce, status, headers, log }: Streaming): Promise<Response> {
  let failed = false;
  return new Promise<Response>((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(page, {
      ...(nonce === undefined ? {} : { nonce }),
      onAllReady() {
        clearTimeout(timer);
        const body = new PassThrough();
        resolve(
          new Response(createReadableStreamFromReadable(body), { status: failed ? 500 : status, headers }),
        );
        pipe(body);
      },
      onShellError: reject,
      onError(error) {
        failed = true;
        describeFailure(log, error);
      },
    });
    const timer = setTimeout(abort, streamTimeout + 1000);
  });
}

/** 404s, refused actions and closed tabs are answers, and loaders and actions have been logged where they failed. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: RouterContextProvider },
): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  describeFailure(context.get(appContext).log, error);
}
