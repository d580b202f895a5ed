import type { Context } from "hono";
import { AppError } from "#app";
import type { HttpEnv, UploadRoute } from "./web-handler.ts";

const ordinary = 1024 * 1024;

/** The bytes a path may receive: 1 MB, or what its upload route says. React Router itself has no limit. */
export function bodyLimitOf(
  path: string,
  uploads: readonly UploadRoute[],
): { readonly maxBytes: number; readonly isUpload: boolean } {
  const plain = path.replace(/^\/en(?=\/)/, "").replace(/\.data$/, "");
  const upload = uploads.find((route) => matches(route.path, plain));
  return { maxBytes: upload?.maxBytes ?? ordinary, isUpload: upload !== undefined };
}

/**
 * Refuses a body that announces more than the limit, and cuts one that announces nothing as it streams.
 * Nothing is buffered here. Returns a function that throws once a streamed body has gone over.
 */
export function limitBody(c: Context<HttpEnv>, maxBytes: number): () => void {
  const announced = c.req.header("content-length");
  const tooLarge = new AppError("too-large", { maxBytes });
  if (announced !== undefined) {
    if (!(Number(announced) <= maxBytes)) throw tooLarge;
    return () => {};
  }
  const body = ["GET", "HEAD"].includes(c.req.method) ? null : c.req.raw.body;
  if (body === null) return () => {};
  let received = 0;
  const counted = body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        received += chunk.byteLength;
        if (received > maxBytes) controller.error(tooLarge);
        else controller.enqueue(chunk);
      },
    }),
  );
  const { method, headers } = c.req.raw;
  // Fetch demands `duplex` for a streamed body; TypeScript's DOM types do not know it yet.
  const init: RequestInit & { duplex: "half" } = { method, headers, body: counted, duplex: "half" };
  c.req.raw = new Request(c.req.url, init);
  return () => {
    if (received > maxBytes) throw tooLarge;
  };
}

/** `/impor/:batch/berkas` against a path: a named part stands for exactly one segment. */
function matches(pattern: string, path: string): boolean {
  const want = pattern.split("/");
  const have = path.split("/");
  return want.length === have.length && want.every((part, at) => part.startsWith(":") || part === have[at]);
}
