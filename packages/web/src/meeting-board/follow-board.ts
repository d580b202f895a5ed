import { openLine, type News } from "./open-line.ts";

const askAgainMillis = 5000;
/** Longer than two words that nothing happened. */
const silentMillis = 32_000;

type Followed = {
  readonly url: string;
  readonly code: string;
  readonly tell: (news: News) => void;
};

/**
 * Tells of every new board until what it answers is called. All tabs of a browser hold one stream together: the tab that has the lock
 * holds it and passes on what it hears, and when it closes another takes over. Where a browser gives no lock, as on plain HTTP in a
 * hall, each tab asks every five seconds instead.
 */
export function followBoard({ url, code, tell }: Followed): () => void {
  const name = `layar-${code}`;
  const between = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(name);
  const ended = new AbortController();
  const line = openLine(url);
  let heardAt = performance.now();
  let newest: Extract<News, { kind: "board" }> | null = null;
  let isLeading = false;
  const hear = (news: News): void => {
    heardAt = performance.now();
    if (news.kind === "board") newest = news;
    tell(news);
  };
  const say = (news: News): void => {
    hear(news);
    pass(between, news);
  };
  if (between !== null) {
    between.addEventListener("message", ({ data }: MessageEvent<News | "ask">) => {
      if (data !== "ask") hear(data);
      else if (isLeading && newest !== null) pass(between, newest);
    });
    pass(between, "ask");
  }
  const canShare = between !== null && "locks" in navigator && typeof EventSource !== "undefined";
  if (canShare) {
    const lead = () =>
      new Promise<void>((resolve) => {
        isLeading = true;
        const close = line.stream(say);
        ended.signal.addEventListener("abort", () => {
          close();
          resolve();
        });
      });
    navigator.locks.request(name, { signal: ended.signal }, lead).catch(() => undefined);
  }
  // The tab that leads may sleep in the background or hang; then the others look for themselves.
  const timer = setInterval(
    () => {
      const isAlone = !canShare || (!isLeading && performance.now() - heardAt > silentMillis);
      if (isAlone && !document.hidden) void line.ask().then((news) => (canShare ? tell(news) : hear(news)));
    },
    askAgainMillis + Math.random() * 500,
  );
  return () => {
    ended.abort();
    clearInterval(timer);
    between?.close();
  };
}

function pass(between: BroadcastChannel | null, word: News | "ask"): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target: all of it is this origin
  between?.postMessage(word);
}
