import type { TableEvent } from "#files";

/** Cells held while a list is surveyed, some 40 MB: twenty columns of the longest village list. */
const mostCells = 400_000;

export type KeptReading = {
  readonly events: AsyncGenerator<TableEvent, void>;
  /** All of them, once they have been read to their end; null where the list is longer than what is kept. */
  readonly whole: () => readonly TableEvent[] | null;
};

/** Hands events on and keeps them, so that a file of usual length is read once. */
export function keepReading(events: AsyncIterable<TableEvent>): KeptReading {
  let kept: TableEvent[] | null = [];
  let cells = 0;
  let isWhole = false;
  async function* pass(): AsyncGenerator<TableEvent, void> {
    for await (const event of events) {
      if (event.type === "row") cells += event.cells.length;
      if (cells > mostCells) kept = null;
      kept?.push(event);
      yield event;
    }
    isWhole = true;
  }
  return { events: pass(), whole: () => (isWhole ? kept : null) };
}
