// Boards that watch a meeting as browsers do, over one stream each, and note when they saw each village declare.
import { setTimeout as wait } from "node:timers/promises";

/**
 * @typedef {{ code: string, state: string, promisedHeads: number }} Seen one village on a board
 * @typedef {object} Watchers
 * @property {(village: string, heads: number) => number[]} seenAt for each board that has it: the moment (`performance.now()`)
 * @property {() => number} connects how often a stream was opened
 * @property {() => number} connected how many have one now
 * @property {() => Promise<void>} end
 */

/**
 * So many boards of one address; a stream that breaks is opened again within a second or two, never all at once.
 * @param {{ url: () => string, cookie: string, count: number }} of @returns {Watchers}
 */
export function watchBoards({ url, cookie, count }) {
  const over = new AbortController();
  /** @type {Map<string, number>[]} */
  const boards = Array.from({ length: count }, () => new Map());
  let connects = 0;
  let connected = 0;
  const all = boards.map(async (seen) => {
    while (!over.signal.aborted) {
      connects += 1;
      await follow(seen).catch(() => undefined);
      await wait(500 + Math.random() * 1000);
    }
  });
  /** @param {Map<string, number>} seen */
  async function follow(seen) {
    const headers = { accept: "text/event-stream", cookie };
    const answer = await fetch(url(), { headers, signal: over.signal });
    if (!answer.ok || answer.body === null) throw new Error(`board: ${answer.status}`);
    let text = "";
    connected += 1;
    try {
      for await (const part of answer.body.pipeThrough(new TextDecoderStream())) {
        text += part;
        for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
          note(seen, text.slice(0, end));
          text = text.slice(end + 2);
        }
      }
    } finally {
      connected -= 1;
    }
  }
  return {
    seenAt: (village, heads) => boards.flatMap((seen) => seen.get(`${village}|${heads}`) ?? []),
    connects: () => connects,
    connected: () => connected,
    end: async () => {
      over.abort();
      await Promise.all(all);
    },
  };
}

/** @param {Map<string, number>} seen @param {string} frame */
function note(seen, frame) {
  const data = frame
    .split("\n")
    .filter((line) => line.startsWith("data:"))
    .map((line) => line.slice(5))
    .join("\n");
  if (!frame.includes("event: board") || data === "") return;
  const now = performance.now();
  const { board } = /** @type {{ board: { villages: Seen[] } }} */ (JSON.parse(data));
  for (const { code, promisedHeads } of board.villages) {
    const key = `${code}|${promisedHeads}`;
    if (promisedHeads > 0 && !seen.has(key)) seen.set(key, now);
  }
}
