import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { Hono } from "hono";
import { type App, AppError, type ErrorCode } from "#app";
import { createHttp, type HttpOptions } from "./create-http.ts";
import { errorToStatus } from "./error-to-status.ts";
import type { HttpEnv, WebExtras, WebHandler } from "./web-handler.ts";

const origin = "https://ketan.example.go.id";
const lines: unknown[] = [];
const log = {
  info: (line: object) => lines.push(line),
  warn: (line: object) => lines.push(line),
  error: (line: object) => lines.push(line),
};
// HTTP itself reads nothing but the log; no test here carries a session cookie.
const app = { log, config: { regionCode: "13.77" } } as unknown as App;

/** Stands for the pages: says what it was given. */
const echo: WebHandler = async (request, extras) => {
  const body = request.method === "POST" ? (await request.text()).length : 0;
  const { failure } = extras;
  return Response.json(
    { path: new URL(request.url).pathname, body, failure },
    { status: failure?.status ?? 200 },
  );
};

const open = (options: Partial<HttpOptions> = {}) => createHttp(app, { web: echo, origin, ...options });
const post = (headers: Record<string, string>, body = "a=1") => ({
  method: "POST",
  headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
  body,
});

describe("headers of every answer", () => {
  const http = open({
    web: async (request, extras) => {
      if (request.url.endsWith("/rusak") && extras.failure === null) throw new Error("bug");
      return echo(request, extras);
    },
    ready: () => false,
  });
  it.each([
    ["a page", "/", {}, 200],
    ["a bug", "/rusak", {}, 500],
    ["a form from elsewhere", "/", post({ origin: "https://evil.example" }), 403],
    ["a body too large", "/", post({ "content-length": "9999999" }), 413],
    ["an unknown API", "/api/v1/x", {}, 404],
    ["health while setting up", "/api/v1/health", {}, 503],
  ])("protect %s", async (_what, path, init, status) => {
    const answer = await http.request(origin + path, init);
    const { headers } = answer;
    expect(answer.status).toBe(status);
    expect(headers.get("content-security-policy")).toMatch(
      /default-src 'none'; script-src 'nonce-[\w+/=]+' 'strict-dynamic';.*frame-ancestors 'none'/,
    );
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("strict-transport-security")).toMatch(/max-age=31536000/);
  });
  it("let browsers name their origin on forms: same-origin, not no-referrer", async () => {
    expect((await http.request(`${origin}/`)).headers.get("referrer-policy")).toBe("same-origin");
  });
  it("give each answer a nonce of its own", async () => {
    const [one, other] = await Promise.all([http.request(`${origin}/`), http.request(`${origin}/`)]);
    const policy = "content-security-policy";
    expect(one.headers.get(policy)).not.toBe(other.headers.get(policy));
  });
});

describe("a city with a public address", () => {
  const cookies = new Headers([
    ["set-cookie", "kabar=x; Path=/; HttpOnly"],
    ["set-cookie", "__Host-tuwai.session_token=y; Path=/; Secure"],
    ["set-cookie", "kartu-rakor=z; Path=/rakor; HttpOnly"],
  ]);
  const http = open({ web: () => Promise.resolve(new Response("", { headers: cookies })) });
  const ask = (host: string, path = "/") => open().request(origin + path, { headers: { host } });

  it("answers under its own name only; its health is asked from beside it", async () => {
    expect((await ask("ketan.example.go.id")).status).toBe(200);
    expect((await ask("KETAN.example.go.id")).status).toBe(200);
    expect((await ask("evil.example")).status).toBe(403);
    expect((await ask("ketan.example.go.id:8443")).status).toBe(403);
    expect((await ask("127.0.0.1:3000", "/api/v1/health")).status).toBe(200);
  });
  it("binds every cookie to its host and to TLS", async () => {
    expect((await http.request(`${origin}/`)).headers.getSetCookie()).toEqual([
      "__Host-kabar=x; Path=/; HttpOnly; Secure",
      "__Host-tuwai.session_token=y; Path=/; Secure",
      "__Secure-kartu-rakor=z; Path=/rakor; HttpOnly; Secure",
    ]);
  });
});

