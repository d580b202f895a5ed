import type { Context } from "hono";
import { streamSSE } from "hono/streaming";

/** `data` becomes one line of JSON; give codes and counts, never personal data. */
export type ServerEvent = { readonly event: string; readonly data: unknown; readonly id?: string };

const beatMillis = 15_000;

/**
 * Server-sent events: `subscribe` gets a `send` and returns how to stop. The subscription ends with the connection,
 * and a beat every 15 seconds keeps proxies from closing it.
 */
export function streamEvents(
  c: Context,
  subscribe: (send: (event: ServerEvent) => void) => () => void,
): Response {
  const response = streamSSE(c, async (stream) => {
    const stop = subscribe(({ event, data, id }) => {
      void stream.writeSSE({ event, data: JSON.stringify(data), ...(id === undefined ? {} : { id }) });
    });
    stream.onAbort(stop);
    try {
      await stream.write("retry: 3000\n\n");
      while (!stream.aborted && !stream.closed) {
        await stream.sleep(beatMillis);
        await stream.write(": beat\n\n");
      }
    } finally {
      stop();
    }
  });
  response.headers.set("cache-control", "no-store");
  response.headers.set("x-accel-buffering", "no");
  return response;
}
