import type { Board, BoardNow } from "@tuwai/server/meeting-board";

/** What is heard of a board: another one, that the last still holds, that nobody answers, or that one must sign in again. */
export type News =
  | ({ readonly kind: "board" } & BoardNow)
  | { readonly kind: "alive"; readonly now: number }
  | { readonly kind: "broken" }
  | { readonly kind: "signed-out" };

/** The server says a word every 15 seconds; a second one missed means that nobody is there. */
const deadMillis = 32_000;
const askMillis = 5000;
const longestMillis = 30_000;

/** Both ways to hear of a board at an address: as a stream, and by asking once. */
export function openLine(url: string): {
  readonly stream: (say: (news: News) => void) => () => void;
  readonly ask: () => Promise<News>;
} {
  let mark = "";
  const take = (now: BoardNow): News => {
    ({ mark } = now);
    return { kind: "board", ...now };
  };
  const ask = async (): Promise<News> => {
    try {
      const answer = await fetch(`${url}?sejak=${mark}`, {
        headers: { Accept: "application/json" },
        redirect: "manual",
        cache: "no-store",
        signal: AbortSignal.timeout(askMillis * 2),
      });
      if (answer.type === "opaqueredirect" || answer.status === 401) return { kind: "signed-out" };
      if (!answer.ok) return { kind: "broken" };
      const told = (await answer.json()) as Omit<BoardNow, "board"> & { readonly board?: Board };
      return told.board === undefined ? { kind: "alive", now: told.now } : take(told as BoardNow);
    } catch {
      return { kind: "broken" };
    }
  };
  return { ask, stream: (say) => openStream({ url, take, ask, say }) };
}

type Stream = {
  readonly url: string;
  readonly take: (now: BoardNow) => News;
  readonly ask: () => Promise<News>;
  readonly say: (news: News) => void;
};

/** Opens the stream again whenever it breaks, never all browsers at once; while it stays broken one asks every five seconds. */
function openStream({ url, take, ask, say }: Stream): () => void {
  let source: EventSource | null = null;
  let failures = 0;
  let asking: ReturnType<typeof setInterval> | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  const hear = (news: News): void => {
    failures = 0;
    clearInterval(asking);
    asking = undefined;
    clearTimeout(silence);
    silence = setTimeout(broken, deadMillis);
    say(news);
  };
  const open = (): void => {
    source = new EventSource(url);
    source.addEventListener("board", ({ data }) => hear(take(JSON.parse(data as string) as BoardNow)));
    source.addEventListener("alive", ({ data }) =>
      hear({ kind: "alive", ...(JSON.parse(data as string) as { readonly now: number }) }),
    );
    source.addEventListener("error", broken);
  };
  const look = () => void ask().then(say);
  function broken(): void {
    source?.close();
    clearTimeout(silence);
    clearTimeout(waiting);
    failures += 1;
    if (failures === 1) say({ kind: "broken" });
    else if (asking === undefined) {
      look();
      asking = setInterval(look, askMillis);
    }
    const most = Math.min(longestMillis, 1500 * 2 ** Math.min(failures - 1, 8));
    waiting = setTimeout(open, most * (0.3 + Math.random() * 0.7));
  }
  open();
  return () => {
    source?.close();
    clearTimeout(silence);
    clearTimeout(waiting);
    clearInterval(asking);
  };
}