describe("forms", () => {
  const http = open();
  const status = async (headers: Record<string, string>): Promise<number> =>
    (await http.request("http://10.0.0.7/form", post(headers))).status;

  it("pass from our own address, also behind a TLS proxy", async () => {
    expect(await status({ origin })).toBe(200);
    expect(await status({ origin, "sec-fetch-site": "same-origin" })).toBe(200);
  });
  it.each([
    { origin: "https://evil.example" },
    { origin: "https://data.ketan.example.go.id" },
    { origin: "http://ketan.example.go.id" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site", origin },
  ])("are refused from %j", async (headers) => expect(await status(headers)).toBe(403));
  it("pass from a client that is no browser and names no origin", async () =>
    expect(await status({})).toBe(200));
  it("pass on a laptop without a configured address, from the same address only", async () => {
    const local = open({ origin: null });
    const ask = async (from: string) =>
      (await local.request("http://localhost:3000/", post({ origin: from }))).status;
    expect(await ask("http://localhost:3000")).toBe(200);
    expect(await ask("http://localhost:4000")).toBe(403);
  });
});

describe("what cannot be read", () => {
  const http = open({ uploads: [{ path: "/unggah", maxBytes: 2_000_000 }] });
  it.each(["/impor/%00", "/impor/IM-%00", "/x?cari=%00", "/%ff", "/%ED%A0%80", "//evil.example/", "/a%5Cb"])(
    "is refused before any page sees it: %s",
    async (path) => {
      const answer = await http.request(origin + path);
      expect(answer.status).toBe(422);
      expect(answer.headers.get("content-security-policy")).toContain("default-src");
      expect(((await answer.json()) as { path: string }).path).toBe("/");
    },
  );
  it.each(["aksi=%00", "aksi=a\0b", "%00=1"])("is refused in a form: %j", async (body) =>
    expect((await http.request(`${origin}/x`, post({}, body))).status).toBe(422),
  );
  it("leaves a form of words as it was sent", async () => {
    const answer = await http.request(`${origin}/x`, post({}, "cari=100%25&a=%2500"));
    expect(await answer.json()).toMatchObject({ path: "/x", body: "cari=100%25&a=%2500".length });
  });
  it("is a body that its sender breaks off: no fault of ours, and not in the log", async () => {
    lines.length = 0;
    const body = new ReadableStream({
      pull: (controller) => controller.error(new Error("socket hang up")),
    });
    const init: RequestInit & { duplex: "half" } = { method: "POST", body, duplex: "half" };
    expect((await http.request(new Request(`${origin}/x`, init))).status).toBe(422);
    expect(JSON.stringify(lines)).not.toContain('"internal"');
  });
});

describe("the size of what is sent", () => {
  const http = open({ uploads: [{ path: "/impor/:batch/berkas", maxBytes: 12_000_000 }] });
  const send = async (path: string, bytes: number): Promise<number> =>
    (await http.request(origin + path, post({ "content-length": String(bytes) }, "a".repeat(bytes)))).status;
  const stream = async (path: string, bytes: number): Promise<number> => {
    const body = new Blob(["a".repeat(bytes)]).stream();
    const init: RequestInit & { duplex: "half" } = { method: "POST", body, duplex: "half" };
    return (await http.request(new Request(origin + path, init))).status;
  };

  it("is 1 MB", async () => {
    expect(await send("/x", 1024 * 1024)).toBe(200);
    expect(await send("/x", 1024 * 1024 + 1)).toBe(413);
  });
  it("is larger on an upload route, in both languages, and only there", async () => {
    expect(await send("/impor/42/berkas", 2_000_000)).toBe(200);
    expect(await send("/en/impor/42/berkas", 2_000_000)).toBe(200);
    expect(await send("/impor/42/43/berkas", 2_000_000)).toBe(413);
    expect(await send("/impor/42/berkas", 12_000_001)).toBe(413);
  });
  it("is counted while it streams when no length is announced", async () => {
    expect(await stream("/x", 500_000)).toBe(200);
    expect(await stream("/x", 1_500_000)).toBe(413);
  });
  it("cannot be a made-up length", async () => {
    expect((await http.request(`${origin}/x`, post({ "content-length": "viel" }))).status).toBe(413);
  });
});

/** An API whose only answer is a failure. */
const throwing = (code: ErrorCode, details = {}) =>
  open({
    apis: [
      {
        path: "/gagal",
        router: () =>
          new Hono<HttpEnv>().get("/", () => {
            throw new AppError(code, details);
          }),
      },
    ],
  }).request(`${origin}/api/v1/gagal`);

describe("failures", () => {
  it.each(Object.entries(errorToStatus) as [ErrorCode, number][])("%s is %i", async (code, status) => {
    const answer = await throwing(code, { message: "for the terminal", field: "amount" });
    expect(answer.status).toBe(status);
    const problem = (await answer.json()) as Record<string, unknown>;
    expect(problem["code"]).toBe(code);
    expect(JSON.stringify(problem)).not.toContain("for the terminal");
  });
  it("a thing out of reach and a thing that is not there answer with the same bytes", async () => {
    const missing = await (await throwing("not-found", { id: "1" })).text();
    expect(await (await throwing("not-found", { id: "2", reason: "other-village" })).text()).toBe(missing);
  });
  it("of a value that the database cannot read are the sender's, and its text stays out of the log", async () => {
    lines.length = 0;
    const thrown = Object.assign(new Error('invalid input syntax for type uuid: "1377904404900001"'), {
      code: "22P02",
    });
    const http = open({
      web: async (request, extras) =>
        extras.failure === null ? Promise.reject(thrown) : echo(request, extras),
    });
    expect((await http.request(`${origin}/x`)).status).toBe(422);
    expect(lines).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toContain("1377904404900001");
  });
  it("say when to come back", async () => {
    expect((await throwing("rate-limited", { retryAfterSeconds: 30 })).headers.get("retry-after")).toBe("30");
  });
  it("of ours carry a reference that is in the log, and nothing else", async () => {
    lines.length = 0;
    const http = open({
      web: async (request, extras) => {
        if (extras.failure === null) throw new Error("secret detail");
        return echo(request, extras);
      },
    });
    const text = await (await http.request(`${origin}/x`)).text();
    const { failure } = JSON.parse(text) as { failure: { reference: string } };
    expect(failure.reference).toMatch(/^\w{4}-\w{4}$/);
    expect(JSON.stringify(lines)).toContain(failure.reference);
    expect(text).not.toContain("secret");
  });
});

/** Pages that count how often they were rendered. */
const counting = (headers: Record<string, string>, html = "<p>halo</p>".repeat(200)) => {
  let rendered = 0;
  const web: WebHandler = () => {
    rendered += 1;
    return Promise.resolve(new Response(html, { headers: { "content-type": "text/html", ...headers } }));
  };
  return { http: open({ web }), count: () => rendered };
};

describe("the last resort", () => {
  it("answers with a line of codes when even the page about failures fails", async () => {
    const broken = open({ web: () => Promise.reject(new Error("no pages at all")) });
    const answer = await broken.request(`${origin}/`);
    expect(answer.status).toBe(500);
    expect(await answer.text()).toMatch(/^internal \w{4}-\w{4}\ninternal \w{4}-\w{4}\n$/);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  });
});

describe("keeping pages", () => {
  const minute = { "cache-control": "public, max-age=60" };

  it("a public page is rendered once for everybody", async () => {
    const { http, count } = counting(minute);
    const first = await http.request(`${origin}/`);
    const again = await http.request(`${origin}/`, { headers: { "accept-encoding": "gzip, br" } });
    expect(count()).toBe(1);
    expect(again.headers.get("content-encoding")).toBe("br");
    const etag = first.headers.get("etag")!;
    expect((await http.request(`${origin}/`, { headers: { "if-none-match": etag } })).status).toBe(304);
    expect((await http.request(`${origin}/?hal=2`)).status).toBe(200);
    expect(count()).toBe(2);
  });
  it("a crowd that arrives together costs one rendering", async () => {
    const { http, count } = counting(minute);
    const crowd = await Promise.all(Array.from({ length: 20 }, async () => http.request(`${origin}/`)));
    expect(new Set(crowd.map(({ status }) => status))).toEqual(new Set([200]));
    expect(count()).toBe(1);
  });
  it("whoever carries a cookie gets a page of their own", async () => {
    const { http, count } = counting(minute);
    await http.request(`${origin}/`);
    const own = await http.request(`${origin}/`, { headers: { cookie: "kabar=x" } });
    expect(count()).toBe(2);
    expect(own.headers.get("cache-control")).toBe("private, no-cache");
  });
  it("a page with a script is never shared: it holds the nonce of one answer", async () => {
    const { http, count } = counting(minute, "<script nonce=x></script>");
    await http.request(`${origin}/`);
    expect(await (await http.request(`${origin}/`)).text()).toContain("<script");
    expect(count()).toBe(2);
  });
  it.each([{ "cache-control": "public, max-age=60", "set-cookie": "a=b" }, {}])(
    "not with %j",
    async (headers) => {
      const { http, count } = counting(headers);
      await http.request(`${origin}/`);
      await http.request(`${origin}/`);
      expect(count()).toBe(2);
    },
  );
  it("a page that says nothing about keeping is private", async () => {
    const { http } = counting({});
    expect((await http.request(`${origin}/`)).headers.get("cache-control")).toBe("private, no-store");
  });
  it("honours a coding the reader refuses", async () => {
    const { http } = counting(minute);
    await http.request(`${origin}/`);
    const answer = await http.request(`${origin}/`, { headers: { "accept-encoding": "br;q=0, gzip;q=0.5" } });
    expect(answer.headers.get("content-encoding")).toBe("gzip");
  });
});

const ask = (http: Hono<HttpEnv>, accepted: string) =>
  http.request(`${origin}/`, { headers: { "accept-encoding": accepted, cookie: "a=b" } });

describe("packing pages", () => {
  const staff = { "cache-control": "private, no-store" };

  it.each([
    ["br, gzip", "br", brotliDecompressSync],
    ["gzip", "gzip", gunzipSync],
    ["br;q=0, gzip", "gzip", gunzipSync],
  ])("a reader who takes %s is sent %s, and reads the whole page", async (accepted, encoding, unpack) => {
    const answer = await ask(counting(staff).http, accepted);
    expect(answer.headers.get("content-encoding")).toBe(encoding);
    expect(answer.headers.get("vary")).toContain("Accept-Encoding");
    expect(unpack(await answer.arrayBuffer()).toString()).toBe("<p>halo</p>".repeat(200));
  });
  it("who takes nothing packed, and a page too small to gain by it, are sent the page as it is", async () => {
    const plain = await ask(counting(staff).http, "identity");
    expect(plain.headers.get("content-encoding")).toBeNull();
    const small = await ask(counting(staff, "<p>halo</p>").http, "br");
    expect(small.headers.get("content-encoding")).toBeNull();
    expect(await small.text()).toBe("<p>halo</p>");
  });
});

describe("the address of a reader", () => {
  const seen: (string | null)[] = [];
  const web: WebHandler = (request: Request, extras: WebExtras) => {
    seen.push(request.headers.get("x-forwarded-for"));
    return echo(request, extras);
  };
  const ask = async (configured: string | null): Promise<string | null | undefined> => {
    await open({ web, origin: configured }).request(
      "http://localhost/",
      { headers: { "x-forwarded-for": "1.2.3.4, 5.6.7.8" } },
      { incoming: { socket: { remoteAddress: "10.0.0.9" } } },
    );
    return seen.at(-1);
  };
  it("is what our proxy wrote, or the socket's; never what the reader claims", async () => {
    expect(await ask(origin)).toBe("5.6.7.8");
    expect(await ask(null)).toBe("10.0.0.9");
  });
});
