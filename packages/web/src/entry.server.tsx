import { Writable } from "node:stream";
import { renderToPipeableStream } from "react-dom/server";
import {
  isRouteErrorResponse,
  ServerRouter,
  type EntryContext,
  type RouterContextProvider,
} from "react-router";
import { describeFailure } from "@tuwai/server/http";
import { appContext, nonceContext } from "./shell/context.ts";
import { NonceContext } from "./shell/nonce.ts";
import { takeUnsent } from "./unsent-data.ts";

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
  let failed = false;
  return new Promise<Response>((resolve, reject) => {
    const page = (
      <NonceContext value={nonce}>
        <ServerRouter context={entry} url={request.url} {...(nonce === undefined ? {} : { nonce })} />
      </NonceContext>
    );
    const { pipe, abort } = renderToPipeableStream(page, {
      ...(nonce === undefined ? {} : { nonce }),
      onAllReady() {
        clearTimeout(timer);
        const chunks: Uint8Array[] = [];
        pipe(
          new Writable({
            write: (chunk: Uint8Array, _encoding, done) => {
              chunks.push(chunk);
              done();
            },
            final: (done) => {
              resolve(new Response(Buffer.concat(chunks), { status: failed ? 500 : status, headers }));
              done();
            },
          }),
        );
      },
      onShellError: reject,
      onError(error) {
        failed = true;
        describeFailure(context.get(appContext).log, error);
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
