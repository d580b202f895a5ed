import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";

export type PdfTask = {
  readonly id: number;
  readonly template: string;
  /** JSON, as the template reads it. */
  readonly facts: string;
  /** Seconds since 1970. */
  readonly at: number;
  readonly standard: "a-2a" | "ua-1";
};

export type DrawnPdf = { readonly id: number } & (
  | { readonly bytes: Uint8Array }
  | { readonly failure: string }
);

type Waiting = {
  readonly resolve: (bytes: Uint8Array<ArrayBuffer>) => void;
  readonly reject: (error: Error) => void;
};

type Maker = {
  readonly child: ChildProcess;
  readonly waiting: Map<number, Waiting>;
  taken: number;
  /** Until the next document must be there, or, with nothing waiting, until it ends. */
  timer?: NodeJS.Timeout;
};

/** The compiler never gives back all memory of a document, about 0.4 MB of minutes with 71 rows. */
const mostDocuments = 100;
/** A document takes less than a second; longer is a compiler that hangs. */
const longestMs = 30_000;
/** Nobody asked for so long: the process ends, and the next document starts another. */
const idleMs = 60_000;

let current: Maker | null = null;
let next = 0;

/** Draws a document in a process beside this one. Throws where the template does not compile, or the process ends or hangs. */
export function drawInProcess(task: Omit<PdfTask, "id">): Promise<Uint8Array<ArrayBuffer>> {
  if (current === null || current.taken >= mostDocuments) {
    if (current !== null) retire(current);
    current = startMaker();
  }
  const maker = current;
  const id = ++next;
  maker.taken += 1;
  return new Promise((resolve, reject) => {
    if (maker.waiting.size === 0) hold(maker);
    maker.waiting.set(id, { resolve, reject });
    maker.child.send({ ...task, id });
  });
}

function startMaker(): Maker {
  const path = fileURLToPath(new URL("pdf-child.ts", import.meta.url));
  const child = fork(path, [], {
    env: {},
    execArgv: [],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const maker: Maker = { child, waiting: new Map(), taken: 0 };
  child.on("message", (message) => take(maker, message as DrawnPdf));
  child.on("error", (error) => fail(maker, error));
  child.on("exit", () => fail(maker, new Error("the process that draws documents ended")));
  return maker;
}

function take(maker: Maker, answer: DrawnPdf): void {
  const asked = maker.waiting.get(answer.id);
  if (asked === undefined) return;
  maker.waiting.delete(answer.id);
  if ("bytes" in answer) asked.resolve(Uint8Array.from(answer.bytes));
  else asked.reject(new Error(answer.failure));
  if (maker.waiting.size === 0) rest(maker);
  else expectOne(maker);
}

/** Everybody who waits is told, and the next document starts another process. */
function fail(maker: Maker, error: Error): void {
  if (current === maker) current = null;
  clearTimeout(maker.timer);
  for (const { reject } of maker.waiting.values()) reject(error);
  maker.waiting.clear();
  maker.child.kill("SIGKILL");
}

/** Whoever waits for a document keeps this process alive; a maker that rests does not, and ends when it rests for long. */
function rest(maker: Maker): void {
  clearTimeout(maker.timer);
  maker.child.unref();
  maker.child.channel?.unref();
  if (current !== maker) return end(maker);
  maker.timer = setTimeout(() => end(maker), idleMs).unref();
}

function hold(maker: Maker): void {
  maker.child.ref();
  maker.child.channel?.ref();
  expectOne(maker);
}

function expectOne(maker: Maker): void {
  clearTimeout(maker.timer);
  maker.timer = setTimeout(() => fail(maker, new Error("the document took too long")), longestMs);
}

/** One that rests ends now; another finishes what it has first. */
function retire(maker: Maker): void {
  current = null;
  if (maker.waiting.size === 0) end(maker);
}

function end(maker: Maker): void {
  if (current === maker) current = null;
  if (maker.child.connected) maker.child.disconnect();
}
